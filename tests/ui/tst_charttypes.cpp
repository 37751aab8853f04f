// Kinds of painting: what each paints, that parts of a repaint equal the whole, and that they
// change while bars stream in.

#include "chartbars.h"
#include "chartlook.h"
#include "chartpanel.h"
#include "flowseries.h"
#include "fonts.h"
#include "panelfixture.h"
#include "pricechart.h"
#include "pricepainter.h"
#include "typemenu.h"

#include <QBackingStore>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp origin = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern

/// A scene of bars of their own, painted on black.
struct Fixture
{
    explicit Fixture(std::vector<Candle> bars, ChartType type, int width = 330, double perBar = 11)
    {
        series.setInstrument(u"AAPL"_s, Timeframe());
        series.apply(chartbars::update(std::move(bars)));
        look.setSeries(&series);
        look.setType(type);
        scene.series = &series;
        scene.panes = ChartPanes::divide(QSize(width + 60, 400), 60, 24);
        scene.view.width = scene.panes.price.width();
        scene.view.height = scene.panes.price.height();
        scene.view.left = -0.5;
        scene.view.barWidth = perBar;
        const OhlcRun all = series.over(series.firstKey(), series.lastKey());
        scene.view.fitPrices(all.low, all.high, 10, 10);
    }
    QImage paint()
    {
        QImage image(400, 400, QImage::Format_RGB32);
        image.fill(Qt::black);
        QPainter painter(&image);
        PricePainter prices(scene);
        painter.setClipRect(scene.panes.price);
        prices.paintClosed(painter, scene.view.firstVisible(), scene.view.lastVisible());
        prices.paintNewest(painter);
        return image;
    }
    int rowOf(double price) const { return int(std::floor(scene.view.yOf(price) + 1e-6)); }
    int columnOf(qint64 key) const { return int(scene.view.xOf(double(key))); }

    ChartSeries series;
    ChartScene scene;
    ChartLook look { scene.look };
};

Candle bar(int index, double open, double high, double low, double close)
{
    Candle result;
    result.start = origin + index * 1min;
    result.open = Price::fromDouble(open);
    result.high = Price::fromDouble(high);
    result.low = Price::fromDouble(low);
    result.close = Price::fromDouble(close);
    result.volume = Qty::whole(100);
    return result;
}

bool isBlack(const QImage &image, int x, int y)
{
    return image.pixel(x, y) == qRgb(0, 0, 0);
}

} // namespace

class TestChartTypes : public QObject
{
    Q_OBJECT

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<ChartSeries> m_series;
    std::unique_ptr<FlowSeries> m_flow;
    std::unique_ptr<ChartPanel> m_panel;

    void addTypes()
    {
        QTest::addColumn<ChartType>("type");
        for (const ChartType type : chartTypes)
            QTest::newRow(qPrintable(chartTypeKey(type))) << type;
    }
    PriceChart &chart() const { return *m_panel->chart(); }
    void choose(ChartType type) const { chart().look().setType(type); }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_fixture = std::make_unique<PanelFixture>();
        m_series = std::make_unique<ChartSeries>();
        m_flow = std::make_unique<FlowSeries>(*m_series);
        m_panel = std::make_unique<ChartPanel>(m_fixture->context(u"chart"_s), *m_series, *m_flow);
        m_panel->resize(900, 560);
        m_series->setInstrument(u"AAPL"_s, {});
        m_series->apply(chartbars::update(chartbars::walk(600, origin, 1min)));
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup()
    {
        m_panel.reset();
        m_flow.reset();
        m_series.reset();
        m_fixture.reset();
    }

    // --- pixels

