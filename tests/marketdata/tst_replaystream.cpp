#include "replaystream.h"

#include "frametime.h"
#include "shared.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstMs = 1'786'629'600'000;

QByteArray frameAt(qint64 ms, int number)
{
    return QStringLiteral(R"([{"ev":"T","sym":"A","p":1,"s":%1,"t":%2}])")
        .arg(number)
        .arg(ms)
        .toUtf8();
}

/// A replay with everything it has said.
struct Player
{
    explicit Player(const QString &file, double speed = 1, const WallClock *wall = nullptr)
        : replay(file, speed, wall)
    {
        QObject::connect(&replay, &StreamProvider::frameReceived, &replay,
                         [this](const QByteArray &frame, qint64) { frames += frame; });
        QObject::connect(&replay, &StreamProvider::stateChanged, &replay,
                         [this](StreamState state, const QString &detail) {
                             states += state;
                             lastDetail = detail;
                         });
        QObject::connect(&replay, &StreamProvider::finished, &replay, [this] { ++ends; });
        QObject::connect(&replay, &ReplayStream::progress, &replay,
                         [this](qint64 market, qint64 first, qint64 last) {
                             progress = { market, first, last };
                         });
    }

    ReplayStream replay;
    QByteArrayList frames;
    QList<StreamState> states;
    QString lastDetail;
    QList<qint64> progress;
    int ends = 0;
};

} // namespace

