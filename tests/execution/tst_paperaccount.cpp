#include "paperaccount.h"

#include "easterntime.h"
#include "tradedaccount.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;
using enum ReasonCode;

namespace {

const char *const call100 = "O:A260619C00100000";
const char *const call105 = "O:A260619C00105000";
const char *const put100 = "O:A260619P00100000";

AccountSettings blocking(RiskRule rule)
{
    AccountSettings settings;
    settings.risk.set(rule, RuleAction::Block);
    return settings;
}

} // namespace

/// The account as orders and commands meet it.
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

    void refusesWhatTheMoneyDoesNotCover()
    {
        TradedAccount traded(TradedAccount::inMode(MarginMode::Cash, money("9500")));
        traded.quote("A", "10", "10.02");
        const std::vector<Reason> reasons
            = traded.check(TradedAccount::order("A", "1000", "10.02"));
        QCOMPARE(reasons.size(), std::size_t(1));
        QCOMPARE(reasons.front().code, InsufficientBuyingPower);
        QCOMPARE(reasons.front().numbers, u"needs 10,020.00, available 9,500.00"_s);
        QVERIFY(traded.accept(TradedAccount::order("A", "900", "10.02")));
        QCOMPARE(traded.refusal(TradedAccount::order("A", "100", "10.02")),
                 InsufficientBuyingPower);
        QCOMPARE(traded.figures().buyingPower, money("482"));
    }

    void marketBuysHoldTheirCollar_data()
    {
        QTest::addColumn<QString>("ask");
        QTest::addColumn<QString>("held");
        QTest::newRow("2.5 % at 50 and above") << u"50"_s << u"5125"_s;
        QTest::newRow("4 % below") << u"40"_s << u"4160"_s;
    }

    void marketBuysHoldTheirCollar()
    {
        QFETCH(const QString, ask);
        QFETCH(const QString, held);
        TradedAccount traded;
        traded.quote("A", ask.toLatin1().constData());
        QVERIFY(traded.accept(TradedAccount::order("A", "100")));
        QCOMPARE((money("200000") - traded.figures().buyingPower).toString(), held);
    }

    void shortSalesHoldMoreThanTheAsk()
    {
        TradedAccount traded;
        traded.quote("A", "99.90", "100");
        QVERIFY(traded.accept(TradedAccount::order("A", "-100", "99")));
        QCOMPARE(money("200000") - traded.figures().buyingPower, money("10300"));
        QVERIFY(traded.accept(TradedAccount::order("A", "-100", "110")));
        QCOMPARE(money("200000") - traded.figures().buyingPower, money("21300"));
    }

    void holdsFees()
    {
        TradedAccount traded(TradedAccount::inMode(MarginMode::Cash, money("1001")));
        traded.account.setFeeEstimate(
            [](const Instrument &, Side, Qty, Money) { return money("1.5"); });
        traded.quote("A", "10");
        QCOMPARE(traded.refusal(TradedAccount::order("A", "100", "10")), InsufficientBuyingPower);
        QVERIFY(traded.accept(TradedAccount::order("A", "99", "10")));
        QCOMPARE(traded.figures().buyingPower, money("9.5"));
    }

    void exitsHoldNothing()
    {
        TradedAccount traded(TradedAccount::inMode(MarginMode::Cash, money("1000")));
        traded.quote("A", "10");
        traded.fill("A", "100", "10");
        QVERIFY(traded.accept(TradedAccount::order("A", "-100", "11")));
        QCOMPARE(traded.figures().buyingPower, Money());
        // The shares are spoken for: a second sale would be a short
        QCOMPARE(traded.refusal(TradedAccount::order("A", "-100", "12")), ShortNotAllowed);
        OrderTicket exit = TradedAccount::order("A", "-100", "9");
        exit.reduceOnly = true;
        QVERIFY(traded.accept(exit));
    }

    void ordersThatShareAQuantityBindOnce()
    {
        TradedAccount traded;
        traded.quote("A", "10");
        OrderTicket first = TradedAccount::order("A", "100", "10");
        OrderTicket second = TradedAccount::order("A", "100", "9");
        first.oco = second.oco = u"pair"_s;
        QVERIFY(traded.accept(first) && traded.accept(second));
        QCOMPARE(money("200000") - traded.figures().buyingPower, money("1000"));
    }

    /// Another price, side or size than the first of the group's is checked like any other.
    void everyOrderThatSharesAQuantityIsChecked()
    {
        TradedAccount traded(TradedAccount::inMode(MarginMode::Cash, money("1000")));
        traded.quote("A", "10");
        const auto inPair = [](OrderTicket order) {
            order.oco = u"pair"_s;
            return order;
        };
        QVERIFY(traded.accept(inPair(TradedAccount::order("A", "80", "9"))));
        QCOMPARE(traded.refusal(inPair(TradedAccount::order("A", "1000", "9"))),
                 InsufficientBuyingPower);
        QCOMPARE(traded.refusal(inPair(TradedAccount::order("A", "-80", "12"))), ShortNotAllowed);
        QCOMPARE(traded.refusal(inPair(TradedAccount::order("A", "80", "12.51"))),
                 InsufficientBuyingPower);
        QVERIFY(traded.accept(inPair(TradedAccount::order("A", "80", "12"))));
        QCOMPARE(traded.figures().buyingPower, money("40")); // the dearer of both
        // Another size may fill beside the rest of the first
        QVERIFY(traded.accept(inPair(TradedAccount::order("A", "4", "10"))));
        QCOMPARE(traded.figures().buyingPower, Money());
        traded.account.setKillSwitch(true, traded.now);
        QCOMPARE(traded.refusal(inPair(TradedAccount::order("A", "80", "8"))), RiskKillSwitch);
    }

    void ordersThatShareAQuantityCommitOnce()
    {
        TradedAccount traded(blocking(RiskRule::PerSymbol));
        traded.quote("A", "10");
        for (const char *limit : { "9", "10", "8" }) {
            OrderTicket order = TradedAccount::order("A", "400", limit);
            order.oco = u"group"_s;
            QVERIFY(traded.accept(order));
        }
        QCOMPARE(traded.check(TradedAccount::order("A", "101", "10")).front().numbers,
                 u"commits 5,010.00, limit 5,000.00"_s);
    }

    void changesDoNotCountAgainstThemselves()
    {
        TradedAccount traded(TradedAccount::inMode(MarginMode::Cash, money("1000")));
        traded.quote("A", "10");
        OrderTicket order = TradedAccount::order("A", "100", "10");
        QVERIFY(traded.accept(order));
        order.limit = price("9.99");
        QVERIFY(traded.check(order).empty());
        order.limit = price("10.01");
        QCOMPARE(traded.check(order).front().numbers, u"needs 1,001.00, available 1,000.00"_s);
    }

    void releasesAsItFills()
    {
        TradedAccount traded;
        traded.quote("A", "10");
        const OrderTicket order = TradedAccount::order("A", "100", "10");
        QVERIFY(traded.accept(order));
        traded.account.execute(
            { 1, traded.now, order.id, u"A"_s, Side::Buy, qty("60"), price("10"), {}, {} });
        traded.account.hold(order, qty("40"), {});
        QCOMPARE(traded.figures().buyingPower, money("199000")); // half held, half owned
        // Asked about again with what is left of it, as for a change
        QVERIFY(traded.check(order).empty());
        traded.account.hold(order, Qty(), {});
        QCOMPARE(traded.figures().buyingPower, money("199400"));
    }

    void pricesOrdersThatCameBeforeAnyQuote()
    {
        TradedAccount traded(TradedAccount::inMode(MarginMode::Cash, money("1000")));
        QVERIFY(traded.accept(TradedAccount::order("A", "90")));
        traded.quote("A", "10");
        QCOMPARE(traded.refusal(TradedAccount::order("A", "10", "10")), InsufficientBuyingPower);
    }

    /// A market order of a package binds by its legs' first prices, however late they come.
    void pricesPackagesThatCameBeforeAnyQuote()
    {
        TradedAccount traded(TradedAccount::inMode(MarginMode::Cash, money("1000")));
        OrderTicket package = TradedAccount::spread(call100, call105, "1", "");
        QVERIFY(traded.accept(package));
        traded.quote("A", "100");
        traded.quote(call100, "9");
        QCOMPARE(traded.refusal(TradedAccount::order(call100, "1", "2")), InsufficientBuyingPower);
        traded.quote(call105, "8");
        QVERIFY(traded.check(TradedAccount::order("A", "1", "100")).empty());
        QCOMPARE(traded.refusal(TradedAccount::order("A", "10", "100")), InsufficientBuyingPower);
    }

    void refusesShorts()
    {
        TradedAccount cash(TradedAccount::inMode(MarginMode::Cash));
        cash.quote("A", "10");
        QCOMPARE(cash.refusal(TradedAccount::order("A", "-1", "10")), ShortNotAllowed);
        cash.fill("A", "5", "10");
        QVERIFY(cash.check(TradedAccount::order("A", "-5", "10")).empty());
        QCOMPARE(cash.check(TradedAccount::order("A", "-6", "10")).front().numbers,
                 u"would sell 1 short"_s);

        TradedAccount margin;
        margin.quote("A", "10");
        QVERIFY(margin.check(TradedAccount::order("A", "-1", "10")).empty());
        margin.quote("A", "5");
        QCOMPARE(margin.refusal(TradedAccount::order("A", "-1", "5")), NotShortable);
        margin.quote("X:BTCUSD", "60000");
        QCOMPARE(margin.refusal(TradedAccount::order("X:BTCUSD", "-1", "60000")), NotShortable);
        AccountSettings settings;
        settings.shortAllowed = false;
        margin.account.configure(settings, margin.now);
        margin.quote("A", "10");
        QCOMPARE(margin.refusal(TradedAccount::order("A", "-1", "10")), ShortNotAllowed);
    }

    void reduceOnlyNeedsAPosition()
    {
        TradedAccount traded;
        traded.quote("A", "10");
        OrderTicket exit = TradedAccount::order("A", "-100", "10");
        exit.reduceOnly = true;
        QCOMPARE(traded.refusal(exit), ReduceOnlyViolation);
        traded.fill("A", "-100", "10");
        QCOMPARE(traded.refusal(exit), ReduceOnlyViolation);
        traded.fill("A", "200", "10");
        QVERIFY(traded.check(exit).empty());
    }

    void writesOptionsByLevel()
    {
        TradedAccount cash(TradedAccount::inMode(MarginMode::Cash));
        cash.quote("A", "100");
        cash.quote(call105, "1.15", "1.25");
        cash.quote(call100, "2.90", "3.10");
        QCOMPARE(cash.refusal(TradedAccount::order(call105, "-1", "1.15")), OptionLevel);
        cash.fill("A", "100", "100");
        QVERIFY(cash.accept(TradedAccount::order(call105, "-1", "1.15")));
        QCOMPARE(cash.refusal(TradedAccount::order(call105, "-1", "1.15")), OptionLevel);
        const OrderTicket spread = TradedAccount::spread(call100, call105, "1", "1.95");
        const Money before = cash.figures().buyingPower;
        QVERIFY(cash.accept(spread));
        QCOMPARE(before - cash.figures().buyingPower, money("195"));
    }

    /// The broker refuses them; a ticket may still ask what they would mean.
    void packagesWithSharesAreLookedAtWithoutHarm()
    {
        TradedAccount traded;
        traded.quote("A", "100");
        traded.quote(call100, "2.90", "3.10");
        const OrderTicket ticket = TradedAccount::spread("A", call100, "1", "97");
        const AccountOpinion opinion
            = traded.account.opinion(ticket, TradedAccount::instrumentsOf(ticket), {}, traded.now);
        QVERIFY(opinion.refusals.empty());
        OrderTicket turned = TradedAccount::spread(call100, "A", "1", "97");
        QVERIFY(traded.accept(turned));
        QCOMPARE(traded.account.margin(traded.now).excess, money("100000"));
    }

    void nakedOptionsBindTheirRequirement() // C-10
    {
        TradedAccount traded;
        traded.quote("A", "100");
        const char *call110 = "O:A260619C00110000";
        traded.quote(call110, "1.50");
        QVERIFY(traded.accept(TradedAccount::order(call110, "-1", "1.50")));
        QCOMPARE(traded.figures().buyingPower, money("200000") - money("2300"));
        traded.account.hold(TradedAccount::order(call110, "-1"), Qty(), {});
    }

    /// The price of an order counts, not that of the same contracts ordered before or held.
    void everyOptionOrderBindsItsOwnPrice()
    {
        TradedAccount traded;
        traded.quote("A", "100");
        QVERIFY(traded.accept(TradedAccount::order(call100, "1", "0.01")));
        QCOMPARE(traded.check(TradedAccount::order(call100, "1000", "5.00")).front().numbers,
                 u"needs 500,000.00, available 99,999.00"_s);
        traded.quote(call105, "0.01");
        traded.fill(call105, "1", "0.01");
        QCOMPARE(traded.refusal(TradedAccount::order(call105, "1000", "5.00")),
                 InsufficientBuyingPower);
    }

    void packagesSoldForADebitBindIt()
    {
        TradedAccount traded(TradedAccount::inMode(MarginMode::Cash, money("1000")));
        traded.quote("A", "100");
        traded.quote(call100, "3");
        traded.quote(call105, "1");
        OrderTicket turned = TradedAccount::spread(call105, call100, "1", "-2"); // as written: +2
        turned.side = Side::Sell; // so it pays 2
        QVERIFY(traded.accept(turned));
        QCOMPARE(traded.figures().buyingPower, money("800"));
    }

    /// What is only ordered covers nothing: it may never fill, or be taken back.
    void unfilledOrdersCoverNoShorts()
    {
        TradedAccount cash(TradedAccount::inMode(MarginMode::Cash));
        cash.quote("A", "100");
        cash.quote(call100, "2.90", "3.10");
        cash.quote(call105, "1.15", "1.25");
        QVERIFY(cash.accept(TradedAccount::order(call105, "1", "0.01")));
        QCOMPARE(cash.refusal(TradedAccount::order(call100, "-1", "2.90")), OptionLevel);
        QVERIFY(cash.accept(TradedAccount::spread(call100, call105, "1", "1.90")));
        QCOMPARE(cash.refusal(TradedAccount::order(call105, "-1", "1.15")), OptionLevel);
        QVERIFY(cash.accept(TradedAccount::order("A", "100", "100")));
        QCOMPARE(cash.refusal(TradedAccount::order(call105, "-1", "1.15")), OptionLevel);
        TradedAccount margin;
        margin.quote("A", "100");
        margin.quote(call100, "2.90", "3.10");
        QVERIFY(margin.accept(TradedAccount::order(call105, "1", "0.01")));
        QVERIFY(margin.accept(TradedAccount::order(call100, "-1", "2.90")));
        // 2,290 naked and 1 for the long
        QCOMPARE(margin.figures().buyingPower, money("200000") - money("4582"));
    }

    void coverIsNotSoldAway()
    {
        TradedAccount cash(TradedAccount::inMode(MarginMode::Cash));
        cash.quote("A", "100");
        cash.quote(call100, "3");
        cash.quote(call105, "1");
        cash.fill("A", "100", "100");
        cash.fill(call105, "-1", "1");
        QCOMPARE(cash.refusal(TradedAccount::order("A", "-100", "101")), OptionLevel);
        OrderTicket stop = TradedAccount::order("A", "-100");
        stop.type = OrderType::Stop;
        stop.stop = price("90");
        stop.reduceOnly = true;
        QCOMPARE(cash.refusal(stop), OptionLevel);
        QVERIFY(cash.accept(TradedAccount::order(call105, "1", "1")));
        QCOMPARE(cash.refusal(stop), OptionLevel); // bought back it is when it is filled
        cash.fill(call105, "1", "1");
        QVERIFY(cash.accept(stop));
        QCOMPARE(cash.refusal(TradedAccount::order(call105, "-1", "1")), OptionLevel);
    }

    /// The long leg of a spread may go where there is money for the short one alone.
    void soldCoverNeedsTheNakedRequirement()
    {
        for (const bool isRich : { true, false }) {
            TradedAccount traded(
                TradedAccount::inMode(MarginMode::RegT, money(isRich ? "5000" : "1500")));
            traded.quote("A", "100");
            traded.quote(call100, "3");
            traded.quote(call105, "1");
            traded.fill(call100, "-1", "3");
            traded.fill(call105, "1", "1");
            const OrderTicket sale = TradedAccount::order(call105, "-1", "1");
            QCOMPARE(traded.refusal(sale), isRich ? None : InsufficientBuyingPower);
        }
    }

    void longOptionsArePaidInFull()
    {
        TradedAccount traded(TradedAccount::inMode(MarginMode::RegT, money("300")));
        traded.quote("A", "100");
        traded.quote(call100, "2.90", "3.00");
        QVERIFY(traded.check(TradedAccount::order(call100, "1", "3.00")).empty());
        QCOMPARE(traded.check(TradedAccount::order(call100, "1", "3.01")).front().numbers,
                 u"needs 301.00, available 300.00"_s);
    }

    void withoutMarginNothingIsRefusedForMoney()
    {
        TradedAccount traded(TradedAccount::inMode(MarginMode::None, money("10")));
        traded.quote("A", "100");
        QVERIFY(traded.check(TradedAccount::order("A", "1000", "100")).empty());
        QVERIFY(traded.check(TradedAccount::order("A", "-1000", "100")).empty());
    }

    void aMarginCallStopsOpenings()
    {
        TradedAccount traded;
        traded.quote("A", "150");
        traded.fill("A", "1000", "150");
        traded.quote("A", "60");
        QList<ReasonCode> codes;
        for (const Reason &reason : traded.check(TradedAccount::order("A", "1", "60")))
            codes << reason.code;
        QCOMPARE(codes, (QList { InsufficientBuyingPower, RiskMarginCall }));
        QVERIFY(traded.check(TradedAccount::order("A", "-1", "60")).empty());
    }

    void killSwitchStopsOpeningsAlone()
    {
        TradedAccount traded;
        traded.quote("A", "10");
        traded.fill("A", "10", "10");
        traded.account.setKillSwitch(true, traded.now);
        QCOMPARE(traded.refusal(TradedAccount::order("A", "1", "10")), RiskKillSwitch);
        QVERIFY(traded.check(TradedAccount::order("A", "-10", "10")).empty());
        traded.account.setKillSwitch(false, traded.now);
        QVERIFY(traded.check(TradedAccount::order("A", "1", "10")).empty());
    }

    void limitsContracts() // C-21
    {
        TradedAccount traded(blocking(RiskRule::PerTrade));
        traded.quote("A", "100");
        traded.quote(call100, "1.95", "2.00");
        QVERIFY(traded.check(TradedAccount::order(call100, "10", "2.00")).empty());
        const std::vector<Reason> reasons
            = traded.check(TradedAccount::order(call100, "11", "2.00"));
        QCOMPARE(reasons.front().code, RiskPerTrade);
        QCOMPARE(reasons.front().numbers, u"commits 2,200.00, limit 2,000.00"_s);
    }

    void limitsByLossOrNotional() // C-22
    {
        AccountSettings settings;
        settings.risk.actions.fill(RuleAction::Block);
        TradedAccount traded(settings);
        traded.quote("A", "100");
        OrderTicket order = TradedAccount::order("A", "500", "100");
        order.stopLoss = price("96");
        order.strategy = u"s"_s;
        QVERIFY(traded.check(order).empty());
        settings.risk.basis = RiskBasis::Notional;
        traded.account.configure(settings, traded.now);
        QList<ReasonCode> codes;
        for (const Reason &reason : traded.check(order))
            codes << reason.code;
        QCOMPARE(codes, (QList { RiskPerTrade, RiskPerSymbol, RiskPerStrategy }));
    }

    void packagesCommitWhatTheyCanLose()
    {
        TradedAccount traded(blocking(RiskRule::PerTrade));
        traded.quote("A", "100");
        traded.quote(call100, "3.00");
        traded.quote(call105, "1.00");
        QVERIFY(traded.check(TradedAccount::spread(call100, call105, "10", "2.00")).empty());
        QCOMPARE(
            traded.check(TradedAccount::spread(call100, call105, "11", "2.00")).front().numbers,
            u"commits 2,200.00, limit 2,000.00"_s);
    }

    void countsWhatIsCommittedAlready()
    {
        TradedAccount traded(blocking(RiskRule::PerSymbol));
        traded.quote("A", "100");
        OrderTicket order = TradedAccount::order("A", "500", "100");
        order.stopLoss = price("96"); // 2,000 of 5,000
        QVERIFY(traded.accept(order));
        OrderTicket second = order;
        second.id = u"second"_s;
        QVERIFY(traded.accept(second));
        OrderTicket third = order;
        third.id = u"third"_s;
        QCOMPARE(traded.refusal(third), RiskPerSymbol);
        third.symbol = u"B"_s;
        traded.quote("B", "100");
        QVERIFY(traded.check(third).empty());
        // The first fills and its stop works: what is lost until there counts, not the value
        traded.account.execute(
            { 1, traded.now, order.id, u"A"_s, Side::Buy, qty("500"), price("100"), {}, {} });
        traded.account.hold(order, Qty(), {});
        OrderTicket stop = TradedAccount::order("A", "-500");
        stop.type = OrderType::Stop;
        stop.stop = price("96");
        stop.reduceOnly = true;
        QVERIFY(traded.accept(stop));
        OrderTicket small = TradedAccount::order("A", "10", "100");
        QVERIFY(traded.check(small).empty()); // 2,000 + 2,000 + 1,000
        traded.account.hold(stop, Qty(), {});
        QCOMPARE(traded.refusal(small), RiskPerSymbol);
    }

    void limitsAStrategy()
    {
        TradedAccount traded(blocking(RiskRule::PerStrategy));
        traded.quote("A", "100");
        traded.fill("A", "150", "100", "0", "one");
        traded.fill("A", "150", "100", "0", "two");
        OrderTicket order = TradedAccount::order("A", "50", "100");
        order.strategy = u"one"_s;
        QVERIFY(traded.accept(order)); // 15,000 + 5,000 of 20,000
        order.id = u"next"_s;
        order.qty = qty("1");
        QCOMPARE(traded.refusal(order), RiskPerStrategy);
        order.strategy = u"two"_s;
        QVERIFY(traded.check(order).empty());
        order.strategy.clear();
        QVERIFY(traded.check(order).empty());
    }

    void keepsACashReserve()
    {
        TradedAccount traded(blocking(RiskRule::CashReserve));
        traded.quote("A", "100");
        QVERIFY(traded.accept(TradedAccount::order("A", "800", "100")));
        QCOMPARE(traded.refusal(TradedAccount::order("A", "1", "100")), RiskCashReserve);
    }

    void locksTheDay() // C-23
    {
        TradedAccount traded(blocking(RiskRule::DailyLoss));
        traded.quote("A", "100");
        traded.fill("A", "100", "100");
        traded.quote("A", "70.01");
        QVERIFY(traded.check(TradedAccount::order("A", "1", "70")).empty());
        traded.quote("A", "70");
        QCOMPARE(traded.refusal(TradedAccount::order("A", "1", "70")), RiskDailyLoss);
        traded.quote("A", "100");
        QCOMPARE(traded.refusal(TradedAccount::order("A", "1", "100")), RiskDailyLoss);
        QVERIFY(traded.check(TradedAccount::order("A", "-100", "100")).empty());
        traded.now += 24h;
        traded.quote("A", "100");
        QVERIFY(traded.check(TradedAccount::order("A", "1", "100")).empty());
    }

    void flowsAreNoLoss()
    {
        TradedAccount traded(blocking(RiskRule::DailyLoss));
        traded.quote("A", "100");
        QCOMPARE(traded.account.withdraw(money("50000"), traded.now).code, None);
        QVERIFY(traded.check(TradedAccount::order("A", "1", "100")).empty());
    }

    void limitsTheRate()
    {
        TradedAccount traded(blocking(RiskRule::Rate));
        traded.quote("A", "10");
        for (int i = 0; i < 10; ++i)
            QVERIFY(traded.check(TradedAccount::order("A", "1", "10")).empty());
        QCOMPARE(traded.refusal(TradedAccount::order("A", "1", "10")), RiskRate);
        traded.quote("B", "10");
        QVERIFY(traded.check(TradedAccount::order("B", "1", "10")).empty());
        traded.now += 60s;
        QVERIFY(traded.check(TradedAccount::order("A", "1", "10")).empty());
    }

    void warnsWithoutRefusing()
    {
        AccountSettings settings;
        settings.risk.set(RiskRule::PerTrade, RuleAction::Warn);
        TradedAccount traded(settings);
        traded.quote("A", "100");
        const OrderTicket order = TradedAccount::order("A", "500", "100");
        const AccountOpinion opinion
            = traded.account.opinion(order, TradedAccount::instrumentsOf(order), {}, traded.now);
        QCOMPARE(opinion.findings.size(), std::size_t(1));
        QVERIFY(opinion.reasonsAgainst().empty());
        QVERIFY(traded.check(order).empty());
        QCOMPARE(traded.account.warnings().front().reason.code, RiskPerTrade);
    }

    void keepsTheOldDayTradeRule()
    {
        AccountSettings settings = TradedAccount::inMode(MarginMode::RegT, money("20000"));
        settings.dayTradeRule = true;
        TradedAccount traded(settings);
        traded.quote("A", "10");
        for (int i = 0; i < 4; ++i) {
            QVERIFY(traded.check(TradedAccount::order("A", "1", "10")).empty());
            traded.fill("A", "2", "10");
            traded.fill("A", "-1", "10");
            traded.fill("A", "-1", "10");
        }
        QCOMPARE(traded.refusal(TradedAccount::order("A", "1", "10")), RiskDayTrades);
        QCOMPARE(traded.account.deposit(money("5000"), traded.now).code, None);
        QVERIFY(traded.check(TradedAccount::order("A", "1", "10")).empty());
        QCOMPARE(traded.account.withdraw(money("5000"), traded.now).code, None);
        traded.now += 6 * 24h; // Tuesday: the last Wednesday is out of the five days
        QCOMPARE(traded.refusal(TradedAccount::order("A", "1", "10")), RiskDayTrades);
        traded.now += 24h;
        QVERIFY(traded.check(TradedAccount::order("A", "1", "10")).empty());
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

QTEST_APPLESS_MAIN(PaperAccountTest)
#include "tst_paperaccount.moc"
