#include "chartbars.h"
#include "pricechart.h"

#include "chartplottable.h"
#include "chartcanvas.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp origin = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern

} // namespace

class TestPriceChart : public QObject
{
    Q_OBJECT

    std::unique_ptr<ChartSeries> m_series;
    std::unique_ptr<PriceChart> m_chart;

    void load(std::size_t bars, Timeframe timeframe = {}, const QString &symbol = u"AAPL"_s)
    {
        m_series->setInstrument(symbol, timeframe);
        m_series->apply(
            chartbars::update(chartbars::walk(bars, origin, timeframe.nominalLength())));
    }
    void prepend(std::size_t bars, ChartUpdate::History history = ChartUpdate::History::Partial)
    {
        const Timestamp first = m_series->start(m_series->firstKey()) - qint64(bars) * 1min;
        m_series->apply(chartbars::update(chartbars::walk(bars, first, 1min, 7), false, history));
    }
    void append(std::size_t bars)
    {
        m_series->apply(chartbars::update(
            chartbars::walk(bars, m_series->start(m_series->lastKey()) + 1min, 1min, 8), false));
    }
    void wheel(QPoint position, int notches, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWheelEvent event(position, m_chart->mapToGlobal(position), {}, { 0, 120 * notches },
                          Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_chart.get(), &event);
    }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 8; ++step)
            QTest::mouseMove(m_chart.get(), from + (to - from) * step / 8);
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, to);
    }
    QPoint middle() const { return m_chart->panes().price.center(); }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_series = std::make_unique<ChartSeries>();
        m_chart = std::make_unique<PriceChart>();
        m_chart->resize(1'000, 600);
        m_chart->setSeries(m_series.get());
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    }
    void cleanup()
    {
        m_chart.reset();
        m_series.reset();
    }

    void wheelZoomsAtTheCursor()
    {
        load(3'000);
        m_chart->setFocus();
        drag(middle(), middle() + QPoint(300, 0));
        const QPoint cursor(333, 200);
        const auto bar = m_chart->view().barAt(cursor.x());
        const double width = m_chart->view().barWidth;
        wheel(cursor, 3);
        QVERIFY(m_chart->view().barWidth > width);
        QCOMPARE(m_chart->view().barAt(cursor.x()), bar);
        wheel(cursor, -5);
        QVERIFY(m_chart->view().barWidth < width);
        QCOMPARE(m_chart->view().barAt(cursor.x()), bar);
    }

    void dragPansByWholePixels()
    {
        load(3'000);
        const auto bar = m_chart->view().barAt(200);
        const double x = m_chart->view().xOf(double(bar));
        drag(QPoint(200, 200), QPoint(463, 260));
        QVERIFY(std::abs(m_chart->view().xOf(double(bar)) - x - 263) < 1e-6);
        QVERIFY(m_chart->isPriceFitted());
        QVERIFY(!m_chart->isFollowing());
    }

    void panningLeftAsksForEarlierBarsOnce()
    {
        load(600);
        QSignalSpy asked(m_chart.get(), &PriceChart::earlierRequested);
        drag(QPoint(100, 200), QPoint(900, 200));
        drag(QPoint(100, 200), QPoint(900, 200));
        drag(QPoint(100, 200), QPoint(900, 200));
        drag(QPoint(100, 200), QPoint(900, 200));
        QCOMPARE(asked.size(), 1);

        ChartUpdate loading;
        loading.history = ChartUpdate::History::Loading;
        loading.progress = 0.43;
        m_series->apply(loading);
        QVERIFY(m_chart->statusText().contains(u"43"_s));
        drag(QPoint(100, 200), QPoint(300, 200));
        QCOMPARE(asked.size(), 1);

        const auto shown = m_series->start(m_chart->view().barAt(700));
        prepend(5'000);
        QCOMPARE(m_series->start(m_chart->view().barAt(700)), shown);
        QVERIFY(m_chart->statusText().isEmpty());
        QCOMPARE(asked.size(), 1); // far from the oldest again
        m_chart->showFirst();
        QCOMPARE(asked.size(), 2);
        prepend(10, ChartUpdate::History::Complete);
        m_chart->showFirst();
        QCOMPARE(asked.size(), 2);
    }

    void aShortPageThatDoesNotFillTheViewAsksOn()
    {
        QSignalSpy asked(m_chart.get(), &PriceChart::earlierRequested);
        load(20);
        QCOMPARE(asked.size(), 1);
        prepend(20);
        QCOMPARE(asked.size(), 2);
    }

    void aFailureIsToldAndScrollingTriesAgain()
    {
        load(600);
        ChartUpdate failed;
        failed.history = ChartUpdate::History::Failed;
        failed.message = u"The service did not answer."_s;
        m_series->apply(failed);
        QCOMPARE(m_chart->statusText(), failed.message);
        QSignalSpy asked(m_chart.get(), &PriceChart::earlierRequested);
        m_chart->showFirst();
        QCOMPARE(asked.size(), 1);
    }

    void newBarsScrollInUntilOneLooksBack()
    {
        load(600);
        const double x = m_chart->view().xOf(double(m_series->lastKey()));
        append(2);
        QVERIFY(std::abs(m_chart->view().xOf(double(m_series->lastKey())) - x) < 1e-6);
        drag(QPoint(100, 200), QPoint(900, 200));
        const double left = m_chart->view().left;
        append(5);
        QCOMPARE(m_chart->view().left, left);
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        QVERIFY(m_chart->isFollowing());
        QVERIFY(m_chart->view().lastVisible() >= m_series->lastKey());
    }

    void theCrosshairTellsItsBar()
    {
        load(600);
        QSignalSpy moved(m_chart.get(), &PriceChart::crosshairMoved);
        for (const int x : { 40, 333, 700 }) {
            QTest::mouseMove(m_chart.get(), QPoint(x, 250));
            const auto key = m_chart->view().barAt(x);
            QCOMPARE(m_chart->crosshair()->key, key);
            const ChartBar bar = m_series->bar(key);
            for (const double value : { bar.open, bar.high, bar.low, bar.close })
                QVERIFY2(m_chart->legendText().contains(QLocale().toString(value, 'f', 2)),
                         qPrintable(m_chart->legendText()));
            const double change = bar.close - m_series->bar(key - 1).close;
            QVERIFY(m_chart->legendText().contains(QLocale().toString(std::abs(change), 'f', 2)));
        }
        QCOMPARE(moved.size(), 3);
        QTest::mouseMove(m_chart.get(), QPoint(m_chart->width() - 3, 250)); // the price axis
        QVERIFY(!m_chart->crosshair());
        const ChartBar newest = m_series->bar(m_series->lastKey());
        QVERIFY(m_chart->legendText().contains(QLocale().toString(newest.close, 'f', 2)));
    }

    void arrowKeysStepTheCrosshair()
    {
        load(600);
        m_chart->setFocus();
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(m_chart->crosshair()->key, m_series->lastKey());
        for (int i = 0; i < 300; ++i)
            QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(m_chart->crosshair()->key, m_series->lastKey() - 300);
        QVERIFY(m_chart->view().firstVisible() <= m_chart->crosshair()->key); // the view came along
        QVERIFY(m_chart->accessibleDescription().contains(u"AAPL"_s));
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
        QCOMPARE(m_chart->crosshair()->key, m_series->lastKey() - 299);
        QTest::keyClick(m_chart.get(), Qt::Key_Escape);
        QVERIFY(!m_chart->crosshair());
    }

    void keysZoomAndMove()
    {
        load(3'000);
        const double width = m_chart->view().barWidth;
        QTest::keyClick(m_chart.get(), Qt::Key_Plus);
        QVERIFY(m_chart->view().barWidth > width);
        QTest::keyClick(m_chart.get(), Qt::Key_Minus);
        QVERIFY(std::abs(m_chart->view().barWidth - width) < 1e-9);
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        QVERIFY(m_chart->view().firstVisible() <= m_series->firstKey());
        const double left = m_chart->view().left;
        QTest::keyClick(m_chart.get(), Qt::Key_PageDown);
        QVERIFY(m_chart->view().left > left);
    }

    void lettersBeginASymbol()
    {
        QSignalSpy typed(m_chart.get(), &PriceChart::symbolTyped);
        QTest::keyClick(m_chart.get(), 'm');
        QTest::keyClick(m_chart.get(), Qt::Key_M, Qt::ControlModifier);
        QCOMPARE(typed.size(), 1);
        QCOMPARE(typed.front().front().toString(), u"m"_s);
    }

    void draggingThePriceAxisScalesAndDoubleClickFits()
    {
        load(600);
        const double span = m_chart->view().high - m_chart->view().low;
        const QPoint axis(m_chart->width() - 20, 300);
        drag(axis, axis + QPoint(0, 120));
        QVERIFY(!m_chart->isPriceFitted());
        QVERIFY(m_chart->view().high - m_chart->view().low > 1.2 * span);
        QTest::mouseDClick(m_chart.get(), Qt::LeftButton, {}, axis);
        QVERIFY(m_chart->isPriceFitted());
        QVERIFY(std::abs(m_chart->view().high - m_chart->view().low - span) < 1e-9);

        wheel(middle(), 2, Qt::ControlModifier);
        QVERIFY(m_chart->view().high - m_chart->view().low < span);
        const double low = m_chart->view().low;
        wheel(middle(), 1, Qt::ShiftModifier);
        QVERIFY(m_chart->view().low > low);
    }

    void draggingTheTimeAxisScalesAndDoubleClickFits()
    {
        load(3'000);
        const double width = m_chart->view().barWidth;
        const QPoint axis(500, m_chart->height() - 8);
        drag(axis, axis - QPoint(150, 0));
        QVERIFY(m_chart->view().barWidth > width);
        QTest::mouseDClick(m_chart.get(), Qt::LeftButton, {}, axis);
        QCOMPARE(m_chart->view().barWidth, width);
        QVERIFY(m_chart->isFollowing());
    }

    void anotherTimeframeStartsAtTheNewest()
    {
        load(3'000);
        drag(QPoint(100, 200), QPoint(900, 200));
        QTest::mouseMove(m_chart.get(), QPoint(400, 250));
        m_series->setInstrument(u"AAPL"_s, Timeframe(5, TimeUnit::Minute));
        QVERIFY(!m_chart->crosshair());
        QVERIFY(m_chart->statusText().contains(u"AAPL"_s)); // loading, by name
        m_series->apply(chartbars::update(chartbars::walk(400, origin, 5min)));
        QVERIFY(m_chart->isFollowing());
        QVERIFY(m_chart->view().lastVisible() >= m_series->lastKey());
        QVERIFY(m_chart->legendText().contains(u"5m"_s));
    }

    void anEmptyChartSaysWhy()
    {
        QVERIFY(!m_chart->statusText().isEmpty());
        m_series->setInstrument(u"TSLA"_s, Timeframe());
        QVERIFY(m_chart->statusText().contains(u"TSLA"_s));
        ChartUpdate failed;
        failed.history = ChartUpdate::History::Failed;
        failed.message = u"Your plan has no minute bars."_s;
        m_series->apply(failed);
        QCOMPARE(m_chart->statusText(), failed.message);
        ChartUpdate none;
        none.history = ChartUpdate::History::Complete;
        m_series->apply(none);
        QVERIFY(m_chart->statusText().contains(u"TSLA"_s));
        m_chart->setSeries(nullptr);
        QVERIFY(!m_chart->statusText().isEmpty());
    }

    void theFormingBarIsPainted()
    {
        load(300);
        const auto paint = [&] {
            QTest::qWait(40); // a frame
            return m_chart->grab().toImage();
        };
        Candle last;
        last.start = m_series->start(m_series->lastKey());
        const ChartBar bar = m_series->bar(m_series->lastKey());
        last.open = last.low = Price::fromDouble(bar.close);
        last.close = last.high = Price::fromDouble(bar.close + 0.02);
        last.volume = Qty::whole(5);
        const QImage before = paint();
        m_series->apply(chartbars::update({ last }, false));
        const QImage after = paint();
        QVERIFY(before != after);
        QVERIFY(m_chart->legendText().contains(QLocale().toString(last.close.toDouble(), 'f', 2)));
    }

    void replotsAtMostOncePerFrame()
    {
        load(3'000);
        QTest::qWait(40);
        auto *canvas = m_chart->findChild<ChartCanvas *>();
        QSignalSpy replots(canvas, &DirectPlot::refreshed);
        for (int i = 0; i < 400; ++i)
            append(1);
        wheel(middle(), 1);
        wheel(middle(), 1);
        QCOMPARE(replots.size(), 0);
        QTest::qWait(60);
        QCOMPARE(replots.size(), 1);

        // The crosshair and a tick inside the range cost none
        replots.clear();
        QTest::mouseMove(m_chart.get(), QPoint(200, 200));
        QTest::mouseMove(m_chart.get(), QPoint(400, 210));
        Candle last;
        last.start = m_series->start(m_series->lastKey());
        const ChartBar bar = m_series->bar(m_series->lastKey());
        last.open = last.low = last.high = last.close = Price::fromDouble(bar.close);
        last.volume = Qty::whole(5);
        const auto range = [&] { return std::pair(m_chart->view().low, m_chart->view().high); };
        const auto before = range();
        m_series->apply(chartbars::update({ last }, false));
        QTest::qWait(40);
        if (range() == before)
            QCOMPARE(replots.size(), 0);
    }

    void logScaleByTheMenu()
    {
        load(600);
        QSignalSpy changed(m_chart.get(), &PriceChart::logScaleChanged);
        auto *action = m_chart->findChild<QAction *>(u"chartLogScale"_s);
        action->trigger();
        QVERIFY(m_chart->view().isLog());
        QCOMPARE(changed.size(), 1);
        m_chart->grab();
        m_chart->setLogScale(false);
        QVERIFY(!action->isChecked());
    }

    void aPictureHasNoCrosshair()
    {
        load(300);
        const QImage without = m_chart->picture().toImage();
        QTest::mouseMove(m_chart.get(), QPoint(300, 200));
        QVERIFY(m_chart->crosshair());
        QCOMPARE(m_chart->picture().toImage(), without);
        QVERIFY(m_chart->crosshair()); // and it is still there
        QSignalSpy copied(m_chart.get(), &PriceChart::copyPictureRequested);
        m_chart->findChild<QAction *>(u"chartCopyPicture"_s)->trigger();
        QCOMPARE(copied.size(), 1);
    }

    void coloursChangeLive()
    {
        load(300);
        const QPoint corner(m_chart->width() - 4, m_chart->height() - 4);
        m_chart->setColors(ChartColors::light());
        QTest::qWait(40);
        QCOMPARE(m_chart->grab().toImage().pixelColor(corner), ChartColors::light().background);
        m_chart->setColors(ChartColors::dark());
        QTest::qWait(40);
        QCOMPARE(m_chart->grab().toImage().pixelColor(corner), ChartColors::dark().background);
    }

    void theSeriesMayGoFirst()
    {
        load(300);
        m_series.reset();
        QCOMPARE(m_chart->series(), nullptr);
        m_chart->grab();
        wheel(middle(), 1);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
    }

    void plottablesTellTheirRanges()
    {
        load(300);
        const ChartPlottable *candles = m_chart->findChild<ChartCanvas *>()->candles();
        bool found = false;
        const QCPRange keys = candles->getKeyRange(found);
        QVERIFY(found);
        QCOMPARE(keys.upper, double(m_series->lastKey()) + 0.5);
        const QCPRange values = candles->getValueRange(found, QCP::sdBoth, QCPRange(10, 20));
        QCOMPARE(values.upper, m_series->over(10, 20).high);
        QCOMPARE(values.lower, m_series->over(10, 20).low);
    }
};

QTEST_MAIN(TestPriceChart)
#include "tst_pricechart.moc"
