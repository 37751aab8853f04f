#include "barblob.h"
#include "cachedatabase.h"
#include "cacheperiod.h"
#include "sqlite.h"

#include <QFileInfo>
#include <QSet>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestAge = 36'500; ///< days

/// Bars and bytes of every series that has some.
QString amounts()
{
    return u"(SELECT series, sum(count) AS bars, sum(bytes) AS bytes, min(first) AS first, "
           u"max(last) AS last FROM (SELECT series, count, length(body) AS bytes, first, last FROM "
           u"block UNION ALL SELECT series, count(*), %1 * count(*), min(start), max(start) FROM "
           u"bar GROUP BY series) GROUP BY series)"_s.arg(CacheDatabase::bytesPerRow);
}

CachedSymbol symbolOf(const QSqlQuery &row)
{
    CachedSymbol symbol;
    symbol.symbol = row.value(0).toString();
    symbol.origin = row.value(1).toString();
    symbol.series = row.value(2).toInt();
    symbol.bars = row.value(3).toLongLong();
    symbol.bytes = row.value(4).toLongLong();
    symbol.first = fromNs(row.value(5).toLongLong());
    symbol.last = fromNs(row.value(6).toLongLong());
    symbol.used = fromNs(row.value(7).toLongLong());
    return symbol;
}

/// What is said of a blob beside it.
struct Block
{
    qint64 period = 0;
    qint64 count = 0;
    qint64 first = 0;
    qint64 last = 0;
};

bool knows(const KnownRanges &known, Timestamp time)
{
    return std::ranges::any_of(known,
                               [&](const KnownRange &own) { return own.range.contains(time); });
}

/// What is wrong with bars of a blob; empty when nothing.
QString complaint(const Block &block, std::span<const Candle> bars, TimeUnit unit,
                  const KnownRanges &known)
{
    if (bars.empty() || qint64(bars.size()) != block.count
        || toNs(bars.front().start) != block.first || toNs(bars.back().start) != block.last)
        return u"are not those that are said to be in it"_s;
    const auto isLater = [](const Candle &a, const Candle &b) { return a.start >= b.start; };
    if (std::ranges::adjacent_find(bars, isLater) != bars.end())
        return u"do not ascend"_s;
    if (cacheperiod::of(bars.front().start, unit) != block.period
        || cacheperiod::of(bars.back().start, unit) != block.period)
        return u"are of another period"_s;
    if (!std::ranges::all_of(bars, [&](const Candle &bar) { return knows(known, bar.start); }))
        return u"are of times that are not known"_s;
    return {};
}

bool isInOrder(const KnownRanges &known)
{
    const auto isBad = [](const KnownRange &own) { return own.range.isEmpty(); };
    const auto touches
        = [](const KnownRange &a, const KnownRange &b) { return b.range.from <= a.range.to; };
    return std::ranges::none_of(known, isBad)
        && std::ranges::adjacent_find(known, touches) == known.end();
}

} // namespace

Result<CacheStatistics> CacheDatabase::statistics() const
{
    CacheStatistics statistics;
    QSet<QString> symbols;
    const Result<void> bars = each(
        u"SELECT symbol, origin, count(*), sum(bars), sum(bytes), min(first), max(last), "
        u"max(used) FROM series JOIN "_s
            + amounts() + u" ON series = id GROUP BY symbol, origin ORDER BY symbol, origin"_s,
        {}, [&](const QSqlQuery &row) {
            const CachedSymbol symbol = symbolOf(row);
            statistics.bars += symbol.bars;
            statistics.bytes += symbol.bytes;
            symbols.insert(symbol.symbol);
            statistics.bySymbol.push_back(symbol);
        });
    if (!bars)
        return bars.error();
    const Result<void> answers
        = each(u"SELECT count(*), ifnull(sum(length(body)), 0) FROM answer"_s, {},
               [&](const QSqlQuery &row) {
                   statistics.answers = row.value(0).toLongLong();
                   statistics.bytes += row.value(1).toLongLong();
               });
    if (!answers)
        return answers.error();
    statistics.symbols = symbols.size();
    statistics.fileBytes = QFileInfo(m_path).size() + QFileInfo(m_path + u"-wal"_s).size();
    return statistics;
}

Result<qint64> CacheDatabase::clear(const CacheClearing &clearing, Timestamp now)
{
    const int days = std::min(clearing.unusedForDays.value_or(0), longestAge);
    if (days < 0)
        return Error { Error::Code::InvalidArgument, u"days are 0 or more"_s };
    const Timestamp latest
        = clearing.unusedForDays ? now - std::chrono::days(days) : Timestamp::max();
    const Result<qint64> bytes = mended([&] { return forgetUnused(clearing.symbol, latest); });
    if (!bytes)
        return bytes;
    if (const Result<void> given = giveBackRoom(); !given)
        return given.error();
    return bytes;
}

