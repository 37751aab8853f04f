#include "flowdesk.h"

#include "pricestep.h"
#include "symbology.h"
#include "wholerecent.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The newest trades may not all be in what is fetched: so many are left to be fetched when the
/// stream has begun.
constexpr Duration unsettled = 10s;
/// What no flow uses any more is kept for so long.
constexpr Duration longestUnused = 30s;

/// After the last instant of a time that was told in milliseconds.
Timestamp nextMillisecond(Timestamp time)
{
    return std::chrono::floor<std::chrono::milliseconds>(time) + 1ms;
}

} // namespace

FlowDesk::FlowDesk(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &FlowDesk::work);
}

void FlowDesk::open(quint64 id, const QString &symbol, Timeframe timeframe, ClassifierRule rule)
{
    Flow &flow = m_flows[id];
    flow.symbol = symbol;
    flow.rule = rule;
    begin(flow, id, timeframe);
    advance(flow);
}

/// What is kept of the tape is its beginning: without history all of it, else what came after a gap
/// that history closes.
void FlowDesk::begin(Flow &flow, quint64 id, Timeframe timeframe)
{
    const InstrumentId instrument
        = m_context.hasSource() ? m_context.hub->symbols().intern(flow.symbol) : InstrumentId();
    if (instrument.isValid())
        feed(instrument); // they are on the tape too, and would count twice
    const AssetClass assetClass = symbology::classOf(flow.symbol);
    flow.join = std::make_unique<FlowJoin>(id, timeframe, ruleOf(flow), assetClass,
                                           priceStepOf(flow.symbol));
    flow.history.reset();
    flow.rest.reset();
    if (!instrument.isValid())
        return;
    flow.instrument = instrument;
    noteInterest(flow.instrument);
    const InstrumentState &state = m_context.hub->state(flow.instrument);
    if (canFetch(flow))
        return flow.join->addPrints(wholeRecent(state));
    flow.join->addPrints(std::vector(state.recent.begin(), state.recent.end()));
    flow.join->addHistory(nullptr);
}

ClassifierRule FlowDesk::ruleOf(const Flow &flow) const
{
    const AssetClass assetClass = symbology::classOf(flow.symbol);
    if (assetClass == AssetClass::Crypto)
        return ClassifierRule::Venue;
    const bool quoted = !m_context.hasSource() || !m_context.hasRest()
        || m_context.has(assetClass, DataKind::StreamQuotes);
    return quoted ? flow.rule : ClassifierRule::Tick;
}

bool FlowDesk::canFetch(const Flow &flow) const
{
    return m_context.hasRest() && m_context.has(symbology::classOf(flow.symbol), DataKind::Trades);
}

void FlowDesk::noteInterest(InstrumentId instrument)
{
    m_context.hub->state(instrument).flowInterest
        = quint16(std::ranges::count_if(m_flows, [instrument](const auto &entry) {
              return entry.second.instrument == instrument;
          }));
}

QString FlowDesk::close(quint64 id)
{
    const auto own = m_flows.find(id);
    if (own == m_flows.end())
        return {};
    const Flow closed = std::move(own->second);
    m_flows.erase(own);
    if (m_context.hasSource())
        noteInterest(closed.instrument);
    return closed.symbol;
}

std::optional<double> FlowDesk::sessionDelta(const QString &symbol, Timestamp at) const
{
    for (const auto &[id, flow] : m_flows)
        if (flow.symbol == symbol)
            if (const std::optional<HalfQty> delta = flow.join->sessionDelta(at))
                return delta->toDouble();
    return {};
}

void FlowDesk::restartAll()
{
    m_downloads.clear();
    for (auto &[id, flow] : m_flows)
        begin(flow, id, flow.join->timeframe());
    advanceAll();
}

void FlowDesk::reset()
{
    m_timeKnown = false;
    m_downloads.clear();
    for (auto &[id, flow] : m_flows)
        flow.instrument = {}; // of the old source
    for (auto &[id, flow] : m_flows)
        begin(flow, id, flow.join->timeframe());
}

void FlowDesk::onTimeKnown()
{
    m_timeKnown = true;
    advanceAll();
}

void FlowDesk::feed(InstrumentId instrument)
{
    InstrumentState &state = m_context.hub->state(instrument);
    if (state.flowPrints.empty())
        return;
    for (auto &[id, flow] : m_flows) {
        if (flow.instrument != instrument)
            continue;
        flow.join->addPrints(state.flowPrints);
        if (flow.join->hasWork() || flow.join->awaitsRest())
            m_turn.start(0ms);
    }
    state.flowPrints.clear();
}

// --- history
// ------------------------------------------------------------------------------------------------

void FlowDesk::tick()
{
    advanceAll();
    dropUnused();
}

void FlowDesk::advanceAll()
{
    for (auto &[id, flow] : m_flows)
        advance(flow);
}

