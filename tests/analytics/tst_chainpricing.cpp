#include "americanoption.h"
#include "blackscholes.h"
#include "chainpricer.h"
#include "chainpricing.h"

#include "optionsamples.h"

#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;

namespace {

constexpr double spot = 100;

OptionInputs inputsOf(const ChainQuote &quote, double volatility)
{
    return { quote.right, spot, quote.strike, quote.years, quote.rate, quote.yield, volatility };
}

ContractReckoning reckoned(const ChainQuote &quote, double at = spot)
{
    ContractReckoning result;
    chainpricing::reckon({ &quote, 1 }, at, { &result, 1 });
    return result;
}

/// A contract of the middle of a chain, at the price of the volatility given.
ChainQuote anyQuote(SplitMix64 &draws, bool isAmerican, double volatility)
{
    ChainQuote quote { draws.below(2) == 0 ? OptionRight::Call : OptionRight::Put,
                       isAmerican,
                       between(draws, 80, 125),
                       between(draws, 0.05, 2),
                       between(draws, 0, 0.06),
                       between(draws, 0, 0.04),
                       0 };
    const OptionInputs inputs = inputsOf(quote, volatility);
    quote.price = isAmerican ? *americanoption::price(inputs) : *blackscholes::price(inputs);
    return quote;
}

bool isFinite(const std::optional<ContractGreeks> &greeks)
{
    if (!greeks)
        return true;
    const ContractGreeks &g = *greeks;
    const std::array all { g.volatility, g.delta, g.gamma, g.theta, g.vega, g.rho };
    return std::ranges::all_of(all, [](double value) { return std::isfinite(value); });
}

} // namespace

class ChainPricingTest : public QObject
{
    Q_OBJECT

private slots:
    void findsTheVolatilityOfAPrice_data();
    void findsTheVolatilityOfAPrice();
    void showsGreeksInUnitsOfPeople();
    void saysWhyThereIsNone_data();
    void saysWhyThereIsNone();
    void deepInTheMoneyIsTheTwinOutOfIt();
    void answersEveryInput();
    void sharesBoundariesOfAnExpiration();
    void keepsThemWhileTimePasses();
    void fillsAsManyAsFit();
};

void ChainPricingTest::findsTheVolatilityOfAPrice_data()
{
    QTest::addColumn<bool>("isAmerican");
    QTest::addColumn<double>("tolerance"); // what the volatility may be off is worth, in price
    QTest::newRow("European") << false << 1e-9;
    QTest::newRow("American") << true << 3e-4;
}

void ChainPricingTest::findsTheVolatilityOfAPrice()
{
    QFETCH(const bool, isAmerican);
    QFETCH(const double, tolerance);
    SplitMix64 draws(1);
    int found = 0;
    for (int i = 0; i < 300; ++i) {
        const double volatility = between(draws, 0.15, 0.6);
        const ChainQuote quote = anyQuote(draws, isAmerican, volatility);
        if (quote.price < optionmodel::intrinsic(inputsOf(quote, 0)) + 0.05)
            continue;
        const ContractReckoning result = reckoned(quote);
        QCOMPARE(result.status, VolatilityStatus::Ok);
        const double vega = result.greeks->vega * 100;
        QVERIFY(isNear(result.greeks->volatility, volatility, tolerance / std::min(vega, 10.0)));
        ++found;
    }
    QVERIFY(found > 200);
}

void ChainPricingTest::showsGreeksInUnitsOfPeople()
{
    ChainQuote quote { OptionRight::Call, false, 105, 0.4, 0.05, 0.01, 0 };
    const OptionInputs inputs = inputsOf(quote, 0.25);
    const OptionValue value = *blackscholes::value(inputs);
    quote.price = value.price;
    const ContractGreeks shown = *reckoned(quote).greeks;
    const auto isClose = [](double a, double b) { return std::abs(a - b) < 1e-9; };
    QVERIFY(isClose(shown.delta, value.delta));
    QVERIFY(isClose(shown.gamma, value.gamma));
    QVERIFY(isClose(shown.theta, value.theta / 365));
    QVERIFY(isClose(shown.vega, value.vega / 100));
    QVERIFY(isClose(shown.rho, value.rho / 100));
}

void ChainPricingTest::saysWhyThereIsNone_data()
{
    QTest::addColumn<ChainQuote>("quote");
    QTest::addColumn<double>("at");
    QTest::addColumn<VolatilityStatus>("status");
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    const auto row = [](const char *name, ChainQuote quote, double at, VolatilityStatus status) {
        for (const bool isAmerican : { false, true }) {
            quote.isAmerican = isAmerican;
            QTest::addRow("%s, %s", name, isAmerican ? "American" : "European")
                << quote << at << status;
        }
    };
    using enum VolatilityStatus;
    const ChainQuote good { OptionRight::Call, true, 90, 0.5, 0.05, 0, 12.5 };
    const auto with = [&](double ChainQuote::*what, double value) {
        ChainQuote quote = good;
        quote.*what = value;
        return quote;
    };
    row("found", with(&ChainQuote::price, 15), spot, Ok);
    row("no quote", with(&ChainQuote::price, 0), spot, NoQuote);
    row("no number for a price", with(&ChainQuote::price, nan), spot, NoQuote);
    row("below what it is worth at least", with(&ChainQuote::price, 9), spot, BelowIntrinsic);
    row("the whole share", with(&ChainQuote::price, 100), spot, AboveBound);
    row("a hair above the least", with(&ChainQuote::price, 12.222108), spot, LowVega);
    row("expired", with(&ChainQuote::years, 0), spot, Expired);
    row("no spot", good, 0, Waiting);
    row("no number for a spot", good, nan, Waiting);
    row("no strike", with(&ChainQuote::strike, 0), spot, Waiting);
    row("no number for a time", with(&ChainQuote::years, nan), spot, Waiting);
    row("no number for a rate", with(&ChainQuote::rate, nan), spot, Waiting);
}

