#include "optionflowfilter.h"

#include "tapeside.h"

#include <QJsonArray>

#include <array>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What can be hidden, by the names it is saved under.
struct Part
{
    QLatin1String name;
    bool OptionFlowFilter::*shown;
};

constexpr std::array parts {
    Part { "calls"_L1, &OptionFlowFilter::calls },
    Part { "puts"_L1, &OptionFlowFilter::puts },
    Part { "bought"_L1, &OptionFlowFilter::bought },
    Part { "sold"_L1, &OptionFlowFilter::sold },
    Part { "others"_L1, &OptionFlowFilter::others },
    Part { "plain"_L1, &OptionFlowFilter::plain },
    Part { "sweeps"_L1, &OptionFlowFilter::sweeps },
    Part { "blocks"_L1, &OptionFlowFilter::blocks },
    Part { "packages"_L1, &OptionFlowFilter::packages },
};

constexpr auto hiddenKey = "hidden"_L1;
constexpr auto underlyingKey = "underlying"_L1;
constexpr auto premiumKey = "premium"_L1;
constexpr auto openInterestKey = "aboveOpenInterest"_L1;
constexpr auto daysKey = "mostDays"_L1;
constexpr auto moneynessKey = "moneyness"_L1;
constexpr auto insideName = "in"_L1;
constexpr auto outsideName = "out"_L1;

QString nameOf(Moneyness moneyness)
{
    switch (moneyness) {
    case Moneyness::InTheMoney:
        return insideName;
    case Moneyness::OutOfTheMoney:
        return outsideName;
    case Moneyness::Unknown:
        break;
    }
    return {};
}

} // namespace

OptionFlowKind flowKind(const OptionFlowRow &row)
{
    if (!row.print.form.isAlone())
        return OptionFlowKind::Package;
    if (row.isSweep)
        return OptionFlowKind::Sweep;
    return isOptionBlock(row.print) ? OptionFlowKind::Block : OptionFlowKind::Plain;
}

OptionFlowSide flowSide(const OptionFlowPrint &print)
{
    if (!print.form.isAlone() || print.form.late || print.form.cancels)
        return OptionFlowSide::Other;
    return isBuy(print.side) ? OptionFlowSide::Bought
        : isSell(print.side) ? OptionFlowSide::Sold
                             : OptionFlowSide::Other;
}

Moneyness moneynessOf(const OptionFlowPrint &print)
{
    if (print.spot <= Price())
        return Moneyness::Unknown;
    const OptionTerms &terms = print.contract->terms;
    const bool out
        = terms.right == OptionRight::Call ? terms.strike > print.spot : terms.strike < print.spot;
    return out ? Moneyness::OutOfTheMoney : Moneyness::InTheMoney;
}

bool OptionFlowFilter::passes(const OptionFlowRow &row) const
{
    return passesContract(row) && passesSide(row.print) && passesKind(row)
        && (premium <= 0 || row.print.premium() >= premium)
        && (!aboveOpenInterest
            || (row.openInterest >= 0 && row.print.size.toDouble() >= row.openInterest));
}

bool OptionFlowFilter::passesContract(const OptionFlowRow &row) const
{
    const OptionTerms &terms = row.print.contract->terms;
    return (terms.right == OptionRight::Call ? calls : puts)
        && (underlying.isEmpty() || terms.underlying == underlying)
        && (mostDays < 0 || row.days <= mostDays)
        && (moneyness == Moneyness::Unknown || moneynessOf(row.print) == moneyness);
}

bool OptionFlowFilter::passesSide(const OptionFlowPrint &print) const
{
    switch (flowSide(print)) {
    case OptionFlowSide::Bought:
        return bought;
    case OptionFlowSide::Sold:
        return sold;
    case OptionFlowSide::Other:
        break;
    }
    return others;
}

bool OptionFlowFilter::passesKind(const OptionFlowRow &row) const
{
    switch (flowKind(row)) {
    case OptionFlowKind::Sweep:
        return sweeps;
    case OptionFlowKind::Block:
        return blocks;
    case OptionFlowKind::Package:
        return packages;
    case OptionFlowKind::Plain:
        break;
    }
    return plain;
}

QJsonObject OptionFlowFilter::toJson() const
{
    QJsonArray hidden;
    for (const Part &part : parts)
        if (!(this->*part.shown))
            hidden.append(part.name);
    return { { hiddenKey, hidden },   { underlyingKey, underlying },
             { premiumKey, premium }, { openInterestKey, aboveOpenInterest },
             { daysKey, mostDays },   { moneynessKey, nameOf(moneyness) } };
}

OptionFlowFilter OptionFlowFilter::fromJson(const QJsonObject &json)
{
    OptionFlowFilter filter;
    const QJsonArray hidden = json.value(hiddenKey).toArray();
    for (const Part &part : parts)
        filter.*part.shown = !hidden.contains(part.name);
    filter.underlying = json.value(underlyingKey).toString();
    const double premium = json.value(premiumKey).toDouble();
    filter.premium = std::isfinite(premium) && premium > 0 ? premium : 0;
    filter.aboveOpenInterest = json.value(openInterestKey).toBool();
    filter.mostDays = std::max(json.value(daysKey).toInt(-1), -1);
    const QString moneyness = json.value(moneynessKey).toString();
    filter.moneyness = moneyness == insideName ? Moneyness::InTheMoney
        : moneyness == outsideName             ? Moneyness::OutOfTheMoney
                                               : Moneyness::Unknown;
    return filter;
}

} // namespace tapeline
