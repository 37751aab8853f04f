#include "paperdesk.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

/// Conformance case 17: a commission with a minimum is charged once an order, over its partial
/// fills, and the account's fees sum to the cent.
class TestCase17 : public QObject
{
    Q_OBJECT

private slots:
    void chargesOnce_data()
    {
        QTest::addColumn<QByteArray>("size");
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QString>("fees");
        QTest::addColumn<QString>("total");
        QTest::newRow("above the minimum (B-22)") << QByteArray("500") << QByteArray("300")
                                                  << QByteArray("200") << u"1.5 1"_s << u"2.5"_s;
        QTest::newRow("within it (B-23)")
            << QByteArray("100") << QByteArray("60") << QByteArray("40") << u"1 0"_s << u"1"_s;
    }

    void chargesOnce()
    {
        QFETCH(const QByteArray, size);
        QFETCH(const QByteArray, first);
        QFETCH(const QByteArray, second);
        QFETCH(const QString, fees);
        QFETCH(const QString, total);
        AccountSettings settings;
        settings.commission = u"per_share:0.005,1.00,1"_s;
        PaperDesk desk(PaperDesk::instant(), settings);
        desk.quote("IBM", "10", "10.02", first.constData());
        desk.submit(PaperDesk::order("entry", "IBM", size.constData(), "10.02"));
        desk.quote("IBM", "10", "10.03", second.constData());
        desk.quote("IBM", "10", "10.02", second.constData());
        QCOMPARE(desk.fees("entry"), fees);
        const AccountFigures figures = desk.venue.account();
        QCOMPARE(figures.fees.toString(), total);
        QCOMPARE(figures.cash,
                 money("100000") - *notional(price("10.02"), qty(size.constData())) - figures.fees);
    }
};

QTEST_APPLESS_MAIN(TestCase17)
#include "tst_17.moc"
