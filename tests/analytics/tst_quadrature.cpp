#include "collocation.h"
#include "quadrature.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace tapeline;

class QuadratureTest : public QObject
{
    Q_OBJECT

private slots:
    void isExactForPolynomials_data();
    void isExactForPolynomials();
    void sumsOverAnInterval();
    void collocationGivesPolynomialsBack();
    void collocationSumsOverTheTime();
};

void QuadratureTest::isExactForPolynomials_data()
{
    QTest::addColumn<int>("points");
    for (const int points : { 1, 2, 3, 8, 20, 64, 128 })
        QTest::addRow("%d points", points) << points;
}

void QuadratureTest::isExactForPolynomials()
{
    QFETCH(const int, points);
    const Quadrature rule = Quadrature::gaussLegendre(points);
    QCOMPARE(rule.nodes.size(), std::size_t(points));
    for (int degree = 0; degree < 2 * points; ++degree) {
        double sum = 0;
        for (std::size_t i = 0; i < rule.nodes.size(); ++i)
            sum += rule.weights[i] * std::pow(rule.nodes[i], degree);
        const double exact = degree % 2 == 0 ? 2.0 / (degree + 1) : 0.0;
        QVERIFY(std::abs(sum - exact) < 1e-14);
    }
    QVERIFY(std::is_sorted(rule.nodes.begin(), rule.nodes.end()));
}

void QuadratureTest::sumsOverAnInterval()
{
    const Quadrature rule = Quadrature::gaussLegendre(12).over(1, 4);
    double sum = 0;
    for (std::size_t i = 0; i < rule.nodes.size(); ++i)
        sum += rule.weights[i] / rule.nodes[i];
    QVERIFY(std::abs(sum - std::log(4.0)) < 1e-10);
}

void QuadratureTest::collocationGivesPolynomialsBack()
{
    const Collocation collocation(
        { .nodes = 6, .points = 5, .rounds = 1, .premiumPoints = 9, .tolerance = 0 });
    const auto cubic = [](double x) { return x * (1 + x * (2 - 3 * x)); }; // 0 at expiry
    std::vector<double> values;
    for (std::size_t i = 0; i < collocation.nodes(); ++i)
        values.push_back(cubic(collocation.root(i)));
    for (std::size_t i = 0; i < collocation.nodes(); ++i)
        for (std::size_t k = 0; k < collocation.points(); ++k) {
            const double root = collocation.root(i) * collocation.integral()[k].sine;
            QVERIFY(std::abs(collocation.atPoint(i, k, values.data()) - cubic(root)) < 1e-14);
        }
    for (std::size_t k = 0; k < collocation.premium().size(); ++k)
        QVERIFY(std::abs(collocation.atPremiumPoint(k, values.data())
                         - cubic(collocation.premium()[k].sine))
                < 1e-14);
    const std::vector<double> atNode = collocation.weightsAt(collocation.root(2));
    QCOMPARE(atNode[2], 1.0);
    QCOMPARE(collocation.weightsAt(0), std::vector<double>(6, 0.0));
}

/// The points are of du: their weights add up to the whole time, roots at the ends do no harm.
void QuadratureTest::collocationSumsOverTheTime()
{
    const Collocation collocation(
        { .nodes = 4, .points = 12, .rounds = 1, .premiumPoints = 12, .tolerance = 0 });
    double time = 0;
    double roots = 0;
    for (const auto &[sine, cosine, weight] : collocation.integral()) {
        time += weight;
        roots += weight / (sine * cosine);
    }
    QVERIFY(std::abs(time - 1) < 1e-12);
    QVERIFY(std::abs(roots - std::numbers::pi) < 1e-12); // of 1 / sqrt(u (1 - u))
}

QTEST_GUILESS_MAIN(QuadratureTest)
#include "tst_quadrature.moc"
