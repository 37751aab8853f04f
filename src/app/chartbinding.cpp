#include "chartbinding.h"

#include "chartevents.h"
#include "chartpanel.h"
#include "chartseries.h"
#include "comparisonbinding.h"
#include "desksession.h"
#include "flowseries.h"
#include "marketdispatcher.h"
#include "plantext.h"
#include "pricechart.h"
#include "sessionview.h"
#include "instrument.h"
#include "symbology.h"

namespace tapeline {

ChartBinding::ChartBinding(ChartPanel &panel, DeskSession &session, MarketDispatcher &dispatcher,
                           const MarketCalendar &calendar)
    : QObject(&panel)
    , m_panel(panel)
    , m_session(session)
    , m_calendar(calendar)
    , m_comparisons(new ComparisonBinding(panel, session, dispatcher))
    , m_companies(session)
{
    connect(&panel, &ChartPanel::chartRequested, this, &ChartBinding::open);
    connect(&panel, &ChartPanel::earlierRequested, this,
            [this] { m_session.loadEarlier(m_chart); });
    connect(&dispatcher, &MarketDispatcher::chartChanged, this, &ChartBinding::show);
    connect(&dispatcher, &MarketDispatcher::flowChanged, this, &ChartBinding::showFlow);
    connect(panel.events(), &ChartEvents::subjectsChanged, this, &ChartBinding::askForEvents);
    connect(&dispatcher, &MarketDispatcher::companiesChanged, this,
            [this](const std::vector<CompanyAnswer> &answers) {
                for (const CompanyAnswer &answer : answers)
                    if (m_companies.has(answer.question))
                        m_panel.events()->take(answer);
            });
    connect(&panel, &ChartPanel::flowOptionsChanged, this, [this](const FlowOptions &options) {
        const bool isWanted = options.needsFlow() && m_panel.series().timeframe().isTimed();
        if (isWanted != (m_flow != 0) || options.rule != m_rule)
            openFlow();
    });
    connect(&dispatcher, &MarketDispatcher::statusChanged, this,
            [this](const SessionStatus &status) {
                m_panel.setMarketTime(status.marketTime);
                m_capabilities = status.capabilities;
                showPlanNote();
            });
}

/// What the plan does not show of the symbol's class.
void ChartBinding::showPlanNote()
{
    const Product product = productOf(m_panel.series().assetClass());
    if (m_capabilities && m_panel.series().badge().estimated)
        m_panel.setPlanNote(estimateNote(*m_capabilities, m_panel.series().assetClass()));
    else if (const auto timeframe = m_panel.timeframe(); timeframe && m_capabilities)
        m_panel.setPlanNote(chartPlanNote(*m_capabilities, *timeframe, product));
}

ChartBinding::~ChartBinding()
{
    close();
}

void ChartBinding::open(const QString &symbol, Timeframe timeframe)
{
    close();
    const AssetClass assetClass = symbology::classOf(symbol);
    constexpr int fewestOfCoins = 2; // more where their prices take more
    m_panel.series().setInstrument(
        symbol, timeframe,
        assetClass == AssetClass::Crypto ? fewestOfCoins : instrumentDecimals(symbol), assetClass);
    chooseHours();
    showPlanNote();
    m_chart = m_session.openChart(symbol, timeframe);
    m_comparisons->openAll();
    openFlow();
    if (std::exchange(m_eventsOf, symbol) != symbol)
        m_panel.events()->clear();
    askForEvents();
}

/// Before the bars come.
void ChartBinding::chooseHours()
{
    const ChartSeries &series = m_panel.series();
    m_hours.reset();
    if (m_panel.sessions()->hidesExtended()
        && RegularHours::apply(series.assetClass(), series.timeframe()))
        m_hours.emplace(m_calendar, series.assetClass(), series.timeframe());
}

/// Only stocks have companies.
void ChartBinding::askForEvents()
{
    const QString &symbol = m_panel.series().symbol();
    QList<CompanyQuestion> questions;
    if (m_chart != 0 && m_panel.series().assetClass() == AssetClass::Stocks)
        for (const CompanySubject subject : m_panel.events()->subjects())
            questions.append({ subject, symbol });
    m_companies.set(questions);
}

/// Of the chart that is open, where any is to be shown.
void ChartBinding::openFlow()
{
    closeFlow();
    const FlowOptions &options = m_panel.chart()->flowOptions();
    m_panel.flow().clear();
    if (m_chart == 0 || !options.needsFlow() || !m_panel.series().timeframe().isTimed())
        return; // flow is summed up by time
    m_rule = options.rule;
    m_flow = m_session.openFlow(m_panel.series().symbol(), m_panel.series().timeframe(), m_rule);
}

void ChartBinding::closeFlow()
{
    if (m_flow != 0)
        m_session.closeFlow(std::exchange(m_flow, 0));
}

void ChartBinding::showFlow(const FlowUpdate &update)
{
    if (update.flow == m_flow)
        m_panel.flow().apply(update);
}

void ChartBinding::close()
{
    closeFlow();
    if (m_chart != 0)
        m_session.closeChart(m_chart);
    m_chart = 0;
}

void ChartBinding::show(const ChartUpdate &update)
{
    if (update.chart != m_chart)
        return; // of a chart that was closed meanwhile, or another panel's
    const bool wasEstimated = m_panel.series().badge().estimated;
    if (m_hours) {
        ChartUpdate regular = update;
        m_hours->filter(regular);
        m_panel.series().apply(regular);
    } else {
        m_panel.series().apply(update);
    }
    m_panel.setBadge(update.badge);
    if (wasEstimated != update.badge.estimated)
        showPlanNote();
}

} // namespace tapeline
