#include "chainbook.h"
#include "chainlisting.h"
#include "samplechain.h"
#include "smilefitter.h"
#include "strategybuilder.h"
#include "strategyorders.h"
#include "strategytext.h"
#include "tradetext.h"

#include <QSignalSpy>
#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;
using enum tapeline::OptionRight;

namespace {

const QDate december(2026, 12, 18);
const QDate january(2027, 1, 15);

struct SilentPort final : ChainPort
{
    quint64 openChain(const QString &underlying) override
    {
        opened.append(underlying);
        return quint64(opened.size());
    }
    void closeChain(quint64) override { ++closed; }
    void setChainView(quint64, const QStringList &contracts) override { shown = contracts; }

    QStringList opened;
    QStringList shown;
    int closed = 0;
};

DraftLeg leg(OptionRight right, int strike, Side side, qint64 qty = 1, QDate day = december)
{
    return { SampleChain::symbol(day, strike, right), side, Qty::whole(qty) };
}

StrategyDraft draftOf(std::vector<DraftLeg> legs, PackagePrice price = PackagePrice::Mid)
{
    StrategyDraft draft;
    draft.underlying = u"SPY"_s;
    draft.legs = std::move(legs);
    draft.price = price;
    return draft;
}

StrategyDraft condor(PackagePrice price = PackagePrice::Mid)
{
    return draftOf({ leg(Put, 470, Side::Buy), leg(Put, 480, Side::Sell),
                     leg(Call, 520, Side::Sell), leg(Call, 530, Side::Buy) },
                   price);
}

/// The state of a chain for tests that need no store.
struct Market
{
    explicit Market(SampleChain chain = SampleChain())
        : sample(std::move(chain))
        , book(u"SPY"_s)
    {
        book.apply(sample.update());
    }
    StrategyEvaluation evaluate(const StrategyDraft &draft, const WhatIf &whatIf = {}) const
    {
        return strategyevaluation::evaluate(draft, book, whatIf);
    }
    double mid(OptionRight right, int strike, QDate day = december) const
    {
        return sample.at(day, strike, right).mid();
    }

    SampleChain sample;
    ChainBook book;
};

bool isNear(double actual, double expected, double tolerance = 1e-9)
{
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("%.12g instead of %.12g", actual, expected);
    return false;
}

} // namespace

/// A draft with its market: figures, the orders it is sent as, and the words for it.
class StrategyEvaluationTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void condorFigures();
    void packagesMultiply();
    void priceChoices();
    void heldLegsCountAtTheirPrice();
    void coveredCall();
    void calendarIsModelled();
    void whatIf();
    void legsWithoutAMarket();
    void typedPricesStandIn();
    void onePackage();
    void ratiosAreReduced();
    void singleOptionIsAPlainOrder();
    void sharesGoWithTheirOptions();
    void rollsKeepTheirTag();
    void sharesAloneHaveTheDraftsPrice();
    void eightLegsAreOneOrder();
    void refusals();
    void builderFollowsItsMarket();
    void smilesAreFittedOnTheirOwn();
    void templatesInWords();
    void names();
};

void StrategyEvaluationTest::condorFigures()
{
    const Market market;
    const StrategyEvaluation seen = market.evaluate(condor());
    QVERIFY(seen.isComplete);
    QCOMPARE(seen.form, (StrategyForm { StrategyKind::IronCondor, true }));
    const double credit = market.mid(Put, 480) + market.mid(Call, 520) - market.mid(Put, 470)
        - market.mid(Call, 530);
    QVERIFY(isNear(*seen.mid, -credit));
    QVERIFY(*seen.natural > *seen.mid);
    QVERIFY(isNear(seen.cost, -100 * credit));
    QVERIFY(isNear(*seen.outcome.maxGain, 100 * credit));
    QVERIFY(isNear(*seen.outcome.maxLoss, 1000 - 100 * credit));
    QVERIFY(isNear(*seen.rewardToRisk, credit / (10 - credit)));
    QCOMPARE(seen.outcome.breakEvens.size(), std::size_t(2));
    QVERIFY(isNear(seen.outcome.breakEvens[0], 480 - credit, 1e-9));
    QVERIFY(*seen.probability > 0.3 && *seen.probability < 0.9);
    // At the middle of a fair market's quotes nothing is given away
    QVERIFY(std::abs(*seen.expectedValue) < 12);
    double delta = 0;
    for (const LegEvaluation &one : seen.legs) {
        const double sign = one.leg.side == Side::Buy ? 100 : -100;
        delta += sign * market.book.contract(one.leg.symbol)->own->delta;
        QVERIFY(one.greeks);
    }
    QVERIFY(std::abs(seen.greeks.delta - delta) < 1); // American puts differ a little
    QVERIFY(seen.greeks.theta > 0 && seen.greeks.vega < 0);
    const auto [low, high] = strategyevaluation::plotRange(seen);
    QVERIFY(low < 470 && high > 530);
    const auto curves = strategyevaluation::curves(seen, {}, low, high);
    QVERIFY(curves.now.size() > 100);
    QCOMPARE(curves.now, curves.then);
}

