#include "decoderways.h"
#include "linereader.h"
#include "randomframes.h"
#include "shared.h"

#include <QtTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

/// All ways through StreamDecoder lead to the same, and to what another reading says.
class TestDecoderWays : public QObject
{
    Q_OBJECT

private slots:
    void randomFrames()
    {
        DecoderWays ways;
        RandomFrames frames(2026);
        int refused = 0;
        std::array<int, std::variant_size_v<MarketEvent>> seen {};
        std::size_t books = 0;
        qint64 unknown = 0;
        qint64 invalid = 0;
        qint64 rounded = 0;
        for (int i = 0; i < 40'000; ++i) {
            const std::string frame = frames.next();
            const std::string difference = ways.take(frame);
            QVERIFY2(difference.empty(), qPrintable(said(difference, frame)));
            refused += ways.wasRefused() ? 1 : 0;
            for (const MarketEvent &event : ways.batch().events)
                ++seen[event.index()];
            books += ways.batch().depths.size();
            unknown += ways.batch().unknown;
            invalid += ways.batch().invalid;
            rounded += ways.batch().rounded;
        }
        // The test would say nothing if a way were hardly taken
        for (const int count : seen)
            QVERIFY(count > 500);
        QVERIFY(books > 500);
        QVERIFY(refused > 1'000 && refused < 20'000);
        QVERIFY(unknown > 500 && invalid > 500 && rounded > 100);
        QVERIFY(ways.ways().expected > 10'000);
        QVERIFY(ways.ways().byName > 1'000);
        QVERIFY(ways.ways().tree > 1'000);
    }

    /// Short frames: the first object has few bytes before it and the last few behind.
    void tinyFrames()
    {
        const char *const seeds[] = { R"([{"p":1,"s":2,"ev":"T","sym":"A","t":9000000001}])",
                                      R"([{"c":[1],"ev":"Q","sym":"A","bp":1,"t":1}])",
                                      R"([{"s":"","t":1,"ev":"T"}])",
                                      R"([{"ev":"Q"}])",
                                      R"([{"t":1,"ev":"V","T":"A","val":3}])",
                                      R"([{"c":[],"c":[],"ev":"V","T":"A","t":1,"val":3}])" };
        DecoderWays ways;
        for (const std::string seed : seeds) {
            for (std::size_t length = 0; length <= seed.size(); ++length) {
                for (const std::string &frame :
                     { seed.substr(0, length), seed.substr(0, length) + seed.substr(1),
                       seed.substr(0, length) + "}]", "[" + seed.substr(length) }) {
                    const std::string difference = ways.take(frame);
                    QVERIFY2(difference.empty(), qPrintable(said(difference, frame)));
                }
            }
        }
    }

    /// An order of names that was seen is expected; one that changes is learnt anew.
    /// A shape that was learnt from a number meets a bracket that nothing closes, and bytes that
    /// would go on if the frame did.
    void aBracketWhereANumberWas()
    {
        const std::string start = R"([{"ev":"T","sym":"AB","p":1,"s":1,"t":1786629600123,"c":)";
        for (const char *end : { "[},", "[}", "[1}", "[1,}", "[1,2}]", "[1}]", "[[1]}]" }) {
            test::DecoderWays ways;
            QCOMPARE(ways.take(start + "1}]"), std::string());
            QCOMPARE(ways.take(start + end), std::string());
            QVERIFY(ways.wasRefused());
            QCOMPARE(ways.take(start + "[14]}]"), std::string());
        }
    }

    /// Of one byte, where a text was.
    void aBareDigitWhereATextWas()
    {
        test::DecoderWays ways;
        const std::string start = R"([{"ev":"T","sym":"AB","p":1,"s":1,"t":1786629600123,"ds":)";
        for (const char *size : { R"("1.5")", "5", "0", R"("")", "1.5" })
            QCOMPARE(ways.take(start + size + "}]"), std::string());
    }

    void learnsTheOrderOfNames()
    {
        const std::string before = R"([{"ev":"Q","sym":"A","bp":1.5,"ap":2,"t":1786629600123}])";
        const std::string after = R"([{"ev":"Q","t":1786629600123,"sym":"A","ap":2,"bp":1.5}])";
        DecoderWays ways;
        for (const std::string &frame : { before, after }) {
            const StreamDecoder::Ways start = ways.ways();
            for (int i = 0; i < 100; ++i)
                QCOMPARE(ways.take(frame), std::string());
            QCOMPARE(ways.ways().byName - start.byName, 1);
            QCOMPARE(ways.ways().expected - start.expected, 99);
            QCOMPARE(ways.ways().tree - start.tree, 0);
        }
    }

    /// Where names come in any order at all, nothing is lost but time; what settles is learnt
    /// again.
    void learnsAgainAfterDisorder()
    {
        std::vector<std::string> names { R"("bp":1)",           R"("ap":2)", R"("bs":3)",
                                         R"("as":4)",           R"("bx":5)", R"("ax":6)",
                                         R"("t":1786629600123)" };
        DecoderWays ways;
        SplitMix64 draws(3);
        const auto frame = [&names] {
            std::string text = R"([{"ev":"Q","sym":"A")";
            for (const std::string &name : names)
                text += "," + name;
            return text + "}]";
        };
        for (int i = 0; i < 2'000; ++i) {
            std::swap(names[draws.below(7)], names[draws.below(7)]);
            QCOMPARE(ways.take(frame()), std::string());
        }
        for (int i = 0; i < 100; ++i)
            QCOMPARE(ways.take(frame()), std::string());
        const qint64 expected = ways.ways().expected;
        QCOMPARE(ways.take(frame()), std::string());
        QCOMPARE(ways.ways().expected, expected + 1);
    }

    void recordedFrames()
    {
        SHARED_OR_SKIP();
        for (const QString &file : { u"data/ws/BAC_2013-10-07_0929-0935_TQ.jsonl.gz"_s,
                                     u"data/ws/IBM_2013-10-08_0925-1000_TQ.jsonl.gz"_s }) {
            Result<LineReader> reader = LineReader::open(sharedFile(file));
            QVERIFY(reader);
            DecoderWays ways;
            for (std::string_view line; reader->next(line);) {
                const std::string difference = ways.take(line);
                QVERIFY2(difference.empty(), qPrintable(said(difference, line)));
            }
            QVERIFY2(ways.ways().expected > 100 * (ways.ways().byName + ways.ways().tree),
                     "nearly all objects have a shape seen before");
        }
    }

private:
    static QString said(std::string_view difference, std::string_view frame)
    {
        return QString::fromLatin1(difference.data(), qsizetype(difference.size())) + u" in "_s
            + QString::fromLatin1(frame.data(), qsizetype(frame.size()));
    }
};

QTEST_GUILESS_MAIN(TestDecoderWays)
#include "tst_decoderways.moc"
