#include "alerttracker.h"
#include "splitmix64.h"

#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double unknown = noValue;

/// What a condition means, read off the whole course up to a place: no state is carried along.
bool comesAbout(AlertCondition condition, const std::vector<AlertReading> &course, std::size_t at)
{
    const AlertReading &now = course[at];
    if (!now.isKnown())
        return false;
    const auto holds = [condition](const AlertReading &reading) {
        return condition == AlertCondition::Above ? reading.side() > 0
            : condition == AlertCondition::Below  ? reading.side() < 0
            : condition == AlertCondition::Rising ? reading.side() >= 0
                                                  : reading.side() <= 0;
    };
    switch (condition) {
    case AlertCondition::Above:
    case AlertCondition::Below:
    case AlertCondition::Rising:
    case AlertCondition::Falling: {
        // Unless it held already when it was last known
        for (std::size_t before = at; before-- > 0;)
            if (course[before].isKnown())
                return holds(now) && !holds(course[before]);
        return holds(now);
    }
    default:
        break;
    }
    if (at == 0 || !course[at - 1].isKnown())
        return false;
    const int before = course[at - 1].side();
    const int side = now.side();
    switch (condition) {
    case AlertCondition::Crossing:
        return before * side <= 0 && before != 0;
    case AlertCondition::CrossingUp:
        return before < 0 && side >= 0;
    case AlertCondition::CrossingDown:
        return before > 0 && side <= 0;
    case AlertCondition::Entering:
        return before != 0 && side != before;
    default:
        return before != side && (before == 0 || side != 0);
    }
}

} // namespace

class TestAlertTracker : public QObject
{
    Q_OBJECT

    /// Where in the course it fires.
    static QList<int> firesAt(AlertCondition condition, const std::vector<AlertReading> &course)
    {
        AlertTracker tracker(condition);
        QList<int> places;
        for (std::size_t at = 0; at < course.size(); ++at)
            if (tracker.take(course[at]))
                places.append(int(at));
        return places;
    }

private slots:
    void conditions_data()
    {
        QTest::addColumn<int>("condition");
        QTest::addColumn<QList<double>>("values"); // against 100, or the room 100 to 102
        QTest::addColumn<QList<int>>("places");
        const auto row = [](const char *name, AlertCondition condition, QList<double> values,
                            QList<int> places) {
            QTest::newRow(name) << int(condition) << std::move(values) << std::move(places);
        };
        using Condition = AlertCondition;
        row("the first value only tells the side", Condition::Crossing, { 101 }, {});
        row("up", Condition::Crossing, { 99, 101 }, { 1 });
        row("down", Condition::Crossing, { 101, 99 }, { 1 });
        row("a gap across", Condition::Crossing, { 50, 150, 20 }, { 1, 2 });
        row("a touch counts once", Condition::Crossing, { 99, 100, 101 }, { 1 });
        row("a touch and back counts once", Condition::Crossing, { 99, 100, 99 }, { 1 });
        row("lying on the line is one touch", Condition::Crossing, { 99, 100, 100, 100 }, { 1 });
        row("touched twice", Condition::Crossing, { 99, 100, 99, 100 }, { 1, 3 });
        row("leaving the line at first is none", Condition::Crossing, { 100, 101, 99 }, { 2 });
        row("only up", Condition::CrossingUp, { 99, 101, 99, 100 }, { 1, 3 });
        row("from above to the line is not up", Condition::CrossingUp, { 101, 100, 101 }, {});
        row("only down", Condition::CrossingDown, { 99, 101, 99, 101, 100 }, { 2, 4 });
        row("unknown values break off", Condition::Crossing, { 99, unknown, 101, 99 }, { 3 });
        row("above is strict", Condition::Above, { 99, 100, 100.01 }, { 2 });
        row("above holds at first", Condition::Above, { 101 }, { 0 });
        row("above begins once", Condition::Above, { 99, 101, 102, 99, 103 }, { 1, 4 });
        row("above went on unseen", Condition::Above, { 101, unknown, 102 }, { 0 });
        row("below began unseen", Condition::Below, { 101, unknown, 99, 98 }, { 2 });
        row("entering from below", Condition::Entering, { 99, 101, 101.5 }, { 1 });
        row("entering from above by its edge", Condition::Entering, { 103, 102, 101 }, { 1 });
        row("right across is entering", Condition::Entering, { 99, 103 }, { 1 });
        row("right across is leaving", Condition::Leaving, { 99, 103 }, { 1 });
        row("leaving", Condition::Leaving, { 101, 102, 102.5, 103 }, { 2 });
        row("inside at first is not entered", Condition::Entering, { 101, 99, 101 }, { 2 });
        row("risen as far as asked", Condition::Rising, { 99, 100, 101 }, { 1 });
        row("fallen as far as asked", Condition::Falling, { 101, 100, 99, 101, 98 }, { 1, 4 });
    }
    void conditions()
    {
        QFETCH(const int, condition);
        QFETCH(const QList<double>, values);
        QFETCH(const QList<int>, places);
        const bool isRoom = AlertCondition(condition) == AlertCondition::Entering
            || AlertCondition(condition) == AlertCondition::Leaving;
        std::vector<AlertReading> course;
        for (const double value : values)
            course.push_back({ value, 100, isRoom ? 102.0 : 100.0 });
        QCOMPARE(firesAt(AlertCondition(condition), course), places);
    }

    void aBreakForgetsTheSideAndNothingElse()
    {
        AlertTracker crossing(AlertCondition::Crossing);
        QVERIFY(!crossing.take(AlertReading::ofLine(99, 100)));
        crossing.breakOff();
        QVERIFY(!crossing.take(AlertReading::ofLine(101, 100)));
        QVERIFY(crossing.take(AlertReading::ofLine(99, 100)));
        AlertTracker above(AlertCondition::Above);
        QVERIFY(above.take(AlertReading::ofLine(101, 100)));
        above.breakOff();
        QVERIFY(!above.take(AlertReading::ofLine(102, 100)));
    }

    /// Lines that move, values that are not known, many touches.
    void itIsWhatTheWholeCourseSays_data()
    {
        QTest::addColumn<int>("condition");
        for (int condition = 0; condition < alertConditionCount; ++condition)
            QTest::addRow("condition %d", condition) << condition;
    }
    void itIsWhatTheWholeCourseSays()
    {
        QFETCH(const int, condition);
        const auto own = AlertCondition(condition);
        const bool isRoom = own == AlertCondition::Entering || own == AlertCondition::Leaving;
        int fired = 0;
        for (quint64 seed = 1; seed <= 200; ++seed) {
            SplitMix64 random(mixKeys(seed, condition));
            std::vector<AlertReading> course;
            for (int i = 0; i < 120; ++i) {
                const double low = double(98 + random.below(5));
                const double value = double(96 + random.below(9));
                course.push_back({ random.below(12) == 0 ? unknown : value, low,
                                   isRoom ? low + double(random.below(3)) : low });
            }
            AlertTracker tracker(own);
            for (std::size_t at = 0; at < course.size(); ++at) {
                const bool fires = tracker.take(course[at]);
                fired += fires ? 1 : 0;
                QVERIFY2(fires == comesAbout(own, course, at),
                         qPrintable(u"seed %1, place %2"_s.arg(seed).arg(at)));
            }
        }
        QVERIFY(fired > 1'000);
    }
};

QTEST_GUILESS_MAIN(TestAlertTracker)
#include "tst_alerttracker.moc"
