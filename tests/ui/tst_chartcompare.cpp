// What a chart shows beside its bars: scales, other symbols, extended hours, the crosshairs of
// others, and how it leaves the program as a picture.

#include "chartbars.h"
#include "chartlook.h"
#include "chartpanel.h"
#include "chartexport.h"
#include "chartpicture.h"
#include "chartscale.h"
#include "comparison.h"
#include "comparisonbar.h"
#include "crosshairlink.h"
#include "flowseries.h"
#include "fonts.h"
#include "linecolors.h"
#include "panelfixture.h"
#include "pricechart.h"
#include "scalemenu.h"
#include "sessionview.h"
#include "symbolbox.h"
#include "symbolcatalog.h"

#include <QBackingStore>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QLabel>
#include <QPainter>
#include <QPrinter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTest>
#include <QToolButton>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp origin = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern

/// A panel with bars of its own.
struct Chart
{
    explicit Chart(PanelFixture &fixture, const QString &symbol = u"AAPL"_s,
                   Timeframe timeframe = {})
        : panel(std::make_unique<ChartPanel>(fixture.context(u"chart"_s), series, flow))
    {
        panel->resize(900, 560);
        panel->setSymbol(symbol);
        panel->setTimeframe(timeframe);
        series.setInstrument(symbol, timeframe);
        const qint64 step = timeframe.nominalLength() / 1min;
        series.apply(chartbars::update(
            chartbars::walk(std::size_t(600 / step), origin, timeframe.nominalLength())));
        panel->setCatalog(catalog);
        panel->show();
    }
    PriceChart &chart() const { return *panel->chart(); }

    ChartSeries series;
    FlowSeries flow { series };
    SymbolCatalog catalog;
    std::unique_ptr<ChartPanel> panel;
};

} // namespace

class TestChartCompare : public QObject
{
    Q_OBJECT

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<Chart> m_own;

