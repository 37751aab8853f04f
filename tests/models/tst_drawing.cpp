#include "drawinglines.h"
#include "drawingprices.h"

#include "splitmix64.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A key is a second.
double keyOf(Timestamp time)
{
    return double(toNs(time)) / 1e9;
}

DrawingPoint at(qint64 second, double price)
{
    return { fromNs(second * 1'000'000'000), price };
}

Drawing make(DrawingTool tool, std::vector<DrawingPoint> points)
{
    Drawing result;
    result.id = u"a"_s;
    result.tool = tool;
    result.points = std::move(points);
    result.style = drawing::usualStyle(tool);
    return result;
}

Drawing randomDrawing(SplitMix64 &random)
{
    const auto tool = DrawingTool(random.below(drawingToolCount));
    std::vector<DrawingPoint> points;
    const int count
        = tool == DrawingTool::Brush ? 2 + int(random.below(30)) : drawing::pointCount(tool);
    for (int i = 0; i < count; ++i)
        points.push_back({ fromNs(1'700'000'000'000'000'000 + qint64(random.next() >> 12)),
                           random.uniform() * 1'000 });
    Drawing result = make(tool, points);
    result.id = QString::number(random.next(), 16);
    result.style.line = { quint32(random.next() | 0xff000000), 1 + int(random.below(4)),
                          LineDash(random.below(3)) };
    result.style.fillColor = random.below(2) ? quint32(random.next() | 0xff000000) : 0;
    result.style.fillOpacity = int(random.below(101));
    result.style.fontSize = 8 + int(random.below(41));
    result.style.extendLeft = random.below(2);
    result.style.extendRight = random.below(2);
    result.style.fork = ForkKind(random.below(3));
    for (DrawingLevel &level : result.style.levels)
        level = { random.uniform() * 20 - 10, random.below(2) == 1 };
    if (drawing::hasText(tool))
        result.text = QString::number(random.next());
    result.locked = random.below(2);
    result.hidden = random.below(2);
    return result;
}

} // namespace

class TestDrawing : public QObject
{
    Q_OBJECT

private slots:
    /// To the nanosecond and the last bit of a price, through bytes.
    void jsonKeepsAll()
    {
        SplitMix64 random(1);
        for (int i = 0; i < 500; ++i) {
            const Drawing before = randomDrawing(random);
            const QByteArray bytes = QJsonDocument(drawing::toJson(before)).toJson();
            const Result<Drawing> after
                = drawing::fromJson(QJsonDocument::fromJson(bytes).object());
            QVERIFY2(after, qPrintable(after ? QString() : after.error().detail));
            QCOMPARE(*after, before);
        }
    }

    void levelsThatAreRemovedStayRemoved()
    {
        Drawing drawing = make(DrawingTool::FibRetracement, { at(0, 100), at(10, 400) });
        drawing.style.levels.clear();
        const Result<Drawing> after = drawing::fromJson(drawing::toJson(drawing));
        QVERIFY(after);
        QVERIFY(after->style.levels.empty());
    }

    void everyToolHasItsName()
    {
        for (int i = 0; i < drawingToolCount; ++i)
            QCOMPARE(drawing::toolOf(drawing::toolId(DrawingTool(i))), DrawingTool(i));
        QVERIFY(!drawing::toolOf(u"spaceship"));
    }

    void damageIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row
            = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
        row("nothing", "{}");
        row("a tool of tomorrow", R"({"id":"a","tool":"spaceship","points":[]})");
        row("no id", R"({"tool":"horizontal-line","points":[{"time":1,"price":2}]})");
        row("no points", R"({"id":"a","tool":"horizontal-line"})");
        row("too few points", R"({"id":"a","tool":"ray","points":[{"time":1,"price":2}]})");
        row("too many points",
            R"({"id":"a","tool":"text","points":[{"time":1,"price":2},{"time":1,"price":2}]})");
        row("no price", R"({"id":"a","tool":"horizontal-line","points":[{"time":1}]})");
        row("a price of text", R"({"id":"a","tool":"text","points":[{"time":1,"price":"2"}]})");
        row("a price out of this world",
            R"({"id":"a","tool":"text","points":[{"time":1,"price":1e300}]})");
        row("a time of text", R"({"id":"a","tool":"text","points":[{"time":"1","price":2}]})");
        row("a time with a fraction",
            R"({"id":"a","tool":"text","points":[{"time":1.5,"price":2}]})");
        row("a time of dinosaurs",
            R"({"id":"a","tool":"text","points":[{"time":-9000000000000000000,"price":2}]})");
        row("points that are none", R"({"id":"a","tool":"ray","points":[1,2]})");
    }

    void damageIsRefused()
    {
        QFETCH(const QByteArray, json);
        const Result<Drawing> read = drawing::fromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(!read);
        QCOMPARE(read.error().code, Error::Code::Malformed);
    }

    void oddStylesBecomeUsual()
    {
        const QByteArray json
            = R"({"id":"a","tool":"fib-retracement","news":{},"points":[{"time":1,"price":2},)"
              R"({"time":3,"price":4}],"style":{"line":{"width":99},"fontSize":-4,"fork":77,)"
              R"("fillOpacity":1000,"levels":[{"ratio":"x"},{"ratio":1e9},{"ratio":0.5}]}})";
        const Result<Drawing> read = drawing::fromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(read);
        QCOMPARE(read->style.line.width, 4);
        QCOMPARE(read->style.fontSize, drawing::smallestFont);
        QCOMPARE(read->style.fillOpacity, 100);
        QCOMPARE(read->style.fork, ForkKind::ModifiedSchiff);
        QCOMPARE(read->style.levels, (std::vector<DrawingLevel> { { 0.5, true } }));
    }

    // --- prices

    void pricesAt_data()
    {
        QTest::addColumn<Drawing>("drawing");
        QTest::addColumn<int>("second");
        QTest::addColumn<std::vector<double>>("prices");
        using Prices = std::vector<double>;
        const auto row = [](const char *name, const Drawing &drawing, int second, Prices prices) {
            QTest::newRow(name) << drawing << second << prices;
        };
        const std::vector<DrawingPoint> rise { at(10, 100), at(20, 110) };
        const Drawing trend = make(DrawingTool::TrendLine, rise);
        row("within a trend line", trend, 14, { 104 });
        row("before it", trend, 9, {});
        row("after it", trend, 21, {});
        const Drawing ray = make(DrawingTool::Ray, rise);
        row("a ray goes on", ray, 40, { 130 });
        row("a ray begins", ray, 9, {});
        const Drawing back = make(DrawingTool::Ray, { at(20, 110), at(10, 100) });
        row("a ray to the left goes on there", back, 0, { 90 });
        row("and begins at the right", back, 21, {});
        row("an extended line is everywhere", make(DrawingTool::ExtendedLine, rise), 0, { 90 });
        Drawing turned = make(DrawingTool::TrendLine, { at(20, 110), at(10, 100) });
        turned.style.extendRight = true;
        row("right is right, however it was drawn", turned, 30, { 120 });
        row("a horizontal line", make(DrawingTool::HorizontalLine, { at(10, 7) }), -50, { 7 });
        row("a horizontal ray", make(DrawingTool::HorizontalRay, { at(10, 7) }), 11, { 7 });
        row("before it there is none", make(DrawingTool::HorizontalRay, { at(10, 7) }), 9, {});
        row("a vertical line has no price", make(DrawingTool::VerticalLine, { at(10, 7) }), 10, {});
        row("a cross line has one", make(DrawingTool::CrossLine, { at(10, 7) }), 99, { 7 });
        row("both of a channel",
            make(DrawingTool::Channel, { at(10, 100), at(20, 110), at(10, 90) }), 15, { 105, 95 });
        row("both of a rectangle", make(DrawingTool::Rectangle, rise), 15, { 100, 110 });
        Drawing fib = make(DrawingTool::FibRetracement, rise);
        fib.style.levels = { { 0 }, { 0.382, false }, { 0.5 }, { 1 } };
        row("the levels that are shown", fib, 15, { 110, 105, 100 });
        Drawing extension
            = make(DrawingTool::FibExtension, { at(10, 100), at(20, 110), at(30, 106) });
        extension.style.levels = { { 0 }, { 1 }, { 1.618 } };
        row("an extension goes from the third point", extension, 20, { 106, 116, 122.18 });
        row("three of a pitchfork",
            make(DrawingTool::Pitchfork, { at(0, 100), at(10, 110), at(10, 90) }), 20,
            { 100, 110, 90 });
        row("nothing of text", make(DrawingTool::Text, { at(10, 7) }), 10, {});
    }

    void pricesAt()
    {
        QFETCH(const Drawing, drawing);
        QFETCH(const int, second);
        QFETCH(const std::vector<double>, prices);
        const std::vector<double> found = drawingPricesAt(drawing, at(second, 0).time, keyOf);
        QCOMPARE(found.size(), prices.size());
        for (std::size_t i = 0; i < found.size(); ++i)
            QVERIFY2(std::abs(found[i] - prices[i]) < 1e-9, qPrintable(QString::number(found[i])));
        const auto main = drawingPriceAt(drawing, at(second, 0).time, keyOf);
        QCOMPARE(main.has_value(), !found.empty());
        if (main)
            QCOMPARE(*main, found.front());
    }

    void aLogarithmicScaleBendsPrices()
    {
        const Drawing trend = make(DrawingTool::TrendLine, { at(0, 100), at(10, 400) });
        QVERIFY(std::abs(*drawingPriceAt(trend, at(5, 0).time, keyOf, true) - 200) < 1e-9);
        QCOMPARE(*drawingPriceAt(trend, at(5, 0).time, keyOf), 250.0);
    }

    /// A line goes through its points, its parallels keep their distance.
    void linesGoThroughTheirPoints()
    {
        SplitMix64 random(9);
        for (int i = 0; i < 300; ++i) {
            const qint64 first = qint64(random.below(1'000));
            const qint64 second = first + 1 + qint64(random.below(1'000));
            const double a = random.uniform() * 100;
            const double b = random.uniform() * 100;
            const Drawing channel = make(
                DrawingTool::Channel,
                { at(first, a), at(second, b), at(qint64(random.below(2'000)), random.uniform()) });
            const auto left = drawingPricesAt(channel, at(first, 0).time, keyOf);
            const auto right = drawingPricesAt(channel, at(second, 0).time, keyOf);
            QCOMPARE(left.size(), std::size_t(2));
            QCOMPARE(right.size(), std::size_t(2));
            QVERIFY(std::abs(left[0] - a) < 1e-9 && std::abs(right[0] - b) < 1e-9);
            QVERIFY(std::abs((left[1] - left[0]) - (right[1] - right[0])) < 1e-6);
            const DrawingPoint third = channel.points[2];
            const double x = keyOf(third.time);
            if (x >= double(first) && x <= double(second))
                QVERIFY(std::abs(drawingPricesAt(channel, third.time, keyOf)[1] - third.price)
                        < 1e-6);
        }
    }

    void drawingsBeingPlacedHaveLines()
    {
        for (int tool = 0; tool < drawingToolCount; ++tool) {
            Drawing one = make(DrawingTool(tool), { at(10, 5) });
            for (const double price : drawingPricesAt(one, at(10, 0).time, keyOf))
                QVERIFY(std::isfinite(price));
            one.points.clear();
            QVERIFY(drawingPricesAt(one, at(10, 0).time, keyOf).empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestDrawing)
#include "tst_drawing.moc"
