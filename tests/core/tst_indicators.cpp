#include "indicators.h"

#include <QtTest>

using namespace tapeline;

namespace {

bool near(double a, double b)
{
    return qAbs(a - b) < 1e-9;
}

} // namespace

/// Worked by hand, after TA-Lib's definitions.
class TestIndicators : public QObject
{
    Q_OBJECT

private slots:
    void averages()
    {
        const std::vector<double> values { 1, 2, 3, 4, 9 };
        QCOMPARE(indicators::simpleAverage(values, 3), std::vector<double>({ 2, 3, 16.0 / 3 }));
        // Seeded with 2; each next one moves by half of the way
        QCOMPARE(indicators::exponentialAverage(values, 3), std::vector<double>({ 2, 3, 6 }));
        QVERIFY(indicators::simpleAverage(values, 6).empty());
        QVERIFY(indicators::exponentialAverage(values, 6).empty());
        QCOMPARE(indicators::simpleAverage(values, 1), values);
    }

    void strength()
    {
        // Gains 1, 2, 0, 3 and losses 0, 0, 1, 0; the first window's means are 1.5 and 0
        const auto strengths
            = indicators::relativeStrength(std::vector<double> { 1, 2, 4, 3, 6 }, 2);
        QCOMPARE(strengths.size(), std::size_t(3));
        QVERIFY(near(strengths[0], 100));
        QVERIFY(near(strengths[1], 100 * 0.75 / 1.25));
        QVERIFY(near(strengths[2], 100 * 1.875 / 2.125));
        QVERIFY(near(indicators::relativeStrength(std::vector<double> { 5, 5, 5 }, 2).front(), 50));
    }

    void convergenceBeginsWithTheLongAverage()
    {
        const std::vector<double> values { 1, 2, 3, 4, 5, 6 };
        const auto lines = indicators::convergence(values, 2, 4, 2);
        // On a straight line the averages stay one apart
        QCOMPARE(lines.value.size(), std::size_t(2));
        QCOMPARE(lines.signal.size(), lines.value.size());
        for (std::size_t i = 0; i < lines.value.size(); ++i)
            QVERIFY(near(lines.value[i], 1) && near(lines.signal[i], 1));
        QVERIFY(indicators::convergence(std::vector<double> { 1 }, 2, 4, 2).value.empty());
    }
};

QTEST_GUILESS_MAIN(TestIndicators)
#include "tst_indicators.moc"