void StrategyEvaluationTest::packagesMultiply()
{
    const Market market;
    StrategyDraft draft = condor();
    const StrategyEvaluation one = market.evaluate(draft);
    draft.packages = 5;
    const StrategyEvaluation five = market.evaluate(draft);
    QVERIFY(isNear(five.cost, 5 * one.cost));
    QVERIFY(isNear(*five.outcome.maxLoss, 5 * *one.outcome.maxLoss, 1e-6));
    QVERIFY(isNear(five.greeks.vega, 5 * one.greeks.vega, 1e-6));
    QCOMPARE(five.mid, one.mid);
    QCOMPARE(five.probability, one.probability);
}

void StrategyEvaluationTest::priceChoices()
{
    const Market market;
    const StrategyEvaluation natural = market.evaluate(condor(PackagePrice::Natural));
    QVERIFY(isNear(natural.cost, 100 * *natural.natural));
    StrategyDraft own = condor(PackagePrice::Own);
    own.ownPrice = *Price::parse(u"-1.05");
    const StrategyEvaluation chosen = market.evaluate(own);
    QVERIFY(isNear(chosen.cost, -105, 1e-9));
    QCOMPARE(strategyevaluation::limitOf(own, chosen), own.ownPrice);
    QVERIFY(!strategyevaluation::limitOf(condor(PackagePrice::Market), natural));
    // To the cent, never better than what was asked for
    const Price mid = *strategyevaluation::limitOf(condor(), natural);
    QVERIFY(mid.toDouble() >= *natural.mid - 1e-9 && mid.toDouble() < *natural.mid + 0.01);
    QCOMPARE(mid.units() % (Price::unitsPerOne / 100), 0);
}

void StrategyEvaluationTest::heldLegsCountAtTheirPrice()
{
    const Market market;
    StrategyDraft draft = draftOf({ leg(Call, 500, Side::Buy, 3) });
    draft.legs[0].isHeld = true;
    draft.legs[0].price = Price::whole(4);
    draft.packages = 2; // of what is added, not of what is held
    const StrategyEvaluation held = market.evaluate(draft);
    QVERIFY(held.isComplete);
    QVERIFY(!held.mid);
    QVERIFY(isNear(held.cost, 1200));
    draft.legs.push_back(leg(Call, 520, Side::Sell));
    const StrategyEvaluation adjusted = market.evaluate(draft);
    QVERIFY(isNear(adjusted.cost, 1200 - 200 * market.mid(Call, 520)));
    QVERIFY(isNear(*adjusted.mid, -market.mid(Call, 520)));
    QVERIFY(!strategyorders::of(draftOf({ draft.legs[0] }), held));
}

void StrategyEvaluationTest::coveredCall()
{
    const Market market;
    DraftLeg shares { u"SPY"_s, Side::Buy, Qty::whole(100) };
    const StrategyDraft draft = draftOf({ shares, leg(Call, 520, Side::Sell) });
    const StrategyEvaluation seen = market.evaluate(draft);
    QCOMPARE(seen.form.kind, StrategyKind::CoveredCall);
    const double premium = market.mid(Call, 520);
    QVERIFY(isNear(*seen.mid, 500 - premium));
    QVERIFY(isNear(*seen.outcome.maxGain, 100 * (20 + premium)));
    QVERIFY(isNear(seen.outcome.breakEvens.front(), 500 - premium));
}

void StrategyEvaluationTest::calendarIsModelled()
{
    const Market market;
    const StrategyEvaluation seen = market.evaluate(
        draftOf({ leg(Call, 500, Side::Sell), leg(Call, 500, Side::Buy, 1, january) }));
    QVERIFY(seen.isComplete);
    QVERIFY(seen.outcome.isModelled);
    QCOMPARE(seen.outcome.breakEvens.size(), std::size_t(2));
    QVERIFY(seen.probability);
    const double debit = market.mid(Call, 500, january) - market.mid(Call, 500);
    QVERIFY(*seen.outcome.maxLoss <= 100 * debit + 1e-6);
}

