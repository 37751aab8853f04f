#include "strategytext.h"

#include "symboltext.h"
#include "tradetext.h"

#include <QCoreApplication>

namespace tapeline::strategytext {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::StrategyText)
};

QString number(double value, int decimals, const QLocale &locale)
{
    return locale.toString(value, 'f', decimals);
}

QString percent(double share, const QLocale &locale)
{
    //: A share in percent
    return Text::tr("%1 %").arg(number(share * 100, 0, locale));
}

QString day(QDate day, const QLocale &locale)
{
    return locale.toString(day, u"d MMM yy"_s);
}

/// The names of both sides of a kind.
struct Names
{
    QString bought;
    QString sold;
};

Names names(StrategyKind kind)
{
    using enum StrategyKind;
    switch (kind) {
    case Custom:
        return { Text::tr("Own combination"), Text::tr("Own combination") };
    case Underlying:
        return { Text::tr("Shares"), Text::tr("Shares sold short") };
    case Call:
        return { Text::tr("Long call"), Text::tr("Short call") };
    case Put:
        return { Text::tr("Long put"), Text::tr("Cash-secured put") };
    case CoveredCall:
        return { Text::tr("Covered call"), Text::tr("Covered call") };
    case ProtectivePut:
        return { Text::tr("Protective put"), Text::tr("Protective put") };
    case Collar:
        return { Text::tr("Collar"), Text::tr("Collar") };
    case CallVertical:
        return { Text::tr("Bull call spread (debit)"), Text::tr("Bear call spread (credit)") };
    case PutVertical:
        return { Text::tr("Bear put spread (debit)"), Text::tr("Bull put spread (credit)") };
    case Straddle:
        return { Text::tr("Long straddle"), Text::tr("Short straddle") };
    case Strangle:
        return { Text::tr("Long strangle"), Text::tr("Short strangle") };
    case RiskReversal:
        return { Text::tr("Risk reversal"), Text::tr("Risk reversal, sold") };
    case CallButterfly:
        return { Text::tr("Call butterfly"), Text::tr("Call butterfly, sold") };
    case PutButterfly:
        return { Text::tr("Put butterfly"), Text::tr("Put butterfly, sold") };
    case IronButterfly:
        return { Text::tr("Iron butterfly, bought"), Text::tr("Iron butterfly") };
    case CallCondor:
        return { Text::tr("Call condor"), Text::tr("Call condor, sold") };
    case PutCondor:
        return { Text::tr("Put condor"), Text::tr("Put condor, sold") };
    case IronCondor:
        return { Text::tr("Iron condor, bought"), Text::tr("Iron condor") };
    case CallCalendar:
        return { Text::tr("Call calendar"), Text::tr("Call calendar, sold") };
    case PutCalendar:
        return { Text::tr("Put calendar"), Text::tr("Put calendar, sold") };
    case CallDiagonal:
        return { Text::tr("Call diagonal"), Text::tr("Call diagonal, sold") };
    case PutDiagonal:
        return { Text::tr("Put diagonal"), Text::tr("Put diagonal, sold") };
    case CallRatio:
        return { Text::tr("Call ratio spread"), Text::tr("Call backspread") };
    case PutRatio:
        return { Text::tr("Put ratio spread"), Text::tr("Put backspread") };
    }
    Q_UNREACHABLE();
}

/// "745 C, 18 Dec 26".
QString contractText(const ChainContract &contract, const QLocale &locale)
{
    const QString right = contract.terms.right == OptionRight::Call ? u"C"_s : u"P"_s;
    return u"%1 %2, %3"_s.arg(
        locale.toString(contract.terms.strike.toDouble(), 'f', QLocale::FloatingPointShortest),
        right, day(contract.terms.expiry, locale));
}

