#include "drawingshape.h"
#include "splitmix64.h"

#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QRectF pane(0, 0, 800, 400);

/// A second is a pixel, a price too; prices go up.
class PlainPlane : public DrawingPlane
{
public:
    QPointF placeOf(const DrawingPoint &point) const override
    {
        return { double(toNs(point.time)) / 1e9, yOf(point.price) };
    }
    double yOf(double price) const override { return 400 - price; }
    double priceOf(double y) const override { return 400 - y; }
};

Drawing make(DrawingTool tool, std::vector<QPointF> places)
{
    Drawing drawing;
    drawing.tool = tool;
    drawing.style = drawing::usualStyle(tool);
    for (const QPointF &place : places)
        drawing.points.push_back({ fromNs(std::llround(place.x() * 1e9)), 400 - place.y() });
    return drawing;
}

DrawingShape placed(const Drawing &drawing)
{
    return placeDrawing(drawing, PlainPlane(), pane, { 60, 20 });
}

} // namespace

class TestDrawingShape : public QObject
{
    Q_OBJECT

private slots:
    void hits_data()
    {
        QTest::addColumn<Drawing>("drawing");
        QTest::addColumn<QPointF>("at");
        QTest::addColumn<int>("handle"); // -2: none
        const auto row = [](const char *name, const Drawing &drawing, QPointF at, int handle) {
            QTest::newRow(name) << drawing << at << handle;
        };
        const Drawing trend = make(DrawingTool::TrendLine, { { 100, 100 }, { 300, 300 } });
        row("on a line", trend, { 200, 202 }, -1);
        row("beside it", trend, { 200, 210 }, -2);
        row("beyond its end", trend, { 320, 320 }, -2);
        row("its first point", trend, { 102, 98 }, 0);
        row("its second point", trend, { 300, 300 }, 1);
        row("a ray goes on", make(DrawingTool::Ray, { { 100, 100 }, { 200, 200 } }), { 350, 350 },
            -1);
        row("not to its other side", make(DrawingTool::Ray, { { 100, 100 }, { 200, 200 } }),
            { 50, 50 }, -2);
        row("a horizontal line is everywhere", make(DrawingTool::HorizontalLine, { { 700, 50 } }),
            { 3, 52 }, -1);
        row("a vertical line too", make(DrawingTool::VerticalLine, { { 700, 50 } }), { 701, 390 },
            -1);
        const Drawing box = make(DrawingTool::Rectangle, { { 100, 100 }, { 300, 200 } });
        row("inside of what is filled", box, { 200, 150 }, -1);
        Drawing hollow = box;
        hollow.style.fillOpacity = 0;
        row("inside of what is not", hollow, { 200, 150 }, -2);
        row("its edge", hollow, { 200, 101 }, -1);
        row("a corner that is no point", box, { 100, 200 }, 2);
        row("the other one", box, { 300, 100 }, 3);
        const Drawing ellipse = make(DrawingTool::Ellipse, { { 100, 100 }, { 300, 200 } });
        row("in an ellipse", ellipse, { 200, 150 }, -1);
        row("in the corner of its rectangle", ellipse, { 110, 108 }, -2);
        row("a parallel of a channel",
            make(DrawingTool::Channel, { { 100, 100 }, { 300, 100 }, { 150, 160 } }), { 250, 161 },
            -1);
        row("a level", make(DrawingTool::FibRetracement, { { 100, 300 }, { 300, 100 } }),
            { 200, 200 }, -1);
        row("between levels the chart is moved",
            make(DrawingTool::FibRetracement, { { 100, 300 }, { 300, 100 } }), { 130, 235 }, -2);
        row("a text", make(DrawingTool::Text, { { 100, 100 } }), { 140, 105 }, -1);
        row("what was drawn by hand",
            make(DrawingTool::Brush, { { 100, 100 }, { 120, 140 }, { 160, 140 } }), { 140, 141 },
            -1);
    }

