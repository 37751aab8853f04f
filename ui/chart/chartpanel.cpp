#include "chartpanel.h"

#include "alertdrawings.h"
#include "alertindicators.h"
#include "chartalerts.h"
#include "chartcommands.h"
#include "chartdrawings.h"
#include "chartevents.h"
#include "chartexport.h"
#include "chartindicators.h"
#include "chartlook.h"
#include "chartquality.h"
#include "chartscale.h"
#include "chartseries.h"
#include "chartstudies.h"
#include "charttoolbar.h"
#include "charttrading.h"
#include "colormix.h"
#include "commandregistry.h"
#include "comparison.h"
#include "comparisonbar.h"
#include "crosshairlink.h"
#include "drawingcommands.h"
#include "drawingtoolbox.h"
#include "flowseries.h"
#include "noticebar.h"
#include "pricechart.h"
#include "scalemenu.h"
#include "sessionview.h"
#include "settings.h"
#include "templatemenu.h"
#include "theme.h"
#include "typemenu.h"

#include <QAction>
#include <QBoxLayout>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto scaleKey = "scale"_L1;
constexpr auto logScaleKey = "logScale"_L1; // of workspaces before there was more than that
constexpr auto sessionsKey = "sessions"_L1;
constexpr auto crosshairKey = "linkedCrosshair"_L1;
constexpr auto comparisonsKey = "comparisons"_L1;
constexpr auto typeKey = "type"_L1;
constexpr auto baselineKey = "baseline"_L1;
constexpr auto flowKey = "orderFlow"_L1;
constexpr auto eventsKey = "events"_L1;
constexpr auto drawingKey = "drawing"_L1;
constexpr auto studiesKey = "studies"_L1;

} // namespace

ChartColors chartColors(const Palette &palette)
{
    const QColor background = palette.color(ColorRole::Panel);
    const QColor text = palette.color(ColorRole::Text);
    ChartColors colors;
    colors.background = background;
    colors.session = palette.color(ColorRole::ExtendedHours);
    colors.grid = palette.color(ColorRole::Grid);
    colors.dayLine = mixed(palette.color(ColorRole::Grid), text, 0.12);
    colors.paneLine = palette.color(ColorRole::Rule);
    colors.axisText = palette.color(ColorRole::MutedText);
    colors.axisTextStrong = text;
    colors.up = palette.color(ColorRole::Up);
    colors.down = palette.color(ColorRole::Down);
    colors.volumeUp = mixed(background, colors.up, 0.42);
    colors.volumeDown = mixed(background, colors.down, 0.42);
    colors.gap = palette.color(ColorRole::Warning);
    colors.crosshair = palette.color(ColorRole::Crosshair);
    colors.valueBox = text;
    colors.valueText = background;
    const auto contrastOnTag = [&](const QColor &color) {
        return std::min(contrastRatio(color, colors.up), contrastRatio(color, colors.down));
    };
    colors.tagText = contrastOnTag(background) >= contrastOnTag(text) ? background : text;
    colors.text = text;
    colors.textDim = palette.color(ColorRole::MutedText);
    colors.accent = palette.color(ColorRole::Accent);
    colors.accentText = palette.color(ColorRole::AccentText);
    return colors;
}

