#include "chartdrawings.h"
#include "chartlook.h"
#include "chartpanel.h"
#include "chartstudies.h"
#include "desk.h"
#include "fonts.h"
#include "mainwindow.h"
#include "pricechart.h"
#include "workspacearea.h"

#include <QApplication>
#include <QImage>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// A chart in the whole desk on the simulated market: what a trader puts on it while prices stream
/// stays, also after a restart.
class TestChartKept : public QObject
{
    Q_OBJECT

    static constexpr int patience = 30'000; ///< ms

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;

    void open()
    {
        if (m_desk)
            window().close(); // what was arranged is kept
        m_desk.reset();
        DeskOptions options;
        options.dataDir = m_folder->path();
        options.simulated = true;
        options.symbol = u"AAPL"_s;
        m_desk = std::make_unique<Desk>(*qApp, options);
        const Result<void> opened = m_desk->open();
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        QApplication::setActiveWindow(&window());
        QVERIFY(QTest::qWaitForWindowExposed(&window()));
        QTRY_VERIFY_WITH_TIMEOUT(panel() && panel()->series().size() > 100, patience);
        chart().redraw();
    }
    MainWindow &window() const { return m_desk->window(); }
    ChartPanel *panel() const { return window().findChild<ChartPanel *>(); }
    PriceChart &chart() const { return *panel()->chart(); }
    IndicatorSet &indicators() const { return chart().studies().set(); }
    const std::vector<Drawing> &drawings() const { return panel()->drawings()->book().drawings(); }

    void addIndicators(const QStringList &names) const
    {
        QTest::mouseClick(panel()->findChild<QToolButton *>(u"chartIndicatorsButton"_s),
                          Qt::LeftButton);
        auto *search = window().findChild<QLineEdit *>(u"indicatorSearch"_s);
        QVERIFY(search && search->isVisible());
        for (const QString &name : names) {
            search->clear();
            QTest::keyClicks(search, name);
            QTest::keyClick(search, Qt::Key_Return);
        }
        search->window()->close();
        QTRY_VERIFY(!indicators().isComputing());
        chart().redraw();
    }
    /// A part of the pane of prices, from its left top.
    QPoint place(double x, double y) const
    {
        const QRect &pane = chart().panes().price;
        return { pane.left() + int(x * pane.width()), pane.top() + int(y * pane.height()) };
    }
    void drawLine(QPoint from, QPoint to) const
    {
        panel()->drawings()->setTool(DrawingTool::TrendLine);
        QTest::mouseClick(&chart(), Qt::LeftButton, {}, from);
        QTest::mouseClick(&chart(), Qt::LeftButton, {}, to);
    }

private slots:
    void initTestCase() { loadBundledFonts(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
    }
    void cleanup() { m_desk.reset(); }

    void whatIsPutOnAChartStays()
    {
        addIndicators({ u"exponential moving"_s, u"relative strength index"_s });
        QCOMPARE(indicators().size(), 2);
        const auto average = indicators().ids().front();
        const ChartSeries::Key key = panel()->series().lastKey() - 5;
        const double before = indicators().valueAt(average, 0, key);
        QVERIFY(std::isfinite(before));

        drawLine(place(0.2, 0.6), place(0.6, 0.4));
        QCOMPARE(drawings().size(), std::size_t(1));
        const Drawing drawn = drawings().front();
        chart().setFocus();
        QTest::keyClick(&chart(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(drawings().empty());
        QTest::keyClick(&chart(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(drawings().front(), drawn);

        // Prices go on while the kind of bars is changed
        const qint64 volume = qint64(panel()->series().run(panel()->series().lastKey()).volume);
        for (const ChartType type : chartTypes) {
            chart().look().setType(type);
            chart().redraw();
            QCoreApplication::processEvents();
        }
        chart().look().setType(ChartType::HeikinAshi);
        QTRY_VERIFY_WITH_TIMEOUT(
            qint64(panel()->series().run(panel()->series().lastKey()).volume) != volume, patience);

        const QString picture = m_folder->filePath(u"chart.png"_s);
        QVERIFY(chart().picture().save(picture));
        QVERIFY(!QImage(picture).isNull());

        open(); // the next day
        QCOMPARE(chart().look().type(), ChartType::HeikinAshi);
        QCOMPARE(indicators().size(), 2);
        QTRY_VERIFY(!indicators().isComputing());
        QCOMPARE(drawings().size(), std::size_t(1));
        QCOMPARE(drawings().front(), drawn);
    }

    /// A symbol has its drawings, a chart its indicators.
    void anotherSymbolHasOtherDrawings()
    {
        addIndicators({ u"bollinger"_s });
        drawLine(place(0.3, 0.5), place(0.5, 0.5));
        QCOMPARE(drawings().size(), std::size_t(1));
        panel()->setSymbol(u"MSFT"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            panel()->series().symbol() == u"MSFT"_s && panel()->series().size() > 100, patience);
        QVERIFY(drawings().empty());
        QCOMPARE(indicators().size(), 1);
        QTRY_VERIFY(std::isfinite(
            indicators().valueAt(indicators().ids().front(), 0, panel()->series().lastKey() - 3)));
        panel()->setSymbol(u"AAPL"_s);
        QTRY_COMPARE(drawings().size(), std::size_t(1));
    }

    /// Bars that time does not end come the same way, with the same indicators on them.
    void barsOfTradesTakeTheirPlace()
    {
        addIndicators({ u"simple moving"_s });
        panel()->setTimeframe(Timeframe(BarKind::Trades, 50));
        QTRY_VERIFY_WITH_TIMEOUT(panel()->series().timeframe().kind() == BarKind::Trades
                                     && panel()->series().size() > 100,
                                 patience);
        QTRY_VERIFY(!indicators().isComputing());
        const ChartSeries::Key last = panel()->series().lastKey();
        QTRY_VERIFY(std::isfinite(indicators().valueAt(indicators().ids().front(), 0, last - 2)));
        for (ChartSeries::Key key = last - 20; key < last - 1; ++key)
            QVERIFY(panel()->series().start(key) < panel()->series().start(key + 1));
    }
};

QTEST_MAIN(TestChartKept)
#include "tst_chartkept.moc"