void ChainPricingTest::saysWhyThereIsNone()
{
    QFETCH(const ChainQuote, quote);
    QFETCH(const double, at);
    QFETCH(const VolatilityStatus, status);
    const ContractReckoning result = reckoned(quote, at);
    QCOMPARE(result.status, status);
    const bool isFound = status == VolatilityStatus::Ok || status == VolatilityStatus::LowVega;
    QCOMPARE(result.greeks.has_value(), isFound || status == VolatilityStatus::Expired);
    if (status == VolatilityStatus::Expired)
        QCOMPARE(*result.greeks, (ContractGreeks { .delta = 1 }));
}

/// By parity a call in the money has the volatility of the put of its strike, to the last digit
/// that its price holds.
void ChainPricingTest::deepInTheMoneyIsTheTwinOutOfIt()
{
    const ChainQuote out { OptionRight::Put, false, 60, 0.5, 0.05, 0.02, 0.01 };
    ChainQuote in = out;
    in.right = OptionRight::Call;
    in.price = out.price + spot * std::exp(-0.02 * 0.5) - 60 * std::exp(-0.05 * 0.5);
    const double twin = reckoned(out).greeks->volatility;
    QVERIFY(twin > 0.2);
    QVERIFY(std::abs(reckoned(in).greeks->volatility - twin) < 1e-11);
}

void ChainPricingTest::answersEveryInput()
{
    SplitMix64 draws(2);
    ChainPricer pricer; // one for all: what is kept of one contract must not spoil another
    std::array<int, 7> seen {};
    for (int i = 0; i < 12'000; ++i) {
        const ChainQuote quote { .right = anyRight(draws),
                                 .isAmerican = draws.below(2) == 0,
                                 .strike = anyNumber(draws, 20, 500),
                                 .years = anyNumber(draws, 0, 3),
                                 .rate = anyNumber(draws, -0.1, 0.3),
                                 .yield = anyNumber(draws, -0.1, 0.3),
                                 .price = anyNumber(draws, 0, 80) };
        const double at = anyNumber(draws, 20, 500);
        const ContractReckoning result = pricer.reckon(quote, at);
        QVERIFY(isFinite(result.greeks));
        QVERIFY(isFinite(pricer.greeksAt(quote, at, anyNumber(draws, 0, 2))));
        const bool isFound
            = result.status == VolatilityStatus::Ok || result.status == VolatilityStatus::LowVega;
        QVERIFY(!isFound || result.greeks);
        ++seen[std::size_t(result.status)];
    }
    for (const int count : seen)
        QVERIFY(count > 0);
}

/// Between the volatilities whose boundaries are found a cubic is as good, of all Greeks.
void ChainPricingTest::sharesBoundariesOfAnExpiration()
{
    SplitMix64 draws(4);
    for (int i = 0; i < 500; ++i) {
        const OptionInputs in = anyOption(draws);
        ChainPricer pricer;
        const OptionValue shared = pricer.valueAt(in, true);
        const OptionValue own = *americanoption::value(in);
        QVERIFY(isNear(shared.price, own.price, 3e-4));
        QVERIFY(isNear(pricer.priceAt(in, true), shared.price, 1e-12));
        QVERIFY(isNear(shared.delta, own.delta, 1e-4));
        QVERIFY(isNear(shared.gamma, own.gamma, 1e-4));
        QVERIFY(isNear(shared.vega / 100, own.vega / 100, 1e-3));
        QVERIFY(isNear(shared.theta / 365, own.theta / 365, 1e-4));
        QVERIFY(isNear(shared.rho / 100, own.rho / 100, 2e-3));
    }
}

/// An hour on, the boundaries of a contract of three months still do.
void ChainPricingTest::keepsThemWhileTimePasses()
{
    ChainPricer pricer;
    OptionInputs in = option(put, 100, 105, 0.25, .05, .01, .3);
    for (int minute = 0; minute < 60; ++minute) {
        QVERIFY(isNear(pricer.valueAt(in, true).price, *americanoption::price(in), 2e-4));
        in.years -= 1 / (365.0 * 24 * 60);
    }
    in.years = 1 / 365.0;
    in.rate = .03;
    QVERIFY(isNear(pricer.valueAt(in, true).price, *americanoption::price(in), 2e-4));
}

void ChainPricingTest::fillsAsManyAsFit()
{
    SplitMix64 draws(3);
    std::vector<ChainQuote> quotes;
    for (int i = 0; i < 5; ++i)
        quotes.push_back(anyQuote(draws, i % 2 == 0, 0.3));
    std::vector<ContractReckoning> results(4);
    chainpricing::reckon(quotes, spot, results);
    for (std::size_t i = 0; i < results.size(); ++i)
        QCOMPARE(results[i], reckoned(quotes[i]));
    chainpricing::reckon({}, spot, results);
}

QTEST_GUILESS_MAIN(ChainPricingTest)
#include "tst_chainpricing.moc"
