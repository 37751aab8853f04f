#include "paperaccount.h"

#include "easterntime.h"
#include "tradedaccount.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;
using enum ReasonCode;

namespace {

const char *const call100 = "O:A260619C00100000";
const char *const put100 = "O:A260619P00100000";

} // namespace

/// What happens to positions besides trades.
class AccountEventsTest : public QObject
{
    Q_OBJECT

private slots:
    void accruesAndPosts() // C-08
    {
        TradedAccount traded;
        traded.quote("A", "150");
        traded.fill("A", "1000", "150");
        traded.account.accrue(traded.now);
        QCOMPARE(traded.account.ledger().interest(), money("-11.111111"));
        QCOMPARE(traded.figures().cash, money("-50000"));
        QVERIFY(traded.isIdentical());
        traded.account.accrue(traded.now);
        QCOMPARE(traded.account.ledger().interest(), money("-11.111111"));
        traded.now += 5 * 24h; // over a weekend
        traded.account.accrue(traded.now);
        QCOMPARE(traded.account.ledger().interest(), money("-66.666667"));
        traded.now = easterntime::at(QDate(2026, 4, 1), 16h);
        traded.quote("A", "150");
        traded.account.accrue(traded.now);
        QCOMPARE(traded.figures().cash, money("-50066.666667"));
        QVERIFY(traded.account.ledger().pending() < Money());
        QVERIFY(traded.isIdentical());
    }

    /// What is held over a weekend pays for it, not what is held on Monday.
    void weekendsAreOfFridaysBook()
    {
        TradedAccount traded({}, easterntime::at(QDate(2026, 3, 6), 16h));
        traded.quote("A", "150");
        traded.fill("A", "1000", "150");
        traded.account.accrue(traded.now);
        QCOMPARE(traded.account.ledger().interest(), money("-33.333333")); // three days
        traded.now = easterntime::at(QDate(2026, 3, 9), 10h);
        traded.fill("A", "-1000", "150");
        traded.now = easterntime::at(QDate(2026, 3, 9), 16h);
        traded.account.accrue(traded.now);
        QCOMPARE(traded.account.ledger().interest(), money("-33.333333"));
    }

    void shortsPayToBorrow()
    {
        AccountSettings settings;
        settings.postDaily = true;
        TradedAccount traded(settings);
        traded.quote("A", "100");
        traded.fill("A", "-500", "100");
        traded.account.accrue(traded.now);
        QCOMPARE(traded.figures().cash, money("149999.652778")); // 50,000 at 0.25 % a day
        QVERIFY(traded.isIdentical());
    }

    void splitsSharesAndContracts() // C-13
    {
        TradedAccount traded;
        const char *before = "O:A260619C00400000";
        const char *after = "O:A260619C00100000";
        traded.quote("A", "400");
        traded.quote(before, "8");
        traded.fill("A", "100", "400");
        traded.account.execute({ 9,
                                 traded.now,
                                 u"x"_s,
                                 QString::fromLatin1(before),
                                 Side::Buy,
                                 qty("2"),
                                 price("8"),
                                 {},
                                 {} });
        const Money equity = traded.figures().equity;
        traded.account.split(u"A"_s, 4, 1, price("100"), traded.now);
        traded.quote("A", "100");
        traded.quote(after, "2");
        QCOMPARE(traded.account.position(u"A"_s), qty("400"));
        QCOMPARE(traded.account.position(QString::fromLatin1(after)), qty("8"));
        QCOMPARE(traded.figures().equity, equity);
        QVERIFY(traded.isIdentical());
    }

    void oddSplitsAdjustTheContract()
    {
        TradedAccount traded;
        traded.quote("A", "150");
        traded.quote(call100, "50");
        traded.fill(call100, "1", "50");
        traded.account.split(u"A"_s, 3, 2, price("100"), traded.now);
        traded.quote("A", "100");
        QCOMPARE(traded.refusal(TradedAccount::order(call100, "1", "50")), NotTradable);
        QVERIFY(traded.check(TradedAccount::order(call100, "-1", "50")).empty());
        // It delivers 150 shares for the old 10,000.00
        traded.expire(QDate(2026, 6, 19));
        QCOMPARE(traded.account.position(u"A"_s), qty("150"));
        QCOMPARE(traded.account.lotRows().front().lot.cost, money("15000"));
        QCOMPARE(traded.figures().equity, money("100000"));
    }

