#include "tapeprints.h"
#include "tapespeed.h"

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
void run(TapeSpeed &speed, Duration from, Duration to, int aSecond)
{
    for (Duration time = from; time < to; time += Duration(1s) / aSecond)
        speed.add(at(time));
}

bool near(double value, double expected)
{
    return std::abs(value - expected) <= expected * 0.02 + 1e-9;
}

} // namespace

class TestTapeSpeed : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void nothingYet()
    {
        const TapeSpeed speed;
        QCOMPARE(speed.now(start).prints, 0.0);
        QCOMPARE(speed.usual(start).prints, 0.0);
        QCOMPARE(speed.ratio(start), 0.0);
    }

    void anEvenTapeRunsAtItsUsualSpeed()
    {
        TapeSpeed speed;
        run(speed, 0s, 60s, 20);
        const Timestamp time = start + 60s - 1ns;
        QVERIFY2(near(speed.now(time).prints, 20),
                 qPrintable(QString::number(speed.now(time).prints)));
        QVERIFY(near(speed.now(time).shares, 2'000));
        QVERIFY(near(speed.usual(time).prints, 20));
        QVERIFY(near(speed.ratio(time), 1));
    }

    void aBurstShowsAndSilenceEndsIt()
    {
        TapeSpeed speed;
        run(speed, 0s, 60s, 10);
        run(speed, 60s, 62s, 80);
        const Timestamp time = start + 62s - 1ns;
        QVERIFY(near(speed.now(time).prints, 80));
        QVERIFY(near(speed.ratio(time), 80 / ((600 + 160) / 62.0)));
        QCOMPARE(speed.now(start + 64s).prints, 0.0);
        QCOMPARE(speed.ratio(start + 64s), 0.0);
        QVERIFY(speed.usual(start + 64s).prints > 10);
    }

    void theFirstSecondsAreNoAverage()
    {
        TapeSpeed speed;
        run(speed, 0s, 9s, 10);
        QCOMPARE(speed.ratio(start + 9s), 0.0);
        QVERIFY(speed.now(start + 9s - 1ns).prints > 9);
        run(speed, 9s, 11s, 10);
        QVERIFY(near(speed.ratio(start + 11s - 1ns), 1));
    }

    void fiveMinutesBackAreForgotten()
    {
        TapeSpeed speed;
        run(speed, 0s, 60s, 100);
        run(speed, 60s, 420s, 10);
        QVERIFY(near(speed.usual(start + 420s - 1ns).prints, 10));
        speed.clear();
        QCOMPARE(speed.usual(start + 420s).prints, 0.0);
    }

    /// Where the plan has no trades, a line is a second: how many trades it was is not known.
    void secondsCountAsSharesAlone()
    {
        TapeSpeed speed;
        for (int second = 0; second < 30; ++second) {
            TapePrint bar = at(second * 1s, second < 28 ? 500 : 1'500);
            bar.origin = PrintOrigin::SecondBar;
            speed.add(bar);
        }
        const Timestamp time = start + 30s - 1ns;
        QCOMPARE(speed.now(time).prints, 0.0);
        QVERIFY(near(speed.now(time).shares, 1'500));
        QVERIFY(near(speed.ratio(time), 1'500 / ((28 * 500 + 2 * 1'500) / 30.0)));
    }

    void restatedAuctionsAndLateTimesDoNoHarm()
    {
        TapeSpeed speed;
        run(speed, 0s, 20s, 10);
        TapePrint official = at(20s - 1ns, 1'000'000);
        official.trade.conditions = { condition::officialOpen };
        speed.add(official);
        speed.add(at(-3h)); // late: it is told now
        const Timestamp time = start + 20s - 1ns;
        QVERIFY(speed.now(time).shares < 2'000);
        QVERIFY(near(speed.now(time).prints, 10.5));
    }
};

QTEST_GUILESS_MAIN(TestTapeSpeed)
#include "tst_tapespeed.moc"
