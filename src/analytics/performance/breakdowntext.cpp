#include "breakdowntext.h"

#include "marketregime.h"
#include "statistictext.h"
#include "localdecimal.h"

#include <QCoreApplication>

#include <cmath>

namespace tapeline::breakdowntext {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::BreakdownText)
};

QString regimeName(int bucket)
{
    switch (static_cast<MarketRegime>(bucket)) {
    case MarketRegime::StretchedUpBusy:
        return Text::tr("Stretched up, busy");
    case MarketRegime::StretchedUpQuiet:
        return Text::tr("Stretched up, quiet");
    case MarketRegime::BalancedBusy:
        return Text::tr("Balanced, busy");
    case MarketRegime::BalancedQuiet:
        return Text::tr("Balanced, quiet");
    case MarketRegime::StretchedDownBusy:
        return Text::tr("Stretched down, busy");
    case MarketRegime::StretchedDownQuiet:
        return Text::tr("Stretched down, quiet");
    }
    return {};
}

QString sessionName(int bucket)
{
    switch (static_cast<SessionPart>(bucket)) {
    case SessionPart::Closed:
        return Text::tr("Closed");
    case SessionPart::PreMarket:
        return Text::tr("Pre-market");
    case SessionPart::Regular:
        return Text::tr("Regular hours");
    case SessionPart::AfterHours:
        return Text::tr("After hours");
    }
    return {};
}

QString sideName(int bucket)
{
    switch (static_cast<TradeDirection>(bucket)) {
    case TradeDirection::Long:
        return Text::tr("Long");
    case TradeDirection::Short:
        return Text::tr("Short");
    case TradeDirection::Structure:
        return Text::tr("Structure");
    }
    return {};
}

/// An edge in the unit of its breakdown.
QString edgeText(TradeBreakdown breakdown, double edge, const QLocale &locale)
{
    if (breakdown == TradeBreakdown::HoldingTime)
        return statistictext::duration(Duration(std::chrono::seconds(qint64(edge))), locale);
    return locale.toString(edge, 'f', edge == std::floor(edge) ? 0 : 1);
}

QString rangeName(TradeBreakdown breakdown, int bucket, const QLocale &locale)
{
    const std::span<const double> edges = bucketEdges(breakdown);
    const auto place = std::size_t(bucket);
    if (place == 0)
        return Text::tr("Below %1").arg(edgeText(breakdown, edges.front(), locale));
    if (place >= edges.size())
        return Text::tr("%1 and above").arg(edgeText(breakdown, edges.back(), locale));
    //: A range of values, such as "5 min to 15 min"
    return Text::tr("%1 to %2")
        .arg(edgeText(breakdown, edges[place - 1], locale),
             edgeText(breakdown, edges[place], locale));
}

/// Of trades that have no word of a kind.
QString noWord(TradeBreakdown breakdown)
{
    if (breakdown == TradeBreakdown::Tag)
        return Text::tr("No tag");
    return breakdown == TradeBreakdown::Setup ? Text::tr("No setup") : Text::tr("No mistake");
}

} // namespace

QString name(TradeBreakdown breakdown)
{
    switch (breakdown) {
    case TradeBreakdown::Tag:
        return Text::tr("Tag");
    case TradeBreakdown::Setup:
        return Text::tr("Setup");
    case TradeBreakdown::Mistake:
        return Text::tr("Mistake");
    case TradeBreakdown::Symbol:
        return Text::tr("Symbol");
    case TradeBreakdown::Account:
        return Text::tr("Account");
    case TradeBreakdown::Side:
        return Text::tr("Side");
    case TradeBreakdown::Hour:
        return Text::tr("Hour");
    case TradeBreakdown::Weekday:
        return Text::tr("Weekday");
    case TradeBreakdown::HoldingTime:
        return Text::tr("Holding time");
    case TradeBreakdown::Price:
        return Text::tr("Price");
    case TradeBreakdown::Volume:
        return Text::tr("Relative volume");
    case TradeBreakdown::Regime:
        return Text::tr("Market regime");
    case TradeBreakdown::SessionPart:
        return Text::tr("Part of the session");
    }
    return {};
}

