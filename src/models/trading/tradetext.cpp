#include "tradetext.h"

#include "localdecimal.h"
#include "symboltext.h"
#include "tradedesk.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>

namespace tapeline::tradetext {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::TradeText)
};

/// Why an order was refused.
QString refusal(ReasonCode code)
{
    using enum ReasonCode;
    switch (code) {
    case DuplicateId:
        return Text::tr("there is an order of this name already");
    case UnsupportedType:
        return Text::tr("this type of order is not offered here");
    case UnsupportedTif:
        return Text::tr("this time in force is not offered here");
    case BadCombination:
        return Text::tr("these conditions do not go together");
    case QtyZero:
        return Text::tr("the quantity must be above 0");
    case QtyNotLot:
        return Text::tr("the quantity is no multiple of the smallest unit");
    case QtyTooLarge:
        return Text::tr("the quantity is too large");
    case FractionNotAllowed:
        return Text::tr("fractions can be traded by market and limit orders of the day only");
    case PriceMissing:
        return Text::tr("a price is missing");
    case PriceNonpositive:
        return Text::tr("the price must be above 0");
    case UnknownSymbol:
        return Text::tr("the symbol is not known");
    case NotTradable:
        return Text::tr("this cannot be traded");
    case ExpiredContract:
        return Text::tr("the contract has expired");
    case SessionClosed:
        return Text::tr("the market is closed for this order");
    case AuctionCutoff:
        return Text::tr("it is too late for the auction");
    case Halted:
        return Text::tr("trading is halted");
    case TooLateToCancel:
        return Text::tr("it is too late to cancel");
    case PriceNotTick:
        return Text::tr("the price is no multiple of the tick");
    case PriceOutOfBand:
        return Text::tr("the price is too far from the market");
    case StopThroughMarket:
        return Text::tr("the market is through the stop already");
    case PostOnlyWouldTake:
        return Text::tr("a post-only order would take liquidity");
    case NoMarketData:
        return Text::tr("there is no quote");
    case StaleMarketData:
        return Text::tr("the market data are stale");
    case SpreadTooWide:
        return Text::tr("the spread is too wide");
    case DelayedData:
        return Text::tr("the data are delayed, and the account does not trade on such");
    case BracketGeometry:
        return Text::tr("the exits stand on the wrong side of the entry");
    case ReduceOnlyViolation:
        return Text::tr("there is no position for it to reduce");
    default:
        return {};
    }
}

/// Why the account does not carry it.
QString objection(ReasonCode code)
{
    using enum ReasonCode;
    switch (code) {
    case ShortNotAllowed:
        return Text::tr("the account does not sell short");
    case NotShortable:
        return Text::tr("this cannot be sold short");
    case OptionLevel:
        return Text::tr("the account is not cleared for this kind of options");
    case InsufficientBuyingPower:
        return Text::tr("not enough buying power");
    case RiskPerTrade:
        return Text::tr("over the limit per trade");
    case RiskPerSymbol:
        return Text::tr("over the limit per symbol");
    case RiskPerStrategy:
        return Text::tr("over the limit per strategy");
    case RiskCashReserve:
        return Text::tr("below the cash reserve");
    case RiskDailyLoss:
        return Text::tr("the daily loss limit is reached");
    case RiskRate:
        return Text::tr("too many orders in a minute");
    case RiskMarginCall:
        return Text::tr("the account is in a margin call");
    case RiskDayTrades:
        return Text::tr("the pattern-day-trader rule forbids it");
    case RiskKillSwitch:
        return Text::tr("openings are stopped (kill switch)");
    case WashCross:
        return Text::tr("it would trade with an order of your own");
    case OrderNotFound:
        return Text::tr("there is no such order");
    case OrderClosed:
        return Text::tr("the order has ended already");
    case BadReplace:
        return Text::tr("the order cannot be changed to this");
    case BadAmount:
        return Text::tr("this amount cannot be moved");
    case NotExercisable:
        return Text::tr("the option cannot be exercised");
    case OrdersWorking:
        return Text::tr("there are working orders: cancel them first");
    case NoAccount:
        return Text::tr("no account can take it");
    default:
        return {};
    }
}

