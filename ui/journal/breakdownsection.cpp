#include "breakdownsection.h"

#include "barplot.h"
#include "breakdownfilter.h"
#include "breakdownmodel.h"
#include "breakdowntext.h"
#include "journalselection.h"
#include "plottext.h"
#include "statistictext.h"
#include "theme.h"
#include "tradestudy.h"
#include "tradetable.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTabBar>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto breakdownKey = "breakdown"_L1;
constexpr auto metricKey = "figure"_L1;
constexpr std::size_t mostBars = 18; ///< named ones that can be read below each other
constexpr std::array metrics { PerformanceMetric::Net, PerformanceMetric::Expectancy,
                               PerformanceMetric::ExpectancyR, PerformanceMetric::WinRate,
                               PerformanceMetric::Trades };

} // namespace

BreakdownSection::BreakdownSection(TradeStudy &study, const Theme &theme, QWidget *parent)
    : DashboardSection(study, theme, u"breakdown"_s, parent)
    , m_tabs(new QTabBar(this))
    , m_metric(new QComboBox(this))
    , m_note(addNote())
    , m_bars(new BarPlot(theme, u"breakdownBars"_s, this))
    , m_model(new BreakdownModel(this))
    , m_table(new TradeTable(*m_model, theme, this))
{
    m_tabs->setObjectName(u"breakdownTabs"_s);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    for (int i = 0; i < tradeBreakdownCount; ++i)
        m_tabs->addTab({});
    m_metric->setObjectName(u"breakdownFigure"_s);
    for (std::size_t i = 0; i < metrics.size(); ++i)
        m_metric->addItem({});
    m_metric->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_table->setObjectName(u"breakdownTable"_s);
    auto *column = new QVBoxLayout(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_note, 1);
    head->addWidget(m_metric);
    auto *row = new QHBoxLayout;
    row->addWidget(m_bars, 2);
    row->addWidget(m_table, 3);
    column->addWidget(m_tabs);
    column->addLayout(head);
    column->addLayout(row, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, [this] {
        refreshSoon();
        emit stateChanged();
    });
    connect(m_metric, &QComboBox::currentIndexChanged, this, [this] {
        showBars();
        emit stateChanged();
    });
    connect(m_bars, &JournalPlot::itemChosen, this,
            [this](int bar) { narrow(m_barGroups[std::size_t(bar)]); });
    connect(m_table, &TradeTable::opened, this,
            [this](const QModelIndex &source) { narrow(std::size_t(source.row())); });
    BreakdownSection::retranslate();
}

QString BreakdownSection::title() const
{
    return tr("Breakdown");
}

void BreakdownSection::setBreakdown(TradeBreakdown breakdown)
{
    m_tabs->setCurrentIndex(int(breakdown));
}

TradeBreakdown BreakdownSection::breakdown() const
{
    return TradeBreakdown(std::max(0, m_tabs->currentIndex()));
}

PerformanceMetric BreakdownSection::metric() const
{
    return metrics[std::size_t(std::max(0, m_metric->currentIndex()))];
}

void BreakdownSection::refresh()
{
    study().ask<std::vector<TradeGroup>>(
        this,
        [breakdown = breakdown()](const TradeSample &sample) {
            std::vector<TradeGroup> groups = tradeGroups(sample.trades(), breakdown);
            for (TradeGroup &group : groups)
                group.results = {}; // only their figures are shown
            return groups;
        },
        [this, breakdown = breakdown()](const std::vector<TradeGroup> &groups) {
            show(breakdown, groups);
        });
}