/// Last used at that time at the latest; returns the bytes.
Result<qint64> CacheDatabase::forgetUnused(const QString &symbol, Timestamp latest)
{
    sqlite::Transaction transaction(m_database, sqlite::Transaction::Kind::WriteAtOnce);
    if (!transaction.begun())
        return transaction.begun().error();
    const qint64 used = toNs(latest);
    const QString series = u"(SELECT id FROM series WHERE used <= ? AND (? = '' OR symbol = ?))"_s;
    const QVariantList which { used, symbol, symbol };
    Result<qint64> bytes = number(u"SELECT ifnull(sum(bytes), 0) FROM "_s + amounts()
                                      + u" WHERE series IN "_s + series,
                                  which);
    if (!bytes)
        return bytes;
    for (const QString &table : { u"block"_s, u"bar"_s, u"known"_s })
        if (const Result<void> done
            = each(u"DELETE FROM %1 WHERE series IN "_s.arg(table) + series, which);
            !done)
            return done.error();
    if (const Result<void> done = each(u"DELETE FROM series WHERE id IN "_s + series, which); !done)
        return done.error();
    if (symbol.isEmpty()) {
        const Result<qint64> answers = number(
            u"SELECT ifnull(sum(length(body)), 0) FROM answer WHERE kept <= ?"_s, { used });
        if (!answers)
            return answers;
        *bytes += *answers;
        if (const Result<void> done = each(u"DELETE FROM answer WHERE kept <= ?"_s, { used });
            !done)
            return done.error();
    }
    if (const Result<void> done = transaction.commit(); !done)
        return done.error();
    return bytes;
}

/// Free pages go to the end of the file and are cut off, from the log as well.
Result<void> CacheDatabase::giveBackRoom()
{
    {
        sqlite::Transaction transaction(m_database, sqlite::Transaction::Kind::WriteAtOnce);
        const Result<qint64> free = number(u"PRAGMA freelist_count"_s);
        if (!transaction.begun() || !free)
            return transaction.begun() ? free.error() : transaction.begun().error();
        // Each step frees one page, and Qt takes one step of a statement without columns
        QSqlQuery query(m_database);
        if (!query.prepare(u"PRAGMA incremental_vacuum"_s))
            return failed(query.lastError());
        for (qint64 page = 0; page < *free; ++page)
            if (!query.exec())
                return failed(query.lastError());
        query.clear();
        if (const Result<void> done = transaction.commit(); !done)
            return done;
    }
    return each(u"PRAGMA wal_checkpoint(TRUNCATE)"_s, {});
}

Result<QStringList> CacheDatabase::problems() const
{
    QStringList found;
    if (const Result<void> sound = findStrays(found); !sound)
        return sound.error();
    std::vector<std::pair<Series, QString>> all;
    const Result<void> done
        = each(u"SELECT id, origin || ' ' || symbol || ' ' || frame, frame FROM series"_s, {},
               [&](const QSqlQuery &row) {
                   const QString name = row.value(1).toString();
                   const Result<Timeframe> frame = Timeframe::parse(row.value(2).toString());
                   if (frame)
                       all.push_back({ { row.value(0).toLongLong(), frame->unit(), {} }, name });
                   else
                       found.append(u"%1 has no width of bars"_s.arg(name));
               });
    if (!done)
        return done.error();
    for (const auto &[series, name] : all) {
        const Result<QStringList> own = problemsOf(series);
        if (!own)
            return own.error();
        for (const QString &problem : *own)
            found.append(u"%1: %2"_s.arg(name, problem));
    }
    return found;
}

/// What SQLite finds, and rows that belong to nothing.
Result<void> CacheDatabase::findStrays(QStringList &found) const
{
    const Result<void> sound = each(u"PRAGMA integrity_check"_s, {}, [&](const QSqlQuery &row) {
        if (const QString text = row.value(0).toString(); text != "ok"_L1)
            found.append(text.simplified());
    });
    if (!sound)
        return sound;
    for (const QString &table : { u"block"_s, u"bar"_s, u"known"_s }) {
        const Result<qint64> orphans = number(
            u"SELECT count(*) FROM %1 WHERE series NOT IN (SELECT id FROM series)"_s.arg(table));
        if (!orphans)
            return orphans.error();
        if (*orphans > 0)
            found.append(u"%1 rows of \"%2\" belong to no series"_s.arg(*orphans).arg(table));
    }
    return {};
}

Result<QStringList> CacheDatabase::problemsOf(const Series &series) const
{
    QStringList found;
    const Result<KnownRanges> ranges = known(series);
    if (!ranges)
        return ranges.error();
    if (!isInOrder(*ranges))
        found.append(u"what is known of it is not in order"_s);
    const Result<void> blocks
        = each(u"SELECT period, count, first, last, body FROM block WHERE series = ?"_s,
               { series.id }, [&](const QSqlQuery &row) {
                   const Block block { row.value(0).toLongLong(), row.value(1).toLongLong(),
                                       row.value(2).toLongLong(), row.value(3).toLongLong() };
                   std::vector<Candle> bars;
                   const QString wrong = barblob::decode(row.value(4).toByteArray(), bars)
                       ? complaint(block, bars, series.unit, *ranges)
                       : u"cannot be read"_s;
                   if (!wrong.isEmpty())
                       found.append(u"the bars of period %1 %2"_s.arg(block.period).arg(wrong));
               });
    if (!blocks)
        return blocks.error();
    qint64 settled = 0;
    const Result<void> rows = each(
        u"SELECT start FROM bar WHERE series = ?"_s, { series.id }, [&](const QSqlQuery &row) {
            settled += knows(*ranges, fromNs(row.value(0).toLongLong())) ? 1 : 0;
        });
    if (!rows)
        return rows.error();
    if (settled > 0)
        found.append(u"%1 bars outside of blobs are of times that are known"_s.arg(settled));
    return found;
}

} // namespace tapeline
