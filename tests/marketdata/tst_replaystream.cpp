#include "replaystream.h"

#include "depthframes.h"
#include "frametime.h"
#include "sequencedbook.h"
#include "shared.h"
#include "splitmix64.h"
#include "streamdecoder.h"

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

/// What a file plays, all of it at once.
QByteArrayList played(const QString &file)
{
    QByteArrayList frames;
    const Result<std::unique_ptr<ReplayFrames>> recording = ReplayFrames::open(file);
    if (!recording)
        return frames;
    for (ReplayFrame frame; (*recording)->next(frame);)
        frames += frame.bytes;
    return frames;
}

std::vector<BookLevel> best(std::span<const BookLevel> levels)
{
    const auto shown = levels.first(std::min(levels.size(), DepthFrames::mostLevels));
    return { shown.begin(), shown.end() };
}

/// Reads a recording with depth itself, and what is played of it as a desk would.
class PlayedDepth
{
public:
    explicit PlayedDepth(const QString &file)
        : m_frames(*ReplayFrames::open(file))
        , m_recording(*DepthRecording::open(file, m_symbols))
        , m_decoder(m_symbols, AssetClass::Crypto)
    {
    }

    /// Compares frame by frame; ends with the first that differs.
    void compare()
    {
        for (DepthRecord record; m_recording.next(record);) {
            if (record.kind == DepthRecordKind::Trade)
                compareTrade(record.trade);
            else if (record.kind == DepthRecordKind::Quote)
                compareQuote(record.quote);
            else
                compareBook(record.book);
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(m_recording.status());
        QVERIFY(!m_frames->next(m_frame));
    }

    std::map<InstrumentId, SequencedBook> books;
    int trades = 0;
    int quotes = 0;
    int depths = 0;

private:
    /// The next frame, decoded.
    const EventBatch &next()
    {
        m_batch.clear();
        if (!m_frames->next(m_frame) || !m_decoder.decode(m_frame.bytes, m_batch))
            QTest::qFail("no frame, or a broken one", __FILE__, __LINE__);
        return m_batch;
    }
    void compareTrade(const Trade &trade)
    {
        ++trades;
        const EventBatch &batch = next();
        QCOMPARE(batch.events.size(), std::size_t(1));
        Trade expected = trade;
        expected.exchange = trade.exchange == 4 ? 10 : trade.exchange;
        QVERIFY(std::get<Trade>(batch.events[0]) == expected);
    }
    void compareQuote(const Quote &quote)
    {
        ++quotes;
        // It has no time of its own
        const Timestamp expected = std::max(m_frame.time, quote.time);
        const EventBatch &batch = next();
        QCOMPARE(m_frame.time, expected);
        QCOMPARE(batch.events.size(), std::size_t(1));
        const Quote &shown = std::get<Quote>(batch.events[0]);
        QCOMPARE(shown.instrument, quote.instrument);
        QCOMPARE(shown.time, expected);
        QCOMPARE(shown.bid, quote.bid);
        QCOMPARE(shown.ask, quote.ask);
        if (quote.bidSize.isZero() && quote.askSize.isZero())
            return; // Coinbase: those of the book
        QCOMPARE(shown.bidSize, quote.bidSize);
        QCOMPARE(shown.askSize, quote.askSize);
    }
    void compareBook(const DepthUpdate &update)
    {
        SequencedBook &book = books[update.instrument];
        if (book.apply(update) != SequencedBook::Outcome::Applied)
            return;
        if (++depths % 5 != 1) { // long ones: a part of them tells
            QVERIFY(m_frames->next(m_frame));
            QVERIFY(m_frame.bytes.startsWith("[{\"ev\":\"XL2\""));
            return;
        }
        const EventBatch &batch = next();
        QCOMPARE(batch.depths.size(), std::size_t(1));
        const DepthUpdate &shown = batch.depths[0];
        QVERIFY(shown.isSnapshot);
        QCOMPARE(shown.instrument, update.instrument);
        QCOMPARE(shown.time, book.time());
        QVERIFY(shown.bids == best(book.bids()));
        QVERIFY(shown.asks == best(book.asks()));
    }

    SymbolTable m_symbols;
    std::unique_ptr<ReplayFrames> m_frames;
    ReplayFrame m_frame;
    DepthRecording m_recording;
    StreamDecoder m_decoder;
    EventBatch m_batch;
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

    /// A pair that is seen for the first time, and one that was quiet.
    void quotesTakeTheTimeOfTheFrameBefore()
    {
        const auto trade = [](const QByteArray &pair, qint64 ms) -> QByteArray {
            return "{\"k\":\"T\",\"pair\":\"" + pair
                + "\",\"p\":\"10\",\"s\":\"1\",\"i\":\"1\",\"t\":" + QByteArray::number(ms)
                + ",\"x\":1}";
        };
        const auto quote = [](const QByteArray &pair) -> QByteArray {
            return "{\"k\":\"Q\",\"pair\":\"" + pair
                + "\",\"bp\":\"9\",\"bs\":\"1\",\"ap\":\"11\",\"as\":\"1\",\"x\":1}";
        };
        const QString file = write({ trade("BTC-USD", firstMs), trade("ETH-USD", firstMs + 5'000),
                                     quote("DOGE-USD"), quote("BTC-USD") });
        const Result<std::unique_ptr<ReplayFrames>> recording = ReplayFrames::open(file);
        QVERIFY(recording);
        SymbolTable symbols;
        StreamDecoder decoder(symbols, AssetClass::Crypto);
        EventBatch batch;
        for (ReplayFrame frame; (*recording)->next(frame);)
            QVERIFY(decoder.decode(frame.bytes, batch));
        QVERIFY((*recording)->status());
        QCOMPARE(batch.events.size(), 4U);
        QCOMPARE(std::get<Quote>(batch.events[2]).time, fromMs(firstMs + 5'000));
        QCOMPARE(std::get<Quote>(batch.events[3]).time, fromMs(firstMs + 5'000));
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
        QTest::newRow("no record")
            << QByteArray("{\"k\":\"T\"}") << u"line 1: no line of a depth recording"_s;
        QTest::newRow("other objects") << QByteArray("{\"a\":1}\n{}") << u"holds no frames"_s;
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

    void recordedDepth_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("pairs");
        QTest::addColumn<int>("trades");
        QTest::addColumn<int>("quotes");
        QTest::addColumn<int>("depths");
        // Two of the changes before the snapshot are in it; the third, and all after it, count
        QTest::newRow("Binance") << u"BTC-USDT_binance-spot_2024-08-08_l2.jsonl.gz"_s << 1 << 9'757
                                 << 28'040 << 1 + 3'451 - 3;
        QTest::newRow("Coinbase") << u"coinbase_10pairs_2021-04-17_l2.jsonl.gz"_s << 10 << 97 << 107
                                  << -1;
    }

    void recordedDepth()
    {
        SHARED_OR_SKIP();
        QFETCH(const QString, file);
        QFETCH(const int, depths);
        PlayedDepth depth(tapeline::test::sharedFile(u"data/crypto/"_s + file));
        depth.compare();
        QTEST(int(depth.books.size()), "pairs");
        QTEST(depth.trades, "trades");
        QTEST(depth.quotes, "quotes");
        QVERIFY(depths < 0 ? depth.depths > 9'000 : depth.depths == depths);
    }

    void theRecordedBooksPlay()
    {
        SHARED_OR_SKIP();
        Player player(
            tapeline::test::sharedFile(u"data/crypto/coinbase_10pairs_2021-04-17_l2.jsonl.gz"_s),
            1000);
        player.replay.start();
        QTRY_COMPARE_WITH_TIMEOUT(player.ends, 1, 60'000);
        QVERIFY(player.frames.size() > 9'000);
        QCOMPARE(player.progress[1], Q_INT64_C(1618677817077) * 1'000'000);
        QVERIFY(player.progress[2] > player.progress[1] + Q_INT64_C(30'000'000'000));
    }

    /// The rules of a numbered book, in the service's own words.
    void writtenDepth()
    {
        const QString file = write({
            R"({"k":"U","pair":"BTC-USDT","x":4,"t":1723161255000,"U":5,"u":6,"b":[[9,1]],"a":[]})",
            "",
            R"({"k":"U","pair":"BTC-USDT","x":4,"t":1723161255001,"U":7,"u":9,"b":[[10,2]],"a":[]})",
            R"({"k":"Q","pair":"BTC-USDT","x":4,"u":8,"bp":10,"bs":1.5,"ap":11,"as":0.25})",
            R"({"k":"S","pair":"BTC-USDT","x":4,"t":1723161254000,"u":8,"b":[[8.5,4]],"a":[[11,1],[12,1e-8]]})",
            R"({"k":"T","pair":"BTC-USDT","x":4,"t":1723161255002,"i":"37","p":11.5,"s":0.00000001,"c":[2]})",
            R"({"k":"U","pair":"BTC-USDT","x":4,"t":1723161255003,"U":9,"u":9,"b":[[10,7]],"a":[]})",
            R"({"k":"U","pair":"BTC-USDT","x":4,"t":1723161255004,"U":11,"u":12,"b":[[10,8]],"a":[]})",
            R"({"k":"U","pair":"BTC-USDT","x":4,"t":1723161255005,"U":13,"u":13,"b":[[10,9]],"a":[]})",
            R"({"k":"S","pair":"BTC-USDT","x":4,"t":1723161255006,"u":12,"b":[[9,3]],"a":[[11,5]]})",
            R"({"k":"?","pair":"BTC-USDT"})",
        });
        const QByteArrayList expected {
            R"([{"ev":"XQ","pair":"BTC-USDT","bp":10,"bs":1.5,"ap":11,"as":0.25,"x":10,"t":1723161255001}])",
            R"([{"ev":"XL2","pair":"BTC-USDT","b":[[10,2],[8.5,4]],"a":[[11,1],[12,0.00000001]],"x":10,"t":1723161255001}])",
            R"([{"ev":"XT","pair":"BTC-USDT","p":11.5,"s":0.00000001,"c":[2],"i":"37","x":10,"t":1723161255002}])",
            // The tenth change is missing: the book is not known until it comes whole
            R"([{"ev":"XL2","pair":"BTC-USDT","b":[],"a":[],"x":10,"t":1723161255004}])",
            R"([{"ev":"XL2","pair":"BTC-USDT","b":[[10,9],[9,3]],"a":[[11,5]],"x":10,"t":1723161255006}])",
        };
        QCOMPARE(played(file), expected);
        Player player(file, 1000);
        player.replay.start();
        QTRY_COMPARE(player.ends, 1);
        QCOMPARE(player.frames, expected);
        QCOMPARE(player.lastDetail, u"The recording has been played to its end."_s);
        QVERIFY(player.frames.last().capacity() >= player.frames.last().size() + 64);
    }

    /// Coinbase: no numbers, and best quotes without sizes, which the book knows.
    void writtenDepthWithoutNumbers()
    {
        const QString file = write({
            R"({"k":"U","pair":"SKL-BTC","x":1,"t":1618677817000,"b":[[0.00001303,7]],"a":[]})",
            R"({"k":"Q","pair":"SKL-BTC","x":1,"t":1618677816000,"bp":0.00001302,"ap":0.00001305})",
            R"({"k":"S","pair":"SKL-BTC","x":1,"t":1618677817001,"b":[[0.00001302,5]],"a":[[0.00001305,6]]})",
            R"({"k":"Q","pair":"SKL-BTC","x":1,"t":1618677817000,"bp":0.00001302,"ap":0.00001306})",
            R"({"k":"U","pair":"SKL-BTC","x":1,"t":1618677817002,"b":[[0.00001302,0]],"a":[]})",
        });
        const QByteArrayList expected {
            R"([{"ev":"XQ","pair":"SKL-BTC","bp":0.00001302,"bs":0,"ap":0.00001305,"as":0,"x":1,"t":1618677816000}])",
            R"([{"ev":"XL2","pair":"SKL-BTC","b":[[0.00001302,5]],"a":[[0.00001305,6]],"x":1,"t":1618677817001}])",
            R"([{"ev":"XQ","pair":"SKL-BTC","bp":0.00001302,"bs":5,"ap":0.00001306,"as":0,"x":1,"t":1618677817001}])",
            R"([{"ev":"XL2","pair":"SKL-BTC","b":[],"a":[[0.00001305,6]],"x":1,"t":1618677817002}])",
        };
        QCOMPARE(played(file), expected);
    }

    void depthIsCutToAThousandLevels()
    {
        QByteArray bids;
        for (int i = 1; i <= 1'500; ++i)
            bids += (i > 1 ? ",[" : "[") + QByteArray::number(i) + ",1]";
        const QByteArrayList frames = played(
            write({ R"({"k":"S","pair":"A-USD","x":1,"t":1618677817001,"b":[)" + bids + "]}" }));
        QCOMPARE(frames.size(), 1);
        QCOMPARE(frames[0].count("],["), 999);
        QVERIFY(frames[0].contains("\"b\":[[1500,1],[1499,1],"));
        QVERIFY(frames[0].contains(",[501,1]],\"a\":[]"));
    }

    /// What a lost line said about a book would be missing from it, so nothing goes on behind one.
    void brokenDepthEnds_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : { "{", "[{\"ev\":\"T\"}]", "x", R"({"k":"T"})",
                                  R"({"k":"U","pair":"A-USD","t":1618677817002,"b":[[1,-1]]})",
                                  R"({"k":"U","pair":"A-USD","t":1618677817002,"b":[[-1,1]]})",
                                  R"({"k":"U","pair":"A-USD","t":1618677817002,"b":[[1e300,1]]})",
                                  R"({"k":"U","pair":"","t":1618677817002,"b":[]})" })
            QTest::newRow(line) << QByteArray(line);
    }

    void brokenDepthEnds()
    {
        QFETCH(const QByteArray, line);
        const QByteArray whole
            = R"({"k":"S","pair":"A-USD","x":1,"t":1618677817001,"b":[[1,1]],"a":[]})";
        Player player(write({ whole, line, whole }), 1000);
        player.replay.start();
        QTRY_COMPARE(player.ends, 1);
        QCOMPARE(player.frames.size(), 1);
        QCOMPARE(player.states.last(), StreamState::Offline);
        QCOMPARE(player.lastDetail,
                 u"The recording breaks off: line 2: no line of a depth recording"_s);
    }

    /// Whatever happens to the lines: what is played can be decoded, and the end is a plain one.
    void mutatedDepth()
    {
        const QByteArray whole
            = QByteArrayList(
                  {
                      R"({"k":"S","pair":"A-USD","x":1,"t":1618677817001,"u":8,"b":[[1,1],[0.5,2]],"a":[[2,1]]})",
                      R"({"k":"U","pair":"A-USD","x":1,"t":1618677817002,"U":9,"u":9,"b":[[1,0]],"a":[[2,3]]})",
                      R"({"k":"Q","pair":"A-USD","x":1,"u":9,"bp":0.5,"ap":2})",
                      R"({"k":"T","pair":"A-USD","x":1,"t":1618677817003,"i":"7","p":2,"s":0.1,"c":[2]})",
                  })
                  .join('\n');
        SplitMix64 draws(5);
        int frames = 0;
        for (int round = 0; round < 2'000; ++round) {
            QByteArray bytes = whole;
            for (quint64 edits = 1 + draws.below(4); edits > 0; --edits) {
                const auto at = 1 + qsizetype(draws.below(quint64(bytes.size() - 1)));
                if (draws.below(2) == 0)
                    bytes[at] = "{}[],:\"0-9eE.\n\\kSUTQx"[draws.below(22)];
                else
                    bytes.remove(at, 1 + qsizetype(draws.below(6)));
            }
            const QString path = write({ bytes });
            SymbolTable symbols;
            StreamDecoder decoder(symbols, AssetClass::Crypto);
            EventBatch batch;
            for (const QByteArray &frame : played(path)) {
                QVERIFY2(decoder.decode(frame, batch),
                         qPrintable(QString::fromLatin1(bytes + frame)));
                ++frames;
            }
            QFile::remove(path);
        }
        QVERIFY2(frames > 1'000 && frames < 8'000, qPrintable(QString::number(frames)));
    }

    /// Whatever names and ids hold, the frame is one.
    void depthOfStrangeNames()
    {
        const QString file = write({
            R"({"k":"T","pair":"\u0022\u005c-USD","x":1,"t":1618677817001,"i":"\u0000\n\u00e9\u005c","p":1,"s":1})",
            R"({"k":"S","pair":"\u0022\u005c-USD","x":-7,"t":1618677817001,"b":[],"a":[]})",
        });
        SymbolTable symbols;
        StreamDecoder decoder(symbols);
        EventBatch batch;
        const QByteArrayList frames = played(file);
        for (const QByteArray &frame : frames)
            QVERIFY2(decoder.decode(frame, batch), frame.constData());
        QCOMPARE(batch.events.size(), std::size_t(1));
        QCOMPARE(batch.depths.size(), std::size_t(1));
        QVERIFY(std::get<Trade>(batch.events[0]).id.view() == "\\");
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
