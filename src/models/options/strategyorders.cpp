#include "strategyorders.h"

#include "strategytext.h"
#include "tradetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tapeline::strategyorders {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::StrategyOrders)
};

constexpr qint64 mostRatio = 1'000;

Error refusal(const QString &sentence)
{
    return { Error::Code::Malformed, sentence };
}

using Legs = std::vector<const LegEvaluation *>;

qint64 whole(Qty qty)
{
    return qty.units() / Qty::unitsPerOne;
}

/// Net debit of these legs as they are written, by the draft's kind of price.
/// a unit of the options, which stand for so many (multiplier) of the underlying's.
double netOf(const Legs &legs, PackagePrice price, double multiplier)
{
    const bool natural = price == PackagePrice::Natural || price == PackagePrice::Market;
    double net = 0;
    for (const LegEvaluation *leg : legs) {
        const bool buys = leg->leg.side == Side::Buy;
        const double side = (buys ? leg->ask : leg->bid).toDouble();
        const double one = leg->leg.price ? leg->leg.price->toDouble() : natural ? side : leg->mid;
        const double units = leg->leg.qty.toDouble() / (leg->option ? 1 : multiplier);
        net += (buys ? 1 : -1) * units * one;
    }
    return net;
}

/// To the cent, up: a little more debit or less credit, so that it can be had.
Price cents(double price)
{
    const double exact = price * 100;
    const double near = std::round(exact);
    const double up = std::abs(exact - near) < 1e-6 ? near : std::ceil(exact);
    return Price::fromUnits(qint64(up) * (Price::unitsPerOne / 100));
}

double multiplierOf(const StrategyEvaluation &evaluation)
{
    for (const StrategyLeg &leg : evaluation.strategy.legs)
        if (leg.option)
            return leg.multiplier;
    return 100;
}

/// A package has whole units of the underlying, at most mostRatio to a contract.
bool fitsInPackage(const LegEvaluation &leg, const Legs &options)
{
    if (leg.leg.qty.units() % Qty::unitsPerOne != 0)
        return false;
    qint64 divisor = whole(leg.leg.qty);
    for (const LegEvaluation *option : options)
        divisor = std::gcd(divisor, whole(option->leg.qty));
    return divisor > 0 && whole(leg.leg.qty) / divisor <= mostRatio;
}

/// An order for some of the options, with what goes beside them; addition: what the draft's own
/// price asks for beyond the middle.
Result<OrderTicket> optionOrder(const StrategyDraft &draft, const Legs &legs, double addition,
                                double multiplier)
{
    qint64 divisor = 0;
    for (const LegEvaluation *leg : legs) {
        if (leg->leg.qty.units() % Qty::unitsPerOne != 0)
            return refusal(Text::tr("Options are traded in whole contracts."));
        divisor = std::gcd(divisor, whole(leg->leg.qty));
    }
    OrderTicket ticket;
    ticket.tif = draft.tif;
    ticket.qty = Qty::whole(draft.packages * divisor);
    const double net = (netOf(legs, draft.price, multiplier) + addition) / double(divisor);
    const bool isMarket = draft.price == PackagePrice::Market;
    ticket.type = isMarket ? OrderType::Market : OrderType::Limit;
    if (legs.size() == 1) {
        ticket.symbol = legs.front()->leg.symbol;
        ticket.side = legs.front()->leg.side;
        const double price = ticket.side == Side::Buy ? net : -net;
        if (!isMarket && !(price > 0))
            return refusal(Text::tr("One option alone has a price above 0."));
        if (!isMarket)
            ticket.limit = ticket.side == Side::Buy ? cents(price) : -cents(-price);
        return ticket;
    }
    for (const LegEvaluation *leg : legs) {
        const qint64 ratio = whole(leg->leg.qty) / divisor;
        if (ratio > mostRatio)
            return refusal(Text::tr("A leg is more than 1,000 times as large as another one."));
        ticket.legs.push_back({ leg->leg.symbol, leg->leg.side, int(ratio) });
    }
    if (!isMarket)
        ticket.limit = cents(net);
    return ticket;
}

