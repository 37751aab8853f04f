#include "samplechain.h"
#include "strategypayoff.h"
#include "strategysamples.h"
#include "strategytemplates.h"

#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;
using enum tapeline::StrategyKind;

namespace {

const QDate december(2026, 12, 18);

Strategy strategyOf(const ListedChain &chain, const PickedStrategy &picked)
{
    Strategy strategy { chain.underlying, {} };
    for (const PickedLeg &leg : picked.legs) {
        if (!leg.contract) {
            strategy.legs.push_back(stockLeg(leg.quantity, chain.spot));
            continue;
        }
        const auto expiry
            = std::ranges::find(chain.expiries, leg.contract->terms.expiry,
                                [](const ListedExpiry &own) { return own.expiry.day; });
        strategy.legs.push_back(listedchains::leg(chain, *expiry, *leg.contract, leg.quantity,
                                                  leg.contract->mid(), 0.2));
    }
    return strategy;
}

double strikeOf(const PickedLeg &leg)
{
    return leg.contract->terms.strike.toDouble();
}

} // namespace

/// Templates filled in from a chain, and names of what has been put together.
class StrategyTemplatesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyTemplateIsWhatItIsCalled();
    void debitsAndCredits_data();
    void debitsAndCredits();
    void rulesOfTheLegs();
    void expirations();
    void chosenExpiration();
    void withoutGreeksAVolatilityIsAssumed();
    void thinChains();
    void names_data();
    void names();
    void orderAndSizeDoNotMatter();
};

void StrategyTemplatesTest::everyTemplateIsWhatItIsCalled()
{
    const SampleChain sample;
    const ListedChain chain = sample.listed();
    QVERIFY(strategytemplates::all().size() >= 25);
    for (const StrategyForm form : strategytemplates::all()) {
        const Result<PickedStrategy> picked = strategytemplates::pick(form, chain);
        QVERIFY2(picked, qPrintable(picked ? QString() : picked.error().detail));
        QVERIFY(!picked->assumedVolatility);
        const Strategy strategy = strategyOf(chain, *picked);
        QCOMPARE(strategyforms::recognise(strategy.legs), form);
        QVERIFY(strategypayoff::atFirstEnd(strategy, chain.spot));
    }
}

void StrategyTemplatesTest::debitsAndCredits_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("isSold");
    QTest::addColumn<bool>("isDebit");
    QTest::addColumn<bool>("gainIsLimited");
    QTest::addColumn<bool>("lossIsLimited");

    QTest::newRow("call") << int(Call) << false << true << false << true;
    QTest::newRow("sold call") << int(Call) << true << false << true << false;
    QTest::newRow("bull call") << int(CallVertical) << false << true << true << true;
    QTest::newRow("bear call") << int(CallVertical) << true << false << true << true;
    QTest::newRow("bear put") << int(PutVertical) << false << true << true << true;
    QTest::newRow("bull put") << int(PutVertical) << true << false << true << true;
    QTest::newRow("straddle") << int(Straddle) << false << true << false << true;
    QTest::newRow("sold strangle") << int(Strangle) << true << false << true << false;
    QTest::newRow("butterfly") << int(CallButterfly) << false << true << true << true;
    QTest::newRow("iron butterfly") << int(IronButterfly) << true << false << true << true;
    QTest::newRow("iron condor") << int(IronCondor) << true << false << true << true;
    QTest::newRow("calendar") << int(PutCalendar) << false << true << true << true;
    QTest::newRow("ratio") << int(CallRatio) << false << true << true << false;
    QTest::newRow("covered call") << int(CoveredCall) << false << true << true << true;
}

void StrategyTemplatesTest::debitsAndCredits()
{
    QFETCH(const int, kind);
    QFETCH(const bool, isSold);
    QFETCH(const bool, isDebit);
    QFETCH(const bool, gainIsLimited);
    QFETCH(const bool, lossIsLimited);

    const SampleChain sample;
    const ListedChain chain = sample.listed();
    const auto picked = strategytemplates::pick({ StrategyKind(kind), isSold }, chain);
    QVERIFY(picked);
    const Strategy strategy = strategyOf(chain, *picked);
    QCOMPARE(strategies::cost(strategy) > 0, isDebit);
    const Result<StrategyOutcome> outcome = strategypayoff::atFirstEnd(strategy, chain.spot);
    QVERIFY(outcome);
    QCOMPARE(outcome->maxGain.has_value(), gainIsLimited);
    QCOMPARE(outcome->maxLoss.has_value(), lossIsLimited);
    if (outcome->maxLoss)
        QVERIFY(*outcome->maxLoss > 0);
    QVERIFY(!outcome->breakEvens.empty());
}

