#include "strategyodds.h"
#include "strategysamples.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double unlimited = std::numeric_limits<double>::infinity();

bool isNear(double actual, double expected, double tolerance = 1e-9)
{
    if (actual == expected || std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("%.12g instead of %.12g", actual, expected);
    return false;
}

StrategyOutcome outcomeOf(const Strategy &strategy, double spot = 100)
{
    const Result<StrategyOutcome> outcome = strategypayoff::atFirstEnd(strategy, spot);
    if (!outcome) {
        qWarning("%s", qPrintable(outcome.error().detail));
        return {};
    }
    return *outcome;
}

/// What the legs pay at the end, each by itself.
double bruteForce(const Strategy &strategy, double spot)
{
    double sum = 0;
    for (const StrategyLeg &leg : strategy.legs) {
        double paid = spot;
        if (leg.option) {
            const double strike = leg.option->strike.toDouble();
            paid = leg.option->right == OptionRight::Call ? std::max(spot - strike, 0.0)
                                                          : std::max(strike - spot, 0.0);
        }
        sum += leg.quantity * leg.multiplier * (paid - leg.price);
    }
    return sum;
}

TerminalDistribution lognormal(double forward = 101, double years = 0.25, double volatility = 0.3)
{
    return *TerminalDistribution::lognormal(forward, years, volatility);
}

/// Integrates over the lognormal prices: Simpson's rule over their deviations.
double integrated(const std::function<double(double)> &of, double forward, double years,
                  double volatility)
{
    constexpr int steps = 40'000;
    constexpr double reach = 9;
    const double deviation = volatility * std::sqrt(years);
    double sum = 0;
    for (int i = 0; i <= steps; ++i) {
        const double z = -reach + 2 * reach * i / steps;
        const double weight = i == 0 || i == steps ? 1 : (i % 2 == 1 ? 4 : 2);
        const double spot = forward * std::exp(deviation * z - deviation * deviation / 2);
        sum += weight * optionmodel::normalDensity(z) * of(spot);
    }
    return sum * 2 * reach / steps / 3;
}

} // namespace

/// The worked strategies of execution.md E.6, and what holds for every combination of legs.
class StrategyPayoffTest : public QObject
{
    Q_OBJECT

private slots:
    void published_data();
    void published();
    void lineIsWhatTheLegsPay();
    void extremesAreThoseOfTheLine();
    void breakEvensAreZeros();
    void stretchAlongZero();
    void calendar();
    void calendarOfOneEndIsExact();
    void probability();
    void expectedValueIsTheIntegral();
    void fairStrategyIsWorthNothing();
    void smileMovesTheOdds();
    void refusals();
};

void StrategyPayoffTest::published_data()
{
    QTest::addColumn<Strategy>("strategy");
    QTest::addColumn<double>("cost");
    QTest::addColumn<double>("maxGain");
    QTest::addColumn<double>("maxLoss");
    QTest::addColumn<QList<double>>("breakEvens");

    QTest::newRow("E-66 debit vertical")
        << strategyOf({ callLeg(100, 1, 3.00), callLeg(105, -1, 1.20) }) << 1.80 << 3.20 << 1.80
        << QList { 101.80 };
    QTest::newRow("E-67 straddle") << strategyOf({ callLeg(100, 1, 2.50), putLeg(100, 1, 2.30) })
                                   << 4.80 << unlimited << 4.80 << QList { 95.20, 104.80 };
    QTest::newRow("E-68 iron condor")
        << strategyOf({ putLeg(90, 1, 0.60), putLeg(95, -1, 1.50), callLeg(105, -1, 1.40),
                        callLeg(110, 1, 0.50) })
        << -1.80 << 1.80 << 3.20 << QList { 93.20, 106.80 };
    QTest::newRow("E-69 covered call") << strategyOf({ stockLeg(1, 100), callLeg(105, -1, 1.50) })
                                       << 98.50 << 6.50 << 98.50 << QList { 98.50 };
    QTest::newRow("long call") << strategyOf({ callLeg(100, 1, 3) }) << 3.0 << unlimited << 3.0
                               << QList { 103.0 };
    QTest::newRow("long put") << strategyOf({ putLeg(100, 1, 3) }) << 3.0 << 97.0 << 3.0
                              << QList { 97.0 };
    QTest::newRow("short call") << strategyOf({ callLeg(100, -1, 3) }) << -3.0 << 3.0 << unlimited
                                << QList { 103.0 };
    QTest::newRow("cash-secured put")
        << strategyOf({ putLeg(95, -1, 2) }) << -2.0 << 2.0 << 93.0 << QList { 93.0 };
    QTest::newRow("credit vertical of puts")
        << strategyOf({ putLeg(95, -1, 1.8), putLeg(90, 1, 0.6) }) << -1.2 << 1.2 << 3.8
        << QList { 93.8 };
    QTest::newRow("strangle") << strategyOf({ putLeg(95, 1, 1.5), callLeg(105, 1, 1.4) }) << 2.9
                              << unlimited << 2.9 << QList { 92.1, 107.9 };
    QTest::newRow("butterfly") << strategyOf(
        { callLeg(95, 1, 6.5), callLeg(100, -2, 3), callLeg(105, 1, 1.2) })
                               << 1.7 << 3.3 << 1.7 << QList { 96.7, 103.3 };
    QTest::newRow("ratio of calls") << strategyOf({ callLeg(100, 1, 3), callLeg(105, -2, 1.2) })
                                    << 0.6 << 4.4 << unlimited << QList { 100.6, 109.4 };
}

