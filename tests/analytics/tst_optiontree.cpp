#include "blackscholes.h"
#include "optiontree.h"

#include "americansamples.h"

#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;

class OptionTreeTest : public QObject
{
    Q_OBJECT

private slots:
    void published_data();
    void published();
    void symmetry();
    void bounds();
    void greeks();
    void twoBoundaries();
    void extremesHaveAnAnswerToo();
    void refusals();
};

void OptionTreeTest::published_data()
{
    QTest::addColumn<OptionInputs>("inputs");
    QTest::addColumn<double>("truth");
    for (const AmericanSample &sample : americanSamples())
        QTest::newRow(sample.id) << sample.inputs << sample.truth;
}

/// Within what execution.md E.2 says of its errors, which grow with the time.
void OptionTreeTest::published()
{
    QFETCH(const OptionInputs, inputs);
    QFETCH(const double, truth);
    const double years = inputs.years;
    QVERIFY(isNear(*optiontree::extrapolatedPrice(inputs), truth, years > 3 ? 0.03 : years > 1 ? 5e-3 : 5e-4));
    QVERIFY(isNear(*optiontree::price(inputs), truth, 0.02 + 0.01 * years));
}

/// A call is a put with spot and strike, rate and yield exchanged (McDonald and Schroder).
void OptionTreeTest::symmetry()
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

void OptionTreeTest::bounds()
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

void OptionTreeTest::greeks()
{
    SplitMix64 draws(5);
    for (int i = 0; i < 200; ++i) {
        OptionInputs in = anyOption(draws);
        in.years = between(draws, 0.05, 1.05);
        in.volatility = between(draws, 0.15, 0.65);
        const OptionValue value = *optiontree::value(in);
        QCOMPARE(value.price, *optiontree::price(in));
        if (value.price < optionmodel::intrinsic(in) + 0.05)
            continue; // where exercise is near the derivatives jump
        const auto price = [](const OptionInputs &o) { return *optiontree::price(o, 401); };
        QVERIFY(isNear(value.delta, slope(price, in, &OptionInputs::spot, 0.5), 2e-2));
        QVERIFY(isNear(value.vega, slope(price, in, &OptionInputs::volatility, 0.01), 0.35));
        QVERIFY(isNear(value.theta, -slope(price, in, &OptionInputs::years, 0.01), 0.5));
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
    // E-53, published of an approximation that lies a little below
    const OptionValue singh
        = *optiontree::value(option(call, 100, 100, 731 / 365.0, .07, .04, .30));
    QVERIFY(isNear(singh.price, 17.9251834488399, 0.05));
    QVERIFY(isNear(singh.delta, 0.590801845261, 0.01));
    QVERIFY(isNear(singh.gamma, 0.008253471101, 3e-4));
    QVERIFY(isNear(singh.vega, 49.290633154593, 0.6));
    QVERIFY(isNear(singh.theta, -4.225402938402, 0.1));
}

/// With yield < rate < 0 a put is exercised in a band: the tree finds it, of every step's size the
/// same.
void OptionTreeTest::twoBoundaries()
{
    const OptionInputs in = option(put, 80, 100, 2, -.01, -.03, .12);
    const double coarse = *optiontree::price(in, 401);
    QVERIFY(isNear(coarse, *optiontree::price(in, 1'201), 2e-3));
    QVERIFY(coarse > *blackscholes::price(in) + 0.1);
    QCOMPARE(*optiontree::price(option(put, 80, 100, 2, -.03, -.01, .12)),
             *blackscholes::price(option(put, 80, 100, 2, -.03, -.01, .12)));
}

void OptionTreeTest::extremesHaveAnAnswerToo()
{
    SplitMix64 draws(10);
    for (int i = 0; i < 3'000; ++i) {
        const OptionInputs in = extremeOption(draws);
        const Result<OptionValue> value = optiontree::value(in, 25);
        QCOMPARE(bool(value), bool(optionmodel::check(in)));
        QVERIFY(!value || !std::isnan(*optiontree::price(in, 25)));
    }
}

void OptionTreeTest::refusals()
{
    const OptionInputs good = option(call, 100, 100, 1, .05, 0, .2);
    OptionInputs bad = good;
    bad.strike = -1;
    QCOMPARE(optiontree::price(bad).error().code, Error::Code::InvalidArgument);
    QCOMPARE(optiontree::value(bad).error().code, Error::Code::InvalidArgument);
    QVERIFY(!optiontree::price(good, 0));
    QVERIFY(!optiontree::price(good, optiontree::mostSteps + 1));
    QCOMPARE(*optiontree::price(good, 100), *optiontree::price(good, 101));
    const OptionInputs over = option(put, 95, 100, -1, .05, 0, .2);
    QCOMPARE(optiontree::value(over)->price, 5.0);
    QCOMPARE(optiontree::value(over)->delta, -1.0);
}

QTEST_GUILESS_MAIN(OptionTreeTest)
#include "tst_optiontree.moc"
