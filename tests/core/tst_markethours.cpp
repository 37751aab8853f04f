#include "easterntime.h"
#include "markethours.h"
#include "splitmix64.h"
#include "timeframe.h"

#include <QtTest>

using namespace tapeline;

namespace {

Timestamp utc(QDate date, Duration time)
{
    return markethours::dayStart(AssetClass::Crypto, date) + time;
}

} // namespace

class TestMarketHours : public QObject
{
    Q_OBJECT

private slots:
    void parts_data()
    {
        QTest::addColumn<AssetClass>("assetClass");
        QTest::addColumn<QDate>("date"); // Eastern
        QTest::addColumn<int>("minute"); // of the Eastern day
        QTest::addColumn<SessionPart>("part");
        QTest::addColumn<QDate>("day");
        using enum AssetClass;
        const QDate friday(2026, 8, 14);
        const QDate saturday(2026, 8, 15);
        const QDate sunday(2026, 8, 16);
        const QDate monday(2026, 8, 17);
        const auto open = SessionPart::Regular;
        const auto closed = SessionPart::Closed;
        QTest::newRow("stock before the open")
            << Stocks << monday << 9 * 60 << SessionPart::PreMarket << monday;
        QTest::newRow("option") << Options << monday << 10 * 60 << open << monday;
        QTest::newRow("index at night") << Indices << monday << 60 << closed << monday;
        QTest::newRow("coin on Saturday") << Crypto << saturday << 60 << open << saturday;
        QTest::newRow("coin at 20:00, past midnight UTC")
            << Crypto << saturday << 20 * 60 << open << sunday;
        QTest::newRow("currency on Friday") << Forex << friday << 16 * 60 + 59 << open << friday;
        QTest::newRow("currency after Friday's close")
            << Forex << friday << 17 * 60 << closed << friday;
        QTest::newRow("currency before Sunday's opening")
            << Forex << sunday << 16 * 60 + 59 << closed << sunday;
        QTest::newRow("currency on Sunday") << Forex << sunday << 17 * 60 << open << sunday;
        QTest::newRow("currency at night")
            << Forex << monday << 21 * 60 << open << monday.addDays(1);
        QTest::newRow("future on Sunday") << Futures << sunday << 18 * 60 << open << monday;
        QTest::newRow("future before Sunday's opening")
            << Futures << sunday << 17 * 60 + 59 << closed << sunday;
        QTest::newRow("future in its break")
            << Futures << monday << 17 * 60 + 30 << closed << monday;
        QTest::newRow("future in the evening")
            << Futures << monday << 18 * 60 << open << monday.addDays(1);
        QTest::newRow("future on Friday evening")
            << Futures << friday << 18 * 60 << closed << saturday;
    }

    void parts()
    {
        QFETCH(const AssetClass, assetClass);
        QFETCH(const QDate, date);
        QFETCH(const int, minute);
        const MarketSpan span = markethours::spanAt(
            {}, assetClass, easterntime::at(date, std::chrono::minutes(minute)));
        QTEST(span.part, "part");
        QTEST(span.day, "day");
    }

    /// Seeded: wherever it is looked, nothing changes before the end of the span, and a day holds
    /// the instants that belong to it.
    void aSpanIsAllAlike()
    {
        const MarketCalendar calendar;
        SplitMix64 draws(20260816);
        const Timestamp from = utc({ 2025, 10, 20 }, {});
        for (int i = 0; i < 3'000; ++i) {
            const AssetClass assetClass = allAssetClasses[draws.below(allAssetClasses.size())];
            const Timestamp time = from + std::chrono::minutes(qint64(draws.below(40 * 24 * 60)));
            const MarketSpan span = markethours::spanAt(calendar, assetClass, time);
            QVERIFY(span.until > time);
            QCOMPARE(markethours::tradingDay(assetClass, time), span.day);
            const Timestamp last = span.until - std::chrono::nanoseconds(1);
            const MarketSpan end = markethours::spanAt(calendar, assetClass, last);
            QCOMPARE(end.part, span.part);
            QCOMPARE(end.day, span.day);
            QVERIFY(markethours::dayStart(assetClass, span.day) <= time);
            QVERIFY(span.until <= markethours::dayStart(assetClass, span.day.addDays(1)));
            const Timeframe day(1, TimeUnit::Day);
            QCOMPARE(day.windowStart(time, assetClass),
                     markethours::dayStart(assetClass, span.day));
            QCOMPARE(day.nextWindow(day.windowStart(time, assetClass), assetClass),
                     markethours::dayStart(assetClass, span.day.addDays(1)));
        }
    }

    void newestDay()
    {
        const MarketCalendar calendar;
        const Timestamp saturday = easterntime::at({ 2026, 8, 15 }, 12h);
        const auto newest = [&](AssetClass assetClass) {
            return markethours::newestDayStart(calendar, assetClass, saturday);
        };
        QCOMPARE(newest(AssetClass::Stocks), easterntime::at({ 2026, 8, 14 }));
        QCOMPARE(newest(AssetClass::Crypto), utc({ 2026, 8, 15 }, {}));
        QCOMPARE(newest(AssetClass::Forex), utc({ 2026, 8, 14 }, {}));
        QCOMPARE(newest(AssetClass::Futures), easterntime::at({ 2026, 8, 13 }, 18h));
        // Before the first print of a Monday
        QCOMPARE(markethours::newestDayStart(calendar, AssetClass::Stocks,
                                             easterntime::at({ 2026, 8, 17 }, 3h)),
                 easterntime::at({ 2026, 8, 14 }));
    }

    void hoursOfFuturesAreCountedInUtc()
    {
        const Timeframe fourHours(4, TimeUnit::Hour);
        QCOMPARE(fourHours.windowStart(utc({ 2026, 8, 13 }, 23h), AssetClass::Futures),
                 utc({ 2026, 8, 13 }, 20h));
        QCOMPARE(fourHours.nextWindow(utc({ 2026, 8, 13 }, 20h), AssetClass::Futures),
                 utc({ 2026, 8, 14 }, {}));
    }
};

QTEST_GUILESS_MAIN(TestMarketHours)
#include "tst_markethours.moc"