    PriceChart &chart() const { return m_own->chart(); }
    ChartPanel &panel() const { return *m_own->panel; }
    Comparison &compare(const QString &symbol, quint64 seed = 5) const
    {
        panel().comparisons().add(symbol);
        Comparison &added = *panel().comparisons().find(symbol);
        added.series().setInstrument(symbol, m_own->series.timeframe());
        added.series().apply(chartbars::update(chartbars::walk(600, origin, 1min, seed)));
        chart().redraw();
        return added;
    }
    /// Presses a key where the window listens for commands.
    void press(Qt::Key key) const
    {
        for (const Command &command : m_fixture->commands.commands())
            panel().addAction(m_fixture->commands.action(command.id));
        chart().setFocus();
        QTest::keyClick(&chart(), key, Qt::AltModifier);
    }
    static int painted(const QImage &image, const QColor &color)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == color ? 1 : 0;
        return count;
    }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_fixture = std::make_unique<PanelFixture>();
        m_own = std::make_unique<Chart>(*m_fixture);
        QVERIFY(QTest::qWaitForWindowExposed(&panel()));
        QApplication::setActiveWindow(&panel());
        QVERIFY(QTest::qWaitForWindowActive(&panel()));
        chart().redraw();
    }
    void cleanup()
    {
        m_own.reset();
        m_fixture.reset();
    }

    // --- scales

    void keysSwitchTheScale()
    {
        press(Qt::Key_P);
        QCOMPARE(chart().scale().mode(), ScaleMode::Percent);
        chart().redraw();
        const ChartScene &scene = chart().scene();
        const double first = m_own->series.run(scene.view.firstVisible()).close;
        QCOMPARE(scene.scale.base, first); // of the first bar in view
        QVERIFY(!scene.priceMarks.empty());
        press(Qt::Key_L);
        QCOMPARE(chart().scale().mode(), ScaleMode::Logarithmic);
        QVERIFY(chart().isLogScale());
        press(Qt::Key_L);
        QCOMPARE(chart().scale().mode(), ScaleMode::Linear);
        const double atTop = chart().view().priceAt(0);
        press(Qt::Key_I);
        QVERIFY(chart().view().inverted);
        chart().redraw();
        QVERIFY(chart().view().priceAt(0) < chart().view().priceAt(chart().view().height));
        QVERIFY(chart().view().priceAt(0) < atTop);
    }

    /// On the right button over the axis.
    void theAxisHasAMenu()
    {
        const QPoint axis = chart().panes().priceAxis.center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, axis, chart().mapToGlobal(axis));
        QApplication::sendEvent(&chart(), &event);
        ScaleMenu &menu = chart().scaleMenu();
        QVERIFY(menu.isVisible());
        auto *indexed = menu.findChild<QAction *>(u"chartScale-indexed"_s);
        QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(indexed).center());
        QCOMPARE(chart().scale().mode(), ScaleMode::Indexed);
        QVERIFY(indexed->isChecked());
        QVERIFY(!menu.findChild<QAction *>(u"chartScale-log"_s)->shortcut().isEmpty());
    }

    void anInvertedChartIsTheMirrorOfItself()
    {
        const OhlcRun newest = m_own->series.run(m_own->series.lastKey());
        chart().scale().setInverted(true);
        chart().redraw();
        const ChartScene &scene = chart().scene();
        QVERIFY(scene.priceY(newest.high) > scene.priceY(newest.low));
        // It pans and fits as ever
        QTest::mousePress(&chart(), Qt::LeftButton, {}, { 300, 200 });
        QTest::mouseMove(&chart(), { 400, 200 });
        QTest::mouseRelease(&chart(), Qt::LeftButton, {}, { 400, 200 });
        QVERIFY(chart().isPriceFitted());
    }

    // --- other symbols

    void aSymbolIsComparedAndRemovedAgain()
    {
        auto *button = panel().findChild<QToolButton *>(u"chartCompareButton"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        auto *field = panel().findChild<SymbolBox *>(u"comparisonField"_s);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"msft"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(panel().comparisons().find(u"MSFT"_s));
        QCOMPARE(chart().scale().mode(), ScaleMode::Percent); // the first one switches
        Comparison &other = compare(u"MSFT"_s);
        chart().redraw();
        QCOMPARE(chart().scene().compared.size(), std::size_t(1));
        // It begins where the chart does
        const auto first = chart().scene().view.firstVisible();
        const ComparedLine &line = chart().scene().compared.front();
        QVERIFY(
            std::abs(other.closes().run(first).close * line.factor - m_own->series.run(first).close)
            < 1e-9);
        const auto change = chart().changeOf(other);
        QVERIFY(change);
        auto *show = panel().findChild<QToolButton *>(u"comparisonShow"_s);
        QVERIFY(show->isVisible());
        QVERIFY(show->text().contains(QLocale().toString(std::abs(*change) * 100, 'f', 2)));
        QTest::mouseClick(show, Qt::LeftButton);
        QVERIFY(!other.isShown());
        chart().redraw();
        QVERIFY(chart().scene().compared.empty());
        QTest::keyClick(field, Qt::Key_Escape);
        const auto crosses = panel().findChildren<QToolButton *>(u"comparisonRemove"_s);
        for (QToolButton *cross : crosses)
            if (cross->isVisible())
                QTest::mouseClick(cross, Qt::LeftButton);
        QVERIFY(panel().comparisons().isEmpty());
        QVERIFY(!panel().comparisonBar()->isVisible());
    }

    void itsLineIsPaintedAndFitted()
    {
        panel().comparisons().add(u"MSFT"_s);
        Comparison &other = *panel().comparisons().find(u"MSFT"_s);
        other.series().setInstrument(u"MSFT"_s, {});
        std::vector<Candle> steep = chartbars::walk(600, origin, 1min);
        for (std::size_t i = 0; i < steep.size(); ++i)
            steep[i].close = Price::fromDouble(100 + double(i) / 4);
        const double before = chart().view().high;
        other.series().apply(chartbars::update(steep));
        chart().redraw();
        QVERIFY(chart().view().high > before); // it is in view
        const ComparedLine &line = chart().scene().compared.front();
        const auto last = m_own->series.lastKey();
        QVERIFY(other.closes().run(last).close * line.factor < chart().view().high);
        const QColor color = lineColor(chart().scene().colors, line.tint);
        QVERIFY(painted(chart().grab().toImage(), color) > 100);
        chart().scale().setPricesOnly(true);
        QVERIFY(chart().view().high < before + 1);
    }

    void partsOfARepaintEqualTheWhole()
    {
        Comparison &other = compare(u"MSFT"_s);
        const auto shown = [this] {
            QCoreApplication::sendPostedEvents();
            return static_cast<const QImage *>(panel().backingStore()->paintDevice())->copy();
        };
        QCoreApplication::processEvents();
        Candle newest = chartbars::walk(600, origin, 1min, 5).back();
        for (int i = 0; i < 12; ++i) {
            newest.close = newest.low
                + Price::fromUnits((newest.high - newest.low).units() * qint64(i) / 12);
            other.series().apply(chartbars::update({ newest }, false));
            if (chart().view().high != chart().scene().view.high
                || chart().view().low != chart().scene().view.low)
                chart().redraw();
            const QImage parts = shown();
            for (QWidget *layer : chart().findChildren<QWidget *>())
                layer->update();
            QVERIFY2(parts == shown(), qPrintable(u"tick %1"_s.arg(i)));
        }
    }

    void dataThatIsNotAsTheChartsIsTold()
    {
        Comparison &other = compare(u"MSFT"_s);
        auto *word = panel().findChild<QLabel *>(u"comparisonWord"_s);
        QVERIFY(word->isHidden());
        ChartUpdate failed;
        failed.history = ChartUpdate::History::Failed;
        failed.message = u"The service did not answer."_s;
        other.series().apply(failed);
        QCOMPARE(word->text(), failed.message);
        QVERIFY(word->isVisible());
        ChartUpdate late;
        late.history = ChartUpdate::History::Partial;
        late.badge.recency = Recency::Delayed;
        other.series().apply(late);
        QVERIFY(!word->text().isEmpty() && word->text() != failed.message);
        QVERIFY(panel().comparisonBar()->words().front().text.contains(word->text()));
    }

    // --- extended hours

    void hidingExtendedHoursAsksForBarsAnew()
    {
        QSignalSpy requested(&panel(), &ChartPanel::chartRequested);
        QSignalSpy changed(&panel(), &Panel::stateChanged);
        m_fixture->commands.action(u"chart.hide-extended"_s)->trigger();
        QVERIFY(panel().sessions()->hidesExtended());
        QCOMPARE(requested.size(), 1);
        m_fixture->commands.action(u"chart.shade-extended"_s)->trigger();
        QVERIFY(!chart().scene().shadesExtended);
        QCOMPARE(changed.size(), 2);
    }

    // --- crosshairs

    void chartsOfOneColourShareTheCrosshair()
    {
        Chart slower(*m_fixture, u"MSFT"_s, Timeframe(5, TimeUnit::Minute));
        Chart apart(*m_fixture, u"AAPL"_s);
        panel().setLinkColor(LinkColor::Blue);
        panel().setSymbol(u"AAPL"_s);
        slower.panel->setLinkColor(LinkColor::Blue);
        slower.series.setInstrument(u"AAPL"_s, Timeframe(5, TimeUnit::Minute));
        slower.series.apply(chartbars::update(chartbars::walk(120, origin, 5min)));
        apart.panel->setLinkColor(LinkColor::Orange);
        QVERIFY(QTest::qWaitForWindowExposed(slower.panel.get()));
        slower.chart().redraw();
        apart.chart().redraw();
        QSignalSpy frames(&slower.chart(), &PriceChart::viewDrawn);
        const QPoint place(500, 150);
        QTest::mouseMove(&chart(), place);
        QVERIFY(chart().crosshair() && slower.chart().crosshair());
        QVERIFY(!apart.chart().crosshair());
        // The bar that holds the instant
        const Timestamp own = m_own->series.start(chart().crosshair()->key);
        const auto key = slower.chart().crosshair()->key;
        QVERIFY(slower.series.start(key) <= own && own < slower.series.start(key) + 5min);
        QVERIFY(slower.chart().legendText().contains(
            QLocale().toString(slower.series.bar(key).open, 'f', 2)));
        QVERIFY(frames.isEmpty()); // its canvas has nothing to do
        // Gone with the mouse
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(&chart(), &leave);
        QVERIFY(!slower.chart().crosshair());
        // Switched off it neither tells nor follows
        slower.panel->crosshairLink()->setOn(false);
        QTest::mouseMove(&chart(), place + QPoint(9, 0));
        QVERIFY(!slower.chart().crosshair());
    }

    void theSamePriceIsShownForTheSameSymbol()
    {
        Chart other(*m_fixture, u"AAPL"_s, Timeframe(5, TimeUnit::Minute));
        panel().setLinkColor(LinkColor::Teal);
        other.panel->setLinkColor(LinkColor::Teal);
        QVERIFY(QTest::qWaitForWindowExposed(other.panel.get()));
        other.chart().redraw();
        const double price = (chart().view().low + chart().view().high) / 2;
        const QPoint place(600, int(chart().scene().priceY(price)));
        other.chart().scale().setInverted(true); // wherever it has it
        other.chart().redraw();
        QTest::mouseMove(&chart(), place);
        const auto linked = other.chart().crosshair();
        QVERIFY(linked);
        const double told = chart().view().priceAt(place.y() - chart().panes().price.top());
        const double y = other.chart().scene().priceY(told);
        QCOMPARE(linked->y.has_value(), other.chart().panes().price.contains(10, qRound(y)));
        if (linked->y)
            QVERIFY(std::abs(*linked->y - y) <= 1);
        panel().setLinkColor(LinkColor::None);
    }

    // --- pictures

    void aPictureSaysWhatItIsOf()
    {
        chart().look().setType(ChartType::HeikinAshi);
        ChartUpdate update;
        update.history = ChartUpdate::History::Partial;
        update.badge = { .source = DataSource::Simulated };
        m_own->series.apply(update);
        compare(u"MSFT"_s);
        const ChartPicture picture(chart(), panel().comparisonBar()->words(),
                                   panel().paperColors());
        const QString caption = picture.caption();
        for (const QString &part :
             { u"AAPL"_s, u"1m"_s, u"MSFT"_s, u"Heikin-Ashi"_s, u"SIMULATED"_s })
            QVERIFY2(caption.contains(part, Qt::CaseInsensitive), qPrintable(caption));
        m_fixture->commands.action(u"chart.copy-picture"_s)->trigger();
        const QImage copied = QApplication::clipboard()->image();
        QCOMPARE(copied.width(), chart().width());
        QVERIFY(copied.height() > chart().height());
        QVERIFY(painted(copied, chart().scene().colors.up) > 100);
        // The name of the other symbol has the colour of its line
        const QImage line = copied.copy(0, chart().height(), chart().width(), copied.height());
        QVERIFY(painted(line, lineColor(chart().scene().colors, 1)) > 0);
    }

    void picturesAreSavedAndReadableAgain_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : { "chart.png", "chart.svg", "chart.pdf" })
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void picturesAreSavedAndReadableAgain()
    {
        QFETCH(const QString, name);
        compare(u"MSFT"_s);
        const ChartColors before = chart().scene().colors;
        chart().findChild<QAction *>(u"chartSavePicture"_s)->trigger();
        auto *dialog = panel().findChild<QFileDialog *>(u"chartPictureDialog"_s);
        QVERIFY(dialog);
        const QString path = m_fixture->folder.filePath(name);
        emit dialog->fileSelected(path);
        dialog->close();
        QCOMPARE(chart().scene().colors, before); // paper had its own
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        if (name.endsWith(u"png"_s)) {
            const QImage image = QImage::fromData(bytes);
            QCOMPARE(image.width(), chart().width());
            QVERIFY(painted(image, before.up) > 100);
        } else if (name.endsWith(u"svg"_s)) {
            QSvgRenderer renderer(bytes);
            QVERIFY(renderer.isValid());
            QCOMPARE(renderer.viewBox().width(), chart().width());
            QImage image(renderer.viewBox().size(), QImage::Format_RGB32);
            image.fill(Qt::black);
            QPainter painter(&image);
            renderer.render(&painter);
            QVERIFY(painted(image, before.up) > 100);
            QVERIFY(bytes.contains("AAPL")); // letters stay letters
        } else {
            QVERIFY(bytes.startsWith("%PDF"));
            QVERIFY(bytes.trimmed().endsWith("%%EOF"));
            QVERIFY(bytes.size() > 10'000);
        }
    }

    void whatCannotBeWrittenIsTold()
    {
        panel().exporter()->save();
        auto *dialog = panel().findChild<QFileDialog *>(u"chartPictureDialog"_s);
        emit dialog->fileSelected(m_fixture->folder.filePath(u"no/such/folder/chart.png"_s));
        dialog->close();
        QWidget *trouble = panel().findChild<QWidget *>(u"chartTrouble"_s);
        QVERIFY(trouble && trouble->isVisible());
    }

    void aPageIsPrinted()
    {
        const QString path = m_fixture->folder.filePath(u"page.pdf"_s);
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        printer.setResolution(chart().logicalDpiX());
        printer.setPageOrientation(QPageLayout::Landscape);
        const ChartPicture picture(chart(), {}, panel().paperColors());
        QVERIFY(picture.print(printer));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("%PDF"));
    }

    // --- kept

    void allOfItIsKept()
    {
        chart().scale().setMode(ScaleMode::Indexed);
        chart().scale().setInverted(true);
        panel().comparisons().add(u"MSFT"_s);
        chart().scale().setMode(ScaleMode::Indexed);
        panel().sessions()->setHidesExtended(true);
        panel().sessions()->setShadesExtended(false);
        panel().crosshairLink()->setOn(false);
        Chart other(*m_fixture);
        other.panel->restoreState(panel().saveState());
        QCOMPARE(other.chart().scale().mode(), ScaleMode::Indexed);
        QVERIFY(other.chart().scale().isInverted());
        QVERIFY(other.panel->comparisons().find(u"MSFT"_s));
        QVERIFY(other.panel->sessions()->hidesExtended());
        QVERIFY(!other.panel->sessions()->shadesExtended());
        QVERIFY(!other.panel->crosshairLink()->isOn());
        // As a workspace of before had it
        other.panel->restoreState({ { u"logScale"_s, true } });
        QCOMPARE(other.chart().scale().mode(), ScaleMode::Logarithmic);
        QVERIFY(other.panel->comparisons().isEmpty());
    }
};

QTEST_MAIN(TestChartCompare)
#include "tst_chartcompare.moc"
