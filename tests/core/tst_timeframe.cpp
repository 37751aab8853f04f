#include "easterntime.h"
#include "splitmix64.h"
#include "timeframe.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

Timestamp eastern(int year, int month, int day, Duration time = Duration::zero())
{
    return easterntime::at({ year, month, day }, time);
}

Timeframe frame(const QString &text)
{
    return Timeframe::parse(text).value_or(Timeframe(0, TimeUnit::Year));
}

} // namespace

class TestTimeframe : public QObject
{
    Q_OBJECT

private slots:
    void parse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::newRow("seconds") << u"1s"_s << u"1s"_s;
        QTest::newRow("minutes") << u"5m"_s << u"5m"_s;
        QTest::newRow("months") << u"1M"_s << u"1M"_s;
        QTest::newRow("days, lower case") << u"1d"_s << u"1D"_s;
        QTest::newRow("hours, upper case") << u"4H"_s << u"4h"_s;
        QTest::newRow("weeks") << u"1w"_s << u"1W"_s;
        QTest::newRow("quarters") << u"2q"_s << u"2Q"_s;
        QTest::newRow("years") << u"1y"_s << u"1Y"_s;
        QTest::newRow("as the service spells it") << u"minute"_s << u"1m"_s;
        QTest::newRow("with a count") << u"5minute"_s << u"5m"_s;
        QTest::newRow("spelled month") << u"month"_s << u"1M"_s;
        QTest::newRow("largest count") << u"1000s"_s << u"1000s"_s;
        QTest::newRow("trades") << u"500t"_s << u"500T"_s;
        QTest::newRow("shares") << u"1000000V"_s << u"1000000V"_s;
        QTest::newRow("range") << u"25r"_s << u"25R"_s;
        QTest::newRow("bricks") << u"10B"_s << u"10B"_s;
    }

    void parse()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, canonical);
        const Result<Timeframe> parsed = Timeframe::parse(text);
        QVERIFY(parsed);
        QCOMPARE(parsed->toString(), canonical);
        QCOMPARE(Timeframe::parse(canonical).value_or(Timeframe(7, TimeUnit::Year)), *parsed);
    }

    void parseRefuses()
    {
        for (const QString &text : { u""_s, u"5"_s, u"0m"_s, u"1001m"_s, u"99999999999m"_s,
                                     u"-1m"_s, u"5x"_s, u"m5"_s, u"T"_s, u"0V"_s, u"1000000001V"_s,
                                     u"99999999999999999999R"_s, u"1 m"_s, u"1mm"_s, u"minutes"_s })
            QVERIFY2(!Timeframe::parse(text), qPrintable(text));
    }

    void windows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Timestamp>("inside");
        QTest::addColumn<Timestamp>("start");
        QTest::addColumn<Timestamp>("next");

        const Timestamp noon = eastern(2025, 7, 16, 12h + 34min + 56s);
        const auto row
            = [](const char *name, const QString &text, Timestamp inside, Timestamp start,
                 Timestamp next) { QTest::newRow(name) << text << inside << start << next; };
        row("second", u"1s"_s, noon + 7ns, noon, noon + 1s);
        row("five minutes", u"5m"_s, noon, eastern(2025, 7, 16, 12h + 30min),
            eastern(2025, 7, 16, 12h + 35min));
        row("hour", u"1h"_s, noon, eastern(2025, 7, 16, 12h), eastern(2025, 7, 16, 13h));
        row("four hours count from midnight", u"4h"_s, noon, eastern(2025, 7, 16, 12h),
            eastern(2025, 7, 16, 16h));
        row("seven minutes begin anew every day", u"7m"_s, eastern(2025, 7, 16, 23h + 59min),
            eastern(2025, 7, 16, 23h + 55min), eastern(2025, 7, 17));
        row("day", u"1D"_s, noon, eastern(2025, 7, 16), eastern(2025, 7, 17));
        row("day of 23 hours", u"1D"_s, eastern(2025, 3, 9, 12h), eastern(2025, 3, 9),
            eastern(2025, 3, 10));
        row("week begins on Sunday", u"1W"_s, noon, eastern(2025, 7, 13), eastern(2025, 7, 20));
        row("Sunday is its week's first day", u"1W"_s, eastern(2025, 7, 13), eastern(2025, 7, 13),
            eastern(2025, 7, 20));
        row("month", u"1M"_s, noon, eastern(2025, 7, 1), eastern(2025, 8, 1));
        row("December", u"1M"_s, eastern(2025, 12, 31), eastern(2025, 12, 1), eastern(2026, 1, 1));
        row("two months count from January", u"2M"_s, eastern(2025, 8, 9), eastern(2025, 7, 1),
            eastern(2025, 9, 1));
        row("five months end with the year", u"5M"_s, eastern(2025, 12, 9), eastern(2025, 11, 1),
            eastern(2026, 1, 1));
        row("quarter", u"1Q"_s, noon, eastern(2025, 7, 1), eastern(2025, 10, 1));
        row("year", u"1Y"_s, noon, eastern(2025, 1, 1), eastern(2026, 1, 1));
    }

    void windows()
    {
        QFETCH(const QString, text);
        QFETCH(const Timestamp, inside);
        QFETCH(const Timestamp, start);
        QFETCH(const Timestamp, next);
        QCOMPARE(toNs(frame(text).windowStart(inside)), toNs(start));
        QCOMPARE(toNs(frame(text).nextWindow(start)), toNs(next));
    }

    void coinsKeepUtcDays()
    {
        const Timestamp time = eastern(2025, 7, 16, 21h); // 01:00 UTC on the 17th
        const Timestamp midnight
            = fromMs(QDateTime({ 2025, 7, 17 }, {}, Qt::UTC).toMSecsSinceEpoch());
        QCOMPARE(frame(u"1D"_s).windowStart(time, AssetClass::Crypto), midnight);
        QCOMPARE(frame(u"1D"_s).windowStart(time, AssetClass::Forex), midnight);
        QCOMPARE(frame(u"1D"_s).nextWindow(midnight, AssetClass::Crypto), midnight + 24h);
        QCOMPARE(frame(u"1D"_s).windowStart(time, AssetClass::Stocks), eastern(2025, 7, 16));
    }

    /// Windows tile time: every instant lies in the window it is said to, and the next begins where
    /// one ends.
    void windowsTileTime_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : { "1s", "5m", "7m", "45m", "1h", "5h", "1D", "3D", "1W", "2W", "1M",
                                  "5M", "1Q", "3Q", "1Y", "4Y", "1000D" })
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void windowsTileTime()
    {
        QFETCH(const QString, text);
        const Timeframe width = frame(text);
        SplitMix64 draws(stableHash(text.toStdString()));
        for (int i = 0; i < 400; ++i) {
            const Timestamp time
                = fromNs(static_cast<qint64>(draws.below(2'100'000'000)) * 1'000'000'000 + 17);
            for (const AssetClass assetClass : { AssetClass::Stocks, AssetClass::Crypto }) {
                const Timestamp start = width.windowStart(time, assetClass);
                const Timestamp next = width.nextWindow(start, assetClass);
                QVERIFY(start <= time);
                QVERIFY(time < next);
                QCOMPARE(width.windowStart(start, assetClass), start);
                QCOMPARE(width.windowStart(next - 1ns, assetClass), start);
                QCOMPARE(width.windowStart(next, assetClass), next);
            }
        }
    }

    void lengthsAndNames()
    {
        QCOMPARE(frame(u"90s"_s).nominalLength(), Duration(90s));
        QCOMPARE(frame(u"2W"_s).nominalLength(), Duration(14 * 24h));
        QCOMPARE(frame(u"1M"_s).nominalLength(), Duration(30 * 24h));
        QCOMPARE(frame(u"5m"_s).unitName(), u"minute"_s);
        QVERIFY(frame(u"23h"_s).isIntraday());
        QVERIFY(!frame(u"1D"_s).isIntraday());
    }
};

QTEST_GUILESS_MAIN(TestTimeframe)
#include "tst_timeframe.moc"
