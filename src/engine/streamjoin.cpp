#include "streamjoin.h"

#include "massivebars.h"
#include "massiveticks.h"
#include "restdecoder.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// How long the service may take to acknowledge a subscription. It never does so for a channel it
/// does not know (massive-api.md 6.2).
constexpr Duration acknowledgementPatience = 1500ms;
/// Trades reach the tape a little out of order.
constexpr Duration overlap = 2s;
constexpr int mostPages = 10;

} // namespace

Timestamp minuteOf(Timestamp time)
{
    return Timeframe(1, TimeUnit::Minute).windowStart(time);
}

StreamJoin::StreamJoin(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void StreamJoin::reset()
{
    m_joins.clear();
}

void StreamJoin::begin(InstrumentId id)
{
    if (m_joins.contains(id))
        return;
    m_context.hub->hold(id);
    await(m_joins[id]);
}

void StreamJoin::end(InstrumentId id)
{
    const auto join = m_joins.find(id);
    if (join == m_joins.end())
        return;
    m_context.requests.cancel(join->second.request);
    m_joins.erase(join);
    m_context.hub->release(id);
    m_context.hub->state(id).bars.stop();
}

void StreamJoin::endAll(AssetClass assetClass)
{
    for (auto join = m_joins.begin(); join != m_joins.end();) {
        const InstrumentId id = (join++)->first; // before it goes
        if (m_context.classOf(id) == assetClass)
            end(id);
    }
}

bool StreamJoin::isJoined(InstrumentId id) const
{
    const auto join = m_joins.find(id);
    return join != m_joins.end() && join->second.stage == Stage::Joined;
}

void StreamJoin::onBreak(AssetClass stream, Duration length)
{
    const auto away = Duration(qint64(double(length.count()) * m_context.source.speed));
    for (auto &[id, join] : m_joins) {
        const AssetClass assetClass = m_context.classOf(id);
        if (!m_context.streams.carries(stream, assetClass))
            continue;
        const Timestamp now = std::max(m_context.hub->newestEvent(assetClass), join.from);
        m_context.requests.cancel(join.request);
        join.request = 0;
        m_context.hub->hold(id);
        if (join.stage == Stage::Joined) {
            const Timestamp newest = m_context.hub->state(id).seenBeforeBreak->newest;
            join.afterBreak = true;
            join.brokenAt = newest != Timestamp {} ? newest : now;
        }
        // The clock may not know yet how long this computer slept
        join.resumedAt = std::max(viewNow(id), join.brokenAt + away);
        await(join);
    }
}

void StreamJoin::await(Join &join)
{
    join.stage = Stage::Waiting;
    join.heldSince = m_context.wall.monotonic();
}

void StreamJoin::onSubscribed(InstrumentId id)
{
    const auto join = m_joins.find(id);
    if (join != m_joins.end() && join->second.stage == Stage::Waiting)
        ask(id, join->second);
}

void StreamJoin::tick()
{
    const Duration now = m_context.wall.monotonic();
    for (auto &[id, join] : m_joins) {
        if (join.stage == Stage::Joined)
            continue;
        // Nobody can have acknowledged anything yet
        if (join.stage == Stage::Waiting && !isConnected(id))
            join.heldSince = now;
        if (now - join.heldSince >= longestHold)
            giveUp(id, join);
        else if (join.stage == Stage::Waiting && now - join.heldSince >= acknowledgementPatience)
            ask(id, join);
    }
}

bool StreamJoin::hasTrades(InstrumentId id) const
{
    return m_context.has(m_context.classOf(id), DataKind::StreamTrades);
}

bool StreamJoin::isConnected(InstrumentId id) const
{
    const StreamState state = m_context.streams.of(m_context.classOf(id)).state;
    return state != StreamState::Connecting && state != StreamState::Authenticating;
}

Timestamp StreamJoin::viewNow(InstrumentId id) const
{
    return m_context.viewNow(m_context.classOf(id));
}

/// The rest is BarConfirmer's.
void StreamJoin::giveUp(InstrumentId id, Join &join)
{
    m_context.requests.cancel(std::exchange(join.request, 0));
    if (hasTrades(id))
        finishTrades(id, join, false);
    else
        finishSeconds(id, join, Error { Error::Code::Network, u"The answer took too long."_s });
}

void StreamJoin::ask(InstrumentId id, Join &join)
{
    join.stage = Stage::Asking;
    join.fetched.clear();
    join.pages = 0;
    const Timestamp now = viewNow(id);
    if (join.afterBreak)
        join.from = join.brokenAt - overlap;
    else if (join.from == Timestamp {}) // else it broke off while it was being joined
        join.from = minuteOf(now);
    const Timestamp until = join.afterBreak ? std::max(now, join.resumedAt) : now;
    if (!hasTrades(id))
        askSeconds(id, join);
    else if (!m_context.has(m_context.classOf(id), DataKind::Trades)
             || until - join.from > longestBackfill)
        finishTrades(id, join, false);
    else
        askTrades(id, join, {});
}

// --- trades
// ----------------------------------------------------------------------------------------------------

void StreamJoin::askTrades(InstrumentId id, Join &join, const QString &nextUrl)
{
    const QString symbol = m_context.hub->symbols().symbol(id);
    const BarSource::Question question
        = massiveticks::trades(symbol, { join.from, Timestamp::max() },
                               massiveticks::Order::OldestFirst, massiveticks::mostRows);
    const bool first = nextUrl.isEmpty();
    join.request = m_context.requests.ask(
        first ? question.path : nextUrl, first ? question.query : QUrlQuery(),
        { RestPriority::Interactive, RestPurpose::Backfill, symbol },
        [this, id](const RestReply &reply) {
            const auto own = m_joins.find(id);
            if (own == m_joins.end())
                return;
            Join &asked = own->second;
            asked.request = 0;
            const Result<TradesPage> page = m_context.read(
                reply, [id](QByteArrayView body) { return decodeTrades(body, id); });
            if (!page) {
                if (page.error().code == Error::Code::NotEntitled)
                    m_context.capabilities.refuse(productOf(m_context.classOf(id)),
                                                  DataKind::Trades);
                finishTrades(id, asked, false);
                return;
            }
            asked.fetched.insert(asked.fetched.end(), page->trades.begin(), page->trades.end());
            if (page->nextUrl.isEmpty())
                finishTrades(id, asked, true);
            else if (++asked.pages >= mostPages)
                finishTrades(id, asked, false);
            else
                askTrades(id, asked, page->nextUrl);
        });
}

/// complete: nothing is missing from join.from on.
void StreamJoin::finishTrades(InstrumentId id, Join &join, bool complete)
{
    const std::vector<Trade> fetched = std::exchange(join.fetched, {});
    const auto completeFrom = complete ? std::optional(join.from) : std::nullopt;
    if (!join.afterBreak) {
        m_context.hub->releaseIntoBars(id, fetched, completeFrom, minuteOf(join.from));
        if (!complete)
            m_context.hub->state(id).bars.miss(join.from, viewNow(id));
    } else {
        const qint64 count = m_context.hub->release(id, fetched, completeFrom);
        if (!complete)
            m_context.hub->state(id).bars.miss(join.brokenAt, join.resumedAt);
        tell(id, complete ? ConnectionEvent::Kind::GapFilled : ConnectionEvent::Kind::GapRemains,
             viewNow(id) - join.brokenAt, count);
    }
    finish(id, join);
}

// --- second bars
// -----------------------------------------------------------------------------------------------

void StreamJoin::askSeconds(InstrumentId id, Join &join)
{
    const BarQuery seconds { m_context.hub->symbols().symbol(id),
                             Timeframe(1, TimeUnit::Second),
                             true,
                             { join.from, viewNow(id) + 1ms } };
    const BarSource::Question question = MassiveBars().question(seconds);
    join.request = m_context.requests.ask(
        question.path, question.query,
        { RestPriority::Interactive, RestPurpose::Backfill, seconds.symbol },
        [this, id, seconds](const RestReply &reply) {
            const auto own = m_joins.find(id);
            if (own == m_joins.end())
                return;
            own->second.request = 0;
            finishSeconds(id, own->second, m_context.read(reply, [&seconds](QByteArrayView body) {
                return MassiveBars().decode(seconds, body);
            }));
        });
}

void StreamJoin::finishSeconds(InstrumentId id, Join &join, const Result<BarsPage> &page)
{
    const std::vector<Candle> fetched = page ? page->bars : std::vector<Candle>();
    const auto completeFrom = page ? std::optional(join.from) : std::nullopt;
    LiveBars &bars = m_context.hub->state(id).bars;
    const qint64 count = m_context.hub->releaseSeconds(id, fetched, completeFrom);
    if (!join.afterBreak)
        bars.begin(minuteOf(join.from), LiveBars::From::SecondBars);
    for (const Candle &bar : fetched)
        bars.replace(secondBar(id, bar));
    const Timestamp from = join.afterBreak ? join.brokenAt : join.from;
    const Timestamp to = join.afterBreak ? join.resumedAt : viewNow(id);
    if (!page)
        bars.miss(from, to);
    else if (join.afterBreak)
        bars.doubt(from, to);
    if (join.afterBreak)
        tell(id, page ? ConnectionEvent::Kind::GapFilled : ConnectionEvent::Kind::GapRemains,
             viewNow(id) - join.brokenAt, count);
    finish(id, join);
}

void StreamJoin::finish(InstrumentId id, Join &join)
{
    join.stage = Stage::Joined;
    emit joined(id);
}

void StreamJoin::tell(InstrumentId id, ConnectionEvent::Kind kind, Duration length, qint64 count)
{
    m_context.log.add({ .kind = kind,
                        .length = std::max(length, Duration()),
                        .count = count,
                        .symbol = m_context.hub->symbols().symbol(id) });
}

} // namespace tapeline
