#pragma once

#include <QString>

class QWidget;

namespace tapeline {

/// Saves a picture of a window as it is shown, at its own resolution; the format by the file's
/// ending. A sentence when it cannot be written, else empty.
QString saveScreenshot(QWidget &window, const QString &file);

} // namespace tapeline
