#include "easterntime.h"
#include "splitmix64.h"

#include <QTimeZone>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

Timestamp utc(const QString &text)
{
    return fromMs(QDateTime::fromString(text, Qt::ISODate).toMSecsSinceEpoch());
}

} // namespace

class TestEasternTime : public QObject
{
    Q_OBJECT

private slots:
    void openAroundTheChanges_data()
    {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QString>("open");
        QTest::newRow("I-05 Friday before spring")
            << QDate(2025, 3, 7) << u"2025-03-07T14:30:00Z"_s;
        QTest::newRow("I-05 Monday after") << QDate(2025, 3, 10) << u"2025-03-10T13:30:00Z"_s;
        QTest::newRow("I-05 Friday before autumn")
            << QDate(2025, 10, 31) << u"2025-10-31T13:30:00Z"_s;
        QTest::newRow("I-05 Monday after autumn")
            << QDate(2025, 11, 3) << u"2025-11-03T14:30:00Z"_s;
        QTest::newRow("change in April until 2006")
            << QDate(2006, 3, 15) << u"2006-03-15T14:30:00Z"_s;
        QTest::newRow("in March since") << QDate(2007, 3, 15) << u"2007-03-15T13:30:00Z"_s;
    }

    void openAroundTheChanges()
    {
        QFETCH(const QDate, date);
        QFETCH(const QString, open);
        QCOMPARE(easterntime::at(date, 9h + 30min), utc(open));
        QCOMPARE(easterntime::date(utc(open)), date);
        QCOMPARE(easterntime::timeOfDay(utc(open)), Duration(9h + 30min));
    }

    void withinTheDayOfTheSpringChange()
    {
        const Timestamp change = utc(u"2025-03-09T07:00:00Z"_s);
        QCOMPARE(easterntime::offset(change - 1ns), Duration(-5h));
        QCOMPARE(easterntime::offset(change), Duration(-4h));
        QCOMPARE(easterntime::timeOfDay(change - 1ns), Duration(2h) - 1ns);
        QCOMPARE(easterntime::timeOfDay(change), Duration(3h));
        QCOMPARE(easterntime::at({ 2025, 3, 10 }) - easterntime::at({ 2025, 3, 9 }), Duration(23h));
        // 02:30 does not exist: read with the offset before the change
        QCOMPARE(easterntime::at({ 2025, 3, 9 }, 2h + 30min), change + 30min);
        QCOMPARE(easterntime::at({ 2025, 3, 9 }, 3h), change);
    }

    void withinTheDayOfTheAutumnChange()
    {
        const Timestamp change = utc(u"2025-11-02T06:00:00Z"_s);
        QCOMPARE(easterntime::timeOfDay(change - 1ns), Duration(2h) - 1ns);
        QCOMPARE(easterntime::timeOfDay(change), Duration(1h));
        QCOMPARE(easterntime::at({ 2025, 11, 3 }) - easterntime::at({ 2025, 11, 2 }),
                 Duration(25h));
        // 01:30 comes twice: the first is meant
        QCOMPARE(easterntime::at({ 2025, 11, 2 }, 1h + 30min), change - 30min);
        QCOMPARE(easterntime::at({ 2025, 11, 2 }, 2h), change + 1h);
    }

    void agreesWithQtAtAnyInstant()
    {
        const QTimeZone zone("America/New_York");
        SplitMix64 draws(6);
        for (int i = 0; i < 3'000; ++i) {
            const qint64 ms
                = static_cast<qint64>(draws.below(4'000'000'000)) * 1'000 - 500'000'000'000;
            const QDateTime expected = QDateTime::fromMSecsSinceEpoch(ms, zone);
            QCOMPARE(easterntime::date(fromMs(ms)), expected.date());
            QCOMPARE(easterntime::timeOfDay(fromMs(ms)),
                     Duration(std::chrono::milliseconds(expected.time().msecsSinceStartOfDay())));
        }
    }

    void thereAndBack()
    {
        SplitMix64 draws(7);
        for (int i = 0; i < 20'000; ++i) {
            const Timestamp time
                = fromNs(static_cast<qint64>(draws.below(2'000'000'000)) * 1'000'000'007);
            const QDate date = easterntime::date(time);
            const Timestamp back = easterntime::at(date, easterntime::timeOfDay(time));
            // The hour that comes twice gives the first of the two
            QVERIFY(back == time || back == time - 1h);
            QVERIFY(back == time
                    || easterntime::at(date.addDays(1)) - easterntime::at(date) == Duration(25h));
        }
    }

    void beforeTheEpoch()
    {
        QCOMPARE(easterntime::date(fromNs(-1)), QDate(1969, 12, 31));
        QCOMPARE(easterntime::at({ 1969, 12, 31 }, 19h), Timestamp());
    }
};

QTEST_GUILESS_MAIN(TestEasternTime)
#include "tst_easterntime.moc"
