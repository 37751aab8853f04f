// Long histories, scrolled by the mouse: what stands on the screen is what is in the series, page
// after page.

#include "chartbars.h"
#include "pricechart.h"
#include "timemarks.h"

#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t barsAPage = 750;
constexpr std::size_t million = 1'000'000;

/// A million minutes of trading days; the same for all tests.
const std::vector<Candle> &minutes()
{
    static const std::vector<Candle> bars = [] {
        std::vector<Candle> all = chartbars::tradingDays(QDate(2021, 11, 1), QDate(2026, 8, 12),
                                                         Timeframe(1, TimeUnit::Minute), 21);
        all.erase(all.begin(), all.end() - qsizetype(std::min(million, all.size())));
        return all;
    }();
    return bars;
}

const std::vector<Candle> &twentyYears()
{
    static const std::vector<Candle> bars = chartbars::tradingDays(
        QDate(2006, 8, 14), QDate(2026, 8, 12), Timeframe(1, TimeUnit::Day), 20);
    return bars;
}

} // namespace

class TestChartScroll : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_series = std::make_unique<ChartSeries>();
        m_chart = std::make_unique<PriceChart>();
        m_chart->resize(1'200, 700);
        m_chart->setSeries(m_series.get());
        m_chart->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_chart.get()));
    }
    void cleanup()
    {
        m_chart.reset();
        m_series.reset();
    }

    /// From the newest day to the oldest by dragging; pages come when they are asked for.
    void twentyYearsOfDaysAreDraggedThrough()
    {
        const std::vector<Candle> &days = twentyYears();
        QVERIFY(days.size() > 5'000);
        std::size_t loadedFrom = days.size();
        int pages = 0;
        const auto loadPage = [&] {
            const std::size_t from = loadedFrom > barsAPage ? loadedFrom - barsAPage : 0;
            const bool isFirst = loadedFrom == days.size();
            const std::vector<Candle> page(days.begin() + qsizetype(from),
                                           days.begin() + qsizetype(loadedFrom));
            loadedFrom = from;
            ++pages;
            m_series->apply(chartbars::update(page, isFirst,
                                              from == 0 ? ChartUpdate::History::Complete
                                                        : ChartUpdate::History::Partial));
        };
        m_series->setInstrument(u"AAPL"_s, Timeframe(1, TimeUnit::Day));
        loadPage();
        connect(m_chart.get(), &PriceChart::earlierRequested, this, loadPage);
        m_chart->redraw();
        int drags = 0;
        while (m_chart->view().firstVisible() > m_series->firstKey() && drags < 200) {
            const auto held = m_chart->view().barAt(left().x());
            const double x = m_chart->view().xOf(double(held));
            drag(left(), right());
            ++drags;
            // What was taken hold of came along, whatever page came in between
            const double moved = m_chart->view().xOf(double(held)) - x;
            if (m_chart->view().firstVisible() > m_series->firstKey())
                QVERIFY(std::abs(moved - (right().x() - left().x())) < 1e-6);
            showsItsBars(days, days.size());
        }
        QVERIFY(drags < 200);
        QCOMPARE(loadedFrom, std::size_t(0));
        QCOMPARE(std::size_t(pages), (days.size() + barsAPage - 1) / barsAPage);
        QCOMPARE(m_series->size(), qsizetype(days.size()));
        pointAt(m_series->firstKey(), days.front());
        // And back with one key
        QTest::keyClick(m_chart.get(), Qt::Key_End);
        m_chart->redraw();
        QVERIFY(m_chart->view().lastVisible() >= m_series->lastKey());
        pointAt(m_series->lastKey(), days.back());
    }

    void aMillionMinutesAreWheeledAndDragged()
    {
        const std::vector<Candle> &all = minutes();
        QCOMPARE(all.size(), million);
        m_series->setInstrument(u"AAPL"_s, Timeframe(1, TimeUnit::Minute));
        m_series->apply(chartbars::update(all, true, ChartUpdate::History::Complete));
        m_chart->redraw();
        showsItsBars(all, all.size());

        // Out until all are there; what is under the mouse stays there
        const QPoint mouse(600, 250);
        for (int i = 0; i < 200 && m_chart->view().visibleBars() < double(million); ++i) {
            const double under = m_chart->view().keyAt(mouse.x());
            wheel(mouse, -2);
            QVERIFY(std::abs(m_chart->view().keyAt(mouse.x()) - under)
                    <= 1 + m_chart->view().visibleBars() / 100);
        }
        m_chart->redraw();
        QVERIFY(m_chart->view().visibleBars() >= double(million) * 0.9);

        // In on a place in the middle, until bars are wide
        drag(mouse, mouse + QPoint(80, 0));
        for (int i = 0; i < 200 && m_chart->view().barWidth < 9; ++i)
            wheel(mouse, 2);
        m_chart->redraw();
        showsItsBars(all, all.size());
        const auto middle = m_chart->view().barAt(mouse.x());
        QVERIFY(middle > m_series->firstKey() + 10'000 && middle < m_series->lastKey() - 10'000);
        pointAt(middle, all[std::size_t(middle - m_series->firstKey())]);

        // Back and forth from there, by drags of any length
        SplitMix64 draws(4);
        for (int i = 0; i < 60; ++i) {
            const QPoint from(100 + int(draws.below(900)), 120 + int(draws.below(200)));
            const QPoint to(100 + int(draws.below(900)), from.y());
            const auto held = m_chart->view().barAt(from.x());
            const double x = m_chart->view().xOf(double(held));
            drag(from, to);
            QVERIFY(std::abs(m_chart->view().xOf(double(held)) - x - (to.x() - from.x())) < 1e-6);
            if (i % 10 == 0)
                showsItsBars(all, all.size());
        }

        // To the very first
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        m_chart->redraw();
        pointAt(m_series->firstKey(), all.front());
    }

    /// A page that comes while the mouse is held down takes nothing away from under it.
    void aPageComesInTheMiddleOfADrag()
    {
        const std::vector<Candle> &all = minutes();
        const auto half = qsizetype(million / 2);
        m_series->setInstrument(u"AAPL"_s, Timeframe(1, TimeUnit::Minute));
        m_series->apply(
            chartbars::update(std::vector<Candle>(all.begin() + half, all.end()), true));
        m_chart->redraw();
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, left());
        const auto held = m_chart->view().barAt(left().x());
        const double x = m_chart->view().xOf(double(held));
        QTest::mouseMove(m_chart.get(), left() + QPoint(200, 0));
        m_series->apply(chartbars::update(std::vector<Candle>(all.begin(), all.begin() + half),
                                          false, ChartUpdate::History::Complete));
        QTest::mouseMove(m_chart.get(), left() + QPoint(500, 0));
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, left() + QPoint(500, 0));
        QVERIFY(std::abs(m_chart->view().xOf(double(held)) - x - 500) < 1e-6);
        showsItsBars(all, all.size());
    }

