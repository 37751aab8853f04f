#include "tickfetcher.h"

#include "markethours.h"
#include "symbology.h"

#include <algorithm>

namespace tapeline {

namespace {

/// The newest trades may not all be in what is fetched: so many are left to be fetched when the
/// stream has begun.
constexpr Duration unsettled = 10s;
/// What nobody uses any more is kept for so long.
constexpr Duration longestUnused = 30s;

/// After the last instant of a time that was told in milliseconds.
Timestamp nextMillisecond(Timestamp time)
{
    return std::chrono::floor<std::chrono::milliseconds>(time) + 1ms;
}

} // namespace

TickFetcher::TickFetcher(MarketContext &context, std::function<void()> done)
    : m_context(context)
    , m_done(std::move(done))
{
}

bool TickFetcher::canFetch(const QString &symbol) const
{
    return m_context.hasRest() && m_context.has(symbology::classOf(symbol), DataKind::Trades);
}

bool TickFetcher::advance(Fetch &fetch, TickJoin &join, bool quotes)
{
    const bool canAsk = m_timeKnown || join.first();
    if (join.awaitsHistory() && !fetch.history && canAsk)
        askHistory(fetch, join, quotes);
    if (join.awaitsHistory() && fetch.history && fetch.history->isDone())
        join.addHistory(fetch.history->ticks());
    if (join.awaitsRest() && !fetch.rest && !askRest(fetch, join, quotes))
        return false;
    if (join.awaitsRest() && fetch.rest && fetch.rest->isDone())
        join.addRest(fetch.rest->ticks());
    if (!join.history() && fetch.history && fetch.history->isDone())
        fetch.history.reset();
    return true;
}

/// Up to the first print of the stream, or as far as there is something by now.
void TickFetcher::askHistory(Fetch &fetch, const TickJoin &join, bool quotes)
{
    TickDownload::Wanted wanted { fetch.symbol, fetch.instrument, {}, {}, quotes };
    if (const std::optional<TapePrint> &first = join.first()) {
        wanted.from = dayStart(fetch.symbol, first->trade.time);
        wanted.until = nextMillisecond(first->trade.time);
    } else {
        const AssetClass assetClass = symbology::classOf(fetch.symbol);
        const bool isStreamed = m_context.has(assetClass, DataKind::StreamTrades);
        wanted.until = m_context.viewNow(assetClass) - (isStreamed ? unsettled : Duration());
        wanted.from = markethours::newestDayStart(m_context.calendar, assetClass, wanted.until);
    }
    fetch.history = download(wanted);
}

/// From there to the first print, unless that is of another day: then there is nothing before it
/// that belongs to it.
bool TickFetcher::askRest(Fetch &fetch, const TickJoin &join, bool quotes)
{
    const Timestamp first = join.first()->trade.time;
    if (dayStart(fetch.symbol, first) > dayStart(fetch.symbol, join.history()->from))
        return false;
    const TickDownload::Wanted wanted { fetch.symbol, fetch.instrument, join.history()->until,
                                        nextMillisecond(first), quotes };
    fetch.rest = std::make_unique<TickDownload>(m_context, wanted, m_done);
    return true;
}

/// History goes back to where the trading day begins.
Timestamp TickFetcher::dayStart(const QString &symbol, Timestamp time) const
{
    const AssetClass assetClass = symbology::classOf(symbol);
    return markethours::dayStart(assetClass, markethours::tradingDay(assetClass, time));
}

/// The same for all joins that can do with it.
std::shared_ptr<TickDownload> TickFetcher::download(const TickDownload::Wanted &wanted)
{
    const Duration now = m_context.wall.monotonic();
    for (Download &known : m_downloads) {
        const TickDownload::Wanted &own = known.ticks->wanted();
        const bool failed = known.ticks->isDone() && !known.ticks->ticks();
        const bool reaches = known.isSettled || own.until >= wanted.until;
        if (failed || !reaches || own.symbol != wanted.symbol || own.quotes != wanted.quotes
            || own.from != wanted.from)
            continue;
        known.usedAt = now;
        return known.ticks;
    }
    const bool isSettled = m_timeKnown
        && wanted.until <= m_context.viewNow(symbology::classOf(wanted.symbol)) - unsettled;
    auto ticks = std::make_shared<TickDownload>(m_context, wanted, m_done);
    m_downloads.push_back({ std::move(ticks), now, isSettled });
    return m_downloads.back().ticks;
}

void TickFetcher::dropUnused()
{
    const Duration now = m_context.wall.monotonic();
    std::erase_if(m_downloads, [now](Download &own) {
        const bool isUsed = own.ticks.use_count() > 1;
        if (isUsed)
            own.usedAt = now;
        return !isUsed && (!own.ticks->isDone() || now - own.usedAt > longestUnused);
    });
}

} // namespace tapeline