/// Why it ended, or waits.
QString course(ReasonCode code)
{
    using enum ReasonCode;
    switch (code) {
    case Ioc:
        return Text::tr("what was not filled at once is cancelled (IOC)");
    case Fok:
        return Text::tr("it could not be filled whole at once (FOK)");
    case Oco:
        return Text::tr("the other exit was filled");
    case Parent:
        return Text::tr("its entry ended");
    case PositionClosed:
        return Text::tr("the position is closed");
    case NoLiquidity:
        return Text::tr("no size was offered for too long");
    case EndOfDay:
        return Text::tr("the day ended");
    case UntilReached:
        return Text::tr("its time is over");
    case AuctionMissed:
        return Text::tr("the auction did not fill it");
    case UserCancel:
        return Text::tr("cancelled by you");
    case ExpiryRisk:
        return Text::tr("closed before expiry: the account could not carry the shares");
    case CorporateAction:
        return Text::tr("a corporate action ended it");
    case TimeStop:
        return Text::tr("the time stop was due");
    case IvStop:
        return Text::tr("implied volatility reached its stop");
    case HeldSession:
        return Text::tr("waits for the session to open");
    case HeldParent:
        return Text::tr("waits for its entry to fill");
    case HeldHalt:
        return Text::tr("waits for the end of the halt");
    case HeldStale:
        return Text::tr("waits for fresh quotes");
    case HeldNoQuote:
        return Text::tr("waits for a first quote");
    case HeldCrossed:
        return Text::tr("waits until the quotes are not crossed any more");
    case HeldAuction:
        return Text::tr("waits for the auction");
    case WaitsForLimit:
        return Text::tr("waits for the market to reach its limit");
    case WaitsInQueue:
        return Text::tr("waits in the queue at its price");
    case WaitsForTrigger:
        return Text::tr("waits for its stop to trigger");
    case WaitsForLiquidity:
        return Text::tr("waits for more size");
    case WaitsForBand:
        return Text::tr("waits for the price bands to allow it");
    case WaitsForLatency:
        return Text::tr("is on its way to the market");
    default:
        return {};
    }
}

QString prices(const OrderTicket &ticket, const QLocale &locale)
{
    QStringList parts;
    if (ticket.stop && !ticket.isTrailing())
        parts += Text::tr("stop %1").arg(price(*ticket.stop, locale));
    if (ticket.trail)
        parts += Text::tr("trailing by %1").arg(price(*ticket.trail, locale));
    else if (ticket.trailPpm)
        parts += Text::tr("trailing by %1 %").arg(locale.toString(double(*ticket.trailPpm) / 1e4));
    if (ticket.limit)
        parts += Text::tr("limit %1").arg(price(*ticket.limit, locale));
    if (parts.isEmpty())
        parts += Text::tr("at market");
    return parts.join(u' ');
}

bool isSaid(const QString &part)
{
    return !part.isEmpty();
}

/// "+1 SPY 18 Dec 26 470 P, -2 SPY 18 Dec 26 480 P": what a package takes, as it is sent.
QString legs(const OrderTicket &ticket, const QLocale &locale)
{
    QStringList parts;
    for (const OrderLeg &leg : ticket.legs) {
        const bool buys = (leg.side == Side::Buy) == (ticket.side == Side::Buy);
        parts += u"%1%2 %3"_s.arg(buys ? u"+"_s : u"\u2212"_s, locale.toString(leg.ratio),
                                  shortSymbolText(leg.symbol, locale));
    }
    return parts.join(u", "_s);
}

QString fill(const TradeNews &news, const QLocale &locale)
{
    const OrderTicket &ticket = news.ticket;
    const bool buys = ticket.side == Side::Buy;
    const QString what = ticket.isPackage() ? Text::tr("package") : ticket.symbol;
    const QString at = price(news.price, locale);
    const QString done = qty(news.qty, locale);
    if (news.kind == TradeNews::Kind::Filled && news.qty == ticket.qty)
        return (buys ? Text::tr("Bought %1 %2 at %3") : Text::tr("Sold %1 %2 at %3"))
            .arg(done, what, at);
    return (buys ? Text::tr("Bought %1 of %2 %3 at %4") : Text::tr("Sold %1 of %2 %3 at %4"))
        .arg(done, qty(ticket.qty, locale), what, at);
}