void StrategyTemplatesTest::rulesOfTheLegs()
{
    const SampleChain sample;
    const ListedChain chain = sample.listed();
    const PickedStrategy condor = *strategytemplates::pick({ IronCondor, true }, chain);
    QCOMPARE(condor.expiry.day, december); // 25 days: nearest to 30
    QCOMPARE(condor.legs.size(), std::size_t(4));
    for (const int leg : { 0, 1 }) {
        QCOMPARE(condor.legs[std::size_t(leg)].rule, PickRule::Delta);
        // No listed delta is nearer to what was aimed at
        const double found = condor.legs[std::size_t(leg)].found;
        for (const ChainStrike &strike : chain.expiries[2].strikes)
            QVERIFY(std::abs(std::abs((leg == 0 ? strike.put : strike.call)->own->delta) - 0.2)
                    >= std::abs(found - 0.2) - 1e-12);
    }
    const double move = listedchains::expectedMove(chain, chain.expiries[2]);
    QVERIFY(std::abs(move - 500 * 0.2 * std::sqrt(25.25 / 365)) < 0.2);
    QVERIFY(strikeOf(condor.legs[2]) <= strikeOf(condor.legs[0]) - move / 4);
    QVERIFY(strikeOf(condor.legs[2]) + 5 > strikeOf(condor.legs[0]) - move / 4);
    QVERIFY(condor.legs[3].found >= 0.25);

    const PickedStrategy straddle = *strategytemplates::pick({ Straddle, false }, chain);
    QCOMPARE(strikeOf(straddle.legs[0]), 500.0);
    QCOMPARE(strikeOf(straddle.legs[1]), 500.0);

    const PickedStrategy fly = *strategytemplates::pick({ CallButterfly, false }, chain);
    QCOMPARE(strikeOf(fly.legs[1]) - strikeOf(fly.legs[0]),
             strikeOf(fly.legs[0]) - strikeOf(fly.legs[2]));
}

void StrategyTemplatesTest::expirations()
{
    const SampleChain sample;
    const ListedChain chain = sample.listed();
    QCOMPARE(strategytemplates::nearest(chain, 0)->expiry.day, QDate(2026, 11, 27));
    QCOMPARE(strategytemplates::nearest(chain, 50)->expiry.day, QDate(2027, 1, 15));
    const PickedStrategy calendar = *strategytemplates::pick({ CallCalendar, false }, chain);
    QCOMPARE(calendar.expiry.day, december);
    QCOMPARE(calendar.later->day, QDate(2027, 1, 15)); // 28 days later
    QCOMPARE(strikeOf(calendar.legs[0]), strikeOf(calendar.legs[1]));

    PickWishes last;
    last.expiry = chain.expiries.back().expiry;
    const auto none = strategytemplates::pick({ CallCalendar, false }, chain, last);
    QVERIFY(!none);
    QCOMPARE(none.error().code, Error::Code::NotFound);
}

void StrategyTemplatesTest::chosenExpiration()
{
    const SampleChain sample;
    const ListedChain chain = sample.listed();
    PickWishes wishes;
    wishes.expiry = chain.expiries[1].expiry;
    const PickedStrategy picked = *strategytemplates::pick({ Put, false }, chain, wishes);
    QCOMPARE(picked.legs.front().contract->terms.expiry, QDate(2026, 12, 4));
    wishes.expiry->day = QDate(2026, 12, 5);
    QVERIFY(!strategytemplates::pick({ Put, false }, chain, wishes));
}

void StrategyTemplatesTest::withoutGreeksAVolatilityIsAssumed()
{
    SampleChain sample;
    for (ChainContract &contract : sample.contracts())
        contract.own.reset();
    const ListedChain chain = sample.listed();
    const PickedStrategy picked = *strategytemplates::pick({ IronCondor, true }, chain);
    QCOMPARE(picked.assumedVolatility, std::optional(0.3));
    QVERIFY(std::abs(picked.legs[0].found - 0.2) < 0.05);
    QCOMPARE(strategyforms::recognise(strategyOf(chain, picked).legs),
             (StrategyForm { IronCondor, true }));
}

