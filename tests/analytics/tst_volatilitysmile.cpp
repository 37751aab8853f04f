#include "volatilitysmile.h"

#include "blackscholes.h"
#include "splitmix64.h"
#include "svifit.h"

#include <QtTest>

#include <cmath>
#include <deque>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

bool isNear(double actual, double expected, double tolerance)
{
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("%.12g instead of %.12g", actual, expected);
    return false;
}

class Draws
{
public:
    explicit Draws(quint64 seed)
        : m_draws(seed)
    {
    }
    double between(double low, double high) { return low + (high - low) * m_draws.uniform(); }
    int below(int count) { return int(m_draws.below(quint64(count))); }

private:
    SplitMix64 m_draws;
};

constexpr double forward = 500;

/// A smile as markets have them, free of butterflies.
SviParameters anySmile(Draws &draws, double years)
{
    for (;;) {
        const double deviation = draws.between(0.1, 0.5) * std::sqrt(years);
        const double theta = deviation * deviation;
        const double rho = draws.between(-0.85, 0.4);
        SviParameters smile
            = svi::ofSurface(theta, rho, draws.between(0.1, 0.9) * svi::largestPhi(theta, rho));
        smile.m += draws.between(-0.2, 0.2) * deviation; // no longer of SSVI
        smile.a += draws.between(-0.1, 0.3) * theta;
        if (svi::isFreeOfButterflies(smile))
            return smile;
    }
}

/// Quotes on a smile: strikes across three standard deviations.
std::vector<SmilePoint> quotes(const SviParameters &smile, double years, int count = 31)
{
    std::vector<SmilePoint> points;
    const double deviation = std::sqrt(svi::at(smile, 0).value);
    for (int i = 0; i < count; ++i) {
        const double k = deviation * (-3.5 + 5.5 * i / (count - 1));
        points.push_back({ k < 0 ? OptionRight::Put : OptionRight::Call, forward * std::exp(k),
                           std::sqrt(svi::at(smile, k).value / years), 0.002 });
    }
    return points;
}

} // namespace

class VolatilitySmileTest : public QObject
{
    Q_OBJECT

private slots:
    void derivativesOfVariance()
    {
        const SviParameters smile { 0.01, 0.08, -0.6, 0.02, 0.1 };
        for (const double k : { -0.5, -0.05, 0.0, 0.02, 0.4 }) {
            constexpr double h = 1e-5;
            const SviVariance at = svi::at(smile, k);
            const double above = svi::at(smile, k + h).value;
            const double below = svi::at(smile, k - h).value;
            QVERIFY(isNear(at.slope, (above - below) / (2 * h), 1e-8));
            QVERIFY(isNear(at.curvature, (above - 2 * at.value + below) / (h * h), 1e-4));
            QVERIFY(at.value >= svi::leastVariance(smile));
        }
    }

    /// Axel Vogt's smile, from Gatheral & Jacquier (2014), section 5.1: its density is negative.
    void knownButterfly()
    {
        const SviParameters vogt { -0.0410, 0.1331, 0.3060, 0.3586, 0.4153 };
        QVERIFY(!svi::isFreeOfButterflies(vogt));
        QVERIFY(svi::butterfly(vogt, 0.8) < 0);
        QVERIFY(svi::butterfly(vogt, 0.0) > 0);
        QVERIFY(!VolatilitySmile::of({ forward, 1, 0 }, vogt));
        // Their remedy in the same section has none
        const SviParameters mended { -0.0305199, 0.102717, 0.100718, 0.272344, 0.412398 };
        QVERIFY(svi::isFreeOfButterflies(mended));
    }

    void smilesOfSurfaceAreFree()
    {
        Draws draws(1);
        for (int i = 0; i < 300; ++i) {
            const double theta = std::pow(10, draws.between(-4, 0.5));
            const double rho = draws.between(-0.99, 0.99);
            const double phi = draws.between(0.01, 0.999) * svi::largestPhi(theta, rho);
            QVERIFY(svi::isFreeOfButterflies(svi::ofSurface(theta, rho, phi)));
            QVERIFY(isNear(svi::at(svi::ofSurface(theta, rho, phi), 0).value, theta,
                           1e-12 + 1e-9 * theta));
        }
    }