void StrategyEvaluationTest::whatIf()
{
    const Market market;
    const StrategyEvaluation now = market.evaluate(condor());
    QVERIFY(isNear(now.profitThen, now.greeks.value - now.cost, 1e-6));
    const double days = 25.25; // to the end
    const StrategyEvaluation end = market.evaluate(condor(), { 0, 0, days });
    QVERIFY(isNear(end.profitThen, *end.outcome.maxGain, 1e-6));
    const StrategyEvaluation far = market.evaluate(condor(), { -0.2, 0, days });
    QVERIFY(isNear(far.profitThen, -*far.outcome.maxLoss, 1e-6));
    QVERIFY(market.evaluate(condor(), { 0, 0.05, 0 }).profitThen < now.profitThen);
}

void StrategyEvaluationTest::legsWithoutAMarket()
{
    SampleChain sample;
    auto &contracts = sample.contracts();
    const QString silent = SampleChain::symbol(december, 520, Call);
    std::ranges::find(contracts, silent, &ChainContract::symbol)->bid = {};
    const Market market(sample);
    const StrategyEvaluation seen = market.evaluate(condor());
    QVERIFY(!seen.isComplete);
    QVERIFY(!seen.mid);
    QCOMPARE(seen.legs[2].state, LegEvaluation::State::NoPrice);
    QVERIFY(strategytext::trouble(seen.legs[2]).contains(u"SPY 18 Dec 26 520 C"_s));
    QCOMPARE(seen.form.kind, StrategyKind::IronCondor); // what it is needs no price

    const StrategyEvaluation unknown = market.evaluate(draftOf({ leg(Call, 701, Side::Buy) }));
    QVERIFY(!unknown.isComplete);
    QCOMPARE(unknown.legs[0].state, LegEvaluation::State::NoContract);
    QVERIFY(!market.evaluate(draftOf({})).isComplete);

    ChainUpdate late = sample.update();
    late.asOf = easterntime::at(december, 16h);
    ChainBook ended(u"SPY"_s);
    ended.apply(late);
    QCOMPARE(strategyevaluation::evaluate(condor(), ended).legs[0].state,
             LegEvaluation::State::Ended);
}

void StrategyEvaluationTest::typedPricesStandIn()
{
    SampleChain sample;
    for (ChainContract &contract : sample.contracts())
        contract.bid = contract.ask = {};
    const Market market(sample);
    StrategyDraft draft = draftOf({ leg(Call, 500, Side::Buy) });
    QVERIFY(!market.evaluate(draft).isComplete);
    draft.legs[0].price = Price::whole(9);
    const StrategyEvaluation seen = market.evaluate(draft);
    QVERIFY(seen.isComplete);
    QVERIFY(isNear(seen.outcome.breakEvens.front(), 509));
    QCOMPARE(strategyorders::of(draft, seen)->tickets.front().limit, Price::whole(9));
}

void StrategyEvaluationTest::onePackage()
{
    const Market market;
    StrategyDraft draft = condor();
    draft.packages = 3;
    draft.tif = TimeInForce::Gtc;
    const StrategyEvaluation seen = market.evaluate(draft);
    const auto orders = strategyorders::of(draft, seen);
    QVERIFY(orders);
    QVERIFY(orders->isOne());
    QVERIFY(strategytext::split(*orders).isEmpty());
    const OrderTicket &ticket = orders->tickets.front();
    QVERIFY(ticket.isPackage());
    QCOMPARE(ticket.side, Side::Buy);
    QCOMPARE(ticket.qty, Qty::whole(3));
    QCOMPARE(ticket.tif, TimeInForce::Gtc);
    QCOMPARE(ticket.type, OrderType::Limit);
    QCOMPARE(ticket.limit, strategyevaluation::limitOf(draft, seen));
    QVERIFY(*ticket.limit < Price());
    QCOMPARE(ticket.legs.size(), std::size_t(4));
    QCOMPARE(ticket.legs[1], (OrderLeg { draft.legs[1].symbol, Side::Sell, 1 }));
    QCOMPARE(ticket.strategy, strategytext::title(seen)); // its positions stay together

    const QString words = tradetext::order(ticket);
    QVERIFY2(
        words.startsWith(u"Buy 3 package (+1 SPY 18 Dec 26 470 P, \u22121 SPY 18 Dec 26 480 P"_s),
        qPrintable(words));

    draft.price = PackagePrice::Market;
    const OrderTicket atMarket = strategyorders::of(draft, market.evaluate(draft))->tickets.front();
    QCOMPARE(atMarket.type, OrderType::Market);
    QVERIFY(!atMarket.limit);
}

