#include "lineplottable.h"
#include "splitmix64.h"

#include <QTest>

using namespace tapeline;

namespace {

constexpr QRgb background = 0xFF000000;
constexpr QSize plotSize(400, 200);

std::vector<double> anyWalk(std::size_t count, quint64 seed = 1)
{
    SplitMix64 draws(seed);
    std::vector<double> values(count);
    double sum = 0;
    for (double &value : values)
        value = sum += double(draws.below(2'001)) - 1'000;
    return values;
}

/// A plot that is nothing but its line.
struct Fixture
{
    Fixture()
    {
        plot.setViewport(QRect(QPoint(), plotSize));
        plot.setBackground(QBrush(QColor::fromRgb(background)));
        plot.plotLayout()->clear();
        auto *pane = new QCPAxisRect(&plot, false);
        pane->setAutoMargins(QCP::msNone);
        pane->setMargins({});
        keys = pane->addAxis(QCPAxis::atBottom);
        values = pane->addAxis(QCPAxis::atLeft);
        for (QCPAxis *axis : { keys, values }) {
            axis->setVisible(false);
            axis->grid()->setVisible(false);
        }
        plot.plotLayout()->addElement(0, 0, pane);
        line = new LinePlottable(keys, values, series);
        line->setPen(QPen(Qt::white, 1));
    }
    /// All of the series, so many pixels a value.
    void show(double perValue)
    {
        keys->setRange(series.firstKey() - 0.5,
                       series.firstKey() - 0.5 + plotSize.width() / perValue);
        bool found = false;
        QCPRange range = line->getValueRange(found, QCP::sdBoth, keys->range());
        values->setRange(range.lower - range.size() / 9, range.upper + range.size() / 9);
    }
    double yOf(double value) const
    {
        const QCPRange range = values->range();
        return (range.upper - value) / range.size() * plotSize.height();
    }
    QImage paint(double ratio = 1)
    {
        QImage image(plotSize * ratio, QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        image.fill(QColor::fromRgb(background));
        QCPPainter painter(&image);
        plot.toPainter(&painter, plotSize.width(), plotSize.height());
        return image;
    }

    ValueSeries series;
    QCustomPlot plot;
    QCPAxis *keys;
    QCPAxis *values;
    LinePlottable *line;
};

/// The only run of painted pixels of a column; nothing when there is none or they have holes.
std::optional<std::pair<int, int>> runOf(const QImage &image, int x)
{
    std::optional<std::pair<int, int>> run;
    for (int y = 0; y < image.height(); ++y) {
        if (image.pixel(x, y) == background)
            continue;
        if (!run)
            run = { y, y };
        else if (run->second != y - 1)
            return std::nullopt;
        else
            run->second = y;
    }
    return run;
}

} // namespace

class TestLinePlottable : public QObject
{
    Q_OBJECT

private slots:
    void everyColumnHoldsItsValues_data()
    {
        QTest::addColumn<double>("perValue");
        QTest::addColumn<double>("ratio");
        QTest::newRow("two thirds of a value a pixel") << 1.5 << 1.0;
        QTest::newRow("one") << 1.0 << 1.0;
        QTest::newRow("four values a pixel") << 0.25 << 1.0;
        QTest::newRow("four values a pixel, fine screen") << 0.25 << 2.0;
    }

    void everyColumnHoldsItsValues()
    {
        QFETCH(const double, perValue);
        QFETCH(const double, ratio);
        Fixture fixture;
        fixture.series.clear(1'000);
        fixture.series.append(anyWalk(2'000));
        fixture.show(perValue);
        const QImage image = fixture.paint(ratio);
        for (qint64 key = 1'000; key < 1'000 + qint64(plotSize.width() / perValue); ++key) {
            const int x = qFloor(fixture.keys->coordToPixel(double(key)) * ratio + 1e-6);
            const int y = qFloor(fixture.yOf(fixture.series.at(key)) * ratio + 1e-6);
            QVERIFY2(image.pixel(x, y) != background, qPrintable(QString::number(key)));
        }
    }

    void theLineHasNoHoles_data()
    {
        QTest::addColumn<double>("perValue");
        QTest::newRow("1.9") << 1.9;
        QTest::newRow("0.7") << 0.7;
        QTest::newRow("a thousand a pixel") << 0.001;
    }

    void theLineHasNoHoles()
    {
        QFETCH(const double, perValue);
        Fixture fixture;
        fixture.series.append(anyWalk(std::size_t(plotSize.width() / perValue) + 2));
        fixture.show(perValue);
        const QImage image = fixture.paint();
        auto before = runOf(image, 0).value_or(std::pair(0, plotSize.height()));
        for (int x = 1; x < plotSize.width(); ++x) {
            const auto run = runOf(image, x);
            QVERIFY2(run, qPrintable(QString::number(x)));
            QVERIFY2(run->first <= before.second + 1 && run->second >= before.first - 1,
                     qPrintable(QString::number(x)));
            before = *run;
        }
    }

    void manyValuesAColumnAreOneRun()
    {
        Fixture fixture;
        fixture.series.append(anyWalk(400'000));
        fixture.show(0.001);
        const QImage image = fixture.paint();
        const auto rowOf = [&](double value) { return qFloor(fixture.yOf(value) + 1e-6); };
        for (int x = 2; x < plotSize.width() - 2; ++x) {
            // An edge may lie a quarter of a pixel off, and a run reaches to its neighbour
            const ValueRun inner = fixture.series.over(x * 1'000 + 300, x * 1'000 + 700);
            const ValueRun outer = fixture.series.over(x * 1'000 - 300, x * 1'000 + 1'300);
            const auto run = runOf(image, x);
            QVERIFY(run);
            QVERIFY(run->first <= rowOf(inner.high) && run->second >= rowOf(inner.low));
            QVERIFY(run->first >= rowOf(outer.high) && run->second <= rowOf(outer.low));
        }
    }

    void gapsStayEmpty_data()
    {
        QTest::addColumn<double>("perValue");
        QTest::newRow("smooth") << 4.0;
        QTest::newRow("columns") << 1.0;
    }

    void gapsStayEmpty()
    {
        QFETCH(const double, perValue);
        Fixture fixture;
        std::vector<double> values = anyWalk(std::size_t(plotSize.width() / perValue));
        std::fill_n(values.begin() + 40, 20, ValueRun::nothing());
        fixture.series.append(values);
        fixture.show(perValue);
        const QImage image = fixture.paint();
        const auto columnOf
            = [&](double key) { return qFloor(fixture.keys->coordToPixel(key) + 1e-6); };
        for (int x = columnOf(39) + 2; x < columnOf(60) - 1; ++x)
            QVERIFY2(!runOf(image, x), qPrintable(QString::number(x)));
        QVERIFY(runOf(image, columnOf(39)));
        QVERIFY(runOf(image, columnOf(60)));
    }

    void aWideLineIsThatWide()
    {
        Fixture fixture;
        fixture.series.append(std::vector<double>(400, 5.0));
        fixture.keys->setRange(0, 400);
        fixture.values->setRange(0, 10);
        fixture.line->setPen(QPen(Qt::white, 3));
        const auto run = runOf(fixture.paint(), 200);
        QVERIFY(run);
        QCOMPARE(run->second - run->first + 1, 3);
    }

    void aLogarithmicAxisIsHeeded()
    {
        Fixture fixture;
        std::vector<double> values(400, 100.0);
        fixture.series.append(values);
        fixture.keys->setRange(0, 400);
        fixture.values->setScaleType(QCPAxis::stLogarithmic);
        fixture.values->setRange(1, 10'000);
        const auto run = runOf(fixture.paint(), 200);
        QVERIFY(run);
        QCOMPARE(run->first, plotSize.height() / 2);
    }

    void rangesComeFromTheSeries()
    {
        Fixture fixture;
        bool found = true;
        fixture.line->getKeyRange(found);
        QVERIFY(!found);
        fixture.series.append(std::vector { 3.0, 9.0, -2.0, ValueRun::nothing() });
        QCOMPARE(fixture.line->getKeyRange(found), QCPRange(0, 3));
        QVERIFY(found);
        QCOMPARE(fixture.line->getValueRange(found), QCPRange(-2, 9));
        QCOMPARE(fixture.line->getValueRange(found, QCP::sdBoth, QCPRange(0, 1.5)), QCPRange(3, 9));
        fixture.line->getValueRange(found, QCP::sdBoth, QCPRange(3, 5));
        QVERIFY(!found);
    }
};

QTEST_MAIN(TestLinePlottable)
#include "tst_lineplottable.moc"
