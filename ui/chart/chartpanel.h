#pragma once

#include "chartcolors.h"
#include "flowoptions.h"
#include "panel.h"

class QBoxLayout;
class QFileDialog;

namespace tapeline {

class AlertBook;
class ChartAlerts;
class ChartToolBar;
class ChartEvents;
class ChartQuality;
class ChartSeries;
class ChartTrading;
class FlowSeries;
class MarketCalendar;
class Palette;
class PriceChart;
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
    /// Must outlive the panel; lines, fills and orders lie on the chart from now on. Once.
    void setTradeDesk(TradeDesk &desk);
    /// Must outlive the panel; alerts lie on the chart from now on. Once.
    void setAlertBook(AlertBook &book);
    ChartQuality *quality() const { return m_quality; }
    ChartEvents *events() const { return m_events; }
    /// Null without a trade desk.
    ChartTrading *trading() const { return m_trading; }
    /// Null without a book of alerts.
    ChartAlerts *alerts() const { return m_alerts; }

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
    void savePicture();

    ChartSeries &m_series;
    FlowSeries &m_flow;
    PriceChart *m_chart;
    ChartToolBar *m_bar;
    QBoxLayout *m_row; ///< tools and chart
    ChartQuality *m_quality;
    ChartEvents *m_events;
    ChartTrading *m_trading = nullptr;
    ChartAlerts *m_alerts = nullptr;
};

} // namespace tapeline
