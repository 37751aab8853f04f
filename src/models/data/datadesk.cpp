#include "datadesk.h"

#include "clocks.h"
#include "easterntime.h"
#include "symbology.h"

#include <algorithm>
#include <map>
#include <utility>

namespace tapeline {

DataDesk::DataDesk(DataPort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{
}

// --- what is kept -------------------------------------------------------------------------------

CacheStatistics DataDesk::matching(const CacheClearing &what, Timestamp now) const
{
    CacheStatistics found;
    if (!m_statistics)
        return found;
    QSet<QString> symbols;
    for (const CachedSymbol &own : m_statistics->bySymbol) {
        const bool isOld
            = !what.unusedForDays || own.used <= now - std::chrono::days(*what.unusedForDays);
        if (!isOld || (!what.symbol.isEmpty() && own.symbol != what.symbol))
            continue;
        symbols.insert(own.symbol);
        found.bars += own.bars;
        found.bytes += own.bytes;
        found.bySymbol.push_back(own);
    }
    found.symbols = symbols.size();
    return found;
}

void DataDesk::clear(const CacheClearing &what)
{
    ++m_clearing;
    emit clearingChanged();
    m_port.clear(what);
}

void DataDesk::takeStatistics(const CacheStatistics &statistics)
{
    if (m_statistics == statistics)
        return;
    m_statistics = statistics;
    emit statisticsChanged();
}

void DataDesk::endClearing()
{
    m_clearing = std::max(0, m_clearing - 1);
    emit clearingChanged();
    m_port.askStatistics();
}

void DataDesk::takeCleared(qint64 bytes)
{
    endClearing();
    emit cleared(bytes);
}

void DataDesk::takeFailure(const QString &sentence)
{
    endClearing();
    emit clearingFailed(sentence);
}

void DataDesk::takeTrouble(const QString &sentence)
{
    if (std::exchange(m_trouble, sentence) != sentence)
        emit troubleChanged();
}

// --- downloads ----------------------------------------------------------------------------------

/// Each product has a limit of its own; they are waited for one after the other.
DownloadEstimate DataDesk::estimate(const DownloadOrder &order) const
{
    std::map<Product, QStringList> byProduct;
    for (const QString &symbol : order.symbols)
        byProduct[productOf(symbology::classOf(symbol))] << symbol;
    DownloadEstimate all;
    for (const auto &[product, symbols] : byProduct) {
        DownloadOrder share = order;
        share.symbols = symbols;
        const qint64 requests = m_port.requestsFor(share);
        all.requests += requests;
        if (const int limit = m_capabilities.requestsPerMinute(product); limit > 0)
            all.minutes += (requests + limit - 1) / limit;
    }
    return all;
}

void DataDesk::start(const DownloadOrder &order)
{
    ++m_started;
    m_port.startDownload(order);
}

void DataDesk::takeDownloads(const std::vector<DownloadStatus> &downloads)
{
    for (const DownloadStatus &status : downloads) {
        const quint64 id = status.order.id;
        if (m_known.contains(id))
            continue;
        m_known.insert(id);
        if (m_started > 0)
            --m_started;
        else
            m_fromBefore.insert(id);
    }
    if (m_downloads == downloads)
        return;
    m_downloads = downloads;
    emit downloadsChanged();
}

void DataDesk::takeRefusal(const QString &sentence)
{
    m_started = std::max(0, m_started - 1);
    emit downloadRefused(sentence);
}

// --- choices and plans --------------------------------------------------------------------------

void DataDesk::setChoices(const DataChoices &choices)
{
    if (m_choices == choices)
        return;
    m_choices = choices;
    m_port.setSources(choices.data, choices.sourceOrder());
    emit choicesChanged();
}

void DataDesk::setCapabilities(const Capabilities &capabilities)
{
    if (m_capabilities == capabilities)
        return;
    m_capabilities = capabilities;
    emit capabilitiesChanged();
}

QDate DataDesk::today() const
{
    return easterntime::date(m_marketTime == Timestamp {} ? SystemWallClock().utc() : m_marketTime);
}

} // namespace tapeline
