#include "chainmeasures.h"
#include "contractmeasures.h"
#include "expectedmove.h"
#include "realisedvolatility.h"
#include "termstructure.h"
#include "volatilityrank.h"

#include "splitmix64.h"

#include <QtTest>

#include <cmath>
#include <deque>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto call = OptionRight::Call;
constexpr auto put = OptionRight::Put;

bool isNear(double actual, double expected, double tolerance)
{
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("%.12g instead of %.12g", actual, expected);
    return false;
}

Price price(double value)
{
    return Price::fromUnits(qint64(std::llround(value * 1e4)) * 1'000'000);
}

/// Contracts that stay where they are, and the strikes made of them.
class Chain
{
public:
    ChainContract &add(OptionRight right, double strike)
    {
        ChainContract &contract = m_contracts.emplace_back();
        contract.terms = { u"X"_s, right, price(strike), QDate(2026, 3, 20) };
        const auto at = std::ranges::find(strikes, price(strike), &ChainStrike::strike);
        ChainStrike &row
            = at == strikes.end() ? strikes.emplace_back(ChainStrike { price(strike) }) : *at;
        (right == call ? row.call : row.put) = &contract;
        return contract;
    }
    ChainContract &quoted(OptionRight right, double strike, double bid, double ask)
    {
        ChainContract &contract = add(right, strike);
        contract.bid = price(bid);
        contract.ask = price(ask);
        return contract;
    }

    std::vector<ChainStrike> strikes;

private:
    std::deque<ChainContract> m_contracts;
};

/// The open interest of E-63.
Chain painfulChain()
{
    constexpr double strikes[] = { 90, 95, 100, 105, 110 };
    constexpr double calls[] = { 5, 10, 50, 100, 60 };
    constexpr double puts[] = { 70, 80, 40, 10, 5 };
    Chain chain;
    for (int i = 0; i < 5; ++i) {
        chain.add(call, strikes[i]).openInterest = calls[i];
        chain.add(put, strikes[i]).openInterest = puts[i];
    }
    return chain;
}

ContractGreeks greeks(double volatility, double delta, double gamma = 0)
{
    ContractGreeks greeks;
    greeks.volatility = volatility;
    greeks.delta = delta;
    greeks.gamma = gamma;
    return greeks;
}

} // namespace

/// The vectors E-60 to E-64 of execution.md and what must hold besides.
class ChainMeasuresTest : public QObject
{
    Q_OBJECT

private slots:
    void e60_rankAndPercentile()
    {
        const std::vector<double> history { 15, 18, 20, 22, 25, 28, 33, 36, 40, 45 };
        QVERIFY(isNear(*volatilityrank::rank(history, 30), 50, 1e-12));
        QVERIFY(isNear(*volatilityrank::percentile(history, 30), 60, 1e-12));
    }

    void rankOfAYear()
    {
        std::vector<double> history(300, 20.0);
        history[10] = 90; // more than a year ago
        history[290] = 30;
        QVERIFY(isNear(*volatilityrank::rank(history, 25), 50, 1e-12));
        QVERIFY(isNear(*volatilityrank::percentile(history, 25), 100.0 * 251 / 252, 1e-12));
        QVERIFY(!volatilityrank::rank(std::vector<double>(5, 20.0), 20));
        QVERIFY(!volatilityrank::rank({}, 20));
        QVERIFY(!volatilityrank::percentile({}, 20));
    }

    void e61_moveOfVolatility()
    {
        QVERIFY(isNear(expectedmove::ofVolatility(100, 0.2, 30), 5.7338, 5e-5));
    }

    void e62_moveOfStraddle()
    {
        QVERIFY(isNear(expectedmove::ofStraddle(4.00), 3.40, 1e-12));
        QVERIFY(isNear(expectedmove::ofStrangles(4, 2, 1), 3.1, 1e-12));
    }