    void findsTheSmileAgain()
    {
        Draws draws(2);
        for (int i = 0; i < 60; ++i) {
            const double years = draws.between(0.01, 2);
            const SviParameters truth = anySmile(draws, years);
            const auto smile = VolatilitySmile::fit({ forward, years, 0 }, quotes(truth, years));
            QVERIFY(smile);
            QVERIFY(svi::isFreeOfButterflies(smile->parameters()));
            for (const SmilePoint &point : smile->points()) {
                QVERIFY(!point.isOutlier);
                QVERIFY(isNear(smile->volatility(point.strike), point.volatility, 1e-4));
            }
        }
    }

    void findsParametersAgain()
    {
        const SviParameters truth { 0.02, 0.1, -0.5, 0.02, 0.15 };
        const auto smile = VolatilitySmile::fit({ forward, 0.5, 0 }, quotes(truth, 0.5, 61));
        QVERIFY(smile);
        const SviParameters &found = smile->parameters();
        QVERIFY(isNear(found.a, truth.a, 1e-4));
        QVERIFY(isNear(found.b, truth.b, 1e-4));
        QVERIFY(isNear(found.rho, truth.rho, 1e-3));
        QVERIFY(isNear(found.m, truth.m, 1e-3));
        QVERIFY(isNear(found.sigma, truth.sigma, 1e-3));
    }

    void marksPlantedOutliers()
    {
        Draws draws(3);
        for (int i = 0; i < 60; ++i) {
            const double years = draws.between(0.02, 1);
            const SviParameters truth = anySmile(draws, years);
            std::vector<SmilePoint> points = quotes(truth, years);
            for (SmilePoint &point : points)
                point.volatility += draws.between(-0.5, 0.5) * point.deviation;
            std::vector<std::size_t> planted { std::size_t(draws.below(10)),
                                               std::size_t(10 + draws.below(10)),
                                               std::size_t(20 + draws.below(11)) };
            for (const std::size_t at : planted) {
                SmilePoint &point = points[at];
                point.volatility += (point.volatility < 0.08 || draws.below(2) == 0 ? 1 : -1)
                    * draws.between(0.02, 0.05);
            }
            const auto smile = VolatilitySmile::fit({ forward, years, 0 }, points);
            QVERIFY(smile);
            for (std::size_t n = 0; n < points.size(); ++n) {
                const bool isPlanted = std::ranges::find(planted, n) != planted.end();
                if (isPlanted)
                    QVERIFY(smile->points()[n].isOutlier);
                else if (n > 2 && n < 28)
                    QVERIFY(
                        isNear(smile->volatility(points[n].strike),
                               std::sqrt(svi::at(truth, std::log(points[n].strike / forward)).value
                                         / years),
                               0.003));
            }
        }
    }

