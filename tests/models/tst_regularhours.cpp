#include "regularhours.h"

#include "chartbars.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestRegularHours : public QObject
{
    Q_OBJECT

    /// Eastern, that many minutes after midnight.
    static Timestamp at(QDate date, int hour, int minute)
    {
        const MarketCalendar calendar;
        return calendar.session(date)->open + (hour - 9) * 1h + (minute - 30) * 1min;
    }

private slots:
    void aBarBelongsToTheSessionItReachesInto_data()
    {
        QTest::addColumn<QString>("timeframe");
        QTest::addColumn<int>("hour");
        QTest::addColumn<int>("minute");
        QTest::addColumn<bool>("held");
        QTest::newRow("the minute before") << u"1m"_s << 9 << 29 << false;
        QTest::newRow("the first minute") << u"1m"_s << 9 << 30 << true;
        QTest::newRow("the last minute") << u"1m"_s << 15 << 59 << true;
        QTest::newRow("the minute after") << u"1m"_s << 16 << 0 << false;
        QTest::newRow("the hour that holds 09:30") << u"1h"_s << 9 << 0 << true;
        QTest::newRow("the four hours that hold 09:30") << u"4h"_s << 8 << 0 << true;
        QTest::newRow("the four hours before") << u"4h"_s << 4 << 0 << false;
        QTest::newRow("the hour before") << u"1h"_s << 8 << 0 << false;
        QTest::newRow("the hour after") << u"1h"_s << 16 << 0 << false;
        QTest::newRow("of trades, before") << u"500T"_s << 9 << 29 << false;
        QTest::newRow("of trades, within") << u"500T"_s << 9 << 31 << true;
    }

    void aBarBelongsToTheSessionItReachesInto()
    {
        QFETCH(const QString, timeframe);
        QFETCH(const int, hour);
        QFETCH(const int, minute);
        RegularHours hours({}, AssetClass::Stocks, *Timeframe::parse(timeframe));
        QTEST(hours.hold(at(QDate(2026, 8, 13), hour, minute)), "held");
    }

    void earlyClosesCountAndDaysWithoutSessionHaveNone()
    {
        RegularHours hours({}, AssetClass::Stocks, {});
        const QDate early(2026, 11, 27); // the day after Thanksgiving
        QVERIFY(hours.hold(at(early, 12, 59)));
        QVERIFY(!hours.hold(at(early, 13, 0)));
        QVERIFY(!hours.hold(at(QDate(2026, 8, 14), 12, 0) + 24h)); // a Saturday
    }

    void onlyWhereThereAreExtendedHours()
    {
        QVERIFY(RegularHours::apply(AssetClass::Stocks, {}));
        QVERIFY(!RegularHours::apply(AssetClass::Stocks, Timeframe(1, TimeUnit::Day)));
        QVERIFY(!RegularHours::apply(AssetClass::Crypto, {}));
    }

    void aChartTakesTheRegularSession()
    {
        const MarketCalendar calendar;
        const QDate date(2026, 8, 13);
        ChartSeries series;
        series.setInstrument(u"AAPL"_s, {});
        RegularHours hours(calendar, AssetClass::Stocks, {});
        ChartUpdate update = chartbars::update(chartbars::tradingDays(date, date, {}));
        update.gaps = { { at(date, 5, 0), at(date, 11, 0) } };
        hours.filter(update);
        series.apply(update);
        QCOMPARE(series.size(), 390);
        QCOMPARE(series.start(series.firstKey()), at(date, 9, 30));
        const auto gaps = series.gaps(series.firstKey(), series.lastKey());
        QCOMPARE(gaps.size(), std::size_t(1)); // none of the hours that are hidden
        QCOMPARE(series.start(gaps.front()), at(date, 11, 0));
        // What streams in after the close is left out too
        update = chartbars::update(chartbars::walk(5, at(date, 16, 0), 1min), false);
        hours.filter(update);
        QVERIFY(update.bars.empty());
        series.apply(update);
        QCOMPARE(series.size(), 390);
    }
};

QTEST_GUILESS_MAIN(TestRegularHours)
#include "tst_regularhours.moc"
