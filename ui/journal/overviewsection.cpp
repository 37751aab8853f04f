#include "overviewsection.h"

#include "curveplot.h"
#include "journalselection.h"
#include "journaltext.h"
#include "metrictiles.h"
#include "performancefigures.h"
#include "plottext.h"
#include "statistictext.h"
#include "theme.h"
#include "tradestudy.h"

#include <QLabel>
#include <QVBoxLayout>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<PerformanceMetric> shownMetrics()
{
    using enum PerformanceMetric;
    return { Net,
             Gross,
             Fees,
             Trades,
             WinRate,
             ProfitFactor,
             Expectancy,
             ExpectancyR,
             Sqn,
             AverageWin,
             AverageLoss,
             Payoff,
             Kelly,
             AverageHolding,
             LongestWinStreak,
             LongestLossStreak,
             MaxDrawdown,
             EquityMaxDrawdownPercent,
             Recovery,
             Sharpe,
             Sortino };
}

std::vector<QPointF> pointsOf(const std::vector<ResultPoint> &curve, bool isBelow)
{
    std::vector<QPointF> all;
    all.reserve(curve.size());
    for (const ResultPoint &point : curve)
        all.push_back(
            { double(toMs(point.at)), isBelow ? -point.below.toDouble() : point.value.toDouble() });
    return all;
}

} // namespace

OverviewSection::OverviewSection(TradeStudy &study, const Theme &theme, QWidget *parent)
    : DashboardSection(study, theme, u"overview"_s, parent)
    , m_tiles(new MetricTiles(theme, shownMetrics(), this))
    , m_heading(addHeading())
    , m_source(addNote())
    , m_curve(new CurvePlot(theme, u"equityPlot"_s, this))
    , m_drawdown(new CurvePlot(theme, u"drawdownPlot"_s, this))
{
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_tiles);
    column->addWidget(m_heading);
    column->addWidget(m_source);
    column->addWidget(m_curve, 5);
    column->addWidget(m_drawdown, 3);
    m_tiles->setObjectName(u"metricTiles"_s);
    m_source->setObjectName(u"curveSource"_s);
    OverviewSection::retranslate();
}

QString OverviewSection::title() const
{
    return tr("Overview");
}

/// The account whose equity belongs to the trades: theirs alone, and all of its trades.
QString OverviewSection::equityAccount() const
{
    if (!study().selection().filter().isEmpty())
        return {};
    QString account;
    for (const StudiedTrade &trade : sample().trades()) {
        if (!account.isEmpty() && account != trade.record->key.account)
            return {};
        account = trade.record->key.account;
    }
    return account;
}

void OverviewSection::refresh()
{
    const quint64 asked = ++m_asked;
    const QString account = equityAccount();
    if (account.isEmpty()) {
        reckon({});
        return;
    }
    study().selection().journal().port().loadEquity(
        account, this, [this, asked](const Result<std::vector<EquityPoint>> &equity) {
            if (asked == m_asked)
                reckon(equity ? *equity : std::vector<EquityPoint>());
        });
}

void OverviewSection::reckon(const std::vector<EquityPoint> &equity)
{
    study().ask<Figures>(
        this,
        [kept
         = std::make_shared<const std::vector<EquityPoint>>(equity)](const TradeSample &sample) {
            Figures all;
            const std::vector<EquityPoint> &points = *kept;
            all.figures = performanceFigures(sample.trades(), points);
            all.curve = points.empty() ? closedCurve(sample.results()) : earnedCurve(points);
            return all;
        },
        [this](const Figures &figures) { show(figures); });
}

void OverviewSection::show(const Figures &shown)
{
    const bool isEquity = shown.figures.equity.has_value();
    m_tiles->setFigures(shown.figures);
    m_source->setText(
        isEquity ? tr("What %1 has earned since its first point, open trades included; deposits "
                      "and withdrawals are taken out.")
                       .arg(journaltext::account(equityAccount()))
                 : tr("Net of the closed trades, added up in the order of their closing. The "
                      "equity of an account is shown for one account without a filter."));
    const auto mark = [this](double value) { return plottext::moneyMark(value, locale()); };
    const auto read = [this](double value) { return plottext::money(value, locale()); };
    const QString name = isEquity ? tr("Earned") : tr("Net");
    m_curve->setCurves({ { .name = name, .points = pointsOf(shown.curve, false) } },
                       CurvePlot::Scale::Time, mark, read);
    m_drawdown->setCurves({ { .name = tr("Below the peak"),
                              .color = ColorRole::Down,
                              .isFilled = true,
                              .points = pointsOf(shown.curve, true) } },
                          CurvePlot::Scale::Time, mark, read);
    const Drawdown &fall
        = isEquity ? shown.figures.equity->drawdown : shown.figures.trades.drawdown;
    if (shown.curve.empty())
        return;
    const QString end = read(shown.curve.back().value.toDouble());
    m_curve->setSummary(tr("The curve ends at %1.").arg(end));
    m_drawdown->setSummary(
        tr("The deepest fall from a peak is %1.").arg(read(-fall.deepest.toDouble())));
}

void OverviewSection::restyle()
{
    DashboardSection::restyle();
    m_curve->setMinimumHeight(theme().scaled(110));
    m_drawdown->setMinimumHeight(theme().scaled(84));
}

void OverviewSection::retranslate()
{
    m_heading->setText(tr("Equity and drawdown"));
    m_curve->setAccessibleName(tr("Equity"));
    m_drawdown->setAccessibleName(tr("Drawdown"));
    m_curve->setTitle(tr("Result"));
    m_drawdown->setTitle(tr("Drawdown"));
    m_tiles->setWithoutEquity(
        tr("This needs the equity of an account: choose one account, and no filter."));
}

} // namespace tapeline
