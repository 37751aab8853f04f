#include "statistictext.h"

#include "localdecimal.h"

#include <QCoreApplication>

#include <cmath>

namespace tapeline::statistictext {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::StatisticText)
};

/// Rounded, without "-0.00".
QString number(double value, int decimals, const QLocale &locale)
{
    if (std::isinf(value))
        return value > 0 ? u"∞"_s : locale.negativeSign() + u'∞';
    const double scale = std::pow(10, decimals);
    return locale.toString(std::round(value * scale) / scale + 0.0, 'f', decimals);
}

/// Counted units of time: the larger one with the rest in the smaller.
QString units(qint64 large, qint64 small, const QString &both, const QString &alone)
{
    return small > 0 ? both.arg(large).arg(small) : alone.arg(large);
}

/// A value in the unit of its figure.
struct ToText
{
    MetricUnit unit;
    const QLocale &locale;

    QString operator()(std::monostate) const { return undefined(); }
    QString operator()(qint64 count) const { return locale.toString(count); }
    QString operator()(Money amount) const { return localdecimal::money(amount, locale); }
    QString operator()(Duration time) const { return duration(time, locale); }
    QString operator()(double value) const
    {
        switch (unit) {
        case MetricUnit::Money:
            return localdecimal::money(Money::fromDouble(value), locale);
        case MetricUnit::Share:
            return share(value, locale);
        case MetricUnit::Percent:
            return share(value / 100, locale);
        case MetricUnit::Risk:
            return multiple(value, locale);
        case MetricUnit::Count:
        case MetricUnit::Ratio:
        case MetricUnit::Time:
            break;
        }
        return ratio(value, locale);
    }
};

} // namespace

QString name(PerformanceMetric metric)
{
    using enum PerformanceMetric;
    switch (metric) {
    case Trades:
        return Text::tr("Trades");
    case Wins:
        return Text::tr("Winners");
    case Losses:
        return Text::tr("Losers");
    case BreakEven:
        return Text::tr("Break-even");
    case WinRate:
        return Text::tr("Win rate");
    case WinRateDecided:
        return Text::tr("Win rate without break-even");
    case ProfitFactor:
        return Text::tr("Profit factor");
    case Expectancy:
        return Text::tr("Expectancy");
    case GrossProfit:
        return Text::tr("Gross profit");
    case GrossLoss:
        return Text::tr("Gross loss");
    case Net:
        return Text::tr("Net");
    case Gross:
        return Text::tr("Before fees");
    case Fees:
        return Text::tr("Fees");
    case AverageWin:
        return Text::tr("Average win");
    case AverageLoss:
        return Text::tr("Average loss");
    case Payoff:
        return Text::tr("Payoff");
    case LargestWin:
        return Text::tr("Largest win");
    case LargestLoss:
        return Text::tr("Largest loss");
    case MaxDrawdown:
        return Text::tr("Max drawdown");
    case MaxDrawdownPercent:
        return Text::tr("Max drawdown, %");
    case DrawdownDuration:
        return Text::tr("Longest drawdown");
    case Recovery:
        return Text::tr("Recovery factor");
    case ExpectancyR:
        return Text::tr("Expectancy R");
    case WithoutRisk:
        return Text::tr("Without planned risk");
    case Sqn:
        return Text::tr("SQN");
    case SqnCapped:
        return Text::tr("SQN, at most 100 trades");
    case Kelly:
        return Text::tr("Kelly");
    case LongestWinStreak:
        return Text::tr("Longest winning streak");
    case LongestLossStreak:
        return Text::tr("Longest losing streak");
    case AverageHolding:
        return Text::tr("Average holding time");
    case AverageWinHolding:
        return Text::tr("Average holding of winners");
    case AverageLossHolding:
        return Text::tr("Average holding of losers");
    case Exposure:
        return Text::tr("Exposure");
    case Turnover:
        return Text::tr("Turnover");
    case AverageAdverseR:
        return Text::tr("Average MAE");
    case AverageFavourableR:
        return Text::tr("Average MFE");
    case ExitEfficiency:
        return Text::tr("Exit efficiency");
    case WithoutExcursion:
        return Text::tr("Without MAE and MFE");
    case EquityDays:
        return Text::tr("Days of equity");
    case Sharpe:
        return Text::tr("Sharpe ratio");
    case Sortino:
        return Text::tr("Sortino ratio");
    case EquityMaxDrawdown:
        return Text::tr("Max drawdown of equity");
    case EquityMaxDrawdownPercent:
        return Text::tr("Max drawdown of equity, %");
    case EquityDrawdownDuration:
        return Text::tr("Longest drawdown of equity");
    case EquityRecovery:
        return Text::tr("Recovery factor of equity");
    case Growth:
        return Text::tr("CAGR");
    case Calmar:
        return Text::tr("Calmar ratio");
    case Ulcer:
        return Text::tr("Ulcer index");
    }
    return {};
}