QStringList conditions(const OrderTicket &ticket, const QLocale &locale)
{
    QStringList parts { timeInForce(ticket.tif) };
    if (ticket.extendedHours)
        parts += Text::tr("extended hours");
    if (ticket.reduceOnly)
        parts += Text::tr("reduce only");
    if (ticket.postOnly)
        parts += Text::tr("post only");
    if (ticket.takeProfit)
        parts += Text::tr("target %1").arg(price(*ticket.takeProfit, locale));
    if (ticket.stopLoss)
        parts += Text::tr("stop loss %1").arg(price(*ticket.stopLoss, locale));
    return parts;
}

} // namespace

QString side(Side side)
{
    return side == Side::Buy ? Text::tr("Buy") : Text::tr("Sell");
}

QString type(OrderType type)
{
    switch (type) {
    case OrderType::Market:
        return Text::tr("Market");
    case OrderType::Limit:
        return Text::tr("Limit");
    case OrderType::Stop:
        return Text::tr("Stop");
    case OrderType::StopLimit:
        return Text::tr("Stop limit");
    case OrderType::TrailingStop:
        return Text::tr("Trailing stop");
    case OrderType::TrailingStopLimit:
        return Text::tr("Trailing stop limit");
    }
    Q_UNREACHABLE();
}

QString assetClass(AssetClass assetClass)
{
    switch (assetClass) {
    case AssetClass::Stocks:
        return Text::tr("Stocks");
    case AssetClass::Options:
        return Text::tr("Options");
    case AssetClass::Indices:
        return Text::tr("Indices");
    case AssetClass::Forex:
        return Text::tr("Forex");
    case AssetClass::Crypto:
        return Text::tr("Crypto");
    case AssetClass::Futures:
        return Text::tr("Futures");
    }
    Q_UNREACHABLE();
}

QString rule(FillRule rule)
{
    switch (rule) {
    case FillRule::None:
        return {};
    case FillRule::TakeDisplayed:
        return Text::tr("Displayed size taken");
    case FillRule::WalkBook:
        return Text::tr("Book walked");
    case FillRule::QueueReached:
        return Text::tr("Queue reached");
    case FillRule::TradedThrough:
        return Text::tr("Traded through");
    case FillRule::QuoteCrossed:
        return Text::tr("Quote crossed");
    case FillRule::Touched:
        return Text::tr("Touched");
    case FillRule::Auction:
        return Text::tr("Auction");
    case FillRule::Package:
        return Text::tr("Package");
    case FillRule::Bar:
        return Text::tr("Bar (last resort)");
    }
    Q_UNREACHABLE();
}

QString timeInForce(TimeInForce tif)
{
    switch (tif) {
    case TimeInForce::Day:
        return Text::tr("Day");
    case TimeInForce::Gtc:
        return Text::tr("GTC");
    case TimeInForce::Gtd:
        return Text::tr("GTD");
    case TimeInForce::Ioc:
        return Text::tr("IOC");
    case TimeInForce::Fok:
        return Text::tr("FOK");
    case TimeInForce::Opg:
        return Text::tr("On open");
    case TimeInForce::Cls:
        return Text::tr("On close");
    }
    Q_UNREACHABLE();
}

QString state(OrderState state)
{
    using enum OrderState;
    switch (state) {
    case New:
    case Submitted:
        return Text::tr("On its way");
    case Denied:
    case Rejected:
        return Text::tr("Refused");
    case Accepted:
        return Text::tr("Working");
    case Triggered:
        return Text::tr("Triggered");
    case PartiallyFilled:
        return Text::tr("Partly filled");
    case Filled:
        return Text::tr("Filled");
    case PendingReplace:
        return Text::tr("Changing");
    case PendingCancel:
        return Text::tr("Cancelling");
    case Canceled:
        return Text::tr("Cancelled");
    case Expired:
        return Text::tr("Expired");
    }
    Q_UNREACHABLE();
}

