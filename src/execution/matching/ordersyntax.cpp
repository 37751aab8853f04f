#include "venuechecks.h"

#include "amounttext.h"
#include "easterntime.h"

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using Tif = TimeInForce;
constexpr qint64 greatestQty = 1'000'000'000;
constexpr qint64 shareFraction = 100; ///< stocks: six decimals

bool isImmediate(Tif tif)
{
    return tif == Tif::Ioc || tif == Tif::Fok;
}

bool isAuction(Tif tif)
{
    return tif == Tif::Opg || tif == Tif::Cls;
}

bool hasBracket(const OrderTicket &ticket)
{
    return ticket.takeProfit || ticket.stopLoss || ticket.stopLossLimit;
}

bool isClass(std::span<const Instrument *const> instruments, AssetClass assetClass)
{
    return std::ranges::all_of(instruments, [assetClass](const Instrument *instrument) {
        return !instrument || instrument->assetClass == assetClass;
    });
}

/// What keeps the legs from being options on one underlying, and at most its shares behind them;
/// unknown symbols have a reason of their own.
QString legFault(std::span<const Instrument *const> instruments)
{
    QString underlying;
    for (const Instrument *instrument : instruments) {
        if (!instrument || (!underlying.isEmpty() && instrument->symbol == underlying))
            continue;
        if (!instrument->option)
            return u"%1 is no option"_s.arg(instrument->symbol);
        if (!underlying.isEmpty() && instrument->option->underlying != underlying)
            return u"options on %1 and %2"_s.arg(underlying, instrument->option->underlying);
        underlying = instrument->option->underlying;
    }
    return {};
}

QString packageFault(const OrderTicket &ticket, std::span<const Instrument *const> instruments)
{
    if (ticket.legs.size() < 2 || ticket.legs.size() > mostLegs)
        return u"2 to %1 legs, not %2"_s.arg(mostLegs).arg(ticket.legs.size());
    if (ticket.type > OrderType::Limit)
        return u"a package is a market or limit order"_s;
    if (isAuction(ticket.tif))
        return u"a package does not join auctions"_s;
    if (hasBracket(ticket) || ticket.postOnly || ticket.reduceOnly)
        return u"a package has no exits, nor post only or reduce only"_s;
    if (!ticket.parent.isEmpty() || !ticket.oco.isEmpty())
        return u"a package waits for no other order and shares no quantity"_s;
    for (std::size_t i = 0; i < ticket.legs.size(); ++i) {
        if (ticket.legs[i].ratio < 1 || ticket.legs[i].ratio > 1000)
            return u"ratio %1"_s.arg(ticket.legs[i].ratio);
        for (std::size_t j = 0; j < i; ++j)
            if (ticket.legs[j].symbol == ticket.legs[i].symbol)
                return u"%1 twice"_s.arg(ticket.legs[i].symbol);
    }
    return legFault(instruments);
}

/// Prices that the type does not use.
QString surplusPrice(const OrderTicket &ticket)
{
    if (ticket.limit && !hasLimit(ticket.type))
        return u"a limit price"_s;
    if (ticket.limit && ticket.type == OrderType::TrailingStopLimit)
        return u"a limit price beside its offset"_s;
    if (ticket.stop && (!ticket.hasStop() || ticket.isTrailing()))
        return u"a stop price"_s;
    if ((ticket.trail || ticket.trailPpm || ticket.activation) && !ticket.isTrailing())
        return u"a trail"_s;
    if (ticket.trail && ticket.trailPpm)
        return u"two trails"_s;
    if (ticket.limitOffset && ticket.type != OrderType::TrailingStopLimit)
        return u"a limit offset"_s;
    if (ticket.stopLossLimit && !ticket.stopLoss)
        return u"a stop-loss limit without a stop loss"_s;
    return {};
}

QString flagFault(const OrderTicket &ticket, bool crypto)
{
    const bool plain = ticket.tif == Tif::Day || ticket.tif == Tif::Gtc;
    if (ticket.extendedHours && (!hasLimit(ticket.type) || !plain))
        return u"extended hours take limit orders for the day or until cancelled"_s;
    if (ticket.postOnly && (!crypto || ticket.type != OrderType::Limit || isImmediate(ticket.tif)))
        return u"post only is for resting limit orders on crypto"_s;
    if (ticket.hasStop() && (isImmediate(ticket.tif) || isAuction(ticket.tif)))
        return u"a stop works for longer than an instant"_s;
    if (hasBracket(ticket) && (ticket.reduceOnly || !ticket.parent.isEmpty()))
        return u"an exit has no exits of its own"_s;
    return {};
}

QString combinationFault(const OrderTicket &ticket, std::span<const Instrument *const> instruments,
                         Timestamp now)
{
    const bool crypto = isClass(instruments, AssetClass::Crypto);
    if (ticket.isPackage())
        if (const QString fault = packageFault(ticket, instruments); !fault.isEmpty())
            return fault;
    if (const QString surplus = surplusPrice(ticket); !surplus.isEmpty())
        return u"the type does not use "_s + surplus;
    if (ticket.tif == Tif::Gtd && ticket.until <= now)
        return u"its end lies in the past"_s;
    return flagFault(ticket, crypto);
}

bool isWhole(Qty qty)
{
    return qty.units() % Qty::unitsPerOne == 0;
}