    /// Whatever is quoted, the curve is one that nobody can profit from by butterflies.
    void anythingQuotedIsFitted()
    {
        Draws draws(4);
        for (int i = 0; i < 60; ++i) {
            const double years = std::pow(10, draws.between(-2.5, 0.5));
            std::vector<SmilePoint> points;
            const int count = 3 + draws.below(40);
            for (int n = 0; n < count; ++n)
                points.push_back({ OptionRight::Call, forward * std::exp(draws.between(-0.5, 0.5)),
                                   draws.between(0.05, 1.5), draws.between(0.001, 0.1) });
            const auto smile = VolatilitySmile::fit({ forward, years, 0 }, points);
            QVERIFY(smile);
            QVERIFY(svi::isFreeOfButterflies(smile->parameters()));
            for (const double strike : { 100.0, 450.0, 500.0, 550.0, 2'000.0 }) {
                QVERIFY(smile->volatility(strike) > 0);
                QVERIFY(smile->density(strike) >= 0);
            }
        }
    }

    /// Axel Vogt's quotes: the fit gives way where they could be profited from, and no more.
    void butterfliesAreFreed()
    {
        const SviParameters vogt { -0.0410, 0.1331, 0.3060, 0.3586, 0.4153 };
        std::vector<SmilePoint> points;
        for (int i = 0; i <= 40; ++i) {
            const double k = -1.5 + 3.0 * i / 40;
            points.push_back({ OptionRight::Call, forward * std::exp(k),
                               std::sqrt(svi::at(vogt, k).value), 0.002 });
        }
        const auto smile = VolatilitySmile::fit({ forward, 1, 0 }, points);
        QVERIFY(smile);
        QVERIFY(svi::isFreeOfButterflies(smile->parameters()));
        for (const SmilePoint &point : smile->points())
            QVERIFY(isNear(smile->volatility(point.strike), point.volatility, 0.04));
    }

    void densityIsOne()
    {
        Draws draws(5);
        for (int i = 0; i < 20; ++i) {
            const double years = draws.between(0.05, 1);
            const auto smile
                = VolatilitySmile::of({ forward, years, 0.02 }, anySmile(draws, years));
            QVERIFY(smile);
            double sum = 0;
            double mean = 0;
            constexpr int steps = 20'000;
            for (int n = 0; n < steps; ++n) {
                const double k = -6 + 12 * (n + 0.5) / steps;
                const double price = forward * std::exp(k);
                const double weight = smile->density(price) * price * 12 / steps;
                if (n % 500 == 0)
                    QVERIFY(isNear(smile->probabilityBelow(price), sum + weight / 2, 1e-3));
                sum += weight;
                mean += weight * price;
            }
            QVERIFY(isNear(sum, 1, 1e-3));
            QVERIFY(isNear(mean / forward, 1, 2e-2)); // wings as steep as allowed end late
        }
    }

    /// The slope of put prices, by their difference.
    void probabilityIsTheSlopeOfPuts()
    {
        const SviParameters parameters { 0.02, 0.1, -0.5, 0.02, 0.15 };
        const auto smile = VolatilitySmile::of({ forward, 0.5, 0 }, parameters);
        QVERIFY(smile);
        const auto put = [&](double strike) {
            return *blackscholes::price(
                { OptionRight::Put, forward, strike, 0.5, 0, 0, smile->volatility(strike) });
        };
        for (const double strike : { 350.0, 480.0, 500.0, 520.0, 650.0 }) {
            const double h = strike * 1e-4;
            QVERIFY(isNear(smile->probabilityBelow(strike),
                           (put(strike + h) - put(strike - h)) / (2 * h), 1e-6));
        }
        QCOMPARE(smile->probabilityBelow(0), 0.0);
        QCOMPARE(smile->density(-1), 0.0);
    }

    void strikesOfDeltas()
    {
        const SviParameters parameters { 0.02, 0.1, -0.5, 0.02, 0.15 };
        const auto smile = VolatilitySmile::of({ forward, 0.5, 0.02 }, parameters);
        QVERIFY(smile);
        for (const double delta : { 0.05, 0.25, 0.5, 0.9 })
            for (const OptionRight right : { OptionRight::Call, OptionRight::Put }) {
                const double signedDelta = optionmodel::sign(right) * delta;
                const auto strike = smile->strikeOfDelta(right, signedDelta);
                QVERIFY(strike);
                // With rate = yield the forward is the spot
                const auto value = blackscholes::value(
                    { right, forward, *strike, 0.5, 0.02, 0.02, smile->volatility(*strike) });
                QVERIFY(isNear(value->delta, signedDelta, 1e-9));
            }
        QVERIFY(!smile->strikeOfDelta(OptionRight::Call, 0.995)); // the yield takes a percent
        QVERIFY(!smile->strikeOfDelta(OptionRight::Call, -0.2));
        QVERIFY(*smile->skew25() > 0.02);
    }

    void calendars()
    {
        const auto early = VolatilitySmile::of({ forward, 0.25, 0 }, svi::ofSurface(0.01, -0.5, 5));
        const auto late = VolatilitySmile::of({ forward, 0.5, 0 }, svi::ofSurface(0.02, -0.5, 4));
        const auto flat = VolatilitySmile::of({ forward, 0.5, 0 }, svi::ofSurface(0.011, 0, 0.1));
        QVERIFY(early && late && flat);
        QVERIFY(!calendarGap(*early, *late));
        const auto gap = calendarGap(*early, *flat);
        QVERIFY(gap);
        QVERIFY(gap->logMoneyness < 0); // the near one's wing of puts
        QVERIFY(isNear(gap->variance,
                       early->variance(gap->logMoneyness) - flat->variance(gap->logMoneyness),
                       1e-12));
        QVERIFY(calendarGap(*late, *early));
    }

    void pointsOfContracts()
    {
        std::deque<ChainContract> contracts;
        std::vector<ChainStrike> strikes;
        for (const int strike : { 80, 99, 100, 120 }) {
            ChainStrike row { Price::whole(strike) };
            for (const OptionRight right : { OptionRight::Call, OptionRight::Put }) {
                ChainContract &contract = contracts.emplace_back();
                contract.terms = { u"X"_s, right, Price::whole(strike), QDate(2026, 3, 20) };
                contract.bid = Price::whole(2);
                contract.ask = Price::whole(3);
                contract.own = ContractGreeks { 0.2, 0.5, 0, 0, 0.25, 0 };
                (right == OptionRight::Call ? row.call : row.put) = &contract;
            }
            strikes.push_back(row);
        }
        contracts[0].own.reset();
        const SmileTerms terms { 100, 1, 0 };
        const auto points = VolatilitySmile::points(strikes, terms, GreeksSource::Own);
        // The put at 80, both at 99 and 100, the call at 120
        QCOMPARE(points.size(), 6u);
        QCOMPARE(points[0].right, OptionRight::Put);
        QCOMPARE(points[5].strike, 120.0);
        QVERIFY(isNear(points[0].deviation, 0.5 / 25, 1e-12)); // half the spread over vega
        contracts[1].own.reset();
        contracts[1].service = ContractGreeks { 0.3, -0.1, 0, 0, 0, 0 };
        const auto told = VolatilitySmile::points(strikes, terms, GreeksSource::Service);
        QCOMPARE(told[0].volatility, 0.3);
        QVERIFY(VolatilitySmile::points(strikes, { 0, 1, 0 }, GreeksSource::Own).empty());
    }

    void refusals()
    {
        Draws draws(6);
        const auto points = quotes(anySmile(draws, 1), 1);
        const auto two = std::vector(points.begin(), points.begin() + 2);
        QVERIFY(VolatilitySmile::fit({ forward, 1, 0 }, points));
        QVERIFY(!VolatilitySmile::fit({ 0, 1, 0 }, points));
        QVERIFY(!VolatilitySmile::fit({ forward, 0, 0 }, points));
        QVERIFY(!VolatilitySmile::fit({ forward, 1, std::nan("") }, points));
        QVERIFY(!VolatilitySmile::fit({ forward, 1, 0 }, two));
        QVERIFY(!VolatilitySmile::fit({ forward, 1, 0 }, { 10, points[0] })); // one strike
        auto wrong = points;
        wrong[3].volatility = 0;
        QVERIFY(!VolatilitySmile::fit({ forward, 1, 0 }, wrong));
        wrong = points;
        wrong[3].strike = -1;
        QVERIFY(!VolatilitySmile::fit({ forward, 1, 0 }, wrong));
    }

    void speed()
    {
        Draws draws(7);
        const auto points = quotes(anySmile(draws, 0.1), 0.1, 80);
        QBENCHMARK
        {
            QVERIFY(VolatilitySmile::fit({ forward, 0.1, 0 }, points));
        }
    }
};

QTEST_GUILESS_MAIN(VolatilitySmileTest)
#include "tst_volatilitysmile.moc"
