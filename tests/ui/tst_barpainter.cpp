#include "barpainter.h"
#include "chartbars.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp origin = fromMs(1'786'629'600'000);

/// A scene over a series, price pane above volume pane, all bars fitted.
struct Fixture
{
    Fixture(std::size_t bars, int width, quint64 seed = 1)
    {
        series.setInstrument(u"AAPL"_s, Timeframe());
        series.apply(chartbars::update(chartbars::walk(bars, origin, 1min, seed)));
        scene.series = &series;
        scene.panes = ChartPanes::divide(QSize(width + 60, 400), 60, 24);
        scene.view.width = scene.panes.price.width();
        scene.view.height = scene.panes.price.height();
        scene.view.left = -0.5;
        scene.view.barWidth = double(width) / double(bars);
        fit();
    }
    void fit()
    {
        const OhlcRun all = series.over(series.firstKey(), series.lastKey());
        scene.view.fitPrices(all.low, all.high, 10, 10);
        scene.volumeHigh = all.volume * 1.1;
    }
    QImage paint(double ratio = 1)
    {
        QImage image(QSize(scene.panes.priceAxis.right() + 1, 400) * ratio, QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::black);
        QPainter painter(&image);
        BarPainter bars(scene);
        bars.paintCandles(painter, series.firstKey(), series.lastKey());
        bars.paintVolume(painter, series.firstKey(), series.lastKey());
        return image;
    }

    ChartSeries series;
    ChartScene scene;
};

/// First and last row of a column that is not black, within [top, bottom].
std::optional<std::pair<int, int>> extent(const QImage &image, int x, int top, int bottom)
{
    std::optional<std::pair<int, int>> found;
    for (int y = top; y <= bottom; ++y) {
        if (image.pixel(x, y) == qRgb(0, 0, 0))
            continue;
        if (!found)
            found = { y, y };
        found->second = y;
    }
    return found;
}

int rowOf(const Fixture &fixture, double price)
{
    return int(std::floor(fixture.scene.view.yOf(price) + 1e-6));
}

bool isPainted(const QImage &image, int top, int bottom)
{
    for (int x = 0; x < image.width(); ++x) {
        if (extent(image, x, top, bottom))
            return true;
    }
    return false;
}

} // namespace

