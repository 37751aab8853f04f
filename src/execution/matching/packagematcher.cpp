#include "packagematcher.h"

#include "quotematcher.h"
#include "slippage.h"
#include "wideinteger.h"

#include <algorithm>

namespace tapeline {

namespace {

/// What a leg adds to the price of a package, which is a unit's of its options: the first leg is
/// one.
Price partOfUnit(Price price, qint64 ratio, qint64 multiplier, qint64 unit)
{
    return Price::fromUnits(
        multiplyDivide(price.units(), ratio * multiplier, unit).value_or(price.units() * ratio));
}

} // namespace

Price PackageMatcher::legPrice(const InstrumentMarket &market, Side side, Price natural,
                               Price tick) const
{
    const std::optional<qint64> share = m_state.config.packageMidPpm;
    if (!share || !market.quote.isTwoSided())
        return natural;
    const Price middle
        = Price::fromUnits((market.quote.bid.units() + market.quote.ask.units()) / 2);
    const Price exact
        = middle
        + Price::fromUnits(
              multiplyDivide((natural - middle).units(), *share, 1'000'000).value_or(0));
    return side == Side::Buy ? roundUp(exact, tick) : roundDown(exact, tick);
}

std::optional<std::vector<PackageMatcher::Leg>> PackageMatcher::quoteLegs(WorkingOrder &order)
{
    std::vector<Leg> legs;
    for (std::size_t i = 0; i < order.instruments.size(); ++i) {
        const OrderLeg &written = order.ticket.legs[i];
        Leg leg;
        leg.side = order.isBuy() ? written.side : opposite(written.side);
        leg.ratio = written.ratio;
        leg.market = &m_state.market(order.instruments[i]);
        const std::optional<Offer> offer = m_conditions.offer(*leg.market, leg.side);
        if (!offer || !m_conditions.isWithinBand(*leg.market, leg.side, offer->price))
            return {};
        const Instrument &instrument = *m_state.instrument(order.instruments[i]);
        leg.multiplier = instrument.multiplier;
        leg.price = legPrice(*leg.market, leg.side, offer->price, instrument.tickAt(offer->price));
        const qint64 whole = offer->qty.units() / Qty::unitsPerOne / leg.ratio;
        leg.packages = Qty::whole(whole);
        legs.push_back(leg);
    }
    return legs;
}

Qty PackageMatcher::takeable(const WorkingOrder &order, const std::vector<Leg> &legs) const
{
    Price debit;
    Qty packages = m_life.reducible(order);
    for (const Leg &leg : legs) {
        const Price part
            = partOfUnit(leg.price, leg.ratio, leg.multiplier, legs.front().multiplier);
        debit += leg.side == Side::Buy ? part : -part;
        packages = std::min(packages, leg.packages);
    }
    const std::optional<Price> limit = order.limit();
    const Price greatest = order.isBuy() ? limit.value_or(debit) : -limit.value_or(-debit);
    return debit <= greatest ? packages : Qty();
}

Qty PackageMatcher::reachable(WorkingOrder &order)
{
    const std::optional<std::vector<Leg>> legs = quoteLegs(order);
    return legs ? takeable(order, *legs) : Qty();
}

void PackageMatcher::meet(WorkingOrder &order)
{
    const std::optional<std::vector<Leg>> legs = quoteLegs(order);
    const Qty packages = legs ? takeable(order, *legs) : Qty();
    if (packages.isZero())
        return;
    std::vector<FillTerms> fills;
    for (const Leg &leg : *legs) {
        const Qty qty = Qty::fromUnits(packages.units() * leg.ratio);
        if (leg.market->level == InstrumentMarket::Level::Depth)
            leg.market->book->take(leg.side, m_conditions.offer(*leg.market, leg.side)->price, qty);
        else
            leg.market->opposite(leg.side).take(qty, m_state.now, m_state.refreshNow());
        FillTerms terms { .qty = qty, .price = leg.price };
        terms.evidence.rule = FillRule::Package;
        noteQuote(terms.evidence, leg.market->quote);
        fills.push_back(terms);
    }
    m_life.fillPackage(order, packages, fills);
}

} // namespace tapeline
