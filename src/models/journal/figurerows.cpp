#include "figurerows.h"

#include "breakdowntext.h"
#include "statistictext.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace tapeline::figurerows {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::FigureRows)
};

/// Whether more of it is better; 0: neither.
int wish(PerformanceMetric metric)
{
    using enum PerformanceMetric;
    switch (metric) {
    case Trades:
        return 0;
    case MaxDrawdown:
    case AverageLoss:
    case LongestLossStreak:
        return -1;
    default: // of those that are shown
        return 1;
    }
}

constexpr std::array compared {
    PerformanceMetric::Trades,      PerformanceMetric::Net,
    PerformanceMetric::WinRate,     PerformanceMetric::ProfitFactor,
    PerformanceMetric::Expectancy,  PerformanceMetric::ExpectancyR,
    PerformanceMetric::Sqn,         PerformanceMetric::AverageWin,
    PerformanceMetric::AverageLoss, PerformanceMetric::Payoff,
    PerformanceMetric::MaxDrawdown, PerformanceMetric::LongestLossStreak,
};

MetricValue difference(const MetricValue &after, const MetricValue &before)
{
    if (const auto *was = std::get_if<Money>(&before))
        if (const auto *is = std::get_if<Money>(&after))
            return *is - *was;
    if (const auto *was = std::get_if<qint64>(&before))
        if (const auto *is = std::get_if<qint64>(&after))
            return *is - *was;
    if (const auto *was = std::get_if<double>(&before))
        if (const auto *is = std::get_if<double>(&after))
            if (std::isfinite(*is - *was))
                return *is - *was;
    return {};
}

/// With its sign, whichever unit it has.
QString signedText(PerformanceMetric metric, const MetricValue &value, const QLocale &locale)
{
    const QString text = statistictext::value(metric, value, locale);
    return metricNumber(value).value_or(0) > 0 ? locale.positiveSign() + text : text;
}

} // namespace

std::vector<FiguresModel::Row> changes(const TradeStatistics &before, const TradeStatistics &after,
                                       const QLocale &locale)
{
    std::vector<FiguresModel::Row> rows;
    for (const PerformanceMetric metric : compared) {
        const MetricValue was = metricValue(metric, { before });
        const MetricValue is = metricValue(metric, { after });
        const MetricValue change = difference(is, was);
        const double number = metricNumber(change).value_or(0);
        rows.push_back(
            { { statistictext::name(metric), statistictext::value(metric, was, locale),
                statistictext::value(metric, is, locale), signedText(metric, change, locale) },
              statistictext::definition(metric),
              wish(metric) * ((number > 0) - (number < 0)) });
    }
    return rows;
}

std::vector<FiguresModel::Row> comparison(const TradeConfidence &first,
                                          const TradeConfidence &second,
                                          const TradeComparison &compared, const QLocale &locale)
{
    std::vector<FiguresModel::Row> rows;
    for (std::size_t i = 0; i < resampledFigureCount; ++i) {
        const auto figure = static_cast<ResampledFigure>(i);
        const auto text = [&](const std::optional<ConfidenceInterval> &interval) {
            return interval ? breakdowntext::interval(figure, *interval, locale)
                            : statistictext::undefined();
        };
        FiguresModel::Row row { { breakdowntext::name(figure), text(first.interval(figure)),
                                  text(second.interval(figure)), statistictext::undefined() } };
        if (const std::optional<FigureComparison> &both = compared.figure(figure)) {
            const ConfidenceInterval &gap = both->difference;
            row.texts[3] = Text::tr("%1 (%2 to %3)")
                               .arg(breakdowntext::difference(figure, gap.estimate, locale),
                                    breakdowntext::difference(figure, gap.low, locale),
                                    breakdowntext::difference(figure, gap.high, locale));
            row.sign = both->verdict == ComparisonVerdict::FirstIsBetter ? 1
                : both->verdict == ComparisonVerdict::SecondIsBetter     ? -1
                                                                         : 0;
        }
        rows.push_back(row);
    }
    return rows;
}

QString verdict(const TradeConfidence &first, const TradeConfidence &second,
                const TradeComparison &compared, const QString &firstName,
                const QString &secondName, const QLocale &locale)
{
    const auto count = [](const QString &name, qint64 trades) {
        return Text::tr("%1 has %Ln trade(s).", nullptr, int(trades)).arg(name);
    };
    const QString counts = count(firstName, first.trades) + u' ' + count(secondName, second.trades);
    const std::optional<FigureComparison> &mean = compared.figure(ResampledFigure::MeanNet);
    if (!mean)
        return Text::tr("There is nothing to compare yet. %1").arg(counts);
    if (mean->verdict == ComparisonVerdict::CannotTellApart)
        return Text::tr("These cannot be told apart with %1 and %2 trades: the difference of the "
                        "mean may be luck.")
            .arg(locale.toString(first.trades), locale.toString(second.trades));
    return breakdowntext::verdict(*mean, firstName, secondName, locale) + u' ' + counts;
}

} // namespace tapeline::figurerows