void StrategyPayoffTest::published()
{
    QFETCH(const Strategy, strategy);
    QFETCH(const double, cost);
    QFETCH(const double, maxGain);
    QFETCH(const double, maxLoss);
    QFETCH(const QList<double>, breakEvens);

    QVERIFY(isNear(strategies::cost(strategy), cost));
    const StrategyOutcome outcome = outcomeOf(strategy);
    QVERIFY(!outcome.isModelled);
    QVERIFY(isNear(outcome.maxGain.value_or(unlimited), maxGain));
    QVERIFY(isNear(outcome.maxLoss.value_or(unlimited), maxLoss));
    QCOMPARE(qsizetype(outcome.breakEvens.size()), breakEvens.size());
    for (qsizetype i = 0; i < breakEvens.size(); ++i)
        QVERIFY(isNear(outcome.breakEvens[std::size_t(i)], breakEvens[i]));
}

void StrategyPayoffTest::lineIsWhatTheLegsPay()
{
    SplitMix64 draws(66);
    for (int round = 0; round < 300; ++round) {
        const Strategy strategy = anyStrategy(draws);
        const StrategyOutcome outcome = outcomeOf(strategy);
        for (int i = 0; i < 60; ++i) {
            const double spot = 260 * draws.uniform();
            QVERIFY(isNear(outcome.line.at(spot), bruteForce(strategy, spot), 1e-8));
        }
    }
}

