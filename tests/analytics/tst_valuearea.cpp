#include "valuearea.h"

#include "shared.h"
#include "splitmix64.h"

#include <QFile>

#include <cmath>
#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using enum ValueAreaMethod;

/// Rows from `first` on; empty ones are left out, as a profile does.
std::vector<RowWeight> rowsOf(const std::vector<qint64> &weights, qint64 first = 0)
{
    std::vector<RowWeight> rows;
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (weights[i] != 0)
            rows.push_back({ first + qint64(i), weights[i] });
    return rows;
}

ValueAreaRules rules(ValueAreaMethod method, RowNeighbours neighbours = RowNeighbours::Dense)
{
    return { method, neighbours, 70 };
}

/// The definition, row by row over the dense grid, without any short cut.
ValueArea slowly(const std::vector<qint64> &weights, ValueAreaMethod method)
{
    const qint64 last = qint64(weights.size()) - 1;
    const auto at = [&](qint64 row) { return weights[std::size_t(row)]; };
    ValueArea area;
    for (qint64 row = 0; row <= last; ++row) {
        area.total += at(row);
        const qint64 off = qAbs(2 * row - last);
        const qint64 best = qAbs(2 * area.poc - last);
        if (at(row) > at(area.poc) || (at(row) == at(area.poc) && off < best))
            area.poc = row;
    }
    area.low = area.high = area.poc;
    area.inside = at(area.poc);
    const int step = method == Pairs ? 2 : 1;
    while (area.inside * 10 < area.total * 7) {
        qint64 up = 0, down = 0;
        for (int i = 1; i <= step; ++i) {
            up += area.high + i <= last ? at(area.high + i) : 0;
            down += area.low - i >= 0 ? at(area.low - i) : 0;
        }
        if (area.high < last && (area.low == 0 || up >= down)) {
            area.high = std::min(area.high + step, last);
            area.inside += up;
        } else {
            area.low = std::max<qint64>(area.low - step, 0);
            area.inside += down;
        }
    }
    return area;
}

} // namespace

class TestValueArea : public QObject
{
    Q_OBJECT

private slots:
    void d09_publishedExample()
    {
        const auto rows = rowsOf({ 5, 10, 20, 40, 70, 150, 90, 80, 50, 25, 14 }, 101);
        QCOMPARE(*valueArea(rows, rules(Single)), (ValueArea { 106, 105, 108, 390, 554 }));
        QCOMPARE(*valueArea(rows, rules(Pairs)), (ValueArea { 106, 104, 108, 430, 554 }));
    }

    void d10_tieGoesToTheLowerOfTheMiddle()
    {
        const auto rows = rowsOf({ 10, 30, 50, 50, 30, 10 });
        QCOMPARE(*valueArea(rows, rules(Single)), (ValueArea { 2, 2, 4, 130, 180 }));
        QCOMPARE(*valueArea(rows, rules(Pairs)), (ValueArea { 2, 2, 4, 130, 180 }));
    }

    void d11_denseAgainstExisting()
    {
        const auto rows = rowsOf({ 3, 0, 0, 9, 1, 0, 2 });
        QCOMPARE(*valueArea(rows, rules(Single)), (ValueArea { 3, 3, 6, 12, 15 }));
        QCOMPARE(*valueArea(rows, rules(Single, RowNeighbours::Existing)),
                 (ValueArea { 3, 0, 3, 12, 15 }));
    }

    void d11_recordedProfiles()
    {
        SHARED_OR_SKIP();
        QFile file(test::sharedFile(u"samples/indicators/vp_datatest.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        file.readLine();
        // The volume of a bar at its close, rounded up to 0.05; the last three bars
        std::vector<RowWeight> bars;
        int compared = 0;
        while (!file.atEnd()) {
            const QByteArrayList fields = file.readLine().trimmed().split(',');
            bars.push_back(
                { qint64(std::ceil(fields[4].toDouble() * 20 - 1e-9)), fields[6].toLongLong() });
            if (bars.size() < 3)
                continue;
            std::map<qint64, qint64> byRow;
            for (const RowWeight &bar : std::span(bars).last(3))
                byRow[bar.row] += bar.weight;
            std::vector<RowWeight> rows;
            for (const auto &[row, weight] : byRow)
                rows.push_back({ row, weight });
            const ValueArea area = *valueArea(rows, rules(Single, RowNeighbours::Existing));
            QCOMPARE(double(area.poc) / 20, fields[7].toDouble());
            QCOMPARE(double(area.high) / 20, fields[12].toDouble());
            QCOMPARE(double(area.low) / 20, fields[13].toDouble());
            ++compared;
        }
        QCOMPARE(compared, 19);
    }

    void sameAsRowByRow()
    {
        SplitMix64 random(11);
        for (int round = 0; round < 4'000; ++round) {
            std::vector<qint64> weights(1 + random.below(40));
            for (qint64 &weight : weights) // many gaps, many ties
                weight = random.below(3) == 0 ? qint64(random.below(6)) : 0;
            weights.front() = 1 + qint64(random.below(5));
            weights.back() = 1 + qint64(random.below(5));
            for (const ValueAreaMethod method : { Single, Pairs })
                QCOMPARE(*valueArea(rowsOf(weights), rules(method)), slowly(weights, method));
        }
    }

    void wideGapsCostNothing()
    {
        constexpr qint64 far = std::numeric_limits<qint64>::max();
        const std::vector<RowWeight> rows { { -far, 40 }, { 0, 100 }, { far, 60 } };
        for (const ValueAreaMethod method : { Single, Pairs }) {
            const ValueArea area = *valueArea(rows, rules(method));
            QCOMPARE(area.poc, 0);
            QCOMPARE(area.high, far);
            QCOMPARE(area.low, 0);
        }
    }

    void nothingWithoutWeight()
    {
        QVERIFY(!valueArea({}));
        QVERIFY(!pointOfControl({}));
        const std::vector<RowWeight> idle { { 1, 0 }, { 2, 0 } };
        QVERIFY(!valueArea(idle));
    }

    void largeWeightsDoNotOverflow()
    {
        constexpr qint64 quarter = qint64(1) << 60;
        const std::vector<RowWeight> rows { { 1, quarter }, { 2, quarter }, { 3, quarter } };
        QCOMPARE(valueArea(rows)->inside, 3 * quarter);
    }

    void nodes()
    {
        const VolumeNodes nodes
            = volumeNodes(rowsOf({ 10, 12, 60, 12, 10, 0, 0, 0, 11, 50, 50, 3, 9, 10 }));
        QCOMPARE(nodes.high, (std::vector<qint64> { 2, 9 }));
        QCOMPARE(nodes.low, (std::vector<qint64> { 5, 11 }));
        QVERIFY(volumeNodes({}).high.empty());
        const VolumeNodes flat = volumeNodes(rowsOf({ 5, 5, 5, 5, 5 }));
        QVERIFY(flat.high.empty() && flat.low.empty());
    }
};

QTEST_GUILESS_MAIN(TestValueArea)
#include "tst_valuearea.moc"
