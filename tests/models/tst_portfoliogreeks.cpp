#include "blackscholes.h"
#include "chainbook.h"
#include "heldsamples.h"
#include "portfoliogreeks.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate today(2026, 8, 13);
const QString call = u"O:SPXW260918C05000000"_s; // European: the formula is the oracle
const QString put = u"O:SPXW260918P05000000"_s;
const QString appleCall = u"O:AAPL261016C00200000"_s;

PaperAccountView accountOf(std::vector<PositionRow> positions)
{
    PaperAccountView account;
    account.positions = std::move(positions);
    return account;
}

bool isNear(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

} // namespace

/// What positions react to together.
class TestPortfolioGreeks : public QObject
{
    Q_OBJECT

    /// Index 5,000, SPY 500, AAPL 200; the chain of the index at 20 %.
    struct Bench
    {
        Bench()
        {
            spx.apply(listedChain(u"I:SPX"_s, 5'000, { listed(call), listed(put) }));
            apple.apply(listedChain(u"AAPL"_s, 200, { listedContract(appleCall, 0) }));
        }
        static ChainContract listed(const QString &symbol)
        {
            ChainContract contract = listedContract(symbol, 0.2);
            contract.root = u"SPXW"_s;
            return contract;
        }
        portfoliogreeks::Sources sources()
        {
            return { .spot =
                         [this](const QString &symbol) {
                             const auto found = spots.find(symbol);
                             return found == spots.end() ? 0.0 : found->second;
                         },
                     .chain = [this](const QString &underlying) -> const ChainBook * {
                         return underlying == u"I:SPX"_s ? &spx
                             : underlying == u"AAPL"_s   ? &apple
                                                         : nullptr;
                     },
                     .beta =
                         [this](const QString &symbol) {
                             const auto found = betas.find(symbol);
                             return found == betas.end() ? Beta() : found->second;
                         } };
        }
        PortfolioGreeks of(std::vector<PositionRow> positions)
        {
            return portfoliogreeks::of(accountOf(std::move(positions)), now, sources());
        }

        const Timestamp now = easterntime::at(today, 10h);
        ChainBook spx { u"I:SPX"_s };
        ChainBook apple { u"AAPL"_s };
        std::map<QString, double> spots { { u"I:SPX"_s, 5'000 },
                                          { u"SPY"_s, 500 },
                                          { u"AAPL"_s, 200 } };
        std::map<QString, Beta> betas { { u"AAPL"_s, { .value = 1.2, .days = 252 } } };
    };

    static OptionValue formula(OptionRight right)
    {
        const Timestamp ends = easterntime::at(QDate(2026, 9, 18), 16h);
        return *blackscholes::value(
            { .right = right,
              .spot = 5'000,
              .strike = 5'000,
              .years = strategies::yearsBetween(easterntime::at(today, 10h), ends),
              .volatility = 0.2 });
    }

private slots:
    void sharesAreTheirOwnDelta()
    {
        Bench bench;
        const PortfolioGreeks all = bench.of({ heldPosition(u"AAPL"_s, -300, 190, 200) });
        QCOMPARE(all.underlyings.size(), std::size_t(1));
        QCOMPARE(all.total.delta, -300.0);
        QCOMPARE(all.total.deltaMoney, -60'000.0);
        QCOMPARE(all.total.indexDeltaMoney, -72'000.0); // 1.2 times
        QCOMPARE(all.total.indexDelta, -144.0); // of 500
        QCOMPARE(all.total.vega, 0.0);
        QCOMPARE(all.unrealized, Money::whole(-3'000));
    }

    void anUnknownBetaIsOneAndSaidSo()
    {
        Bench bench;
        bench.betas.clear();
        const PortfolioGreeks all = bench.of({ heldPosition(u"AAPL"_s, 100, 190, 200) });
        QVERIFY(all.underlyings.front().beta.isAssumed());
        QCOMPARE(all.total.indexDelta, 40.0);
    }

    /// Display units: theta a day, vega a point, for all contracts.
    void optionsByTheVolatilityOfTheirChain()
    {
        Bench bench;
        const PortfolioGreeks all = bench.of({ heldPosition(call, -2, 100, 110) });
        const OptionValue one = formula(OptionRight::Call);
        QVERIFY(isNear(all.total.delta, -200 * one.delta));
        QVERIFY(isNear(all.total.gamma, -200 * one.gamma));
        QVERIFY(isNear(all.total.gammaMoney, -200 * one.gamma * 5'000 * 50));
        QVERIFY(isNear(all.total.theta, -200 * one.theta / 365));
        QVERIFY(isNear(all.total.vega, -200 * one.vega / 100));
        QVERIFY(all.total.theta > 0 && all.total.vega < 0);
        QCOMPARE(all.underlyings.front().rows.front().volatility, 0.2);
    }

    void aStraddleHasLittleDelta()
    {
        Bench bench;
        const PortfolioGreeks all
            = bench.of({ heldPosition(put, 1, 100, 110), heldPosition(call, 1, 100, 110) });
        const OptionValue one = formula(OptionRight::Call);
        QVERIFY(isNear(all.total.delta, 100 * (2 * one.delta - 1)));
        QCOMPARE(all.underlyings.front().rows.front().position.symbol, call); // in order
    }

    void whatHasNoVolatilityIsCountedApart()
    {
        Bench bench;
        const PortfolioGreeks all
            = bench.of({ heldPosition(appleCall, 1, 5, 6), heldPosition(u"AAPL"_s, 10, 190, 200) });
        QCOMPARE(all.unknown, 1);
        QCOMPARE(all.total.delta, 10.0);
        QVERIFY(!all.underlyings.front().rows.back().isKnown);
        // its price is still on the books
        QCOMPARE(all.unrealized, Money::whole(200));
    }

    void otherClassesAreLeftOut()
    {
        Bench bench;
        QVERIFY(bench.of({ heldPosition(u"X:BTCUSD"_s, 1, 50'000, 60'000) }).underlyings.empty());
    }

    void whatExpiresIsListedByDay()
    {
        Bench bench;
        const PortfolioGreeks all
            = bench.of({ heldPosition(appleCall, 3, 5, 6), heldPosition(call, -2, 100, 110),
                         heldPosition(put, -2, 100, 110) });
        const std::vector<ExpiryAhead> ahead { { QDate(2026, 9, 18), 36, 4, { u"I:SPX"_s } },
                                               { QDate(2026, 10, 16), 64, 3, { u"AAPL"_s } } };
        QVERIFY(all.expiries == ahead);
    }

    // --- scenarios

    void sharesMoveInALine()
    {
        Bench bench;
        const PortfolioGreeks all = bench.of({ heldPosition(u"AAPL"_s, 100, 190, 200) });
        const PortfolioScenario scenario
            = portfoliogreeks::scenario(all, bench.now, 30, { 0.1, 0, -0.1 }, { -0.05, 0, 0.05 });
        for (std::size_t shift = 0; shift < 3; ++shift) {
            QVERIFY(isNear(scenario.at(0, shift), 2'000));
            QVERIFY(isNear(scenario.at(1, shift), 0));
            QVERIFY(isNear(scenario.at(2, shift), -2'000));
        }
    }

    /// Against now: nothing moves, nothing is gained. At the end an option is worth its exercise.
    void optionsMoveByTheirModel()
    {
        Bench bench;
        const PortfolioGreeks all = bench.of({ heldPosition(call, 1, 100, 110) });
        const OptionValue one = formula(OptionRight::Call);
        const PortfolioScenario now
            = portfoliogreeks::scenario(all, bench.now, 0, { 0.0 }, { 0.0, 0.01 });
        QVERIFY(isNear(now.at(0, 0), 0));
        QVERIFY(isNear(now.at(0, 1), one.vega, 1e-3)); // a point of a hundred units
        const PortfolioScenario atEnd
            = portfoliogreeks::scenario(all, bench.now, 37, { 0.1, -0.1 }, { 0.0 });
        QVERIFY(isNear(atEnd.at(0, 0), 50'000 - 100 * one.price));
        QVERIFY(isNear(atEnd.at(1, 0), -100 * one.price));
    }
};

QTEST_APPLESS_MAIN(TestPortfolioGreeks)
#include "tst_portfoliogreeks.moc"