    void hits()
    {
        QFETCH(const Drawing, drawing);
        QFETCH(const QPointF, at);
        QFETCH(const int, handle);
        const auto spot = spotAt(placed(drawing), at, 4, true);
        QCOMPARE(spot.has_value(), handle != -2);
        if (spot)
            QCOMPARE(spot->handle, handle);
    }

    /// Whatever they are, and wherever: what is drawn lies in the pane, and is where it was.
    void nothingIsDrawnOutside()
    {
        SplitMix64 random(3);
        const QRectF around = pane.adjusted(-5, -5, 5, 5);
        for (int i = 0; i < 4'000; ++i) {
            const auto tool = DrawingTool(random.below(drawingToolCount));
            const double scale = random.below(4) == 0 ? 1e7 : 1'500;
            std::vector<QPointF> places;
            for (int n = std::max(2, drawing::pointCount(tool)); n > 0; --n)
                places.emplace_back(std::round((random.uniform() - 0.3) * scale),
                                    std::round((random.uniform() - 0.3) * scale));
            places.resize(std::size_t(tool == DrawingTool::Brush ? 2 : drawing::pointCount(tool)));
            Drawing drawing = make(tool, places);
            drawing.style.extendLeft = random.below(2);
            drawing.style.extendRight = random.below(2);
            drawing.style.fork = ForkKind(random.below(3));
            const DrawingShape shape = placed(drawing);
            for (const DrawingShape::Line &line : shape.lines) {
                QVERIFY(around.contains(line.line.p1()) && around.contains(line.line.p2()));
                QVERIFY(distanceTo(shape, line.line.center()) < 1e-3);
            }
            for (const DrawingShape::Area &area : shape.areas)
                for (const QPointF &corner : area.corners)
                    QVERIFY(around.contains(corner));
        }
    }

    void farAwayIsNothing()
    {
        for (int tool = 0; tool < drawingToolCount; ++tool) {
            Drawing drawing
                = make(DrawingTool(tool), { { 5'000, 9'000 }, { 5'100, 9'100 }, { 5'050, 9'200 } });
            drawing.points.resize(std::size_t(drawing::pointCount(drawing.tool)));
            if (DrawingTool(tool) == DrawingTool::Pitchfork
                || DrawingTool(tool) == DrawingTool::ExtendedLine)
                continue; // they may come back
            QVERIFY2(placed(drawing).isEmpty() || DrawingTool(tool) == DrawingTool::VerticalLine,
                     qPrintable(drawing::toolId(drawing.tool)));
        }
    }

    void movedHandlesArePutThere()
    {
        SplitMix64 random(8);
        const PlainPlane plane;
        for (int i = 0; i < 500; ++i) {
            const auto tool = DrawingTool(random.below(drawingToolCount));
            Drawing drawing = make(tool, { { 100, 100 }, { 300, 200 }, { 200, 50 } });
            drawing.points.resize(std::size_t(drawing::pointCount(tool)));
            const int count = handleCount(drawing);
            QCOMPARE(int(placed(drawing).handles.size()), count);
            if (count == 0)
                continue;
            const int handle = int(random.below(quint64(count)));
            const DrawingPoint to { fromNs(qint64(random.below(800)) * 1'000'000'000),
                                    double(random.below(400)) };
            const Drawing moved = movedHandle(drawing, handle, to);
            QCOMPARE(placed(moved).handles[std::size_t(handle)], plane.placeOf(to));
            QCOMPARE(movedHandle(moved, handle, to), moved);
        }
    }

    void dashesKnowWhereTheyBegin()
    {
        const Drawing trend = make(DrawingTool::TrendLine, { { -300, 100 }, { 500, 100 } });
        const DrawingShape shape = placed(trend);
        QCOMPARE(shape.lines.size(), std::size_t(1));
        QCOMPARE(shape.lines[0].start, 300 + shape.lines[0].line.x1());
    }
};

QTEST_GUILESS_MAIN(TestDrawingShape)
#include "tst_drawingshape.moc"
