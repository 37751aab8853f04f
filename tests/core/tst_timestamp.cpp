#include "clocks.h"
#include "timestamp.h"

#include <QtTest>

#include <thread>

using namespace tapeline;

class TestTimestamp : public QObject
{
    Q_OBJECT

private slots:
    void unitIsToldByMagnitude()
    {
        const Timestamp time = fromNs(1'381'152'600'614'000'000); // 2013-10-07
        QCOMPARE(timestampByMagnitude(1'381'152'600),
                 std::chrono::floor<std::chrono::seconds>(time));
        QCOMPARE(timestampByMagnitude(1'381'152'600'614), time);
        QCOMPARE(timestampByMagnitude(1'381'152'600'614'000), time);
        QCOMPARE(timestampByMagnitude(1'381'152'600'614'000'000), time);
    }

    void marketDatesOfFiftyYearsAreReadAlike()
    {
        for (qint64 seconds = 300'000'000; seconds < 4'000'000'000; seconds += 86'400'000) {
            const Timestamp time = fromMs(seconds * 1'000);
            for (qint64 scale :
                 { Q_INT64_C(1), Q_INT64_C(1'000), Q_INT64_C(1'000'000), Q_INT64_C(1'000'000'000) })
                QCOMPARE(timestampByMagnitude(seconds * scale), time);
        }
    }

    void nothingIsTheEpoch()
    {
        QCOMPARE(timestampByMagnitude(0), Timestamp());
        QCOMPARE(timestampByMagnitude(-5), Timestamp());
    }

    void millisecondsRoundToThePast()
    {
        QCOMPARE(toMs(fromNs(1'999'999)), 1);
        QCOMPARE(toMs(fromNs(-1)), -1);
    }

    void learnedClockRunsOnBetweenEvents()
    {
        ManualWallClock wall;
        LearnedMarketClock clock(wall);
        QVERIFY(!clock.isSet());
        QCOMPARE(clock.now(), wall.utc());

        clock.observe(fromMs(1'000));
        QVERIFY(clock.isSet());
        wall.advance(250ms);
        QCOMPARE(clock.now(), fromMs(1'250));
        clock.observe(fromMs(1'100)); // an older event does not set it back
        QCOMPARE(clock.now(), fromMs(1'250));
        clock.observe(fromMs(9'000));
        QCOMPARE(clock.now(), fromMs(9'000));
    }

    void learnedClockHasASpeed()
    {
        ManualWallClock wall;
        LearnedMarketClock clock(wall);
        clock.reset(fromMs(5'000), 10);
        wall.advance(100ms);
        QCOMPARE(clock.now(), fromMs(6'000));
        clock.observe(fromMs(8'000)); // keeps the speed
        wall.advance(100ms);
        QCOMPARE(clock.now(), fromMs(9'000));
        clock.reset(fromMs(1'000)); // only a reset goes back
        QCOMPARE(clock.now(), fromMs(1'000));
    }

    void readersNeverSeeHalfAChange()
    {
        ManualWallClock wall;
        LearnedMarketClock clock(wall);
        constexpr qint64 far = 1'000'000'000'000;
        clock.reset(fromNs(far));
        std::atomic<bool> done { false };
        std::thread writer([&] {
            for (qint64 i = 1; i <= 200'000; ++i)
                clock.observe(fromNs(far + i));
            done = true;
        });
        Timestamp last = clock.now();
        bool forward = true;
        while (!done) {
            const Timestamp now = clock.now();
            forward = forward && now >= last && now <= fromNs(far + 200'000);
            last = now;
        }
        writer.join();
        QVERIFY(forward);
        QCOMPARE(clock.now(), fromNs(far + 200'000));
    }

    void systemClocksAgreeWithQt()
    {
        const SystemWallClock wall;
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const qint64 now = toMs(wall.utc());
        QVERIFY(now >= before && now <= QDateTime::currentMSecsSinceEpoch());
        const Duration first = wall.monotonic();
        QVERIFY(wall.monotonic() >= first);
    }
};

QTEST_GUILESS_MAIN(TestTimestamp)
#include "tst_timestamp.moc"
