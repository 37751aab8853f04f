#include "paperaccount.h"

#include "tradedaccount.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;
using enum ReasonCode;

namespace {

const char *const call100 = "O:A260619C00100000";
const char *const call105 = "O:A260619C00105000";

AccountSettings blocking(RiskRule rule)
{
    AccountSettings settings;
    settings.risk.set(rule, RuleAction::Block);
    return settings;
}

} // namespace

/// What orders bind of an account's money, and what it refuses for lack of it.
class AccountMoneyTest : public QObject
{
    Q_OBJECT

private slots:
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
};

QTEST_APPLESS_MAIN(AccountMoneyTest)
#include "tst_accountmoney.moc"
