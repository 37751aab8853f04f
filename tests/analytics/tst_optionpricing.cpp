#include "blackscholes.h"

#include "optionsamples.h"

#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;

/// European options: the worked vectors of execution.md section E and properties that hold for
/// every option.
class OptionPricingTest : public QObject
{
    Q_OBJECT

private slots:
    void europeanPrice_data();
    void europeanPrice();
    void europeanGreek_data();
    void europeanGreek();
    void putCallParity();
    void putCallSymmetry();
    void bounds();
    void greeksAreDerivatives();
    void limits();
    void extremesHaveAnAnswerToo();
    void refusals();
};

void OptionPricingTest::europeanPrice_data()
{
    QTest::addColumn<OptionInputs>("inputs");
    QTest::addColumn<double>("exact");
    const auto row = [](const char *id, const OptionInputs &inputs, double exact) {
        QTest::newRow(id) << inputs << exact;
    };
    row("E-01", option(call, 60, 65, 0.25, .08, 0, .30), 2.1333684449162);
    row("E-02", option(put, 100, 95, 0.5, .10, .05, .20), 2.4647876467558);
    row("E-03", option(put, 19, 19, 0.75, .10, .10, .28), 1.7010507252363);
    row("E-04", option(call, 19, 19, 0.75, .10, .10, .28), 1.7010507252363);
    row("E-05", option(call, 1.56, 1.60, 0.5, .06, .08, .12), 0.02909925314944);
    row("E-06", option(put, 75, 70, 0.5, .10, .05, .35), 4.0869538286354);
    row("E-07", option(call, 90, 100, 0.1, .10, .10, .15), 0.020490148536478);
    row("E-08", option(call, 100, 100, 0.1, .10, .10, .25), 3.1217206981811);
    row("E-09", option(put, 90, 100, 0.5, .10, .10, .15), 10.319186658683);
    row("E-10", option(put, 110, 100, 0.5, .10, .10, .35), 5.7963055160733);
    row("E-11", option(call, 42, 40, 0.75, .04, .08, .35), 5.0975477177262);
    row("E-12", option(call, 42, 40, 0.5, .10, 0, .20), 4.7594223928715);
    row("E-13", option(put, 42, 40, 0.5, .10, 0, .20), 0.80859937290009);
    row("E-14", option(call, 49, 50, 0.3846, .05, 0, .20), 2.4004610869657);
    row("E-15", option(call, 930, 900, 2.0 / 12, .08, .03, .20), 51.832956796491);
    row("E-16", option(call, 30, 30, 1, .05, 0, .25), 3.7007996791106);
}

void OptionPricingTest::europeanPrice()
{
    QFETCH(const OptionInputs, inputs);
    QFETCH(const double, exact);
    const Result<double> price = blackscholes::price(inputs);
    QVERIFY(price);
    QVERIFY(isNear(*price, exact, 1e-12 * inputs.spot));
    QCOMPARE(blackscholes::value(inputs)->price, *price);
}

void OptionPricingTest::europeanGreek_data()
{
    QTest::addColumn<double>("actual");
    QTest::addColumn<double>("exact");
    QTest::addColumn<double>("tolerance");
    const auto row = [](const char *id, double actual, double exact, double tolerance) {
        QTest::newRow(id) << actual << exact << tolerance;
    };
    const auto greeks = [](const OptionInputs &inputs) { return *blackscholes::value(inputs); };
    row("E-17", greeks(option(call, 105, 100, 0.5, .10, .10, .36)).delta, 0.59462865973, 1e-11);
    const OptionValue haug = greeks(option(put, 105, 100, 0.5, .10, .10, .36));
    row("E-18", haug.delta, -0.35660076477072, 1e-14);
    row("E-19, elasticity", haug.delta * 105 / haug.price, -4.8774985413233, 1e-13);
    const OptionValue curved = greeks(option(call, 55, 60, 0.75, .10, 0, .30));
    row("E-20", curved.gamma, 0.027821160476941, 1e-15);
    row("E-21", curved.vega, 18.935777349618, 1e-12);
    const OptionValue waning = greeks(option(put, 430, 405, 1.0 / 12, .07, .05, .20));
    row("E-22", waning.theta, -31.192350304271, 1e-12);
    row("E-23, a day", waning.theta / 365, -0.0854585, 1e-7);
    row("E-24", greeks(option(call, 72, 75, 1, .09, 0, .19)).rho, 38.732505017329, 1e-12);
    row("E-25",
        blackscholes::furtherGreeks(option(put, 500, 490, 0.25, .08, .05, .15))->dividendRho,
        42.225363369114, 1e-12);
    const OptionValue hull = greeks(option(call, 49, 50, 0.3846, .05, 0, .20));
    row("E-26, delta", hull.delta, 0.52160163397, 1e-11);
    row("E-26, gamma", hull.gamma, 0.06554537725, 1e-11);
    row("E-26, vega", hull.vega, 12.1052427543, 1e-10);
    row("E-26, theta", hull.theta, -4.3053899645, 1e-10);
    row("E-26, rho", hull.rho, 8.9065740988, 1e-10);
    const OptionValue shown = greeks(option(call, 30, 30, 1, .05, 0, .25));
    row("E-27, delta", shown.delta, 0.62740946415, 1e-11);
    row("E-27, gamma", shown.gamma, 0.05045597759, 1e-11);
    row("E-27, vega a point", shown.vega / 100, 0.11352594958, 1e-11);
    row("E-27, theta a day", shown.theta / 365, -0.00595931118, 1e-11);
    row("E-27, rho a percent", shown.rho / 100, 0.15121484245, 1e-11);
}

