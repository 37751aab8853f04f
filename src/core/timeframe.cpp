#include "timeframe.h"

#include "markethours.h"
#include "utcdate.h"

#include <QDate>

#include <array>
#include <string_view>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using Days = std::chrono::duration<qint64, std::ratio<86'400>>;

constexpr int maxCount = 1'000;
constexpr int maxSize = 1'000'000'000; // of bars that time does not end
// 1970-01-01 was a Thursday
constexpr qint64 julianDayOfFirstSunday = julianDayOf1970 - 4;

struct UnitText
{
    TimeUnit unit;
    QChar letter;
    QLatin1String name;
};

constexpr std::array units {
    UnitText { TimeUnit::Second, u's', "second"_L1 },
    UnitText { TimeUnit::Minute, u'm', "minute"_L1 },
    UnitText { TimeUnit::Hour, u'h', "hour"_L1 },
    UnitText { TimeUnit::Day, u'D', "day"_L1 },
    UnitText { TimeUnit::Week, u'W', "week"_L1 },
    UnitText { TimeUnit::Month, u'M', "month"_L1 },
    UnitText { TimeUnit::Quarter, u'Q', "quarter"_L1 },
    UnitText { TimeUnit::Year, u'Y', "year"_L1 },
};

struct KindText
{
    BarKind kind;
    QChar letter;
};

constexpr std::array kinds { KindText { BarKind::Trades, u'T' }, KindText { BarKind::Volume, u'V' },
                             KindText { BarKind::Range, u'R' }, KindText { BarKind::Renko, u'B' } };

const UnitText &textOf(TimeUnit unit)
{
    return units[static_cast<std::size_t>(unit)];
}

/// Only m and M mean different things.
bool isUnit(const UnitText &text, QStringView written)
{
    if (written.compare(text.name, Qt::CaseInsensitive) == 0)
        return true;
    if (written.size() != 1)
        return false;
    const bool caseMatters = text.letter.toLower() == u'm';
    return caseMatters ? written[0] == text.letter : written[0].toLower() == text.letter.toLower();
}

/// The largest anchor + n * step at or before value.
qint64 floorTo(qint64 value, qint64 step, qint64 anchor)
{
    const qint64 rest = (value - anchor) % step;
    return value - (rest < 0 ? rest + step : rest);
}

int monthsOf(Timeframe frame)
{
    const TimeUnit unit = frame.unit();
    const int each = unit == TimeUnit::Year ? 12 : (unit == TimeUnit::Quarter ? 3 : 1);
    return frame.count() * each;
}

QDate firstOfMonth(qint64 monthsSinceYear0)
{
    return { static_cast<int>(monthsSinceYear0 / 12), static_cast<int>(monthsSinceYear0 % 12) + 1,
             1 };
}

qint64 monthIndex(QDate date)
{
    return qint64(date.year()) * 12 + date.month() - 1;
}

/// Month windows shorter than a year begin anew every January; longer ones count on from 1970.
QDate monthWindowStart(QDate date, int months)
{
    const qint64 anchor = months < 12 ? qint64(date.year()) * 12 : 1970 * 12;
    return firstOfMonth(floorTo(monthIndex(date), months, anchor));
}

QDate nextMonthWindow(QDate start, int months)
{
    qint64 next = monthIndex(start) + months;
    if (months < 12)
        next = qMin(next, (qint64(start.year()) + 1) * 12);
    return firstOfMonth(next);
}

/// First day of the day, week or longer window that holds date.
QDate dateWindowStart(Timeframe frame, QDate date)
{
    if (frame.unit() == TimeUnit::Day)
        return QDate::fromJulianDay(floorTo(date.toJulianDay(), frame.count(), julianDayOf1970));
    if (frame.unit() == TimeUnit::Week) {
        return QDate::fromJulianDay(
            floorTo(date.toJulianDay(), qint64(frame.count()) * 7, julianDayOfFirstSunday));
    }
    return monthWindowStart(date, monthsOf(frame));
}

