#include "benchchart.h"
#include "browser.h"
#include "nodepeer.h"
#include "rows.h"
#include "stopwatch.h"

#include <QLocale>

#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int turns = 3; // each a browser of its own
constexpr int frames = 21;

struct View
{
    int bars;
    double goal;
};

constexpr std::array views { View { 2'000, 8 }, View { 100'000, 100 } };

Measurement row(const View &view)
{
    Measurement row;
    row.row = u"the chart again"_s;
    row.variant = QLocale(QLocale::C).toString(view.bars) + u" bars"_s;
    row.peer = u"lightweight-charts, Chromium"_s;
    row.unit = u"ms"_s;
    row.bound = { Bound::Kind::Faster, view.goal, view.goal };
    row.note
        = u"ours with volume, sessions, legend and price line; the peer's frames are read back"_s;
    row.peerIsMissing = browserPath().isEmpty();
    if (row.peerIsMissing)
        row.note = u"Chromium is not installed"_s;
    return row;
}

void measure(const View &view, BenchChart &chart, Measurement &row)
{
    std::vector<double> ours;
    std::vector<double> theirs;
    chart.showBars(view.bars);
    for (int turn = 0; turn < turns && !row.peerIsMissing; ++turn) {
        ours.push_back(interleaved(frames, { [&] { chart.panAndPaint(); } }).front() / 1e6);
        const Result<QJsonObject> page
            = nodepeer::run(u"chart.mjs"_s, { browserPath(), QString::number(view.bars) });
        row.peerIsMissing = !page;
        if (!page)
            row.note = page.error().detail;
        else
            theirs.push_back((*page)[u"ms"_s].toDouble());
    }
    row.ours = median(ours);
    row.peers = median(theirs);
}

} // namespace

Measurements bench::webChart()
{
    BenchChart chart;
    Measurements rows;
    for (const View &view : views) {
        rows.push_back(row(view));
        measure(view, chart, rows.back());
    }
    return rows;
}

} // namespace tapeline
