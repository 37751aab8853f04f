#include "sessionstart.h"

#include "easterntime.h"

namespace tapeline {

Timestamp nextSessionStart(Timestamp time)
{
    constexpr Duration open = 9h + 30min;
    const QDate today = easterntime::date(time);
    const Timestamp start = easterntime::at(today, open);
    return start > time ? start : easterntime::at(today.addDays(1), open);
}

} // namespace tapeline