QDate nextDateWindow(Timeframe frame, QDate start)
{
    if (frame.unit() == TimeUnit::Day)
        return start.addDays(frame.count());
    if (frame.unit() == TimeUnit::Week)
        return start.addDays(qint64(frame.count()) * 7);
    return nextMonthWindow(start, monthsOf(frame));
}

/// Widths that divide an hour fall on the same instants in every zone we use; those of futures are
/// counted in UTC, whatever the day (massive-api.md 5.1).
bool countsFromEpoch(Duration width, AssetClass assetClass)
{
    return Duration(1h) % width == Duration::zero() || assetClass == AssetClass::Futures;
}

} // namespace

Result<Timeframe> Timeframe::parse(QStringView text)
{
    qint64 count = 0;
    qsizetype digits = 0;
    while (digits < text.size() && text[digits] >= u'0' && text[digits] <= u'9' && count <= maxSize)
        count = count * 10 + (text[digits++].unicode() - u'0');
    const QStringView written = text.mid(digits);
    for (const KindText &kind : kinds) {
        if (written.compare(kind.letter, Qt::CaseInsensitive) != 0)
            continue;
        if (count < 1 || count > maxSize)
            return Error { Error::Code::Malformed,
                           u"such bars have a size from 1 to 1,000,000,000"_s };
        return Timeframe(kind.kind, int(count));
    }

    if (digits == 0)
        count = 1;
    if (count < 1 || count > maxCount)
        return Error { Error::Code::Malformed, u"a timeframe counts from 1 to 1,000"_s };
    for (const UnitText &unit : units) {
        if (isUnit(unit, written))
            return Timeframe(int(count), unit.unit);
    }
    return Error { Error::Code::Malformed, u"no timeframe: "_s + text };
}

QString Timeframe::toString() const
{
    for (const KindText &kind : kinds) {
        if (kind.kind == m_kind)
            return QString::number(m_count) + kind.letter;
    }
    return QString::number(m_count) + textOf(m_unit).letter;
}

QString Timeframe::unitName() const
{
    return textOf(m_unit).name;
}

Duration Timeframe::nominalLength() const
{
    if (!isTimed())
        return std::chrono::minutes(1);
    switch (m_unit) {
    case TimeUnit::Second:
        return std::chrono::seconds(m_count);
    case TimeUnit::Minute:
        return std::chrono::minutes(m_count);
    case TimeUnit::Hour:
        return std::chrono::hours(m_count);
    case TimeUnit::Day:
        return Days(m_count);
    case TimeUnit::Week:
        return Days(qint64(m_count) * 7);
    case TimeUnit::Month:
        return Days(qint64(m_count) * 30);
    case TimeUnit::Quarter:
        return Days(qint64(m_count) * 90);
    case TimeUnit::Year:
        return Days(qint64(m_count) * 365);
    }
    Q_UNREACHABLE();
}

Timestamp Timeframe::windowStart(Timestamp time, AssetClass assetClass) const
{
    if (!isTimed())
        return time;
    if (!isIntraday())
        return markethours::dayStart(
            assetClass, dateWindowStart(*this, markethours::tradingDay(assetClass, time)));

    const Duration width = nominalLength();
    const Timestamp anchor = countsFromEpoch(width, assetClass)
        ? Timestamp()
        : markethours::dayStart(assetClass, markethours::tradingDay(assetClass, time));
    return fromNs(floorTo(toNs(time), width.count(), toNs(anchor)));
}

Timestamp Timeframe::nextWindow(Timestamp start, AssetClass assetClass) const
{
    if (!isTimed())
        return start + Duration(1);
    if (!isIntraday())
        return markethours::dayStart(
            assetClass, nextDateWindow(*this, markethours::tradingDay(assetClass, start)));

    const Timestamp next = start + nominalLength();
    if (countsFromEpoch(nominalLength(), assetClass))
        return next;
    // The day's last window ends with the day, whatever its width
    return qMin(
        next,
        markethours::dayStart(assetClass, markethours::tradingDay(assetClass, start).addDays(1)));
}

} // namespace tapeline