private:
    QPoint left() const { return { 100, 250 }; }
    QPoint right() const { return { 1'000, 250 }; }

    void wheel(QPoint position, int notches)
    {
        QWheelEvent event(position, m_chart->mapToGlobal(position), {}, { 0, 120 * notches },
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_chart.get(), &event);
    }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 6; ++step)
            QTest::mouseMove(m_chart.get(), from + (to - from) * step / 6);
        QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, to);
    }

    /// The mouse over a bar: crosshair and legend tell that one.
    void pointAt(ChartSeries::Key key, const Candle &bar)
    {
        const int x = qRound(m_chart->view().xOf(double(key)));
        QTest::mouseMove(m_chart.get(), { x, 300 });
        QVERIFY(m_chart->crosshair());
        QCOMPARE(m_chart->crosshair()->key, key);
        QCOMPARE(m_series->start(key), bar.start);
        const QString legend = m_chart->legendText();
        for (const Price price : { bar.open, bar.high, bar.low, bar.close })
            QVERIFY2(legend.contains(QLocale().toString(price.toDouble(), 'f', 2)),
                     qPrintable(legend));
    }

    /// Bars on the screen are those of the history that belong there, in their colours. all: the
    /// whole of it, of which the newest `count` end where the series does.
    void showsItsBars(const std::vector<Candle> &all, std::size_t count)
    {
        QVERIFY(QMetaObject::invokeMethod(m_chart.get(), [this] { m_chart->hideCrosshair(); }));
        const QImage picture = m_chart->picture().toImage();
        const ChartViewport &view = m_chart->view();
        const QRect &pane = m_chart->panes().price;
        const qsizetype offset = qsizetype(count) - 1 - m_series->lastKey();
        const auto first = std::max(view.firstVisible(), m_series->firstKey());
        const auto last = std::min(view.lastVisible(), m_series->lastKey());
        QVERIFY(first <= last);
        int seen = 0;
        for (auto key = first; key <= last; ++key) {
            const Candle &bar = all[std::size_t(key + offset)];
            QCOMPARE(m_series->start(key), bar.start);
            const int x = qRound(view.xOf(double(key)));
            const double open = view.yOf(bar.open.toDouble());
            const double close = view.yOf(bar.close.toDouble());
            // Of what is wide and high enough, and free of the legend and the last price
            const int y = pane.top() + qRound((open + close) / 2);
            if (view.barWidth < 3 || std::abs(open - close) < 4 || x < 2 || x > pane.width() - 3
                || y < pane.top() + m_chart->legendHeight() + 4 || y > pane.bottom() - 4)
                continue;
            const ChartColors &colors = m_chart->scene().colors;
            const QColor expected = bar.close >= bar.open ? colors.up : colors.down;
            const QColor painted
                = picture.pixelColor(QPoint(x, y) * int(picture.devicePixelRatio()));
            QVERIFY2(distance(painted, expected) < distance(painted, colors.background),
                     qPrintable(u"%1 at %2,%3 is %4"_s.arg(key).arg(x).arg(y).arg(painted.name())));
            ++seen;
        }
        QVERIFY2(view.barWidth < 3 || seen > 5, qPrintable(QString::number(seen)));
    }

    static int distance(const QColor &a, const QColor &b)
    {
        return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green())
            + std::abs(a.blue() - b.blue());
    }

    std::unique_ptr<ChartSeries> m_series;
    std::unique_ptr<PriceChart> m_chart;
};

QTEST_MAIN(TestChartScroll)
#include "tst_chartscroll.moc"