    void hollowCandlesTellTwoThings()
    {
        // up and above the close before; up but below it; down but above it; down and below
        Fixture fixture({ bar(0, 10, 13, 9, 10), bar(1, 11, 15, 9, 14), bar(2, 10, 13, 9, 12),
                          bar(3, 15, 16, 12, 13), bar(4, 12, 13, 9, 10), bar(5, 10, 13, 9, 11) },
                        ChartType::HollowCandles);
        const QImage image = fixture.paint();
        const auto colorAt = [&](int key) {
            return QColor(
                image.pixel(fixture.columnOf(key), fixture.rowOf(fixture.series.run(key).low)));
        };
        const auto isHollow = [&](int key) {
            const OhlcRun &run = fixture.series.run(key);
            const int row = fixture.rowOf((run.open + run.close) / 2);
            const int edge = fixture.columnOf(key) - BarFrame::widthsOf(11, 1).body / 2;
            return !isBlack(image, edge, row) && isBlack(image, fixture.columnOf(key), row);
        };
        const ChartColors &colors = fixture.scene.colors;
        QCOMPARE(colorAt(1), colors.up);
        QCOMPARE(colorAt(2), colors.down);
        QCOMPARE(colorAt(3), colors.up);
        QCOMPARE(colorAt(4), colors.down);
        QVERIFY(isHollow(1) && isHollow(2));
        QVERIFY(!isHollow(3) && !isHollow(4));
    }

    void barsHaveTicksAtOpenAndClose()
    {
        const std::vector<Candle> bars { bar(0, 10, 15, 9, 14), bar(1, 14, 16, 9, 10),
                                         bar(2, 10, 11, 9, 11) };
        for (const ChartType type : { ChartType::Bars, ChartType::HlcBars }) {
            Fixture fixture(bars, type);
            const QImage image = fixture.paint();
            for (qint64 key = 0; key < 2; ++key) {
                const OhlcRun &run = fixture.series.run(key);
                const int x = fixture.columnOf(key);
                for (int row = fixture.rowOf(run.high); row <= fixture.rowOf(run.low); ++row)
                    QVERIFY(!isBlack(image, x, row));
                QVERIFY(!isBlack(image, x + 2, fixture.rowOf(run.close)));
                QVERIFY(isBlack(image, x - 2, fixture.rowOf(run.close)));
                QVERIFY(isBlack(image, x + 2, fixture.rowOf(run.open)));
                QCOMPARE(!isBlack(image, x - 2, fixture.rowOf(run.open)), type == ChartType::Bars);
            }
        }
    }

    void heikinAshiCandlesAreDrawn()
    {
        Fixture fixture({ bar(0, 10, 12, 8, 11), bar(1, 12, 16, 11, 15), bar(2, 15, 18, 14, 17) },
                        ChartType::HeikinAshi);
        const QImage image = fixture.paint();
        const OhlcRun run = fixture.scene.look.derived->run(1);
        QCOMPARE(run.open, 10.375);
        QCOMPARE(run.close, 13.5);
        const int edge = fixture.columnOf(1) - BarFrame::widthsOf(11, 1).body / 2;
        QVERIFY(!isBlack(image, edge, fixture.rowOf(run.open)));
        QVERIFY(!isBlack(image, edge, fixture.rowOf(run.close)));
        QVERIFY(isBlack(image, edge, fixture.rowOf(run.close) - 2));
    }

    void linesGoThroughTheCloses()
    {
        for (const ChartType type : { ChartType::Line, ChartType::LineWithMarkers,
                                      ChartType::StepLine, ChartType::Area, ChartType::Baseline }) {
            Fixture fixture(chartbars::walk(30, origin, 1min), type);
            const QImage image = fixture.paint();
            for (qint64 key = 0; key < 30; ++key)
                QVERIFY2(!isBlack(image, fixture.columnOf(key),
                                  fixture.rowOf(fixture.series.run(key).close)),
                         qPrintable(chartTypeKey(type)));
        }
    }

