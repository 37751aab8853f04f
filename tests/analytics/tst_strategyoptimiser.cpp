#include "samplechain.h"
#include "strategyodds.h"
#include "strategyoptimiser.h"

#include <QtTest>

#include <numeric>

using namespace tapeline;
using namespace tapeline::test;
using enum tapeline::StrategyKind;

namespace {

int leftOut(const OptimiserResult &result, OptimiserRule rule)
{
    return result.leftOut[std::size_t(rule)];
}

/// A candidate reckoned anew from its legs.
StrategyOutcome outcomeOf(const SampleChain &sample, const ListedChain &chain,
                          const Candidate &candidate)
{
    Strategy strategy { chain.underlying, {} };
    for (const CandidateLeg &leg : candidate.legs) {
        const auto &contract = *std::ranges::find(const_cast<SampleChain &>(sample).contracts(),
                                                  leg.symbol, &ChainContract::symbol);
        const auto expiry
            = std::ranges::find(chain.expiries, candidate.expiry, &ListedExpiry::expiry);
        const Price price = leg.quantity > 0 ? contract.ask : contract.bid;
        strategy.legs.push_back(
            listedchains::leg(chain, *expiry, contract, leg.quantity, price.toDouble(), 0.2));
    }
    return *strategypayoff::atFirstEnd(strategy, chain.spot);
}

} // namespace

/// Candidates keep to the rules, and what was left out is counted by the rule that did it.
class StrategyOptimiserTest : public QObject
{
    Q_OBJECT

private slots:
    void candidatesKeepToTheRules();
    void figuresAreThoseOfTheLegs();
    void viewsChooseTheForms();
    void volatilityRankChoosesTheSide();
    void thinContractsAreCounted();
    void workIsBounded();
    void bestFirst();
    void nothingKnown();
    void smiles();
};

void StrategyOptimiserTest::candidatesKeepToTheRules()
{
    const SampleChain sample;
    const OptimiserRules rules;
    const OptimiserResult result = strategyoptimiser::search(sample.listed(), rules);
    QVERIFY(result.candidates.size() > 10);
    for (const Candidate &candidate : result.candidates) {
        QVERIFY(candidate.delta >= 0.30 && candidate.delta <= 0.70);
        QVERIFY(candidate.spread <= 0.10);
        QVERIFY(candidate.openInterest >= 100);
        QVERIFY(candidate.rewardToRisk() >= 2);
        QVERIFY(candidate.probability > 0 && candidate.probability < 1);
        QVERIFY(candidate.expiry.day <= QDate(2027, 1, 22));
        QVERIFY(candidate.expiry.day >= QDate(2026, 11, 30));
    }
    QCOMPARE(result.looked,
             result.kept + leftOut(result, OptimiserRule::Volatility)
                 + leftOut(result, OptimiserRule::RewardToRisk)
                 + leftOut(result, OptimiserRule::Probability));
}

void StrategyOptimiserTest::figuresAreThoseOfTheLegs()
{
    const SampleChain sample;
    const ListedChain chain = sample.listed();
    const OptimiserResult result = strategyoptimiser::search(chain, {});
    for (const Candidate &candidate : result.candidates) {
        const StrategyOutcome outcome = outcomeOf(sample, chain, candidate);
        QCOMPARE(candidate.risk, *outcome.maxLoss);
        if (outcome.maxGain)
            QCOMPARE(candidate.reward, *outcome.maxGain);
        // Bought at the ask, sold at the bid: against a fair market that is a loss
        QVERIFY(candidate.expectedValue < 0.5);
    }
}

void StrategyOptimiserTest::viewsChooseTheForms()
{
    const SampleChain sample;
    OptimiserRules rules;
    rules.leastRewardToRisk = 0;
    const auto kinds = [&](MarketView view) {
        rules.view = view;
        QSet<int> found;
        for (const Candidate &candidate :
             strategyoptimiser::search(sample.listed(), rules).candidates)
            found.insert(int(candidate.form.kind) * 2 + int(candidate.form.isSold));
        return found;
    };
    const auto key = [](StrategyKind kind, bool isSold) { return int(kind) * 2 + int(isSold); };
    QVERIFY(kinds(MarketView::Rising).contains(key(CallVertical, false)));
    QVERIFY(!kinds(MarketView::Rising).contains(key(PutVertical, false)));
    QVERIFY(!kinds(MarketView::Falling).contains(key(Call, false)));
    QVERIFY(kinds(MarketView::Falling).contains(key(PutVertical, false)));
    QCOMPARE(kinds(MarketView::Calm), QSet<int> { key(IronCondor, true) });
    QVERIFY(kinds(MarketView::Moving).contains(key(Straddle, false)));
}

