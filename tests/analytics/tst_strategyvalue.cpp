#include "americanoption.h"
#include "blackscholes.h"
#include "scenariotable.h"
#include "strategycurve.h"
#include "strategysamples.h"

#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace tapeline::test;

namespace {

bool isNear(double actual, double expected, double tolerance)
{
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("%.12g instead of %.12g", actual, expected);
    return false;
}

const Timestamp now = endOf(firstExpiry) - 24h * 30;

double valueAt(const Strategy &strategy, StrategyMarket market)
{
    const Result<double> value = strategyvalue::value(strategy, market);
    return value.value_or(std::nan(""));
}

} // namespace

/// Strategies valued before they end, and the table of what-ifs.
class StrategyValueTest : public QObject
{
    Q_OBJECT

private slots:
    void legsAreValuedByTheirModel();
    void parity();
    void greeksAreDerivatives();
    void multiplierAndQuantity();
    void endedOptionsPayExercise();
    void curveIsTheValue();
    void tableIsTheSameAsOneByOne();
    void axes();
};

void StrategyValueTest::legsAreValuedByTheirModel()
{
    StrategyLeg leg = putLeg(105, 1, 4);
    const OptionInputs in { OptionRight::Put, 100, 105, 30.0 / 365, 0.04, 0.01, 0.25 };
    QVERIFY(
        isNear(valueAt(strategyOf({ leg }), { 100, now, 0 }), *americanoption::price(in), 1e-12));
    leg.option->american = false;
    QVERIFY(isNear(valueAt(strategyOf({ leg }), { 100, now, 0 }), *blackscholes::price(in), 1e-12));
    OptionInputs moved = in;
    moved.volatility = 0.30;
    QVERIFY(isNear(valueAt(strategyOf({ leg }), { 100, now, 0.05 }), *blackscholes::price(moved),
                   1e-12));
    QCOMPARE(valueAt(strategyOf({ stockLeg(3, 90) }), { 100, now, 0 }), 300.0);
}

/// A call less a put, at one strike, is the underlying less the strike, both to the end.
void StrategyValueTest::parity()
{
    SplitMix64 draws(6);
    for (int round = 0; round < 200; ++round) {
        const double strike = 70 + 60 * draws.uniform();
        const double spot = 70 + 60 * draws.uniform();
        std::vector<StrategyLeg> legs { callLeg(strike, 1, 0), putLeg(strike, -1, 0) };
        for (StrategyLeg &leg : legs)
            leg.option->american = false;
        const double years = 30.0 / 365;
        const double kept = legs[0].option->strike.toDouble();
        const double expected = spot * std::exp(-0.01 * years) - kept * std::exp(-0.04 * years);
        QVERIFY(isNear(valueAt(strategyOf(legs), { spot, now, 0 }), expected, 1e-10));
    }
}

void StrategyValueTest::greeksAreDerivatives()
{
    SplitMix64 draws(7);
    for (int round = 0; round < 40; ++round) {
        Strategy strategy = anyStrategy(draws);
        for (StrategyLeg &leg : strategy.legs)
            if (leg.option)
                leg.option->american = false;
        const StrategyMarket market { 90 + 20 * draws.uniform(), now, 0.02 };
        const StrategyGreeks greeks = *strategyvalue::greeks(strategy, market);
        const auto moved = [&](double spot, double volatility, Duration time) {
            return valueAt(
                strategy,
                { market.spot + spot, market.time + time, market.volatilityShift + volatility });
        };
        QVERIFY(isNear(greeks.value, moved(0, 0, 0h), 1e-9));
        QVERIFY(isNear(greeks.delta, (moved(0.01, 0, 0h) - moved(-0.01, 0, 0h)) / 0.02, 1e-4));
        const double bend = moved(0.05, 0, 0h) - 2 * moved(0, 0, 0h) + moved(-0.05, 0, 0h);
        QVERIFY(isNear(greeks.gamma, bend / 0.0025, 1e-3));
        QVERIFY(isNear(greeks.vega, (moved(0, 1e-4, 0h) - moved(0, -1e-4, 0h)) / 0.02, 1e-4));
        QVERIFY(isNear(greeks.theta, (moved(0, 0, 1h) - moved(0, 0, -1h)) * 12, 1e-3));
    }
}