void OptionPricingTest::europeanGreek()
{
    QFETCH(const double, actual);
    QFETCH(const double, exact);
    QFETCH(const double, tolerance);
    QVERIFY(isNear(actual, exact, tolerance));
}

void OptionPricingTest::putCallParity()
{
    SplitMix64 draws(1);
    for (int i = 0; i < 2'000; ++i) {
        OptionInputs inputs = anyOption(draws);
        inputs.right = call;
        const OptionValue bought = *blackscholes::value(inputs);
        inputs.right = put;
        const OptionValue sold = *blackscholes::value(inputs);
        const double spot = inputs.spot * std::exp(-inputs.yield * inputs.years);
        const double strike = inputs.strike * std::exp(-inputs.rate * inputs.years);
        QVERIFY(isNear(bought.price - sold.price, spot - strike, 1e-12 * (spot + strike)));
        QVERIFY(isNear(bought.delta - sold.delta, std::exp(-inputs.yield * inputs.years), 1e-13));
        QVERIFY(isNear(bought.gamma, sold.gamma, 1e-15));
        QVERIFY(isNear(bought.vega, sold.vega, 1e-12));
    }
}

/// A call is a put with spot and strike, rate and yield exchanged.
void OptionPricingTest::putCallSymmetry()
{
    SplitMix64 draws(8);
    for (int i = 0; i < 1'000; ++i) {
        OptionInputs in = anyOption(draws);
        in.right = call;
        const OptionInputs mirrored
            = option(put, in.strike, in.spot, in.years, in.yield, in.rate, in.volatility);
        QVERIFY(isNear(*blackscholes::price(in), *blackscholes::price(mirrored), 1e-11));
    }
}

void OptionPricingTest::bounds()
{
    SplitMix64 draws(9);
    for (int i = 0; i < 2'000; ++i) {
        const OptionInputs in = anyOption(draws);
        const double price = *blackscholes::price(in);
        const double spot = in.spot * std::exp(-in.yield * in.years);
        const double strike = in.strike * std::exp(-in.rate * in.years);
        const double sign = optionmodel::sign(in.right);
        QVERIFY(price >= std::max(0.0, sign * (spot - strike)) - 1e-12);
        QVERIFY(price <= (in.right == call ? spot : strike));
        OptionInputs wilder = in;
        wilder.volatility *= 1.01;
        QVERIFY(*blackscholes::price(wilder) >= price - 1e-12);
    }
}