class TestReplayStream : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void playsByTheFramesOwnTimes()
    {
        const QString file = write({ frameAt(firstMs, 0), frameAt(firstMs, 1),
                                     frameAt(firstMs + 2'000, 2), frameAt(firstMs + 4'000, 3) });
        Player player(file, 10);
        QElapsedTimer timer;
        timer.start();
        player.replay.start();
        QTRY_VERIFY(player.frames.size() >= 2);
        QTRY_VERIFY(player.frames.size() >= 3);
        QVERIFY2(timer.elapsed() >= 195, "two seconds at ten times the speed");
        QTRY_COMPARE(player.ends, 1);
        QVERIFY(timer.elapsed() >= 395);
        QCOMPARE(player.frames.last(), frameAt(firstMs + 4'000, 3));
        QVERIFY(player.frames.last().capacity() >= player.frames.last().size() + 64);
        QCOMPARE(player.states, (QList { StreamState::Live, StreamState::Offline }));
        QCOMPARE(player.progress,
                 (QList<qint64> { (firstMs + 4'000) * 1'000'000, firstMs * 1'000'000,
                                  (firstMs + 4'000) * 1'000'000 }));
        QVERIFY(!player.replay.isPlaying());
    }

    void pausesAndGoesOn()
    {
        ManualWallClock clock;
        Player player(write({ frameAt(firstMs, 0), frameAt(firstMs + 300, 1) }), 1, &clock);
        player.replay.start();
        QTRY_COMPARE(player.frames.size(), 1);
        clock.advance(200ms);
        player.replay.pause();
        QVERIFY(!player.replay.isPlaying());
        clock.advance(10s);
        QTest::qWait(350);
        QCOMPARE(player.frames.size(), 1);

        player.replay.resume();
        clock.advance(99ms);
        QTest::qWait(150);
        QCOMPARE(player.frames.size(), 1);
        clock.advance(1ms);
        QTRY_COMPARE(player.ends, 1);
        QCOMPARE(player.frames.size(), 2);
    }

    void changesSpeedOnTheWay()
    {
        Player player(write({ frameAt(firstMs, 0), frameAt(firstMs + 60'000, 1) }), 1);
        player.replay.start();
        QTRY_COMPARE(player.frames.size(), 1);
        player.replay.setSpeed(1000);
        QTRY_COMPARE(player.ends, 1);
    }

    void keepsTheOrderOfTheFile()
    {
        const QByteArrayList frames { frameAt(firstMs + 50, 0), frameAt(firstMs, 1),
                                      "[{\"ev\":\"status\",\"status\":\"x\"}]", "broken",
                                      frameAt(firstMs + 60, 2) };
        Player player(write(frames), 1);
        player.replay.start();
        QTRY_COMPARE(player.ends, 1);
        QCOMPARE(player.frames, frames);
    }

    void beginsWithTheFirstTime()
    {
        Player player(write({ "[{\"ev\":\"status\",\"status\":\"connected\"}]",
                              {},
                              frameAt(firstMs, 0),
                              frameAt(firstMs + 20, 1) }),
                      1);
        player.replay.start();
        QTRY_COMPARE(player.ends, 1);
        QCOMPARE(player.frames.size(), 3);
        QCOMPARE(player.progress.value(1), firstMs * 1'000'000);
    }

    void findsTheEndAlongside()
    {
        QByteArrayList frames;
        for (int i = 0; i < 2'000; ++i)
            frames += frameAt(firstMs + i * 1'000, i);
        Player player(write(frames), 1);
        player.replay.start();
        QTRY_COMPARE(player.progress.value(2), (firstMs + 1'999'000) * 1'000'000);
        QVERIFY(player.frames.size() < 100);
        player.replay.stop();
        QCOMPARE(player.states.last(), StreamState::Offline);
        QCOMPARE(player.ends, 0);
    }

    void aTurnStaysShort()
    {
        // All at one instant: due at once, and still spread over turns
        QByteArrayList frames;
        for (int i = 0; i < 100'000; ++i)
            frames += frameAt(firstMs, i);
        Player player(write(frames), 1000);
        player.replay.start();
        qsizetype most = 0;
        while (player.ends == 0) {
            const qsizetype before = player.frames.size();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 0);
            most = std::max(most, player.frames.size() - before);
        }
        QCOMPARE(player.frames.size(), 100'000);
        QVERIFY2(most < 50'000, qPrintable(u"%1 frames in one turn"_s.arg(most)));
    }

    void stopsWhereItIsToldTo()
    {
        Player player(write({ frameAt(firstMs, 0), frameAt(firstMs, 1), frameAt(firstMs, 2) }), 1);
        connect(&player.replay, &StreamProvider::frameReceived, &player.replay,
                &ReplayStream::stop);
        player.replay.start();
        QTRY_COMPARE(player.states.last(), StreamState::Offline);
        QCOMPARE(player.frames.size(), 1);
        QCOMPARE(player.ends, 0);
    }

    void playsAgainFromTheBeginning()
    {
        Player player(write({ frameAt(firstMs, 0), frameAt(firstMs + 10, 1) }), 1);
        player.replay.start();
        QTRY_COMPARE(player.ends, 1);
        player.replay.start();
        QTRY_COMPARE(player.ends, 2);
        QCOMPARE(player.frames.size(), 4);
    }

    void filesThatCannotBePlayed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("reason");
        QTest::newRow("missing") << QByteArray() << u"cannot be opened"_s;
        QTest::newRow("empty") << QByteArray("\n \n") << u"holds no frames"_s;
        QTest::newRow("broken gzip")
            << QByteArray("\x1f\x8b\x08\x00garbage that is no gzip", 27) << u"cannot be read"_s;
    }

    void filesThatCannotBePlayed()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, reason);
        const QString path
            = content.isEmpty() ? m_folder.filePath(u"none.jsonl"_s) : write({ content });
        Player player(path, 1);
        player.replay.start();
        QCOMPARE(player.states.last(), StreamState::Refused);
        QVERIFY2(player.lastDetail.contains(reason), qPrintable(player.lastDetail));
        QVERIFY(!player.replay.isPlaying());
    }

    void theRecordedMorning()
    {
        SHARED_OR_SKIP();
        Player player(tapeline::test::sharedFile(u"data/ws/BAC_2013-10-07_0929-0935_TQ.jsonl.gz"_s),
                      1000);
        player.replay.start();
        QTRY_COMPARE_WITH_TIMEOUT(player.ends, 1, 20'000);
        QCOMPARE(player.frames.size(), 2'960);
    }

    void frameTimes_data()
    {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<qint64>("ms");
        const auto row = [](const char *name, const char *frame, qint64 ms) {
            QTest::newRow(name) << QByteArray(frame) << ms;
        };
        row("trade", R"([{"ev":"T","s":5,"t":1786629600123,"q":1}])", 1'786'629'600'123);
        row("spaced", R"([{"t" : 1786629600123}])", 1'786'629'600'123);
        row("text", R"([{"t":"1786629600123"}])", 1'786'629'600'123);
        row("nanoseconds", R"([{"ev":"LULD","t":1786629600123000000}])", 1'786'629'600'123);
        row("bar", R"([{"ev":"A","s":1786629600000,"e":1786629601000}])", 1'786'629'600'000);
        row("t is a value", R"([{"x":"t","t":1786629600123}])", 1'786'629'600'123);
        row("of the first event", R"([{"ev":"T","t":1786629600123},{"t":1786629600999}])",
            1'786'629'600'123);
        row("status", R"([{"ev":"status","status":"x"}])", -1);
        row("a size is no time", R"([{"ev":"T","s":1786629600}])", -1);
        row("nothing", "", -1);
        row("cut", "[{\"t\":", -1);
    }

    void frameTimes()
    {
        QFETCH(const QByteArray, frame);
        QFETCH(const qint64, ms);
        const std::optional<Timestamp> time = frameTime(frame);
        QCOMPARE(time ? toMs(*time) : -1, ms);
    }

private:
    QString write(const QByteArrayList &lines)
    {
        const QString path = m_folder.filePath(u"%1.jsonl"_s.arg(m_files++));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(lines.join('\n') + '\n') < 0)
            QTest::qFail("cannot write", __FILE__, __LINE__);
        return path;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestReplayStream)
#include "tst_replaystream.moc"
