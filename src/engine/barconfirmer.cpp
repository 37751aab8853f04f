#include "barconfirmer.h"

#include "massivebars.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Minute bars are published a second after the minute, second bars two seconds after the second.
constexpr Duration settling = 4s;
constexpr Timeframe quarterOfAnHour(15, TimeUnit::Minute);
constexpr Duration revised = 16min;

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
    m_refused = {};
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
    if (!m_context.hasRest())
        return;
    for (auto &[id, watch] : m_watched) {
        const InstrumentState &state = m_context.hub->state(id);
        const AssetClass assetClass = state.assetClass;
        if (state.bars.isRunning() && !state.holding && !m_context.isScarce(assetClass)
            && !m_refused[std::size_t(assetClass)])
            check(id, watch, m_context.viewNow(assetClass));
    }
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
    if (m_context.has(m_context.classOf(id), DataKind::SecondBars))
        ask(id, watch, TimeUnit::Second, ended);
}

void BarConfirmer::ask(InstrumentId id, Watch &watch, TimeUnit unit, Timestamp ended)
{
    quint64 &request = watch.requests[slotOf(unit)];
    const auto stretch = m_context.hub->state(id).bars.toConfirm(unit, ended);
    if (!stretch || request != 0)
        return;
    const BarQuery bars { m_context.hub->symbols().symbol(id),
                          Timeframe(1, unit),
                          true,
                          { stretch->from, stretch->to + 1ms } };
    const BarSource::Question question = MassiveBars().question(bars);
    request = m_context.requests.ask(
        question.path, question.query,
        { RestPriority::Prefetch, RestPurpose::BarCheck, bars.symbol },
        [this, id, bars, stretch = *stretch](const RestReply &reply) {
            const auto watched = m_watched.find(id);
            if (watched == m_watched.end())
                return;
            const TimeUnit own = bars.timeframe.unit();
            watched->second.requests[slotOf(own)] = 0;
            const Result<BarsPage> page = m_context.read(
                reply, [&bars](QByteArrayView body) { return MassiveBars().decode(bars, body); });
            if (page)
                onBars(id, own, stretch, page->bars);
            else
                onFailure(m_context.classOf(id), own, page.error().code);
        });
}

/// Asked again after the next minute, where that may help.
void BarConfirmer::onFailure(AssetClass assetClass, TimeUnit unit, Error::Code reason)
{
    if (reason == Error::Code::NotEntitled && unit == TimeUnit::Second)
        m_context.capabilities.refuse(productOf(assetClass), DataKind::SecondBars);
    else if (reason == Error::Code::NotEntitled || reason == Error::Code::Unauthorized)
        m_refused[std::size_t(assetClass)] = true;
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
