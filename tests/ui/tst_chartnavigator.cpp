#include "chartbars.h"
#include "chartnavigator.h"

#include <QRegularExpression>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp origin = fromMs(1'786'629'600'000);

struct Desk
{
    explicit Desk(std::size_t bars = 1'000)
    {
        series.setInstrument(u"AAPL"_s, Timeframe());
        QObject::connect(&series, &ChartSeries::changed,
                         [this](const ChartSeries::Change &change) { navigator.update(change); });
        navigator.setSeries(&series);
        navigator.resize(1'000, 500);
        series.apply(chartbars::update(chartbars::walk(bars, origin, 1min)));
    }
    void append(std::size_t bars)
    {
        series.apply(chartbars::update(
            chartbars::walk(bars, series.start(series.lastKey()) + 1min, 1min, 5), false));
    }
    void prepend(std::size_t bars)
    {
        const Timestamp first = series.start(series.firstKey()) - qint64(bars) * 1min;
        series.apply(chartbars::update(chartbars::walk(bars, first, 1min, 9), false));
    }

    ChartSeries series;
    ChartViewport view;
    ChartNavigator navigator { view };
};

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max({ 1.0, std::abs(a), std::abs(b) });
}

} // namespace

class TestChartNavigator : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void pricesMapBothWays_data()
    {
        QTest::addColumn<bool>("log");
        QTest::newRow("linear") << false;
        QTest::newRow("logarithmic") << true;
    }

    void pricesMapBothWays()
    {
        QFETCH(const bool, log);
        ChartViewport view;
        view.height = 640;
        view.logScale = log;
        view.fitPrices(20, 480, 40, 30);
        QVERIFY(near(view.yOf(480), 40));
        QVERIFY(near(view.yOf(20), 610));
        for (const double price : { 21.5, 99.0, 333.33 })
            QVERIFY(near(view.priceAt(view.yOf(price)), price));
        const double middle = log ? std::sqrt(20.0 * 480.0) : (20.0 + 480.0) / 2;
        QVERIFY(near(view.yOf(middle), (40.0 + 610.0) / 2));
        const double anchor = view.priceAt(200);
        view.scalePrices(200, 1.7);
        QVERIFY(near(view.priceAt(200), anchor));
        view.panPrices(50);
        QVERIFY(near(view.priceAt(250), anchor));
    }

    void oneSinglePriceIsShownInTheMiddle()
    {
        ChartViewport view;
        view.height = 400;
        view.fitPrices(25, 25, 20, 20);
        QVERIFY(near(view.yOf(25), 200));
        QVERIFY(view.high > view.low);
    }

    void negativePricesFallBackToLinear()
    {
        ChartViewport view;
        view.height = 400;
        view.logScale = true;
        view.fitPrices(-5, 5, 0, 0);
        QVERIFY(!view.isLog());
        QVERIFY(near(view.yOf(0), 200));
    }

    void zoomKeepsWhatIsUnderTheCursor()
    {
        Desk desk;
        desk.navigator.pan(2'000);
        SplitMix64 random(3);
        for (int i = 0; i < 300; ++i) {
            const double x = double(random.below(1'000));
            const double before = desk.view.keyAt(x);
            const double factor = random.below(2) ? 1.2 : 1 / 1.2;
            const double left = before - x / std::clamp(desk.view.barWidth * factor, 1e-9, 120.0);
            // Not at the ends, where bars are kept in view
            if (left < 0 || left + 1'000 / desk.view.barWidth > 990)
                continue;
            desk.navigator.zoomAt(x, factor);
            QVERIFY(near(desk.view.keyAt(x), before));
        }
    }

    void barsStayOnThePixelGridWhilePanning()
    {
        Desk desk;
        desk.navigator.zoomAt(300, 0.37);
        const double phase = desk.view.xOf(500) - std::floor(desk.view.xOf(500));
        for (int i = 0; i < 500; ++i) {
            desk.navigator.pan(i % 7 - 2);
            const double x = desk.view.xOf(500);
            QVERIFY(std::abs(x - std::floor(x) - phase) < 1e-6
                    || std::abs(x - std::floor(x) - phase) > 1 - 1e-6);
        }
    }

    void newBarsScrollInWhileFollowing()
    {
        Desk desk;
        QVERIFY(desk.navigator.isFollowing());
        const double x = desk.view.xOf(double(desk.series.lastKey()));
        desk.append(3);
        QVERIFY(near(desk.view.xOf(double(desk.series.lastKey())), x));

        desk.navigator.pan(3'000);
        QVERIFY(!desk.navigator.isFollowing());
        const double left = desk.view.left;
        desk.append(4);
        QCOMPARE(desk.view.left, left);
        desk.navigator.showLast();
        QVERIFY(desk.navigator.isFollowing());
    }

    void olderBarsLeaveTheViewAlone()
    {
        Desk desk;
        desk.navigator.pan(6'000);
        desk.navigator.zoomAt(400, 0.6);
        const ChartViewport before = desk.view;
        const Timestamp middle = desk.series.start(desk.view.barAt(500));
        desk.prepend(700);
        QCOMPARE(desk.view.left, before.left);
        QCOMPARE(desk.view.barWidth, before.barWidth);
        QCOMPARE(desk.series.start(desk.view.barAt(500)), middle);
    }

    void nearTheOldest()
    {
        Desk desk;
        QVERIFY(!desk.navigator.isNearOldest());
        desk.navigator.pan(1'000'000);
        QVERIFY(desk.navigator.isNearOldest());
        QVERIFY(desk.view.right() > double(desk.series.firstKey())); // some bars stay in view
        desk.prepend(5'000);
        QVERIFY(!desk.navigator.isNearOldest());
    }

    void pricesFitUntilScaledByHand()
    {
        Desk desk;
        const auto fits = [&] {
            const OhlcRun run = desk.series.over(desk.view.firstVisible(), desk.view.lastVisible());
            return desk.view.low < run.low && desk.view.high > run.high
                && run.high - run.low > 0.6 * (desk.view.high - desk.view.low);
        };
        QVERIFY(fits());
        desk.navigator.pan(1'234);
        QVERIFY(fits());
        desk.navigator.scalePrices(100, 3);
        QVERIFY(!desk.navigator.isPriceFitted());
        const double low = desk.view.low;
        desk.navigator.pan(500);
        QCOMPARE(desk.view.low, low);
        desk.navigator.fitPrices();
        QVERIFY(fits());
    }

    void allBarsFitAndNoneIsTooWide()
    {
        Desk desk(50'000);
        for (int i = 0; i < 200; ++i)
            desk.navigator.zoom(0.8);
        QVERIFY(desk.view.firstVisible() <= desk.series.firstKey());
        QVERIFY(desk.view.lastVisible() >= desk.series.lastKey());
        for (int i = 0; i < 200; ++i)
            desk.navigator.zoom(1.3);
        QCOMPARE(desk.view.barWidth, ChartNavigator::widestBar);
        QVERIFY(desk.navigator.isFollowing());
    }

    void aResetShowsTheNewest()
    {
        Desk desk;
        desk.navigator.pan(4'000);
        desk.series.setInstrument(u"MSFT"_s, Timeframe(5, TimeUnit::Minute));
        desk.series.apply(chartbars::update(chartbars::walk(300, origin, 5min)));
        QVERIFY(desk.navigator.isFollowing());
        QVERIFY(desk.view.lastVisible() >= desk.series.lastKey());
    }

    void revealPansNoFurtherThanNeeded()
    {
        Desk desk;
        const double left = desk.view.left;
        desk.navigator.reveal(desk.view.firstVisible() + 20);
        QCOMPARE(desk.view.left, left);
        desk.navigator.reveal(100);
        QVERIFY(desk.view.xOf(100) >= 0 && desk.view.xOf(100) < 20);
        desk.navigator.reveal(600);
        QVERIFY(desk.view.xOf(600) > 980 && desk.view.xOf(600) <= 1'000);
    }

    void followingSurvivesAResize()
    {
        Desk desk;
        desk.navigator.resize(640, 300);
        QVERIFY(desk.navigator.isFollowing());
        QVERIFY(desk.view.lastVisible() >= desk.series.lastKey());
        desk.navigator.pan(2'000);
        const double right = desk.view.right();
        desk.navigator.resize(900, 300);
        QVERIFY(near(desk.view.right(), right));
    }
};

QTEST_GUILESS_MAIN(TestChartNavigator)
#include "tst_chartnavigator.moc"
