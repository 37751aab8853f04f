#include "easterntime.h"
#include "exitrules.h"
#include "ledgermath.h"
#include "marginfigures.h"
#include "optionneed.h"
#include "positionsizing.h"
#include "riskgate.h"
#include "writtenbooks.h"

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

OptionHolding option(const char *qtyText, OptionRight right, const char *strike,
                     const char *premium, int month = 6)
{
    OptionHolding holding;
    holding.terms.underlying = u"A"_s;
    holding.terms.right = right;
    holding.terms.strike = price(strike);
    holding.terms.expiry = QDate(2026, month, 19);
    holding.qty = qty(qtyText);
    holding.mark = price(premium);
    return holding;
}

OptionHolding call(const char *qtyText, const char *strike, const char *premium, int month = 6)
{
    return option(qtyText, OptionRight::Call, strike, premium, month);
}

OptionHolding put(const char *qtyText, const char *strike, const char *premium, int month = 6)
{
    return option(qtyText, OptionRight::Put, strike, premium, month);
}

OptionNeed need(const char *underlying, std::vector<OptionHolding> options,
                const char *shares = "0")
{
    return optionNeed({ price(underlying), qty(shares), std::move(options) });
}

ValuedPosition stock(const char *qtyText, const char *mark)
{
    ValuedPosition position;
    position.instrument = *instrumentFromSymbol(u"A"_s);
    position.qty = qty(qtyText);
    position.mark = price(mark);
    position.value = *notional(position.mark, position.qty);
    return position;
}

RiskQuestion harmless()
{
    RiskQuestion question;
    question.capital = question.equity = question.cashAfter = money("100000");
    question.orders = question.symbolOrders = 1;
    return question;
}

RiskSettings allBlocking()
{
    RiskSettings settings;
    settings.actions.fill(RuleAction::Block);
    return settings;
}

QList<ReasonCode> codes(const std::vector<RiskFinding> &findings)
{
    QList<ReasonCode> list;
    for (const RiskFinding &finding : findings)
        list << finding.reason.code;
    return list;
}

const Instrument &shares()
{
    static const Instrument instrument = [] {
        Instrument whole = *instrumentFromSymbol(u"A"_s);
        whole.fractions = false;
        return whole;
    }();
    return instrument;
}

} // namespace

