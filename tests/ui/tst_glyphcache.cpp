#include "fonts.h"
#include "glyphcache.h"

#include <QPainter>
#include <QtTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QRect cell(10, 4, 200, 22);

QImage canvas(qreal ratio = 1)
{
    QImage image(QSize(220, 30) * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::black);
    return image;
}

QImage drawn(GlyphCache &glyphs, const QString &text, Qt::Alignment alignment, qreal ratio = 1)
{
    QImage image = canvas(ratio);
    QPainter painter(&image);
    glyphs.draw(painter, cell, alignment, text, Qt::white);
    return image;
}

/// First and last column with anything in it; empty when there is none.
QRect inked(const QImage &image)
{
    QRect box;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qGray(image.pixel(x, y)) > 40)
                box |= QRect(x, y, 1, 1);
    return box;
}

/// Of the brightness, 0 to 1, on average over the pixels that either has.
double difference(const QImage &a, const QImage &b)
{
    double sum = 0;
    int pixels = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const int first = qGray(a.pixel(x, y));
            const int second = qGray(b.pixel(x, y));
            if (first == 0 && second == 0)
                continue;
            sum += std::abs(first - second) / 255.0;
            ++pixels;
        }
    return pixels == 0 ? 0 : sum / pixels;
}

} // namespace

class TestGlyphCache : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { loadBundledFonts(); }

    void looksAsDrawTextDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("price") << u"187.4850"_s;
        QTest::newRow("signs") << u"+1.23% -0.45%"_s;
        QTest::newRow("groups") << u"1,234,567"_s;
        QTest::newRow("German") << u"1.234,50 ÄÖÜß"_s;
        QTest::newRow("French") << u"1\u202f234,50"_s;
        QTest::newRow("times") << u"300 × 1,000"_s;
    }

    void looksAsDrawTextDoes()
    {
        QFETCH(const QString, text);
        for (const FontRole role : { FontRole::Text, FontRole::Strong, FontRole::Small }) {
            GlyphCache glyphs;
            glyphs.setFont(deskFont(role), 1);
            QVERIFY(GlyphCache::covers(text));
            QVERIFY(qAbs(glyphs.width(text) - QFontMetricsF(deskFont(role)).horizontalAdvance(text))
                    < 0.5);
            QImage expected = canvas();
            QPainter painter(&expected);
            painter.setFont(deskFont(role));
            painter.setPen(Qt::white);
            painter.drawText(QPointF(cell.x(),
                                     cell.y() + (cell.height() - glyphs.height()) / 2
                                         + std::round(QFontMetricsF(deskFont(role)).ascent())),
                             text);
            const QImage own = drawn(glyphs, text, Qt::AlignLeft);
            QVERIFY(!inked(own).isEmpty());
            QVERIFY2(difference(own, expected) < 0.15,
                     qPrintable(QString::number(difference(own, expected))));
        }
    }

    void alignmentKeepsToTheCell()
    {
        GlyphCache glyphs;
        glyphs.setFont(deskFont(FontRole::Text), 1);
        const QRect right = inked(drawn(glyphs, u"123.45"_s, Qt::AlignRight));
        QVERIFY(right.right() <= cell.right() + 1);
        QVERIFY(right.right() >= cell.right() - 3);
        const QRect left = inked(drawn(glyphs, u"123.45"_s, Qt::AlignLeft));
        QVERIFY(left.left() >= cell.left() - 1 && left.left() <= cell.left() + 3);
        const QRect middle = inked(drawn(glyphs, u"123.45"_s, Qt::AlignHCenter));
        QVERIFY(qAbs(middle.center().x() - cell.center().x()) <= 2);
        for (const QRect &box : { right, left, middle })
            QVERIFY(box.top() > cell.top() && box.bottom() < cell.bottom());
    }

    void digitsDoNotDance()
    {
        GlyphCache glyphs;
        glyphs.setFont(deskFont(FontRole::Text), 1);
        const qreal width = glyphs.width(u"000.00");
        for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
            QString text(u"000.00"_s);
            text.replace(u'0', QChar(digit));
            QCOMPARE(glyphs.width(text), width);
        }
    }

    void otherLettersAreDrawnAllTheSame()
    {
        GlyphCache glyphs;
        glyphs.setFont(deskFont(FontRole::Text), 1);
        QVERIFY(!GlyphCache::covers(u"\u0426\u0435\u043d\u0430"));
        QVERIFY(!inked(drawn(glyphs, u"\u0426\u0435\u043d\u0430"_s, Qt::AlignRight)).isEmpty());
    }

    void aScaledPainterGetsSharpText()
    {
        GlyphCache glyphs;
        glyphs.setFont(deskFont(FontRole::Text), 1);
        QImage image = canvas();
        QPainter painter(&image);
        painter.scale(0.5, 0.5);
        glyphs.draw(painter, cell, Qt::AlignLeft, u"123.45", Qt::white);
        const QRect box = inked(image);
        QVERIFY(!box.isEmpty() && box.right() < cell.left() + cell.width() / 2);
    }

    void highResolutionHasTwiceThePixels()
    {
        GlyphCache glyphs;
        glyphs.setFont(deskFont(FontRole::Text), 1);
        const QRect plain = inked(drawn(glyphs, u"888.88"_s, Qt::AlignLeft));
        glyphs.setFont(deskFont(FontRole::Text), 2);
        const QRect fine = inked(drawn(glyphs, u"888.88"_s, Qt::AlignLeft, 2));
        QVERIFY(qAbs(fine.width() - 2 * plain.width()) <= 3);
        QVERIFY(qAbs(fine.height() - 2 * plain.height()) <= 3);
    }

    void anotherFontForgetsTheOld()
    {
        GlyphCache glyphs;
        glyphs.setFont(deskFont(FontRole::Small), 1);
        const QImage small = drawn(glyphs, u"888.88"_s, Qt::AlignLeft);
        glyphs.setFont(deskFont(FontRole::Large), 1);
        QVERIFY(inked(drawn(glyphs, u"888.88"_s, Qt::AlignLeft)).width() > inked(small).width());
    }

    void manyColoursStayRight()
    {
        GlyphCache glyphs;
        glyphs.setFont(deskFont(FontRole::Strong), 1);
        for (int hue = 0; hue < 360; hue += 5) {
            QImage image = canvas();
            const QColor color = QColor::fromHsv(hue, 255, 255);
            QPainter painter(&image);
            glyphs.draw(painter, cell, Qt::AlignLeft, u"8", color);
            bool found = false;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    found = found || image.pixelColor(x, y).rgb() == color.rgb();
            QVERIFY2(found, qPrintable(color.name()));
        }
    }

    void aNarrowCellEndsInAnEllipsis()
    {
        GlyphCache glyphs;
        glyphs.setFont(deskFont(FontRole::Text), 1);
        QImage image = canvas();
        QPainter painter(&image);
        const QRect narrow(10, 4, 40, 22);
        glyphs.drawElided(painter, narrow, Qt::AlignLeft, u"late settle prior"_s, Qt::white);
        QVERIFY(!inked(image).isEmpty());
        QVERIFY(inked(image).right() <= narrow.right() + 1);
    }
};

QTEST_MAIN(TestGlyphCache)
#include "tst_glyphcache.moc"
