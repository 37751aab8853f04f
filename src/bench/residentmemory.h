#pragma once

#include <QtGlobal>

namespace tapeline {

/// What this process has in memory, in bytes; 0 where the system does not say.
qint64 residentMemory();

} // namespace tapeline
