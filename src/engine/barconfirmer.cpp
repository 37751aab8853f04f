#include "barconfirmer.h"

#include "restdecoder.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Minute bars are published a second after the minute, second bars two seconds after the second.
constexpr Duration settling = 4s;
constexpr Timeframe quarterOfAnHour(15, TimeUnit::Minute);
constexpr Duration revised = 16min;
constexpr int rowsPerPage = 50'000;

std::size_t slotOf(TimeUnit unit)
{
    return unit == TimeUnit::Second ? 0 : 1;
}

} // namespace

BarConfirmer::BarConfirmer(MarketContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void BarConfirmer::reset()
{
    m_refused = false;
    for (auto &[id, watch] : m_watched)
        watch = {};
}

void BarConfirmer::end(InstrumentId id)
{
    const auto watch = m_watched.find(id);
    if (watch == m_watched.end())
        return;
    for (const quint64 request : watch->second.requests)
        m_context.requests.cancel(request);
    m_watched.erase(watch);
}

void BarConfirmer::tick()
{
    if (m_refused || !m_context.hasRest()
        || m_context.capabilities.requestsPerMinute(Product::Stocks) > 0)
        return;
    const Timestamp now = m_context.viewNow();
    for (auto &[id, watch] : m_watched)
        if (m_context.hub->state(id).bars.isRunning() && !m_context.hub->state(id).holding)
            check(id, watch, now);
}

void BarConfirmer::check(InstrumentId id, Watch &watch, Timestamp now)
{
    const Timestamp ended = now - settling;
    const Timestamp minute = Timeframe(1, TimeUnit::Minute).windowStart(ended);
    if (minute == watch.checkedMinute)
        return;
    watch.checkedMinute = minute;
    LiveBars &bars = m_context.hub->state(id).bars;
    const Timestamp quarter = quarterOfAnHour.windowStart(ended);
    if (watch.checkedQuarter != Timestamp {} && quarter != watch.checkedQuarter)
        bars.doubt(watch.checkedQuarter - revised, quarter - 1ms);
    watch.checkedQuarter = quarter;
    ask(id, watch, TimeUnit::Minute, ended);
    if (m_context.has(DataKind::SecondBars))
        ask(id, watch, TimeUnit::Second, ended);
}

void BarConfirmer::ask(InstrumentId id, Watch &watch, TimeUnit unit, Timestamp ended)
{
    quint64 &request = watch.requests[slotOf(unit)];
    const auto stretch = m_context.hub->state(id).bars.toConfirm(unit, ended);
    if (!stretch || request != 0)
        return;
    const QUrlQuery query { { u"adjusted"_s, u"true"_s },
                            { u"sort"_s, u"asc"_s },
                            { u"limit"_s, QString::number(rowsPerPage) } };
    request = m_context.requests.ask(
        u"/v2/aggs/ticker/%1/range/1/%2/%3/%4"_s.arg(m_context.hub->symbols().symbol(id))
            .arg(Timeframe(1, unit).unitName())
            .arg(toMs(stretch->from))
            .arg(toMs(stretch->to)),
        query,
        { RestPriority::Prefetch, RestPurpose::BarCheck, m_context.hub->symbols().symbol(id) },
        [this, id, unit, stretch = *stretch](const RestReply &reply) {
            const auto watched = m_watched.find(id);
            if (watched == m_watched.end())
                return;
            watched->second.requests[slotOf(unit)] = 0;
            if (const Result<BarsPage> page = m_context.read(reply, decodeBars))
                onBars(id, unit, stretch, page->bars);
            else
                onFailure(unit, page.error().code);
        });
}

/// Asked again after the next minute, where that may help.
void BarConfirmer::onFailure(TimeUnit unit, Error::Code reason)
{
    if (reason == Error::Code::NotEntitled && unit == TimeUnit::Second)
        m_context.capabilities.refuse(Product::Stocks, DataKind::SecondBars);
    else if (reason == Error::Code::NotEntitled || reason == Error::Code::Unauthorized)
        m_refused = true;
}

void BarConfirmer::onBars(InstrumentId id, TimeUnit unit, LiveBars::Stretch stretch,
                          std::span<const Candle> bars)
{
    LiveBars &own = m_context.hub->state(id).bars;
    const qint64 different = own.confirm(unit, bars, stretch);
    if (different > 0 && unit == TimeUnit::Minute)
        m_context.log.add({ .kind = ConnectionEvent::Kind::BarsCorrected,
                            .length = stretch.to - stretch.from,
                            .count = different,
                            .symbol = m_context.hub->symbols().symbol(id) });
    emit confirmed(id);
}

} // namespace tapeline