void OptionPricingTest::greeksAreDerivatives()
{
    SplitMix64 draws(2);
    for (int i = 0; i < 300; ++i) {
        OptionInputs in = anyOption(draws);
        in.years = between(draws, 0.1, 2.1);
        in.volatility = between(draws, 0.2, 0.7);
        const OptionValue greeks = *blackscholes::value(in);
        const blackscholes::FurtherGreeks further = *blackscholes::furtherGreeks(in);
        const auto price = [](const OptionInputs &o) { return *blackscholes::price(o); };
        const auto delta = [](const OptionInputs &o) { return blackscholes::value(o)->delta; };
        const auto vega = [](const OptionInputs &o) { return blackscholes::value(o)->vega; };
        QVERIFY(isNear(slope(price, in, &OptionInputs::spot, 1e-2), greeks.delta, 1e-6));
        QVERIFY(isNear(slope(delta, in, &OptionInputs::spot, 1e-2), greeks.gamma, 1e-6));
        QVERIFY(isNear(slope(price, in, &OptionInputs::volatility, 1e-4), greeks.vega, 1e-4));
        QVERIFY(isNear(-slope(price, in, &OptionInputs::years, 1e-4), greeks.theta, 1e-4));
        QVERIFY(isNear(slope(price, in, &OptionInputs::rate, 1e-4), greeks.rho, 1e-4));
        QVERIFY(isNear(slope(price, in, &OptionInputs::yield, 1e-4), further.dividendRho, 1e-3));
        QVERIFY(isNear(slope(delta, in, &OptionInputs::volatility, 1e-4), further.vanna, 1e-4));
        QVERIFY(isNear(slope(vega, in, &OptionInputs::volatility, 1e-4), further.volga, 1e-2));
        QVERIFY(isNear(-slope(delta, in, &OptionInputs::years, 1e-4), further.charm, 1e-4));
    }
}

void OptionPricingTest::limits()
{
    for (const double years : { 0.0, -1.0 }) {
        const OptionValue value = *blackscholes::value(option(put, 95, 100, years, .05, 0, .2));
        QCOMPARE(value.price, 5.0);
        QCOMPARE(value.delta, -1.0);
        QCOMPARE(value.gamma, 0.0);
        QCOMPARE(value.vega, 0.0);
        QCOMPARE(value.theta, 0.0);
        QCOMPARE(value.rho, 0.0);
    }
    QCOMPARE(blackscholes::value(option(call, 100, 100, 0, .05, 0, .2))->delta, 0.5);
    QVERIFY(isNear(*blackscholes::price(option(call, 100, 90, 1, .05, .02, 0)),
                   100 * std::exp(-.02) - 90 * std::exp(-.05), 1e-13));
    QCOMPARE(*blackscholes::price(option(put, 100, 90, 1, .05, .02, 0)), 0.0);
    // Far in the tail the price keeps its digits: a difference of distributions near 1 would not
    const double tail = *blackscholes::price(option(call, 100, 250, 30 / 365.0, 0, 0, .3));
    QVERIFY(tail > 0 && tail < 1e-22);
}

/// Whatever check() lets through has a price without NaN, and finite Greeks where the discounted
/// prices are numbers.
void OptionPricingTest::extremesHaveAnAnswerToo()
{
    SplitMix64 draws(10);
    int answered = 0;
    for (int i = 0; i < 20'000; ++i) {
        const OptionInputs in = extremeOption(draws);
        const Result<OptionValue> value = blackscholes::value(in);
        QCOMPARE(bool(value), bool(optionmodel::check(in)));
        QCOMPARE(bool(blackscholes::price(in)), bool(value));
        if (!value)
            continue;
        QVERIFY(!std::isnan(*blackscholes::price(in)));
        const bool isUsual = in.spot >= 1e-9 && in.spot <= 1e6 && in.strike >= 1e-9
            && in.strike <= 1e6 && in.years <= 3 && std::abs(in.rate) <= 1
            && std::abs(in.yield) <= 1 && in.volatility <= 100;
        QVERIFY(!isUsual || isFinite(*value));
        answered += isUsual;
    }
    QVERIFY(answered > 500);
}

void OptionPricingTest::refusals()
{
    const OptionInputs good = option(call, 100, 100, 1, .05, 0, .2);
    for (const auto &spoil : std::initializer_list<std::function<void(OptionInputs &)>> {
             [](OptionInputs &o) { o.spot = 0; },
             [](OptionInputs &o) { o.strike = -1; },
             [](OptionInputs &o) { o.years = std::nan(""); },
             [](OptionInputs &o) { o.volatility = -0.1; },
             [](OptionInputs &o) { o.rate = HUGE_VAL; },
         }) {
        OptionInputs bad = good;
        spoil(bad);
        QCOMPARE(blackscholes::price(bad).error().code, Error::Code::InvalidArgument);
        QCOMPARE(blackscholes::furtherGreeks(bad).error().code, Error::Code::InvalidArgument);
        QCOMPARE(blackscholes::value(bad).error().code, Error::Code::InvalidArgument);
    }
}

QTEST_GUILESS_MAIN(OptionPricingTest)
#include "tst_optionpricing.moc"
