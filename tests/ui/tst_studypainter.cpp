#include "chartbars.h"
#include "panelayout.h"
#include "studypainter.h"
#include "studyscale.h"

#include <QPainter>
#include <QTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp origin = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern
constexpr QSize chartSize(560, 420);

/// A chart without a widget: bars, one indicator, and a picture of what is painted of it.
struct Fixture
{
    explicit Fixture(std::size_t bars, IndicatorChoice choice = { .spec = { u"sma"_s, { 1 } } })
    {
        series.setInstrument(u"AAPL"_s, Timeframe());
        series.apply(chartbars::update(chartbars::walk(bars, origin, 1min)));
        set.setBars(&series);
        id = *set.add(std::move(choice));
        while (set.isComputing())
            QCoreApplication::processEvents();
        scene.series = &series;
        scene.studies.set = &set;
        std::vector<int> panes;
        if (set.choice(id).pane > 0)
            panes.push_back(set.choice(id).pane);
        layout.setStudies(panes);
        scene.panes = layout.divide(chartSize, { 60, 20 }, false, true);
        show(7);
    }
    /// The newest bars, each so wide, with room beyond them.
    void show(double barWidth, double room = 60)
    {
        scene.view.width = scene.panes.price.width();
        scene.view.height = scene.panes.price.height();
        scene.view.barWidth = barWidth;
        scene.view.left = double(series.lastKey()) + 0.5 - (scene.view.width - room) / barWidth;
        const OhlcRun run = series.over(scene.view.firstVisible(), scene.view.lastVisible());
        scene.view.fitPrices(run.low, run.high, 20, 20);
        studyscale::fit(scene, 16, 8, 24);
    }
    const StudyPlot &plot() const { return scene.studies.plots.front(); }
    QImage paint(StudyPainter::Part part, double ratio = 1)
    {
        QImage image(chartSize * ratio, QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::black);
        QPainter painter(&image);
        painter.setClipRect(plot().rect);
        StudyPainter(scene).paint(painter, plot(), part);
        return image;
    }
    static bool isPainted(const QImage &image, int x, int y)
    {
        return image.pixel(x, y) != qRgb(0, 0, 0);
    }
    static bool isColumnPainted(const QImage &image, int x)
    {
        for (int y = 0; y < image.height(); ++y)
            if (isPainted(image, x, y))
                return true;
        return false;
    }
    double yOf(double value) const { return studyscale::yOf(scene, plot(), value); }

    ChartSeries series;
    IndicatorSet set;
    IndicatorSet::Id id = 0;
    PaneLayout layout;
    ChartScene scene;
};

} // namespace

class TestStudyPainter : public QObject
{
    Q_OBJECT

private slots:
    void smoothLinesPassThroughTheirValues()
    {
        Fixture fixture(200);
        const QImage image = fixture.paint(StudyPainter::Part::Closed);
        const ChartSeries::Key last = fixture.series.lastKey() - 1;
        for (ChartSeries::Key key = last - 30; key <= last; ++key) {
            const int x = int(fixture.scene.xOf(key));
            const int y = int(fixture.yOf(fixture.set.valueAt(fixture.id, 0, key)));
            const bool near = Fixture::isPainted(image, x, y) || Fixture::isPainted(image, x, y - 1)
                || Fixture::isPainted(image, x, y + 1);
            QVERIFY2(near, qPrintable(QString::number(key)));
        }
    }

