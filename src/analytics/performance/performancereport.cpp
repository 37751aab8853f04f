#include "performancereport.h"

#include "breakdowntext.h"
#include "easterntime.h"
#include "localdecimal.h"
#include "reportplots.h"
#include "resultdistribution.h"
#include "statistictext.h"
#include "tradebreakdown.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace tapeline {

namespace {

constexpr std::size_t mostGroups = 20;
constexpr std::size_t mostTrades = 10;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::PerformanceReport)
};

using reportplots::CurvePoint;

ReportBlock heading(const QString &text)
{
    return { ReportBlock::Kind::Heading, text };
}

ReportBlock paragraph(const QString &text)
{
    return { ReportBlock::Kind::Paragraph, text };
}

ReportBlock plot(const QString &text, const QByteArray &svg)
{
    ReportBlock block { ReportBlock::Kind::Plot, text };
    block.svg = svg;
    return block;
}

ReportBlock table(const QStringList &header, std::vector<QStringList> rows)
{
    ReportBlock block { ReportBlock::Kind::Table };
    block.header = header;
    block.rows = std::move(rows);
    return block;
}

QString periodText(const ReportSubject &subject, const QLocale &locale)
{
    const auto day = [&](QDate date) { return locale.toString(date, QLocale::ShortFormat); };
    if (subject.from.isValid() && subject.to.isValid())
        return Text::tr("%1 to %2").arg(day(subject.from), day(subject.to));
    if (subject.from.isValid())
        return Text::tr("from %1").arg(day(subject.from));
    return subject.to.isValid() ? Text::tr("up to %1").arg(day(subject.to))
                                : Text::tr("all of the time");
}

/// All figures, two to a row.
ReportBlock figuresTable(const PerformanceFigures &figures, const QLocale &locale)
{
    std::vector<QStringList> cells;
    for (const MetricInfo &info : performanceMetrics()) {
        const bool isOfEquity = info.metric >= PerformanceMetric::EquityDays
            || info.metric == PerformanceMetric::Turnover;
        if (isOfEquity && !figures.equity)
            continue;
        cells.push_back({ statistictext::name(info.metric),
                          statistictext::value(info.metric, figures, locale) });
    }
    std::vector<QStringList> rows;
    const std::size_t half = (cells.size() + 1) / 2;
    for (std::size_t i = 0; i < half; ++i)
        rows.push_back(
            cells[i]
            + (i + half < cells.size() ? cells[i + half] : QStringList { QString(), QString() }));
    return table({}, std::move(rows));
}

ReportBlock definitionsTable(const PerformanceFigures &figures)
{
    ReportBlock block { ReportBlock::Kind::Table };
    for (const MetricInfo &info : performanceMetrics())
        if (figures.equity || info.metric < PerformanceMetric::EquityDays)
            block.rows.push_back(
                { statistictext::name(info.metric), statistictext::definition(info.metric) });
    block.isProse = true;
    return block;
}

/// Net and its falls after every closing, from the first opening on.
void addCurves(PerformanceReport &report, const ReportSubject &subject, const QLocale &locale)
{
    std::vector<CurvePoint> net { { subject.trades.front().result.openedAt, 0 } };
    std::vector<CurvePoint> falls = net;
    Money sum;
    Money peak;
    for (const StudiedTrade &trade : subject.trades) {
        sum += trade.result.net();
        peak = std::max(peak, sum);
        net.push_back({ trade.result.closedAt, sum.toDouble() });
        falls.push_back({ trade.result.closedAt, (sum - peak).toDouble() });
    }
    const QString netTitle = Text::tr("Net result of closed trades");
    report.blocks.push_back(plot(netTitle, reportplots::curve(netTitle, net, false, locale)));
    const QString fallTitle = Text::tr("Drawdown of closed trades");
    report.blocks.push_back(plot(fallTitle, reportplots::curve(fallTitle, falls, true, locale)));
    if (subject.equity.size() < 2)
        return;
    std::vector<CurvePoint> worth;
    const Money start = subject.equity.front().equity;
    const Money deposits = subject.equity.front().deposits;
    for (const EquityPoint &point : subject.equity)
        worth.push_back(
            { point.at, (point.equity - start - (point.deposits - deposits)).toDouble() });
    const QString worthTitle
        = Text::tr("Change of the account's worth, open positions included, without deposits");
    report.blocks.push_back(plot(worthTitle, reportplots::curve(worthTitle, worth, false, locale)));
}

void addDistributions(PerformanceReport &report, std::span<const StudiedTrade> trades,
                      const QLocale &locale)
{
    std::vector<double> nets;
    std::vector<double> multiples;
    std::map<QDate, Money> days;
    for (const StudiedTrade &trade : trades) {
        nets.push_back(trade.result.net().toDouble());
        if (const auto multiple = trade.result.multipleOfRisk())
            multiples.push_back(*multiple);
        days[easterntime::date(trade.result.closedAt)] += trade.result.net();
    }
    const QString netTitle = Text::tr("Trades by net result");
    report.blocks.push_back(
        plot(netTitle, reportplots::distribution(netTitle, resultDistribution(nets), locale)));
    if (!multiples.empty()) {
        const QString title = Text::tr("Trades by R");
        report.blocks.push_back(
            plot(title, reportplots::distribution(title, resultDistribution(multiples), locale)));
    }
    const QString title = Text::tr("Net result by day; a bar marks a losing day");
    report.blocks.push_back(plot(title, reportplots::calendar(title, days, locale)));
}

