#include "massivebars.h"

#include "easterntime.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

Timestamp utc(int year, unsigned month, unsigned day, Duration time = {})
{
    using namespace std::chrono;
    return sys_days(std::chrono::year(year) / month / day) + time;
}

BarQuery query(const QString &symbol, Timeframe timeframe, Timestamp from, Timestamp to)
{
    return { symbol, timeframe, true, { from, to } };
}

/// Each begins where the one before ends, and together they are the query.
bool areWhole(const std::vector<BarQuery> &portions, const BarQuery &whole)
{
    Timestamp at = whole.range.from;
    for (const BarQuery &portion : portions) {
        BarQuery same = portion;
        same.range = whole.range;
        if (portion.range.from != at || portion.range.isEmpty() || same != whole)
            return false;
        at = portion.range.to;
    }
    return at == whole.range.to;
}

/// The shape of massive-api.md 3.1.
QByteArray answer(const QList<Timestamp> &starts, const QByteArray &symbol = "AAPL")
{
    QByteArray rows;
    for (const Timestamp start : starts)
        rows += (rows.isEmpty() ? "" : ",") + QByteArray(R"({"t":)")
            + QByteArray::number(toMs(start))
            + R"(,"o":10.5,"h":11,"l":10,"c":10.75,"v":1200.0,"vw":10.6,"n":7})";
    return R"({"ticker":")" + symbol
        + R"(","adjusted":true,"queryCount":3,"resultsCount":3,"status":"OK","request_id":"r","results":[)"
        + rows + "]}";
}

const Timeframe minute(1, TimeUnit::Minute);
const Timeframe day(1, TimeUnit::Day);

} // namespace

class TestMassiveBars : public QObject
{
    Q_OBJECT

private slots:
    void barsOfFuturesAreAskedForElsewhere()
    {
        const BarQuery minutes = query(u"ESZ6"_s, Timeframe(5, TimeUnit::Minute),
                                       utc(2026, 8, 13, 10h), utc(2026, 8, 13, 11h));
        const BarSource::Question question = MassiveBars().question(minutes);
        QCOMPARE(question.path, u"/futures/v1/aggs/ESZ6"_s);
        const auto value = [&](const QString &name) { return question.query.queryItemValue(name); };
        QCOMPARE(value(u"resolution"_s), u"5min"_s);
        QCOMPARE(value(u"window_start.gte"_s), QString::number(toNs(minutes.range.from)));
        QCOMPARE(value(u"window_start.lt"_s), QString::number(toNs(minutes.range.to)));
        QCOMPARE(value(u"sort"_s), u"window_start.asc"_s);
        for (const auto &[timeframe, word] :
             { std::pair(Timeframe(10, TimeUnit::Second), u"10sec"_s),
               std::pair(Timeframe(4, TimeUnit::Hour), u"4hour"_s), std::pair(day, u"1session"_s),
               std::pair(Timeframe(1, TimeUnit::Week), u"1week"_s) })
            QCOMPARE(MassiveBars()
                         .question(query(u"ESZ6"_s, timeframe, utc(2026, 8, 1), utc(2026, 8, 9)))
                         .query.queryItemValue(u"resolution"_s),
                     word);
    }

