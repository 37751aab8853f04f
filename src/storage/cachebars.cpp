#include "barblob.h"
#include "cachedatabase.h"
#include "cachevalues.h"
#include "clocks.h"
#include "sqlite.h"

#include <QSqlQuery>

#include <algorithm>
#include <bit>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Reading writes no more often.
constexpr Duration noteUseEvery = 1h;

/// Of bars from one on.
void eraseOutside(std::vector<Candle> &bars, std::size_t from, const TimeRange &range)
{
    const auto first = bars.begin() + std::ptrdiff_t(from);
    bars.erase(std::remove_if(first, bars.end(),
                              [&](const Candle &bar) { return !range.contains(bar.start); }),
               bars.end());
}

Candle barOf(const QSqlQuery &row)
{
    const auto number = [&](int column) { return row.value(column).toLongLong(); };
    return { fromNs(number(0)),
             Price::fromUnits(number(1)),
             Price::fromUnits(number(2)),
             Price::fromUnits(number(3)),
             Price::fromUnits(number(4)),
             Qty::fromUnits(number(5)),
             std::bit_cast<double>(number(6)),
             number(7),
             number(8) != 0 };
}

} // namespace

Result<std::optional<CacheDatabase::Series>> CacheDatabase::find(const BarSeriesKey &key) const
{
    std::optional<Series> found;
    const Result<void> done
        = each(u"SELECT id, used FROM series WHERE origin = ? AND symbol = ? AND frame = ? AND "
               u"adjusted = ?"_s,
               cachevalues::ofSeries(key), [&](const QSqlQuery &row) {
                   found = Series { row.value(0).toLongLong(), key.timeframe.unit(),
                                    fromNs(row.value(1).toLongLong()) };
               });
    if (!done)
        return done.error();
    return found;
}

Result<CacheDatabase::Kept> CacheDatabase::read(const BarSeriesKey &key, const TimeRange &range)
{
    return mended([&]() -> Result<Kept> {
        const Result<std::optional<Series>> series = find(key);
        if (!series)
            return series.error();
        if (!*series || range.isEmpty())
            return Kept {};
        return readKept(**series, range);
    });
}

Result<CacheDatabase::Kept> CacheDatabase::readKept(const Series &series, const TimeRange &range)
{
    Kept kept;
    std::vector<qint64> unreadable;
    {
        sqlite::Transaction moment(m_database); // others may write meanwhile
        if (!moment.begun())
            return moment.begun().error();
        const Result<qint64> count = countAbout(series, range);
        if (!count)
            return count.error();
        kept.bars.reserve(std::size_t(*count));
        const Result<std::vector<qint64>> blocks = readBlocks(series, range, kept.bars);
        if (!blocks)
            return blocks.error();
        unreadable = *blocks;
        if (const Result<void> rows = readRows(series, range, kept.bars); !rows)
            return rows.error();
        const Result<KnownRanges> all = known(series);
        if (!all)
            return all.error();
        for (const KnownRange &own : *all) {
            const TimeRange part = own.range.intersected(range);
            if (part.isEmpty())
                continue;
            kept.asOf = kept.known.isEmpty() ? own.asOf : std::min(kept.asOf, own.asOf);
            kept.known.add(part);
        }
    }
    for (const qint64 period : unreadable)
        kept.known.remove(cacheperiod::range(period, series.unit));
    // What cannot be noted (a full disk) takes nothing from what was read
    if (m_access == Access::ReadWrite) {
        (void)heal(series, unreadable);
        (void)noteUse(series);
    }
    return kept;
}

/// How many bars a range has at most, so that they need not move as they come.
Result<qint64> CacheDatabase::countAbout(const Series &series, const TimeRange &range) const
{
    return number(
        u"SELECT (SELECT ifnull(sum(min(max(count, 0), %1)), 0) FROM block WHERE series = "
        u"? AND period BETWEEN ? AND ?) + (SELECT count(*) FROM bar WHERE series = ? AND "
        u"start >= ? AND start < ?)"_s.arg(barblob::maximumBars),
        cachevalues::ofPeriods(series.id, range, series.unit)
            + cachevalues::ofRange(series.id, range));
}

/// Returns the periods whose blob is damaged.
Result<std::vector<qint64>> CacheDatabase::readBlocks(const Series &series, const TimeRange &range,
                                                      std::vector<Candle> &bars) const
{
    std::vector<qint64> damaged;
    const Result<void> done = each(
        u"SELECT period, body FROM block WHERE series = ? AND period BETWEEN ? AND ? ORDER BY period"_s,
        cachevalues::ofPeriods(series.id, range, series.unit), [&](const QSqlQuery &row) {
            const std::size_t before = bars.size();
            const qint64 period = row.value(0).toLongLong();
            if (!barblob::decode(row.value(1).toByteArray(), bars))
                damaged.push_back(period);
            if (!range.contains(cacheperiod::range(period, series.unit)))
                eraseOutside(bars, before, range);
        });
    if (!done)
        return done.error();
    return damaged;
}

Result<void> CacheDatabase::readRows(const Series &series, const TimeRange &range,
                                     std::vector<Candle> &bars) const
{
    const auto before = std::ptrdiff_t(bars.size());
    const Result<void> done
        = each(u"SELECT start, open, high, low, close, volume, vwap, trades, priced FROM bar WHERE "
               u"series = ? AND start >= ? AND start < ? ORDER BY start"_s,
               cachevalues::ofRange(series.id, range),
               [&](const QSqlQuery &row) { bars.push_back(barOf(row)); });
    if (!done)
        return done;
    std::inplace_merge(bars.begin(), bars.begin() + before, bars.end(), startsEarlier);
    return {};
}

Result<void> CacheDatabase::noteUse(const Series &series)
{
    const Timestamp now = SystemWallClock().utc();
    if (now - series.used < noteUseEvery)
        return {};
    return each(u"UPDATE series SET used = ? WHERE id = ?"_s, { qint64(toNs(now)), series.id });
}

Result<KnownRanges> CacheDatabase::known(const Series &series) const
{
    KnownRanges ranges;
    const Result<void> done
        = each(u"SELECT start, stop, asked FROM known WHERE series = ? ORDER BY start"_s,
               { series.id }, [&](const QSqlQuery &row) {
                   ranges.push_back(
                       { { fromNs(row.value(0).toLongLong()), fromNs(row.value(1).toLongLong()) },
                         fromNs(row.value(2).toLongLong()) });
               });
    if (!done)
        return done.error();
    return ranges;
}

} // namespace tapeline
