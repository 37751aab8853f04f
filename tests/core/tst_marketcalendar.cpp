#include "csvreader.h"
#include "easterntime.h"
#include "marketcalendar.h"
#include "sessioncursor.h"
#include "shared.h"
#include "splitmix64.h"

#include <QSet>
#include <QtTest>

#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<QDate> dates(int year, std::initializer_list<const char *> monthDays)
{
    QList<QDate> list;
    for (const char *text : monthDays)
        list += QDate::fromString(u"%1-"_s.arg(year) + QString::fromLatin1(text), Qt::ISODate);
    return list;
}

/// The windows of a recorded bar file by New York date: which hours of the day it has.
std::map<QDate, QSet<int>> hoursByDate(const QString &file, const QString &ticker)
{
    std::map<QDate, QSet<int>> hours;
    Result<CsvReader> csv = CsvReader::open(file);
    if (!csv)
        return hours;
    while (csv->next()) {
        if (csv->field(csv->column("ticker")) != ticker.toStdString())
            continue;
        const Timestamp time
            = fromNs(std::stoll(std::string(csv->field(csv->column("window_start")))));
        hours[easterntime::date(time)].insert(static_cast<int>(easterntime::timeOfDay(time) / 1h));
    }
    return hours;
}

} // namespace

class TestMarketCalendar : public QObject
{
    Q_OBJECT

private slots:
    void closedWeekdays_data()
    {
        QTest::addColumn<int>("year");
        QTest::addColumn<QList<QDate>>("closed");
        QTest::addColumn<QList<QDate>>("early");

        const auto year = [](int number, std::initializer_list<const char *> closed,
                             std::initializer_list<const char *> early) {
            QTest::addRow("%d", number) << number << dates(number, closed) << dates(number, early);
        };
        year(1993, { "01-01", "02-15", "04-09", "05-31", "07-05", "09-06", "11-25", "12-24" },
             { "11-26" });
        year(1997, { "01-01", "02-17", "03-28", "05-26", "07-04", "09-01", "11-27", "12-25" },
             { "07-03", "11-28", "12-24", "12-26" });
        year(1998,
             { "01-01", "01-19", "02-16", "04-10", "05-25", "07-03", "09-07", "11-26", "12-25" },
             { "11-27", "12-24" });
        year(2001,
             { "01-01", "01-15", "02-19", "04-13", "05-28", "07-04", "09-03", "09-11", "09-12",
               "09-13", "09-14", "11-22", "12-25" },
             { "07-03", "11-23", "12-24" });
        year(2002,
             { "01-01", "01-21", "02-18", "03-29", "05-27", "07-04", "09-02", "11-28", "12-25" },
             { "07-05", "11-29", "12-24" });
        year(2010,
             { "01-01", "01-18", "02-15", "04-02", "05-31", "07-05", "09-06", "11-25", "12-24" },
             { "11-26" });
        year(2012,
             { "01-02", "01-16", "02-20", "04-06", "05-28", "07-04", "09-03", "10-29", "10-30",
               "11-22", "12-25" },
             { "07-03", "11-23", "12-24" });
        year(2013,
             { "01-01", "01-21", "02-18", "03-29", "05-27", "07-04", "09-02", "11-28", "12-25" },
             { "07-03", "11-29", "12-24" });
        year(2014,
             { "01-01", "01-20", "02-17", "04-18", "05-26", "07-04", "09-01", "11-27", "12-25" },
             { "07-03", "11-28", "12-24" });
        year(2015,
             { "01-01", "01-19", "02-16", "04-03", "05-25", "07-03", "09-07", "11-26", "12-25" },
             { "11-27", "12-24" });
        year(2018,
             { "01-01", "01-15", "02-19", "03-30", "05-28", "07-04", "09-03", "11-22", "12-05",
               "12-25" },
             { "07-03", "11-23", "12-24" });
        year(2021,
             { "01-01", "01-18", "02-15", "04-02", "05-31", "07-05", "09-06", "11-25", "12-24" },
             { "11-26" });
        year(2022,
             { "01-17", "02-21", "04-15", "05-30", "06-20", "07-04", "09-05", "11-24", "12-26" },
             { "11-25" });
        year(2025,
             { "01-01", "01-09", "01-20", "02-17", "04-18", "05-26", "06-19", "07-04", "09-01",
               "11-27", "12-25" },
             { "07-03", "11-28", "12-24" });
        // I-04, from Lean's market-hours file
        year(2026,
             { "01-01", "01-19", "02-16", "04-03", "05-25", "06-19", "07-03", "09-07", "11-26",
               "12-25" },
             { "11-27", "12-24" });
        year(2027,
             { "01-01", "01-18", "02-15", "03-26", "05-31", "06-18", "07-05", "09-06", "11-25",
               "12-24" },
             { "11-26" });
    }