/// By which rule a leg was chosen.
QString pickReason(const PickedLeg &leg, const QLocale &locale)
{
    switch (leg.rule) {
    case PickRule::Underlying:
        return {};
    case PickRule::Money:
        return Text::tr("the strike nearest to the forward price");
    case PickRule::Delta:
        return Text::tr("delta %1, nearest to %2")
            .arg(number(leg.found, 2, locale), number(leg.aim, 2, locale));
    case PickRule::Away:
        return Text::tr("%1 expected moves away, at least %2 wanted")
            .arg(number(std::abs(leg.found), 2, locale), number(std::abs(leg.aim), 2, locale));
    case PickRule::Mirror:
        return Text::tr("as far away on the other side");
    case PickRule::SameStrike:
        return Text::tr("the same strike");
    }
    Q_UNREACHABLE();
}

/// "delta", in the sentence of what was left out.
QString shortRule(OptimiserRule rule)
{
    switch (rule) {
    case OptimiserRule::Quote:
        return Text::tr("contracts without a quote");
    case OptimiserRule::Spread:
        return Text::tr("contracts for their spread");
    case OptimiserRule::OpenInterest:
        return Text::tr("contracts for their open interest");
    case OptimiserRule::Delta:
        return Text::tr("for delta");
    case OptimiserRule::Volatility:
        return Text::tr("for the side of volatility");
    case OptimiserRule::RewardToRisk:
        return Text::tr("for reward against risk");
    case OptimiserRule::Probability:
        return Text::tr("for probability");
    case OptimiserRule::Work:
        return Text::tr("not looked at any more");
    }
    Q_UNREACHABLE();
}

} // namespace

QString name(StrategyForm form)
{
    const Names both = names(form.kind);
    return form.isSold ? both.sold : both.bought;
}

QString title(const StrategyEvaluation &evaluation, const QLocale &locale)
{
    if (evaluation.legs.empty())
        return {};
    QList<QDate> days;
    for (const LegEvaluation &leg : evaluation.legs)
        if (leg.option && !days.contains(leg.option->expiry))
            days.append(leg.option->expiry);
    std::ranges::sort(days);
    QStringList parts { name(evaluation.form) };
    for (const QDate own : days)
        parts.append(day(own, locale));
    return parts.join(u", "_s);
}

QStringList picks(const PickedStrategy &picked, const QLocale &locale)
{
    QStringList lines;
    for (const PickedLeg &leg : picked.legs) {
        const QString side = tradetext::side(leg.quantity > 0 ? Side::Buy : Side::Sell);
        const QString qty = number(std::abs(leg.quantity), 0, locale);
        if (!leg.contract)
            //: "Buy", a number
            lines.append(Text::tr("%1 %2 of the underlying").arg(side, qty));
        else
            lines.append(u"%1 %2 %3: %4"_s.arg(side, qty, contractText(*leg.contract, locale),
                                               pickReason(leg, locale)));
    }
    if (picked.assumedVolatility)
        lines.append(Text::tr("No volatility of this expiration is known: deltas are those of %1.")
                         .arg(percent(*picked.assumedVolatility, locale)));
    return lines;
}

QString pickFailure(const Error &error)
{
    if (error.code == Error::Code::NotFound)
        return Text::tr("The chain has no contracts that fit this template. Choose another "
                        "expiration, or wait until the chain is here.");
    return Text::tr("There is no such template.");
}

QString trouble(const LegEvaluation &leg, const QLocale &locale)
{
    const QString what = shortSymbolText(leg.leg.symbol, locale);
    switch (leg.state) {
    case LegEvaluation::State::Priced:
        return {};
    case LegEvaluation::State::NoContract:
        return Text::tr("%1 is not in the chain.").arg(what);
    case LegEvaluation::State::NoPrice:
        return Text::tr("%1 has no quote on both sides: type a price for it.").arg(what);
    case LegEvaluation::State::Ended:
        return Text::tr("%1 has ended: take it out.").arg(what);
    }
    Q_UNREACHABLE();
}

