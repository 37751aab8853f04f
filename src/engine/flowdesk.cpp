#include "flowdesk.h"

#include "easterntime.h"
#include "ticksdecoder.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

QUrlQuery newestFirst(Timestamp from, Timestamp to)
{
    return { { u"timestamp.gte"_s, QString::number(toNs(from)) },
             { u"timestamp.lte"_s, QString::number(toNs(to)) },
             { u"order"_s, u"desc"_s },
             { u"limit"_s, QString::number(FlowDesk::rowsPerPage) } };
}

/// The first print of the stream, or a later one. Streams tell milliseconds only: numbers say which
/// of one were before it.
bool isStreamed(const Trade &trade, const Trade &first)
{
    const bool numbered = trade.sequence != 0 && first.sequence != 0
        && easterntime::date(trade.time) == easterntime::date(first.time);
    return numbered ? trade.sequence >= first.sequence : trade.time >= first.time;
}

/// Its venues say of each trade who was the aggressor; no rule knows better.
bool isCrypto(const QString &symbol)
{
    return symbol.startsWith("X:"_L1);
}

/// The last instant of a time that was told in milliseconds.
Timestamp endOfMillisecond(Timestamp time)
{
    return std::chrono::floor<std::chrono::milliseconds>(time) + 1ms - Duration(1);
}

} // namespace

