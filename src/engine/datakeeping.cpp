#include "datakeeping.h"

#include "barstore.h"
#include "marketloop.h"
#include "massivebars.h"

#include <QDateTime>

#include <algorithm>
#include <map>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto betweenTrims = 10min;
constexpr qint64 bytesPerMb = 1'000'000;

Timestamp wallNow()
{
    return fromMs(QDateTime::currentMSecsSinceEpoch());
}

/// Forgets what was not looked at for longest until the rest fits. How many bytes went.
Result<qint64> trimTo(CacheDatabase &cache, qint64 limit)
{
    Result<CacheStatistics> statistics = cache.statistics();
    if (!statistics)
        return statistics.error();
    std::map<QString, Timestamp> usedLast; // of any of its sources
    for (const CachedSymbol &own : statistics->bySymbol)
        usedLast[own.symbol] = std::max(usedLast[own.symbol], own.used);
    std::vector<std::pair<Timestamp, QString>> oldestFirst;
    for (const auto &[symbol, used] : usedLast)
        oldestFirst.emplace_back(used, symbol);
    std::ranges::sort(oldestFirst);
    qint64 freed = 0;
    for (const auto &[used, symbol] : oldestFirst) {
        if (statistics->bytes - freed <= limit)
            break;
        const Result<qint64> cleared = cache.clear({ symbol, {} }, wallNow());
        if (!cleared)
            return cleared;
        freed += *cleared;
    }
    return freed;
}

} // namespace

DataKeeping::DataKeeping(BarStore &store, MarketLoop &loop, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_loop(loop)
{
    connect(&store, &BarStore::opened, this, &DataKeeping::onOpened);
    // Copied on the market thread, told on this one
    connect(
        &loop.downloads(), &BulkDownload::changed, &loop.downloads(),
        [this] {
            QMetaObject::invokeMethod(this, [this, statuses = m_loop.downloads().statuses()] {
                emit downloadsChanged(statuses);
            });
        },
        Qt::DirectConnection);
    connect(&loop.downloads(), &BulkDownload::refused, this, &DataKeeping::downloadRefused);
    connect(&m_trimTimer, &QTimer::timeout, this, &DataKeeping::trim);
    m_trimTimer.start(betweenTrims);
}

void DataKeeping::setFile(const QString &path)
{
    m_path = path;
    openStore();
}

void DataKeeping::onOpened(const QString &problem)
{
    if (!problem.isEmpty())
        emit troubled(problem);
    trim();
}

void DataKeeping::setSettings(const DataSettings &settings, const SourceOrder &order)
{
    if (settings == m_settings && order == m_order)
        return;
    const DataSettings before = std::exchange(m_settings, settings);
    m_order = order;
    if (before.keep != settings.keep)
        openStore();
    if (before.limitMb != settings.limitMb)
        trim();
    emit settingsChanged(); // the way to who stands in is there before anybody is sent on it
    QMetaObject::invokeMethod(
        &m_loop, [&loop = m_loop, settings, order] { loop.setDataSettings(settings, order); });
}

void DataKeeping::openStore()
{
    m_store.open(m_settings.keep ? m_path : QString());
}

void DataKeeping::askStatistics()
{
    m_store.run(
        this, [](CacheDatabase &cache) { return cache.statistics(); },
        [this](const Result<CacheStatistics> &statistics) {
            emit statisticsKnown(statistics.value_or({}));
        });
}

void DataKeeping::clear(const CacheClearing &clearing)
{
    m_store.run(
        this, [clearing](CacheDatabase &cache) { return cache.clear(clearing, wallNow()); },
        [this](const Result<qint64> &bytes) {
            if (!bytes)
                emit clearingFailed(bytes.error().detail);
            else
                emit cleared(*bytes);
        });
}

void DataKeeping::trim()
{
    if (m_settings.limitMb <= 0)
        return;
    m_store.run(
        this,
        [limit = m_settings.limitMb * bytesPerMb](CacheDatabase &cache) {
            return trimTo(cache, limit);
        },
        [](const Result<qint64> &) {});
}

qint64 DataKeeping::requestsFor(const DownloadOrder &order)
{
    const MassiveBars source;
    qint64 requests = 0;
    for (const QString &symbol : order.symbols) {
        BarQuery query { symbol, order.timeframe, order.adjusted, order.range };
        query.range = source.coverage(query, wallNow());
        if (!query.range.isEmpty())
            requests += qint64(source.portions(query).size());
    }
    return requests;
}

void DataKeeping::startDownload(const DownloadOrder &order)
{
    QMetaObject::invokeMethod(&m_loop, [&loop = m_loop, order] { loop.downloads().start(order); });
}

void DataKeeping::pauseDownload(quint64 id)
{
    QMetaObject::invokeMethod(&m_loop, [&loop = m_loop, id] { loop.downloads().pause(id); });
}

void DataKeeping::resumeDownload(quint64 id)
{
    QMetaObject::invokeMethod(&m_loop, [&loop = m_loop, id] { loop.downloads().resume(id); });
}

void DataKeeping::cancelDownload(quint64 id)
{
    QMetaObject::invokeMethod(&m_loop, [&loop = m_loop, id] { loop.downloads().cancel(id); });
}

} // namespace tapeline
