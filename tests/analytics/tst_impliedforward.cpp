#include "impliedforward.h"

#include "blackscholes.h"
#include "splitmix64.h"

#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Market
{
    double spot = 500;
    double years = 0.25;
    double rate = 0.045;
    double yield = 0.013;
    double volatility = 0.2;
    bool american = false;
};

double worth(const Market &market, OptionRight right, double strike)
{
    const OptionInputs inputs { right,       market.spot,  strike,           market.years,
                                market.rate, market.yield, market.volatility };
    return *(market.american ? optiontree::price(inputs, 501) : blackscholes::price(inputs));
}

/// Strikes 5 apart around the spot, with a skew in volatility as markets have it.
std::vector<ParityPair> pairsOf(Market market, int count = 31)
{
    std::vector<ParityPair> pairs;
    for (int i = 0; i < count; ++i) {
        const double strike = std::round(market.spot / 5) * 5 + 5 * (i - count / 2);
        market.volatility = 0.2 - 0.1 * std::log(strike / market.spot);
        pairs.push_back({ strike, worth(market, OptionRight::Call, strike),
                          worth(market, OptionRight::Put, strike), 0.1 });
    }
    return pairs;
}

bool isNear(double actual, double expected, double tolerance)
{
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("%.12g instead of %.12g", actual, expected);
    return false;
}

double forwardOf(const Market &market)
{
    return market.spot * std::exp((market.rate - market.yield) * market.years);
}

} // namespace

class ImpliedForwardTest : public QObject
{
    Q_OBJECT

private slots:
    void europeanQuotesTellTheYield()
    {
        SplitMix64 draws(11);
        for (int i = 0; i < 200; ++i) {
            const auto between
                = [&](double low, double high) { return low + (high - low) * draws.uniform(); };
            const Market market { between(20, 6000), between(0.003, 3), between(-0.01, 0.08),
                                  between(-0.02, 0.08) };
            const auto found = impliedforward::estimate({ market.spot, market.years, market.rate },
                                                        pairsOf(market, 9));
            QVERIFY(found);
            QVERIFY(isNear(found->forward / forwardOf(market), 1, 1e-10));
            QVERIFY(isNear(found->yield, market.yield, 1e-9 / market.years));
            QCOMPARE(found->pairs, 8);
        }
    }

    void europeanQuotesTellTheRateToo()
    {
        const Market market;
        const auto found
            = impliedforward::estimate({ market.spot, market.years, {} }, pairsOf(market));
        QVERIFY(found);
        QVERIFY(isNear(found->rate, market.rate, 1e-9));
        QVERIFY(isNear(found->yield, market.yield, 1e-9));
        QCOMPARE(found->pairs, impliedforward::pairsForRate);
    }

