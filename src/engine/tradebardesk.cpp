#include "tradebardesk.h"

#include "symbology.h"
#include "wholerecent.h"

#include <algorithm>

namespace tapeline {

TradeBarDesk::TradeBarDesk(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_fetcher(context, [this] { m_turn.start(0ms); })
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &TradeBarDesk::work);
}

bool TradeBarDesk::canBuild(const QString &symbol) const
{
    if (!m_context.hasSource())
        return false;
    if (m_context.hasRest())
        return m_fetcher.canFetch(symbol);
    return m_context.hub->tradesFrom(symbology::classOf(symbol)) == LiveBars::From::Trades;
}

void TradeBarDesk::open(quint64 id, const QString &symbol, Timeframe timeframe)
{
    Chart &chart = m_charts[id];
    chart.fetch.symbol = symbol;
    begin(chart, id, timeframe);
    advance(chart);
}

/// What is kept of the tape is its beginning: without history all of it, else what came after a gap
/// that history closes.
void TradeBarDesk::begin(Chart &chart, quint64 id, Timeframe timeframe)
{
    const InstrumentId instrument = m_context.hub->symbols().intern(chart.fetch.symbol);
    feed(instrument); // they are on the tape too, and would count twice
    chart.feed
        = std::make_unique<TradeBarFeed>(id, chart.fetch.symbol, timeframe, m_context.calendar);
    chart.fetch.reset();
    chart.earlier.reset();
    chart.fetch.instrument = instrument;
    noteInterest(instrument);
    const InstrumentState &state = m_context.hub->state(instrument);
    if (m_context.hasRest())
        return chart.feed->addPrints(wholeRecent(state));
    chart.feed->setWithoutHistory(m_context.hub->firstEvent() != Timestamp());
    chart.feed->addPrints(std::vector(state.recent.begin(), state.recent.end()));
}

void TradeBarDesk::beginAgain(Chart &chart)
{
    begin(chart, chart.feed->id(), chart.feed->timeframe());
}

void TradeBarDesk::noteInterest(InstrumentId instrument)
{
    m_context.hub->state(instrument).barInterest
        = quint16(std::ranges::count_if(m_charts, [instrument](const auto &entry) {
              return entry.second.fetch.instrument == instrument;
          }));
}

QString TradeBarDesk::close(quint64 id)
{
    const auto own = m_charts.find(id);
    if (own == m_charts.end())
        return {};
    const Chart closed = std::move(own->second);
    m_charts.erase(own);
    noteInterest(closed.fetch.instrument);
    return closed.fetch.symbol;
}

void TradeBarDesk::loadEarlier(quint64 id)
{
    if (const auto own = m_charts.find(id); own != m_charts.end())
        askEarlier(own->second);
}

void TradeBarDesk::reset()
{
    m_charts.clear();
    m_fetcher.setTimeKnown(false);
    m_fetcher.forget();
}

void TradeBarDesk::onTimeKnown()
{
    m_fetcher.setTimeKnown(true);
    advanceAll();
}

void TradeBarDesk::restart(const QString &symbol)
{
    for (auto &[id, chart] : m_charts)
        if (chart.fetch.symbol == symbol)
            beginAgain(chart);
    advanceAll();
}

void TradeBarDesk::restart(AssetClass assetClass)
{
    m_fetcher.forget();
    for (auto &[id, chart] : m_charts)
        if (symbology::classOf(chart.fetch.symbol) == assetClass)
            beginAgain(chart);
    advanceAll();
}

QStringList TradeBarDesk::symbols() const
{
    QStringList symbols;
    for (const auto &[id, chart] : m_charts)
        symbols += chart.fetch.symbol;
    return symbols;
}

void TradeBarDesk::feed(InstrumentId instrument)
{
    InstrumentState &state = m_context.hub->state(instrument);
    if (state.barPrints.empty())
        return;
    for (auto &[id, chart] : m_charts) {
        if (chart.fetch.instrument != instrument)
            continue;
        chart.feed->addPrints(state.barPrints);
        if (chart.feed->hasWork() || chart.feed->join().awaitsRest())
            m_turn.start(0ms);
    }
    state.barPrints.clear();
}

// --- what is fetched
// ------------------------------------------------------------------------------------------------

void TradeBarDesk::tick()
{
    for (auto &[id, chart] : m_charts)
        retryFailed(chart);
    advanceAll();
    m_fetcher.dropUnused();
}

void TradeBarDesk::retryFailed(Chart &chart)
{
    const Duration now = m_context.wall.monotonic();
    if (chart.feed->hasFailed() && !chart.retry.isWaiting())
        chart.retry.fail(Error::Code::Network, now);
    if (chart.retry.takeDue(now))
        beginAgain(chart);
}

void TradeBarDesk::advanceAll()
{
    for (auto &[id, chart] : m_charts)
        advance(chart);
}

void TradeBarDesk::advance(Chart &chart)
{
    while (!m_fetcher.advance(chart.fetch, chart.feed->join(), false))
        beginAgain(chart);
    if (chart.feed->join().isBased())
        chart.retry.settle();
    if (chart.earlier && chart.earlier->isDone()) {
        const std::unique_ptr<TickDownload> done = std::move(chart.earlier);
        chart.feed->addEarlier(done->ticks());
    }
    if (chart.feed->hasWork())
        m_turn.start(0ms);
}

void TradeBarDesk::askEarlier(Chart &chart)
{
    const std::optional<TimeRange> range = chart.feed->beginEarlier();
    if (!range)
        return;
    const TickDownload::Wanted wanted { chart.fetch.symbol, chart.fetch.instrument, range->from,
                                        range->to, false };
    chart.earlier
        = std::make_unique<TickDownload>(m_context, wanted, [this] { m_turn.start(0ms); });
}

/// One slice of one chart, each in its turn.
void TradeBarDesk::work()
{
    advanceAll();
    auto next = m_charts.upper_bound(m_lastWorked);
    for (std::size_t tried = 0; tried < m_charts.size(); ++tried, ++next) {
        if (next == m_charts.end())
            next = m_charts.begin();
        Chart &chart = next->second;
        if (!chart.feed->hasWork())
            continue;
        m_lastWorked = next->first;
        chart.feed->work(ticksPerTurn);
        if (chart.feed->wantsMore())
            askEarlier(chart);
        advance(chart);
        m_turn.start(0ms);
        break;
    }
    emit changed();
}

std::vector<ChartUpdate> TradeBarDesk::take()
{
    std::vector<ChartUpdate> updates;
    for (auto &[id, chart] : m_charts) {
        const DataBadge &badge = m_context.hub->badge(symbology::classOf(chart.fetch.symbol));
        if (!chart.feed->isDirty() && chart.badge == badge)
            continue;
        chart.badge = badge;
        updates.push_back(chart.feed->take());
        updates.back().badge = badge;
    }
    return updates;
}

} // namespace tapeline