class TestBarPainter : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everyBarLiesInExactlyOneColumn_data()
    {
        QTest::addColumn<qsizetype>("bars");
        QTest::addColumn<double>("perBar");
        QTest::newRow("more than one pixel a bar") << qsizetype(700) << 1.7;
        QTest::newRow("one pixel a bar") << qsizetype(700) << 1.0;
        QTest::newRow("five bars a pixel") << qsizetype(3'501) << 0.2;
        QTest::newRow("uneven") << qsizetype(9'973) << 0.0713;
        QTest::newRow("a million") << qsizetype(1'000'000) << 0.0009;
    }

    void everyBarLiesInExactlyOneColumn()
    {
        QFETCH(const qsizetype, bars);
        QFETCH(const double, perBar);
        // The volume of bar i is i: a column's largest tells its last bar, its low (price i + 1)
        // its first
        std::vector<OhlcRun> runs(static_cast<std::size_t>(bars));
        for (qsizetype i = 0; i < bars; ++i) {
            const double price = double(i) + 1;
            runs[std::size_t(i)] = { price, price, price, price, double(i) };
        }
        OhlcPyramid pyramid;
        pyramid.append(runs);
        const qsizetype first = bars / 7;
        const qsizetype end = bars - bars / 9;
        qsizetype next = first;
        int previous = std::numeric_limits<int>::min();
        const KeyScale scale { 3.25, perBar };
        forEachPixelColumn(pyramid, first, end, scale, [&](int column, const OhlcRun &run) {
            QVERIFY(column > previous);
            previous = column;
            const auto from = qsizetype(run.low) - 1;
            const auto to = qsizetype(run.volume);
            QCOMPARE(from, next); // no bar left out, none twice
            QVERIFY(to >= from);
            next = to + 1;
            // An edge moves by a quarter pixel at most
            QVERIFY(scale.offset + perBar * double(from) > column - 0.26);
            QVERIFY(scale.offset + perBar * double(to) < column + 1.26);
        });
        QCOMPARE(next, end);
    }

    void columnsShowHighAndLow()
    {
        Fixture fixture(5'000, 1'000);
        const QImage image = fixture.paint();
        const int bottom = fixture.scene.panes.price.bottom();
        int compared = 0;
        for (int x = 0; x < 1'000; ++x) {
            // Five bars a column, blocks of one: exact
            const OhlcRun run = fixture.series.over(x * 5, x * 5 + 4);
            const auto painted = extent(image, x, 0, bottom);
            QVERIFY(painted);
            QCOMPARE(painted->first, rowOf(fixture, run.high));
            QCOMPARE(painted->second, rowOf(fixture, run.low));
            const QColor color(image.pixel(x, painted->first));
            QCOMPARE(color,
                     run.close >= run.open ? fixture.scene.colors.up : fixture.scene.colors.down);
            ++compared;
        }
        QCOMPARE(compared, 1'000);
    }

    void candlesShowBodiesAndCentralWicks()
    {
        Fixture fixture(50, 550); // 11 pixels a bar
        const QImage image = fixture.paint();
        const auto [body, wick] = BarFrame::widthsOf(11, 1);
        QCOMPARE(wick, 1);
        QCOMPARE(body % 2, 1);
        for (qint64 key = 0; key < 50; ++key) {
            const OhlcRun &run = fixture.series.run(key);
            const int x = int(fixture.scene.view.xOf(double(key)));
            const auto wicks = extent(image, x, 0, fixture.scene.panes.price.bottom());
            QCOMPARE(wicks->first, rowOf(fixture, run.high));
            QCOMPARE(wicks->second, rowOf(fixture, run.low));
            for (const int edge : { x - body / 2, x + body / 2 }) {
                const auto bodies = extent(image, edge, 0, fixture.scene.panes.price.bottom());
                QCOMPARE(bodies->first, rowOf(fixture, std::max(run.open, run.close)));
                QCOMPARE(bodies->second, rowOf(fixture, std::min(run.open, run.close)));
            }
            QVERIFY(!extent(image, x + body / 2 + 1, 0, fixture.scene.panes.price.bottom()));
        }
    }

    void volumeStandsOnThePanesFloor()
    {
        Fixture fixture(50, 550);
        const QImage image = fixture.paint();
        const QRect pane = fixture.scene.panes.volume;
        for (qint64 key = 0; key < 50; ++key) {
            const int x = int(fixture.scene.view.xOf(double(key)));
            const auto bar = extent(image, x, pane.top(), pane.bottom());
            QVERIFY(bar);
            QCOMPARE(bar->second, pane.bottom());
            const double share = fixture.series.run(key).volume / fixture.scene.volumeHigh;
            QVERIFY(std::abs(double(bar->second - bar->first + 1) - share * pane.height()) <= 1.0);
        }
    }

    void highDensityScreensAreSharp()
    {
        Fixture fixture(50, 550);
        for (const double ratio : { 1.25, 1.5, 2.0 }) {
            const QImage image = fixture.paint(ratio);
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor color(image.pixel(x, y));
                    const ChartColors &colors = fixture.scene.colors;
                    const bool pure = color == Qt::black || color == colors.up
                        || color == colors.down || color == colors.volumeUp
                        || color == colors.volumeDown;
                    QVERIFY2(pure, "a blended pixel: something lay off the pixel grid");
                }
            }
        }
    }

    void nothingLeavesThePaneWhenPricesDo()
    {
        Fixture fixture(400, 800);
        fixture.scene.view.low = 1e6;
        fixture.scene.view.high = 1e6 + 1e-6;
        const QImage image = fixture.paint(); // must not overflow an int either
        QVERIFY(!isPainted(image, 0, fixture.scene.panes.price.bottom()));
        fixture.fit();
        fixture.scene.view.logScale = true;
        QVERIFY(isPainted(fixture.paint(), 0, fixture.scene.panes.price.bottom()));
    }

    void aMillionBarsCostWhatAFewHundredCost()
    {
        Fixture few(300, 1'500);
        Fixture many(1'000'000, 1'500);
        QImage image(QSize(1'560, 400), QImage::Format_RGB32);
        const auto cost = [&](Fixture &fixture) {
            QPainter painter(&image);
            BarPainter bars(fixture.scene);
            qint64 best = std::numeric_limits<qint64>::max();
            for (int i = 0; i < 15; ++i) {
                QElapsedTimer timer;
                timer.start();
                bars.paintCandles(painter, fixture.series.firstKey(), fixture.series.lastKey());
                best = std::min(best, timer.nsecsElapsed());
            }
            return best;
        };
        const qint64 fewCost = cost(few);
        const qint64 manyCost = cost(many);
        qInfo("300 bars %.3f ms, 1 M bars %.3f ms", double(fewCost) / 1e6, double(manyCost) / 1e6);
        // Debug builds walk blocks slowly; without the pyramid this is beyond 100
        QVERIFY(manyCost < 40 * fewCost);
    }
};

QTEST_MAIN(TestBarPainter)
#include "tst_barpainter.moc"
