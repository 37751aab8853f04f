#pragma once

#include "chartcolors.h"
#include "charttype.h"
#include "chartseries.h"
#include "chartviewport.h"
#include "derivedbars.h"
#include "flowsessions.h"
#include "pricescale.h"
#include "studyscene.h"
#include "timemarks.h"

#include <QRect>

#include <optional>

namespace tapeline {

/// One of a chart's panes.
struct ChartPane
{
    static constexpr int prices = 0;
    static constexpr int flow = -1;
    static constexpr int volume = -2;

    int id = prices; ///< positive: of indicators, IndicatorChoice::pane
    QRect rect;

    friend bool operator==(const ChartPane &, const ChartPane &) = default;
};

/// How a chart's area is divided, in logical pixels of the chart widget.
struct ChartPanes
{
    QRect price; ///< at the top
    QRect flow; ///< order flow; empty when it is not shown
    QRect volume; ///< a line when it is not shown
    std::vector<ChartPane> lower; ///< all below the prices from top to bottom, also the two
    QRect priceAxis; ///< right of the panes
    QRect timeAxis; ///< below the panes

    /// All of them together.
    QRect all() const
    {
        return lower.empty() ? price.united(volume) : price.united(lower.back().rect);
    }
    /// Empty when it is not shown.
    QRect rectOf(int id) const;
    /// The pane at a height of the chart.
    ChartPane at(int y) const;
    /// As a chart is at first (see PaneLayout). Without volume its pane is a line.
    static ChartPanes divide(QSize size, int priceAxisWidth, int timeAxisHeight,
                             bool withFlow = false, bool withVolume = true);
};

/// Where the crosshair stands: on a bar, and at a height when a mouse put it there.
struct ChartCrosshair
{
    ChartSeries::Key key = 0; ///< may lie outside the bars there are
    std::optional<int> y; ///< chart widget's pixels
    bool linked = false; ///< of another chart: where it has no height it has no line across

    friend bool operator==(const ChartCrosshair &, const ChartCrosshair &) = default;
};

/// How the bars of a chart are painted.
struct BarLook
{
    ChartType type = ChartType::Candles;
    const DerivedBars *derived = nullptr; ///< there for types that do not show the bars themselves
    double baseline = 0.5; ///< where the level of ChartType::Baseline is, 0 top to 1 floor
};

/// Another symbol as a line in the scale of a chart's prices.
struct ComparedLine
{
    const DerivedBars *closes = nullptr; ///< under the keys of the chart's bars
    double factor = 1; ///< from its prices to the chart's
    int tint = 0; ///< of lineColor()
};

/// The order flow a chart shows.
struct ChartFlow
{
    const FlowSeries *series = nullptr;
    FlowSessions *sessions = nullptr; ///< there when series is
    bool marking = false; ///< someone is about to mark the range of a profile
    FlowOptions options;
    double low = -1; ///< at the lower edge of its pane, shares
    double high = 1;
    std::vector<double> marks;

    /// Nobody tells trades of an index, or of currencies.
    bool hasTrades() const
    {
        const AssetClass assetClass = series->bars().assetClass();
        return assetClass != AssetClass::Indices && assetClass != AssetClass::Forex;
    }
    bool isShown() const
    {
        return series && hasTrades() && options.style != FlowStyle::Hidden && !series->isEmpty();
    }
};

/// All that a chart's painters need to know. Owned by the chart, read by them.
struct ChartScene
{
    const ChartSeries *series = nullptr;
    ChartViewport view;
    ChartPanes panes;
    ChartColors colors = ChartColors::dark();
    BarLook look;
    PriceScale scale;
    std::vector<ComparedLine> compared;
    bool shadesExtended = true; ///< the hours before and after the exchange's session
    ChartFlow flow;
    StudyScene studies;
    double volumeHigh = 1; ///< volume at the upper edge of its pane
    std::vector<TimeMark> timeMarks; ///< labels of the axes
    std::vector<double> priceMarks;
    std::vector<double> volumeMarks;
    std::optional<ChartCrosshair> crosshair;
    int legendRoomRight = 0; ///< of the price pane's right, what the legend leaves free
    Timestamp marketTime {}; ///< for the time left to the bar's close; epoch: not shown

    /// Where things lie, in pixels of the chart: the middle of a bar, a price, the level of a
    /// baseline, and an amount of order flow.
    double xOf(ChartSeries::Key key) const { return view.xOf(double(key)) + 0.5; }
    double priceY(double price) const { return panes.price.top() + view.yOf(price); }
    double baselineY() const { return panes.price.top() + look.baseline * panes.price.height(); }
    double flowY(double value) const
    {
        return panes.flow.top()
            + (flow.high - value) / (flow.high - flow.low) * panes.flow.height();
    }

    bool hasBars() const { return series && !series->isEmpty(); }
};

} // namespace tapeline
