#include "benchchart.h"
#include "chartplottable.h"
#include "chartcanvas.h"
#include "chartoverlay.h"
#include "rows.h"
#include "stopwatch.h"

#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int framesARound = 4; // as while dragging: not each with a cold cache

struct View
{
    qsizetype bars;
    int rounds;
    double goal; ///< times QCPFinancial; 0: our own cost at 300 bars is the peer
    double floor;
};

constexpr std::array views { View { 300, 21, 1.9, 1.3 }, View { 2'000, 21, 3.8, 2.5 },
                             View { 100'000, 7, 85, 50 }, View { 1'000'000, 21, 0, 0 } };

Measurement row(const View &view, double ours, double peers, const QString &suffix,
                const QString &note)
{
    Measurement row;
    row.row = u"chart paint"_s;
    row.variant = QLocale(QLocale::C).toString(double(view.bars), 'f', 0) + u" bars"_s + suffix;
    row.unit = u"ms"_s;
    row.ours = ours / framesARound / 1e6;
    row.peers = peers / framesARound / 1e6;
    row.peer = view.goal > 0 ? u"QCPFinancial"_s : u"300 bars"_s + suffix;
    row.bound = view.goal > 0 ? Bound { Bound::Kind::Faster, view.goal, view.floor }
                              : Bound { Bound::Kind::AtMost, 1.25, 2 };
    row.note = note;
    return row;
}

template<typename Chart> std::function<void()> drag(Chart &chart)
{
    return [&chart] {
        for (int frame = 0; frame < framesARound; ++frame)
            chart.panAndPaint();
    };
}

std::function<void()> drag(StockChart &chart, bool antialiased)
{
    return [&chart, antialiased] {
        chart.setAntialiased(antialiased);
        drag(chart)();
    };
}

/// Leaves only what QCPFinancial draws as well: candles, grid and axes.
void bare(PriceChart &chart)
{
    chart.findChild<ChartOverlay *>()->hide();
    auto *canvas = chart.findChild<ChartCanvas *>();
    for (int i = 0; i < canvas->plottableCount(); ++i)
        canvas->plottable(i)->setVisible(canvas->plottable(i) == canvas->candles());
}

} // namespace

Measurements bench::chartPaint()
{
    BenchChart chart;
    BenchChart bareChart;
    bare(bareChart.chart());
    StockChart stock;
    Measurements rows;
    std::vector<double> few; // the costs of the first view
    for (const View &view : views) {
        chart.showBars(view.bars);
        bareChart.showBars(view.bars);
        std::vector<std::function<void()>> works { drag(chart), drag(bareChart) };
        if (view.goal > 0) {
            stock.showBars(view.bars);
            works.push_back(drag(stock, true));
            works.push_back(drag(stock, false));
        }
        const std::vector<double> times = interleaved(view.rounds, works);
        if (few.empty())
            few = times;
        const double *peers = view.goal > 0 ? &times[2] : few.data();
        rows.push_back(row(view, times[0], peers[0], {},
                           u"ours with volume, sessions, legend and price line; the peer as it "
                           "comes, antialiased"_s));
        rows.push_back(row(view, times[1], peers[1], u", like for like"_s,
                           u"ours without volume, legend and price line, the peer not antialiased; "
                           "both fit the prices in view"_s));
    }
    return rows;
}

} // namespace tapeline