void StrategyTemplatesTest::thinChains()
{
    SampleChain sample;
    std::erase_if(sample.contracts(), [](const ChainContract &contract) {
        return contract.terms.strike != Price::whole(500);
    });
    const ListedChain chain = sample.listed();
    QVERIFY(strategytemplates::pick({ Straddle, false }, chain));
    QVERIFY(!strategytemplates::pick({ CallVertical, false }, chain));
    QVERIFY(!strategytemplates::pick({ IronCondor, true }, chain));
    ListedChain unpriced = chain;
    unpriced.spot = 0;
    QVERIFY(!strategytemplates::pick({ Straddle, false }, unpriced));
    QCOMPARE(strategytemplates::pick({ Custom, false }, chain).error().code,
             Error::Code::InvalidArgument);
}

void StrategyTemplatesTest::names_data()
{
    QTest::addColumn<Strategy>("strategy");
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("isSold");

    const auto row = [](const char *name, std::vector<StrategyLeg> legs, StrategyKind kind,
                        bool isSold = false) {
        QTest::newRow(name) << test::strategyOf(std::move(legs)) << int(kind) << isSold;
    };
    row("stock", { stockLeg(-100, 10) }, Underlying, true);
    row(
        "covered by contracts of 100",
        [] {
            std::vector<StrategyLeg> legs { stockLeg(200, 100), callLeg(105, -2, 1) };
            legs[1].multiplier = 100;
            return legs;
        }(),
        CoveredCall);
    row("uncovered in part", { stockLeg(1, 100), callLeg(105, -2, 1) }, Custom);
    row("risk reversal", { putLeg(95, -1, 1), callLeg(105, 1, 1) }, RiskReversal);
    row("guts", { putLeg(105, 1, 6), callLeg(95, 1, 6) }, Custom);
    row("broken butterfly", { callLeg(95, 1, 6), callLeg(100, -2, 3), callLeg(110, 1, 1) },
        CallButterfly);
    row("butterfly sold", { putLeg(95, -1, 6), putLeg(100, 2, 3), putLeg(105, -1, 1) },
        PutButterfly, true);
    row("condor of calls",
        { callLeg(95, 1, 6), callLeg(100, -1, 3), callLeg(105, -1, 2), callLeg(110, 1, 1) },
        CallCondor);
    row("iron condor bought",
        { putLeg(90, -1, 1), putLeg(95, 1, 2), callLeg(105, 1, 2), callLeg(110, -1, 1) },
        IronCondor);
    row("calendar sold", { callLeg(100, 1, 2), callLeg(100, -1, 4, laterExpiry) }, CallCalendar,
        true);
    row("diagonal", { putLeg(95, -1, 2), putLeg(100, 1, 5, laterExpiry) }, PutDiagonal);
    row("backspread", { callLeg(100, -1, 3), callLeg(105, 2, 1) }, CallRatio, true);
    row("calls of two sizes on one side", { callLeg(100, 1, 3), callLeg(105, 2, 1) }, Custom);
    row("straddle of two ends", { callLeg(100, 1, 3), putLeg(100, 1, 4, laterExpiry) }, Custom);
    row("five legs",
        { callLeg(100, 1, 3), callLeg(105, 1, 1), callLeg(110, 1, 3), callLeg(115, 1, 1),
          callLeg(120, 1, 1) },
        Custom);
    row("no legs", {}, Custom);
}

void StrategyTemplatesTest::names()
{
    QFETCH(const Strategy, strategy);
    QFETCH(const int, kind);
    QFETCH(const bool, isSold);
    QCOMPARE(strategyforms::recognise(strategy.legs),
             (StrategyForm { StrategyKind(kind), isSold }));
}

void StrategyTemplatesTest::orderAndSizeDoNotMatter()
{
    std::vector<StrategyLeg> legs { putLeg(90, 3, 1), putLeg(95, -3, 2), callLeg(105, -3, 2),
                                    callLeg(110, 3, 1) };
    std::ranges::sort(legs, {}, &StrategyLeg::symbol);
    do {
        QCOMPARE(strategyforms::recognise(legs), (StrategyForm { IronCondor, true }));
    } while (std::ranges::next_permutation(legs, {}, &StrategyLeg::symbol).found);
}

QTEST_GUILESS_MAIN(StrategyTemplatesTest)
#include "tst_strategytemplates.moc"
