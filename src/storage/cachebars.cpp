#include "barblob.h"
#include "cachedatabase.h"
#include "cacheperiod.h"
#include "clocks.h"
#include "sqlite.h"

#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <bit>
#include <set>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Reading writes no more often.
constexpr Duration noteUseEvery = 1h;

bool startsEarlier(const Candle &a, const Candle &b)
{
    return a.start < b.start;
}

/// Those that start in the range, ascending, of two with one start the last.
std::vector<Candle> sorted(std::span<const Candle> bars, const TimeRange &range)
{
    std::vector<Candle> own;
    own.reserve(bars.size());
    std::ranges::copy_if(bars, std::back_inserter(own),
                         [&](const Candle &bar) { return range.contains(bar.start); });
    if (!std::ranges::is_sorted(own, startsEarlier))
        std::ranges::stable_sort(own, startsEarlier);
    // Backwards, because the first of equals is kept
    const auto twins = std::unique(own.rbegin(), own.rend(), [](const Candle &a, const Candle &b) {
        return a.start == b.start;
    });
    own.erase(own.begin(), twins.base());
    return own;
}

/// Of bars from one on.
void eraseOutside(std::vector<Candle> &bars, std::size_t from, const TimeRange &range)
{
    const auto first = bars.begin() + std::ptrdiff_t(from);
    bars.erase(std::remove_if(first, bars.end(),
                              [&](const Candle &bar) { return !range.contains(bar.start); }),
               bars.end());
}

QVariantList seriesValues(const BarSeriesKey &key)
{
    return { key.origin, key.symbol, key.timeframe.toString(), key.adjusted };
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

QVariantList valuesOf(qint64 series, const Candle &bar)
{
    return { series,
             qint64(toNs(bar.start)),
             bar.open.units(),
             bar.high.units(),
             bar.low.units(),
             bar.close.units(),
             bar.volume.units(),
             std::bit_cast<qint64>(bar.vwap),
             bar.tradeCount,
             bar.hasPrices };
}

QVariantList rangeValues(qint64 series, const TimeRange &range)
{
    return { series, qint64(toNs(range.from)), qint64(toNs(range.to)) };
}

/// What holds a range that is not empty: the first and the last period.
QVariantList periodValues(qint64 series, const TimeRange &range, TimeUnit unit)
{
    return { series, cacheperiod::of(range.from, unit),
             cacheperiod::of(range.to - Duration(1), unit) };
}

} // namespace

Result<std::optional<CacheDatabase::Series>> CacheDatabase::find(const BarSeriesKey &key) const
{
    std::optional<Series> found;
    const Result<void> done
        = each(u"SELECT id, used FROM series WHERE origin = ? AND symbol = ? AND frame = ? AND "
               u"adjusted = ?"_s,
               seriesValues(key), [&](const QSqlQuery &row) {
                   found = Series { row.value(0).toLongLong(), key.timeframe.unit(),
                                    fromNs(row.value(1).toLongLong()) };
               });
    if (!done)
        return done.error();
    return found;
}

Result<CacheDatabase::Series> CacheDatabase::findOrAdd(const BarSeriesKey &key)
{
    const Result<void> added
        = each(u"INSERT INTO series (origin, symbol, frame, adjusted, used) VALUES (?, ?, ?, ?, ?) "
               u"ON CONFLICT DO UPDATE SET used = max(used, excluded.used)"_s,
               seriesValues(key) << qint64(toNs(SystemWallClock().utc())));
    if (!added)
        return added.error();
    const Result<std::optional<Series>> found = find(key);
    if (!found)
        return found.error();
    return **found;
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
        periodValues(series.id, range, series.unit) + rangeValues(series.id, range));
}