FlowDesk::FlowDesk(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void FlowDesk::open(quint64 id, const QString &symbol, Timeframe timeframe, ClassifierRule rule)
{
    if (m_context.hasSource())
        feed(m_context.hub->symbols().intern(symbol)); // else the new one would see them twice
    Flow &flow = m_flows[id];
    flow.symbol = symbol;
    flow.rule = rule;
    begin(flow, id, timeframe);
}

/// What is kept of the tape is its beginning.
void FlowDesk::begin(Flow &flow, quint64 id, Timeframe timeframe)
{
    const bool quoted
        = !m_context.hasSource() || !m_context.hasRest() || m_context.has(DataKind::StreamQuotes);
    flow.feed = std::make_unique<FlowFeed>(id, timeframe,
                                           isCrypto(flow.symbol) ? ClassifierRule::Venue
                                               : quoted          ? flow.rule
                                                                 : ClassifierRule::Tick);
    flow.asked = false;
    flow.trades.clear();
    flow.quotes.clear();
    if (!m_context.hasSource())
        return;
    flow.instrument = m_context.hub->symbols().intern(flow.symbol);
    noteInterest(flow.instrument);
    const InstrumentState &state = m_context.hub->state(flow.instrument);
    flow.feed->addPrints(std::vector(state.recent.begin(), state.recent.end()));
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
    m_context.requests.cancel(closed.request);
    if (m_context.hasSource())
        noteInterest(closed.instrument);
    return closed.symbol;
}

void FlowDesk::restartAll()
{
    for (auto &[id, flow] : m_flows) {
        m_context.requests.cancel(std::exchange(flow.request, 0));
        begin(flow, id, flow.feed->timeframe());
    }
}

void FlowDesk::reset()
{
    for (auto &[id, flow] : m_flows) {
        flow.request = 0; // went with the source
        begin(flow, id, flow.feed->timeframe());
    }
}

FlowDesk::Flow *FlowDesk::find(quint64 id)
{
    const auto own = m_flows.find(id);
    return own == m_flows.end() ? nullptr : &own->second;
}

void FlowDesk::feed(InstrumentId instrument)
{
    InstrumentState &state = m_context.hub->state(instrument);
    if (state.flowPrints.empty())
        return;
    for (auto &[id, flow] : m_flows)
        if (flow.instrument == instrument)
            flow.feed->addPrints(state.flowPrints);
    state.flowPrints.clear();
}

// --- history
// ------------------------------------------------------------------------------------------------

void FlowDesk::tick()
{
    for (auto &[id, flow] : m_flows) {
        const std::optional<TapePrint> &first = flow.feed->firstStreamed();
        if (flow.asked || !first)
            continue;
        flow.asked = true;
        flow.pages = 0;
        flow.until = *first;
        if (m_context.hasRest() && m_context.has(DataKind::Trades))
            askTrades(flow, id, {});
        else
            flow.feed->endHistory();
    }
}

/// History goes back to where the trading day begins.
Timestamp FlowDesk::dayStart(Timestamp time) const
{
    return easterntime::at(easterntime::date(time));
}

void FlowDesk::askTrades(Flow &flow, quint64 id, const QString &nextUrl)
{
    const bool first = nextUrl.isEmpty();
    const Timestamp until = endOfMillisecond(flow.until.trade.time);
    flow.request = m_context.requests.ask(
        first ? u"/v3/trades/"_s + flow.symbol : nextUrl,
        first ? newestFirst(dayStart(until), until) : QUrlQuery(), RestPriority::OnScreen,
        [this, id](const RestReply &reply) {
            Flow *own = find(id);
            if (!own)
                return;
            own->request = 0;
            const Result<TradesPage> page = m_context.read(
                reply, [own](QByteArrayView body) { return decodeTrades(body, own->instrument); });
            if (!page)
                return onTrades(*own, id, false);
            own->trades.insert(own->trades.end(), page->trades.begin(), page->trades.end());
            if (!page->nextUrl.isEmpty() && ++own->pages < mostPages)
                return askTrades(*own, id, page->nextUrl);
            onTrades(*own, id, page->nextUrl.isEmpty());
        });
}

/// complete: all of the day. What came before a page failed is whole from its oldest on.
void FlowDesk::onTrades(Flow &flow, quint64 id, bool complete)
{
    if (!complete && flow.trades.empty())
        return flow.feed->endHistory();
    flow.from = complete ? dayStart(flow.until.trade.time) : flow.trades.back().time + Duration(1);
    flow.pages = 0;
    if (m_context.has(DataKind::Quotes) && flow.feed->usesQuotes())
        askQuotes(flow, id, {});
    else
        finish(flow);
}

void FlowDesk::askQuotes(Flow &flow, quint64 id, const QString &nextUrl)
{
    const bool first = nextUrl.isEmpty();
    flow.request = m_context.requests.ask(
        first ? u"/v3/quotes/"_s + flow.symbol : nextUrl,
        first ? newestFirst(flow.from, endOfMillisecond(flow.until.trade.time)) : QUrlQuery(),
        RestPriority::OnScreen, [this, id](const RestReply &reply) {
            Flow *own = find(id);
            if (!own)
                return;
            own->request = 0;
            const Result<QuotesPage> page = m_context.read(
                reply, [own](QByteArrayView body) { return decodeQuotes(body, own->instrument); });
            if (!page)
                return onQuotes(*own, false);
            own->quotes.insert(own->quotes.end(), page->quotes.begin(), page->quotes.end());
            if (!page->nextUrl.isEmpty() && ++own->pages < mostPages)
                return askQuotes(*own, id, page->nextUrl);
            onQuotes(*own, page->nextUrl.isEmpty());
        });
}

void FlowDesk::onQuotes(Flow &flow, bool complete)
{
    if (!complete && flow.quotes.empty()) {
        flow.trades = {};
        return flow.feed->endHistory();
    }
    if (!complete)
        flow.from = std::max(flow.from, flow.quotes.back().time + Duration(1));
    finish(flow);
}

/// In the order of time, and nothing that the stream brought too.
void FlowDesk::finish(Flow &flow)
{
    std::vector<Trade> trades = std::exchange(flow.trades, {});
    std::vector<Quote> quotes = std::exchange(flow.quotes, {});
    std::erase_if(trades, [&](const Trade &trade) {
        return trade.time < flow.from || isStreamed(trade, flow.until.trade);
    });
    std::reverse(trades.begin(), trades.end());
    std::reverse(quotes.begin(), quotes.end());
    flow.feed->addHistory(trades, quotes, flow.from);
}

std::vector<FlowUpdate> FlowDesk::take()
{
    std::vector<FlowUpdate> updates;
    for (auto &[id, flow] : m_flows)
        if (flow.feed->isDirty())
            updates.push_back(flow.feed->take());
    return updates;
}

} // namespace tapeline
