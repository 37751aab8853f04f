#include "alertsound.h"

#include <QApplication>

namespace tapeline {

void SystemBell::play()
{
    QApplication::beep();
}

} // namespace tapeline
