#include "bartimes.h"
#include "chartbars.h"
#include "easterntime.h"
#include "markethours.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate monday(2026, 3, 2);

Timestamp eastern(QDate date, Duration timeOfDay)
{
    return easterntime::at(date, timeOfDay);
}

/// Bars of all windows in which a market is open, as a busy symbol has them.
std::vector<Candle> openBars(Timeframe frame, AssetClass assetClass, QDate from, QDate to)
{
    const MarketCalendar calendar;
    SplitMix64 random(7);
    qint64 cents = 20'000;
    std::vector<Candle> bars;
    const Timestamp end = markethours::dayStart(assetClass, to.addDays(1));
    for (Timestamp at = frame.windowStart(markethours::dayStart(assetClass, from), assetClass);
         at < end; at = frame.nextWindow(at, assetClass)) {
        const Timestamp until = frame.nextWindow(at, assetClass);
        bool open = false;
        for (Timestamp inside = at; inside < until && !open;) {
            const MarketSpan span = markethours::spanAt(calendar, assetClass, inside);
            open = span.part != SessionPart::Closed;
            inside = span.until;
        }
        if (open)
            bars.push_back(chartbars::nextBar(random, at, cents));
    }
    return bars;
}

void fill(ChartSeries &series, Timeframe frame, AssetClass assetClass,
          const std::vector<Candle> &bars)
{
    series.setInstrument(u"ABC"_s, frame, 2, assetClass);
    series.apply(chartbars::update(bars));
}

} // namespace

class TestBarTimes : public QObject
{
    Q_OBJECT

private slots:
    void placesOfInstants_data()
    {
        QTest::addColumn<Duration>("timeOfDay");
        QTest::addColumn<double>("bars"); // after the bar of 10:00
        QTest::newRow("a bar's start is its middle") << Duration(10h) << 0.0;
        QTest::newRow("half of its time") << Duration(10h + 150s) << 0.25;
        QTest::newRow("the next bar") << Duration(10h + 5min) << 1.0;
        QTest::newRow("the day before") << Duration(4h) - Duration(1ns) << -72.0;
        QTest::newRow("the night after is the next morning") << Duration(22h) << 120.0;
    }

    void placesOfInstants()
    {
        QFETCH(const Duration, timeOfDay);
        QFETCH(const double, bars);
        const MarketCalendar calendar;
        ChartSeries series;
        const Timeframe frame(5, TimeUnit::Minute);
        fill(series, frame, AssetClass::Stocks,
             chartbars::tradingDays(monday, monday.addDays(2), frame));
        const BarTimes times(series, calendar);
        const QDate tuesday = monday.addDays(1);
        const double ten = double(series.keyAtOrAfter(eastern(tuesday, 10h)));
        QCOMPARE(times.keyAt(eastern(tuesday, timeOfDay)), ten + bars);
    }

