#pragma once

#include <QString>

namespace tapeline {

/// Where everything the desk stores lies, absolute: the folder that is asked for, else
/// TAPELINE_DATA_DIR's, else the system's place for it. It need not exist.
QString dataFolder(const QString &asked);

} // namespace tapeline