    void paysDividends() // C-15
    {
        TradedAccount traded;
        traded.quote("A", "50");
        traded.fill("A", "100", "50");
        QCOMPARE(traded.account.exDividend(u"B"_s, price("1"), traded.now), 0U);
        const quint64 due = traded.account.exDividend(u"A"_s, price("0.24"), traded.now);
        traded.quote("A", "49.76");
        QCOMPARE(traded.figures().equity, money("100000"));
        QCOMPARE(traded.figures().cash, money("95000"));
        QCOMPARE(traded.account.payDividend(due, traded.now).code, None);
        QCOMPARE(traded.figures().cash, money("95024"));
        QCOMPARE(traded.figures().equity, money("100000"));
        QCOMPARE(traded.account.payDividend(due, traded.now).code, BadAmount);
        QVERIFY(traded.isIdentical());
    }

    void endsContracts_data()
    {
        QTest::addColumn<QByteArray>("contract");
        QTest::addColumn<QString>("qty");
        QTest::addColumn<QString>("premium");
        QTest::addColumn<QString>("close");
        QTest::addColumn<QString>("shares");
        QTest::addColumn<QString>("result");
        const QByteArray call(call100);
        const QByteArray put(put100);
        QTest::newRow("C-16 exercised")
            << call << u"1"_s << u"2.50"_s << u"105"_s << u"100"_s << u"250"_s;
        QTest::newRow("C-17 assigned")
            << put << u"-1"_s << u"3.00"_s << u"94"_s << u"100"_s << u"-300"_s;
        QTest::newRow("C-18 expires") << QByteArray("O:A260619C00110000") << u"1"_s << u"1.20"_s
                                      << u"105"_s << u"0"_s << u"-120"_s;
        QTest::newRow("a cent in the money")
            << call << u"1"_s << u"1"_s << u"100.01"_s << u"100"_s << u"-99"_s;
        QTest::newRow("less than a cent")
            << call << u"1"_s << u"1"_s << u"100.005"_s << u"0"_s << u"-100"_s;
        QTest::newRow("short put kept")
            << put << u"-1"_s << u"3.00"_s << u"101"_s << u"0"_s << u"300"_s;
        QTest::newRow("C-19 in cash") << QByteArray("O:SPX260619C05000000") << u"1"_s << u"8"_s
                                      << u"5012.34"_s << u"0"_s << u"434"_s;
    }

    void endsContracts()
    {
        QFETCH(const QByteArray, contract);
        QFETCH(const QString, qty);
        QFETCH(const QString, premium);
        QFETCH(const QString, close);
        QFETCH(const QString, shares);
        QFETCH(const QString, result);
        TradedAccount traded;
        const Instrument instrument = *instrumentFromSymbol(QString::fromLatin1(contract));
        traded.fill(contract.constData(), qty.toLatin1().constData(),
                    premium.toLatin1().constData());
        const QByteArray underlying = instrument.option->underlying.toLatin1();
        traded.quote(underlying.constData(), close.toLatin1().constData());
        traded.expire(QDate(2026, 6, 17)); // the 19th is a holiday
        QVERIFY2(!traded.account.position(instrument.symbol).isZero(), "not before its day");
        traded.expire(QDate(2026, 6, 19));
        QCOMPARE(traded.account.position(instrument.symbol), Qty());
        QCOMPARE(traded.account.position(instrument.option->underlying).toString(), shares);
        QCOMPARE((traded.figures().equity - money("100000")).toString(), result);
        QVERIFY(traded.isIdentical());
    }

    void whatWasSaidBeforehandComesBack()
    {
        AccountSettings settings;
        settings.lots = LotMethod::SpecificId;
        TradedAccount traded(settings);
        traded.quote("A", "105");
        traded.fill(call100, "1", "2.50");
        traded.fill("A", "10", "10");
        traded.fill("A", "10", "20");
        traded.account.setDoNotExercise(QString::fromLatin1(call100), true, traded.now);
        traded.account.designateLots(u"o9"_s, { traded.account.lotRows()[1].lot.id }, traded.now);
        std::vector<LedgerEvent> read;
        for (const LedgerEvent &event : traded.account.takeEvents())
            read.push_back(*ledgerEventFromText(ledgerEventText(event)));
        TradedAccount back;
        back.quote("A", "105");
        QVERIFY(back.account.restore(read));
        back.account.execute(
            { 9, back.now, u"o9"_s, u"A"_s, Side::Sell, qty("10"), price("15"), {}, {} });
        QCOMPARE(back.figures().realized, money("-50"));
        back.expire(QDate(2026, 6, 19));
        QCOMPARE(back.account.position(u"A"_s), qty("10"));
    }