QString split(const StrategyOrders &orders)
{
    if (orders.isSplit && orders.isUnderlyingApart)
        return Text::tr("This goes as %n order(s): shares by themselves and first, then the "
                        "options, those that are bought before the others.",
                        nullptr, int(orders.tickets.size()));
    if (orders.isSplit)
        return Text::tr("This is more than one package takes: it goes as %n order(s), those that "
                        "are bought first.",
                        nullptr, int(orders.tickets.size()));
    if (orders.isUnderlyingApart)
        return Text::tr("A package has whole shares, up to 1,000 a contract: these go as an order "
                        "of their own, before the options. One may fill without the other.");
    return {};
}

QString view(MarketView view)
{
    switch (view) {
    case MarketView::Any:
        return Text::tr("Any view");
    case MarketView::Rising:
        return Text::tr("Rising");
    case MarketView::Falling:
        return Text::tr("Falling");
    case MarketView::Calm:
        return Text::tr("Calm");
    case MarketView::Moving:
        return Text::tr("Moving, either way");
    }
    Q_UNREACHABLE();
}

QString outcome(const OptimiserResult &result, const QLocale &locale)
{
    QStringList parts;
    for (std::size_t i = 0; i < optimiserRules; ++i)
        if (result.leftOut[i] > 0)
            //: A number, and a reason as "for delta"
            parts.append(Text::tr("%1 %2").arg(locale.toString(result.leftOut[i]),
                                               shortRule(OptimiserRule(i))));
    const QString looked = Text::tr("%1 combinations reckoned, %2 keep to the rules.")
                               .arg(locale.toString(result.looked), locale.toString(result.kept));
    return parts.isEmpty() ? looked
                           : looked + u' ' + Text::tr("Left out: %1.").arg(parts.join(u", "_s));
}

QString legs(const Candidate &candidate, const QLocale &locale)
{
    QStringList parts;
    for (const CandidateLeg &leg : candidate.legs) {
        const Result<Instrument> instrument = instrumentFromSymbol(leg.symbol);
        if (!instrument || !instrument->option)
            continue;
        const OptionTerms &terms = *instrument->option;
        parts.append(u"%1%2 %3 %4"_s.arg(
            leg.quantity > 0 ? u"+"_s : u"\u2212"_s, number(std::abs(leg.quantity), 0, locale),
            locale.toString(terms.strike.toDouble(), 'f', QLocale::FloatingPointShortest),
            terms.right == OptionRight::Call ? u"C"_s : u"P"_s));
    }
    return parts.join(u"  "_s);
}

QString reasons(const Candidate &candidate, const OptimiserRules &rules, const QLocale &locale)
{
    QStringList lines {
        Text::tr("Delta %1 lies within %2 to %3.")
            .arg(number(candidate.delta, 2, locale), number(rules.leastDelta, 2, locale),
                 number(rules.mostDelta, 2, locale)),
        Text::tr("Reward against risk is %1 to 1, at least %2 to 1 is asked for.")
            .arg(number(candidate.rewardToRisk(), 1, locale),
                 number(rules.leastRewardToRisk, 1, locale)),
        Text::tr("The widest spread is %1, at most %2.")
            .arg(percent(candidate.spread, locale), percent(rules.mostSpread, locale)),
        Text::tr("The least open interest is %1, at least %2.")
            .arg(number(candidate.openInterest, 0, locale),
                 number(rules.leastOpenInterest, 0, locale)),
    };
    if (!rules.volatilityRank)
        lines.append(Text::tr("The rank of volatility is not known: debits and credits are both "
                              "taken."));
    else
        lines.append(
            (candidate.cost > 0 ? Text::tr("A debit: volatility ranks at %1, below %2.")
                                : Text::tr("A credit: volatility ranks at %1, above %2."))
                .arg(number(*rules.volatilityRank, 0, locale),
                     number(candidate.cost > 0 ? rules.sellAtRank : rules.buyAtRank, 0, locale)));
    return lines.join(u'\n');
}

} // namespace tapeline::strategytext