void StrategyEvaluationTest::ratiosAreReduced()
{
    const Market market;
    StrategyDraft draft = draftOf({ leg(Call, 490, Side::Buy, 2), leg(Call, 500, Side::Sell, 4),
                                    leg(Call, 510, Side::Buy, 2) });
    draft.packages = 3;
    const StrategyEvaluation seen = market.evaluate(draft);
    const OrderTicket ticket = strategyorders::of(draft, seen)->tickets.front();
    QCOMPARE(ticket.qty, Qty::whole(6));
    QCOMPARE(ticket.legs[0].ratio, 1);
    QCOMPARE(ticket.legs[1].ratio, 2);
    const double unit = market.mid(Call, 490) - 2 * market.mid(Call, 500) + market.mid(Call, 510);
    QVERIFY(std::abs(ticket.limit->toDouble() - unit) <= 0.01);
}

void StrategyEvaluationTest::singleOptionIsAPlainOrder()
{
    const Market market;
    StrategyDraft draft = draftOf({ leg(Put, 480, Side::Sell, 2) }, PackagePrice::Natural);
    draft.packages = 5;
    const OrderTicket ticket = strategyorders::of(draft, market.evaluate(draft))->tickets.front();
    QVERIFY(!ticket.isPackage());
    QCOMPARE(ticket.symbol, SampleChain::symbol(december, 480, Put));
    QCOMPARE(ticket.side, Side::Sell);
    QCOMPARE(ticket.qty, Qty::whole(10));
    QCOMPARE(ticket.limit, market.sample.at(december, 480, Put).bid);
}

void StrategyEvaluationTest::sharesGoWithTheirOptions()
{
    const Market market;
    DraftLeg shares { u"SPY"_s, Side::Buy, Qty::whole(100) };
    StrategyDraft draft = draftOf({ leg(Call, 520, Side::Sell), shares });
    draft.packages = 2;
    const StrategyEvaluation seen = market.evaluate(draft);
    const auto orders = strategyorders::of(draft, seen);
    QVERIFY(orders->isOne());
    QVERIFY(strategytext::split(*orders).isEmpty());
    const OrderTicket &ticket = orders->tickets.front();
    QCOMPARE(ticket.qty, Qty::whole(2));
    QCOMPARE(ticket.legs.size(), std::size_t(2));
    QCOMPARE(ticket.legs[0].symbol, SampleChain::symbol(december, 520, Call));
    QCOMPARE(ticket.legs[1].symbol, u"SPY"_s); // behind the option
    QCOMPARE(ticket.legs[1].ratio, 100);
    QVERIFY(std::abs(ticket.limit->toDouble() - *seen.mid) <= 0.01);
    // what no package takes goes apart, and what covers first
    shares.qty = *Qty::parse(u"100.5");
    draft.legs[1] = shares;
    const auto apart = strategyorders::of(draft, market.evaluate(draft));
    QVERIFY(apart->isUnderlyingApart);
    QVERIFY(!strategytext::split(*apart).isEmpty());
    QCOMPARE(apart->tickets[0].symbol, u"SPY"_s);
    QCOMPARE(apart->tickets[0].qty, Qty::whole(201));
    QCOMPARE(apart->tickets[0].limit, Price::whole(500));
    draft.price = PackagePrice::Natural;
    QCOMPARE(strategyorders::of(draft, market.evaluate(draft))->tickets[0].type, OrderType::Market);
}

/// One call bought back and a later one sold is no calendar: it stays with what it belongs to.
void StrategyEvaluationTest::rollsKeepTheirTag()
{
    const Market market;
    StrategyDraft roll
        = draftOf({ leg(Call, 520, Side::Buy), leg(Call, 520, Side::Sell, 1, january) });
    QVERIFY(!strategyorders::of(roll, market.evaluate(roll))->tickets.front().strategy.isEmpty());
    for (const QString &tag : { u"Covered call"_s, QString() }) {
        roll.tag = tag;
        QCOMPARE(strategyorders::of(roll, market.evaluate(roll))->tickets.front().strategy, tag);
    }
}