    /// Whichever calendar day it bears, and what lies outside of the range is left out.
    void aSessionsBarIsOfTheDayItEnds()
    {
        const auto start
            = [](int ofMonth) { return easterntime::at(QDate(2026, 8, ofMonth - 1), 18h); };
        const BarQuery days = query(u"ESU6"_s, day, start(12), start(14));
        QByteArrayList rows;
        for (int ofMonth = 11; ofMonth <= 14; ++ofMonth)
            rows << "{\"ticker\":\"ESU6\",\"window_start\":"
                    + QByteArray::number(toNs(utc(2026, 8, unsigned(ofMonth) - 1)))
                    + ",\"session_end_date\":\"2026-08-" + QByteArray::number(ofMonth)
                    + "\",\"open\":6700,\"high\":6710,\"low\":6690,\"close\":6705.25,"
                      "\"volume\":1200,\"transactions\":700,\"dollar_volume\":4}";
        const QByteArray body = "{\"status\":\"OK\",\"results\":[" + rows.join(',') + "]}";
        const Result<BarsPage> page = MassiveBars().decode(days, body);
        QVERIFY(page);
        QCOMPARE(page->bars.size(), 2U);
        QCOMPARE(page->bars.front().start, start(12));
        QCOMPARE(page->bars.back().start, start(13));
        QCOMPARE(page->bars.back().volume, Qty::whole(1'200));
    }

    void asksForTheRangeWithoutItsEnd()
    {
        const MassiveBars source;
        BarQuery asked = query(u"X:BTCUSD"_s, Timeframe(5, TimeUnit::Minute), utc(2024, 3, 4),
                               utc(2024, 3, 5));
        BarSource::Question question = source.question(asked);
        QCOMPARE(question.path,
                 u"/v2/aggs/ticker/X:BTCUSD/range/5/minute/1709510400000/1709596799999"_s);
        QCOMPARE(question.query.toString(), u"adjusted=true&sort=asc&limit=50000"_s);
        asked.adjusted = false;
        QCOMPARE(source.question(asked).query.queryItemValue(u"adjusted"_s), u"false"_s);
    }

    void coversItsYearsUntilNow()
    {
        const MassiveBars source;
        const Timestamp now = utc(2024, 3, 4, 15h);
        const BarQuery all = query(u"AAPL"_s, day, utc(1990, 1, 1), utc(2030, 1, 1));
        QCOMPARE(source.coverage(all, now), (TimeRange { utc(2003, 1, 1), now }));
        const BarQuery old = query(u"AAPL"_s, day, utc(1990, 1, 1), utc(2002, 1, 1));
        QVERIFY(source.coverage(old, now).isEmpty());
    }

    void portions_data()
    {
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<QString>("width");
        QTest::addColumn<QList<Timestamp>>("cuts");
        const QList<Timestamp> twoMonths { utc(2024, 1, 1), utc(2024, 3, 1) };
        const QList<Timestamp> months { utc(2023, 12, 1), utc(2024, 1, 1), utc(2024, 2, 1),
                                        utc(2024, 3, 1), utc(2024, 4, 1) };
        QTest::newRow("minutes") << u"AAPL"_s << u"1m"_s << twoMonths;
        QTest::newRow("hours") << u"AAPL"_s << u"1h"_s << twoMonths;
        QTest::newRow("coins") << u"X:BTCUSD"_s << u"1m"_s << months;
        QTest::newRow("currencies") << u"C:EURUSD"_s << u"15m"_s << months;
        QTest::newRow("days") << u"AAPL"_s << u"1D"_s << QList<Timestamp> {};
        QTest::newRow("years") << u"AAPL"_s << u"1Y"_s << QList<Timestamp> {};
    }

    void portions()
    {
        QFETCH(const QString, symbol);
        QFETCH(const QString, width);
        QFETCH(const QList<Timestamp>, cuts);
        const BarQuery whole = query(symbol, *Timeframe::parse(width),
                                     utc(2023, 11, 15, 14h + 30min), utc(2024, 4, 3, 20h));
        const std::vector<BarQuery> parts = MassiveBars().portions(whole);
        QVERIFY(areWhole(parts, whole));
        QCOMPARE(parts.size(), std::size_t(cuts.size()) + 1);
        for (std::size_t i = 0; i < parts.size() - 1; ++i)
            QCOMPARE(parts[i].range.to, cuts[qsizetype(i)]);
    }

    void secondsByTheDay()
    {
        const BarQuery whole = query(u"AAPL"_s, Timeframe(10, TimeUnit::Second),
                                     utc(2024, 3, 4, 14h), utc(2024, 3, 6, 1h));
        const std::vector<BarQuery> parts = MassiveBars().portions(whole);
        QVERIFY(areWhole(parts, whole));
        QCOMPARE(parts.size(), std::size_t(3));
        QCOMPARE(parts[1].range, (TimeRange { utc(2024, 3, 5), utc(2024, 3, 6) }));
    }

    /// 45 minutes do not divide the hour: a border in UTC would cut a bar in two.
    void noWindowIsCut()
    {
        const Timeframe odd(45, TimeUnit::Minute);
        const BarQuery whole
            = query(u"AAPL"_s, odd, utc(2023, 12, 31, 23h + 50min), utc(2024, 6, 1));
        const std::vector<BarQuery> parts = MassiveBars().portions(whole);
        QVERIFY(areWhole(parts, whole));
        QVERIFY(parts.size() >= 3);
        for (std::size_t i = 1; i < parts.size(); ++i)
            QCOMPARE(odd.windowStart(parts[i].range.from), parts[i].range.from);
    }

    void portionsOfDifferentQueriesCoincide()
    {
        const std::vector<BarQuery> a
            = MassiveBars().portions(query(u"AAPL"_s, minute, utc(2023, 11, 15), utc(2024, 9, 3)));
        const std::vector<BarQuery> b
            = MassiveBars().portions(query(u"AAPL"_s, minute, utc(2023, 8, 2), utc(2024, 6, 11)));
        QCOMPARE(a[1], b[3]);
        QCOMPARE(MassiveBars().question(a[1]).path, MassiveBars().question(b[3]).path);
    }

    void nothingAskedIsNothing()
    {
        const Timestamp now = utc(2024, 1, 1);
        QVERIFY(MassiveBars().portions(query(u"AAPL"_s, minute, now, now)).empty());
        QVERIFY(MassiveBars().portions(query(u"AAPL"_s, day, now, now - 1h)).empty());
    }

    void readsBarsOfThePortion()
    {
        const Timestamp open = utc(2024, 3, 4, 14h + 30min);
        const BarQuery portion = query(u"AAPL"_s, minute, open, open + 3min);
        const QByteArray body = answer({ open - 1min, open, open + 2min, open + 3min });
        const Result<BarsPage> page = MassiveBars().decode(portion, body);
        QVERIFY(page);
        QCOMPARE(page->bars.size(), std::size_t(2));
        QCOMPARE(page->bars[0].start, open);
        QCOMPARE(page->bars[1].start, open + 2min);
        QCOMPARE(page->bars[1].close, Price::fromUnits(107'500'000'000));
        QCOMPARE(page->invalid, 0);
    }

    void whatDoesNotAscendIsCounted()
    {
        const Timestamp open = utc(2024, 3, 4, 14h + 30min);
        const BarQuery portion = query(u"AAPL"_s, minute, open, open + 1h);
        const QByteArray body
            = answer({ open, open + 2min, open + 2min, open + 1min, open + 3min });
        const Result<BarsPage> page = MassiveBars().decode(portion, body);
        QVERIFY(page);
        QCOMPARE(page->bars.size(), std::size_t(3));
        QCOMPARE(page->bars.back().start, open + 3min);
        QCOMPARE(page->invalid, 2);
    }

    void anotherSymbolIsNoAnswer()
    {
        const Timestamp open = utc(2024, 3, 4, 14h + 30min);
        const BarQuery portion = query(u"AAPL"_s, minute, open, open + 1h);
        const Result<BarsPage> page = MassiveBars().decode(portion, answer({ open }, "MSFT"));
        QVERIFY(!page);
        QCOMPARE(page.error().code, Error::Code::Malformed);
        QVERIFY(!MassiveBars().decode(portion, "<html>"));
        const Result<BarsPage> none = MassiveBars().decode(
            portion, R"({"ticker":"AAPL","queryCount":0,"resultsCount":0,"status":"OK"})");
        QVERIFY(none);
        QVERIFY(none->bars.empty());
    }

    void barsSettleAfterTheirRevisions()
    {
        const MassiveBars source;
        const Timestamp at = utc(2024, 3, 5, 15h + 7min + 30s); // 10:07:30 in New York
        const auto settled = [&](const QString &symbol, Timeframe width) {
            return source.settledUntil(query(symbol, width, at - 1h, at), at);
        };
        QCOMPARE(settled(u"AAPL"_s, minute), utc(2024, 3, 5, 14h + 52min));
        QCOMPARE(settled(u"AAPL"_s, Timeframe(1, TimeUnit::Hour)), utc(2024, 3, 5, 14h));
        QCOMPARE(settled(u"AAPL"_s, day), easterntime::at(QDate(2024, 3, 5)));
        QCOMPARE(settled(u"X:BTCUSD"_s, day), utc(2024, 3, 5));
        QCOMPARE(settled(u"AAPL"_s, Timeframe(1, TimeUnit::Week)),
                 easterntime::at(QDate(2024, 3, 3)));
        QCOMPARE(settled(u"AAPL"_s, Timeframe(1, TimeUnit::Month)),
                 easterntime::at(QDate(2024, 3, 1)));
    }
};

QTEST_GUILESS_MAIN(TestMassiveBars)
#include "tst_massivebars.moc"
