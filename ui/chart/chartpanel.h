#pragma once

#include "chartcolors.h"
#include "flowoptions.h"
#include "panel.h"

class QFileDialog;

namespace tapeline {

class ChartSeries;
class FlowSeries;
class MarketCalendar;
class Palette;
class PriceChart;

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
    ChartSeries &series() const { return m_series; }
    FlowSeries &flow() const { return m_flow; }
    void setCalendar(const MarketCalendar &calendar);
    void setMarketTime(Timestamp time);

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
};

} // namespace tapeline