void StrategyPayoffTest::extremesAreThoseOfTheLine()
{
    SplitMix64 draws(67);
    for (int round = 0; round < 300; ++round) {
        const Strategy strategy = anyStrategy(draws);
        const StrategyOutcome outcome = outcomeOf(strategy);
        double highest = -unlimited;
        double lowest = unlimited;
        for (int tenth = 0; tenth <= 2'000; ++tenth) {
            const double profit = bruteForce(strategy, tenth / 10.0);
            highest = std::max(highest, profit);
            lowest = std::min(lowest, profit);
        }
        const double farther = bruteForce(strategy, 1'000) - bruteForce(strategy, 900);
        QCOMPARE(outcome.maxGain.has_value(), farther <= 1e-6);
        QCOMPARE(outcome.maxLoss.has_value(), farther >= -1e-6);
        if (outcome.maxGain)
            QVERIFY(isNear(*outcome.maxGain, highest, 1e-8));
        if (outcome.maxLoss)
            QVERIFY(isNear(*outcome.maxLoss, -lowest, 1e-8));
    }
}

void StrategyPayoffTest::breakEvensAreZeros()
{
    SplitMix64 draws(68);
    int seen = 0;
    for (int round = 0; round < 300; ++round) {
        const Strategy strategy = anyStrategy(draws);
        const StrategyOutcome outcome = outcomeOf(strategy);
        QVERIFY(std::ranges::is_sorted(outcome.breakEvens));
        for (const double spot : outcome.breakEvens) {
            QVERIFY(isNear(bruteForce(strategy, spot), 0, 1e-7));
            ++seen;
        }
        // And none is missed: the sign changes nowhere else
        for (int step = 1; step < 2'600; ++step) {
            const double low = (step - 1) / 10.0;
            const double high = step / 10.0;
            if (bruteForce(strategy, low) * bruteForce(strategy, high) < -1e-9)
                QVERIFY(std::ranges::any_of(
                    outcome.breakEvens, [&](double spot) { return spot >= low && spot <= high; }));
        }
    }
    QVERIFY(seen > 100);
}

void StrategyPayoffTest::stretchAlongZero()
{
    // A risk reversal for nothing: neither gains nor loses between its strikes
    const Strategy reversal = strategyOf({ putLeg(95, -1, 2), callLeg(105, 1, 2) });
    const StrategyOutcome outcome = outcomeOf(reversal);
    QCOMPARE(outcome.breakEvens, (std::vector<double> { 95, 105 }));
    const TerminalDistribution prices = lognormal();
    QVERIFY(isNear(strategyodds::probabilityOfProfit(outcome.line, prices), 1 - prices.below(105)));
}

void StrategyPayoffTest::calendar()
{
    const Strategy strategy
        = strategyOf({ callLeg(100, -1, 2.20), callLeg(100, 1, 3.60, laterExpiry) });
    const StrategyOutcome outcome = outcomeOf(strategy);
    QVERIFY(outcome.isModelled);
    QCOMPARE(outcome.horizon, endOf(firstExpiry));
    QVERIFY(outcome.maxLoss);
    QVERIFY(outcome.maxGain);
    // It costs 1.40; the most is made at the strike, the least far away from it
    StrategyLeg later = strategy.legs[1];
    const double there = strategyvalue::ofLeg(later, { 100, outcome.horizon, 0 })->price - 1.40;
    QVERIFY(isNear(*outcome.maxGain, there, 0.01));
    QVERIFY(*outcome.maxLoss <= 1.40 + 1e-6);
    QVERIFY(*outcome.maxLoss > 1.2);
    QCOMPARE(outcome.breakEvens.size(), std::size_t(2));
    for (const double spot : outcome.breakEvens) {
        const auto points = strategypayoff::atMoment(strategy, outcome.horizon, 0, { spot });
        QVERIFY(isNear(points->front().profit, 0, 1e-5));
    }
    QVERIFY(outcome.breakEvens[0] < 100 && outcome.breakEvens[1] > 100);
    // More volatility then is worth more
    QVERIFY(strategypayoff::atFirstEnd(strategy, 100, 0.05)->maxGain > outcome.maxGain);
}

void StrategyPayoffTest::calendarOfOneEndIsExact()
{
    // The model at the end of all options is the payoff itself
    SplitMix64 draws(70);
    for (int round = 0; round < 50; ++round) {
        const Strategy strategy = anyStrategy(draws);
        const StrategyOutcome outcome = outcomeOf(strategy);
        for (const double spot : { 61.0, 88.8, 100.0, 123.4 }) {
            const auto points = strategypayoff::atMoment(strategy, endOf(firstExpiry), 0, { spot });
            QVERIFY(isNear(points->front().profit, outcome.line.at(spot), 1e-8));
        }
    }
}

void StrategyPayoffTest::probability()
{
    SplitMix64 draws(71);
    const TerminalDistribution prices = lognormal();
    for (int round = 0; round < 40; ++round) {
        const Strategy strategy = anyStrategy(draws);
        const StrategyOutcome outcome = outcomeOf(strategy);
        const double chance = strategyodds::probabilityOfProfit(outcome.line, prices);
        QVERIFY(chance >= 0 && chance <= 1);
        const double slow
            = integrated([&](double spot) { return bruteForce(strategy, spot) > 0 ? 1.0 : 0.0; },
                         101, 0.25, 0.3);
        QVERIFY(isNear(chance, slow, 1e-3));
    }
    // One leg, by hand: N(d2) of a call at its break-even
    const StrategyOutcome call = outcomeOf(strategyOf({ callLeg(100, 1, 3) }));
    const double deviation = 0.3 * 0.5;
    const double d2 = std::log(101.0 / 103) / deviation - deviation / 2;
    QVERIFY(isNear(strategyodds::probabilityOfProfit(call.line, prices),
                   optionmodel::normalDistribution(d2)));
}

void StrategyPayoffTest::expectedValueIsTheIntegral()
{
    SplitMix64 draws(72);
    const TerminalDistribution prices = lognormal();
    for (int round = 0; round < 40; ++round) {
        const Strategy strategy = anyStrategy(draws);
        const StrategyOutcome outcome = outcomeOf(strategy);
        const double slow
            = integrated([&](double spot) { return bruteForce(strategy, spot); }, 101, 0.25, 0.3);
        QVERIFY(isNear(strategyodds::expectedProfit(outcome.line, prices), slow, 1e-4));
    }
}

/// A strategy at the model's own prices has no expected value: put-call parity of whole strategies.
void StrategyPayoffTest::fairStrategyIsWorthNothing()
{
    SplitMix64 draws(73);
    const Timestamp now = endOf(firstExpiry) - 24h * 60;
    const double years = 60.0 / 365;
    const TerminalDistribution prices
        = lognormal(100 * std::exp((0.04 - 0.01) * years), years, 0.25);
    for (int round = 0; round < 60; ++round) {
        Strategy strategy = anyStrategy(draws);
        for (StrategyLeg &leg : strategy.legs) {
            if (leg.option)
                leg.option->american = false;
            leg.price = strategyvalue::ofLeg(leg, { 100, now, 0 })->price;
        }
        const StrategyOutcome outcome = outcomeOf(strategy);
        const double expected
            = strategyodds::expectedValue(outcome.line, strategies::cost(strategy), 0.04, prices,
                                          strategyodds::dividends(strategy, 100, 0.01, years));
        QVERIFY(isNear(expected, 0, 1e-8));
    }
}

void StrategyPayoffTest::smileMovesTheOdds()
{
    // Puts cost more than calls: low prices are likelier than with one volatility
    const auto smile = [](double strike) { return 0.3 - 0.15 * std::log(strike / 100); };
    const TerminalDistribution skewed = *TerminalDistribution::ofSmile(101, 0.25, smile);
    const TerminalDistribution flat = lognormal(101, 0.25, smile(101));
    QVERIFY(skewed.below(80) > flat.below(80));
    double before = 0;
    for (int spot = 40; spot <= 200; ++spot) {
        const double chance = skewed.below(spot);
        QVERIFY(chance >= before - 1e-9 && chance <= 1);
        before = chance;
    }
    // One volatility told as a smile is the lognormal distribution
    const TerminalDistribution same
        = *TerminalDistribution::ofSmile(101, 0.25, [](double) { return 0.3; });
    for (const double spot : { 60.0, 95.0, 101.0, 140.0 })
        QVERIFY(isNear(same.below(spot), lognormal().below(spot), 1e-6));
    QVERIFY(isNear(lognormal().deviationsAway(1), 101 * std::exp(0.15)));
}

void StrategyPayoffTest::refusals()
{
    const auto code = [](const Strategy &strategy, double spot = 100) {
        const Result<StrategyOutcome> outcome = strategypayoff::atFirstEnd(strategy, spot);
        return outcome.has_value() ? -1 : int(outcome.error().code);
    };
    const int invalid = int(Error::Code::InvalidArgument);
    QCOMPARE(code(strategyOf({})), invalid);
    QCOMPARE(code(strategyOf({ callLeg(100, 0, 1) })), invalid);
    QCOMPARE(code(strategyOf({ callLeg(100, 1, std::nan("")) })), invalid);
    QCOMPARE(code(strategyOf({ callLeg(100, 1, 1) }), 0), invalid);
    QCOMPARE(code(strategyOf({ callLeg(100, 1, 1) }), unlimited), invalid);
    QVERIFY(!TerminalDistribution::lognormal(0, 1, 0.2));
    QVERIFY(!TerminalDistribution::lognormal(100, 1, -0.2));
}

QTEST_GUILESS_MAIN(StrategyPayoffTest)
#include "tst_strategypayoff.moc"