QString definition(PerformanceMetric metric)
{
    using enum PerformanceMetric;
    switch (metric) {
    case Trades:
        return Text::tr("Closed round trips: from flat to flat, however many fills that took.");
    case Wins:
        return Text::tr("Trades whose net result, after fees, is above zero.");
    case Losses:
        return Text::tr("Trades whose net result, after fees, is below zero.");
    case BreakEven:
        return Text::tr("Trades whose net result, after fees, is exactly zero.");
    case WinRate:
        return Text::tr("Winners divided by all trades; break-even trades count as trades.");
    case WinRateDecided:
        return Text::tr("Winners divided by winners and losers; break-even trades are left out.");
    case ProfitFactor:
        return Text::tr("Gross profit divided by gross loss. Infinite when nothing was lost, "
                        "undefined without winners and losers.");
    case Expectancy:
        return Text::tr("Net result divided by the number of trades: what one trade brings.");
    case GrossProfit:
        return Text::tr("Sum of the net results of the winners.");
    case GrossLoss:
        return Text::tr("Sum of the net results of the losers, as a positive amount.");
    case Net:
        return Text::tr("Sum of the results of all trades after fees.");
    case Gross:
        return Text::tr("Sum of the results of all trades before fees.");
    case Fees:
        return Text::tr("Commissions and fees of all fills of these trades.");
    case AverageWin:
        return Text::tr("Gross profit divided by the number of winners.");
    case AverageLoss:
        return Text::tr("Gross loss divided by the number of losers.");
    case Payoff:
        return Text::tr("Average win divided by average loss.");
    case LargestWin:
        return Text::tr("The highest net result of one trade.");
    case LargestLoss:
        return Text::tr("The lowest net result of one trade, as a positive amount.");
    case MaxDrawdown:
        return Text::tr("The deepest fall of the curve of closed trades from a peak; the start "
                        "counts as a peak.");
    case MaxDrawdownPercent:
        return Text::tr("The deepest fall of the curve of closed trades as a share of its peak. "
                        "Needs to know what the account was worth at the start.");
    case DrawdownDuration:
        return Text::tr("The longest time from a peak of the curve of closed trades to its "
                        "recovery, or to the last trade.");
    case Recovery:
        return Text::tr("Net result divided by the max drawdown in money.");
    case ExpectancyR:
        return Text::tr("Mean of R: the net result in units of the risk planned at the entry. "
                        "Trades without a planned risk are left out and counted.");
    case WithoutRisk:
        return Text::tr("Trades that had no stop at the entry and no risk noted; figures in R "
                        "leave them out.");
    case Sqn:
        return Text::tr("System quality number: the root of the number of trades times mean R, "
                        "divided by the sample deviation of R.");
    case SqnCapped:
        return Text::tr("The system quality number with the number of trades taken as at most "
                        "100, as Van Tharp does, so that many trades alone do not raise it.");
    case Kelly:
        return Text::tr("w - (1 - w) / payoff, with w the win rate without break-even: the share "
                        "of capital to stake that grows fastest if the past went on. Most "
                        "traders use a small part of it.");
    case LongestWinStreak:
        return Text::tr("Most winners in a row, in the order of closing; a break-even trade ends "
                        "a streak.");
    case LongestLossStreak:
        return Text::tr("Most losers in a row, in the order of closing; a break-even trade ends "
                        "a streak.");
    case AverageHolding:
        return Text::tr("Mean time from the opening to the closing of a trade.");
    case AverageWinHolding:
        return Text::tr("Mean time from the opening to the closing of winners.");
    case AverageLossHolding:
        return Text::tr("Mean time from the opening to the closing of losers.");
    case Exposure:
        return Text::tr("Share of the time from the first opening to the last closing in which "
                        "something was held; nights and weekends count.");
    case Turnover:
        return Text::tr("Value bought and sold (largest size of a trade at its mean prices) "
                        "divided by mean daily equity.");
    case AverageAdverseR:
        return Text::tr("Maximum adverse excursion: how far a trade was against you at worst, "
                        "before fees. Mean in R.");
    case AverageFavourableR:
        return Text::tr("Maximum favourable excursion: how far a trade was ahead at best, before "
                        "fees. Mean in R.");
    case ExitEfficiency:
        return Text::tr("How much of the best open results was taken: (exit - entry) / (best - "
                        "entry), in sums over trades that were ahead at some time. 100 % is the "
                        "best exits there were.");
    case WithoutExcursion:
        return Text::tr("Trades whose way from entry to exit was not seen; MAE, MFE and exit "
                        "efficiency leave them out.");
    case EquityDays:
        return Text::tr("Daily returns of the account, by the session calendar at the 16:00 "
                        "Eastern mark, deposits and withdrawals taken out.");
    case Sharpe:
        return Text::tr("Mean daily return divided by its sample deviation, times the root of "
                        "252. The risk-free rate is taken as zero.");
    case Sortino:
        return Text::tr("Mean daily return divided by the downside deviation, times the root of "
                        "252; all days are in the divisor, days above zero as zero.");
    case EquityMaxDrawdown:
        return Text::tr("The deepest fall of the account's worth from a peak, open positions "
                        "included, sampled on every fill and once a minute.");
    case EquityMaxDrawdownPercent:
        return Text::tr("The deepest fall of the account's worth as a share of its peak, open "
                        "positions included, deposits and withdrawals taken out.");
    case EquityDrawdownDuration:
        return Text::tr("The longest time from a peak of the account's worth to its recovery, or "
                        "to now.");
    case EquityRecovery:
        return Text::tr("What the account has gained, divided by its max drawdown in money.");
    case Growth:
        return Text::tr("Compound growth a year of the account's worth. Hidden below 60 days, "
                        "which say nothing of a year.");
    case Calmar:
        return Text::tr("CAGR divided by the max drawdown of equity.");
    case Ulcer:
        return Text::tr("Root of the mean square of daily drawdowns in per cent: deep and long "
                        "falls weigh more.");
    }
    return {};
}

