#include "paperdesk.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 14: a short option in the money at expiry is assigned; cash and shares move.
class TestCase14 : public QObject
{
    Q_OBJECT

private slots:
    void isAssigned_data()
    {
        QTest::addColumn<QByteArray>("contract");
        QTest::addColumn<QByteArray>("close");
        QTest::addColumn<QString>("shares");
        QTest::addColumn<QString>("cost");
        QTest::addColumn<QString>("cash");
        QTest::newRow("put") << QByteArray("O:IBM260310P00100000") << QByteArray("94") << u"100"_s
                             << u"9700"_s << u"90300"_s;
        QTest::newRow("call") << QByteArray("O:IBM260310C00100000") << QByteArray("106")
                              << u"-100"_s << u"-10300"_s << u"110300"_s;
        QTest::newRow("out of the money") << QByteArray("O:IBM260310P00100000") << QByteArray("101")
                                          << u"0"_s << u"0"_s << u"100300"_s;
    }

    void isAssigned()
    {
        QFETCH(const QByteArray, contract);
        QFETCH(const QByteArray, close);
        QFETCH(const QString, shares);
        QFETCH(const QString, cost);
        QFETCH(const QString, cash);
        PaperDesk desk;
        desk.quote("IBM", "99.99", "100.01");
        desk.quote(contract.constData(), "3.00", "3.10");
        desk.submit(PaperDesk::order("short", contract.constData(), "-1", "3.00"));
        const QString symbol = QString::fromLatin1(contract);
        QCOMPARE(desk.venue.books().position(symbol), qty("-1"));
        QCOMPARE(desk.venue.account().cash, money("100300"));

        desk.now = easterntime::at(QDate(2026, 3, 10), 15h + 59min + 58s);
        desk.quote("IBM", close.constData(), close.constData());
        QCOMPARE(desk.venue.books().position(symbol), qty("-1"));
        desk.advanceTo(easterntime::at(QDate(2026, 3, 10), 16h));
        desk.trade("IBM", close.constData(), { condition::closingPrint });
        QCOMPARE(desk.venue.books().position(symbol), Qty());
        QCOMPARE(desk.venue.books().position(u"IBM"_s).toString(), shares);
        QCOMPARE(desk.venue.account().cash.toString(), cash);
        Money held;
        for (const VenuePosition &position : desk.venue.positions())
            held += position.cost;
        QCOMPARE(held.toString(), cost);
    }
};

QTEST_APPLESS_MAIN(TestCase14)
#include "tst_14.moc"
