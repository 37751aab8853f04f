#include "paperaccount.h"

#include "easterntime.h"
#include "tradedaccount.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;
using enum ReasonCode;

/// The account as its owner meets it.
class PaperAccountTest : public QObject
{
    Q_OBJECT

private slots:
    void opensWithItsCash()
    {
        TradedAccount traded;
        const AccountFigures figures = traded.figures();
        QCOMPARE(figures.cash, money("100000"));
        QCOMPARE(figures.equity, money("100000"));
        QCOMPARE(figures.buyingPower, money("200000"));
        QVERIFY(!figures.stale && !figures.winRate());
        const std::vector<LedgerEvent> events = traded.account.takeEvents();
        QCOMPARE(events.size(), std::size_t(3)); // settings, deposit, start of the day
        QVERIFY(traded.account.takeEvents().empty());
        AccountSettings senseless;
        senseless.startingCash = money("-1");
        PaperAccount other(traded.prices, traded.calendar);
        QVERIFY(!other.open(senseless, traded.now));
    }

    void figuresOfALong() // C-06
    {
        TradedAccount traded;
        traded.quote("A", "150");
        traded.fill("A", "1000", "150");
        QCOMPARE(traded.figures().cash, money("-50000"));
        QCOMPARE(traded.figures().buyingPower, money("50000"));
        QCOMPARE(traded.account.margin(traded.now).initial, money("75000"));
        traded.quote("A", "100");
        QCOMPARE(traded.figures().equity, money("50000"));
        QCOMPARE(traded.figures().unrealized, money("-50000"));
        QCOMPARE(traded.account.margin(traded.now).maintenance, money("25000"));
        QVERIFY(!traded.account.isMarginCalled(traded.now));
        traded.quote("A", "66.66");
        QVERIFY(traded.account.isMarginCalled(traded.now));
        QVERIFY(traded.isIdentical());
    }

    void figuresOfAShort() // C-07
    {
        TradedAccount traded;
        traded.quote("A", "100");
        traded.fill("A", "-500", "100");
        QCOMPARE(traded.figures().cash, money("150000"));
        QCOMPARE(traded.figures().equity, money("100000"));
        QCOMPARE(traded.figures().buyingPower, money("150000"));
        traded.quote("A", "130");
        QCOMPARE(traded.figures().equity, money("85000"));
        QVERIFY(traded.isIdentical());
    }

    void valuesAtLiquidation()
    {
        TradedAccount traded;
        traded.quote("A", "10", "10.10");
        traded.quote("B", "20", "20.20");
        traded.fill("A", "100", "10.10");
        traded.fill("B", "-100", "20");
        QCOMPARE(traded.figures().unrealized, money("-30"));
        AccountSettings mid = traded.account.settings();
        mid.valuation = ValuationMode::Mid;
        QCOMPARE(traded.account.configure(mid, traded.now).code, None);
        QCOMPARE(traded.figures().unrealized, money("-15"));
    }

    void fallsBackToOlderPrices()
    {
        TradedAccount traded;
        traded.fill("A", "100", "10");
        QVERIFY(traded.figures().stale);
        QCOMPARE(traded.figures().unrealized, Money()); // at cost while nothing is known
        traded.prices[u"A"_s].previousClose = price("9");
        QCOMPARE(traded.figures().unrealized, money("-100"));
        traded.prices[u"A"_s].last = price("11");
        QCOMPARE(traded.figures().unrealized, money("100"));
        QVERIFY(traded.figures().stale);
        traded.quote("A", "12", "12.02");
        QCOMPARE(traded.figures().unrealized, money("200"));
        QVERIFY(!traded.figures().stale);
        traded.now += 61s;
        QVERIFY(traded.figures().stale);
        traded.now = easterntime::at(QDate(2026, 3, 4), 18h);
        QVERIFY2(!traded.figures().stale, "after hours a quote's age alone says nothing");
    }