QString reason(const Reason &reason)
{
    QString words = refusal(reason.code);
    if (words.isEmpty())
        words = objection(reason.code);
    if (words.isEmpty())
        words = course(reason.code);
    if (words.isEmpty() || reason.numbers.isEmpty())
        return words.isEmpty() ? reason.numbers : words;
    return u"%1 (%2)"_s.arg(words, reason.numbers);
}

QString order(const OrderTicket &ticket, const QLocale &locale)
{
    const QString what = ticket.isPackage()
        //: Of options, with its legs: "package (+1 SPY 18 Dec 26 470 P, ...)"
        ? Text::tr("package (%1)").arg(legs(ticket, locale))
        : ticket.symbol;
    return u"%1 %2 %3 %4, %5"_s.arg(side(ticket.side), qty(ticket.qty, locale), what,
                                    prices(ticket, locale),
                                    conditions(ticket, locale).join(u", "_s));
}

QString news(const TradeNews &news, const QLocale &locale)
{
    const OrderTicket &ticket = news.ticket;
    const auto ended = [&](const QString &what) {
        const QString why = reason(news.reason);
        const QString which = ticket.qty.isZero() ? QString() : order(ticket, locale);
        const QStringList parts { which, why };
        QStringList said;
        std::ranges::copy_if(parts, std::back_inserter(said), &isSaid);
        return what.arg(said.join(u" \u2013 "_s));
    };
    switch (news.kind) {
    case TradeNews::Kind::Filled:
    case TradeNews::Kind::PartlyFilled:
        return fill(news, locale);
    case TradeNews::Kind::Triggered:
        return Text::tr("Triggered: %1").arg(order(ticket, locale));
    case TradeNews::Kind::Ended:
        return ended(Text::tr("Ended: %1"));
    case TradeNews::Kind::Refused:
        return ended(Text::tr("Refused: %1"));
    }
    Q_UNREACHABLE();
}

QString change(const OrderReplace &change, const QLocale &locale)
{
    QStringList parts;
    if (change.qty)
        parts += Text::tr("quantity %1").arg(qty(*change.qty, locale));
    if (change.stop)
        parts += Text::tr("stop %1").arg(price(*change.stop, locale));
    if (change.trail)
        parts += Text::tr("trailing by %1").arg(price(*change.trail, locale));
    if (change.limit)
        parts += Text::tr("limit %1").arg(price(*change.limit, locale));
    return parts.join(u", "_s);
}

QString money(Money amount, const QLocale &locale)
{
    return localdecimal::money(amount, locale);
}

QString profit(Money amount, const QLocale &locale)
{
    const QString text = money(amount, locale);
    return localdecimal::toCents(amount) > Money() ? locale.positiveSign() + text : text;
}

QString winRate(const AccountFigures &figures, const QLocale &locale)
{
    const std::optional<double> rate = figures.winRate();
    return rate ? Text::tr("%1 %").arg(locale.toString(*rate * 100, 'f', 1)) : u"–"_s;
}

QString share(double share, const QLocale &locale)
{
    const double percent = std::round(share * 10'000) / 100 + 0.0; // no "-0.00"
    const QString sign = percent > 0 ? locale.positiveSign() : QString();
    return Text::tr("%1 %").arg(sign + locale.toString(percent, 'f', 2));
}

QString price(Price price, const QLocale &locale)
{
    return localdecimal::grouped(price.toString(2), locale);
}

QString average(Price price, const QLocale &locale)
{
    const bool isSmall = std::abs(price.units()) < Price::unitsPerOne;
    const qint64 step = Price::unitsPerOne / (isSmall ? 1'000'000 : 10'000);
    return tradetext::price(Price::fromUnits(localdecimal::roundedTo(price.units(), step)), locale);
}

QString qty(Qty qty, const QLocale &locale)
{
    return localdecimal::grouped(qty.toString(), locale);
}

} // namespace tapeline::tradetext