Reason quantityReason(const OrderTicket &ticket, std::span<const Instrument *const> instruments)
{
    const QString text = amountText(ticket.qty);
    if (ticket.qty <= Qty())
        return { ReasonCode::QtyZero, text };
    const Instrument *instrument = instruments.front();
    const bool stock = instrument && instrument->assetClass == AssetClass::Stocks;
    const bool fractional = !isWhole(ticket.qty);
    if (instrument && fractional && !instrument->fractions && !stock)
        return { ReasonCode::QtyNotLot, u"%1 is no whole number"_s.arg(text) };
    if (stock && ticket.qty.units() % shareFraction != 0)
        return { ReasonCode::QtyNotLot, u"%1 has more than six decimals"_s.arg(text) };
    const Price reference = ticket.limit.value_or(ticket.stop.value_or(Price()));
    const bool tooLarge = ticket.qty > Qty::whole(greatestQty)
        || (instrument && !notional(reference, ticket.qty, instrument->multiplier));
    if (tooLarge)
        return { ReasonCode::QtyTooLarge, text };
    const bool simple = ticket.type <= OrderType::Limit && ticket.tif == Tif::Day;
    if (fractional && (ticket.isPackage() || (stock && !(instrument->fractions && simple))))
        return { ReasonCode::FractionNotAllowed,
                 u"%1; fractions take market and limit orders for the day"_s.arg(text) };
    return {};
}

QString missingPrice(const OrderTicket &ticket)
{
    using enum OrderType;
    if ((ticket.type == Limit || ticket.type == StopLimit) && !ticket.limit)
        return u"limit"_s;
    if ((ticket.type == Stop || ticket.type == StopLimit) && !ticket.stop)
        return u"stop"_s;
    if (ticket.isTrailing() && !ticket.trail && !ticket.trailPpm)
        return u"trail"_s;
    if (ticket.type == TrailingStopLimit && !ticket.limitOffset)
        return u"limit_offset"_s;
    return {};
}

Reason priceReason(const OrderTicket &ticket)
{
    if (const QString missing = missingPrice(ticket); !missing.isEmpty())
        return { ReasonCode::PriceMissing, u"needs "_s + missing };
    const std::array prices { ticket.isPackage() ? std::nullopt : ticket.limit,
                              ticket.stop,
                              ticket.trail,
                              ticket.activation,
                              ticket.takeProfit,
                              ticket.stopLoss,
                              ticket.stopLossLimit };
    for (const std::optional<Price> &price : prices)
        if (price && *price <= Price())
            return { ReasonCode::PriceNonpositive, amountText(*price) };
    // Sums of them stay within 64 bits
    constexpr Price greatest = Price::whole(100'000'000);
    for (const std::optional<Price> &price : prices)
        if (price && *price > greatest)
            return { ReasonCode::PriceOutOfBand, amountText(*price) };
    for (const std::optional<Price> &price : { ticket.limit, ticket.limitOffset })
        if (price && (*price > greatest || *price < -greatest))
            return { ReasonCode::PriceOutOfBand, amountText(*price) };
    const qint64 share = ticket.trailPpm.value_or(1);
    if (share <= 0 || share >= 1'000'000)
        return { ReasonCode::PriceNonpositive, u"trail of %1 ppm"_s.arg(share) };
    if (ticket.limitOffset.value_or(Price()) < Price())
        return { ReasonCode::PriceNonpositive, amountText(*ticket.limitOffset) };
    return {};
}

} // namespace

Reason syntaxReason(const OrderTicket &ticket, std::span<const Instrument *const> instruments,
                    Timestamp now)
{
    if (ticket.allOrNone)
        return { ReasonCode::UnsupportedType, u"all or none"_s };
    const bool stocks = isClass(instruments, AssetClass::Stocks);
    if (isAuction(ticket.tif) && !ticket.isPackage() && !stocks)
        return { ReasonCode::UnsupportedTif, u"auctions are for stocks"_s };
    if (const QString fault = combinationFault(ticket, instruments, now); !fault.isEmpty())
        return { ReasonCode::BadCombination, fault };
    if (const Reason reason = quantityReason(ticket, instruments); reason.code != ReasonCode::None)
        return reason;
    return priceReason(ticket);
}

Reason instrumentReason(const OrderTicket &ticket, std::span<const Instrument *const> instruments,
                        Timestamp now)
{
    for (std::size_t i = 0; i < instruments.size(); ++i) {
        const QString &symbol = ticket.isPackage() ? ticket.legs[i].symbol : ticket.symbol;
        const Instrument *instrument = instruments[i];
        if (!instrument)
            return { ReasonCode::UnknownSymbol, symbol };
        if (!instrument->tradable)
            return { ReasonCode::NotTradable, symbol };
        const std::optional<QDate> last = instrument->lastDay;
        if (last && easterntime::date(now) > *last)
            return { ReasonCode::ExpiredContract,
                     u"%1 ended on %2"_s.arg(symbol, last->toString(Qt::ISODate)) };
    }
    return {};
}

Reason tickReason(const OrderTicket &ticket, const Instrument &instrument)
{
    const std::array prices { ticket.limit,      ticket.stop,     ticket.activation,
                              ticket.takeProfit, ticket.stopLoss, ticket.stopLossLimit };
    for (const std::optional<Price> &price : prices) {
        if (!price)
            continue;
        const Price tick = instrument.tickAt(*price);
        if (price->units() % tick.units() != 0)
            return { ReasonCode::PriceNotTick,
                     u"%1 is no multiple of %2"_s.arg(amountText(*price), tick.toString()) };
    }
    return {};
}

} // namespace tapeline
