#include "benchchart.h"
#include "chartdrawings.h"
#include "deskdatabase.h"
#include "marketcalendar.h"
#include "paintedtick.h"
#include "rows.h"
#include "splitmix64.h"
#include "stopwatch.h"

#include <QApplication>
#include <QLocale>
#include <QMouseEvent>
#include <QTemporaryDir>

#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 41;
constexpr int drawings = 50;
constexpr int moves = 20; // of the mouse, a round
constexpr qsizetype bars = 300;
constexpr std::array tools { DrawingTool::TrendLine, DrawingTool::HorizontalLine,
                             DrawingTool::Rectangle, DrawingTool::Ray,
                             DrawingTool::FibRetracement };

/// All within what is shown.
std::vector<Drawing> someDrawings(const PriceChart &chart)
{
    SplitMix64 random(50);
    const ChartViewport &view = chart.scene().view;
    std::vector<Drawing> result;
    for (int i = 0; i < drawings; ++i) {
        Drawing drawing;
        drawing.tool = tools[std::size_t(i) % tools.size()];
        drawing.style = drawing::usualStyle(drawing.tool);
        for (int point = 0; point < drawing::pointCount(drawing.tool); ++point) {
            const auto key = view.firstVisible() + ChartSeries::Key(random.below(quint64(bars)));
            drawing.points.push_back(
                { chart.scene().series->start(key), view.priceAt(random.uniform() * view.height) });
        }
        result.push_back(std::move(drawing));
    }
    return result;
}

Measurement row(const QString &variant, double ours, double without)
{
    Measurement row;
    row.row = u"chart drawings"_s;
    row.variant = variant;
    row.peer = u"a frame at 60 Hz"_s;
    row.unit = u"ms"_s;
    row.ours = ours / 1e6;
    row.bound = { Bound::Kind::Below, 8, 16 };
    row.note = u"%1 drawings over %2 bars; without them %3 ms"_s.arg(drawings).arg(bars).arg(
        without / 1e6, 0, 'f', 3);
    return row;
}

} // namespace

Measurements bench::chartDrawings()
{
    const QTemporaryDir folder;
    DeskDatabase database;
    if (!database.open(folder.filePath(u"desk.db"_s)))
        return {};
    DrawingDesk desk(database);
    const MarketCalendar calendar;
    BenchChart plain;
    BenchChart drawn;
    auto *layer = new ChartDrawings(desk, calendar, drawn.chart()); // the chart's
    plain.showBars(bars);
    drawn.showBars(bars);
    drawn.paintAll();
    layer->book().add(someDrawings(drawn.chart()));
    int step = 0;
    const auto move = [&step](BenchChart &chart) {
        for (int i = 0; i < moves; ++i) {
            step = (step + 37) % 500;
            const QPoint at(400 + step, 300 + step / 2);
            QMouseEvent event(QEvent::MouseMove, at, chart.chart().mapToGlobal(at), Qt::NoButton,
                              Qt::NoButton, Qt::NoModifier);
            QApplication::sendEvent(&chart.chart(), &event);
            paintPosted();
        }
    };
    const std::vector<double> frames
        = interleaved(rounds, { [&] { drawn.panAndPaint(); }, [&] { plain.panAndPaint(); } });
    const std::vector<double> crosshairs
        = interleaved(rounds, { [&] { move(drawn); }, [&] { move(plain); } });
    return { row(u"frame"_s, frames[0], frames[1]),
             row(u"crosshair"_s, crosshairs[0] / moves, crosshairs[1] / moves) };
}

} // namespace tapeline
