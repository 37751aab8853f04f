#include "brokerprivate.h"

#include "amounttext.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using Stage = WorkingOrder::Stage;

QString levels(QLatin1StringView name, std::optional<Price> level, QLatin1StringView other,
               std::optional<Price> price)
{
    const QString first = level ? amountText(*level) : u"not set"_s;
    const QString second = price ? amountText(*price) : u"none yet"_s;
    return u"%1 %2, %3 %4"_s.arg(name, first, other, second);
}

QString quoteText(const Quote &quote)
{
    return u"bid %1 x %2, ask %3 x %4"_s.arg(amountText(quote.bid), amountText(quote.bidSize),
                                             amountText(quote.ask), amountText(quote.askSize));
}

} // namespace

Reason PaperBroker::Private::hindranceText(const WorkingOrder &order, ReasonCode code)
{
    const InstrumentMarket &market = state.market(order.instrument());
    switch (code) {
    case ReasonCode::HeldParent:
        return { code, u"works once %1 is filled"_s.arg(order.ticket.parent) };
    case ReasonCode::HeldSession:
        return { code, u"waits for its session"_s };
    case ReasonCode::HeldAuction:
        return { code, u"waits for the auction"_s };
    case ReasonCode::HeldStale:
        return { code, staleText(market) };
    case ReasonCode::HeldNoQuote:
        return { code, unquotedSymbol(order) };
    case ReasonCode::HeldCrossed:
        return { code, quoteText(market.quote) };
    default:
        return { code };
    }
}

QString PaperBroker::Private::staleText(const InstrumentMarket &market) const
{
    if (!state.streaming)
        return u"the feed is down"_s;
    const auto age = std::chrono::floor<std::chrono::seconds>(state.now - market.quotedAt);
    return u"the last quote is %1 s old"_s.arg(age.count());
}

/// The instrument, or the leg, whose quote is missing.
QString PaperBroker::Private::unquotedSymbol(const WorkingOrder &order)
{
    for (const InstrumentId id : order.instruments)
        if (!state.market(id).quote.isTwoSided())
            return u"no quote of %1"_s.arg(state.symbols.symbol(id));
    return {};
}

Reason PaperBroker::Private::waitReason(const WorkingOrder &order)
{
    if (!order.isOpen())
        return {};
    if (order.awaitsTrigger()) {
        if (const ReasonCode code = conditions.triggerHindrance(order); code != ReasonCode::None)
            return hindranceText(order, code);
        return { ReasonCode::WaitsForTrigger,
                 levels("stop"_L1, order.ticket.stop, "last"_L1, stops.sourcePrice(order)) };
    }
    if (const ReasonCode code = conditions.fillHindrance(order); code != ReasonCode::None)
        return hindranceText(order, code);
    if (order.ticket.isPackage())
        return packageWait(order);
    return order.matching.stage == Stage::Resting ? restingWait(order) : takingWait(order);
}

Reason PaperBroker::Private::packageWait(const WorkingOrder &order)
{
    for (const InstrumentId id : order.instruments)
        if (!state.market(id).quote.isTwoSided())
            return { ReasonCode::HeldNoQuote, unquotedSymbol(order) };
    if (conditions.isAged(order))
        return { ReasonCode::HeldStale, u"the quote of a leg is old"_s };
    return { ReasonCode::WaitsForLimit,
             u"limit %1 a package"_s.arg(amountText(order.limit().value_or(Price()))) };
}

/// It takes what is displayed: what is displayed is not for it, or too little.
Reason PaperBroker::Private::takingWait(const WorkingOrder &order)
{
    const InstrumentMarket &market = state.market(order.instrument());
    if (conditions.isAged(order))
        return { ReasonCode::HeldStale, staleText(market) };
    const std::optional<Offer> offer = conditions.offer(market, order.ticket.side);
    if (offer && !order.accepts(offer->price))
        return { ReasonCode::WaitsForLimit, quoteText(market.quote) };
    if (offer && !conditions.mayPay(order, offer->price))
        return { ReasonCode::WaitsForBand, quoteText(market.quote) };
    return { ReasonCode::WaitsForLiquidity,
             u"%1 left, displayed %2"_s.arg(amountText(order.leaves()),
                                            amountText(offer ? offer->qty : Qty())) };
}

Reason PaperBroker::Private::restingWait(const WorkingOrder &order)
{
    const InstrumentMarket &market = state.market(order.instrument());
    if (!conditions.isWithinBand(market, order.ticket.side, *order.limit()))
        return { ReasonCode::WaitsForBand,
                 u"bands %1 to %2"_s.arg(amountText(market.bandLower),
                                         amountText(market.bandUpper)) };
    const std::optional<Qty> displayed = market.displayedAt(order.ticket.side, *order.limit());
    if (order.queue.isKnown() && displayed)
        return { ReasonCode::WaitsInQueue,
                 u"%1 ahead at %2"_s.arg(amountText(order.queue.ahead()),
                                         amountText(*order.limit())) };
    QString numbers = u"limit %1, %2"_s.arg(amountText(*order.limit()), quoteText(market.quote));
    if (conditions.isAged(order))
        numbers += u", "_s + staleText(market);
    return { ReasonCode::WaitsForLimit, numbers };
}

Reason PaperBroker::whyNotYet(const QString &id) const
{
    const WorkingOrder *order = d->state.find(id);
    return order ? d->waitReason(*order) : Reason {};
}

} // namespace tapeline