QStringList groupRow(const QString &name, const TradeStatistics &statistics, const QLocale &locale)
{
    QStringList row { name };
    for (const PerformanceMetric metric :
         { PerformanceMetric::Trades, PerformanceMetric::WinRate, PerformanceMetric::Net,
           PerformanceMetric::Expectancy, PerformanceMetric::ProfitFactor,
           PerformanceMetric::ExpectancyR })
        row.append(statistictext::value(metric, { statistics }, locale));
    return row;
}

void addBreakdown(PerformanceReport &report, std::span<const StudiedTrade> trades,
                  TradeBreakdown breakdown, const QLocale &locale)
{
    const std::vector<TradeGroup> groups = tradeGroups(trades, breakdown);
    if (groups.size() < 2)
        return;
    QStringList header { breakdowntext::name(breakdown) };
    for (const PerformanceMetric metric :
         { PerformanceMetric::Trades, PerformanceMetric::WinRate, PerformanceMetric::Net,
           PerformanceMetric::Expectancy, PerformanceMetric::ProfitFactor,
           PerformanceMetric::ExpectancyR })
        header.append(statistictext::name(metric));
    std::vector<QStringList> rows;
    for (const TradeGroup &group : groups) {
        if (rows.size() == mostGroups)
            break;
        rows.push_back(
            groupRow(breakdowntext::group(breakdown, group, locale), group.statistics, locale));
    }
    report.blocks.push_back(table(header, std::move(rows)));
    if (groups.size() > mostGroups)
        report.blocks.push_back(paragraph(
            Text::tr("%n more are not shown.", nullptr, int(groups.size() - mostGroups))));
}

ReportBlock tradesTable(std::vector<const StudiedTrade *> trades, const QLocale &locale)
{
    std::vector<QStringList> rows;
    for (const StudiedTrade *trade : trades) {
        const auto multiple = trade->result.multipleOfRisk();
        rows.push_back(
            { trade->record->symbol,
              locale.toString(tradeDay(*trade->record), QLocale::ShortFormat), trade->notes->setup,
              localdecimal::money(trade->result.net(), locale),
              multiple ? statistictext::multiple(*multiple, locale) : statistictext::undefined() });
    }
    return table({ Text::tr("Symbol"), Text::tr("Day"), Text::tr("Setup"),
                   statistictext::name(PerformanceMetric::Net), Text::tr("R") },
                 std::move(rows));
}

void addExtremes(PerformanceReport &report, std::span<const StudiedTrade> trades,
                 const QLocale &locale)
{
    std::vector<const StudiedTrade *> ordered;
    for (const StudiedTrade &trade : trades)
        ordered.push_back(&trade);
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto *a, const auto *b) {
        return a->result.net() > b->result.net();
    });
    const auto count = std::ptrdiff_t(std::min(mostTrades, (ordered.size() + 1) / 2));
    report.blocks.push_back(heading(Text::tr("Best trades")));
    report.blocks.push_back(tradesTable({ ordered.begin(), ordered.begin() + count }, locale));
    report.blocks.push_back(heading(Text::tr("Worst trades")));
    report.blocks.push_back(tradesTable({ ordered.rbegin(), ordered.rbegin() + count }, locale));
}

} // namespace

PerformanceReport performanceReport(const ReportSubject &subject, const QLocale &locale)
{
    PerformanceReport report;
    report.title = Text::tr("Trading report");
    const QString account = subject.account.isEmpty() ? Text::tr("All accounts") : subject.account;
    //: An account and a period
    report.subtitle = Text::tr("%1, %2").arg(account, periodText(subject, locale));
    report.language = locale.bcp47Name();
    if (subject.trades.empty()) {
        report.blocks.push_back(paragraph(Text::tr("No trade was closed.")));
        return report;
    }
    const PerformanceFigures figures
        = performanceFigures(subject.trades, subject.equity, subject.areAllOfPeriod);
    report.blocks.push_back(heading(Text::tr("Figures")));
    report.blocks.push_back(figuresTable(figures, locale));
    report.blocks.push_back(heading(Text::tr("Curves")));
    addCurves(report, subject, locale);
    report.blocks.push_back(heading(Text::tr("Results")));
    addDistributions(report, subject.trades, locale);
    report.blocks.push_back(heading(Text::tr("Breakdowns")));
    for (int i = 0; i < tradeBreakdownCount; ++i)
        addBreakdown(report, subject.trades, static_cast<TradeBreakdown>(i), locale);
    addExtremes(report, subject.trades, locale);
    report.blocks.push_back(heading(Text::tr("Definitions")));
    report.blocks.push_back(definitionsTable(figures));
    report.blocks.push_back(paragraph(
        Text::tr("Days and hours are Eastern. Written by Tapeline on %1.")
            .arg(locale.toString(easterntime::date(subject.writtenAt), QLocale::ShortFormat))));
    return report;
}

} // namespace tapeline