/// The next step towards a flow that is joined.
void FlowDesk::advance(Flow &flow)
{
    if (!m_context.hasSource())
        return;
    const std::unique_ptr<FlowJoin> &join = flow.join;
    const bool canAsk = m_timeKnown || join->first();
    if (join->awaitsHistory() && !flow.history && canAsk)
        askHistory(flow);
    if (join->awaitsHistory() && flow.history && flow.history->isDone())
        join->addHistory(flow.history->ticks());
    if (join->awaitsRest() && !flow.rest)
        askRest(flow);
    if (join->awaitsRest() && flow.rest && flow.rest->isDone())
        join->addRest(flow.rest->ticks());
    if (!join->history() && flow.history && flow.history->isDone())
        flow.history.reset();
    if (join->hasWork())
        m_turn.start(0ms);
}

/// Up to the first print of the stream, or as far as there is something by now.
void FlowDesk::askHistory(Flow &flow)
{
    TickDownload::Wanted wanted { flow.symbol, flow.instrument, {}, {}, usesQuotes(flow) };
    if (const std::optional<TapePrint> &first = flow.join->first()) {
        wanted.from = dayStart(flow.symbol, first->trade.time);
        wanted.until = nextMillisecond(first->trade.time);
    } else {
        const AssetClass assetClass = symbology::classOf(flow.symbol);
        const bool isStreamed = m_context.has(assetClass, DataKind::StreamTrades);
        wanted.until = m_context.viewNow(assetClass) - (isStreamed ? unsettled : Duration());
        wanted.from = markethours::newestDayStart(m_context.calendar, assetClass, wanted.until);
    }
    flow.history = download(wanted);
}

/// From there to the first print, unless that is of another day: then there is nothing before it
/// that belongs to it.
void FlowDesk::askRest(Flow &flow)
{
    const Timestamp first = flow.join->first()->trade.time;
    if (dayStart(flow.symbol, first) > dayStart(flow.symbol, flow.join->history()->from)) {
        begin(flow, flow.join->id(), flow.join->timeframe());
        return askHistory(flow);
    }
    const TickDownload::Wanted wanted { flow.symbol, flow.instrument, flow.join->history()->until,
                                        nextMillisecond(first), usesQuotes(flow) };
    flow.rest = std::make_unique<TickDownload>(m_context, wanted, [this] { m_turn.start(0ms); });
}

bool FlowDesk::usesQuotes(const Flow &flow) const
{
    return m_context.has(symbology::classOf(flow.symbol), DataKind::Quotes)
        && flow.join->usesQuotes();
}

/// History goes back to where the trading day begins.
Timestamp FlowDesk::dayStart(const QString &symbol, Timestamp time) const
{
    const AssetClass assetClass = symbology::classOf(symbol);
    return markethours::dayStart(assetClass, markethours::tradingDay(assetClass, time));
}

/// The same for all flows that can do with it.
std::shared_ptr<TickDownload> FlowDesk::download(const TickDownload::Wanted &wanted)
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
    auto ticks = std::make_shared<TickDownload>(m_context, wanted, [this] { m_turn.start(0ms); });
    m_downloads.push_back({ std::move(ticks), now, isSettled });
    return m_downloads.back().ticks;
}

void FlowDesk::dropUnused()
{
    const Duration now = m_context.wall.monotonic();
    std::erase_if(m_downloads, [now](Download &own) {
        const bool isUsed = own.ticks.use_count() > 1;
        if (isUsed)
            own.usedAt = now;
        return !isUsed && (!own.ticks->isDone() || now - own.usedAt > longestUnused);
    });
}

/// One portion of what waits to be taken, or one slice of one flow, each in its turn.
void FlowDesk::work()
{
    advanceAll();
    if (std::exchange(m_hasMore, false)) {
        m_turn.start(0ms);
        emit summed();
        return;
    }
    auto next = m_flows.upper_bound(m_lastWorked);
    for (std::size_t tried = 0; tried < m_flows.size(); ++tried, ++next) {
        if (next == m_flows.end())
            next = m_flows.begin();
        if (!next->second.join->hasWork())
            continue;
        m_lastWorked = next->first;
        next->second.join->work(ticksPerTurn);
        advance(next->second);
        if (!next->second.join->hasWork())
            emit summed();
        m_turn.start(0ms);
        return;
    }
}

std::vector<FlowUpdate> FlowDesk::take()
{
    std::vector<FlowUpdate> updates;
    m_hasMore = false;
    for (auto &[id, flow] : m_flows) {
        if (!flow.join->isDirty())
            continue;
        updates.push_back(flow.join->take());
        m_hasMore = m_hasMore || flow.join->isDirty();
    }
    if (m_hasMore)
        m_turn.start(0ms);
    return updates;
}

} // namespace tapeline
