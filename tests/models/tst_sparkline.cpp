#include "sparkline.h"

#include "splitmix64.h"

#include <QtTest>

#include <algorithm>

using namespace tapeline;

namespace {

constexpr Timestamp origin = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern

}

class TestSparkLine : public QObject
{
    Q_OBJECT

private slots:
    void onePointASecondAtFirst()
    {
        SparkLine line;
        for (int i = 0; i < 60; ++i)
            line.add(origin + i * 1s, 10 + i);
        QCOMPARE(line.values().size(), 60);
        QCOMPARE(line.values().first(), 10.0);
        line.add(origin + 59s + 500ms, 99);
        QCOMPARE(line.values().size(), 60);
        QCOMPARE(line.values().last(), 99.0);
    }

    /// A whole day of random trades: never more points than allowed, from the first value's
    /// neighbourhood to the newest value, every point a value that was traded, evenly spaced.
    void aDayFits()
    {
        SplitMix64 random(4);
        SparkLine line;
        Timestamp time = origin;
        double value = 100;
        double low = value;
        double high = value;
        for (int i = 0; i < 20'000; ++i) {
            time += Duration(qint64(random.below(2'300'000'000)));
            value += (double(random.below(201)) - 100) / 1'000;
            low = std::min(low, value);
            high = std::max(high, value);
            line.add(time, value);
            QVERIFY(line.values().size() <= SparkLine::capacity);
            QCOMPARE(line.values().last(), value);
        }
        QVERIFY(line.values().size() > SparkLine::capacity / 2 - 1);
        for (const double point : line.values())
            QVERIFY(point >= low && point <= high);
    }

    void aQuietTimeIsFlat()
    {
        SparkLine line;
        line.add(origin, 5);
        line.add(origin + 10s, 8);
        QCOMPARE(line.values(), QList<double>({ 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 8 }));
    }

    void anotherDayOrAnEarlierTimeStartsAnew()
    {
        SparkLine line;
        line.add(origin, 5);
        line.add(origin + 1s, 6);
        line.add(origin + 20h, 7);
        QCOMPARE(line.values(), QList<double>({ 7 }));
        line.add(origin, 8);
        QCOMPARE(line.values(), QList<double>({ 8 }));
        line.add(origin - 10s, 9); // a little late: still the newest
        QCOMPARE(line.values(), QList<double>({ 9 }));
    }

    void theRevisionTellsWhatCanBeSeen()
    {
        SparkLine line;
        line.add(origin, 100);
        line.add(origin + 1s, 110);
        const int before = line.revision();
        line.add(origin + 1s, 110.01); // a thousandth of the range
        QCOMPARE(line.revision(), before);
        line.add(origin + 1s, 105);
        QVERIFY(line.revision() != before);
    }
};

QTEST_GUILESS_MAIN(TestSparkLine)
#include "tst_sparkline.moc"
