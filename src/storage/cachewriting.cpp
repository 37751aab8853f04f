#include "barblob.h"
#include "cachedatabase.h"
#include "cachevalues.h"
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

} // namespace

Result<CacheDatabase::Series> CacheDatabase::findOrAdd(const BarSeriesKey &key)
{
    const Result<void> added
        = each(u"INSERT INTO series (origin, symbol, frame, adjusted, used) VALUES (?, ?, ?, ?, ?) "
               u"ON CONFLICT DO UPDATE SET used = max(used, excluded.used)"_s,
               cachevalues::ofSeries(key) << qint64(toNs(SystemWallClock().utc())));
    if (!added)
        return added.error();
    const Result<std::optional<Series>> found = find(key);
    if (!found)
        return found.error();
    if (!*found)
        return Error { Error::Code::Storage, u"%1: a series cannot be added"_s.arg(m_path) };
    return **found;
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
               cachevalues::ofRange(series.id, range));
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
               cachevalues::ofPeriods(series.id, range, series.unit),
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

Result<void> CacheDatabase::setKnown(const Series &series, const KnownRanges &ranges)
{
    if (const Result<void> done = each(u"DELETE FROM known WHERE series = ?"_s, { series.id });
        !done)
        return done;
    for (const KnownRange &own : ranges)
        if (const Result<void> done
            = each(u"INSERT INTO known (series, start, stop, asked) VALUES (?, ?, ?, ?)"_s,
                   cachevalues::ofRange(series.id, own.range) << qint64(toNs(own.asOf)));
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
    const auto isOlder = [before](const KnownRange &own) { return own.asOf < before; };
    for (const KnownRange &own : *ranges)
        if (isOlder(own))
            if (const Result<void> done = replaceBlocks(series, own.range, {}); !done)
                return done.error();
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
    Result<KnownRanges> left
        = known(series); // blobs that could not be read were forgotten meanwhile
    if (!left)
        return left.error();
    std::erase_if(*left, isOlder);
    if (const Result<void> done = setKnown(series, *left); !done)
        return done.error();
    return std::ranges::any_of(*ranges, isOlder) || *rows > 0;
}

} // namespace tapeline