/// Returns the periods whose blob is damaged.
Result<std::vector<qint64>> CacheDatabase::readBlocks(const Series &series, const TimeRange &range,
                                                      std::vector<Candle> &bars) const
{
    std::vector<qint64> damaged;
    const Result<void> done = each(
        u"SELECT period, body FROM block WHERE series = ? AND period BETWEEN ? AND ? ORDER BY period"_s,
        periodValues(series.id, range, series.unit), [&](const QSqlQuery &row) {
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
    const Result<void> done = each(
        u"SELECT start, open, high, low, close, volume, vwap, trades, priced FROM bar WHERE "
        u"series = ? AND start >= ? AND start < ? ORDER BY start"_s,
        rangeValues(series.id, range), [&](const QSqlQuery &row) { bars.push_back(barOf(row)); });
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

Result<void> CacheDatabase::write(const BarSeriesKey &key, const TimeRange &range,
                                  Timestamp settledUntil, Timestamp asOf,
                                  std::span<const Candle> bars)
{
    if (range.isEmpty())
        return {};
    const TimeRange settled { range.from, std::min(range.to, settledUntil) };
    const std::vector<Candle> own = sorted(bars, range);
    const auto firstLive = std::ranges::lower_bound(own, settled.to, {}, &Candle::start);
    return mended([&]() -> Result<void> {
        sqlite::Transaction transaction(m_database, sqlite::Transaction::Kind::WriteAtOnce);
        if (!transaction.begun())
            return transaction.begun();
        const Result<Series> series = findOrAdd(key);
        if (!series)
            return series.error();
        if (const Result<void> done
            = replace(*series, range, { own.begin(), firstLive }, { firstLive, own.end() });
            !done)
            return done;
        Result<KnownRanges> ranges = known(*series);
        if (!ranges)
            return ranges.error();
        forget(*ranges, range);
        learn(*ranges, { settled, asOf });
        if (const Result<void> done = setKnown(*series, *ranges); !done)
            return done;
        return transaction.commit();
    });
}

Result<void> CacheDatabase::replace(const Series &series, const TimeRange &range,
                                    std::span<const Candle> settled, std::span<const Candle> live)
{
    if (const Result<void> done = replaceBlocks(series, range, settled); !done)
        return done;
    if (const Result<void> done
        = each(u"DELETE FROM bar WHERE series = ? AND start >= ? AND start < ?"_s,
               rangeValues(series.id, range));
        !done)
        return done;
    return insertRows(series, live);
}

Result<void> CacheDatabase::replaceBlocks(const Series &series, const TimeRange &range,
                                          std::span<const Candle> bars)
{
    std::set<qint64> periods;
    for (const Candle &bar : bars)
        periods.insert(cacheperiod::of(bar.start, series.unit));
    const Result<void> done
        = each(u"SELECT period FROM block WHERE series = ? AND period BETWEEN ? AND ?"_s,
               periodValues(series.id, range, series.unit),
               [&](const QSqlQuery &row) { periods.insert(row.value(0).toLongLong()); });
    if (!done)
        return done;
    for (const qint64 period : periods) {
        const auto own = std::ranges::equal_range(bars, period, {}, [&](const Candle &bar) {
            return cacheperiod::of(bar.start, series.unit);
        });
        if (const Result<void> replaced
            = replaceBlock(series, period, range, { own.begin(), own.end() });
            !replaced)
            return replaced;
    }
    return {};
}

/// The blob's bars outside of the range stay.
Result<void> CacheDatabase::replaceBlock(const Series &series, qint64 period,
                                         const TimeRange &range, std::span<const Candle> bars)
{
    QByteArray body;
    const Result<void> read = each(
        u"SELECT body FROM block WHERE series = ? AND period = ? AND (first < ? OR last >= ?)"_s,
        { series.id, period, qint64(toNs(range.from)), qint64(toNs(range.to)) },
        [&](const QSqlQuery &row) { body = row.value(0).toByteArray(); });
    if (!read)
        return read;
    std::vector<Candle> all;
    if (!body.isEmpty() && !barblob::decode(body, all))
        if (const Result<void> done = forgetPeriods(series, std::span(&period, 1)); !done)
            return done;
    std::erase_if(all, [&](const Candle &bar) { return range.contains(bar.start); });
    const auto kept = std::ptrdiff_t(all.size());
    all.insert(all.end(), bars.begin(), bars.end());
    std::inplace_merge(all.begin(), all.begin() + kept, all.end(), startsEarlier);
    if (all.empty())
        return each(u"DELETE FROM block WHERE series = ? AND period = ?"_s, { series.id, period });
    const Result<QByteArray> blob = barblob::encode(all);
    if (!blob)
        return blob.error();
    return each(u"INSERT OR REPLACE INTO block (series, period, count, first, last, body) VALUES "
                u"(?, ?, ?, ?, ?, ?)"_s,
                { series.id, period, qint64(all.size()), qint64(toNs(all.front().start)),
                  qint64(toNs(all.back().start)), *blob });
}

Result<void> CacheDatabase::insertRows(const Series &series, std::span<const Candle> bars)
{
    QSqlQuery query(m_database);
    if (!query.prepare(u"INSERT INTO bar (series, start, open, high, low, close, volume, vwap, "
                       u"trades, priced) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s))
        return failed(query.lastError());
    for (const Candle &bar : bars) {
        for (const QVariant &value : valuesOf(series.id, bar))
            query.addBindValue(value);
        if (!query.exec())
            return failed(query.lastError());
    }
    return {};
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

Result<void> CacheDatabase::setKnown(const Series &series, const KnownRanges &ranges)
{
    if (const Result<void> done = each(u"DELETE FROM known WHERE series = ?"_s, { series.id });
        !done)
        return done;
    for (const KnownRange &own : ranges)
        if (const Result<void> done
            = each(u"INSERT INTO known (series, start, stop, asked) VALUES (?, ?, ?, ?)"_s,
                   rangeValues(series.id, own.range) << qint64(toNs(own.asOf)));
            !done)
            return done;
    return {};
}

/// Of blobs that cannot be read.
Result<void> CacheDatabase::forgetPeriods(const Series &series, std::span<const qint64> periods)
{
    Result<KnownRanges> ranges = known(series);
    if (!ranges)
        return ranges.error();
    for (const qint64 period : periods) {
        forget(*ranges, cacheperiod::range(period, series.unit));
        if (const Result<void> done
            = each(u"DELETE FROM block WHERE series = ? AND period = ?"_s, { series.id, period });
            !done)
            return done;
    }
    return setKnown(series, *ranges);
}

Result<void> CacheDatabase::heal(const Series &series, std::span<const qint64> periods)
{
    if (periods.empty())
        return {};
    sqlite::Transaction transaction(m_database, sqlite::Transaction::Kind::WriteAtOnce);
    if (!transaction.begun())
        return transaction.begun();
    if (const Result<void> done = forgetPeriods(series, periods); !done)
        return done;
    return transaction.commit();
}

Result<int> CacheDatabase::forgetAdjusted(const QString &origin, const QString &symbol,
                                          Timestamp askedBefore)
{
    return mended([&]() -> Result<int> {
        sqlite::Transaction transaction(m_database, sqlite::Transaction::Kind::WriteAtOnce);
        if (!transaction.begun())
            return transaction.begun().error();
        std::vector<Series> all;
        const Result<void> found = each(
            u"SELECT id, frame FROM series WHERE symbol = ? AND adjusted AND (? = '' OR "
            u"origin = ?)"_s,
            { symbol, origin, origin }, [&](const QSqlQuery &row) {
                const Result<Timeframe> frame = Timeframe::parse(row.value(1).toString());
                all.push_back(
                    { row.value(0).toLongLong(), frame ? frame->unit() : TimeUnit::Minute, {} });
            });
        if (!found)
            return found.error();
        int lost = 0;
        for (const Series &series : all) {
            const Result<bool> done = forgetAsked(series, askedBefore);
            if (!done)
                return done.error();
            lost += *done ? 1 : 0;
        }
        if (const Result<void> done = transaction.commit(); !done)
            return done.error();
        return lost;
    });
}

/// Whether there was something.
Result<bool> CacheDatabase::forgetAsked(const Series &series, Timestamp before)
{
    const Result<KnownRanges> ranges = known(series);
    if (!ranges)
        return ranges.error();
    KnownRanges left;
    for (const KnownRange &own : *ranges) {
        if (own.asOf >= before)
            left.push_back(own);
        else if (const Result<void> done = replaceBlocks(series, own.range, {}); !done)
            return done.error();
    }
    // Rows do not say when they were asked for: none that can be older stays, and none is missed
    const QVariantList earlier { series.id, qint64(toNs(before)) };
    const Result<qint64> rows
        = number(u"SELECT count(*) FROM bar WHERE series = ? AND start < ?"_s, earlier);
    if (!rows)
        return rows.error();
    if (const Result<void> done
        = each(u"DELETE FROM bar WHERE series = ? AND start < ?"_s, earlier);
        !done)
        return done.error();
    if (const Result<void> done = setKnown(series, left); !done)
        return done.error();
    return left.size() < ranges->size() || *rows > 0;
}

} // namespace tapeline
