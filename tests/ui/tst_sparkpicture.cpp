#include "sparkpicture.h"

#include <QtTest>

using namespace tapeline;

namespace {

/// The brightest row of a column.
int lineAt(const QImage &image, int x)
{
    int best = 0;
    for (int y = 1; y < image.height(); ++y)
        if (qAlpha(image.pixel(x, y)) > qAlpha(image.pixel(x, best)))
            best = y;
    return best;
}

} // namespace

class TestSparkPicture : public QObject
{
    Q_OBJECT

private slots:
    void risesFromLowestToHighest()
    {
        for (const qreal ratio : { 1.0, 2.0 }) {
            const QImage image = sparkPicture({ 1, 2, 3, 4 }, { 40, 20 }, Qt::green, ratio);
            QCOMPARE(image.size(), QSize(40, 20) * ratio);
            QVERIFY(lineAt(image, 0) >= image.height() - 1 - 2 * ratio);
            QVERIFY(lineAt(image, image.width() - 1) <= 2 * ratio);
            for (int x = 1; x < image.width(); ++x)
                QVERIFY(lineAt(image, x) <= lineAt(image, x - 1));
        }
    }

    void hasTheColour()
    {
        const QImage image = sparkPicture({ 1, 1 }, { 40, 20 }, QColor(10, 200, 30), 4);
        QCOMPARE(image.pixelColor(80, 40), QColor(10, 200, 30));
        QCOMPARE(image.pixelColor(80, 10).alpha(), 0);
    }

    /// A single peak, narrower than a pixel's share of the width, is not lost.
    void showsAPeak()
    {
        QList<double> values(64, 1.0);
        values[31] = 5;
        const QImage image = sparkPicture(values, { 64, 20 }, Qt::red, 1);
        int highest = image.height();
        for (int x = 0; x < image.width(); ++x)
            highest = std::min(highest, lineAt(image, x));
        QVERIFY(highest <= 6);
    }

    void tooLittleIsEmpty()
    {
        for (const QList<double> &values : { QList<double>(), QList<double> { 3 } }) {
            const QImage image = sparkPicture(values, { 40, 20 }, Qt::red, 1);
            for (int x = 0; x < image.width(); ++x)
                QCOMPARE(qAlpha(image.pixel(x, lineAt(image, x))), 0);
        }
        QVERIFY(sparkPicture({ 1, 2 }, {}, Qt::red, 1).isNull());
    }
};

QTEST_GUILESS_MAIN(TestSparkPicture)
#include "tst_sparkpicture.moc"
