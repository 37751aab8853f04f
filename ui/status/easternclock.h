#pragma once

#include "easterntime.h"

#include <QString>

namespace tapeline {

/// "09:41:30": the time of day in New York.
inline QString easternClock(Timestamp time)
{
    const auto seconds
        = std::chrono::floor<std::chrono::seconds>(easterntime::timeOfDay(time)).count();
    return QTime(0, 0).addSecs(int(seconds)).toString(QStringLiteral("HH:mm:ss"));
}

} // namespace tapeline