    void holdersMayDecline()
    {
        TradedAccount traded;
        traded.quote("A", "105");
        traded.fill(call100, "1", "2.50");
        traded.fill(put100, "-1", "1");
        traded.account.setDoNotExercise(QString::fromLatin1(call100), true, traded.now);
        traded.account.setDoNotExercise(QString::fromLatin1(put100), true, traded.now);
        traded.quote("A", "95");
        traded.expire(QDate(2026, 6, 19));
        QCOMPARE(traded.account.position(u"A"_s), qty("100")); // shorts have no say
        TradedAccount other;
        other.quote("A", "105");
        other.fill(call100, "1", "2.50");
        other.account.setDoNotExercise(QString::fromLatin1(call100), true, other.now);
        other.expire(QDate(2026, 6, 19));
        QCOMPARE(other.figures().realized, money("-250"));
    }

    void assignsEarly_data()
    {
        QTest::addColumn<QByteArray>("contract");
        QTest::addColumn<QString>("underlying");
        QTest::addColumn<QString>("mark");
        QTest::addColumn<QString>("dividend");
        QTest::addColumn<bool>("assigned");
        const QByteArray call(call100);
        const QByteArray put(put100);
        QTest::newRow("dividend above the time value")
            << call << u"110"_s << u"10.20"_s << u"0.24"_s << true;
        QTest::newRow("time value is worth more")
            << call << u"110"_s << u"10.30"_s << u"0.24"_s << false;
        QTest::newRow("no dividend") << call << u"110"_s << u"10.20"_s << u"0"_s << false;
        QTest::newRow("out of the money") << call << u"99"_s << u"0.10"_s << u"0.24"_s << false;
        QTest::newRow("put without time value") << put << u"90"_s << u"10.005"_s << u"0"_s << true;
        QTest::newRow("put with a cent") << put << u"90"_s << u"10.01"_s << u"0"_s << false;
    }

    void assignsEarly()
    {
        QFETCH(const QByteArray, contract);
        QFETCH(const QString, underlying);
        QFETCH(const QString, mark);
        QFETCH(const QString, dividend);
        QFETCH(const bool, assigned);
        for (const EarlyAssignment mode : { EarlyAssignment::Off, EarlyAssignment::Rational }) {
            AccountSettings settings;
            settings.earlyAssignment = mode;
            TradedAccount traded(settings);
            traded.fill(contract.constData(), "-1", "2");
            traded.quote("A", underlying.toLatin1().constData());
            traded.quote(contract.constData(), mark.toLatin1().constData());
            traded.account.assignEarly({ { u"A"_s, *Price::parse(dividend) } }, traded.now);
            QCOMPARE(traded.account.position(u"A"_s).isZero(),
                     !assigned || mode == EarlyAssignment::Off);
        }
    }

    void closesWhatCouldNotBeCarried()
    {
        const QDate last(2026, 6, 18); // the 19th is a holiday
        TradedAccount poor(TradedAccount::inMode(MarginMode::RegT, money("1000")));
        poor.quote("A", "105");
        poor.quote(call100, "5");
        poor.fill(call100, "2", "2.50");
        const std::vector<OrderTicket> orders = poor.account.expiryRisk(last, poor.now);
        QCOMPARE(orders.size(), std::size_t(1));
        QCOMPARE(orders.front().side, Side::Sell);
        QCOMPARE(orders.front().qty, qty("2"));
        QVERIFY(orders.front().reduceOnly);
        QVERIFY(poor.account.expiryRisk(last.addDays(-1), poor.now).empty());
        poor.quote("A", "95");
        QVERIFY(poor.account.expiryRisk(last, poor.now).empty());

        TradedAccount rich;
        rich.quote("A", "105");
        rich.quote(call100, "5");
        rich.fill(call100, "2", "2.50");
        QVERIFY(rich.account.expiryRisk(last, rich.now).empty());
    }
};

QTEST_APPLESS_MAIN(AccountEventsTest)
#include "tst_accountevents.moc"