/// Alone it is sent at the draft's price, alone being its net debit a unit. Beside options: at the
/// market where their legs are taken at theirs, else at the newest price.
Result<OrderTicket> underlyingOrder(const StrategyDraft &draft, const LegEvaluation &leg,
                                    std::optional<Price> alone)
{
    OrderTicket ticket;
    ticket.symbol = leg.leg.symbol;
    ticket.side = leg.leg.side;
    ticket.qty = Qty::fromUnits(leg.leg.qty.units() * draft.packages);
    ticket.tif = draft.tif;
    const bool atMarket
        = draft.price == PackagePrice::Market || (draft.price == PackagePrice::Natural && !alone);
    ticket.type = atMarket ? OrderType::Market : OrderType::Limit;
    if (alone)
        ticket.limit = ticket.side == Side::Buy ? *alone : -*alone;
    else if (!atMarket)
        ticket.limit = leg.leg.price.value_or(leg.ask);
    if (ticket.limit && *ticket.limit <= Price())
        return refusal(tradetext::reason({ ReasonCode::PriceNonpositive, {} }));
    return ticket;
}

/// As many options an order as it takes: those that are bought first, so that they cover the rest.
std::vector<Legs> packagesOf(Legs options)
{
    if (options.size() <= mostLegs)
        return { options };
    std::ranges::stable_sort(options, {}, [](const LegEvaluation *leg) { return leg->leg.side; });
    std::vector<Legs> packages;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const bool turns = i > 0 && options[i]->leg.side != options[i - 1]->leg.side;
        if (packages.empty() || turns || packages.back().size() == mostLegs)
            packages.emplace_back();
        packages.back().push_back(options[i]);
    }
    return packages;
}

/// What is opened together is told from other positions by its name and dates; what is added to
/// held legs, and what has no name, by nothing.
QString tagOf(const StrategyEvaluation &evaluation)
{
    const bool isNew = std::ranges::none_of(
        evaluation.legs, [](const LegEvaluation &leg) { return leg.leg.isHeld; });
    return isNew && evaluation.form.kind != StrategyKind::Custom ? strategytext::title(evaluation)
                                                                 : QString();
}

} // namespace

Result<StrategyOrders> of(const StrategyDraft &draft, const StrategyEvaluation &evaluation)
{
    Legs options;
    Legs underlying;
    for (const LegEvaluation &leg : evaluation.legs) {
        if (leg.leg.isHeld)
            continue;
        if (leg.state == LegEvaluation::State::NoContract)
            return refusal(Text::tr("The chain does not have %1.").arg(leg.leg.symbol));
        if (leg.state == LegEvaluation::State::Ended)
            return refusal(Text::tr("%1 has ended.").arg(leg.leg.symbol));
        if (!leg.isPriced() && draft.price != PackagePrice::Market)
            return refusal(Text::tr("%1 has no quote on both sides.").arg(leg.leg.symbol));
        (leg.option ? options : underlying).push_back(&leg);
    }
    if (options.empty() && underlying.empty())
        return refusal(Text::tr("There is nothing to send yet."));

    StrategyOrders orders;
    const bool isTogether = underlying.size() == 1 && !options.empty() && options.size() < mostLegs
        && fitsInPackage(*underlying.front(), options);
    if (isTogether)
        options.push_back(std::exchange(underlying, {}).front()); // behind the options
    const bool isAlone = underlying.size() == 1 && options.empty();
    const auto alone = isAlone ? strategyevaluation::limitOf(draft, evaluation) : std::nullopt;
    for (const LegEvaluation *leg : underlying) {
        const auto ticket = underlyingOrder(draft, *leg, alone);
        if (!ticket)
            return ticket.error();
        orders.tickets.push_back(*ticket);
    }
    orders.isUnderlyingApart = !underlying.empty() && !options.empty();
    const double multiplier = multiplierOf(evaluation);
    const std::vector<Legs> packages = options.empty() ? std::vector<Legs>() : packagesOf(options);
    orders.isSplit = packages.size() > 1;
    // An own price is for the whole: what it asks for beyond the middle goes to the last order
    const bool own = draft.price == PackagePrice::Own;
    const double beyond = own && evaluation.mid ? draft.ownPrice.toDouble() - *evaluation.mid : 0;
    for (const Legs &legs : packages) {
        const bool isLast = &legs == &packages.back();
        const auto ticket = optionOrder(draft, legs, isLast ? beyond : 0, multiplier);
        if (!ticket)
            return ticket.error();
        orders.tickets.push_back(*ticket);
    }
    for (OrderTicket &ticket : orders.tickets)
        ticket.strategy = draft.tag ? *draft.tag : tagOf(evaluation);
    return orders;
}

} // namespace tapeline::strategyorders
