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

/// The same plot for both: what differs is the line.
struct LinePlot
{
    LinePlot()
    {
        plot.resize(1600, 900);
        showPainted(plot);
    }
    /// Moves a pixel to and fro, fits the values and paints all of it.
    void panAndPaint()
    {
        right = !right;
        const double left = right ? double(count) / 1600 : 0;
        plot.xAxis->setRange(left, left + double(count));
        bool found = false;
        const QCPRange values
            = plot.plottable(0)->getValueRange(found, QCP::sdBoth, plot.xAxis->range());
        plot.yAxis->setRange(values);
        plot.replot(QCustomPlot::rpImmediateRefresh);
    }

    QCustomPlot plot;
    bool right = false;
};

} // namespace

Measurements bench::longLine()
{
    const std::vector<double> values = someDelta();
    ValueSeries series;
    series.append(values);
    LinePlot ours;
    (new LinePlottable(ours.plot.xAxis, ours.plot.yAxis, series))->setPen(QPen(Qt::blue, 1));

    LinePlot theirs;
    QVector<QCPGraphData> points;
    points.reserve(qsizetype(count));
    for (const double value : values)
        points.append({ double(points.size()), value });
    QCPGraph *graph = theirs.plot.addGraph();
    graph->setPen(QPen(Qt::blue, 1));
    graph->setAntialiased(false);
    graph->data()->set(points, true);

    const std::vector<double> times
        = interleaved(rounds, { [&] { ours.panAndPaint(); }, [&] { theirs.panAndPaint(); } });
    Measurement row;
    row.row = u"line of 1 M points"_s;
    row.peer = u"QCPGraph, not antialiased"_s;
    row.unit = u"ms"_s;
    row.ours = times[0] / 1e6;
    row.peers = times[1] / 1e6;
    row.bound = { Bound::Kind::Faster, 5, 3 };
    row.note = u"both in a stock QCustomPlot, pan and fit"_s;
    return { row };
}

} // namespace tapeline
