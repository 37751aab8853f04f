// What a chart paints in parts must equal what it paints at once, also where a pixel of the layout
// is no whole number of pixels of the screen: at 1.5 here, or as QT_SCALE_FACTOR says.

#include "chartbars.h"
#include "chartcanvas.h"
#include "pricechart.h"

#include <QApplication>
#include <QBackingStore>
#include <QTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp origin = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern

/// Where two pictures differ first, and in how many pixels; empty when nowhere.
QString difference(const QImage &a, const QImage &b)
{
    if (a.size() != b.size())
        return u"sizes"_s;
    QRect where;
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            if (a.pixel(x, y) == b.pixel(x, y))
                continue;
            where |= QRect(x, y, 1, 1);
            ++count;
        }
    }
    if (count == 0)
        return {};
    return u"%1 pixels within %2,%3 %4x%5"_s.arg(count)
        .arg(where.x())
        .arg(where.y())
        .arg(where.width())
        .arg(where.height());
}

} // namespace

class TestChartPixels : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    ChartSeries m_series;
    PriceChart *m_chart = nullptr;

    /// What was painted so far, in pixels of the screen.
    QImage painted() const
    {
        const QPaintDevice *device = m_window->backingStore()->paintDevice();
        return device->devType() == QInternal::Image ? static_cast<const QImage *>(device)->copy()
                                                     : QImage();
    }
    /// What differs from a repaint of everything; empty when nothing does.
    QString traces()
    {
        QCoreApplication::sendPostedEvents();
        const QImage parts = painted();
        if (parts.isNull())
            return u"no picture"_s;
        for (QWidget *layer : m_chart->findChildren<QWidget *>())
            layer->update();
        QCoreApplication::sendPostedEvents();
        return difference(parts, painted());
    }
    void tick(Price price)
    {
        Candle last;
        const ChartBar bar = m_series.bar(m_series.lastKey());
        last.start = bar.start;
        last.open = Price::fromDouble(bar.open);
        last.high = Price::fromDouble(bar.high);
        last.low = Price::fromDouble(bar.low);
        last.close = price;
        last.volume = Qty::whole(qint64(bar.volume));
        m_series.apply(chartbars::update({ last }, false));
    }

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(1'003, 611);
        m_chart = new PriceChart(m_window.get());
        m_chart->setGeometry(7, 5, 987, 601); // at 1.5 begins within a pixel of the screen
        m_series.setInstrument(u"AAPL"_s, {});
        m_series.apply(chartbars::update(chartbars::walk(300, origin, 1min)));
        m_chart->setSeries(&m_series);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QTest::qWait(40); // a frame
    }
    void cleanup() { m_window.reset(); }

    void theCrosshairLeavesNothingBehind()
    {
        SplitMix64 random(5);
        for (int i = 0; i < 40; ++i) {
            QTest::mouseMove(m_chart, QPoint(int(random.below(987)), int(random.below(601))));
            const QString wrong = traces();
            if (i == 20) {
                painted().save(u"/tmp/h-p/all.png"_s);
            }
            QVERIFY2(wrong.isEmpty(), qPrintable(u"move %1: %2"_s.arg(i).arg(wrong)));
        }
    }

    void theNewestBarLeavesNothingBehind()
    {
        const ChartBar bar = m_series.bar(m_series.lastKey());
        for (int i = 0; i <= 20; ++i) {
            tick(Price::fromDouble(bar.low + (bar.high - bar.low) * i / 20));
            const QString wrong = traces();
            QVERIFY2(wrong.isEmpty(), qPrintable(u"tick %1: %2"_s.arg(i).arg(wrong)));
        }
    }

    /// The first part after a change makes the picture that later ones are taken from.
    void thePictureHasEveryPixel()
    {
        auto *canvas = m_chart->findChild<ChartCanvas *>();
        for (const QRect &part : { QRect(0, 0, 492, 601), QRect(492, 0, 495, 601) })
            canvas->repaint(part);
        const QString wrong = traces();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
};

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_SCALE_FACTOR"))
        qputenv("QT_SCALE_FACTOR", "1.5");
    QApplication application(argc, argv);
    TestChartPixels test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_chartpixels.moc"