    void farAwayEveryColumnIsOneRunOverItsValues()
    {
        Fixture fixture(4'000);
        fixture.show(0.25);
        const QImage image = fixture.paint(StudyPainter::Part::Closed);
        int checked = 0;
        for (int x = 2; x < fixture.plot().rect.width() - 80; ++x) {
            // Bars whose middle is well inside the column
            const auto first = ChartSeries::Key(std::ceil(fixture.scene.view.keyAt(x + 0.3)));
            const auto last = ChartSeries::Key(std::floor(fixture.scene.view.keyAt(x + 0.7)));
            const ValueRun run
                = fixture.set.values(fixture.id, 0).over(first, std::max(first, last));
            if (run.isEmpty() || last < first)
                continue;
            const int top = int(fixture.yOf(run.high));
            const int bottom = int(fixture.yOf(run.low));
            for (int y = top; y <= bottom; ++y)
                QVERIFY2(Fixture::isPainted(image, x, y), qPrintable(QString::number(x)));
            ++checked;
        }
        QVERIFY2(checked > 200, qPrintable(QString::number(checked)));
    }

    void nothingIsPaintedBeforeTheFirstValue()
    {
        Fixture fixture(60, { .spec = { u"sma"_s, { 40 } } });
        const QImage image = fixture.paint(StudyPainter::Part::Closed);
        const int first = int(fixture.scene.xOf(39)); // the first that is warm
        for (int x = 0; x < first - 2; ++x)
            QVERIFY(!Fixture::isColumnPainted(image, x));
        QVERIFY(Fixture::isColumnPainted(image, first + 3));
    }

    void theNewestValueIsTheOverlaysAlone()
    {
        for (const double barWidth : { 0.5, 7.0 }) {
            Fixture fixture(300);
            fixture.show(barWidth);
            const QImage closed = fixture.paint(StudyPainter::Part::Closed);
            const QImage newest = fixture.paint(StudyPainter::Part::Newest);
            const QRect room = StudyPainter(fixture.scene).newestRect(fixture.plot());
            const int end = int(fixture.scene.xOf(fixture.series.lastKey()));
            QVERIFY(!Fixture::isColumnPainted(closed, end + 1));
            QVERIFY(Fixture::isColumnPainted(newest, end - 1));
            for (int x = 0; x < newest.width(); ++x)
                for (int y = 0; y < newest.height(); ++y)
                    QVERIFY(!Fixture::isPainted(newest, x, y) || room.contains(x, y));
        }
    }

    void columnsStandOnZeroInTheColoursOfTheirSign()
    {
        Fixture fixture(300, { .spec = { u"macd"_s }, .pane = IndicatorChoice::newPane });
        const IndicatorInfo &info = fixture.set.info(fixture.id);
        const auto columns = std::ranges::find(info.outputs, IndicatorOutput::Look::SignedColumns,
                                               &IndicatorOutput::look);
        QVERIFY(columns != info.outputs.end());
        const auto output = std::size_t(columns - info.outputs.begin());
        IndicatorChoice choice = fixture.set.choice(fixture.id);
        choice.hiddenOutputs.assign(info.outputs.size(), true);
        choice.hiddenOutputs[output] = false;
        QVERIFY(fixture.set.change(fixture.id, choice));
        fixture.show(9);
        const QImage image = fixture.paint(StudyPainter::Part::Closed);
        const int zero = int(fixture.yOf(0));
        int above = 0;
        int below = 0;
        for (ChartSeries::Key key = fixture.scene.view.firstVisible() + 1;
             key < fixture.series.lastKey(); ++key) {
            const double value = fixture.set.valueAt(fixture.id, output, key);
            if (std::abs(fixture.yOf(value) - fixture.yOf(0)) < 4)
                continue;
            const int x = int(fixture.scene.xOf(key));
            const QRgb inside = image.pixel(x, value > 0 ? zero - 2 : zero + 2);
            QVERIFY(inside != qRgb(0, 0, 0));
            QVERIFY(!Fixture::isPainted(image, x, value > 0 ? zero + 2 : zero - 2));
            const ChartColors &colors = fixture.scene.colors;
            const QColor side = value > 0 ? colors.up : colors.down;

            QCOMPARE(qGreen(inside) > qRed(inside), qGreen(side.rgb()) > qRed(side.rgb()));
            ++(value > 0 ? above : below);
        }
        QVERIFY(above > 3 && below > 3);
    }

    void shiftedOutputsGoOnBeyondTheLastBar()
    {
        Fixture fixture(300, { .spec = { u"ichimoku"_s } });
        fixture.show(7, 250);
        const int shift = fixture.set.shift(fixture.id, 2);
        QVERIFY(shift > 0);
        const QImage image = fixture.paint(StudyPainter::Part::Closed);
        const ChartSeries::Key beyond = fixture.series.lastKey() + shift - 3;
        QVERIFY(!std::isnan(fixture.set.valueAt(fixture.id, 2, beyond)));
        QVERIFY(Fixture::isColumnPainted(image, int(fixture.scene.xOf(beyond))));
        QVERIFY(!Fixture::isColumnPainted(image, int(fixture.scene.xOf(beyond + 6))));
    }

    void placesNearALineAreKnown()
    {
        Fixture fixture(200);
        const StudyPainter painter(fixture.scene);
        const ChartSeries::Key key = fixture.series.lastKey() - 10;
        const QPointF on(fixture.scene.xOf(key),
                         fixture.yOf(fixture.set.valueAt(fixture.id, 0, key)));
        QVERIFY(painter.distance(fixture.plot(), on).value_or(99) < 2);
        QVERIFY(painter.distance(fixture.plot(), on + QPointF(0, 40)).value_or(99) > 20);
        QVERIFY(!painter.distance(fixture.plot(), { 10, -50 })); // beyond its pane
    }

    void panesTileTheChartWhateverIsDone_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << seed;
    }

    void panesTileTheChartWhateverIsDone()
    {
        QFETCH(const quint64, seed);
        SplitMix64 random(seed);
        PaneLayout layout;
        std::vector<int> ids;
        for (int step = 0; step < 300; ++step) {
            const bool withFlow = random.below(2) == 0;
            const bool withVolume = random.below(4) != 0;
            const QSize size(int(200 + random.below(900)), int(160 + random.below(1'000)));
            const QSize axes(60, 24);
            const ChartPanes panes = layout.divide(size, axes, withFlow, withVolume);
            QVERIFY(panes.price.height() > 0);
            int y = panes.price.bottom() + 1;
            for (const ChartPane &pane : panes.lower) {
                QCOMPARE(pane.rect.top(), y);
                QVERIFY(pane.rect.height() > 0);
                y = pane.rect.bottom() + 1;
            }
            const bool volumeShown = !panes.rectOf(ChartPane::volume).isEmpty();
            QCOMPARE(y, size.height() - axes.height() - (volumeShown ? 0 : 1));
            QCOMPARE(PaneLayout::fromJson(layout.toJson()).toJson(), layout.toJson());
            const int any = panes.lower.empty() ? ChartPane::volume
                                                : panes.lower[random.below(panes.lower.size())].id;
            switch (random.below(7)) {
            case 0:
                ids.push_back(step + 1);
                layout.setStudies(ids);
                break;
            case 1:
                if (!ids.empty())
                    ids.erase(ids.begin() + qsizetype(random.below(ids.size())));
                layout.setStudies(ids);
                break;
            case 2:
                layout.dragTop(panes, any, int(random.below(quint64(size.height()))));
                break;
            case 3:
                layout.restoreTop(panes, any);
                break;
            case 4:
                layout.move(panes, any, random.below(2) == 0 ? 1 : -1);
                break;
            case 5:
                layout.setMaximised(layout.maximised() ? std::nullopt : std::optional(any));
                break;
            default:
                layout.setVolumeShown(random.below(2) == 0);
                break;
            }
        }
    }
};

QTEST_MAIN(TestStudyPainter)
#include "tst_studypainter.moc"