    void aLineFromAfarSpansItsCloses()
    {
        Fixture fixture(chartbars::walk(5'000, origin, 1min), ChartType::Line, 330, 330.0 / 5'000);
        const QImage image = fixture.paint();
        QVERIFY(!isBlack(image, 100, fixture.rowOf(fixture.series.run(1'515).close)));
        // Closes only: the highest high is not reached
        const OhlcRun all = fixture.series.over(0, 4'999);
        for (int x = 0; x < 330; ++x)
            QVERIFY(isBlack(image, x, fixture.rowOf(all.high) - 1));
    }

    void areasAndColumnsReachTheFloor()
    {
        for (const ChartType type : { ChartType::Area, ChartType::Columns }) {
            Fixture fixture(chartbars::walk(30, origin, 1min), type);
            const QImage image = fixture.paint();
            const int floor = fixture.scene.panes.price.bottom();
            for (qint64 key = 1; key < 30; ++key) {
                const int row = fixture.rowOf(fixture.series.run(key).close);
                QVERIFY(!isBlack(image, fixture.columnOf(key), floor));
                if (type == ChartType::Columns)
                    QVERIFY(isBlack(image, fixture.columnOf(key), row - 1));
                else
                    QVERIFY(!isBlack(image, fixture.columnOf(key), row));
            }
        }
    }

    void aBaselinePartsTheColours()
    {
        Fixture fixture({ bar(0, 10, 10, 10, 10), bar(1, 14, 14, 14, 14), bar(2, 10, 10, 10, 10),
                          bar(3, 14, 14, 14, 14) },
                        ChartType::Baseline, 330, 40);
        const QImage image = fixture.paint();
        const QColor above(image.pixel(fixture.columnOf(1), fixture.rowOf(14)));
        const QColor below(image.pixel(fixture.columnOf(2), fixture.rowOf(10)));
        QVERIFY(above.green() > above.red()); // smooth lines mix with what lies below
        QVERIFY(below.red() > below.green());
        const int level = int(fixture.scene.baselineY());
        QVERIFY(isBlack(image, fixture.columnOf(1), level + 8)); // nothing below it there
        QVERIFY(!isBlack(image, fixture.columnOf(1), level - 8));
    }

    void aMillionBarsArePaintedInAMoment_data() { addTypes(); }
    void aMillionBarsArePaintedInAMoment()
    {
        QFETCH(const ChartType, type);
        static const std::vector<Candle> walk = chartbars::walk(1'000'000, origin, 1min);
        Fixture fixture(walk, type, 330, 330.0 / 1'000'000);
        qint64 longest = 0;
        QElapsedTimer timer;
        QSignalSpy slices(&fixture.look, &ChartLook::changed);
        while (fixture.scene.look.derived && !fixture.scene.look.derived->isComplete()) {
            timer.start();
            QCoreApplication::processEvents();
            longest = std::max(longest, timer.nsecsElapsed());
        }
        timer.start();
        const QImage image = fixture.paint();
        qInfo("painted in %.2f ms; longest of %d slices %.2f ms",
              double(timer.nsecsElapsed()) / 1e6, int(slices.size()), double(longest) / 1e6);
        int painted = 0;
        for (int x = 0; x < 330; ++x)
            for (int y = 0; y < fixture.scene.panes.price.bottom(); ++y)
                if (!isBlack(image, x, y)) {
                    ++painted;
                    break;
                }
        QVERIFY(painted >= 329);
    }

    // --- the chart

    /// What differs from a repaint of everything.
    void partsOfARepaintEqualTheWhole_data() { addTypes(); }
    void partsOfARepaintEqualTheWhole()
    {
        QFETCH(const ChartType, type);
        choose(type);
        chart().redraw();
        QCoreApplication::processEvents();
        const auto shown = [this] {
            return static_cast<const QImage *>(m_panel->window()->backingStore()->paintDevice())
                ->copy();
        };
        SplitMix64 random(4);
        std::vector<Candle> walk = chartbars::walk(640, origin, 1min);
        int next = 600;
        const int lastOfDay = 640;
        for (int i = 0; i < 60; ++i) {
            if (i % 10 == 9 && next + 1 < lastOfDay) // a bar closes
                ++next;
            Candle newest = walk[std::size_t(next - 1)];
            newest.close = newest.low
                + Price::fromUnits((newest.high - newest.low).units() * qint64(random.below(9))
                                   / 8);
            m_series->apply(chartbars::update({ newest }, false));
            const ChartViewport &drawn = chart().scene().view;
            if (drawn.low != chart().view().low || drawn.high != chart().view().high
                || drawn.left != chart().view().left)
                chart().redraw(); // within a frame it would be done anyway
            if (i % 3 == 0)
                QTest::mouseMove(&chart(), QPoint(int(random.below(800)), int(random.below(400))));
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            const QImage parts = shown();
            for (QWidget *layer : chart().findChildren<QWidget *>())
                layer->update();
            QCoreApplication::sendPostedEvents();
            QVERIFY2(parts == shown(), qPrintable(u"tick %1"_s.arg(i)));
        }
    }

    /// By the button's menu, with real clicks, while ticks come in.
    void theTypeChangesWhileBarsStreamIn()
    {
        auto *button = m_panel->findChild<QToolButton *>(u"chartTypeButton"_s);
        QVERIFY(button && button->isVisible());
        auto *menu = m_panel->findChild<TypeMenu *>();
        SplitMix64 random(9);
        qint64 cents = 18'000;
        Timestamp start = m_series->start(m_series->lastKey());
        for (const ChartType type : { ChartType::HeikinAshi, ChartType::Line, ChartType::Columns,
                                      ChartType::HollowCandles, ChartType::Area }) {
            const double left = chart().view().left;
            QTimer::singleShot(0, menu, [&] {
                QAction *choice = menu->actions().at(0);
                for (QAction *action : menu->actions())
                    if (action->text() == chartTypeName(type))
                        choice = action;
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(choice).center());
            });
            QTest::mouseClick(button, Qt::LeftButton);
            QTRY_COMPARE(chart().look().type(), type);
            QCOMPARE(button->text(), chartTypeName(type));
            QCOMPARE(chart().view().left, left); // what is in view stays
            for (int tick = 0; tick < 5; ++tick) {
                start += 1min;
                m_series->apply(
                    chartbars::update({ chartbars::nextBar(random, start, cents) }, false));
                const ChartLook &look = chart().look();
                if (chart().scene().look.derived)
                    QCOMPARE(chart().scene().look.derived->lastKey(), m_series->lastKey());
                QVERIFY(!look.over(m_series->lastKey(), m_series->lastKey()).isEmpty());
            }
            QVERIFY(chart().isFollowing());
            chart().redraw();
            QVERIFY(chart().isPriceFitted());
        }
    }

    void heikinAshiIsNamedWhereItsValuesAre()
    {
        choose(ChartType::HeikinAshi);
        chart().redraw();
        const OhlcRun shown = chart().scene().look.derived->run(m_series->lastKey());
        QVERIFY(chart().legendText().contains(chartTypeName(ChartType::HeikinAshi)));
        QVERIFY(chart().legendText().contains(QLocale().toString(shown.open, 'f', 2)));
        choose(ChartType::Bars);
        chart().redraw();
        QVERIFY(!chart().legendText().contains(chartTypeName(ChartType::HeikinAshi)));
    }

    void commandsAndStatesKnowEveryType_data() { addTypes(); }
    void commandsAndStatesKnowEveryType()
    {
        QFETCH(const ChartType, type);
        QSignalSpy changed(m_panel.get(), &Panel::stateChanged);
        QAction *command = m_fixture->commands.action(u"chart.type-"_s + chartTypeKey(type));
        QVERIFY(command);
        command->trigger();
        QCOMPARE(chart().look().type(), type);
        QCOMPARE(changed.isEmpty(), type == ChartType::Candles);
        ChartPanel other(m_fixture->context(u"chart"_s), *m_series, *m_flow);
        other.restoreState(m_panel->saveState());
        QCOMPARE(other.chart()->look().type(), type);
    }

    void theBaselineIsDragged()
    {
        choose(ChartType::Baseline);
        chart().redraw();
        const QRect pane = chart().panes().price;
        const QPoint from(300, int(chart().scene().baselineY()));
        const QPoint to(300, pane.top() + pane.height() / 4);
        QTest::mouseMove(&chart(), from);
        QCOMPARE(chart().cursor().shape(), Qt::SizeVerCursor);
        QTest::mousePress(&chart(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&chart(), (from + to) / 2);
        QTest::mouseMove(&chart(), to);
        QTest::mouseRelease(&chart(), Qt::LeftButton, {}, to);
        QVERIFY(std::abs(chart().look().baseline() - 0.25) < 0.01);
        ChartPanel other(m_fixture->context(u"chart"_s), *m_series, *m_flow);
        other.restoreState(m_panel->saveState());
        QCOMPARE(other.chart()->look().baseline(), chart().look().baseline());
    }
};

QTEST_MAIN(TestChartTypes)
#include "tst_charttypes.moc"