    void moveOfQuotes()
    {
        Chain chain;
        for (const double strike : { 90, 95, 100, 105, 110 }) {
            chain.quoted(call, strike, (110 - strike) / 2, (110 - strike) / 2 + 0.2);
            chain.quoted(put, strike, (strike - 90) / 4, (strike - 90) / 4 + 0.2);
        }
        const ExpectedMove move = expectedmove::measure(chain.strikes, 99, 101, 0.2, 30);
        QVERIFY(isNear(*move.ofVolatility, 99 * 0.2 * std::sqrt(30 / 365.0), 1e-12));
        QVERIFY(isNear(*move.ofStraddle, 0.85 * (5.1 + 2.6), 1e-12));
        const double strangles = 0.6 * 7.7 + 0.3 * (2.6 + 1.35);
        QVERIFY(!move.ofStrangles); // nobody bids for the put at 90 and the call at 110
        chain.strikes.front().put = nullptr;
        auto bid = chain.quoted(call, 110, 0.5, 0.7);
        chain.strikes.back().call = &bid;
        auto other = chain.quoted(put, 90, 0.1, 0.3);
        chain.strikes.front().put = &other;
        const ExpectedMove whole = expectedmove::measure(chain.strikes, 99, 101, 0, 30);
        QVERIFY(!whole.ofVolatility);
        QVERIFY(isNear(*whole.ofStrangles, strangles + 0.1 * (0.6 + 0.2), 1e-12));
        QVERIFY(!expectedmove::measure({}, 99, 101, 0, 30).ofStraddle);
    }

