#include "pixelfill.h"
#include "splitmix64.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QTest>

#include <functional>

using namespace tapeline;

namespace {

constexpr QSize pictureSize(160, 90);

/// Format_RGB32 is written directly; ARGB32 is left to the painter.
QImage painted(QImage::Format format, double ratio, const std::function<void(QPainter &)> &paint)
{
    QImage image(pictureSize * ratio, format);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::black);
    {
        QPainter painter(&image);
        paint(painter);
    }
    return image.convertToFormat(QImage::Format_RGB32);
}

QColor anyColor(SplitMix64 &draws)
{
    return QColor::fromRgb(QRgb(draws.below(0x1'000'000)));
}

/// Rectangles, columns and rows in every place, also beyond the edges.
void fillAnything(QPainter &painter, bool expectDirect, quint64 seed)
{
    SplitMix64 draws(seed);
    const auto any = [&](int from, int to) { return from + int(draws.below(quint64(to - from))); };
    PixelFill fill(painter);
    QCOMPARE(fill.isDirect(), expectDirect);
    for (int i = 0; i < 40; ++i) {
        const QRect rect(any(-20, 330), any(-20, 190), any(0, 60), any(0, 60));
        fill.fill(std::span(&rect, 1), anyColor(draws));
    }
    std::vector<PixelColumn> columns;
    for (int x = any(-30, 40); x < 340; x += draws.below(8) == 0 ? any(1, 9) : 1) {
        const int top = any(-10, 60);
        columns.push_back({ x, top, top + any(-2, 120), anyColor(draws).rgb() });
    }
    fill.fillColumns(columns);
    std::vector<QRgb> row(180);
    for (QRgb &pixel : row)
        pixel = draws.below(3) == 0 ? anyColor(draws).rgb() : 0xFF123456;
    fill.fillRows(QRect(any(-20, 30), any(-10, 20), 180, any(1, 30)), row);
}

} // namespace

class TestPixelFill : public QObject
{
    Q_OBJECT

private slots:
    void bothWaysFillTheSamePixels_data()
    {
        QTest::addColumn<double>("ratio");
        QTest::newRow("1") << 1.0;
        QTest::newRow("2") << 2.0;
    }

    void bothWaysFillTheSamePixels()
    {
        QFETCH(const double, ratio);
        for (quint64 seed = 1; seed <= 30; ++seed) {
            const auto paint = [&](bool direct) {
                return [=](QPainter &painter) {
                    if (seed % 3 == 1)
                        painter.translate(7, -5);
                    if (seed % 2 == 1)
                        painter.setClipRect(11, 9, 77, 51);
                    fillAnything(painter, direct, seed);
                };
            };
            const QImage direct = painted(QImage::Format_RGB32, ratio, paint(true));
            const QImage faithful = painted(QImage::Format_ARGB32, ratio, paint(false));
            QVERIFY2(direct == faithful, qPrintable(QString::number(seed)));
            QVERIFY(direct != painted(QImage::Format_RGB32, ratio, [](QPainter &) {}));
        }
    }

    void thePainterCountsAsBeforeAfterwards()
    {
        const QImage image = painted(QImage::Format_RGB32, 2, [](QPainter &painter) {
            painter.translate(3, 4);
            fillAnything(painter, true, 5);
            painter.fillRect(10, 10, 2, 2, Qt::white);
        });
        QCOMPARE(image.pixel(26, 28), qRgb(255, 255, 255));
        QCOMPARE(image.pixel(29, 31), qRgb(255, 255, 255));
    }

    void whatIsNoPlainPictureIsLeftToThePainter()
    {
        const auto isDirect = [](double ratio, const std::function<void(QPainter &)> &prepare) {
            bool direct = true;
            painted(QImage::Format_RGB32, ratio, [&](QPainter &painter) {
                prepare(painter);
                direct = PixelFill(painter).isDirect();
            });
            return direct;
        };
        QVERIFY(isDirect(1, [](QPainter &) {}));
        QVERIFY(!isDirect(1.5, [](QPainter &) {}));
        QVERIFY(!isDirect(1, [](QPainter &painter) { painter.scale(2, 2); }));
        QVERIFY(!isDirect(1, [](QPainter &painter) { painter.translate(0.5, 0); }));
        QVERIFY(!isDirect(1, [](QPainter &painter) { painter.setOpacity(0.5); }));
        QVERIFY(!isDirect(1, [](QPainter &painter) {
            painter.setClipRegion(QRegion(0, 0, 9, 9) + QRegion(20, 0, 9, 9));
        }));
        QVERIFY(!isDirect(1, [](QPainter &painter) {
            QPainterPath circle;
            circle.addEllipse(0, 0, 50, 50);
            painter.setClipPath(circle);
        }));
    }

    /// With and without the painter; what lies outside the area or the clip is left alone.
    void aPictureIsCopiedToItsPlace()
    {
        QImage picture(9, 5, QImage::Format_RGB32);
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                picture.setPixel(x, y, qRgb(20 * x, 40 * y, 90));
        const QRect area(12, 11, 6, 30);
        const QRect clip(0, 0, 40, 14);
        for (const auto format : { QImage::Format_RGB32, QImage::Format_RGB888 }) {
            QImage target(40, 40, format);
            target.fill(Qt::white);
            {
                QPainter painter(&target);
                painter.setClipRect(clip);
                PixelFill fill(painter);
                QCOMPARE(fill.isDirect(), format == QImage::Format_RGB32);
                fill.copyTo(picture, { 10, 10 }, area);
            }
            for (int y = 0; y < target.height(); ++y)
                for (int x = 0; x < target.width(); ++x) {
                    const bool inside = QRect(10, 10, 9, 5).contains(x, y) && area.contains(x, y)
                        && clip.contains(x, y);
                    QCOMPARE(target.pixel(x, y),
                             inside ? picture.pixel(x - 10, y - 10) : QColor(Qt::white).rgb());
                }
        }
    }

    void aTranslucentColourIsBlended()
    {
        const QImage image = painted(QImage::Format_RGB32, 1, [](QPainter &painter) {
            PixelFill fill(painter);
            const QRect rect(0, 0, 4, 4);
            fill.fill(std::span(&rect, 1), QColor(255, 255, 255, 128));
        });
        QCOMPARE(qRed(image.pixel(2, 2)), 128);
    }
};

QTEST_MAIN(TestPixelFill)
#include "tst_pixelfill.moc"