    void closedWeekdays()
    {
        QFETCH(const int, year);
        QFETCH(const QList<QDate>, closed);
        QFETCH(const QList<QDate>, early);
        const MarketCalendar calendar;
        QList<QDate> foundClosed;
        QList<QDate> foundEarly;
        for (QDate date(year, 1, 1); date.year() == year; date = date.addDays(1)) {
            const bool weekend = date.dayOfWeek() >= Qt::Saturday;
            QVERIFY(!weekend || !calendar.isTradingDay(date));
            QCOMPARE(calendar.holidayName(date).isEmpty(), weekend || calendar.isTradingDay(date));
            if (!weekend && !calendar.isTradingDay(date))
                foundClosed += date;
            if (calendar.isEarlyClose(date))
                foundEarly += date;
        }
        QCOMPARE(foundClosed, closed);
        QCOMPARE(foundEarly, early);
    }

    void oldClosuresHaveReasons()
    {
        const MarketCalendar calendar;
        QVERIFY(calendar.holidayName({ 1994, 4, 27 }).contains(u"Nixon"));
        QVERIFY(calendar.holidayName({ 2004, 6, 11 }).contains(u"Reagan"));
        QVERIFY(calendar.holidayName({ 2007, 1, 2 }).contains(u"Ford"));
        QCOMPARE(calendar.holidayName({ 2012, 10, 30 }), u"Hurricane Sandy"_s);
        QVERIFY(calendar.holidayName({ 2025, 1, 9 }).contains(u"Carter"));
    }