void StrategyValueTest::multiplierAndQuantity()
{
    StrategyLeg leg = callLeg(100, 1, 3);
    const StrategyGreeks one = *strategyvalue::greeks(strategyOf({ leg }), { 100, now, 0 });
    leg.quantity = -3;
    leg.multiplier = 100;
    const StrategyGreeks many = *strategyvalue::greeks(strategyOf({ leg }), { 100, now, 0 });
    QVERIFY(isNear(many.value, -300 * one.value, 1e-9));
    QVERIFY(isNear(many.delta, -300 * one.delta, 1e-9));
    QVERIFY(isNear(many.vega, -300 * one.vega, 1e-9));
    QVERIFY(isNear(strategies::cost(strategyOf({ leg })), -900, 1e-9));
}

void StrategyValueTest::endedOptionsPayExercise()
{
    const Timestamp later = endOf(firstExpiry) + 1h;
    QCOMPARE(valueAt(strategyOf({ callLeg(95, 2, 1) }), { 100, later, 0 }), 10.0);
    QCOMPARE(valueAt(strategyOf({ putLeg(95, 2, 1) }), { 100, later, 0 }), 0.0);
}

/// Whatever is kept from one price to the next changes nothing.
void StrategyValueTest::curveIsTheValue()
{
    SplitMix64 draws(9);
    for (int round = 0; round < 60; ++round) {
        Strategy strategy = anyStrategy(draws);
        for (StrategyLeg &leg : strategy.legs)
            if (leg.option) {
                leg.option->american = draws.below(4) != 0;
                leg.rate = 0.08 * draws.uniform();
                leg.yield = 0.06 * draws.uniform();
                leg.volatility = 0.1 + 0.6 * draws.uniform();
            }
        const Timestamp time = round % 5 == 0 ? endOf(firstExpiry) : now;
        const Result<StrategyCurve> curve = StrategyCurve::of(strategy, time, 0.02);
        QVERIFY(curve);
        for (int i = 0; i < 10; ++i) {
            const double spot = 40 + 140 * draws.uniform();
            QVERIFY(isNear(curve->value(spot), valueAt(strategy, { spot, time, 0.02 }), 1e-9));
        }
    }
    QVERIFY(!StrategyCurve::of(strategyOf({}), now));
}

void StrategyValueTest::tableIsTheSameAsOneByOne()
{
    SplitMix64 draws(8);
    const Strategy strategy
        = strategyOf({ putLeg(95, -2, 1.5), callLeg(105, 1, 1.2), stockLeg(1, 99) });
    const ScenarioAxes axes { scenarios::spotsAround(100, 0.05, 3),
                              { -0.05, 0, 0.1 },
                              { 0, 10, 30 } };
    const Result<ScenarioTable> table = scenarios::table(strategy, now, axes);
    QVERIFY(table);
    QCOMPARE(table->cells.size(), std::size_t(7 * 3 * 3));
    for (int round = 0; round < 20; ++round) {
        const std::size_t day = draws.below(3);
        const std::size_t shift = draws.below(3);
        const std::size_t spot = draws.below(7);
        const StrategyMarket market { axes.spots[spot], now + 24h * int(axes.days[day]),
                                      axes.volatilityShifts[shift] };
        const StrategyGreeks alone = *strategyvalue::greeks(strategy, market);
        const ScenarioCell &cell = table->at(day, shift, spot);
        QCOMPARE(cell.greeks, alone);
        QVERIFY(isNear(cell.profit, alone.value - strategies::cost(strategy), 1e-9));
    }
}

void StrategyValueTest::axes()
{
    QCOMPARE(scenarios::spotsAround(100, 0.5, 1), (std::vector<double> { 50, 100, 150 }));
    QCOMPARE(scenarios::spotsAround(100, 0.5, 2).size(), std::size_t(4)); // none at 0
    const Strategy strategy = strategyOf({ callLeg(100, 1, 1) });
    QVERIFY(!scenarios::table(strategy, now, {}));
    const std::vector<double> many(2'001, 100.0);
    QVERIFY(!scenarios::table(strategy, now, { many, { 0 }, { 0 } }));
}

QTEST_GUILESS_MAIN(StrategyValueTest)
#include "tst_strategyvalue.moc"
