#include "splitmix64.h"
#include "timeranges.h"

#include <QtTest>

#include <bitset>

using namespace tapeline;

namespace {

constexpr int instants = 64;
using Instants = std::bitset<instants>;

TimeRange range(int from, int to)
{
    return { fromNs(from), fromNs(to) };
}

Instants instantsOf(const TimeRanges &ranges)
{
    Instants set;
    for (int i = 0; i < instants; ++i)
        set[std::size_t(i)] = ranges.contains(fromNs(i));
    return set;
}

Instants instantsOf(std::span<const TimeRange> ranges)
{
    Instants set;
    for (const TimeRange &part : ranges)
        for (qint64 i = toNs(part.from); i < toNs(part.to); ++i)
            set[std::size_t(i)] = true;
    return set;
}

Instants instantsOf(const TimeRange &part)
{
    return instantsOf(std::span(&part, 1));
}

bool areFewest(std::span<const TimeRange> ranges)
{
    for (std::size_t i = 0; i < ranges.size(); ++i)
        if (ranges[i].isEmpty() || (i > 0 && ranges[i].from <= ranges[i - 1].to))
            return false;
    return true;
}

} // namespace

class TestTimeRanges : public QObject
{
    Q_OBJECT

private slots:
    void joinsWhatTouches()
    {
        TimeRanges ranges;
        ranges.add(range(10, 20));
        ranges.add(range(30, 40));
        ranges.add(range(20, 30));
        QCOMPARE(ranges.ranges().size(), std::size_t(1));
        QCOMPARE(ranges.ranges()[0], range(10, 40));
    }

    void leavesOutTheEnd()
    {
        TimeRanges ranges;
        ranges.add(range(10, 20));
        QVERIFY(ranges.contains(fromNs(10)));
        QVERIFY(!ranges.contains(fromNs(20)));
        QVERIFY(ranges.contains(range(20, 20)));
        QVERIFY(!ranges.contains(range(19, 21)));
    }

    void tellsWhatIsMissing()
    {
        TimeRanges ranges;
        ranges.add(range(10, 20));
        ranges.add(range(30, 40));
        const std::vector<TimeRange> expected { range(5, 10), range(20, 30), range(40, 45) };
        QCOMPARE(ranges.missing(range(5, 45)), expected);
        QCOMPARE(ranges.missing(range(12, 18)), std::vector<TimeRange>());
    }

    /// Whatever is added and removed: the same instants as a set of them has.
    void isTheSetOfItsInstants()
    {
        SplitMix64 random(9);
        for (int round = 0; round < 2'000; ++round) {
            TimeRanges ranges;
            Instants expected;
            for (int step = 0; step < 12; ++step) {
                const int from = int(random.next() % instants);
                const int to = int(random.next() % (instants + 1));
                const TimeRange part = range(from, to);
                if (random.next() % 3 == 0) {
                    ranges.remove(part);
                    expected &= ~instantsOf(part);
                } else {
                    ranges.add(part);
                    expected |= instantsOf(part);
                }
                QCOMPARE(instantsOf(ranges), expected);
                QVERIFY(areFewest(ranges.ranges()));
                const TimeRange asked = range(to / 2, from);
                QCOMPARE(instantsOf(ranges.missing(asked)), instantsOf(asked) & ~expected);
                QCOMPARE(instantsOf(ranges.within(asked)), instantsOf(asked) & expected);
                QCOMPARE(ranges.contains(asked), (instantsOf(asked) & ~expected).none());
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestTimeRanges)
#include "tst_timeranges.moc"
