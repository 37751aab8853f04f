#include "optionexpiry.h"

#include "easterntime.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

class TestOptionExpiry : public QObject
{
    Q_OBJECT

private slots:
    void moments_data()
    {
        QTest::addColumn<QString>("root");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("minutes"); // since midnight in New York
        const int open = 9 * 60 + 30;
        const int close = 16 * 60;
        QTest::newRow("stock") << u"AAPL"_s << QDate(2026, 3, 20) << close;
        QTest::newRow("monthly index") << u"SPX"_s << QDate(2026, 3, 20) << open;
        QTest::newRow("weekly index") << u"SPXW"_s << QDate(2026, 3, 20) << close;
        QTest::newRow("index of another Friday") << u"SPX"_s << QDate(2026, 3, 13) << close;
        // Good Friday 2019 was a third Friday: its series ended the day before
        QTest::newRow("third Friday is a holiday") << u"SPX"_s << QDate(2019, 4, 18) << open;
        QTest::newRow("volatility index") << u"VIX"_s << QDate(2026, 3, 18) << open;
        QTest::newRow("early close") << u"SPY"_s << QDate(2026, 11, 27) << 13 * 60;
        QTest::newRow("no session") << u"SPY"_s << QDate(2026, 3, 21) << close;
    }

    void moments()
    {
        QFETCH(const QString, root);
        QFETCH(const QDate, day);
        QFETCH(const int, minutes);
        const MarketCalendar calendar;
        QCOMPARE(optionexpiry::moment(root, day, calendar),
                 easterntime::at(day, std::chrono::minutes(minutes)));
    }
};

QTEST_APPLESS_MAIN(TestOptionExpiry)
#include "tst_optionexpiry.moc"