    void settlesTheNextTradingDay()
    {
        TradedAccount traded(TradedAccount::inMode(MarginMode::Cash, money("1000")),
                             easterntime::at(QDate(2026, 3, 6), 10h)); // a Friday
        traded.quote("A", "10");
        traded.fill("A", "100", "10");
        traded.fill("A", "-100", "11");
        QCOMPARE(traded.account.settledCash(traded.now), Money());
        QCOMPARE(traded.figures().buyingPower, money("1100"));
        QCOMPARE(traded.account.withdraw(money("1"), traded.now).code, InsufficientBuyingPower);
        traded.now = easterntime::at(QDate(2026, 3, 8), 10h);
        QCOMPARE(traded.account.settledCash(traded.now), Money());
        traded.now = easterntime::at(QDate(2026, 3, 9), 1h);
        QCOMPARE(traded.account.settledCash(traded.now), money("1100"));
        QCOMPARE(traded.account.withdraw(money("1100"), traded.now).code, None);
    }

    void takesMoneyInAndOut()
    {
        TradedAccount traded;
        QCOMPARE(traded.account.deposit(Money(), traded.now).code, BadAmount);
        QCOMPARE(traded.account.withdraw(money("-5"), traded.now).code, BadAmount);
        QCOMPARE(traded.account.deposit(money("50.25"), traded.now).code, None);
        const Reason refused = traded.account.withdraw(money("100050.26"), traded.now);
        QCOMPARE(refused.code, InsufficientBuyingPower);
        QCOMPARE(refused.numbers, u"needs 100,050.26, available 100,050.25"_s);
        QCOMPARE(
            traded.account.deposit(Money::fromUnits(std::numeric_limits<qint64>::max()), traded.now)
                .code,
            BadAmount);
        QCOMPARE(traded.figures().cash, money("100050.25"));
    }

    void resetsAndKeepsWhatWas()
    {
        TradedAccount traded;
        traded.quote("A", "10");
        const OrderTicket order = TradedAccount::order("A", "1", "10");
        QVERIFY(traded.accept(order));
        QCOMPARE(traded.account.reset(traded.now).code, OrdersWorking);
        traded.account.hold(order, Qty(), {});
        traded.fill("A", "100", "20");
        QCOMPARE(traded.account.reset(traded.now).code, None);
        QCOMPARE(traded.figures().cash, money("100000"));
        QVERIFY(traded.account.positions().empty());
        const std::vector<LedgerEvent> events = traded.account.takeEvents();
        const auto fills = std::count_if(events.begin(), events.end(), [](const auto &event) {
            return event.kind == LedgerEventKind::Fill;
        });
        QCOMPARE(fills, 1);
    }

    void comesBackFromItsEvents()
    {
        TradedAccount traded;
        traded.quote("A", "10");
        traded.fill("A", "100", "10", "1", "s");
        traded.fill("A", "-150", "12", "1", "s");
        traded.account.setKillSwitch(true, traded.now);
        const std::vector<LedgerEvent> events = traded.account.takeEvents();
        PaperAccount back(traded.prices, traded.calendar);
        QVERIFY(back.restore(events));
        QVERIFY(back.ledger() == traded.account.ledger());
        QVERIFY(back.takeEvents().empty());
        QCOMPARE(back.correct(events[3].sequence, traded.now).code, BadAmount); // moved on
        QCOMPARE(back.correct(events[4].sequence, traded.now).code, None);
        QCOMPARE(back.position(u"A"_s), qty("100"));
        QCOMPARE(back.correct(999, traded.now).code, OrderNotFound);
        PaperAccount broken(traded.prices, traded.calendar);
        QVERIFY(!broken.restore(std::span(events).subspan(1)));
    }

