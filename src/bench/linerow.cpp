#include "directplot.h"
#include "lineplottable.h"
#include "paintedtick.h"
#include "rows.h"
#include "splitmix64.h"
#include "stopwatch.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 31;
constexpr std::size_t count = 1'000'000;
constexpr QSize windowSize(1600, 900);

/// A cumulative delta: up and down by the size of each print.
std::vector<double> someDelta()
{
    SplitMix64 random(3);
    std::vector<double> values(count);
    double sum = 0;
    for (double &value : values)
        value = sum += double(random.below(2'001)) - 1'000;
    return values;
}

/// A pan of one pixel to and fro that fits the values: the same for both.
class Pan
{
public:
    void step(QCustomPlot &plot)
    {
        m_right = !m_right;
        const double left = m_right ? double(count) / windowSize.width() : 0;
        plot.xAxis->setRange(left, left + double(count));
        bool found = false;
        plot.yAxis->setRange(
            plot.plottable(0)->getValueRange(found, QCP::sdBoth, plot.xAxis->range()));
    }

private:
    bool m_right = false;
};

/// In the plot that a chart draws with. A chart's backdrop covers all of it; here the window clears
/// what is behind it.
class OurLine
{
public:
    explicit OurLine(const std::vector<double> &values)
    {
        m_series.append(values);
        (new LinePlottable(m_plot.xAxis, m_plot.yAxis, m_series))->setPen(QPen(Qt::blue, 1));
        m_plot.setAttribute(Qt::WA_OpaquePaintEvent, false);
        m_plot.resize(windowSize);
        showPainted(m_plot);
    }
    void panAndPaint()
    {
        m_pan.step(m_plot);
        m_plot.refresh();
        m_plot.repaint();
    }

private:
    ValueSeries m_series;
    DirectPlot m_plot;
    Pan m_pan;
};

/// QCustomPlot as it comes.
class StockLine
{
public:
    explicit StockLine(const std::vector<double> &values)
    {
        QVector<QCPGraphData> points;
        points.reserve(qsizetype(values.size()));
        for (const double value : values)
            points.append({ double(points.size()), value });
        QCPGraph *graph = m_plot.addGraph();
        graph->setPen(QPen(Qt::blue, 1));
        graph->setAntialiased(false);
        graph->data()->set(points, true);
        m_plot.resize(windowSize);
        showPainted(m_plot);
    }
    void panAndPaint()
    {
        m_pan.step(m_plot);
        m_plot.replot(QCustomPlot::rpImmediateRefresh);
    }

private:
    QCustomPlot m_plot;
    Pan m_pan;
};

} // namespace

Measurements bench::longLine()
{
    const std::vector<double> values = someDelta();
    OurLine ours(values);
    StockLine theirs(values);
    const std::vector<double> times
        = interleaved(rounds, { [&] { ours.panAndPaint(); }, [&] { theirs.panAndPaint(); } });
    Measurement row;
    row.row = u"line of 1 M points"_s;
    row.peer = u"QCPGraph, not antialiased"_s;
    row.unit = u"ms"_s;
    row.ours = times[0] / 1e6;
    row.peers = times[1] / 1e6;
    row.bound = { Bound::Kind::Faster, 5, 3 };
    row.note = u"pan and fit; ours in a chart's plot, the peer in a stock one"_s;
    return { row };
}

} // namespace tapeline