QString definition(TradeBreakdown breakdown)
{
    switch (breakdown) {
    case TradeBreakdown::Tag:
        return Text::tr("A trade with several tags counts in each of them.");
    case TradeBreakdown::Setup:
        return Text::tr("The setup that you noted.");
    case TradeBreakdown::Mistake:
        return Text::tr("A trade with several mistakes counts in each of them.");
    case TradeBreakdown::Symbol:
        return Text::tr("Options and their structures count for their underlying where the trade "
                        "says so.");
    case TradeBreakdown::Account:
        return Text::tr("The account that held it, with the market it belongs to.");
    case TradeBreakdown::Side:
        return Text::tr("Long, short, or a structure of several legs.");
    case TradeBreakdown::Hour:
        return Text::tr("Hour of the opening, Eastern time.");
    case TradeBreakdown::Weekday:
        return Text::tr("Weekday of the opening, Eastern time.");
    case TradeBreakdown::HoldingTime:
        return Text::tr("Time from the opening to the closing.");
    case TradeBreakdown::Price:
        return Text::tr("Mean entry price; structures have none.");
    case TradeBreakdown::Volume:
        return Text::tr("Volume of the session at the entry, relative to the same time of the "
                        "days before.");
    case TradeBreakdown::Regime:
        return Text::tr("Stretched: more than a quarter of a daily ATR from VWAP at the entry, "
                        "else balanced. Busy: at least one and a half times the usual volume, "
                        "else quiet.");
    case TradeBreakdown::SessionPart:
        return Text::tr("Part of the session in which it was opened.");
    }
    return {};
}

QString group(TradeBreakdown breakdown, const TradeGroup &group, const QLocale &locale)
{
    if (isByWords(breakdown))
        return group.text.isEmpty() ? noWord(breakdown) : group.text;
    if (group.bucket == TradeGroup::unknown)
        return Text::tr("Not known");
    switch (breakdown) {
    case TradeBreakdown::Side:
        return sideName(group.bucket);
    case TradeBreakdown::Hour:
        return locale.toString(QTime(group.bucket, 0), u"HH:mm"_s);
    case TradeBreakdown::Weekday:
        return locale.standaloneDayName(group.bucket, QLocale::ShortFormat);
    case TradeBreakdown::Regime:
        return regimeName(group.bucket);
    case TradeBreakdown::SessionPart:
        return sessionName(group.bucket);
    case TradeBreakdown::HoldingTime:
    case TradeBreakdown::Price:
    case TradeBreakdown::Volume:
    case TradeBreakdown::Tag:
    case TradeBreakdown::Setup:
    case TradeBreakdown::Mistake:
    case TradeBreakdown::Symbol:
    case TradeBreakdown::Account:
        break;
    }
    return rangeName(breakdown, group.bucket, locale);
}

QString name(ResampledFigure figure)
{
    switch (figure) {
    case ResampledFigure::MeanNet:
        return statistictext::name(PerformanceMetric::Expectancy);
    case ResampledFigure::MeanR:
        return statistictext::name(PerformanceMetric::ExpectancyR);
    case ResampledFigure::WinRate:
        return statistictext::name(PerformanceMetric::WinRate);
    case ResampledFigure::ProfitFactor:
        return statistictext::name(PerformanceMetric::ProfitFactor);
    case ResampledFigure::Sqn:
        return statistictext::name(PerformanceMetric::Sqn);
    }
    return {};
}

QString value(ResampledFigure figure, double value, const QLocale &locale)
{
    switch (figure) {
    case ResampledFigure::MeanNet:
        return localdecimal::money(Money::fromDouble(value), locale);
    case ResampledFigure::MeanR:
        return statistictext::multiple(value, locale);
    case ResampledFigure::WinRate:
        return statistictext::share(value, locale);
    case ResampledFigure::ProfitFactor:
    case ResampledFigure::Sqn:
        break;
    }
    return statistictext::ratio(value, locale);
}

QString difference(ResampledFigure figure, double difference, const QLocale &locale)
{
    const QString size = figure == ResampledFigure::WinRate
        //: Percentage points between two shares
        ? Text::tr("%1 points").arg(statistictext::ratio(difference * 100, locale))
        : value(figure, difference, locale);
    return difference > 0 ? locale.positiveSign() + size : size;
}

QString interval(ResampledFigure figure, const ConfidenceInterval &interval, const QLocale &locale)
{
    //: A figure with the range it lies in: "0.35 R (0.10 R to 0.62 R)"
    return Text::tr("%1 (%2 to %3)")
        .arg(value(figure, interval.estimate, locale), value(figure, interval.low, locale),
             value(figure, interval.high, locale));
}

QString verdict(const FigureComparison &comparison, const QString &first, const QString &second,
                const QLocale &locale)
{
    switch (comparison.verdict) {
    case ComparisonVerdict::TooFew:
        return Text::tr("Too few trades to compare: %1 of each are needed.")
            .arg(TradeComparison::leastTrades);
    case ComparisonVerdict::CannotTellApart:
        return Text::tr("%1 and %2 cannot be told apart: the difference may be luck.")
            .arg(first, second);
    case ComparisonVerdict::FirstIsBetter:
        return Text::tr("%1 is better than %2, in %3 of the resamples: more than luck.")
            .arg(first, second, statistictext::share(comparison.firstIsHigher, locale));
    case ComparisonVerdict::SecondIsBetter:
        return Text::tr("%1 is better than %2, in %3 of the resamples: more than luck.")
            .arg(second, first, statistictext::share(1 - comparison.firstIsHigher, locale));
    }
    return {};
}

} // namespace tapeline::breakdowntext
