#include "easterntime.h"

#include <QTimeZone>

#include <array>
#include <limits>

namespace tapeline::easterntime {

namespace {

constexpr qint64 julianDayOf1970 = 2'440'588;

using Days = std::chrono::duration<qint64, std::ratio<86'400>>;

/// The offsets of one UTC day; a clock changes at most once in it.
struct DayOffsets
{
    qint64 day = std::numeric_limits<qint64>::min();
    Timestamp change = Timestamp::max();
    std::chrono::seconds before {};
    std::chrono::seconds after {};
};

/// Direct-mapped by day, so that a year of bars asks the tz database a few hundred times and no
/// more.
class OffsetCache
{
public:
    Duration offset(Timestamp time)
    {
        const qint64 day = std::chrono::floor<Days>(time.time_since_epoch()).count();
        DayOffsets &entry = m_days[static_cast<std::size_t>(day) % m_days.size()];
        if (entry.day != day)
            entry = ask(day);
        return time < entry.change ? entry.before : entry.after;
    }

private:
    DayOffsets ask(qint64 day) const
    {
        const auto utc = [](qint64 days) {
            return QDateTime::fromMSecsSinceEpoch(days * 86'400'000, Qt::UTC);
        };
        DayOffsets entry;
        entry.day = day;
        entry.before = std::chrono::seconds(m_zone.offsetFromUtc(utc(day)));
        entry.after = std::chrono::seconds(m_zone.offsetFromUtc(utc(day + 1)));
        if (entry.before != entry.after) {
            const QTimeZone::OffsetData next = m_zone.nextTransition(utc(day));
            entry.change = fromMs(next.atUtc.toMSecsSinceEpoch());
        }
        return entry;
    }

    QTimeZone m_zone { "America/New_York" };
    std::array<DayOffsets, 512> m_days;
};

/// New York's clock as if it were UTC.
Duration faceOf(Timestamp time)
{
    return time.time_since_epoch() + offset(time);
}

} // namespace

Duration offset(Timestamp time)
{
    thread_local OffsetCache cache;
    return cache.offset(time);
}

QDate date(Timestamp time)
{
    return QDate::fromJulianDay(julianDayOf1970 + std::chrono::floor<Days>(faceOf(time)).count());
}

Duration timeOfDay(Timestamp time)
{
    const Duration face = faceOf(time);
    return face - std::chrono::floor<Days>(face);
}

Timestamp at(QDate date, Duration timeOfDay)
{
    const Timestamp face(Days(date.toJulianDay() - julianDayOf1970) + timeOfDay);
    // New York is behind UTC, so the face read as UTC is an instant some hours before the one
    // sought
    const Duration before = offset(face);
    const Timestamp first = face - before;
    const Duration after = offset(first);
    const Timestamp second = face - after;
    const bool isSkipped = offset(second) != after;
    return after == before || isSkipped ? first : second;
}

} // namespace tapeline::easterntime
