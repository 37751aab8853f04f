#include "ruleresolution.h"

#include "amounttext.h"
#include "exitrules.h"
#include "positionsizing.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 million = 1'000'000;
constexpr qint64 greatestMultiplePpm = 1'000 * million;
constexpr Duration longestStop = std::chrono::days(3'660);

double share(qint64 ppm)
{
    return double(ppm) / double(million);
}

QString multipleText(qint64 ppm)
{
    return decimaltext::format(ppm, 6);
}

Reason combination(const QString &why)
{
    return { ReasonCode::BadCombination, why };
}

Reason noEntry(const RuleMarket &market)
{
    return { ReasonCode::NoMarketData, u"no price of %1 is known"_s.arg(market.instrument.symbol) };
}

/// The ATR that was given, or the one of what was seen.
Reason findRange(AtrDistance &distance, const RuleMarket &market)
{
    if (distance.multiplePpm <= 0 || distance.multiplePpm > greatestMultiplePpm)
        return combination(u"a multiple of %1"_s.arg(multipleText(distance.multiplePpm)));
    if (distance.atr) {
        const bool isUsable = *distance.atr > Price();
        return isUsable
            ? Reason {}
            : Reason { ReasonCode::PriceNonpositive, u"ATR %1"_s.arg(amountText(*distance.atr)) };
    }
    const TrueRange::Average seen = market.range(distance.timeframe);
    if (seen.atr <= Price())
        return { ReasonCode::NoMarketData,
                 u"ATR14 of %1: %2 of %3 bars of %4 seen"_s.arg(market.instrument.symbol)
                     .arg(seen.bars)
                     .arg(TrueRange::length)
                     .arg(distance.timeframe.toString()) };
    distance.atr = seen.atr;
    return {};
}

Reason resolveStop(OrderTicket &ticket, const RuleMarket &market)
{
    AtrDistance &distance = *ticket.stopLossAtr;
    if (const Reason reason = findRange(distance, market); reason.code != ReasonCode::None)
        return reason;
    if (market.entry <= Price())
        return noEntry(market);
    const Result<Price> stop
        = exitrules::atrStop(ticket.side, market.entry, distance.atr->toDouble(),
                             share(distance.multiplePpm), market.instrument);
    if (!stop)
        return { ReasonCode::PriceNonpositive,
                 u"%1 x ATR %2 from %3"_s.arg(multipleText(distance.multiplePpm),
                                              amountText(*distance.atr),
                                              amountText(market.entry)) };
    ticket.stopLoss = *stop;
    return {};
}

/// What the rule comes to, and the words for it.
struct Size
{
    Result<Qty> qty;
    QString numbers;
};

Size sizeOf(const OrderTicket &ticket, const RuleMarket &market)
{
    using enum SizeRule::By;
    const SizeRule &rule = *ticket.size;
    const QString amount = amountText(rule.amount);
    Instrument instrument = market.instrument;
    instrument.fractions = instrument.assetClass == AssetClass::Crypto; // of shares whole ones
    switch (rule.by) {
    case Risk:
        return { positionsizing::byRisk(rule.amount, market.entry, *ticket.stopLoss, instrument),
                 u"risk %1, entry %2, stop %3"_s.arg(amount, amountText(market.entry),
                                                     amountText(*ticket.stopLoss)) };
    case Atr: {
        const AtrDistance &distance = rule.distance;
        return { positionsizing::byAtr(rule.amount, distance.atr->toDouble(),
                                       share(distance.multiplePpm), instrument),
                 u"risk %1, %2 x ATR %3"_s.arg(amount, multipleText(distance.multiplePpm),
                                               amountText(*distance.atr)) };
    }
    case Cash:
        return { positionsizing::byCash(rule.amount, market.entry, instrument),
                 u"cash %1, price %2"_s.arg(amount, amountText(market.entry)) };
    case Shares:
        break;
    }
    return { positionsizing::byShares(rule.shares, instrument), amountText(rule.shares) };
}

Reason resolveSize(OrderTicket &ticket, const RuleMarket &market)
{
    using enum SizeRule::By;
    SizeRule &rule = *ticket.size;
    if (rule.by == Risk && !ticket.stopLoss)
        return { ReasonCode::PriceMissing, u"a size by risk needs a stop loss"_s };
    if (rule.by == Atr)
        if (const Reason reason = findRange(rule.distance, market); reason.code != ReasonCode::None)
            return reason;
    if ((rule.by == Risk || rule.by == Cash) && market.entry <= Price())
        return noEntry(market);
    const Size size = sizeOf(ticket, market);
    const Qty qty = size.qty.value_or(Qty());
    if (qty <= Qty()) {
        const bool large = !size.qty && size.qty.error().code == Error::Code::Overflow;
        return { large ? ReasonCode::QtyTooLarge : ReasonCode::QtyZero, size.numbers };
    }
    ticket.qty = qty;
    return {};
}

Reason checkTimeStop(const TimeStop &stop, const Instrument &instrument)
{
    using Kind = TimeStop::Kind;
    Duration unit = 1s;
    if (stop.kind == Kind::Minutes || stop.kind == Kind::TimeOfDay)
        unit = 1min;
    else if (stop.kind == Kind::Bars)
        unit = stop.timeframe.nominalLength();
    else if (stop.kind == Kind::DaysToExpiry)
        unit = std::chrono::days(1);
    if (stop.kind == Kind::DaysToExpiry && !instrument.lastDay)
        return combination(u"%1 does not expire"_s.arg(instrument.symbol));
    const bool counts = stop.kind != Kind::TimeOfDay && stop.kind != Kind::DaysToExpiry;
    const qint64 least = counts ? 1 : 0;
    const Duration longest = stop.kind == Kind::TimeOfDay ? Duration(24h - 1min) : longestStop;
    if (unit <= Duration::zero() || stop.count < least || stop.count > longest / unit)
        return combination(u"a time stop of %1"_s.arg(stop.count));
    return {};
}

Reason resolveIvStop(OrderTicket &ticket, const RuleMarket &market)
{
    IvExit &stop = *ticket.ivStop;
    if (!market.instrument.option || (!ticket.isPackage() && ticket.side == Side::Buy))
        return combination(u"an IV stop ends short premium"_s);
    if (!stop.relativePpm && !stop.pointsPpm)
        stop.relativePpm = million / 2;
    if (!stop.entryPpm)
        stop.entryPpm = market.volatilityPpm;
    if (!stop.entryPpm)
        return { ReasonCode::NoMarketData,
                 u"no implied volatility of %1 is known"_s.arg(market.instrument.symbol) };
    for (const qint64 ppm :
         { *stop.entryPpm, stop.relativePpm.value_or(1), stop.pointsPpm.value_or(1) })
        if (ppm <= 0)
            return combination(u"an IV stop of %1"_s.arg(multipleText(ppm)));
    return {};
}

} // namespace

Reason resolveRules(OrderTicket &ticket, const RuleMarket &market)
{
    if (ticket.isPackage() && (ticket.stopLossAtr || ticket.size))
        return combination(u"a package has a quantity and no stop loss"_s);
    if (ticket.endsByRule() && ticket.reduceOnly)
        return combination(u"an exit has no exits of its own"_s);
    if (ticket.stopLossAtr)
        if (const Reason reason = resolveStop(ticket, market); reason.code != ReasonCode::None)
            return reason;
    if (ticket.size)
        if (const Reason reason = resolveSize(ticket, market); reason.code != ReasonCode::None)
            return reason;
    if (ticket.timeStop)
        if (const Reason reason = checkTimeStop(*ticket.timeStop, market.instrument);
            reason.code != ReasonCode::None)
            return reason;
    return ticket.ivStop ? resolveIvStop(ticket, market) : Reason {};
}

} // namespace tapeline
