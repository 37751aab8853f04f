#include "flowdesk.h"

#include "pricestep.h"
#include "symbology.h"
#include "wholerecent.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

FlowDesk::FlowDesk(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_fetcher(context, [this] { m_turn.start(0ms); })
{
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &FlowDesk::work);
}

void FlowDesk::open(quint64 id, const QString &symbol, Timeframe timeframe, ClassifierRule rule)
{
    Flow &flow = m_flows[id];
    flow.fetch.symbol = symbol;
    flow.rule = rule;
    begin(flow, id, timeframe);
    advance(flow);
}

/// What is kept of the tape is its beginning: without history all of it, else what came after a gap
/// that history closes.
void FlowDesk::begin(Flow &flow, quint64 id, Timeframe timeframe)
{
    const InstrumentId instrument = m_context.hasSource()
        ? m_context.hub->symbols().intern(flow.fetch.symbol)
        : InstrumentId();
    if (instrument.isValid())
        feed(instrument); // they are on the tape too, and would count twice
    const AssetClass assetClass = symbology::classOf(flow.fetch.symbol);
    flow.join = std::make_unique<FlowJoin>(id, timeframe, ruleOf(flow), assetClass,
                                           priceStepOf(flow.fetch.symbol));
    flow.fetch.reset();
    if (!instrument.isValid())
        return;
    flow.fetch.instrument = instrument;
    noteInterest(flow.fetch.instrument);
    const InstrumentState &state = m_context.hub->state(flow.fetch.instrument);
    if (m_fetcher.canFetch(flow.fetch.symbol))
        return flow.join->addPrints(wholeRecent(state));
    flow.join->addPrints(std::vector(state.recent.begin(), state.recent.end()));
    flow.join->addHistory(nullptr);
}

ClassifierRule FlowDesk::ruleOf(const Flow &flow) const
{
    const AssetClass assetClass = symbology::classOf(flow.fetch.symbol);
    if (assetClass == AssetClass::Crypto)
        return ClassifierRule::Venue;
    const bool quoted = !m_context.hasSource() || !m_context.hasRest()
        || m_context.has(assetClass, DataKind::StreamQuotes);
    return quoted ? flow.rule : ClassifierRule::Tick;
}

void FlowDesk::noteInterest(InstrumentId instrument)
{
    m_context.hub->state(instrument).flowInterest
        = quint16(std::ranges::count_if(m_flows, [instrument](const auto &entry) {
              return entry.second.fetch.instrument == instrument;
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
        noteInterest(closed.fetch.instrument);
    return closed.fetch.symbol;
}

std::optional<double> FlowDesk::sessionDelta(const QString &symbol, Timestamp at) const
{
    for (const auto &[id, flow] : m_flows)
        if (flow.fetch.symbol == symbol)
            if (const std::optional<HalfQty> delta = flow.join->sessionDelta(at))
                return delta->toDouble();
    return {};
}

void FlowDesk::restartAll()
{
    m_fetcher.forget();
    for (auto &[id, flow] : m_flows)
        begin(flow, id, flow.join->timeframe());
    advanceAll();
}

void FlowDesk::reset()
{
    m_fetcher.setTimeKnown(false);
    m_fetcher.forget();
    for (auto &[id, flow] : m_flows)
        flow.fetch.instrument = {}; // of the old source
    for (auto &[id, flow] : m_flows)
        begin(flow, id, flow.join->timeframe());
}

void FlowDesk::onTimeKnown()
{
    m_fetcher.setTimeKnown(true);
    advanceAll();
}

void FlowDesk::feed(InstrumentId instrument)
{
    InstrumentState &state = m_context.hub->state(instrument);
    if (state.flowPrints.empty())
        return;
    for (auto &[id, flow] : m_flows) {
        if (flow.fetch.instrument != instrument)
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
    m_fetcher.dropUnused();
}

void FlowDesk::advanceAll()
{
    for (auto &[id, flow] : m_flows)
        advance(flow);
}

void FlowDesk::advance(Flow &flow)
{
    if (!m_context.hasSource())
        return;
    while (!m_fetcher.advance(flow.fetch, *flow.join, usesQuotes(flow)))
        begin(flow, flow.join->id(), flow.join->timeframe());
    if (flow.join->hasWork())
        m_turn.start(0ms);
}

bool FlowDesk::usesQuotes(const Flow &flow) const
{
    return m_context.has(symbology::classOf(flow.fetch.symbol), DataKind::Quotes)
        && flow.join->usesQuotes();
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
