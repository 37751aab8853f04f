#include "keyeddraws.h"
#include "refine.h"

#include <QtTest>

#include <algorithm>
#include <numeric>

using namespace tapeline;

/// The one step from a level to the next finer one, with arbitrary parents.
class RefineTest : public QObject
{
    Q_OBJECT

    static constexpr int rounds = 20'000;

private slots:
    void sharesAddUp()
    {
        SplitMix64 random(1);
        for (int round = 0; round < rounds; ++round) {
            std::vector<double> weights(1 + random.below(80));
            for (double &weight : weights)
                weight = chance(random, 0.3) ? 0 : burst(random, 0.02);
            weights[random.below(weights.size())] = 1;
            const auto total = qint64(random.below(round % 2 ? 20 : 100'000'000));
            std::vector<qint64> parts(weights.size());
            shareOut(total, weights, random.uniform(), parts);
            QCOMPARE(std::accumulate(parts.begin(), parts.end(), qint64(0)), total);
            const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
            for (std::size_t i = 0; i < parts.size(); ++i) {
                QVERIFY(parts[i] >= 0);
                QVERIFY(weights[i] > 0 || parts[i] == 0);
                QVERIFY(std::abs(double(parts[i]) - double(total) * weights[i] / sum) < 1.001);
            }
        }
    }

    void activityIsExact()
    {
        SplitMix64 random(2);
        Refiner refiner;
        for (int round = 0; round < rounds; ++round) {
            const std::size_t count = 1 + random.below(70);
            std::vector<double> weights(count);
            for (double &weight : weights)
                weight = burst(random, 0.02);
            const int lot = chance(random, 0.5) ? 100 : 40;
            std::vector<PinnedPrint> pinned;
            if (chance(random, 0.5))
                pinned.push_back({ 0, lot + qint64(random.below(1'000'000)) });
            Activity parent;
            parent.prints = qint32(random.below(300)) + (pinned.empty() ? 1 : 0);
            parent.silent = qint32(random.below(300));
            parent.volume = qint64(parent.prints) * lot + parent.silent
                + qint64(random.below(chance(random, 0.2) ? 2 : 100'000));
            for (const PinnedPrint &pin : pinned) {
                ++parent.prints;
                parent.volume += pin.volume;
            }
            std::vector<Activity> children(count);
            refiner.splitActivity(parent, weights, lot, pinned, random, children);
            Activity sum;
            for (const Activity &child : children) {
                sum.prints += child.prints;
                sum.silent += child.silent;
                sum.volume += child.volume;
                QVERIFY(child.prints > 0 || child == Activity());
                QVERIFY(child.volume >= qint64(child.prints) * lot + child.silent);
            }
            QCOMPARE(sum, parent);
            if (!pinned.empty())
                QVERIFY(children.front().prints >= 1
                        && children.front().volume >= pinned.front().volume);
        }
    }

    void pathsMeetTheirParent()
    {
        SplitMix64 random(3);
        Refiner refiner;
        for (int round = 0; round < rounds; ++round) {
            const int count = 1 + int(random.below(12));
            std::vector<qint32> prints(std::size_t(count), 1);
            for (qint32 &number : prints)
                number += chance(random, 0.5) ? qint32(random.below(5)) : 0;
            const int total = std::accumulate(prints.begin(), prints.end(), 0);
            std::vector<double> walk(std::size_t(count), 0.0);
            std::vector<double> reach(std::size_t(count), 2.0);
            for (int k = 0; k < count; ++k)
                walk[std::size_t(k)] = (k > 0 ? walk[std::size_t(k) - 1] : 0) + 5 * bell(random);
            const auto tick = [&] { return 1'000 + qint32(random.below(round % 3 ? 4 : 60)); };
            PathBar parent { tick(), 0, 0, tick() };
            parent.high = std::max({ parent.open, parent.close, tick() });
            parent.low = std::min({ parent.open, parent.close, tick() });
            parent = withPrints(parent, total);
            PathSketch sketch { prints, walk, reach, 1.0, -1, -1 };
            if (chance(random, 0.2))
                sketch.highAt = int(random.below(quint64(count)));
            std::vector<PathBar> children(std::size_t(count), PathBar {});
            refiner.splitPath(parent, sketch, random, children);
            verifyPath(parent, prints, children);
            if (QTest::currentTestFailed())
                return;
        }
    }

private:
    static void verifyPath(const PathBar &parent, const std::vector<qint32> &prints,
                           const std::vector<PathBar> &children)
    {
        PathBar sum = children.front();
        for (std::size_t k = 0; k < children.size(); ++k) {
            const PathBar &child = children[k];
            QVERIFY(child.low <= std::min(child.open, child.close));
            QVERIFY(child.high >= std::max(child.open, child.close));
            QCOMPARE(withPrints(child, prints[k]), child); // so many prints can make this path
            sum.high = std::max(sum.high, child.high);
            sum.low = std::min(sum.low, child.low);
            sum.close = child.close;
        }
        QCOMPARE(sum, parent);
    }
};

QTEST_GUILESS_MAIN(RefineTest)
#include "tst_refine.moc"
