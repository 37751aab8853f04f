#include "blackscholes.h"
#include "impliedvolatility.h"
#include "optiontree.h"

#include "splitmix64.h"

#include <QtTest>

#include <cmath>
#include <functional>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto call = OptionRight::Call;
constexpr auto put = OptionRight::Put;

OptionInputs option(OptionRight right, double spot, double strike, double years, double rate,
                    double yield, double volatility)
{
    return { right, spot, strike, years, rate, yield, volatility };
}

bool isNear(double actual, double expected, double tolerance)
{
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("%.12g instead of %.12g", actual, expected);
    return false;
}

/// Options of every kind people trade: a day to three years, deep in and far out of the money.
OptionInputs anyOption(SplitMix64 &draws)
{
    const auto between
        = [&](double low, double high) { return low + (high - low) * draws.uniform(); };
    return option(draws.below(2) == 0 ? call : put, 100, between(60, 160), between(0.003, 3),
                  between(0, 0.08), between(0, 0.06), between(0.08, 0.8));
}

double difference(const std::function<double(double)> &of, double at, double width)
{
    return (of(at + width) - of(at - width)) / (2 * width);
}

} // namespace

/// The worked vectors of execution.md section E and properties that hold for every option.
class OptionPricingTest : public QObject
{
    Q_OBJECT

private slots:
    void europeanPrice_data();
    void europeanPrice();
    void europeanGreeks();
    void putCallParity();
    void greeksAreDerivatives();
    void limits();
    void impliedVolatility_data();
    void impliedVolatility();
    void impliedVolatilityOfEveryPrice();
    void impliedVolatilityStatus();
    void americanPrice_data();
    void americanPrice();
    void americanPremium();
    void americanSymmetry();
    void americanBounds();
    void americanGreeks();
    void americanImpliedVolatility();
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

void OptionPricingTest::europeanGreeks()
{
    const auto greeks = [](const OptionInputs &inputs) { return *blackscholes::value(inputs); };
    QVERIFY(isNear(greeks(option(call, 105, 100, 0.5, .10, .10, .36)).delta, 0.59462865973,
                   1e-10)); // E-17
    const OptionValue haug = greeks(option(put, 105, 100, 0.5, .10, .10, .36));
    QVERIFY(isNear(haug.delta, -0.35660076477072, 1e-12)); // E-18
    QVERIFY(isNear(haug.delta * 105 / haug.price, -4.8774985413233, 1e-11)); // E-19
    const OptionValue curved = greeks(option(call, 55, 60, 0.75, .10, 0, .30));
    QVERIFY(isNear(curved.gamma, 0.027821160476941, 1e-13)); // E-20
    QVERIFY(isNear(curved.vega, 18.935777349618, 1e-10)); // E-21
    const OptionValue waning = greeks(option(put, 430, 405, 1.0 / 12, .07, .05, .20));
    QVERIFY(isNear(waning.theta, -31.192350304271, 1e-10)); // E-22
    QVERIFY(isNear(waning.theta / 365, -0.0854585, 1e-7)); // E-23
    QVERIFY(isNear(greeks(option(call, 72, 75, 1, .09, 0, .19)).rho, 38.732505017329,
                   1e-10)); // E-24
    QVERIFY(
        isNear(blackscholes::furtherGreeks(option(put, 500, 490, 0.25, .08, .05, .15))->dividendRho,
               42.225363369114, 1e-10)); // E-25
    const OptionValue hull = greeks(option(call, 49, 50, 0.3846, .05, 0, .20)); // E-26
    QVERIFY(isNear(hull.delta, 0.52160163397, 1e-10));
    QVERIFY(isNear(hull.gamma, 0.06554537725, 1e-10));
    QVERIFY(isNear(hull.vega, 12.1052427543, 1e-9));
    QVERIFY(isNear(hull.theta, -4.3053899645, 1e-9));
    QVERIFY(isNear(hull.rho, 8.9065740988, 1e-9));
    const OptionValue shown = greeks(option(call, 30, 30, 1, .05, 0, .25)); // E-27
    QVERIFY(isNear(shown.delta, 0.62740946415, 1e-10));
    QVERIFY(isNear(shown.gamma, 0.05045597759, 1e-10));
    QVERIFY(isNear(shown.vega / 100, 0.11352594958, 1e-10));
    QVERIFY(isNear(shown.theta / 365, -0.00595931118, 1e-10));
    QVERIFY(isNear(shown.rho / 100, 0.15121484245, 1e-10));
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

void OptionPricingTest::greeksAreDerivatives()
{
    SplitMix64 draws(2);
    for (int i = 0; i < 300; ++i) {
        OptionInputs in = anyOption(draws);
        in.years = 0.1 + 2 * draws.uniform();
        in.volatility = 0.2 + 0.5 * draws.uniform();
        const OptionValue greeks = *blackscholes::value(in);
        const blackscholes::FurtherGreeks further = *blackscholes::furtherGreeks(in);
        const auto by = [&](double OptionInputs::*what, auto of, double width) {
            const auto at = [&](double x) {
                OptionInputs moved = in;
                moved.*what = x;
                return of(moved);
            };
            return difference(at, in.*what, width);
        };
        const auto price = [](const OptionInputs &o) { return *blackscholes::price(o); };
        const auto delta = [](const OptionInputs &o) { return blackscholes::value(o)->delta; };
        const auto vega = [](const OptionInputs &o) { return blackscholes::value(o)->vega; };
        QVERIFY(isNear(by(&OptionInputs::spot, price, 1e-2), greeks.delta, 1e-6));
        QVERIFY(isNear(by(&OptionInputs::spot, delta, 1e-2), greeks.gamma, 1e-6));
        QVERIFY(isNear(by(&OptionInputs::volatility, price, 1e-4), greeks.vega, 1e-4));
        QVERIFY(isNear(-by(&OptionInputs::years, price, 1e-4), greeks.theta, 1e-4));
        QVERIFY(isNear(by(&OptionInputs::rate, price, 1e-4), greeks.rho, 1e-4));
        QVERIFY(isNear(by(&OptionInputs::yield, price, 1e-4), further.dividendRho, 1e-3));
        QVERIFY(isNear(by(&OptionInputs::volatility, delta, 1e-4), further.vanna, 1e-4));
        QVERIFY(isNear(by(&OptionInputs::volatility, vega, 1e-4), further.volga, 1e-2));
        QVERIFY(isNear(-by(&OptionInputs::years, delta, 1e-4), further.charm, 1e-4));
    }
}

void OptionPricingTest::limits()
{
    for (const auto &value : { *blackscholes::value(option(put, 95, 100, 0, .05, 0, .2)),
                               *optiontree::value(option(put, 95, 100, -1, .05, 0, .2)) }) {
        QCOMPARE(value.price, 5.0);
        QCOMPARE(value.delta, -1.0);
        QCOMPARE(value.gamma, 0.0);
        QCOMPARE(value.theta, 0.0);
    }
    QCOMPARE(blackscholes::value(option(call, 100, 100, 0, .05, 0, .2))->delta, 0.5);
    QVERIFY(isNear(*blackscholes::price(option(call, 100, 90, 1, .05, .02, 0)),
                   100 * std::exp(-.02) - 90 * std::exp(-.05), 1e-13));
    QCOMPARE(*blackscholes::price(option(put, 100, 90, 1, .05, .02, 0)), 0.0);
    // Far in the tail the price keeps its digits: a difference of distributions near 1 would not
    const double tail = *blackscholes::price(option(call, 100, 250, 30 / 365.0, 0, 0, .3));
    QVERIFY(tail > 0 && tail < 1e-22);
}

void OptionPricingTest::impliedVolatility_data()
{
    QTest::addColumn<OptionInputs>("inputs");
    QTest::addColumn<double>("price");
    QTest::addColumn<double>("exact");
    const double days60 = 60 / 365.0;
    const double days180 = 180 / 365.0;
    const auto row = [](const char *id, const OptionInputs &inputs, double price, double exact) {
        QTest::newRow(id) << inputs << price << exact;
    };
    row("E-28", option(call, 21, 20, 0.25, .10, 0, 0), 1.875, 0.23451291399764);
    row("E-29", option(call, 450, 450, days60, .053, .0153, 0), 23.753, 0.30883996780599);
    row("E-30", option(put, 450, 450, days60, .053, .0153, 0), 35.830, 0.51489424389838);
    row("E-31", option(call, 470, 450, days60, .053, .0153, 0), 33.928, 0.27866288198809);
    row("E-32", option(put, 470, 450, days60, .053, .0153, 0), 6.428, 0.20493870006723);
    row("E-33", option(call, 430, 450, days60, .053, .0153, 0), 3.219, 0.13313451479169);
    row("E-34", option(put, 470, 450, days180, .053, .0153, 0), 0.409, 0.055284725660553);
    row("E-35", option(put, 430, 450, days180, .053, .0153, 0), 27.772, 0.17721550884353);
}

void OptionPricingTest::impliedVolatility()
{
    QFETCH(const OptionInputs, inputs);
    QFETCH(const double, price);
    QFETCH(const double, exact);
    const auto implied = impliedvolatility::european(inputs, price);
    QVERIFY(implied);
    QCOMPARE(implied->status, ImpliedStatus::Ok);
    QVERIFY(isNear(implied->volatility, exact, 1e-12));
    QVERIFY(std::abs(implied->residual) < 1e-12 * inputs.spot);
}

/// The grid of execution.md E.3, on the side that is out of the money.
void OptionPricingTest::impliedVolatilityOfEveryPrice()
{
    constexpr double spot = 100;
    constexpr double eps = 2.220446049250313e-16;
    int solved = 0;
    for (const double moneyness : { 0.5, 0.8, 0.9, 1.0, 1.1, 1.25, 2.0 })
        for (const double years : { 1 / 365.0, 7 / 365.0, 30 / 365.0, 0.5, 2.0 })
            for (const double volatility : { 0.01, 0.1, 0.2, 0.5, 1.0, 3.0 })
                for (const double rate : { 0.0, 0.05 })
                    for (const double yield : { 0.0, 0.03 }) {
                        const bool isUp = moneyness > std::exp((rate - yield) * years);
                        const OptionInputs inputs
                            = option(isUp ? call : put, spot, spot * moneyness, years, rate, yield,
                                     volatility);
                        const OptionValue value = *blackscholes::value(inputs);
                        if (value.vega <= 1e-8 * spot)
                            continue;
                        const auto implied = impliedvolatility::european(inputs, value.price);
                        QVERIFY(implied && implied->isFound());
                        QVERIFY(std::abs(implied->residual)
                                <= spot * std::max(1e-12, 4 * eps * value.price));
                        QVERIFY(isNear(implied->volatility, volatility,
                                       1e-12 + 16 * eps * value.price / value.vega));
                        ++solved;
                    }
    QVERIFY(solved > 400);
}

void OptionPricingTest::impliedVolatilityStatus()
{
    const OptionInputs in = option(call, 100, 90, 0.5, .05, 0, 0);
    const double least = 100 - 90 * std::exp(-.025);
    QCOMPARE(impliedvolatility::european(in, least - 0.01)->status, ImpliedStatus::BelowIntrinsic);
    QCOMPARE(impliedvolatility::european(in, 100)->status, ImpliedStatus::AboveBound);
    QCOMPARE(impliedvolatility::european(in, least + 1e-9)->status, ImpliedStatus::LowVega);
    OptionInputs over = in;
    over.years = 0;
    QCOMPARE(impliedvolatility::european(over, 10)->status, ImpliedStatus::Expired);
    QCOMPARE(impliedvolatility::american(over, 10)->status, ImpliedStatus::Expired);
    const OptionInputs deep = option(put, 60, 100, 0.1, .05, 0, 0);
    QCOMPARE(impliedvolatility::american(deep, 39.9)->status, ImpliedStatus::BelowIntrinsic);
    QCOMPARE(impliedvolatility::american(deep, 40)->status, ImpliedStatus::LowVega);
    QCOMPARE(impliedvolatility::american(deep, 101)->status, ImpliedStatus::AboveBound);
}

void OptionPricingTest::americanPrice_data()
{
    QTest::addColumn<OptionInputs>("inputs");
    QTest::addColumn<double>("truth");
    QTest::addColumn<double>("tolerance");
    const auto row = [](const char *id, const OptionInputs &inputs, double truth,
                        double tolerance) { QTest::newRow(id) << inputs << truth << tolerance; };
    row("E-36", option(call, 42, 40, 0.75, .04, .08, .35), 5.3090577658, 3e-4);
    row("E-37", option(put, 36, 40, 1, .06, 0, .20), 4.4866744190, 3e-4);
    row("E-38", option(put, 50, 50, 150 / 360.0, .10, 0, .40), 4.2842156773, 3e-4);
    row("E-39", option(put, 40, 35, 210 / 360.0, .0488, 0, .40), 2.1549762406, 3e-4);
    row("E-40", option(put, 40, 40, 120 / 360.0, .0488, 0, .20), 1.5798839454, 3e-4);
    row("E-41", option(put, 40, 45, 210 / 360.0, .0488, 0, .20), 5.2670106690, 5e-4);
    row("E-42", option(call, 100, 100, 3, .03, .07, .20), 9.0660317708, 3.5e-3);
    row("E-43", option(call, 120, 100, 3, .03, .07, .40), 32.7809873399, 4e-3);
    row("E-44", option(call, 100, 100, 0.5, .10, .10, .25), 6.7752809288, 3e-4);
    row("E-45", option(put, 110, 100, 0.5, .10, .10, .35), 5.8458357634, 3e-4);
    row("E-46", option(put, 100, 100, 1, .05, .05, .25), 9.5694452989, 3e-4);
    // The values of E-48, E-49 (22.9738) and E-51 (8.8715) are what QuantLib's QD+ approximation
    // gives, not the truth: trees of 5,001 steps, this one's and that of Cox, Ross and Rubinstein,
    // go to these
    row("E-48", option(put, 100, 120, 10, .10, .03, .25), 23.0000, 0.03);
    row("E-49", option(call, 120, 100, 10, .03, .10, .25), 23.0000, 0.03);
    row("E-50", option(call, 100, 100, 1, .05, 0, .25), 12.3359989303687, 1e-12);
    row("E-51", option(call, 100, 100, 1, 0, .025, .25), 8.86538, 3e-4);
    row("E-52", option(put, 100, 120, 1, .05, .01, 1e-7), 20.0, 1e-12);
}

void OptionPricingTest::americanPrice()
{
    QFETCH(const OptionInputs, inputs);
    QFETCH(const double, truth);
    QFETCH(const double, tolerance);
    QVERIFY(isNear(*optiontree::extrapolatedPrice(inputs), truth, tolerance));
    QVERIFY(isNear(*optiontree::price(inputs), truth, 0.02 + 0.01 * inputs.years));
}

void OptionPricingTest::americanPremium()
{
    const auto premium = [](const OptionInputs &inputs) {
        return *optiontree::extrapolatedPrice(inputs) - *blackscholes::price(inputs);
    };
    QVERIFY(isNear(premium(option(put, 100, 100, 1, .05, .05, .25)), 0.10695270, 3e-4)); // E-46
    QVERIFY(isNear(premium(option(put, 100, 100, 1, .075, .05, .25)), 0.3671112, 3e-4)); // E-47
}

/// A call is a put with spot and strike, rate and yield exchanged (McDonald and Schroder).
void OptionPricingTest::americanSymmetry()
{
    SplitMix64 draws(3);
    for (int i = 0; i < 200; ++i) {
        OptionInputs in = anyOption(draws);
        in.right = call;
        const OptionInputs mirrored
            = option(put, in.strike, in.spot, in.years, in.yield, in.rate, in.volatility);
        QVERIFY(isNear(*optiontree::price(in), *optiontree::price(mirrored), 0.02));
    }
}

void OptionPricingTest::americanBounds()
{
    SplitMix64 draws(4);
    for (int i = 0; i < 1'000; ++i) {
        const OptionInputs in = anyOption(draws);
        const double american = *optiontree::price(in);
        QVERIFY(american >= *blackscholes::price(in) - 1e-9);
        QVERIFY(american >= optionmodel::intrinsic(in) - 1e-9);
        QVERIFY(american <= (in.right == call ? in.spot : in.strike));
        OptionInputs longer = in;
        longer.years *= 1.25;
        QVERIFY(*optiontree::price(longer) >= american - 5e-3);
    }
    QCOMPARE(*optiontree::price(option(call, 100, 95, 1, .05, 0, .3)),
             *blackscholes::price(option(call, 100, 95, 1, .05, 0, .3)));
}

void OptionPricingTest::americanGreeks()
{
    SplitMix64 draws(5);
    for (int i = 0; i < 200; ++i) {
        OptionInputs in = anyOption(draws);
        in.years = 0.05 + draws.uniform();
        in.volatility = 0.15 + 0.5 * draws.uniform();
        const OptionValue value = *optiontree::value(in);
        QCOMPARE(value.price, *optiontree::price(in));
        if (value.price < optionmodel::intrinsic(in) + 0.05)
            continue; // where exercise is near the derivatives jump
        const auto bySpot = [&](double spot) {
            OptionInputs moved = in;
            moved.spot = spot;
            return *optiontree::price(moved, 401);
        };
        QVERIFY(isNear(value.delta, difference(bySpot, in.spot, 0.5), 2e-2));
        const auto byVolatility = [&](double volatility) {
            OptionInputs moved = in;
            moved.volatility = volatility;
            return *optiontree::price(moved, 401);
        };
        QVERIFY(isNear(value.vega, difference(byVolatility, in.volatility, 0.01), 0.35));
        const auto byTime = [&](double years) {
            OptionInputs moved = in;
            moved.years = years;
            return *optiontree::price(moved, 401);
        };
        QVERIFY(isNear(value.theta, -difference(byTime, in.years, 0.01), 0.5));
        QVERIFY(value.gamma >= -1e-9);
    }
    // A European option on the tree has the formula's Greeks: the dividend is too small to matter
    const OptionInputs in = option(call, 100, 105, 30 / 365.0, .04, 1e-9, .25);
    const OptionValue tree = *optiontree::value(in);
    const OptionValue formula = *blackscholes::value(in);
    QVERIFY(isNear(tree.delta, formula.delta, 1e-3));
    QVERIFY(isNear(tree.gamma, formula.gamma, 5e-4));
    QVERIFY(isNear(tree.vega, formula.vega, 1e-2));
    QVERIFY(isNear(tree.theta, formula.theta, 0.1));
    QVERIFY(isNear(tree.rho, formula.rho, 2e-2));
    // E-53, by a formula that lies a little below the tree
    const OptionValue singh
        = *optiontree::value(option(call, 100, 100, 731 / 365.0, .07, .04, .30));
    QVERIFY(isNear(singh.price, 17.9251834488399, 0.05));
    QVERIFY(isNear(singh.delta, 0.590801845261, 0.01));
    QVERIFY(isNear(singh.gamma, 0.008253471101, 3e-4));
    QVERIFY(isNear(singh.vega, 49.290633154593, 0.6));
    QVERIFY(isNear(singh.theta, -4.225402938402, 0.1));
}

void OptionPricingTest::americanImpliedVolatility()
{
    SplitMix64 draws(6);
    int solved = 0;
    for (int i = 0; i < 400; ++i) {
        const OptionInputs in = anyOption(draws);
        const OptionValue value = *optiontree::value(in);
        if (value.vega < 1e-3 || value.price <= optionmodel::intrinsic(in) + 1e-6)
            continue;
        const auto implied = impliedvolatility::american(in, value.price);
        QVERIFY(implied && implied->isFound());
        QVERIFY(std::abs(implied->residual) <= 1e-8);
        QVERIFY(isNear(implied->volatility, in.volatility, 1e-4));
        ++solved;
    }
    QVERIFY(solved > 250);
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
        QCOMPARE(blackscholes::value(bad).error().code, Error::Code::InvalidArgument);
        QCOMPARE(optiontree::price(bad).error().code, Error::Code::InvalidArgument);
        QCOMPARE(optiontree::value(bad).error().code, Error::Code::InvalidArgument);
    }
    QVERIFY(!optiontree::price(good, 0));
    QVERIFY(!optiontree::price(good, optiontree::mostSteps + 1));
    QVERIFY(!impliedvolatility::european(good, -1));
    QVERIFY(!impliedvolatility::american(good, std::nan("")));
    QCOMPARE(*optiontree::price(good, 100), *optiontree::price(good, 101));
}

QTEST_GUILESS_MAIN(OptionPricingTest)
#include "tst_optionpricing.moc"