    /// By parity alone the calls' early exercise would be taken for a lower yield.
    void americanQuotesTellTheYield_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("yield");
        QTest::addColumn<double>("years");
        QTest::newRow("no yield") << 0.05 << 0.0 << 0.5;
        QTest::newRow("a fund") << 0.045 << 0.013 << 1.0;
        QTest::newRow("more yield than rate") << 0.01 << 0.06 << 1.0;
        QTest::newRow("two years") << 0.05 << 0.03 << 2.0;
        QTest::newRow("a week") << 0.05 << 0.03 << 7 / 365.0;
    }
    void americanQuotesTellTheYield()
    {
        QFETCH(const double, rate);
        QFETCH(const double, yield);
        QFETCH(const double, years);
        const Market market { 200, years, rate, yield, 0.2, true };
        const ParityQuestion question { market.spot, years, rate, true };
        const std::vector<ParityPair> pairs = pairsOf(market, 9);
        const auto found = impliedforward::estimate(question, pairs);
        QVERIFY(found);
        QVERIFY(isNear(found->yield, yield, 2e-4));
        const auto naive = impliedforward::estimate({ market.spot, years, rate, false }, pairs);
        QVERIFY(naive);
        QVERIFY(std::abs(naive->yield - yield) >= std::abs(found->yield - yield));
    }

    void wrongQuotesDoNotCount()
    {
        const Market market;
        std::vector<ParityPair> pairs = pairsOf(market);
        pairs[15].call += 4; // at the money
        pairs[17].put += 2.5;
        const auto found
            = impliedforward::estimate({ market.spot, market.years, market.rate }, pairs);
        QVERIFY(found);
        QVERIFY(isNear(found->forward, forwardOf(market), 1e-6));
        QVERIFY(found->outliers >= 1);
        QVERIFY(found->pairs >= 5);
    }

    void wideQuotesCountLess()
    {
        const Market market;
        std::vector<ParityPair> pairs = pairsOf(market, 4);
        pairs[0].call += 0.2;
        pairs[0].width = 4;
        const auto found
            = impliedforward::estimate({ market.spot, market.years, market.rate }, pairs);
        QVERIFY(found);
        QVERIFY(isNear(found->forward, forwardOf(market), 1e-3));
    }

    /// Middles that are off by as much as their spreads allow stay within what is said of them.
    void errorIsOfTheSizeOfTheNoise()
    {
        const Market market;
        SplitMix64 draws(5);
        int within = 0;
        for (int i = 0; i < 200; ++i) {
            std::vector<ParityPair> pairs = pairsOf(market, 9);
            for (ParityPair &pair : pairs)
                pair.call += 0.1 * (draws.uniform() - 0.5);
            const auto found
                = impliedforward::estimate({ market.spot, market.years, market.rate }, pairs);
            QVERIFY(found && found->error > 0);
            QVERIFY(isNear(found->forward, forwardOf(market), 0.05));
            within += std::abs(found->forward - forwardOf(market)) < 2.5 * found->error;
        }
        QVERIFY(within > 180);
    }

    void quotesOfContracts()
    {
        ChainContract call;
        call.bid = *Price::parse(u"1.20");
        call.ask = *Price::parse(u"1.30");
        ChainContract put = call;
        put.ask = *Price::parse(u"1.40");
        ChainContract silent;
        const Price strike = *Price::parse(u"100");
        const std::vector<ChainStrike> strikes { { strike, &call, &put },
                                                 { strike, &call, &silent },
                                                 { strike, nullptr, &put } };
        const std::vector<ParityPair> pairs = impliedforward::pairs(strikes);
        QCOMPARE(pairs.size(), 1u);
        QVERIFY(isNear(pairs[0].call, 1.25, 1e-12));
        QVERIFY(isNear(pairs[0].put, 1.30, 1e-12));
        QVERIFY(isNear(pairs[0].width, 0.30, 1e-12));
    }

    void refusals()
    {
        const Market market;
        const std::vector<ParityPair> pairs = pairsOf(market);
        const ParityQuestion good { market.spot, market.years, market.rate };
        QVERIFY(impliedforward::estimate(good, pairs));
        QVERIFY(!impliedforward::estimate(good, {}));
        QVERIFY(!impliedforward::estimate({ 0, market.years, market.rate }, pairs));
        QVERIFY(!impliedforward::estimate({ market.spot, 0, market.rate }, pairs));
        QVERIFY(!impliedforward::estimate({ market.spot, market.years, std::nan("") }, pairs));
        QVERIFY(!impliedforward::estimate({ market.spot, market.years, {}, true }, pairs));
        QVERIFY(!impliedforward::estimate({ market.spot, market.years, {} },
                                          std::span(pairs).first(2)));
        // Calls that gain with the strike tell no forward
        std::vector<ParityPair> absurd;
        for (const double strike : { 100.0, 110.0, 120.0 })
            absurd.push_back({ strike, strike, 1, 0.1 });
        QVERIFY(!impliedforward::estimate({ 100, 1, {} }, absurd));
    }
};

QTEST_GUILESS_MAIN(ImpliedForwardTest)
#include "tst_impliedforward.moc"
