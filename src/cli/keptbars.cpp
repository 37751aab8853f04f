#include "keptbars.h"

#include "calendardecoder.h"
#include "clocks.h"
#include "settledbars.h"
#include "sourcespec.h"

#include <QDir>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

KeptBars::KeptBars(const QString &folder, const QUrl &rest, Console &console)
    : m_console(console)
{
    if (folder.isEmpty() || !QDir(folder).exists())
        return;
    SourceSpec spec;
    spec.source = DataSource::Live;
    spec.addresses.rest = rest;
    m_origin = spec.cacheOrigin();
    m_isOfficial = rest == ServiceAddresses().rest;
    auto cache = std::make_unique<CacheDatabase>();
    if (const Result<void> opened = cache->open(QDir(folder).filePath(u"cache.db"_s)); !opened) {
        m_console.say(u"Nothing is kept: %1"_s.arg(opened.error().detail));
        return;
    }
    if (!cache->repaired().isEmpty())
        m_console.say(cache->repaired());
    m_cache = std::move(cache);
}

BarSeriesKey KeptBars::seriesOf(const BarQuery &query) const
{
    return { m_origin, query.symbol, query.timeframe, query.adjusted };
}

CacheDatabase::Kept KeptBars::read(const BarQuery &query)
{
    if (!m_cache)
        return {};
    return m_cache->read(seriesOf(query), query.range).value_or({});
}

void KeptBars::write(const BarSource &source, const BarQuery &portion, std::span<const Candle> bars,
                     Timestamp asOf)
{
    const Timestamp settled = settledUntil(source, portion, bars, asOf, MarketCalendar());
    if (const auto kept = m_cache->write(seriesOf(portion), portion.range, settled, asOf, bars);
        !kept)
        m_console.say(u"These bars were not kept: %1"_s.arg(kept.error().detail));
}

/// A server that simulates has a time of its own; the service's is this computer's.
std::optional<Timestamp> KeptBars::now(ServiceClient &client)
{
    if (!m_cache)
        return std::nullopt;
    const Timestamp wall = SystemWallClock().utc();
    if (m_isOfficial)
        return wall;
    if (!m_ahead) {
        const RestReply reply = client.ask(u"/v1/marketstatus/now"_s);
        const auto status = decodeMarketStatus(reply.body);
        if (!reply.ok || !status)
            return std::nullopt;
        m_ahead = wall - status->serverTime;
    }
    return wall - *m_ahead;
}

} // namespace tapeline