    void takesBackOnceAndNothingBeforeAReset()
    {
        TradedAccount traded;
        traded.quote("A", "10");
        PaperAccount &account = traded.account;
        const auto last = [&] { return account.ledger().state().sequence; };
        QCOMPARE(account.deposit(money("50"), traded.now).code, None);
        const quint64 deposit = last();
        QCOMPARE(account.correct(deposit, traded.now).code, None);
        const quint64 correction = last();
        QCOMPARE(account.correct(deposit, traded.now).code, BadAmount);
        QCOMPARE(account.correct(correction, traded.now).code, BadAmount);
        traded.fill("A", "100", "10");
        const quint64 dividend = account.exDividend(u"A"_s, price("1"), traded.now);
        QCOMPARE(account.payDividend(dividend, traded.now).code, None);
        QCOMPARE(account.correct(last(), traded.now).code, BadAmount);
        traded.fill("A", "-100", "11");
        const quint64 sale = last();
        QCOMPARE(account.correct(sale, traded.now).code, None);
        QCOMPARE(account.correct(sale, traded.now).code, BadAmount);
        QCOMPARE(account.position(u"A"_s), qty("100"));
        PaperAccount back(traded.prices, traded.calendar);
        const std::vector<LedgerEvent> events = account.takeEvents();
        QVERIFY(back.restore(events));
        QCOMPARE(back.correct(sale, traded.now).code, BadAmount);
        QCOMPARE(account.deposit(money("7"), traded.now).code, None);
        const quint64 before = last();
        QCOMPARE(account.reset(traded.now).code, None);
        QCOMPARE(account.correct(before, traded.now).code, BadAmount);
        QCOMPARE(traded.figures().cash, money("100000"));
    }

    void showsPositionsAndLots()
    {
        TradedAccount traded;
        traded.quote("A", "11");
        traded.fill("A", "100", "10", "0", "one");
        traded.fill("A", "50", "13", "0", "two");
        const std::vector<PositionRow> rows = traded.account.positionRows(traded.now);
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(rows.front().average, price("11"));
        QCOMPARE(rows.front().unrealized, Money());
        const std::vector<LotRow> lots = traded.account.lotRows();
        QCOMPARE(lots.size(), std::size_t(2));
        QCOMPARE(lots[1].lot.cost, money("650"));
        QCOMPARE(lots[1].lot.strategy, u"two"_s);
        QCOMPARE(lots[1].lot.openedAt, traded.now);
        QCOMPARE(traded.account.flatten(u"end-"_s).front().qty, qty("150"));
    }

    void stopsWhenABookingDoesNotFit()
    {
        TradedAccount traded;
        traded.quote("A", "10");
        traded.fill("A", "90000000000", "900000000");
        QVERIFY(traded.account.fault());
        QCOMPARE(traded.account.fault()->code, Error::Code::Overflow);
        QCOMPARE(traded.account.position(u"A"_s), Qty());
        QCOMPARE(traded.refusal(TradedAccount::order("A", "1", "10")), RiskKillSwitch);
        // the lock names the fill that it stands for, and is none of a person
        const std::vector<LedgerEvent> books = traded.account.takeEvents();
        const auto lock = std::ranges::find(books, LedgerEventKind::Lock, &LedgerEvent::kind);
        QVERIFY(lock != books.end());
        QCOMPARE(lock->source, u"fault"_s);
        QVERIFY(lock->reference > 0);
    }

    void closesTheNamedLots()
    {
        AccountSettings settings;
        settings.lots = LotMethod::SpecificId;
        TradedAccount traded(settings);
        traded.quote("A", "10");
        traded.fill("A", "10", "10");
        traded.fill("A", "10", "20");
        traded.account.designateLots(u"o3"_s, { traded.account.lotRows()[1].lot.id }, traded.now);
        traded.fill("A", "-10", "15");
        QCOMPARE(traded.figures().realized, money("-50"));
    }
};

QTEST_APPLESS_MAIN(PaperAccountTest)
#include "tst_paperaccount.moc"
