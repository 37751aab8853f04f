#pragma once

#include "chartseries.h"
#include "chartviewport.h"
#include "valueseries.h"

#include <functional>

namespace tapeline {

/// Moves a chart's viewport: zoom, pan, fit, following the market. Knows no widget and no mouse.
///
/// While the newest bar is in view the chart follows: each new bar moves the view by one bar.
/// Prices fit the bars in view until someone scales them by hand.
class ChartNavigator
{
public:
    /// view must outlive the navigator; series may be null.
    explicit ChartNavigator(ChartViewport &view);

    void setSeries(const ChartSeries *series);
    /// What is fitted when these bars are in view; the bars themselves when not set.
    void setFitted(std::function<OhlcRun(ChartSeries::Key first, ChartSeries::Key last)> fitted);
    /// What is fitted has changed.
    void refit();
    /// What else is to be seen with the prices of these bars.
    using AlsoFitted = std::function<ValueRun(ChartSeries::Key first, ChartSeries::Key last)>;
    void setAlsoFitted(AlsoFitted also) { m_alsoFitted = std::move(also); }
    /// The price pane's size in pixels. The newest bar keeps its distance from the right edge.
    void resize(int width, int height);
    /// Pixels that stay free above prices, for what is written there.
    void setRoomAbove(int pixels);
    /// The same below; there is always some.
    void setRoomBelow(int pixels);
    /// After the series changed.
    void update(const ChartSeries::Change &change);

    void zoomAt(double x, double factor);
    /// Around the newest bar while following, else around the middle.
    void zoom(double factor);
    void pan(int pixels);
    void panBars(double bars);
    /// Changes the width of bars; what is at the right edge stays.
    void stretch(double factor);
    void showFirst();
    void showLast();
    /// Just these bars, across the whole width.
    void showBars(ChartSeries::Key first, ChartSeries::Key last);
    /// The usual width of bars, at the newest.
    void resetTime();
    /// Pans no further than needed to show the bar.
    void reveal(ChartSeries::Key key);

    void scalePrices(double y, double factor);
    void panPrices(int pixels);
    void fitPrices();
    void setLogScale(bool log);
    void setInverted(bool inverted);

    bool isFollowing() const { return m_following; }
    bool isPriceFitted() const { return m_fitted; }
    /// The view has come near the oldest bar there is.
    bool isNearOldest() const;

    /// Wider on wider charts; odd, so that wicks are central.
    static double usualBarWidth(int paneWidth);
    static constexpr double widestBar = 120;

private:
    double narrowestBar() const;
    int roomRight() const;
    void moved();

    ChartViewport &m_view;
    const ChartSeries *m_series = nullptr;
    std::function<OhlcRun(ChartSeries::Key, ChartSeries::Key)> m_fittedRun;
    AlsoFitted m_alsoFitted;
    bool m_following = true;
    bool m_fitted = true;
    bool m_usualWidth = true; ///< no one chose another width of bars
    int m_roomAbove = 40;
    int m_roomBelow = 0;
};

} // namespace tapeline
