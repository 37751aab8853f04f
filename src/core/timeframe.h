#pragma once

#include "assetclass.h"
#include "result.h"
#include "timestamp.h"

#include <QHash>
#include <QString>

#include <compare>

namespace tapeline {

enum class TimeUnit : quint8 { Second, Minute, Hour, Day, Week, Month, Quarter, Year };

/// What ends a bar: its time, or so many trades, so many shares, a range of prices, a brick's step.
enum class BarKind : quint8 { Time, Trades, Volume, Range, Renko };

/// The width of a bar: a count of a unit, with the service's window rules (massive-api.md 3.1).
/// Hours start on the hour; stock days at 00:00 Eastern, weeks on Sunday 00:00 Eastern, months,
/// quarters and years on their first day; forex and crypto days are UTC.
class Timeframe
{
public:
    constexpr Timeframe() = default; ///< one minute
    constexpr Timeframe(int count, TimeUnit unit)
        : m_count(count)
        , m_unit(unit)
    {
    }
    /// Bars that time does not end; kind is not Time. size: trades, shares (units of coins), or
    /// steps of 0.01 (of a stock's price; of others their smallest usual step), at least 1. Their
    /// windows are instants: whoever asks a service for bars asks isTimed() first.
    constexpr Timeframe(BarKind kind, int size)
        : m_count(size)
        , m_unit(TimeUnit::Second)
        , m_kind(kind)
    {
    }

    /// "1s", "5m", "1h", "1D", "1W", "1M" (month), "1Q", "1Y"; also "minute", "5minute", "day" as
    /// the service spells them. m is minute and M is month; s, h, D, W, Q, Y in either case. Count
    /// 1 to 1,000. "500T" (trades), "10000V" (volume), "25R" (range) and "10B" (Renko bricks), in
    /// either case, with their size, 1 to 1,000,000,000.
    static Result<Timeframe> parse(QStringView text);
    /// The short form of parse(): "5m".
    QString toString() const;

    constexpr int count() const { return m_count; }
    constexpr TimeUnit unit() const { return m_unit; }
    constexpr BarKind kind() const { return m_kind; }
    constexpr bool isTimed() const { return m_kind == BarKind::Time; }
    constexpr bool isIntraday() const { return m_unit <= TimeUnit::Hour; }
    /// Exact for intraday units; the nominal length for longer ones (30 days a month); a minute for
    /// bars that time does not end.
    Duration nominalLength() const;
    /// "second", "minute", ... as the REST path wants it.
    QString unitName() const;

    /// Start of the window that holds time. Counts above one are aligned to the day's start
    /// (intraday), to 1970-01-01 (days), to the Sunday of that week's epoch (weeks) and to January
    /// (months).
    Timestamp windowStart(Timestamp time, AssetClass assetClass = AssetClass::Stocks) const;
    /// Start of the window after the one that starts at start.
    Timestamp nextWindow(Timestamp start, AssetClass assetClass = AssetClass::Stocks) const;

    friend constexpr auto operator<=>(Timeframe, Timeframe) = default;
    friend size_t qHash(Timeframe frame, size_t seed = 0)
    {
        return ::qHash((quint64(frame.m_count) << 16) | (quint64(frame.m_kind) << 8)
                           | quint64(frame.m_unit),
                       seed);
    }

private:
    int m_count = 1;
    TimeUnit m_unit = TimeUnit::Minute;
    BarKind m_kind = BarKind::Time;
};

} // namespace tapeline