void StrategyOptimiserTest::volatilityRankChoosesTheSide()
{
    const SampleChain sample;
    OptimiserRules rules;
    rules.leastRewardToRisk = 0;
    rules.volatilityRank = 80;
    const OptimiserResult dear = strategyoptimiser::search(sample.listed(), rules);
    QVERIFY(!dear.candidates.empty());
    QVERIFY(leftOut(dear, OptimiserRule::Volatility) > 0);
    for (const Candidate &candidate : dear.candidates)
        QVERIFY(candidate.cost <= 0);
    rules.volatilityRank = 10;
    for (const Candidate &candidate : strategyoptimiser::search(sample.listed(), rules).candidates)
        QVERIFY(candidate.cost >= 0);
}

void StrategyOptimiserTest::thinContractsAreCounted()
{
    SampleChain sample;
    const OptimiserResult before = strategyoptimiser::search(sample.listed(), {});
    for (ChainContract &contract : sample.contracts())
        contract.openInterest = 0;
    const OptimiserResult thin = strategyoptimiser::search(sample.listed(), {});
    QVERIFY(thin.candidates.empty());
    QCOMPARE(thin.looked, 0);
    QVERIFY(leftOut(thin, OptimiserRule::OpenInterest)
            > leftOut(before, OptimiserRule::OpenInterest));
    for (ChainContract &contract : sample.contracts())
        contract.bid = contract.ask = {};
    const OptimiserResult silent = strategyoptimiser::search(sample.listed(), {});
    QCOMPARE(leftOut(silent, OptimiserRule::OpenInterest), 0);
    QVERIFY(leftOut(silent, OptimiserRule::Quote) > 0);
}

void StrategyOptimiserTest::workIsBounded()
{
    const SampleChain sample;
    ListedChain wide = sample.listed();
    OptimiserRules rules;
    rules.leastDelta = 0;
    rules.mostDelta = 1;
    rules.mostSpread = 10;
    rules.leastOpenInterest = 0;
    rules.leastRewardToRisk = 0;
    rules.mostDays = 400;
    rules.fewestDays = 0;
    const OptimiserResult result = strategyoptimiser::search(wide, rules);
    QVERIFY(result.looked <= strategyoptimiser::mostLooked);
    QVERIFY(result.candidates.size() <= strategyoptimiser::mostKept);
    QVERIFY(std::size_t(result.kept) >= result.candidates.size());
}

void StrategyOptimiserTest::bestFirst()
{
    const SampleChain sample;
    const OptimiserResult result = strategyoptimiser::search(sample.listed(), {});
    for (std::size_t i = 1; i < result.candidates.size(); ++i) {
        const Candidate &before = result.candidates[i - 1];
        const Candidate &after = result.candidates[i];
        QVERIFY(before.expectedValue / before.risk >= after.expectedValue / after.risk);
    }
}

void StrategyOptimiserTest::nothingKnown()
{
    SampleChain sample;
    for (ChainContract &contract : sample.contracts())
        contract.own.reset();
    QVERIFY(strategyoptimiser::search(sample.listed(), {}).candidates.empty());
    QVERIFY(strategyoptimiser::search({}, {}).candidates.empty());
}

void StrategyOptimiserTest::smiles()
{
    const SampleChain sample;
    const ListedChain chain = sample.listed();
    const ListedExpiry &expiry = chain.expiries[2];
    const auto quoted = listedchains::quotedSmile(chain, expiry);
    const auto fitted = listedchains::fittedSmile(chain, expiry);
    for (const double strike : { 450.0, 487.5, 500.0, 540.0 }) {
        QVERIFY(std::abs(quoted(strike) - SampleChain::volatilityAt(strike)) < 1e-3);
        QVERIFY(std::abs(fitted(strike) - SampleChain::volatilityAt(strike)) < 5e-3);
    }
    QCOMPARE(quoted(100), quoted(400)); // flat outside
}

QTEST_GUILESS_MAIN(StrategyOptimiserTest)
#include "tst_strategyoptimiser.moc"