    /// However many bars have come: an instant lies where it will lie once all are there.
    void placesStayWhenBarsCome_data()
    {
        QTest::addColumn<QString>("frame");
        QTest::addColumn<AssetClass>("assetClass");
        QTest::addColumn<int>("days");
        const auto row = [](const char *name, const char *frame, AssetClass assetClass, int days) {
            QTest::newRow(name) << QString::fromLatin1(frame) << assetClass << days;
        };
        row("stocks, 1 minute", "1m", AssetClass::Stocks, 12);
        row("stocks, 5 minutes", "5m", AssetClass::Stocks, 12);
        row("stocks, 1 hour", "1h", AssetClass::Stocks, 20);
        row("stocks, 4 hours", "4h", AssetClass::Stocks, 20);
        row("stocks, 7 minutes", "7m", AssetClass::Stocks, 12);
        row("stocks, days", "1D", AssetClass::Stocks, 200);
        row("stocks, 3 days", "3D", AssetClass::Stocks, 200);
        row("stocks, weeks", "1W", AssetClass::Stocks, 800);
        row("stocks, months", "1M", AssetClass::Stocks, 2'000);
        row("crypto, 15 minutes", "15m", AssetClass::Crypto, 8);
        row("crypto, 7 hours", "7h", AssetClass::Crypto, 20);
        row("crypto, days", "1D", AssetClass::Crypto, 100);
        row("currencies, 30 minutes", "30m", AssetClass::Forex, 20);
        row("currencies, days", "1D", AssetClass::Forex, 60);
        row("futures, 10 minutes", "10m", AssetClass::Futures, 20);
        row("futures, 4 hours", "4h", AssetClass::Futures, 40);
        row("futures, days", "1D", AssetClass::Futures, 60);
    }

    void placesStayWhenBarsCome()
    {
        QFETCH(const QString, frame);
        QFETCH(const AssetClass, assetClass);
        QFETCH(const int, days);
        const MarketCalendar calendar;
        const Timeframe timeframe = *Timeframe::parse(frame);
        const std::vector<Candle> bars
            = openBars(timeframe, assetClass, monday, monday.addDays(days));
        ChartSeries all;
        fill(all, timeframe, assetClass, bars);
        const BarTimes later(all, calendar);

        SplitMix64 random(20261122);
        for (int round = 0; round < 60; ++round) {
            // What is there now: a stretch in the middle of what will be there
            const std::size_t first = std::size_t(random.below(bars.size() / 3));
            const std::size_t count = bars.size() / 3 + std::size_t(random.below(bars.size() / 3));
            ChartSeries some;
            fill(some, timeframe, assetClass,
                 { bars.begin() + qint64(first), bars.begin() + qint64(first + count) });
            const BarTimes now(some, calendar);
            for (int i = 0; i < 20; ++i) {
                const auto range = (bars.back().start - bars.front().start).count();
                const Timestamp time
                    = bars.front().start + Duration(qint64(random.uniform() * double(range)));
                QVERIFY2(std::abs(now.keyAt(time) + double(first) - later.keyAt(time)) < 1e-6,
                         qPrintable(u"%1 bars from %2: %3 for %4"_s.arg(count)
                                        .arg(first)
                                        .arg(now.keyAt(time) + double(first))
                                        .arg(later.keyAt(time))));
            }
        }
    }

    void keysAndInstantsAreInverse_data() { placesStayWhenBarsCome_data(); }

    void keysAndInstantsAreInverse()
    {
        QFETCH(const QString, frame);
        QFETCH(const AssetClass, assetClass);
        QFETCH(const int, days);
        const MarketCalendar calendar;
        const Timeframe timeframe = *Timeframe::parse(frame);
        ChartSeries series;
        fill(series, timeframe, assetClass,
             openBars(timeframe, assetClass, monday, monday.addDays(days)));
        const BarTimes times(series, calendar);
        SplitMix64 random(30);
        Timestamp before {};
        double key = double(series.firstKey() - 300);
        for (int i = 0; i < 2'000; ++i) {
            key += random.uniform() * (double(series.size()) + 600) / 1'000;
            const Timestamp time = times.timeAt(key);
            QVERIFY(time >= before);
            const double back = times.keyAt(time);
            // Between a bar's right edge and the middle of the next there is no instant
            const double rest = key - std::floor(key);
            QVERIFY2(std::abs(back - (rest > 0.5 ? std::ceil(key) : key)) < 1e-4
                         || (rest > 0.4999 && std::abs(back - std::ceil(key)) < 1e-4),
                     qPrintable(u"%1 came back as %2"_s.arg(key).arg(back)));
            before = time;
        }
    }

    void barsThatTimeDoesNotEnd()
    {
        const MarketCalendar calendar;
        std::vector<Candle> bars;
        SplitMix64 random(5);
        qint64 cents = 10'000;
        Timestamp at = eastern(monday, 10h);
        for (int i = 0; i < 300; ++i) {
            bars.push_back(chartbars::nextBar(random, at, cents));
            at += Duration(1 + qint64(random.below(20'000'000'000)));
        }
        ChartSeries series;
        fill(series, Timeframe(BarKind::Trades, 500), AssetClass::Stocks, bars);
        const BarTimes times(series, calendar);
        for (ChartSeries::Key key = series.firstKey(); key <= series.lastKey(); ++key)
            QCOMPARE(times.keyAt(series.start(key)), double(key));
        double before = -1e9;
        for (Timestamp each = eastern(monday, 9h); each < at + 1h; each += 7s) {
            const double key = times.keyAt(each);
            QVERIFY(key >= before);
            before = key;
        }
        QVERIFY(times.keyAt(at + 1h) > double(series.lastKey()) + 100);
        QVERIFY(times.keyAt(eastern(monday, 9h)) < double(series.firstKey()) - 100);
        const double ahead = double(series.lastKey()) + 25;
        QVERIFY(std::abs(times.keyAt(times.timeAt(ahead)) - ahead) < 1e-6);
    }

    /// Bars without extended hours go on without them.
    void hiddenHoursStayHidden()
    {
        const MarketCalendar calendar;
        const Timeframe frame(30, TimeUnit::Minute);
        std::vector<Candle> bars = chartbars::tradingDays(monday, monday.addDays(4), frame);
        std::erase_if(bars, [&](const Candle &bar) { return !calendar.isRegular(bar.start); });
        ChartSeries series;
        fill(series, frame, AssetClass::Stocks, bars);
        const BarTimes times(series, calendar);
        const QDate nextMonday = monday.addDays(7);
        QCOMPARE(times.keyAt(eastern(nextMonday, 9h + 30min)), double(series.lastKey() + 1));
        QCOMPARE(times.keyAt(eastern(nextMonday.addDays(1), 9h + 30min)),
                 double(series.lastKey() + 14));
        QCOMPARE(times.timeAt(double(series.lastKey() + 14)),
                 eastern(nextMonday.addDays(1), 9h + 30min));
    }

    void extremesHaveAnAnswer()
    {
        const MarketCalendar calendar;
        ChartSeries series;
        const BarTimes none(series, calendar);
        QCOMPARE(none.keyAt(eastern(monday, 10h)), 0.0);
        QCOMPARE(none.timeAt(5), Timestamp());
        for (const char *text : { "1s", "1m", "4h", "1D", "1W", "1M", "1Y", "100T" }) {
            const Timeframe frame = *Timeframe::parse(QString::fromLatin1(text));
            fill(series, frame, AssetClass::Stocks,
                 chartbars::walk(50, frame.windowStart(eastern(monday, 10h)), 400h * 24));
            const BarTimes times(series, calendar);
            for (const Timestamp time :
                 { Timestamp::min(), Timestamp::max(), OpenWindows::earliest, OpenWindows::latest })
                QVERIFY(std::isfinite(times.keyAt(time)));
            for (const double key : { -1e15, -1e9, 1e9, 1e15 }) {
                const Timestamp time = times.timeAt(key);
                QVERIFY(time >= OpenWindows::earliest && time <= OpenWindows::latest);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestBarTimes)
#include "tst_bartimes.moc"
