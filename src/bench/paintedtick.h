#pragma once

#include <QCoreApplication>
#include <QWidget>
#include <QWindow>

namespace tapeline {

/// Puts a window on the screen; from then on it paints.
inline void showPainted(QWidget &window)
{
    window.show();
    while (!window.windowHandle()->isExposed())
        QCoreApplication::processEvents();
    QCoreApplication::processEvents();
}

/// Sends what is posted, so that windows paint what changed.
inline void paintPosted()
{
    QCoreApplication::sendPostedEvents();
}

} // namespace tapeline
