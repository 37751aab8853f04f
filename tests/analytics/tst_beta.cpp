#include "beta.h"
#include "easterntime.h"

#include <QtTest>

#include <cmath>

using namespace tapeline;

namespace {

/// Days with these closes, from a Monday on; a close of 0 leaves its day out.
std::vector<Candle> days(const std::vector<double> &closes)
{
    std::vector<Candle> bars;
    for (std::size_t i = 0; i < closes.size(); ++i) {
        if (closes[i] <= 0)
            continue;
        Candle bar;
        bar.start = easterntime::at(QDate(2026, 3, 2).addDays(qint64(i)));
        bar.close = Price::fromDouble(closes[i]);
        bars.push_back(bar);
    }
    return bars;
}

/// Closes that move by these logarithmic returns.
std::vector<double> path(double first, const std::vector<double> &returns)
{
    std::vector<double> closes { first };
    for (const double own : returns)
        closes.push_back(closes.back() * std::exp(own));
    return closes;
}

} // namespace

/// The regression of a stock's returns on an index's.
class TestBeta : public QObject
{
    Q_OBJECT

    const std::vector<double> m_index { 0.01, -0.02, 0.005, 0.03, -0.01, 0.0, 0.015, -0.005 };

    std::vector<double> times(double factor) const
    {
        std::vector<double> returns;
        for (const double own : m_index)
            returns.push_back(factor * own);
        return returns;
    }

private slots:
    void aMultipleOfTheIndexIsItsBeta()
    {
        const auto index = days(path(500, m_index));
        for (const double factor : { 1.0, 1.5, -0.5 }) {
            const auto fit = fitBeta(days(path(100, times(factor))), index, 252, 5);
            QVERIFY(fit);
            QVERIFY2(std::abs(fit->beta - factor) < 1e-6, qPrintable(QString::number(fit->beta)));
            QVERIFY(std::abs(std::abs(fit->correlation) - 1) < 1e-6);
            QCOMPARE(fit->days, int(m_index.size()));
        }
    }

    /// By hand: x = 1, -1, 2, -2 %, y = 2, -1, 3, -4 %: slope 2 + 1 + 6 + 8 over 10.
    void theSlopeIsThatOfLeastSquares()
    {
        const auto index = days(path(500, { 0.01, -0.01, 0.02, -0.02 }));
        const auto stock = days(path(100, { 0.02, -0.01, 0.03, -0.04 }));
        const auto fit = fitBeta(stock, index, 252, 4);
        QVERIFY(fit);
        QVERIFY2(std::abs(fit->beta - 1.7) < 1e-6, qPrintable(QString::number(fit->beta, 'f', 9)));
    }

    /// Over a day that one of them lacks, both returns span it.
    void daysThatOneLacksAreLeftOut()
    {
        auto closes = path(100, times(2));
        closes[3] = 0;
        const auto fit = fitBeta(days(closes), days(path(500, m_index)), 252, 5);
        QVERIFY(fit);
        QVERIFY(std::abs(fit->beta - 2) < 1e-6);
        QCOMPARE(fit->days, int(m_index.size()) - 1);
    }

    void onlyTheNewestCount()
    {
        std::vector<double> stock = times(1);
        for (std::size_t i = 4; i < stock.size(); ++i)
            stock[i] *= 3;
        const auto fit = fitBeta(days(path(100, stock)), days(path(500, m_index)), 4, 4);
        QVERIFY(fit);
        QVERIFY(std::abs(fit->beta - 3) < 1e-6);
        QCOMPARE(fit->days, 4);
    }

    void tooLittleGivesNothing()
    {
        const auto index = days(path(500, m_index));
        QVERIFY(!fitBeta(index, index)); // fewer than sixty days
        QVERIFY(!fitBeta({}, index, 252, 0));
        const auto still = days(std::vector<double>(9, 500));
        QVERIFY(!fitBeta(index, still, 252, 5)); // an index that stands still
    }
};

QTEST_APPLESS_MAIN(TestBeta)
#include "tst_beta.moc"