ChartPanel::ChartPanel(const PanelContext &context, ChartSeries &series, FlowSeries &flow,
                       QWidget *parent)
    : Panel(context, parent)
    , m_series(series)
    , m_flow(flow)
    , m_chart(new PriceChart(this))
    , m_bar(new ChartToolBar(theme(), this))
    , m_row(new QHBoxLayout)
    , m_quality(new ChartQuality(*m_chart, series, theme()))
    , m_events(new ChartEvents(*m_chart, series, theme()))
    , m_indicators(new ChartIndicators(*m_chart, *m_bar, theme()))
    , m_templates(new TemplateMenu(
          *m_bar, [this] { return saveState(); },
          [this](const QJsonObject &look) { restoreState(look); }, m_chart))
    , m_comparisons(new Comparisons(series, this))
    , m_comparisonBar(new ComparisonBar(*m_comparisons, *m_chart, theme(), this))
    , m_compare(new QAction(this))
    , m_sessions(new SessionView(this))
    , m_export(new ChartExport(*this))
    , m_trouble(new NoticeBar(theme(), u"chartTrouble"_s, this))
{
    m_chart->setSeries(&series);
    m_chart->setFlow(&flow);
    m_chart->setComparisons(*m_comparisons);
    addChartCommands(commands());
    auto *content = new QWidget(this);
    content->setFocusProxy(m_chart);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_trouble);
    column->addWidget(m_comparisonBar);
    column->addLayout(m_row, 1);
    m_row->setSpacing(0);
    m_row->addWidget(m_chart, 1);
    setContent(content);
    makeViewMenus(context.links);
    setTimeframe(series.timeframe());
    ChartPanel::retranslate();
    applyTheme();

    connect(&theme(), &Theme::changed, this, &ChartPanel::applyTheme);
    connect(this, &Panel::symbolChanged, this, &ChartPanel::requestChart);
    connect(this, &Panel::timeframeChanged, this, &ChartPanel::requestChart);
    connect(&series, &ChartSeries::changed, this, [this](const ChartSeries::Change &change) {
        if (change.status)
            setBadge(m_series.badge(), { m_series.keptAsOf(), m_series.provider() });
    });
    connect(m_chart, &PriceChart::earlierRequested, this, &ChartPanel::earlierRequested);
    connect(m_chart, &PriceChart::symbolTyped, this, &Panel::symbolTyped);
    connect(&m_chart->scale(), &ChartScale::changed, this, &Panel::stateChanged);
    connect(&m_chart->look(), &ChartLook::chosen, this, &Panel::stateChanged);
    connect(m_chart, &PriceChart::flowOptionsChanged, this, &ChartPanel::flowOptionsChanged);
    connect(m_chart, &PriceChart::flowOptionsChanged, this, &Panel::stateChanged);
    connect(m_events, &ChartEvents::subjectsChanged, this, &Panel::stateChanged);
    connect(&m_chart->studies(), &ChartStudies::stateChanged, this, &Panel::stateChanged);
    connect(m_comparisons, &Comparisons::listChanged, this, &Panel::stateChanged);
}

/// What is chosen of how the chart looks; the chart's menu has all of it.
void ChartPanel::makeViewMenus(LinkGroups &links)
{
    auto *types = new TypeMenu(m_chart->look(), theme(), this);
    m_bar->addButton(types->menuAction(), {});
    m_chart->addToMenu(types->menuAction());
    addCompareButton();
    m_chart->addToMenu(m_sessions->menuAction());
    connect(m_sessions, &SessionView::hidingChanged, this, [this] {
        requestChart();
        emit stateChanged();
    });
    connect(m_sessions, &SessionView::shadingChanged, this, [this] {
        m_chart->setShadesExtended(m_sessions->shadesExtended());
        emit stateChanged();
    });
    m_crosshairLink = new CrosshairLink(*this, links, this);
    m_chart->addToMenu(m_crosshairLink->action());
    connect(m_crosshairLink, &CrosshairLink::switched, this, &Panel::stateChanged);
    m_chart->addToMenu(m_export->printAction());
    m_chart->scaleMenu().showKeys(commands());
    connect(&commands(), &CommandRegistry::shortcutsChanged, this,
            [this] { m_chart->scaleMenu().showKeys(commands()); });
    m_trouble->setClosable(true);
}

/// The first symbol switches to percent: two prices say little beside each other.
void ChartPanel::addCompareButton()
{
    m_compare->setObjectName(u"chartCompare"_s);
    m_bar->addButton(m_compare, u"compare"_s);
    m_chart->addToMenu(m_compare);
    connect(m_compare, &QAction::triggered, m_comparisonBar, &ComparisonBar::begin);
    connect(m_comparisons, &Comparisons::chosen, this, [this] {
        if (m_comparisons->all().size() == 1)
            m_chart->scale().setMode(ScaleMode::Percent);
    });
}

void ChartPanel::setCatalog(const SymbolCatalog &catalog)
{
    m_comparisonBar->setCatalog(catalog);
}

ChartColors ChartPanel::paperColors() const
{
    const Result<Palette> light
        = Palette::load(u":/themes/light.json"_s, settings().upDownColors());
    return light ? chartColors(*light) : ChartColors::light();
}

void ChartPanel::showTrouble(const QString &text)
{
    m_trouble->setText(text);
}

