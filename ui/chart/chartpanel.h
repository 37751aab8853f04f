#pragma once

#include "chartcolors.h"
#include "flowoptions.h"
#include "panel.h"

class QAction;
class QBoxLayout;

namespace tapeline {

class AlertBook;
class ChartAlerts;
class ChartEvents;
class ChartExport;
class ChartIndicators;
class ChartQuality;
class ChartDrawings;
class ChartSeries;
class ChartToolBar;
class ChartTrading;
class ComparisonBar;
class Comparisons;
class CrosshairLink;
class DrawingDesk;
class DrawingToolBox;
class DocumentStore;
class FlowSeries;
class MarketCalendar;
class NoticeBar;
class Palette;
class PriceChart;
class SessionView;
class SymbolCatalog;
class TemplateMenu;
class TradeDesk;

/// The colours of a chart in a theme.
ChartColors chartColors(const Palette &palette);

/// A price chart in a panel. It shows the series it is given; which bars are in it is for whoever
/// hears chartRequested() and earlierRequested().
class ChartPanel : public Panel
{
    Q_OBJECT

public:
    /// series and flow must outlive the panel.
    ChartPanel(const PanelContext &context, ChartSeries &series, FlowSeries &flow,
               QWidget *parent = nullptr);

    PriceChart *chart() const { return m_chart; }
    /// The row of buttons above it.
    ChartToolBar *bar() const { return m_bar; }
    /// Beside the chart, at its left: the drawing tools. Takes ownership.
    void setToolBox(QWidget *tools);
    ChartSeries &series() const { return m_series; }
    FlowSeries &flow() const { return m_flow; }
    void setCalendar(const MarketCalendar &calendar);
    void setMarketTime(Timestamp time);
    /// Both must outlive the panel; drawings of its symbol lie on the chart from now on, with their
    /// tools at its left. Once, before setTradeDesk(): orders lie above them.
    void setDrawingDesk(DrawingDesk &desk, const MarketCalendar &calendar);
    /// Must outlive the panel: where what is chosen for all charts is kept. Once, before its state
    /// is restored: new charts may have a look of their own.
    void setDocuments(DocumentStore &documents);
    /// Must outlive the panel; lines, fills and orders lie on the chart from now on. Once.
    void setTradeDesk(TradeDesk &desk);
    /// Must outlive the panel; alerts lie on the chart from now on. Once.
    void setAlertBook(AlertBook &book);
    ChartIndicators *indicators() const { return m_indicators; }
    ChartQuality *quality() const { return m_quality; }
    ChartEvents *events() const { return m_events; }
    /// What the chart is compared to; whoever feeds the chart feeds them.
    Comparisons &comparisons() const { return *m_comparisons; }
    ComparisonBar *comparisonBar() const { return m_comparisonBar; }
    /// What can be compared to; must outlive the panel.
    void setCatalog(const SymbolCatalog &catalog);
    SessionView *sessions() const { return m_sessions; }
    CrosshairLink *crosshairLink() const { return m_crosshairLink; }
    ChartExport *exporter() const { return m_export; }
    /// The chart's colours on paper: those of the light theme.
    ChartColors paperColors() const;
    /// Says above the chart what did not work.
    void showTrouble(const QString &text);
    /// Null without a trade desk.
    ChartTrading *trading() const { return m_trading; }
    /// Null without a book of alerts.
    ChartAlerts *alerts() const { return m_alerts; }
    /// Null without a drawing desk; so are its tools.
    ChartDrawings *drawings() const { return m_drawings; }
    DrawingToolBox *drawingTools() const { return m_drawingTools; }

    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

signals:
    /// Symbol or timeframe are to be shown; emitted when either changes and both are known.
    void chartRequested(const QString &symbol, tapeline::Timeframe timeframe);
    void earlierRequested();
    /// Other order flow is to be shown.
    void flowOptionsChanged(const tapeline::FlowOptions &options);

protected:
    void retranslate() override;

private:
    void applyTheme();
    void requestChart();
    void makeViewMenus(LinkGroups &links);
    void addCompareButton();

    ChartSeries &m_series;
    FlowSeries &m_flow;
    PriceChart *m_chart;
    ChartToolBar *m_bar;
    QBoxLayout *m_row; ///< tools and chart
    ChartQuality *m_quality;
    ChartEvents *m_events;
    ChartIndicators *m_indicators;
    TemplateMenu *m_templates;
    ChartTrading *m_trading = nullptr;
    ChartAlerts *m_alerts = nullptr;
    Comparisons *m_comparisons;
    ComparisonBar *m_comparisonBar;
    QAction *m_compare;
    SessionView *m_sessions;
    CrosshairLink *m_crosshairLink = nullptr;
    ChartExport *m_export;
    NoticeBar *m_trouble;
    ChartDrawings *m_drawings = nullptr;
    DrawingToolBox *m_drawingTools = nullptr;
};

} // namespace tapeline
