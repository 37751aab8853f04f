#include "barbuilder.h"

#include "candlemath.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr TradeUpdate everything { true, true, true };
constexpr TradeUpdate nothing { false, false, false };

bool isClosingCross(const TradeConditions &conditions)
{
    return conditions.contains(condition::closingPrint)
        || conditions.contains(condition::closingTrade);
}

} // namespace

BarBuilder::BarBuilder(const BarOptions &options, const MarketCalendar &calendar)
    : m_options(options)
    , m_sessions(calendar)
{
}

const Candle *BarBuilder::add(const Trade &trade)
{
    const TradeUpdate update = updateOf(trade);
    if (update == nothing)
        return nullptr;
    Candle &bar = barAt(trade.time);
    extendCandle(bar, trade, update);
    return &bar;
}

TradeUpdate BarBuilder::updateOf(const Trade &trade)
{
    if (trade.isVoid())
        return nothing;
    if (m_options.rule == BarRule::EveryTrade || m_options.assetClass != AssetClass::Stocks)
        return everything;
    const bool intraday = m_options.timeframe.isIntraday();
    if (intraday && m_options.closingCrossInDayBarsOnly && isClosingCross(trade.conditions))
        return nothing;
    // Most trades carry nothing that the session could change
    if (trade.conditions.isEmpty())
        return everything;
    return tradeUpdate(trade.conditions, !intraday || m_sessions.isRegular(trade.time));
}

Candle &BarBuilder::barAt(Timestamp time)
{
    if (!m_bars.empty() && time >= m_bars.back().start && time < m_windowEnd)
        return m_bars.back();

    const Timestamp start = m_options.timeframe.windowStart(time, m_options.assetClass);
    if (m_bars.empty() || start > m_bars.back().start) {
        m_windowEnd = m_options.timeframe.nextWindow(start, m_options.assetClass);
        return m_bars.emplace_back(emptyCandle(start));
    }
    const auto at = std::ranges::lower_bound(m_bars, start, {}, &Candle::start);
    return at->start == start ? *at : *m_bars.insert(at, emptyCandle(start));
}

} // namespace tapeline