void StrategyEvaluationTest::sharesAloneHaveTheDraftsPrice()
{
    const Market market;
    const DraftLeg shares { u"SPY"_s, Side::Buy, Qty::whole(200) };
    StrategyDraft draft = draftOf({ shares }, PackagePrice::Own);
    draft.packages = 2;
    draft.ownPrice = *Price::parse(u"498.50");
    const StrategyEvaluation seen = market.evaluate(draft);
    QVERIFY(isNear(*seen.mid, 500)); // of one share
    QVERIFY(isNear(seen.strategy.legs[0].price, 498.5));
    const auto orders = strategyorders::of(draft, seen);
    QVERIFY(orders && orders->isOne());
    const OrderTicket &ticket = orders->tickets.front();
    QCOMPARE(ticket.qty, Qty::whole(400));
    QCOMPARE(ticket.type, OrderType::Limit);
    QCOMPARE(ticket.limit, draft.ownPrice);
    QVERIFY(!ticket.strategy.isEmpty());
    QCOMPARE(ticket.strategy, strategytext::title(seen));
    draft.ownPrice = -draft.ownPrice;
    QVERIFY(!strategyorders::of(draft, market.evaluate(draft))); // nobody pays for taking them
    draft.legs[0].side = Side::Sell;
    const auto sold = strategyorders::of(draft, market.evaluate(draft));
    QCOMPARE(sold->tickets.front().limit, -draft.ownPrice);

    draft.price = PackagePrice::Natural;
    const auto natural = strategyorders::of(draft, market.evaluate(draft));
    QCOMPARE(natural->tickets.front().type, OrderType::Limit);
    QCOMPARE(natural->tickets.front().limit, Price::whole(500));
    draft.price = PackagePrice::Market;
    const auto atMarket = strategyorders::of(draft, market.evaluate(draft));
    QCOMPARE(atMarket->tickets.front().type, OrderType::Market);
    QVERIFY(!atMarket->tickets.front().limit);

    DraftLeg held = leg(Call, 520, Side::Sell); // what is held has no part in the price
    held.isHeld = true;
    draft.legs.push_back(held);
    draft.price = PackagePrice::Mid;
    QVERIFY(isNear(*market.evaluate(draft).mid, -500));
}

void StrategyEvaluationTest::eightLegsAreOneOrder()
{
    const Market market;
    std::vector<DraftLeg> legs = condor().legs;
    for (const DraftLeg &one : { leg(Put, 460, Side::Buy), leg(Put, 465, Side::Sell),
                                 leg(Call, 535, Side::Sell), leg(Call, 540, Side::Buy) })
        legs.push_back(one);
    const StrategyDraft draft = draftOf(legs);
    const StrategyEvaluation seen = market.evaluate(draft);
    QCOMPARE(seen.form.kind, StrategyKind::Custom);
    const auto orders = strategyorders::of(draft, seen);
    QVERIFY(orders->isOne());
    QCOMPARE(orders->tickets.front().legs.size(), std::size_t(8));
    QVERIFY(std::abs(orders->tickets.front().limit->toDouble() - *seen.mid) <= 0.01);

    StrategyDraft own = draft;
    own.price = PackagePrice::Own;
    own.ownPrice = *Price::parse(u"-2.50");
    const auto priced = strategyorders::of(own, market.evaluate(own));
    QVERIFY(std::abs(priced->tickets.front().limit->toDouble() + 2.50) <= 0.01);
}

void StrategyEvaluationTest::refusals()
{
    const Market market;
    const auto why = [&](const StrategyDraft &draft) {
        const auto orders = strategyorders::of(draft, market.evaluate(draft));
        return orders ? QString() : orders.error().detail;
    };
    QVERIFY(!why(draftOf({})).isEmpty());
    QVERIFY(why(draftOf({ leg(Call, 701, Side::Buy) })).contains(u"O:SPY261218C00701000"_s));
    StrategyDraft half = condor();
    half.legs[0].qty = *Qty::parse(u"0.5");
    QVERIFY(!why(half).isEmpty());
    StrategyDraft free = draftOf({ leg(Call, 520, Side::Buy) }, PackagePrice::Own);
    free.ownPrice = Price::whole(-1);
    QVERIFY(!why(free).isEmpty());
}

