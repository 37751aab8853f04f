#include "splitmix64.h"
#include "valueseries.h"

#include <QtTest>

#include <deque>

using namespace tapeline;

namespace {

double anyValue(SplitMix64 &draws)
{
    return draws.below(6) == 0 ? ValueRun::nothing() : double(draws.below(2'000)) - 1'000;
}

std::vector<double> anyValues(SplitMix64 &draws, quint64 atMost)
{
    std::vector<double> values(draws.below(atMost + 1));
    for (double &value : values)
        value = anyValue(draws);
    return values;
}

bool same(double a, double b)
{
    return a == b || (std::isnan(a) && std::isnan(b));
}

/// Value by value.
bool agrees(const ValueRun &run, const std::deque<double> &values, qsizetype first, qsizetype end)
{
    ValueRun whole;
    for (qsizetype i = first; i < end; ++i) {
        const double value = values[std::size_t(i)];
        if (i == first)
            whole.first = value;
        whole.last = value;
        if (!std::isnan(value)) {
            whole.high = std::max(whole.high, value);
            whole.low = std::min(whole.low, value);
        }
    }
    return same(run.first, whole.first) && same(run.last, whole.last) && run.high == whole.high
        && run.low == whole.low;
}

} // namespace

class TestValueSeries : public QObject
{
    Q_OBJECT

private slots:
    void runsAreWhatTheirValuesSay()
    {
        SplitMix64 draws(11);
        ValueSeries series;
        series.clear(500);
        std::deque<double> values;
        qint64 firstKey = 500;
        for (int round = 0; round < 300; ++round) {
            const std::vector<double> fresh = anyValues(draws, 40);
            if (draws.below(2) == 0) {
                series.append(fresh);
                values.insert(values.end(), fresh.begin(), fresh.end());
            } else {
                series.prepend(fresh);
                values.insert(values.begin(), fresh.begin(), fresh.end());
                firstKey -= qsizetype(fresh.size());
            }
            if (values.empty())
                continue;
            const auto at = qsizetype(draws.below(values.size()));
            values[std::size_t(at)] = anyValue(draws);
            series.replace(firstKey + at, values[std::size_t(at)]);
            QCOMPARE(series.firstKey(), firstKey);
            QCOMPARE(series.size(), qsizetype(values.size()));
            QVERIFY(same(series.at(firstKey + at), values[std::size_t(at)]));
            const auto first = qsizetype(draws.below(values.size()));
            const auto end = first + 1 + qsizetype(draws.below(values.size() - quint64(first)));
            QVERIFY(agrees(series.over(firstKey + first, firstKey + end - 1), values, first, end));
        }
        QVERIFY(series.size() > 1'000);
    }

    void emptyMeansEmpty()
    {
        ValueSeries series;
        QVERIFY(series.isEmpty());
        QCOMPARE(series.lastKey(), -1);
        QVERIFY(series.over(0, 10).isEmpty());
        const double gap = ValueRun::nothing();
        series.append({ &gap, 1 });
        QVERIFY(!series.isEmpty());
        QVERIFY(series.over(0, 0).isEmpty());
        series.clear(7);
        QVERIFY(series.isEmpty());
        QCOMPARE(series.firstKey(), 7);
    }
};

QTEST_GUILESS_MAIN(TestValueSeries)
#include "tst_valueseries.moc"