void ChartPanel::setToolBox(QWidget *tools)
{
    m_row->insertWidget(0, tools);
}

void ChartPanel::setCalendar(const MarketCalendar &calendar)
{
    m_chart->setCalendar(calendar);
}

void ChartPanel::setMarketTime(Timestamp time)
{
    m_chart->setMarketTime(time);
}

void ChartPanel::setDrawingDesk(DrawingDesk &desk, const MarketCalendar &calendar)
{
    if (m_drawings)
        return;
    m_drawings = new ChartDrawings(desk, calendar, *m_chart);
    m_drawingTools = new DrawingToolBox(*m_drawings, theme(), m_chart->parentWidget());
    setToolBox(m_drawingTools);
    m_bar->addButton(m_drawingTools->menuAction(), u"draw-trend-line"_s);
    addDrawingCommands(commands());
    connect(m_drawingTools, &DrawingToolBox::stateChanged, this, &Panel::stateChanged);
}

void ChartPanel::setDocuments(DocumentStore &documents)
{
    m_indicators->setDocuments(documents);
    m_templates->setDocuments(documents);
}

void ChartPanel::setTradeDesk(TradeDesk &desk)
{
    if (m_trading)
        return;
    m_trading = new ChartTrading(desk, *m_chart);
    addChartTradingCommands(commands());
}

void ChartPanel::setAlertBook(AlertBook &book)
{
    if (m_alerts)
        return;
    m_alerts = new ChartAlerts(book, *m_chart);
    if (m_drawings)
        offerDrawings(*m_alerts, *m_drawings);
    offerIndicators(*m_alerts, m_chart->studies().set());
    m_bar->addButton(m_alerts->askAction(), u"bell"_s);
}

void ChartPanel::requestChart()
{
    if (!symbol().isEmpty() && timeframe())
        emit chartRequested(symbol(), *timeframe());
}

void ChartPanel::applyTheme()
{
    m_chart->setFont(theme().font(FontRole::Small));
    m_chart->setColors(chartColors(theme().palette()));
}

void ChartPanel::retranslate()
{
    setTitle(tr("Chart"));
    if (m_alerts)
        m_alerts->retranslate();
    m_indicators->retranslate();
    m_templates->retranslate();
    m_compare->setText(tr("Compare"));
    m_compare->setToolTip(tr("Compare to other symbols"));
    m_crosshairLink->retranslate();
    m_export->retranslate();
}

QJsonObject ChartPanel::saveState() const
{
    QJsonObject state { { typeKey, chartTypeKey(m_chart->look().type()) },
                        { baselineKey, m_chart->look().baseline() },
                        { scaleKey, m_chart->scale().toJson() },
                        { comparisonsKey, m_comparisons->toJson() },
                        { sessionsKey, m_sessions->toJson() },
                        { crosshairKey, m_crosshairLink->isOn() },
                        { flowKey, m_chart->flowOptions().toJson() },
                        { eventsKey, m_events->toJson() },
                        { studiesKey, m_chart->studies().toJson() } };
    if (m_drawingTools)
        state.insert(drawingKey, m_drawingTools->saveState());
    return state;
}

void ChartPanel::restoreState(const QJsonObject &kept)
{
    const QJsonObject state = kept.isEmpty() ? m_templates->lookOfNew() : kept;
    m_chart->look().setType(
        chartTypeFromKey(state.value(typeKey).toString()).value_or(ChartType::Candles));
    m_chart->look().setBaseline(state.value(baselineKey).toDouble(0.5));
    m_chart->scale().fromJson(state.value(scaleKey).toObject());
    if (state.value(logScaleKey).toBool())
        m_chart->setLogScale(true);
    m_comparisons->fromJson(state.value(comparisonsKey).toArray());
    m_sessions->fromJson(state.value(sessionsKey).toObject());
    m_crosshairLink->setOn(state.value(crosshairKey).toBool(true));
    m_chart->setFlowOptions(FlowOptions::fromJson(state.value(flowKey).toObject()));
    m_events->fromJson(state.value(eventsKey).toObject());
    if (m_drawingTools)
        m_drawingTools->restoreState(state.value(drawingKey).toObject());
    m_chart->studies().fromJson(state.value(studiesKey).toObject());
}

} // namespace tapeline
