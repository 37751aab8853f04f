#include "bartrades.h"

#include "classtradeupdate.h"
#include "dayvolume.h"

namespace tapeline {

SessionPart BarTrades::partAt(Timestamp time)
{
    if (time < m_spanFrom || time >= m_span.until) {
        m_span = markethours::spanAt(m_calendar, m_assetClass, time);
        m_spanFrom = time;
    }
    return m_span.part;
}

std::optional<BarPrint> BarTrades::of(const Trade &trade)
{
    const SessionPart part = partAt(trade.time);
    if (trade.isVoid() || (m_assetClass == AssetClass::Stocks && isDayOnly(trade, part)))
        return std::nullopt;
    return barPrint(trade,
                    tradeUpdate(m_assetClass, trade.conditions, part == SessionPart::Regular));
}

std::optional<BarPrint> BarTrades::of(const TapePrint &print)
{
    if (print.origin == PrintOrigin::SecondBar)
        return std::nullopt;
    std::optional<BarPrint> counted = of(print.trade);
    if (!counted)
        return counted;
    counted->update = print.update;
    if (print.isOffMarket) // as minute bars take it: at the middle of the quote
        counted->price = Price::fromUnits(print.bid.units() + (print.ask - print.bid).units() / 2);
    return counted;
}

} // namespace tapeline
