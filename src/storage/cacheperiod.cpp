#include "cacheperiod.h"

#include <algorithm>

namespace tapeline::cacheperiod {

namespace {

using namespace std::chrono;

enum class Length : quint8 { Day, Month, Year, Whole };

Length lengthOf(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::Second:
        return Length::Day;
    case TimeUnit::Minute:
        return Length::Month;
    case TimeUnit::Hour:
    case TimeUnit::Day:
        return Length::Year;
    default:
        return Length::Whole;
    }
}

constexpr qint64 monthsOfYear = 12;

sys_days firstDay(qint64 period, Length length)
{
    if (length == Length::Day)
        return sys_days(days(period));
    const qint64 months = length == Length::Year ? period * monthsOfYear : period;
    const qint64 years = months >= 0 ? months / monthsOfYear : (months - 11) / monthsOfYear;
    return year(int(years)) / month(unsigned(months - years * monthsOfYear + 1)) / day(1);
}

/// Days can lie outside of what a timestamp can say.
Timestamp clamped(sys_days time)
{
    return std::clamp(time, ceil<days>(Timestamp::min()), floor<days>(Timestamp::max()));
}

} // namespace

qint64 of(Timestamp time, TimeUnit unit)
{
    const sys_days day = floor<days>(time);
    const year_month_day date(day);
    switch (lengthOf(unit)) {
    case Length::Day:
        return day.time_since_epoch().count();
    case Length::Month:
        return int(date.year()) * monthsOfYear + unsigned(date.month()) - 1;
    case Length::Year:
        return int(date.year());
    case Length::Whole:
        return 0;
    }
    Q_UNREACHABLE();
}

TimeRange range(qint64 period, TimeUnit unit)
{
    const Length length = lengthOf(unit);
    if (length == Length::Whole)
        return { Timestamp::min(), Timestamp::max() };
    // The first and the last are cut off where time ends
    const auto edge = [length](qint64 index) { return clamped(firstDay(index, length)); };
    return { period <= of(Timestamp::min(), unit) ? Timestamp::min() : edge(period),
             period >= of(Timestamp::max(), unit) ? Timestamp::max() : edge(period + 1) };
}

} // namespace tapeline::cacheperiod