void StrategyEvaluationTest::builderFollowsItsMarket()
{
    SilentPort port;
    ChainStore chains(port);
    StrategyDesk desk;
    StrategyBuilder builder(chains, desk);
    QSignalSpy evaluated(&builder, &StrategyBuilder::evaluated);
    builder.setSymbol(SampleChain::symbol(december, 500, Call));
    QCOMPARE(builder.underlying(), u"SPY"_s);
    QCOMPARE(port.opened, QStringList { u"SPY"_s });
    SampleChain sample;
    chains.apply(sample.update());
    QCOMPARE(evaluated.size(), 0); // nobody looks
    builder.setActive(true);
    QVERIFY(evaluated.size() > 0);
    desk.setDraft(condor());
    QVERIFY(builder.evaluation().isComplete);
    QCOMPARE(port.shown.size(), 4);
    const double before = builder.evaluation().cost;

    ChainUpdate moved = sample.update();
    moved.reset = false;
    for (ChainContract &contract : moved.contracts)
        if (contract.symbol == SampleChain::symbol(december, 520, Call))
            contract.ask += Price::whole(1);
    chains.apply(moved);
    QTRY_VERIFY(builder.evaluation().cost < before - 1);
    QVERIFY(builder.scenarios({ { 490, 500 }, { 0 }, { 0, 5 } }));
    QVERIFY(!builder.search({}).candidates.empty());

    builder.setActive(false);
    QVERIFY(port.shown.isEmpty());
    builder.setSymbol(u"QQQ"_s);
    QCOMPARE(port.closed, 1);
    QVERIFY(builder.draft().isEmpty());
    builder.setActive(true);
    QVERIFY(!builder.evaluation().isComplete);
    builder.setSymbol(u"SPY"_s);
    QCOMPARE(builder.draft().legs.size(), std::size_t(4)); // it is kept
}

void StrategyEvaluationTest::smilesAreFittedOnTheirOwn()
{
    const SampleChain sample;
    const ListedChain chain = sample.listed();
    const ListedExpiry &expiry = chain.expiries[2];
    SmileFitter fitter;
    QSignalSpy fitted(&fitter, &SmileFitter::fitted);
    QVERIFY(!fitter.smile(chain, expiry)); // it is under way
    QVERIFY(fitted.wait());
    const TerminalDistribution::Smile smile = fitter.smile(chain, expiry);
    QVERIFY(smile);
    QVERIFY(isNear(smile(480), SampleChain::volatilityAt(480), 5e-3));
    QCOMPARE(fitted.size(), 1); // fresh: not fitted again

    // Another chain: what was begun for this one is not taken
    ListedChain later = chain;
    later.now += 1min;
    QVERIFY(fitter.smile(later, expiry)); // the old one, while a new one is under way
    fitter.clear();
    QVERIFY(!fitted.wait(500));
}

void StrategyEvaluationTest::templatesInWords()
{
    SilentPort port;
    ChainStore chains(port);
    StrategyDesk desk;
    StrategyBuilder builder(chains, desk);
    builder.setSymbol(u"SPY"_s);
    QCOMPARE(builder.fill({ StrategyKind::Straddle, false }).error().code, Error::Code::NotFound);
    SampleChain sample;
    chains.apply(sample.update());
    builder.setActive(true);
    const auto picked = builder.fill({ StrategyKind::CoveredCall, false });
    QVERIFY(picked);
    QCOMPARE(builder.evaluation().form.kind, StrategyKind::CoveredCall);
    const QStringList words = strategytext::picks(*picked);
    QCOMPARE(words.size(), 2);
    QCOMPARE(words[0], u"Buy 100 of the underlying"_s);
    QVERIFY2(words[1].startsWith(u"Sell 1 "_s) && words[1].contains(u"nearest to 0.30"_s),
             qPrintable(words[1]));

    const OptimiserResult found = builder.search({});
    QVERIFY(!strategytext::outcome(found).isEmpty());
    const Candidate &best = found.candidates.front();
    QVERIFY(!strategytext::legs(best).isEmpty());
    QVERIFY(strategytext::reasons(best, {}).contains(u"0.30 to 0.70"_s));
    builder.take(best);
    QCOMPARE(builder.evaluation().form, best.form);
    QVERIFY(isNear(builder.evaluation().cost, best.cost, 1e-6));
}

void StrategyEvaluationTest::names()
{
    const Market market;
    QCOMPARE(strategytext::title(market.evaluate(condor())), u"Iron condor, 18 Dec 26"_s);
    QVERIFY(strategytext::title(market.evaluate(draftOf({}))).isEmpty());
    QSet<QString> all;
    for (const StrategyForm form : strategytemplates::all())
        all.insert(strategytext::name(form));
    QCOMPARE(std::size_t(all.size()), strategytemplates::all().size());
}

QTEST_GUILESS_MAIN(StrategyEvaluationTest)
#include "tst_strategyevaluation.moc"