QString value(PerformanceMetric metric, const MetricValue &value, const QLocale &locale)
{
    return std::visit(ToText { metricInfo(metric).unit, locale }, value);
}

QString value(PerformanceMetric metric, const PerformanceFigures &figures, const QLocale &locale)
{
    return value(metric, metricValue(metric, figures), locale);
}

QString multiple(double multiple, const QLocale &locale)
{
    //: A result in units of the planned risk, as "1.25 R"
    return Text::tr("%1 R").arg(number(multiple, 2, locale));
}

QString share(double share, const QLocale &locale)
{
    return Text::tr("%1 %").arg(number(share * 100, 1, locale));
}

QString ratio(double ratio, const QLocale &locale)
{
    return number(ratio, 2, locale);
}

QString duration(Duration duration, const QLocale &locale)
{
    using namespace std::chrono;
    const qint64 seconds = duration_cast<std::chrono::seconds>(duration).count();
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (seconds < 60)
        return Text::tr("%1 s").arg(locale.toString(seconds));
    if (minutes < 60)
        return units(minutes, seconds % 60, Text::tr("%1 min %2 s"), Text::tr("%1 min"));
    if (hours < 24)
        return units(hours, minutes % 60, Text::tr("%1 h %2 min"), Text::tr("%1 h"));
    return units(hours / 24, hours % 24, Text::tr("%1 d %2 h"), Text::tr("%1 d"));
}

QString undefined()
{
    return u"–"_s;
}

} // namespace tapeline::statistictext