    /// Every day on which IBM traded from 1998 to 2021, and no other.
    void agreesWithRecordedDays()
    {
        SHARED_OR_SKIP();
        const auto days
            = hoursByDate(test::sharedFile(u"data/equity/daily/day_aggs.csv.gz"_s), u"IBM"_s);
        QCOMPARE(days.size(), 5'849U);
        const MarketCalendar calendar;
        for (QDate date = days.begin()->first; date <= days.rbegin()->first;
             date = date.addDays(1)) {
            QVERIFY2(calendar.isTradingDay(date) == (days.count(date) > 0),
                     qPrintable(date.toString(Qt::ISODate)));
        }
        QCOMPARE(calendar.tradingDays(days.begin()->first, days.rbegin()->first), 5'849);
    }

    /// SPY's hour bars from 2010 to 2021 end at noon on exactly the early closes.
    void agreesWithRecordedEarlyCloses()
    {
        SHARED_OR_SKIP();
        const auto hours
            = hoursByDate(test::sharedFile(u"data/equity/hour/SPY_hour_aggs.csv.gz"_s), u"SPY"_s);
        QVERIFY(hours.size() > 2'800);
        const MarketCalendar calendar;
        int early = 0;
        for (const auto &[date, open] : hours) {
            QVERIFY2(calendar.isEarlyClose(date) == !open.contains(15),
                     qPrintable(date.toString(Qt::ISODate)));
            early += calendar.isEarlyClose(date) ? 1 : 0;
        }
        QCOMPARE(early, 24);
    }

    void sessionTimes()
    {
        const MarketCalendar calendar;
        const auto day = calendar.session({ 2025, 7, 16 });
        QVERIFY(day);
        QCOMPARE(day->preOpen, easterntime::at({ 2025, 7, 16 }, 4h));
        QCOMPARE(day->close - day->open, Duration(390min));
        QCOMPARE(day->postClose, easterntime::at({ 2025, 7, 16 }, 20h));
        QVERIFY(!day->earlyClose);

        const auto shortDay = calendar.session({ 2015, 12, 24 });
        QVERIFY(shortDay && shortDay->earlyClose);
        QCOMPARE(shortDay->close - shortDay->open, Duration(210min));
        QCOMPARE(shortDay->postClose, easterntime::at({ 2015, 12, 24 }, 17h));

        QVERIFY(!calendar.session({ 2025, 7, 19 }));
        QVERIFY(!calendar.session({ 2025, 7, 4 }));
        QVERIFY(!calendar.session(QDate()));
        QCOMPARE(calendar.session({ 1992, 12, 24 })->close, easterntime::at({ 1992, 12, 24 }, 14h));
    }

    void boundariesBelongToWhatTheyOpen()
    {
        const MarketCalendar calendar;
        const auto partAt = [&](Duration time) {
            return calendar.partAt(easterntime::at({ 2025, 7, 16 }, time));
        };
        QCOMPARE(partAt(Duration(4h) - 1ns), SessionPart::Closed);
        QCOMPARE(partAt(4h), SessionPart::PreMarket);
        QCOMPARE(partAt(Duration(9h + 30min) - 1ns), SessionPart::PreMarket);
        QCOMPARE(partAt(9h + 30min), SessionPart::Regular);
        QCOMPARE(partAt(Duration(16h) - 1ns), SessionPart::Regular);
        QCOMPARE(partAt(16h), SessionPart::AfterHours);
        QCOMPARE(partAt(20h), SessionPart::Closed);
    }

    void nextChange_data()
    {
        QTest::addColumn<Timestamp>("time");
        QTest::addColumn<Timestamp>("at");
        QTest::addColumn<SessionPart>("part");
        const QDate friday(2025, 7, 18);
        const QDate monday(2025, 7, 21);
        QTest::newRow("before the pre-market")
            << easterntime::at(friday, 3h) << easterntime::at(friday, 4h) << SessionPart::PreMarket;
        QTest::newRow("at the open") << easterntime::at(friday, 9h + 30min)
                                     << easterntime::at(friday, 16h) << SessionPart::AfterHours;
        QTest::newRow("after hours")
            << easterntime::at(friday, 17h) << easterntime::at(friday, 20h) << SessionPart::Closed;
        QTest::newRow("over the weekend") << easterntime::at(friday, 20h)
                                          << easterntime::at(monday, 4h) << SessionPart::PreMarket;
        QTest::newRow("on a Sunday") << easterntime::at(monday.addDays(-1), 12h)
                                     << easterntime::at(monday, 4h) << SessionPart::PreMarket;
        QTest::newRow("early close")
            << easterntime::at({ 2026, 11, 27 }, 12h) << easterntime::at({ 2026, 11, 27 }, 13h)
            << SessionPart::AfterHours;
        QTest::newRow("over a change of the clocks")
            << easterntime::at({ 2025, 3, 7 }, 21h) << easterntime::at({ 2025, 3, 10 }, 4h)
            << SessionPart::PreMarket;
    }

    void nextChange()
    {
        QFETCH(const Timestamp, time);
        QFETCH(const Timestamp, at);
        QFETCH(const SessionPart, part);
        const MarketCalendar::Change change = MarketCalendar().nextChange(time);
        QCOMPARE(toNs(change.at), toNs(at));
        QCOMPARE(change.part, part);
    }

    void neighbours()
    {
        const MarketCalendar calendar;
        QCOMPARE(calendar.nextTradingDay({ 2026, 7, 2 }), QDate(2026, 7, 6));
        QCOMPARE(calendar.previousTradingDay({ 2026, 7, 6 }), QDate(2026, 7, 2));
        QCOMPARE(calendar.previousTradingDay({ 2001, 9, 17 }), QDate(2001, 9, 10));
        QCOMPARE(calendar.tradingDays({ 2025, 1, 1 }, { 2025, 12, 31 }), 250);
        QCOMPARE(calendar.tradingDays({ 2025, 7, 16 }, { 2025, 7, 15 }), 0);
    }

    void serviceListWins()
    {
        MarketCalendar calendar;
        calendar.setExceptions({
            { QDate(2027, 3, 2), u"Mourning"_s, true, {} },
            { QDate(2027, 3, 3), u"Half day"_s, false, Duration(12h) },
            { QDate(2027, 7, 5), u"Open after all"_s, false, {} },
        });
        QVERIFY(!calendar.isTradingDay({ 2027, 3, 2 }));
        QCOMPARE(calendar.holidayName({ 2027, 3, 2 }), u"Mourning"_s);
        QCOMPARE(calendar.session({ 2027, 3, 3 })->close, easterntime::at({ 2027, 3, 3 }, 12h));
        QVERIFY(calendar.isTradingDay({ 2027, 7, 5 }));
        QVERIFY(calendar.holidayName({ 2027, 7, 5 }).isEmpty());
        QCOMPARE(calendar.session({ 2027, 7, 5 })->close, easterntime::at({ 2027, 7, 5 }, 13h));

        calendar.setExceptions({});
        QVERIFY(calendar.isTradingDay({ 2027, 3, 2 }));
        QVERIFY(!calendar.isTradingDay({ 2027, 7, 5 }));
    }

    void cursorAgreesWithTheCalendar()
    {
        const MarketCalendar calendar;
        SessionCursor cursor(calendar);
        SplitMix64 draws(8);
        Timestamp time = easterntime::at({ 2025, 10, 28 });
        for (int i = 0; i < 20'000; ++i) {
            time += std::chrono::seconds(draws.below(120));
            if (draws.below(100) == 0)
                time -= 40h; // backwards too
            QCOMPARE(cursor.partAt(time), calendar.partAt(time));
        }
    }
};


QTEST_GUILESS_MAIN(TestMarketCalendar)
#include "tst_marketcalendar.moc"
