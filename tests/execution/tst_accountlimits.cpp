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

/// What stops openings beside money: margin calls, the kill switch, limits.
class AccountLimitsTest : public QObject
{
    Q_OBJECT

private slots:
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
};

QTEST_APPLESS_MAIN(AccountLimitsTest)
#include "tst_accountlimits.moc"
