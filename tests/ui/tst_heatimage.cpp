#include "bookmodel.h"
#include "heatimage.h"
#include "writtendepth.h"

#include <QPainter>
#include <QTest>

using namespace tapeline;
using namespace tapeline::test;

namespace {

const QColor unknown = Qt::red;
const QColor none = Qt::black;
const QColor full = Qt::white;

qint64 indexOf(Timestamp time)
{
    return time.time_since_epoch() / Duration(250ms);
}

} // namespace

class TestHeatImage : public QObject
{
    Q_OBJECT

    static HeatImage imageOf(const HeatImage::Window &window)
    {
        HeatImage image;
        image.setColors(unknown, none, Qt::gray, full);
        image.setFullSize(5'000);
        image.setWindow(window);
        return image;
    }
    /// A size in one row, in a column of time.
    static BookUpdate wallAt(qint64 index)
    {
        BookUpdate update;
        update.columnLength = 250ms;
        BookColumn &column = update.columns.emplace_back();
        column.start = Timestamp(update.columnLength * index);
        column.rows = { { 10, Qty::whole(9'000), {} } };
        return update;
    }
    static QImage drawn(const HeatImage &image, qint64 first, qint64 last)
    {
        QImage picture(300, 200, QImage::Format_RGB32);
        picture.fill(Qt::magenta);
        QPainter painter(&picture);
        image.draw(painter, picture.rect(), first, last);
        return picture;
    }

private slots:
    /// The ring, filled step by step, is what it is when painted anew.
    void stepsAndTheWholeAreTheSame_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 20; ++seed)
            QTest::addRow("%llu", seed) << seed;
    }
    void stepsAndTheWholeAreTheSame()
    {
        QFETCH(quint64, seed);
        SplitMix64 random(seed);
        WrittenDepth depth(seed);
        BookModel model;
        const HeatImage::Window window { 25'030, 60, 64 };
        HeatImage steps = imageOf(window);
        for (int round = 0; round < 40; ++round) {
            BookUpdate update = depth.next(1 + int(random.below(6)));
            if (random.below(8) == 0)
                update.columns.front().afterGap = true;
            if (random.below(3) == 0 && update.columns.size() > 2) // nothing changed for a while
                update.columns.erase(update.columns.begin() + 1, update.columns.end() - 1);
            update.isBroken = random.below(10) == 0;
            update.time += random.below(2) * 2s; // trades and other venues are ahead of its quotes
            model.apply(update);
            steps.advance(model, indexOf(model.time()));
        }
        const qint64 last = indexOf(model.time()) + 3;
        steps.advance(model, last);
        HeatImage whole = imageOf(window);
        whole.advance(model, last);
        QCOMPARE(drawn(steps, last - 63, last), drawn(whole, last - 63, last));
    }

    void brighterIsMore()
    {
        BookModel model;
        BookUpdate update;
        update.columnLength = 250ms;
        BookColumn column;
        column.start = Timestamp(Duration(250ms) * 100);
        column.rows = { { 8, Qty::whole(70), {} },
                        { 10, Qty::whole(50), {} },
                        { 11, {}, Qty::whole(2'000) },
                        { 12, {}, Qty::whole(9'000) } };
        update.columns = { column };
        update.time = column.start;
        model.apply(update);
        HeatImage image = imageOf({ 20, 20, 16 });
        image.advance(model, 102);
        QVERIFY(image.colorAt(10, 100).lightness() < image.colorAt(11, 100).lightness());
        QCOMPARE(image.colorAt(12, 100), full);
        QCOMPARE(image.colorAt(9, 100), none); // between levels nothing rested
        QCOMPARE(image.colorAt(13, 100), unknown); // beyond the levels that were told
        QCOMPARE(image.colorAt(12, 102), full); // nothing has changed since
        QCOMPARE(image.colorAt(12, 99), unknown);
        QVERIFY(!image.colorAt(12, 103).isValid());
    }

    void nothingIsKnownWithinAGap()
    {
        BookModel model;
        BookUpdate update = wallAt(100);
        model.apply(update);
        HeatImage image = imageOf({ 20, 20, 64 });
        image.advance(model, 105);
        QCOMPARE(image.colorAt(10, 105), full); // as far as one knows
        update = wallAt(110);
        update.columns.front().afterGap = true;
        model.apply(update);
        image.advance(model, 110);
        QCOMPARE(image.colorAt(10, 100), full);
        QCOMPARE(image.colorAt(10, 105), unknown);
        QCOMPARE(image.colorAt(10, 110), full);
    }

    void ofABrokenBookNothingIsKnownSince()
    {
        BookModel model;
        BookUpdate update = wallAt(100);
        model.apply(update);
        HeatImage image = imageOf({ 20, 20, 64 });
        image.advance(model, 104);
        QCOMPARE(image.colorAt(10, 104), full);
        update.columns.clear();
        update.isBroken = true;
        model.apply(update);
        image.advance(model, 108);
        QCOMPARE(image.colorAt(10, 100), full);
        QCOMPARE(image.colorAt(10, 101), unknown);
        QCOMPARE(image.colorAt(10, 108), unknown);
    }

    void columnsThatAreNotThereAreLeftOut()
    {
        HeatImage image = imageOf({ 20, 20, 16 });
        BookModel empty;
        image.advance(empty, 5);
        QCOMPARE(drawn(image, 0, 15).pixelColor(10, 10), QColor(Qt::magenta));
    }
};

QTEST_GUILESS_MAIN(TestHeatImage)
#include "tst_heatimage.moc"
