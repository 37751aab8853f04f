#include "tapeprints.h"
#include "tapepace.h"

#include <QRegularExpression>
#include <QTest>

using namespace tapeline;

namespace {

/// A second begins here, and a slot of the average.
constexpr Timestamp start = tapeprints::origin;

TapePrint at(Duration after, qint64 shares = 100)
{
    TapePrint print = tapeprints::print(1, PrintSide::AtAsk, shares);
    print.trade.time = start + after;
    return print;
}

/// So many prints a second from one time to another, evenly.
void run(TapePace &pace, Duration from, Duration to, int aSecond)
{
    for (Duration time = from; time < to; time += Duration(1s) / aSecond)
        pace.add(at(time));
}

bool near(double value, double expected)
{
    return std::abs(value - expected) <= expected * 0.02 + 1e-9;
}

} // namespace

class TestTapePace : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void nothingYet()
    {
        TapePace pace;
        QCOMPARE(pace.now(start).printsPerSecond, 0.0);
        QCOMPARE(pace.usual(start).printsPerSecond, 0.0);
        QCOMPARE(pace.ratio(start), 0.0);
    }

    void anEvenTapeRunsAtItsUsualSpeed()
    {
        TapePace pace;
        run(pace, 0s, 60s, 20);
        const Timestamp time = start + 60s - 1ns;
        QVERIFY2(near(pace.now(time).printsPerSecond, 20),
                 qPrintable(QString::number(pace.now(time).printsPerSecond)));
        QVERIFY(near(pace.now(time).sharesPerSecond, 2'000));
        QVERIFY(near(pace.usual(time).printsPerSecond, 20));
        QVERIFY(near(pace.ratio(time), 1));
    }

    void aBurstShowsAndSilenceEndsIt()
    {
        TapePace pace;
        run(pace, 0s, 60s, 10);
        run(pace, 60s, 62s, 80);
        const Timestamp time = start + 62s - 1ns;
        QVERIFY(near(pace.now(time).printsPerSecond, 80));
        QVERIFY(near(pace.ratio(time), 80 / ((600 + 160) / 62.0)));
        QCOMPARE(pace.now(start + 64s).printsPerSecond, 0.0);
        QCOMPARE(pace.ratio(start + 64s), 0.0);
        QVERIFY(pace.usual(start + 64s).printsPerSecond > 10);
    }

    void theFirstSecondsAreNoAverage()
    {
        TapePace pace;
        run(pace, 0s, 9s, 10);
        QCOMPARE(pace.ratio(start + 9s), 0.0);
        QVERIFY(pace.now(start + 9s - 1ns).printsPerSecond > 9);
        run(pace, 9s, 11s, 10);
        QVERIFY(near(pace.ratio(start + 11s - 1ns), 1));
    }

    void fiveMinutesBackAreForgotten()
    {
        TapePace pace;
        run(pace, 0s, 60s, 100);
        run(pace, 60s, 420s, 10);
        QVERIFY(near(pace.usual(start + 420s - 1ns).printsPerSecond, 10));
        pace.clear();
        QCOMPARE(pace.usual(start + 420s).printsPerSecond, 0.0);
    }

    /// Where the plan has no trades, a line is a second: how many trades it was is not known.
    void secondsCountAsSharesAlone()
    {
        TapePace pace;
        for (int second = 0; second < 30; ++second) {
            TapePrint bar = at(second * 1s, second < 28 ? 500 : 1'500);
            bar.origin = PrintOrigin::SecondBar;
            pace.add(bar);
        }
        const Timestamp time = start + 30s - 1ns;
        QCOMPARE(pace.now(time).printsPerSecond, 0.0);
        QVERIFY(near(pace.now(time).sharesPerSecond, 1'500));
        QVERIFY(near(pace.ratio(time), 1'500 / ((28 * 500 + 2 * 1'500) / 30.0)));
    }

    void restatedAuctionsAndLateTimesDoNoHarm()
    {
        TapePace pace;
        run(pace, 0s, 20s, 10);
        TapePrint official = at(20s - 1ns, 1'000'000);
        official.trade.conditions = { condition::officialOpen };
        pace.add(official);
        pace.add(at(-3h)); // late: it is told now
        const Timestamp time = start + 20s - 1ns;
        QVERIFY(pace.now(time).sharesPerSecond < 2'000);
        QVERIFY(near(pace.now(time).printsPerSecond, 10.5));
    }
};

QTEST_GUILESS_MAIN(TestTapePace)
#include "tst_tapepace.moc"
