#include "comparisondesk.h"

#include "easterntime.h"
#include "marketcontext.h"
#include "symbology.h"
#include "yahoodecoder.h"

namespace tapeline {

namespace {

const Timeframe day(1, TimeUnit::Day);
/// Holds the last day that is over, whatever holidays there were.
constexpr Duration daysAsked = 24h * 8;

AssetClass classOf(const QString &symbol)
{
    return symbology::classOf(symbol);
}

} // namespace

ComparisonDesk::ComparisonDesk(MarketContext &context, RequestBook &other, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_other(other)
{
}

void ComparisonDesk::configure(bool enabled, double percent)
{
    m_enabled = enabled;
    m_rules.percent = percent;
    m_comparison.setRules(m_rules);
    if (!enabled)
        reset();
}

void ComparisonDesk::reset()
{
    m_other.cancel(std::exchange(m_request, 0));
    m_comparison = PriceComparison(m_rules);
    m_askedAt.clear();
    m_told.clear();
}

/// One question at a time, about whom was asked longest ago.
void ComparisonDesk::tick(const QStringList &symbols)
{
    if (!m_enabled || m_request != 0)
        return;
    const Duration now = m_context.wall.monotonic();
    const Duration between = m_context.recency(AssetClass::Stocks) == Recency::EndOfDay
        ? betweenCloses
        : betweenPrices;
    for (const QString &symbol : symbols) {
        const auto asked = m_askedAt.find(symbol);
        if (asked != m_askedAt.end() && now - asked->second < between)
            continue;
        m_askedAt.insert_or_assign(symbol, now);
        ask(symbol);
        if (m_request != 0)
            return;
    }
}

void ComparisonDesk::ask(const QString &symbol)
{
    const Timestamp now = m_context.marketNow();
    BarQuery query { symbol, day, true, { now - daysAsked, now } };
    query.range = m_source.coverage(query, now).intersected(query.range);
    if (query.range.isEmpty())
        return; // it has nothing of this kind
    const BarSource::Question question = m_source.question(query);
    m_request = m_other.ask(question.path, question.query,
                            { RestPriority::Background, RestPurpose::Comparison, symbol },
                            [this, query](const RestReply &reply) { onAnswer(query, reply); });
}

void ComparisonDesk::onAnswer(const BarQuery &query, const RestReply &reply)
{
    m_request = 0;
    if (!reply.ok)
        return; // asked again after the usual while
    compareLast(query.symbol, reply.body);
    compareClose(query, reply.body);
    judge(query.symbol);
}

void ComparisonDesk::compareLast(const QString &symbol, QByteArrayView body)
{
    const Result<YahooLast> other = decodeYahooLast(body, classOf(symbol));
    const InstrumentSnapshot &own = m_context.hub->state(symbol).snapshot;
    if (!other || own.lastTime == Timestamp {})
        return;
    const auto last = [this](Price price, Timestamp time) {
        return PriceComparison::Last { price, time, m_context.calendar.partAt(time) };
    };
    m_comparison.addLast(symbol, last(own.last, own.lastTime), last(other->price, other->time),
                         m_context.marketNow());
}

void ComparisonDesk::compareClose(const BarQuery &query, QByteArrayView body)
{
    const auto [date, close] = ownClose(query.symbol);
    const Result<BarsPage> days = m_source.decode(query, body);
    if (!days || close == Price())
        return;
    const Timestamp start = easterntime::at(date);
    for (const Candle &bar : days->bars)
        if (bar.start == start)
            m_comparison.addClose(query.symbol, start, close, bar.close);
}

/// The last close that the chosen source has told, and of which day.
std::pair<QDate, Price> ComparisonDesk::ownClose(const QString &symbol) const
{
    const InstrumentSnapshot &own = m_context.hub->state(symbol).snapshot;
    const Timestamp now = m_context.marketNow();
    if (m_context.recency(classOf(symbol)) == Recency::EndOfDay)
        return { easterntime::date(m_context.calendar.completedUntil(now) - 1ms), own.last };
    const QDate today = easterntime::date(now);
    if (m_context.calendar.partAt(now) != SessionPart::Regular)
        return {}; // whether the figures are of today or of the day before is not said
    return { m_context.calendar.previousTradingDay(today), own.previousClose };
}

void ComparisonDesk::judge(const QString &symbol)
{
    const std::optional<Discrepancy> found = m_comparison.of(symbol);
    if (!found)
        m_told.remove(symbol);
    else if (!m_told.contains(symbol)) {
        m_told.insert(symbol);
        emit disagreed(*found);
    }
}

} // namespace tapeline
