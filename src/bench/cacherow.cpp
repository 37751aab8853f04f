#include "cachedatabase.h"
#include "rows.h"
#include "splitmix64.h"
#include "stopwatch.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 9;
constexpr int count = 1'000'000;
constexpr int barsADay = 960; // four in the morning to eight in the evening

/// Minutes of a stock as the service gives them: cents, whole shares, vwap with four decimals.
std::vector<Candle> someBars()
{
    SplitMix64 random(9);
    const auto cents = [](qint64 value) { return Price::fromUnits(value * 100'000'000); };
    std::vector<Candle> bars;
    bars.reserve(count);
    qint64 price = 15'000;
    for (int i = 0; i < count; ++i) {
        const qint64 open = price + qint64(random.below(5)) - 2;
        price = std::max<qint64>(1'000, open + qint64(random.below(21)) - 10);
        const qint64 high = std::max(open, price) + qint64(random.below(8));
        const qint64 low = std::min(open, price) - qint64(random.below(8));
        const quint64 room = quint64(high - low) * 100 + 1;
        const Timestamp start
            = fromMs(1'325'408'400'000) + i / barsADay * 24h + i % barsADay * 1min;
        bars.push_back({ start, cents(open), cents(high), cents(low), cents(price),
                         Qty::whole(100 + qint64(random.below(40'000))),
                         static_cast<double>(low * 100 + qint64(random.below(room))) / 1e4,
                         1 + qint64(random.below(400)), true });
    }
    return bars;
}

/// The same bars as rows, read as Qt reads them.
class RowTable
{
public:
    explicit RowTable(const QString &path)
    {
        m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection());
        m_database.setDatabaseName(path);
    }
    ~RowTable()
    {
        m_database = {};
        QSqlDatabase::removeDatabase(connection());
    }
    Q_DISABLE_COPY_MOVE(RowTable)

    bool fill(const std::vector<Candle> &bars)
    {
        if (!m_database.open())
            return false;
        QSqlQuery query(m_database);
        query.exec(u"PRAGMA journal_mode = WAL"_s);
        query.exec(u"CREATE TABLE bar (symbol INTEGER, frame INTEGER, start INTEGER, open INTEGER, "
                   "high INTEGER, low INTEGER, close INTEGER, volume INTEGER, vwap REAL, trades "
                   "INTEGER, priced INTEGER, PRIMARY KEY (symbol, frame, start)) WITHOUT ROWID"_s);
        m_database.transaction();
        query.prepare(u"INSERT INTO bar VALUES (1, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
        for (const Candle &bar : bars) {
            for (const QVariant &value :
                 QVariantList { qint64(toNs(bar.start)), bar.open.units(), bar.high.units(),
                                bar.low.units(), bar.close.units(), bar.volume.units(), bar.vwap,
                                bar.tradeCount, bar.hasPrices })
                query.addBindValue(value);
            query.exec();
        }
        return m_database.commit() && query.exec(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    }

    std::vector<Candle> read(const TimeRange &range)
    {
        std::vector<Candle> bars;
        bars.reserve(count);
        QSqlQuery row(m_database);
        row.setForwardOnly(true);
        row.prepare(u"SELECT start, open, high, low, close, volume, vwap, trades, priced FROM bar "
                    "WHERE symbol = 1 AND frame = 1 AND start >= ? AND start < ? ORDER BY start"_s);
        row.addBindValue(qint64(toNs(range.from)));
        row.addBindValue(qint64(toNs(range.to)));
        row.exec();
        const auto number = [&row](int column) { return row.value(column).toLongLong(); };
        while (row.next())
            bars.push_back({ fromNs(number(0)), Price::fromUnits(number(1)),
                             Price::fromUnits(number(2)), Price::fromUnits(number(3)),
                             Price::fromUnits(number(4)), Qty::fromUnits(number(5)),
                             row.value(6).toDouble(), number(7), row.value(8).toBool() });
        return bars;
    }

private:
    static QString connection() { return u"bench-rows"_s; }

    QSqlDatabase m_database;
};

Measurement emptyRow(const QString &name, const QString &unit, const Bound &bound)
{
    Measurement row;
    row.row = name;
    row.peer = u"Qt SQL rows"_s;
    row.unit = unit;
    row.bound = bound;
    row.failed = true;
    return row;
}

} // namespace

Measurements bench::cacheLoad()
{
    Measurement time
        = emptyRow(u"load 1 M bars from the cache"_s, u"ms"_s, { Bound::Kind::Faster, 12, 8 });
    Measurement size
        = emptyRow(u"1 M bars on the disk"_s, u"bytes/bar"_s, { Bound::Kind::Faster, 5, 4 });
    const QTemporaryDir folder(QStringLiteral(TAPELINE_BENCH_WORK "-XXXXXX")); // /tmp may be memory
    const std::vector<Candle> bars = someBars();
    const TimeRange range { bars.front().start, bars.back().start + 1min };
    const BarSeriesKey key { u"bench"_s, u"AAPL"_s, { 1, TimeUnit::Minute }, true };
    RowTable rows(folder.filePath(u"rows.db"_s));
    CacheDatabase cache;
    if (!rows.fill(bars) || !cache.open(folder.filePath(u"cache.db"_s))
        || !cache.write(key, range, range.to, range.to, bars))
        return { time, size };
    const bool same = cache.read(key, range)->bars == bars && rows.read(range) == bars;
    bool whole = true;
    const std::vector<double> times = interleaved(
        rounds,
        { [&] { whole = whole && cache.read(key, range)->bars.size() == bars.size(); },
          [&] { whole = whole && rows.read(range).size() == bars.size(); } });
    time.ours = times[0] / 1e6;
    time.peers = times[1] / 1e6;
    size.ours = double(cache.statistics()->bytes) / count;
    size.peers = double(QFileInfo(folder.filePath(u"rows.db"_s)).size()) / count;
    time.failed = size.failed = !same || !whole;
    time.note = u"medians of %1, read before; both make a list of bars"_s.arg(rounds);
    return { time, size };
}

} // namespace tapeline
