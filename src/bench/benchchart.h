#pragma once

#include "candle.h"
#include "chartseries.h"
#include "pricechart.h"

#include <qcustomplot.h>

#include <vector>

namespace tapeline {

/// A million minute bars of a stock, extended hours included, the same on every run.
const std::vector<Candle> &benchBars();

/// The price chart with all of them, on the screen at 1600 x 900.
class BenchChart
{
public:
    BenchChart();

    PriceChart &chart() { return m_chart; }
    ChartSeries &series() { return m_series; }
    /// Shows so many bars, from the middle on where they do not fill the series.
    void showBars(qsizetype count);
    /// Shows the newest so many bars.
    void showLastBars(qsizetype count);
    /// Moves one pixel to and fro, fits the prices and paints all of it.
    void panAndPaint();
    /// Replots and paints all of it.
    void paintAll();

private:
    ChartSeries m_series;
    PriceChart m_chart;
    ChartSeries::Key m_first = 0;
    qsizetype m_count = 0;
    bool m_right = false;
};

/// QCustomPlot as it comes, with QCPFinancial candlesticks of the same bars.
class StockChart
{
public:
    StockChart();

    void showBars(qsizetype count);
    void panAndPaint();
    /// As it comes it is.
    void setAntialiased(bool antialiased) { m_candles->setAntialiased(antialiased); }

private:
    QCustomPlot m_plot;
    QCPFinancial *m_candles;
    double m_first = 0;
    double m_count = 0;
    bool m_right = false;
};

} // namespace tapeline
