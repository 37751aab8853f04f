#include "tradebartape.h"

#include "pricestep.h"
#include "symbology.h"

namespace tapeline {

namespace {

/// Prints without a price before the first that has one; older ones are left out.
constexpr std::size_t mostUnpriced = 10'000;

} // namespace

TradeBarOptions tradeBarOptions(const QString &symbol, Timeframe timeframe, Price price)
{
    // The way of the price goes on over night; counts begin anew
    const bool isCount = timeframe.kind() == BarKind::Trades || timeframe.kind() == BarKind::Volume;
    return { .timeframe = timeframe,
             .assetClass = symbology::classOf(symbol),
             .step = barStepOf(symbol, price),
             .newEachDay = isCount };
}

TradeBarTape::TradeBarTape(const QString &symbol, Timeframe timeframe,
                           const MarketCalendar &calendar)
    : m_symbol(symbol)
    , m_timeframe(timeframe)
    , m_assetClass(symbology::classOf(symbol))
    , m_trades(m_assetClass, calendar)
{
}

void TradeBarTape::addPrints(std::span<const TapePrint> prints)
{
    for (const TapePrint &print : prints) {
        if (print.afterGap)
            noteGap();
        add(m_trades.of(print));
    }
}

void TradeBarTape::addFetched(const Trade &trade)
{
    add(m_trades.of(trade));
}

void TradeBarTape::setKnownFrom(Timestamp from)
{
    m_knownFrom = from;
    m_isDirty = true;
}

void TradeBarTape::add(const std::optional<BarPrint> &print)
{
    if (!print)
        return;
    if (!m_builder) {
        if (m_unpriced.size() < mostUnpriced)
            m_unpriced.push_back(*print);
        if (!print->update.last)
            return;
        m_builder.emplace(tradeBarOptions(m_symbol, m_timeframe, print->price));
        for (const BarPrint &waiting : std::exchange(m_unpriced, {}))
            add(waiting);
        return;
    }
    if (std::exchange(m_gapAhead, false))
        m_gaps.push_back(m_builder->forming() ? m_builder->forming()->start : print->time);
    m_builder->add(*print);
    m_isDirty = true;
}

void TradeBarTape::writeTo(ChartUpdate &update)
{
    m_isDirty = false;
    update.reset = std::exchange(m_isNew, false);
    if (m_builder) {
        update.bars = m_builder->takeEnded();
        if (!update.bars.empty())
            m_provisionalFrom = update.bars.back().start + Duration(1);
        if (const std::optional<Candle> &forming = m_builder->forming()) {
            update.bars.push_back(*forming);
            m_provisionalFrom = forming->start;
        }
        if (!m_firstStart && !update.bars.empty())
            m_firstStart = update.bars.front().start;
    }
    update.provisionalFrom = m_provisionalFrom;
    update.gaps = m_gaps;
}

} // namespace tapeline