/// The pure rules of an account: margin, option requirements, limits, sizes and exits.
class AccountRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void regulationTOfALong() // C-06
    {
        QCOMPARE(regulationT(money("100000"), {}, {}).buyingPower(), money("200000"));
        const std::vector<ValuedPosition> bought { stock("1000", "150") };
        const MarginFigures at150 = regulationT(money("100000"), bought, {});
        QCOMPARE(at150.initial, money("75000"));
        QCOMPARE(at150.excess, money("25000"));
        QCOMPARE(at150.buyingPower(), money("50000"));
        const std::vector<ValuedPosition> fallen { stock("1000", "100") };
        const MarginFigures at100 = regulationT(money("50000"), fallen, {});
        QCOMPARE(at100.maintenance, money("25000"));
        QVERIFY(!at100.isCalled());
    }

    void regulationTOfAShort() // C-07
    {
        const std::vector<ValuedPosition> sold { stock("-500", "100") };
        const MarginFigures at100 = regulationT(money("100000"), sold, {});
        QCOMPARE(at100.initial, money("25000"));
        QCOMPARE(at100.buyingPower(), money("150000"));
        const std::vector<ValuedPosition> risen { stock("-500", "130") };
        QCOMPARE(regulationT(money("85000"), risen, {}).maintenance, money("19500"));
    }

    void callsForMargin_data()
    {
        QTest::addColumn<QString>("qty");
        QTest::addColumn<QString>("cash");
        QTest::addColumn<QString>("price");
        QTest::addColumn<bool>("called");
        QTest::newRow("C-06 above 66.6667") << u"1000"_s << u"-50000"_s << u"66.67"_s << false;
        QTest::newRow("C-06 below") << u"1000"_s << u"-50000"_s << u"66.66"_s << true;
        QTest::newRow("C-07 below 230.7692") << u"-500"_s << u"150000"_s << u"230.76"_s << false;
        QTest::newRow("C-07 above") << u"-500"_s << u"150000"_s << u"230.77"_s << true;
    }

    void callsForMargin()
    {
        QFETCH(const QString, qty);
        QFETCH(const QString, cash);
        QFETCH(const QString, price);
        QFETCH(const bool, called);
        const std::vector<ValuedPosition> positions { stock(qty.toLatin1().constData(),
                                                            price.toLatin1().constData()) };
        const Money equity = *Money::parse(cash) + positions.front().value;
        QCOMPARE(regulationT(equity, positions, {}).isCalled(), called);
    }

    void maintenanceOfCheapShorts_data()
    {
        QTest::addColumn<QString>("price");
        QTest::addColumn<QString>("maintenance");
        QTest::newRow("5.00 a share is more than 30 %") << u"10"_s << u"500"_s;
        QTest::newRow("30 % is more") << u"20"_s << u"600"_s;
        QTest::newRow("below 5.00 all of it") << u"4"_s << u"400"_s;
        QTest::newRow("and at least 2.50") << u"1"_s << u"250"_s;
    }

    void maintenanceOfCheapShorts()
    {
        QFETCH(const QString, price);
        QFETCH(const QString, maintenance);
        const std::vector<ValuedPosition> sold { stock("-100", price.toLatin1().constData()) };
        QCOMPARE(regulationT(money("9999"), sold, {}).maintenance.toString(), maintenance);
    }

    void cryptoAndOptionsArePaidInFull()
    {
        ValuedPosition coin = stock("2", "50000");
        coin.instrument = *instrumentFromSymbol(u"X:BTCUSD"_s);
        const std::vector<ValuedPosition> held { coin };
        const std::vector<OptionGroup> options { { price("100"), {}, { call("1", "100", "5") } } };
        const MarginFigures figures = regulationT(money("101000"), held, options);
        QCOMPARE(figures.paidInFull, money("100500"));
        QCOMPARE(figures.excess, money("500"));
    }

    void unknownUnderlyingsNeedTheMost()
    {
        QCOMPARE(need("0", { call("-1", "110", "1.50") }).requirement, money("2380"));
        QCOMPARE(need("0", { put("-1", "95", "2") }).requirement, money("2100"));
        QCOMPARE(need("0", { call("-1", "110", "1.50"), call("1", "115", "1") }).requirement,
                 money("500"));
    }

    void needsOfOptions_data()
    {
        QTest::addColumn<QString>("requirement");
        QTest::addColumn<QString>("maxLoss");
        QTest::addColumn<QString>("naked");
        QTest::addColumn<int>("row");
        QTest::newRow("C-09 naked put") << u"1700"_s << u"1700"_s << u"1700"_s << 0;
        QTest::newRow("C-10 naked call") << u"1150"_s << u"1150"_s << u"1150"_s << 1;
        QTest::newRow("C-11 iron condor") << u"500"_s << u"320"_s << u"0"_s << 2;
        QTest::newRow("C-12 bull put") << u"500"_s << u"380"_s << u"0"_s << 3;
        QTest::newRow("covered call") << u"0"_s << u"0"_s << u"0"_s << 4;
        QTest::newRow("half covered") << u"1150"_s << u"1150"_s << u"1150"_s << 5;
        QTest::newRow("covered put") << u"0"_s << u"0"_s << u"0"_s << 6;
        QTest::newRow("debit spread") << u"0"_s << u"195"_s << u"0"_s << 7;
        QTest::newRow("the long expires first") << u"2250"_s << u"2550"_s << u"2250"_s << 8;
        QTest::newRow("strangle") << u"2150"_s << u"2150"_s << u"2150"_s << 9;
        QTest::newRow("a far long does not cost more than none")
            << u"2250"_s << u"0"_s << u"0"_s << 10;
        QTest::newRow("long option") << u"0"_s << u"300"_s << u"0"_s << 11;
    }

    void needsOfOptions()
    {
        QFETCH(const QString, requirement);
        QFETCH(const QString, maxLoss);
        QFETCH(const QString, naked);
        QFETCH(const int, row);
        const QList<OptionNeed> needs {
            need("100", { put("-1", "95", "2") }),
            need("100", { call("-1", "110", "1.50") }),
            need("100",
                 { put("1", "90", "0.50"), put("-1", "95", "1.50"), call("-1", "105", "1.30"),
                   call("1", "110", "0.50") }),
            need("100", { put("-1", "95", "2"), put("1", "90", "0.80") }),
            need("100", { call("-1", "110", "1.50") }, "100"),
            need("100", { call("-2", "110", "1.50") }, "150"),
            need("100", { put("-1", "95", "2") }, "-100"),
            need("100", { call("1", "100", "3.10"), call("-1", "105", "1.15") }),
            need("100", { call("-1", "100", "2.50", 7), call("1", "100", "3", 6) }),
            need("100", { call("-1", "110", "1.50"), put("-1", "95", "2"), put("-1", "80", "1") }),
            need("100", { call("-1", "100", "2.50"), call("1", "200", "0.01") }),
            need("100", { call("1", "100", "3") }),
        };
        if (row == 9) { // 17.00 and the call's 1.50, then 10.00 * 0.8 + 1.00 for the other put
            QCOMPARE(needs[row].requirement, money("1850") + money("900"));
            return;
        }
        QCOMPARE(needs[row].requirement.toString(), requirement);
        QCOMPARE(needs[row].naked.toString(), naked);
        if (row != 10)
            QCOMPARE(needs[row].maxLoss.toString(), maxLoss);
    }

    void indexOptionsNeedLess()
    {
        OptionTerms terms = put("-1", "95", "2").terms;
        QCOMPARE(nakedUnitRequirement(terms, price("2"), price("100")), price("17"));
        terms.cashSettled = true;
        QCOMPARE(nakedUnitRequirement(terms, price("2"), price("100")), price("12"));
    }

    void pricesSpreadsByWhatTheyCost()
    {
        const OptionNeed debit
            = need("100", { call("1", "100", "3.10"), call("-1", "105", "1.15") });
        QCOMPARE(debit.paid, money("195"));
        const OptionNeed credit = need("100", { put("-1", "95", "2"), put("1", "90", "0.80") });
        QCOMPARE(credit.paid, Money());
    }

    void accruesInterest() // C-08
    {
        QCOMPARE(*ledgermath::interest(money("-50000"), 80'000, 1), money("-11.111111"));
    }

    void limitsATrade_data()
    {
        QTest::addColumn<QString>("committed");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("C-21 ten contracts") << u"2000"_s << true;
        QTest::newRow("C-21 eleven") << u"2200"_s << false;
        QTest::newRow("C-22 to the stop") << u"2000"_s << true;
    }

    void limitsATrade()
    {
        QFETCH(const QString, committed);
        QFETCH(const bool, allowed);
        RiskQuestion question = harmless();
        question.committed = question.symbolCommitted = *Money::parse(committed);
        const std::vector<RiskFinding> findings = assessRisk(question, allBlocking());
        QCOMPARE(findings.empty(), allowed);
        if (!allowed) {
            QCOMPARE(findings.front().reason.code, ReasonCode::RiskPerTrade);
            QCOMPARE(findings.front().reason.numbers, u"commits 2,200.00, limit 2,000.00"_s);
        }
    }

    void listsEveryBrokenRule() // C-22 by notional
    {
        RiskQuestion question = harmless();
        question.committed = question.symbolCommitted = money("50000");
        question.strategyCommitted = money("50000");
        using enum ReasonCode;
        QCOMPARE(codes(assessRisk(question, allBlocking())),
                 (QList { RiskPerTrade, RiskPerSymbol, RiskPerStrategy }));
        question.cashAfter = money("19999.999999");
        question.dayResult = money("-3000");
        question.orders = 61;
        QCOMPARE(codes(assessRisk(question, allBlocking())),
                 (QList { RiskPerTrade, RiskPerSymbol, RiskPerStrategy, RiskCashReserve,
                          RiskDailyLoss, RiskRate }));
        RiskSettings settings = allBlocking();
        settings.set(RiskRule::PerSymbol, RuleAction::Off);
        settings.set(RiskRule::Rate, RuleAction::Warn);
        const std::vector<RiskFinding> findings = assessRisk(question, settings);
        QCOMPARE(findings.size(), std::size_t(5));
        QCOMPARE(findings.back().action, RuleAction::Warn);
        QVERIFY(assessRisk(question, RiskSettings()).empty());
    }

    void endsTheDay_data()
    {
        QTest::addColumn<QString>("result");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("C-23 at the limit") << u"-3000"_s << false;
        QTest::newRow("C-23 a cent before") << u"-2999.99"_s << true;
    }

    void endsTheDay()
    {
        QFETCH(const QString, result);
        QFETCH(const bool, allowed);
        RiskQuestion question = harmless();
        question.dayResult = *Money::parse(result);
        QCOMPARE(assessRisk(question, allBlocking()).empty(), allowed);
        question.dayResult = {};
        question.dayIsLocked = true;
        QVERIFY(!assessRisk(question, allBlocking()).empty());
    }

    void limitsTheRate()
    {
        RiskQuestion question = harmless();
        question.orders = 60;
        question.symbolOrders = 10;
        QVERIFY(assessRisk(question, allBlocking()).empty());
        question.symbolOrders = 11;
        QCOMPARE(codes(assessRisk(question, allBlocking())), (QList { ReasonCode::RiskRate }));
    }

    void stopsByAtr_data()
    {
        QTest::addColumn<int>("side");
        QTest::addColumn<double>("atr");
        QTest::addColumn<QString>("stop");
        QTest::newRow("C-24") << int(Side::Buy) << 1.25 << u"47.5"_s;
        QTest::newRow("short") << int(Side::Sell) << 1.25 << u"52.5"_s;
        QTest::newRow("a long's is rounded down") << int(Side::Buy) << 1.2512 << u"47.49"_s;
        QTest::newRow("a short's up") << int(Side::Sell) << 1.2512 << u"52.51"_s;
        QTest::newRow("sub-penny below 1.00") << int(Side::Buy) << 24.60004 << u"0.7999"_s;
    }

    void stopsByAtr()
    {
        QFETCH(const int, side);
        QFETCH(const double, atr);
        QFETCH(const QString, stop);
        const Result<Price> found = exitrules::atrStop(Side(side), price("50"), atr, 2, shares());
        QVERIFY(found);
        QCOMPARE(found->toString(), stop);
    }

    void refusesSenselessStops()
    {
        QVERIFY(!exitrules::atrStop(Side::Buy, price("50"), 25, 2, shares()));
        QVERIFY(!exitrules::atrStop(Side::Buy, price("50"), 0, 2, shares()));
        QVERIFY(!exitrules::atrStop(Side::Buy, price("50"), qQNaN(), 2, shares()));
        QVERIFY(!exitrules::atrStop(Side::Sell, price("900000000"), 1e8, 2, shares()));
    }

    void stopsByTime()
    {
        using exitrules::TimeStop;
        const MarketCalendar calendar;
        const Timestamp entry = tenOClock();
        const auto due = [&](TimeStop::Kind kind, qint64 count) {
            return exitrules::dueAt({ kind, count, Timeframe(5, TimeUnit::Minute) }, entry,
                                    shares(), calendar);
        };
        QVERIFY(!due(TimeStop::Kind::Off, 5));
        QCOMPARE(*due(TimeStop::Kind::Minutes, 90), entry + 90min);
        QCOMPARE(*due(TimeStop::Kind::Bars, 3), entry + 15min);
        QCOMPARE(*due(TimeStop::Kind::TimeOfDay, 15 * 60 + 55),
                 easterntime::at(QDate(2026, 3, 4), 15h + 55min));
        QCOMPARE(*due(TimeStop::Kind::TimeOfDay, 9 * 60), entry);
        QVERIFY(!due(TimeStop::Kind::DaysToExpiry, 21));
        // Expires on Friday, 2026-06-19 is a holiday's day; 5 days before is a Sunday
        const Instrument contract = *instrumentFromSymbol(u"O:A260626C00100000"_s);
        const auto last
            = exitrules::dueAt({ TimeStop::Kind::DaysToExpiry, 5 }, entry, contract, calendar);
        QCOMPARE(*last, easterntime::at(QDate(2026, 6, 22), 9h + 30min));
    }

    void stopsByVolatility()
    {
        const exitrules::IvStop usual;
        QVERIFY(exitrules::isDue(usual, 0.20, 0.30));
        QVERIFY(!exitrules::isDue(usual, 0.20, 0.2999));
        const exitrules::IvStop points { {}, 0.10 };
        QVERIFY(exitrules::isDue(points, 0.50, 0.60));
        QVERIFY(!exitrules::isDue(points, 0.50, 0.59));
        QVERIFY(!exitrules::isDue({ {}, {} }, 0.2, 9));
    }

    void sizesPositions()
    {
        using namespace positionsizing;
        QCOMPARE(*byAtr(money("500"), 1.25, 2, shares()), qty("200")); // H-02
        QCOMPARE(*byRisk(money("500"), price("50"), price("48.5"), shares()), qty("333"));
        QCOMPARE(*byRisk(money("500"), price("48.5"), price("50"), shares()), qty("333"));
        QCOMPARE(*byCash(money("1000"), price("0.03"), shares()), qty("33333"));
        const Instrument coin = *instrumentFromSymbol(u"X:BTCUSD"_s);
        QCOMPARE(*byCash(money("1000"), price("60000"), coin), qty("0.01666666"));
        const Instrument contract = *instrumentFromSymbol(u"O:A260626C00100000"_s);
        QCOMPARE(*byCash(money("1000"), price("3"), contract), qty("3"));
        QCOMPARE(*byShares(qty("12.7"), shares()), qty("12"));
        QVERIFY(!byShares(qty("0.7"), shares()));
        QVERIFY(!byRisk(money("500"), price("50"), price("50"), shares()));
        QVERIFY(!byCash(money("9000000000000"), price("0.0000000001"), coin));
    }
};

QTEST_APPLESS_MAIN(AccountRulesTest)
#include "tst_accountrules.moc"