    void e63_maxPain()
    {
        const Chain chain = painfulChain();
        const auto profile = chainmeasures::profile(chain.strikes, 101, GreeksSource::Own);
        const std::vector<double> expected { 105'000, 40'000, 20'000, 45'000, 125'000 };
        QCOMPARE(chainmeasures::payouts(profile), expected);
        QCOMPARE(chainmeasures::maxPain(profile, 101), std::optional(100.0));
    }

    void maxPainOfEqualStrikes()
    {
        // One put at 100: from there on nothing is paid
        Chain chain;
        chain.add(call, 100).openInterest = 0;
        chain.add(put, 100).openInterest = 5;
        chain.add(call, 110);
        chain.add(call, 120);
        const auto profile = chainmeasures::profile(chain.strikes, 0, GreeksSource::Own);
        using enum PainTie;
        QCOMPARE(chainmeasures::maxPain(profile, 111, NearestSpot), std::optional(110.0));
        QCOMPARE(chainmeasures::maxPain(profile, 115, NearestSpot), std::optional(110.0));
        QCOMPARE(chainmeasures::maxPain(profile, 116, NearestSpot), std::optional(120.0));
        QCOMPARE(chainmeasures::maxPain(profile, 116, Lower), std::optional(100.0));
        QVERIFY(!chainmeasures::maxPain({}, 100));
        Chain empty;
        empty.add(call, 100);
        QVERIFY(!chainmeasures::maxPain(
            chainmeasures::profile(empty.strikes, 100, GreeksSource::Own), 100));
    }

    void e64_putCallRatio()
    {
        Chain chain;
        ChainContract &calls = chain.add(call, 100);
        calls.volume = Qty::whole(12'000);
        ChainContract &puts = chain.add(put, 100);
        puts.volume = Qty::whole(9'000);
        puts.openInterest = 3;
        const ChainTotals totals
            = chainmeasures::totals(chainmeasures::profile(chain.strikes, 100, GreeksSource::Own));
        QCOMPARE(totals.putCallVolume(), std::optional(0.75));
        QVERIFY(!totals.putCallInterest()); // no calls
        ChainTotals twice = totals;
        twice += totals;
        QCOMPARE(twice.putVolume, 18'000.0);
        QCOMPARE(twice.putInterest, 6.0);
    }

    void gammaExposure()
    {
        QVERIFY(isNear(chainmeasures::gammaExposure(call, 0.02, 1'000, 100, 200), 800'000, 1e-6));
        QVERIFY(isNear(chainmeasures::gammaExposure(put, 0.02, 1'000, 100, 200), -800'000, 1e-6));
        Chain chain;
        ChainContract &calls = chain.add(call, 200);
        calls.openInterest = 1'000;
        calls.own = greeks(0.2, 0.5, 0.02);
        calls.service = greeks(0.3, 0.6, 0.01);
        ChainContract &puts = chain.add(put, 200);
        puts.openInterest = 500;
        puts.service = greeks(0.2, -0.5, 0.02);
        const auto own = chainmeasures::profile(chain.strikes, 200, GreeksSource::Own);
        QVERIFY(isNear(own[0].callGamma, 800'000, 1e-6));
        QVERIFY(isNear(own[0].netGamma(), 400'000, 1e-6)); // the put's is the service's
        const auto told = chainmeasures::profile(chain.strikes, 200, GreeksSource::Service);
        QVERIFY(isNear(chainmeasures::totals(told).gamma, 0, 1e-6));
    }

    void volatilityBetweenStrikes()
    {
        Chain chain;
        chain.add(call, 100).own = greeks(0.20, 0.5);
        chain.add(put, 100).own = greeks(0.22, -0.5);
        chain.add(call, 110).own = greeks(0.18, 0.3);
        chain.add(call, 120);
        const auto at = [&](double price) {
            return chainmeasures::volatilityAt(chain.strikes, price, GreeksSource::Own);
        };
        QVERIFY(isNear(*at(100), 0.21, 1e-12));
        QVERIFY(isNear(*at(105), 0.195, 1e-12));
        QVERIFY(isNear(*at(130), 0.18, 1e-12));
        QVERIFY(isNear(*at(10), 0.21, 1e-12));
        QVERIFY(!chainmeasures::volatilityAt({}, 100, GreeksSource::Own));
        QCOMPARE(chainmeasures::nearestStrike(chain.strikes, 105)->strike, price(100));
        QCOMPARE(chainmeasures::nearestStrike(chain.strikes, 106)->strike, price(110));
        QVERIFY(!chainmeasures::nearestStrike({}, 106));
    }

    void skewOfDeltas()
    {
        Chain chain;
        chain.add(put, 90).own = greeks(0.30, -0.2);
        chain.add(put, 95).own = greeks(0.26, -0.3);
        chain.add(call, 105).own = greeks(0.20, 0.35);
        QVERIFY(!chainmeasures::skew25(chain.strikes, GreeksSource::Own)); // no call so far out
        chain.add(call, 110).own = greeks(0.18, 0.15);
        QVERIFY(
            isNear(*chainmeasures::skew25(chain.strikes, GreeksSource::Own), 0.28 - 0.19, 1e-12));
    }

    void thirtyDays()
    {
        const std::vector<TermPoint> points { { 0.2, 0.9 }, { 20, 0.2 }, { 40, 0.3 } };
        const auto month = termstructure::constantMaturity(points);
        QVERIFY(month && month->isBetween);
        const double variance = (0.04 * 20 + 0.09 * 40) / 2;
        QVERIFY(isNear(month->volatility, std::sqrt(variance / 30), 1e-12));
        QVERIFY(isNear(*termstructure::frontToNext(points), 0.2 / 0.3, 1e-12));
        const auto far = termstructure::constantMaturity(points, 90);
        QVERIFY(far && !far->isBetween);
        QCOMPARE(far->volatility, 0.3);
        QCOMPARE(termstructure::constantMaturity(points, 7)->volatility, 0.2);
        QCOMPARE(termstructure::constantMaturity(points, 20)->volatility, 0.2);
        QCOMPARE(termstructure::constantMaturity(std::span(points).first(1))->volatility, 0.9);
        QVERIFY(!termstructure::constantMaturity({}));
        QVERIFY(!termstructure::frontToNext(std::span(points).first(2)));
    }

    void realisedByHand()
    {
        // Returns of +1 %, -1 %, +1 %: their mean is a third of a percent
        std::vector<DayPrices> days;
        double close = 100;
        for (const double change : { 0.0, 0.01, -0.01, 0.01 }) {
            const double open = close;
            close *= std::exp(change);
            days.push_back({ open, std::max(open, close), std::min(open, close), close });
        }
        const double variance = 2 * std::pow(0.01 - 0.01 / 3, 2) + std::pow(0.01 + 0.01 / 3, 2);
        QVERIFY(
            isNear(*realisedvolatility::closeToClose(days), std::sqrt(252 * variance / 2), 1e-12));
        QVERIFY(isNear(*realisedvolatility::parkinson(std::span(days).subspan(1)),
                       std::sqrt(252 * 1e-4 / (4 * std::log(2.0))), 1e-12));
        // No nights, and no ranges beyond open and close
        const double k = 0.34 / (1.34 + 4 / 2.0);
        QVERIFY(
            isNear(*realisedvolatility::yangZhang(days), std::sqrt(252 * k * variance / 2), 1e-12));
        QVERIFY(!realisedvolatility::closeToClose(std::span(days).first(2)));
        QVERIFY(!realisedvolatility::parkinson({}));
        days[2].low = 0;
        QVERIFY(!realisedvolatility::yangZhang(days));
    }

    /// All three find the volatility of a simulated walk.
    void realisedOfAWalk()
    {
        constexpr double volatility = 0.3;
        constexpr int steps = 400; // within a day
        SplitMix64 draws(3);
        const auto normal = [&] {
            return std::sqrt(-2 * std::log(1 - draws.uniform()))
                * std::cos(2 * M_PI * draws.uniform());
        };
        std::vector<DayPrices> days;
        double log = std::log(100.0);
        for (int day = 0; day < 1'500; ++day) {
            const double step = volatility * std::sqrt(1 / 252.0 / steps);
            double high = log;
            double low = log;
            const double open = log;
            for (int i = 0; i < steps; ++i) {
                log += step * normal();
                high = std::max(high, log);
                low = std::min(low, log);
            }
            days.push_back({ std::exp(open), std::exp(high), std::exp(low), std::exp(log) });
        }
        QVERIFY(isNear(*realisedvolatility::closeToClose(days), volatility, 0.015));
        QVERIFY(isNear(*realisedvolatility::parkinson(days), volatility, 0.02));
        QVERIFY(isNear(*realisedvolatility::yangZhang(days), volatility, 0.02));
    }

    void figuresOfAContract()
    {
        Chain chain;
        ChainContract &contract = chain.quoted(put, 100, 5.9, 6.1);
        QVERIFY(isNear(contractmeasures::intrinsic(contract, 95), 5, 1e-12));
        QVERIFY(isNear(*contractmeasures::timeValue(contract, 95), 1, 1e-12));
        QVERIFY(isNear(*contractmeasures::breakEven(contract), 94, 1e-12));
        QVERIFY(isNear(*contractmeasures::spreadPercent(contract), 100 * 0.2 / 6, 1e-12));
        QCOMPARE(contractmeasures::intrinsic(contract, 105), 0.0);
        const ChainContract &silent = chain.add(call, 100);
        QVERIFY(!contractmeasures::timeValue(silent, 95));
        QVERIFY(!contractmeasures::breakEven(silent));
        QVERIFY(!contractmeasures::spreadPercent(silent));
    }

    void liquidity()
    {
        Chain chain;
        ChainContract contract = chain.quoted(call, 100, 2.00, 2.02);
        QVERIFY(isNear(contractmeasures::liquidityScore(contract), 40, 1e-9));
        contract.bidSize = Qty::whole(100);
        contract.askSize = Qty::whole(900);
        contract.volume = Qty::whole(5'000);
        contract.openInterest = 10'000;
        QVERIFY(isNear(contractmeasures::liquidityScore(contract), 100, 1e-9));
        contract.ask = price(2.4);
        const double wide = contractmeasures::liquidityScore(contract);
        QVERIFY(wide > 60 && wide < 65);
        contract.ask = price(3);
        QVERIFY(isNear(contractmeasures::liquidityScore(contract), 60, 1e-9));
        contract.bid = {};
        QCOMPARE(contractmeasures::liquidityScore(contract), 0.0);
        // A cent is as close as it gets, whatever its percentage
        ChainContract cheap = chain.quoted(call, 200, 0.02, 0.03);
        QVERIFY(isNear(contractmeasures::liquidityScore(cheap), 40, 1e-9));
    }

    void probabilities()
    {
        OptionInputs inputs { call, 100, 110, 0.5, 0.05, 0.02, 0.25 };
        const double d2
            = (std::log(100 / 110.0) + (0.03 - 0.03125) * 0.5) / (0.25 * std::sqrt(0.5));
        const double chance = *contractmeasures::probabilityInTheMoney(inputs);
        QVERIFY(isNear(chance, optionmodel::normalDistribution(d2), 1e-12));
        const double touch = *contractmeasures::probabilityOfTouch(inputs);
        QVERIFY(touch > 1.7 * chance && touch < 2.3 * chance); // about twice, by reflection
        inputs.right = put;
        QVERIFY(isNear(*contractmeasures::probabilityInTheMoney(inputs), 1 - chance, 1e-12));
        QVERIFY(isNear(*contractmeasures::probabilityOfTouch(inputs), touch, 1e-12));
        inputs.strike = 100;
        QCOMPARE(*contractmeasures::probabilityOfTouch(inputs), 1.0);
        inputs.years = 0;
        QCOMPARE(*contractmeasures::probabilityInTheMoney(inputs), 0.5);
        inputs.strike = 90;
        QCOMPARE(*contractmeasures::probabilityInTheMoney(inputs), 0.0);
        QCOMPARE(*contractmeasures::probabilityOfTouch(inputs), 0.0);
        inputs.spot = 0;
        QVERIFY(!contractmeasures::probabilityInTheMoney(inputs));
        QVERIFY(!contractmeasures::probabilityOfTouch(inputs));
    }

    /// Without drift of the logarithm a touch is exactly twice as likely as ending beyond.
    void touchByReflection()
    {
        const OptionInputs inputs { call, 100, 120, 1, 0.03125, 0, 0.25 };
        QVERIFY(isNear(*contractmeasures::probabilityOfTouch(inputs),
                       2 * *contractmeasures::probabilityInTheMoney(inputs), 1e-12));
    }

    void probabilitiesAreProbabilities()
    {
        SplitMix64 draws(7);
        for (int i = 0; i < 20'000; ++i) {
            const auto between
                = [&](double low, double high) { return low + (high - low) * draws.uniform(); };
            const OptionInputs inputs { draws.below(2) == 0 ? call : put,
                                        100,
                                        100 * std::exp(between(-3, 3)),
                                        std::pow(10, between(-6, 1)),
                                        between(-0.05, 0.2),
                                        between(-0.05, 0.2),
                                        std::pow(10, between(-200, 1) * double(draws.below(2))) };
            const double chance = *contractmeasures::probabilityInTheMoney(inputs);
            const double touch = *contractmeasures::probabilityOfTouch(inputs);
            QVERIFY(chance >= 0 && chance <= 1);
            QVERIFY(touch >= 0 && touch <= 1);
            const bool isOut = (inputs.right == call) == (inputs.strike > inputs.spot);
            if (isOut)
                QVERIFY(touch >= chance - 1e-9);
        }
    }
};

QTEST_GUILESS_MAIN(ChainMeasuresTest)
#include "tst_chainmeasures.moc"
