#include "barblob.h"
#include "barplanes.h"
#include "randombars.h"

#include <QtTest>

#include <zstd.h>

#include <limits>

using namespace tapeline;
using namespace tapeline::test;

namespace {

const Timestamp monday = fromMs(1'704'103'200'000);

std::vector<Candle> decoded(const QByteArray &blob)
{
    std::vector<Candle> bars;
    return barblob::decode(blob, bars) ? bars : std::vector<Candle>();
}

bool comesBack(const std::vector<Candle> &bars)
{
    const Result<QByteArray> blob = barblob::encode(bars);
    std::vector<Candle> back;
    return blob && barblob::decode(*blob, back) && areSame(back, bars);
}

/// What is in the frame of a blob, to be changed behind the checksum's back.
std::vector<char> contentOf(const QByteArray &blob)
{
    std::vector<char> content(
        ZSTD_getFrameContentSize(blob.data() + 1, std::size_t(blob.size()) - 1));
    ZSTD_decompress(content.data(), content.size(), blob.data() + 1, std::size_t(blob.size()) - 1);
    return content;
}

QByteArray blobOf(const std::vector<char> &content)
{
    QByteArray blob(qsizetype(1 + ZSTD_compressBound(content.size())), barblob::version);
    blob.truncate(qsizetype(1
                            + ZSTD_compress(blob.data() + 1, std::size_t(blob.size()) - 1,
                                            content.data(), content.size(), 1)));
    return blob;
}

} // namespace

class TestBarBlob : public QObject
{
    Q_OBJECT

private slots:
    void barsOfAStockComeBack()
    {
        for (const std::size_t count : { 0, 1, 2, 255, 256, 257, 4'096, 20'000 })
            QVERIFY(comesBack(stockBars(count, count, monday)));
    }

    void anythingComesBack()
    {
        for (quint64 seed = 1; seed <= 60; ++seed) {
            SplitMix64 random(seed);
            std::vector<Candle> bars(random.below(600));
            for (Candle &bar : bars)
                bar = anyBar(random);
            QVERIFY2(comesBack(bars), qPrintable(QString::number(seed)));
        }
    }

    /// One odd bar changes how all of them are held.
    void oneOddBarAmongOthersComesBack()
    {
        for (quint64 seed = 1; seed <= 200; ++seed) {
            SplitMix64 random(seed);
            std::vector<Candle> bars = stockBars(50 + random.below(300), seed, monday);
            bars[random.below(bars.size())] = anyBar(random);
            QVERIFY2(comesBack(bars), qPrintable(QString::number(seed)));
        }
    }

    void everyKindOfVwapComesBack_data()
    {
        QTest::addColumn<double>("vwap");
        for (const double vwap :
             { 0.0, -0.0, 12.0, 12.34, 12.3456, 12.345678, 12.34567891, 1e15, 1.0 / 3,
               std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity() })
            QTest::addRow("%.10g", vwap) << vwap;
    }
    void everyKindOfVwapComesBack()
    {
        QFETCH(double, vwap);
        std::vector<Candle> bars = stockBars(300, 7, monday);
        for (Candle &bar : bars)
            bar.vwap = vwap;
        QVERIFY(comesBack(bars));
        bars[120].vwap = 0;
        QVERIFY(comesBack(bars));
    }

    void barsAreAppended()
    {
        const std::vector<Candle> bars = stockBars(500, 3, monday);
        std::vector<Candle> back(bars.begin(), bars.begin() + 200);
        QVERIFY(barblob::decode(*barblob::encode(std::span(bars).subspan(200)), back));
        QVERIFY(areSame(back, bars));
    }

    /// A month of minutes takes some 8 bytes a bar; rows take more than 60.
    void barsOfAStockAreSmall()
    {
        const QByteArray blob = *barblob::encode(stockBars(20'000, 1, monday));
        QVERIFY2(blob.size() < 20'000 * 10, qPrintable(QString::number(blob.size() / 20'000.0)));
    }

    void tooManyAreRefused()
    {
        const Result<QByteArray> blob
            = barblob::encode(std::vector<Candle>(barblob::maximumBars + 1));
        QVERIFY(!blob);
        QCOMPARE(blob.error().code, Error::Code::InvalidArgument);
    }

    void everyChangedBitIsFound()
    {
        const std::vector<Candle> bars = stockBars(40, 5, monday);
        const QByteArray blob = *barblob::encode(bars);
        for (qsizetype i = 0; i < blob.size() * 8; ++i) {
            QByteArray changed = blob;
            changed[i / 8] = char(changed[i / 8] ^ (1 << (i % 8)));
            std::vector<Candle> back(3);
            const Result<void> read = barblob::decode(changed, back);
            // Some bits of a frame say nothing about what is in it
            if (read)
                QVERIFY(areSame(std::span(back).subspan(3), bars));
            else
                QCOMPARE(back.size(), std::size_t(3));
        }
    }

    void whatIsMissingOrTooMuchIsFound()
    {
        const QByteArray blob = *barblob::encode(stockBars(40, 5, monday));
        for (qsizetype size = 0; size < blob.size(); ++size)
            QVERIFY(decoded(blob.first(size)).empty());
        QVERIFY(decoded(blob + "x").empty());
        QVERIFY(decoded(blob + blob.sliced(1)).empty());
        QByteArray newer = blob;
        newer[0] = 2;
        QVERIFY(decoded(newer).empty());
    }

    void garbageIsRefused()
    {
        SplitMix64 random(11);
        for (int i = 0; i < 2'000; ++i) {
            QByteArray garbage(qsizetype(random.below(200)), '\0');
            for (char &byte : garbage)
                byte = char(random.next());
            if (i % 2 && !garbage.isEmpty())
                garbage[0] = barblob::version;
            QVERIFY(decoded(garbage).empty());
        }
    }

    /// Somebody may have made the checksum right: no number in it is believed.
    void anyContentIsTakenOrRefused()
    {
        const std::vector<char> content = contentOf(*barblob::encode(stockBars(40, 5, monday)));
        SplitMix64 random(13);
        int taken = 0;
        for (int i = 0; i < 20'000; ++i) {
            std::vector<char> changed = content;
            for (quint64 n = 1 + random.below(4); n > 0; --n)
                changed[random.below(n % 2 ? barblob::Head::size : changed.size())]
                    = char(random.next());
            if (random.below(4) == 0)
                changed.resize(random.below(changed.size()));
            std::vector<Candle> bars;
            if (!barblob::decode(blobOf(changed), bars))
                QVERIFY(bars.empty());
            else
                ++taken;
        }
        QVERIFY(taken > 100); // else the test says nothing
    }

    void sizesThatAreLiesAreRefused()
    {
        std::vector<char> content = contentOf(*barblob::encode(stockBars(40, 5, monday)));
        const barblob::Head head = barblob::Head::read(content.data());
        for (const quint32 count : { 0u, 39u, 41u, 0x7FFF'FFFFu, 0xFFFF'FFFFu }) {
            barblob::Head changed = head;
            changed.count = count;
            changed.write(content.data());
            QVERIFY(decoded(blobOf(content)).empty());
        }
        barblob::Head wide = head;
        wide.widths.fill(9);
        wide.write(content.data());
        QVERIFY(decoded(blobOf(content)).empty());
    }
};

QTEST_GUILESS_MAIN(TestBarBlob)
#include "tst_barblob.moc"