void BreakdownSection::show(TradeBreakdown breakdown, std::vector<TradeGroup> groups)
{
    m_model->setLocale(locale());
    m_model->setGroups(breakdown, std::move(groups));
    m_table->setDefaultSorting(isByWords(breakdown) ? BreakdownModel::Trades
                                                    : BreakdownModel::Group,
                               isByWords(breakdown) ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_note->setText(tr("%1 A click on a bar, or Enter in a row, shows only those trades.")
                        .arg(breakdowntext::definition(breakdown)));
    showBars();
}

/// Groups for which the figure is defined; of very many names those of most trades.
void BreakdownSection::showBars()
{
    const PerformanceMetric shown = metric();
    const bool isMoney = shown == PerformanceMetric::Net || shown == PerformanceMetric::Expectancy;
    const TradeBreakdown breakdown = m_model->breakdown();
    std::vector<PlotBar> bars;
    m_barGroups.clear();
    for (std::size_t i = 0; i < m_model->groups().size() && bars.size() < mostBars; ++i) {
        const TradeGroup &group = m_model->groups()[i];
        const PerformanceFigures figures { group.statistics };
        const std::optional<double> value = metricNumber(metricValue(shown, figures));
        if (!value)
            continue;
        const QString name = breakdowntext::group(breakdown, group, locale());
        const bool hasSign = isMoney || shown == PerformanceMetric::ExpectancyR;
        bars.push_back({ name,
                         *value,
                         hasSign ? (*value > 0) - (*value < 0) : 0,
                         { name,
                           tr("%1: %2").arg(statistictext::name(shown),
                                            statistictext::value(shown, figures, locale())),
                           tr("%Ln trade(s)", nullptr, int(group.statistics.trades)) } });
        m_barGroups.push_back(i);
    }
    m_bars->setTitle(statistictext::name(shown));
    m_bars->setMessage(
        bars.empty() && m_model->rowCount() > 0
            ? tr("%1 is not defined for any of these groups.").arg(statistictext::name(shown))
            : QString());
    const bool isNamed
        = isByWords(breakdown) || breakdown == TradeBreakdown::Regime || bars.size() > 10;
    m_bars->setBars(std::move(bars), isNamed ? BarPlot::Layout::Lying : BarPlot::Layout::Standing,
                    [this, isMoney, shown](double value) {
                        if (shown == PerformanceMetric::WinRate)
                            return tr("%1 %").arg(locale().toString(value * 100, 'f', 0));
                        if (shown == PerformanceMetric::ExpectancyR)
                            return plottext::multipleMark(value, locale());
                        return isMoney ? plottext::moneyMark(value, locale())
                                       : locale().toString(value, 'f', 0);
                    });
    m_bars->setSummary(tr("%1 by %2; the table beside has the figures.")
                           .arg(statistictext::name(shown), breakdowntext::name(breakdown)));
}

void BreakdownSection::narrow(std::size_t group)
{
    const std::optional<JournalFilter> filter = narrowedFilter(
        study().selection().filter(), m_model->breakdown(), m_model->groups()[group]);
    if (filter)
        emit filterWanted(*filter);
}

void BreakdownSection::restyle()
{
    DashboardSection::restyle();
    m_metric->setFont(theme().font(FontRole::Small));
    m_tabs->setFont(theme().font(FontRole::Small));
}

void BreakdownSection::retranslate()
{
    for (int i = 0; i < tradeBreakdownCount; ++i) {
        m_tabs->setTabText(i, breakdowntext::name(TradeBreakdown(i)));
        m_tabs->setTabToolTip(i, breakdowntext::definition(TradeBreakdown(i)));
    }
    m_tabs->setAccessibleName(tr("By what the trades are grouped"));
    for (std::size_t i = 0; i < metrics.size(); ++i)
        m_metric->setItemText(int(i), statistictext::name(metrics[i]));
    m_metric->setAccessibleName(tr("What the bars show"));
    m_metric->setToolTip(tr("What the bars show"));
    m_bars->setAccessibleName(tr("Groups of trades as bars"));
    m_table->setAccessibleName(tr("Groups of trades"));
}

QJsonObject BreakdownSection::saveState() const
{
    return { { breakdownKey, m_tabs->currentIndex() }, { metricKey, m_metric->currentIndex() } };
}

void BreakdownSection::restoreState(const QJsonObject &state)
{
    m_tabs->setCurrentIndex(std::clamp(state[breakdownKey].toInt(), 0, tradeBreakdownCount - 1));
    m_metric->setCurrentIndex(std::clamp(state[metricKey].toInt(), 0, int(metrics.size()) - 1));
}

} // namespace tapeline
