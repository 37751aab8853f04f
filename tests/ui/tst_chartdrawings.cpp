#include "drawingdialog.h"
#include "drawingfixture.h"
#include "drawingprices.h"
#include "easterntime.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString drawingsKind = u"drawings"_s;
constexpr Timestamp origin = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern
const Timeframe minute(1, TimeUnit::Minute);

} // namespace

/// Something else on the chart that can be chosen.
class OtherGuest : public ChartGuest
{
public:
    explicit OtherGuest(QWidget *chart)
        : m_layer(new QWidget(chart))
    {
    }

    int letGoes = 0;

    QWidget *layer() override { return m_layer; }
    void viewDrawn() override { }
    void paintForPicture(QPainter &) override { }
    bool takePress(const QMouseEvent &) override { return false; }
    bool takeMove(const QMouseEvent &) override { return false; }
    bool takeRelease(const QMouseEvent &) override { return false; }
    bool takeKey(const QKeyEvent &) override { return false; }
    void pointerLeft() override { }
    void letGo() override { ++letGoes; }
    std::optional<Qt::CursorShape> cursorAt(QPoint) const override { return std::nullopt; }
    QString toolTipAt(QPoint) const override { return {}; }
    std::optional<QList<QAction *>> menuAt(std::optional<QPoint>) override
    {
        return QList<QAction *>();
    }

private:
    QWidget *m_layer; ///< the chart's
};

class TestChartDrawings : public QObject
{
    Q_OBJECT

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<MemoryDocuments> m_store;
    std::unique_ptr<DrawingDesk> m_desk;
    std::unique_ptr<OtherGuest> m_other; ///< outlives its chart
    std::unique_ptr<DrawnChart> m_chart;

    DrawnChart &chart() const { return *m_chart; }
    ChartDrawings &drawings() const { return m_chart->drawings(); }
    const std::vector<Drawing> &all() const { return m_chart->book().drawings(); }

    Drawing draw(DrawingTool tool, QPoint from, QPoint to)
    {
        drawings().setTool(tool);
        chart().click(from);
        chart().click(to);
        return all().back();
    }
    Drawing drawTrend()
    {
        return draw(DrawingTool::TrendLine, chart().place(0.3, 0.7), chart().place(0.6, 0.4));
    }
    QPoint placeOf(const DrawingPoint &point) const
    {
        return chart().at(qRound64(drawings().times().keyAt(point.time)), point.price);
    }
    QPoint middleOf(const Drawing &drawing) const
    {
        return (placeOf(drawing.points[0]) + placeOf(drawing.points[1])) / 2;
    }
    void reopenDesk()
    {
        m_chart.reset();
        m_desk = std::make_unique<DrawingDesk>(*m_store);
        open();
    }
    void open()
    {
        m_chart = std::make_unique<DrawnChart>(*m_fixture, *m_desk, u"AAPL"_s, minute,
                                               chartbars::walk(300, origin, 1min));
    }
    QAction *menuAction(QPoint at, const QString &name)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, chart().chart()->mapToGlobal(at));
        QApplication::sendEvent(chart().chart(), &event);
        if (QWidget *menu = QApplication::activePopupWidget())
            menu->close();
        const QList<QAction *> actions = drawings().findChildren<QAction *>(name);
        return actions.isEmpty() ? nullptr : actions.front();
    }
    DrawingDialog *dialog() const { return chart().chart()->findChild<DrawingDialog *>(); }
    template<typename Field> Field *field(const char *name) const
    {
        return dialog()->findChild<Field *>(QString::fromLatin1(name));
    }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_fixture = std::make_unique<PanelFixture>();
        m_store = std::make_unique<MemoryDocuments>();
        m_desk = std::make_unique<DrawingDesk>(*m_store);
        open();
    }

    void cleanup()
    {
        m_chart.reset();
        m_other.reset();
        m_desk.reset();
        m_store.reset();
        m_fixture.reset();
    }

    // --- beside others

    /// Delete is for what was chosen last alone: not for an order that was chosen before.
    void oneThingOfAChartIsChosen()
    {
        m_other = std::make_unique<OtherGuest>(chart().chart());
        chart().chart()->addGuest(*m_other);
        drawTrend();
        QVERIFY(m_other->letGoes > 0);
        QVERIFY(!drawings().selected().isEmpty());
        chart().chart()->guestChose(*m_other);
        QVERIFY(drawings().selected().isEmpty());
        QTest::keyClick(chart().chart(), Qt::Key_Delete);
        QCOMPARE(all().size(), std::size_t(1));
    }

    /// Ctrl and Shift with C, X and D cancel orders and halve positions.
    void keysOfTradingAreLeftAlone()
    {
        drawTrend();
        QVERIFY(!drawings().selected().isEmpty());
        for (const Qt::Key key : { Qt::Key_C, Qt::Key_X, Qt::Key_D, Qt::Key_V }) {
            const QKeyEvent event(QEvent::ShortcutOverride, key,
                                  Qt::ControlModifier | Qt::ShiftModifier);
            QVERIFY(!drawings().wantsKey(event));
            QVERIFY(!drawings().takeKey(event));
        }
        QCOMPARE(all().size(), std::size_t(1));
        QVERIFY(drawings().wantsKey(
            QKeyEvent(QEvent::ShortcutOverride, Qt::Key_X, Qt::ControlModifier)));
    }

    void undoTakesBackWhatIsInHandFirst()
    {
        drawTrend();
        drawings().setTool(DrawingTool::Rectangle);
        chart().click(chart().place(0.4, 0.3)); // the first of two
        QTest::keyClick(chart().chart(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(all().size(), std::size_t(1));
        drawings().setTool({});
        QTest::keyClick(chart().chart(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(all().size(), std::size_t(0));
    }

    // --- placing

    void everyToolDraws_data()
    {
        QTest::addColumn<int>("tool");
        for (int tool = 0; tool < drawingToolCount; ++tool)
            QTest::newRow(qPrintable(drawing::toolId(DrawingTool(tool)))) << tool;
    }

    void everyToolDraws()
    {
        QFETCH(const int, tool);
        drawings().setTool(DrawingTool(tool));
        if (DrawingTool(tool) == DrawingTool::Brush) {
            chart().drag(chart().place(0.3, 0.3), chart().place(0.6, 0.5));
        } else {
            const QPoint places[] { chart().place(0.3, 0.6), chart().place(0.5, 0.3),
                                    chart().place(0.6, 0.5) };
            for (int i = 0; i < drawing::pointCount(DrawingTool(tool)); ++i) {
                QVERIFY(all().empty());
                chart().click(places[i]);
            }
        }
        QCOMPARE(all().size(), std::size_t(1));
        QCOMPARE(all().front().tool, DrawingTool(tool));
        QVERIFY(!drawings().tool()); // it is put away
        QCOMPARE(drawings().selected(), QStringList { all().front().id });
        QCOMPARE(drawings().placed().size(), std::size_t(1));
        QVERIFY(drawings().placed().front().isInView());
        // It is where it was clicked: at the bar, and the price of the pixel
        const DrawingPoint &first = all().front().points.front();
        if (DrawingTool(tool) != DrawingTool::Brush)
            QVERIFY((placeOf(first) - chart().place(0.3, 0.6)).manhattanLength() <= 6);
        // It is painted, and it is on the disk
        const QImage with = chart().chart()->picture().toImage();
        chart().book().remove({ all().front().id });
        QVERIFY(with != chart().chart()->picture().toImage());
        chart().key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(all().size(), std::size_t(1));
        const Drawing before = all().front();
        reopenDesk();
        QCOMPARE(all(), (std::vector<Drawing> { before }));
    }

    void aDragDrawsToo()
    {
        drawings().setTool(DrawingTool::TrendLine);
        chart().drag(chart().place(0.3, 0.6), chart().place(0.7, 0.2));
        QCOMPARE(all().size(), std::size_t(1));
        QVERIFY((placeOf(all()[0].points[1]) - chart().place(0.7, 0.2)).manhattanLength() <= 6);
    }

    void theLineFollowsTheMouse()
    {
        drawings().setTool(DrawingTool::TrendLine);
        chart().click(chart().place(0.3, 0.6));
        chart().moveTo(chart().place(0.5, 0.5));
        const auto before = drawings().placed().front().shape.lines.front().line;
        chart().moveTo(chart().place(0.6, 0.2));
        QVERIFY(drawings().placed().front().shape.lines.front().line != before);
        QVERIFY(all().empty());
        QVERIFY(chart().chart()->crosshair()); // it stays to aim with
    }

    void escapeAndTheRightButtonGiveUp()
    {
        drawings().setTool(DrawingTool::Channel);
        chart().click(chart().place(0.3, 0.6));
        chart().key(Qt::Key_Escape);
        QVERIFY(drawings().placed().empty());
        QVERIFY(drawings().tool()); // another one can be begun
        chart().key(Qt::Key_Escape);
        QVERIFY(!drawings().tool());
        drawings().setTool(DrawingTool::TrendLine);
        chart().click(chart().place(0.3, 0.6));
        QTest::mouseClick(chart().chart(), Qt::RightButton, {}, chart().place(0.5, 0.5));
        QVERIFY(!drawings().tool());
        QVERIFY(all().empty());
        QVERIFY(!chart().book().canUndo());
    }

    void keptToolsDrawOn()
    {
        drawings().setKeepsDrawing(true);
        drawings().setTool(DrawingTool::HorizontalLine);
        chart().click(chart().place(0.3, 0.3));
        chart().click(chart().place(0.3, 0.5));
        chart().click(chart().place(0.3, 0.7));
        QCOMPARE(all().size(), std::size_t(3));
        QCOMPARE(drawings().tool(), DrawingTool::HorizontalLine);
    }

    void shiftKeepsLinesStraight_data()
    {
        QTest::addColumn<QPoint>("by");
        QTest::addColumn<int>("angle");
        QTest::newRow("level") << QPoint(150, 20) << 0;
        QTest::newRow("upright") << QPoint(12, -120) << 90;
        QTest::newRow("diagonal") << QPoint(110, -90) << 45;
    }

    void shiftKeepsLinesStraight()
    {
        QFETCH(const QPoint, by);
        QFETCH(const int, angle);
        drawings().setTool(DrawingTool::TrendLine);
        const QPoint from = chart().place(0.4, 0.6);
        chart().click(from);
        chart().click(from + by, Qt::ShiftModifier);
        QCOMPARE(all().size(), std::size_t(1));
        const auto &points = all()[0].points;
        if (angle == 0)
            QCOMPARE(points[1].price, points[0].price);
        if (angle == 90)
            QCOMPARE(points[1].time, points[0].time);
        if (angle == 45) {
            const QPoint run = placeOf(points[1]) - placeOf(points[0]);
            QVERIFY(std::abs(run.x() + run.y()) <= 2);
        }
    }

    // --- the magnet

    void theMagnetHoldsHighs()
    {
        const ChartSeries::Key key = chart().chart()->view().lastVisible() - 30;
        const double high = chart().series.run(key).high;
        drawings().setMagnetMode(MagnetMode::Weak);
        drawings().setTool(DrawingTool::HorizontalRay);
        chart().click(chart().at(key, high) - QPoint(0, 6));
        QCOMPARE(all()[0].points[0], (DrawingPoint { chart().series.start(key), high }));
    }

    void aWeakMagnetLetsGo()
    {
        const ChartSeries::Key key = chart().chart()->view().lastVisible() - 30;
        drawings().setMagnetMode(MagnetMode::Weak);
        drawings().setTool(DrawingTool::HorizontalRay);
        const double high = chart().series.run(key).high;
        const QPoint away(chart().at(key, high).x(), chart().chart()->panes().price.top() + 4);
        QVERIFY(chart().at(key, high).y() - away.y() > 40);
        chart().click(away);
        QVERIFY(all()[0].points[0].price > high);
        chart().key(Qt::Key_Delete); // its point would hold the next one
        drawings().setMagnetMode(MagnetMode::Strong);
        drawings().setTool(DrawingTool::HorizontalRay);
        chart().click(away);
        QCOMPARE(all()[0].points[0].price, high);
    }

    void controlTurnsTheMagnetRound()
    {
        const ChartSeries::Key key = chart().chart()->view().lastVisible() - 30;
        const double low = chart().series.run(key).low;
        const QPoint beside = chart().at(key, low) + QPoint(0, 7);
        drawings().setTool(DrawingTool::HorizontalRay);
        chart().click(beside, Qt::ControlModifier);
        QCOMPARE(all()[0].points[0].price, low);
        drawings().setMagnetMode(MagnetMode::Weak);
        drawings().setTool(DrawingTool::HorizontalRay);
        chart().click(beside, Qt::ControlModifier);
        QVERIFY(all()[1].points[0].price != low);
    }

    void theMagnetHoldsPointsOfOthers()
    {
        const Drawing first = drawTrend();
        drawings().setMagnetMode(MagnetMode::Weak);
        drawings().setTool(DrawingTool::Ray);
        chart().click(placeOf(first.points[1]) + QPoint(5, -4));
        chart().click(chart().place(0.8, 0.9));
        QCOMPARE(all()[1].points[0], first.points[1]);
    }

    // --- changes by mouse

    void aLineIsMovedWhole()
    {
        const Drawing before = drawTrend();
        const QPoint middle = middleOf(before);
        chart().drag(middle, middle + QPoint(70, 30));
        const Drawing after = all()[0];
        const auto keyOf
            = [&](const DrawingPoint &point) { return drawings().times().keyAt(point.time); };
        const double bars = std::round(70 / chart().chart()->view().barWidth);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(keyOf(after.points[i]), keyOf(before.points[i]) + bars);
            QVERIFY(after.points[i].price < before.points[i].price);
        }
        QVERIFY(std::abs((after.points[1].price - after.points[0].price)
                         - (before.points[1].price - before.points[0].price))
                < 1e-9);
        chart().key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(all()[0], before); // one step, exactly
        chart().key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(all()[0], after);
    }

    void aHandleIsMovedAlone()
    {
        const Drawing before = drawTrend();
        const QPoint to = chart().place(0.75, 0.2);
        chart().drag(placeOf(before.points[1]), to);
        QCOMPARE(all()[0].points[0], before.points[0]);
        QVERIFY((placeOf(all()[0].points[1]) - to).manhattanLength() <= 6);
    }

    void cornersOfARectangleMove()
    {
        const Drawing before
            = draw(DrawingTool::Rectangle, chart().place(0.3, 0.3), chart().place(0.5, 0.6));
        const QPoint corner(placeOf(before.points[0]).x(), placeOf(before.points[1]).y());
        chart().drag(corner, corner + QPoint(-40, 30));
        const Drawing &after = all()[0];
        QVERIFY(after.points[0].time < before.points[0].time);
        QCOMPARE(after.points[0].price, before.points[0].price);
        QCOMPARE(after.points[1].time, before.points[1].time);
        QVERIFY(after.points[1].price < before.points[1].price);
    }

    void escapeLetsADragGo()
    {
        const Drawing before = drawTrend();
        const QPoint middle = middleOf(before);
        QTest::mousePress(chart().chart(), Qt::LeftButton, {}, middle);
        chart().moveTo(middle + QPoint(50, 50), Qt::LeftButton);
        QVERIFY(all()[0] != before);
        chart().key(Qt::Key_Escape);
        QCOMPARE(all()[0], before);
        QTest::mouseRelease(chart().chart(), Qt::LeftButton, {}, middle + QPoint(50, 50));
        QCOMPARE(all()[0], before);
    }

    void theChartIsStillMovedBesideThem()
    {
        drawTrend();
        const double left = chart().chart()->view().left;
        chart().drag(chart().place(0.9, 0.9), chart().place(0.9, 0.9) + QPoint(50, 0));
        QVERIFY(chart().chart()->view().left < left);
        QVERIFY(drawings().selected().isEmpty());
    }

    void lockedDrawingsStay()
    {
        const Drawing before = drawTrend();
        menuAction(middleOf(before), u"drawingLock"_s)->trigger();
        QVERIFY(all()[0].locked);
        chart().drag(middleOf(before), middleOf(before) + QPoint(60, 40));
        chart().key(Qt::Key_Delete);
        chart().key(Qt::Key_Up);
        QCOMPARE(all().size(), std::size_t(1));
        QCOMPARE(all()[0].points, before.points);
        menuAction(middleOf(before), u"drawingLock"_s)->trigger();
        chart().key(Qt::Key_Delete);
        QVERIFY(all().empty());
    }

    void severalAreChosenAndMoved()
    {
        const Drawing one = drawTrend();
        const Drawing other
            = draw(DrawingTool::Rectangle, chart().place(0.7, 0.2), chart().place(0.8, 0.3));
        chart().click(middleOf(one));
        chart().click(middleOf(other), Qt::ControlModifier);
        QCOMPARE(drawings().selected().size(), qsizetype(2));
        chart().drag(middleOf(one), middleOf(one) + QPoint(-40, 25));
        QVERIFY(all()[0].points != one.points);
        QVERIFY(all()[1].points != other.points);
        chart().key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(all(), (std::vector<Drawing> { one, other }));
    }

    // --- keys

    void arrowsMoveByABarAndATick()
    {
        const Drawing before = drawTrend();
        const double key = drawings().times().keyAt(before.points[0].time);
        chart().key(Qt::Key_Right);
        QCOMPARE(drawings().times().keyAt(all()[0].points[0].time), key + 1);
        chart().key(Qt::Key_Up);
        QVERIFY(std::abs(all()[0].points[0].price - before.points[0].price - 0.01) < 1e-9);
        chart().key(Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(std::abs(all()[0].points[1].price - before.points[1].price + 0.09) < 1e-9);
        chart().key(Qt::Key_Delete);
        QVERIFY(all().empty());
    }

    void keysDrawAtTheCrosshair()
    {
        const QPoint place = chart().place(0.4, 0.4);
        chart().moveTo(place);
        chart().key(Qt::Key_H, Qt::AltModifier);
        QCOMPARE(all().back().tool, DrawingTool::HorizontalLine);
        QVERIFY((placeOf(all().back().points[0]) - place).manhattanLength() <= 6);
        chart().key(Qt::Key_V, Qt::AltModifier);
        QCOMPARE(all().back().tool, DrawingTool::VerticalLine);
        chart().key(Qt::Key_T, Qt::AltModifier);
        QCOMPARE(drawings().tool(), DrawingTool::TrendLine);
        chart().key(Qt::Key_F, Qt::AltModifier);
        QCOMPARE(drawings().tool(), DrawingTool::FibRetracement);
    }

    void aLineIsDrawnByKeysAlone()
    {
        drawings().setTool(DrawingTool::TrendLine);
        chart().key(Qt::Key_Left);
        chart().key(Qt::Key_Left);
        chart().key(Qt::Key_Return);
        chart().key(Qt::Key_Left);
        chart().key(Qt::Key_Left);
        chart().key(Qt::Key_Return);
        QCOMPARE(all().size(), std::size_t(1));
        QCOMPARE(drawings().times().keyAt(all()[0].points[1].time)
                     - drawings().times().keyAt(all()[0].points[0].time),
                 -2.0);
        drawings().select({});
        chart().key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(drawings().selected(), QStringList { all()[0].id });
    }

    void copiesGoToAnotherChart()
    {
        const Drawing before = drawTrend();
        chart().key(Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->mimeData()->hasFormat(drawing::clipboardType()));
        DrawnChart other(*m_fixture, *m_desk, u"MSFT"_s, minute,
                         chartbars::walk(300, origin, 1min));
        other.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(other.book().drawings().size(), std::size_t(1));
        QCOMPARE(other.only().points, before.points);
        QCOMPARE(other.only().style, before.style);
        QVERIFY(other.only().id != before.id);
        // Where it is already, the copy lies beside it
        chart().key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(all().size(), std::size_t(2));
        QVERIFY(all()[1].points != before.points);
        chart().key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(all().size(), std::size_t(3));
        chart().key(Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(all().size(), std::size_t(2));
    }

    /// Where prices are quite others it is brought into view, and its moves keep their percentage.
    void copiesGoToOtherPrices()
    {
        const Drawing before = drawTrend();
        chart().key(Qt::Key_C, Qt::ControlModifier);
        std::vector<Candle> bars = chartbars::walk(300, origin, 1min, 3);
        for (Candle &bar : bars)
            for (Price *price : { &bar.open, &bar.high, &bar.low, &bar.close })
                *price = Price::fromUnits(price->units() * 50);
        DrawnChart other(*m_fixture, *m_desk, u"MSFT"_s, minute, bars);
        other.key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(other.drawings().placed().size(), std::size_t(1));
        const auto &points = other.only().points;
        QCOMPARE(points[0].time, before.points[0].time);
        QVERIFY(std::abs(points[1].price / points[0].price
                         - before.points[1].price / before.points[0].price)
                < 1e-4);
    }

    void rubbishInTheClipboardIsLeft()
    {
        auto *data = new QMimeData;
        data->setData(drawing::clipboardType(), "{]");
        QApplication::clipboard()->setMimeData(data);
        chart().key(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(all().empty());
        QVERIFY(!chart().book().canUndo());
    }

    // --- other charts

    void allChartsOfASymbolShowIt()
    {
        // Five of the minutes are one bar
        std::vector<Candle> bars;
        for (const Candle &bar : chartbars::walk(300, origin, 1min))
            if (toNs(bar.start) / 60'000'000'000 % 5 == 0)
                bars.push_back(bar);
        DrawnChart other(*m_fixture, *m_desk, u"AAPL"_s, Timeframe(5, TimeUnit::Minute), bars);
        const Drawing trend = drawTrend();
        QCOMPARE(other.book().drawings(), all());
        QCOMPARE(other.drawings().placed().size(), std::size_t(1));
        for (const DrawingPoint &point : trend.points) {
            const double here = drawings().times().keyAt(point.time);
            const double there = other.drawings().times().keyAt(point.time);
            QCOMPARE(chart().series.start(ChartSeries::Key(here)), point.time);
            const Timestamp bar = other.series.start(ChartSeries::Key(std::floor(there)));
            QVERIFY(bar <= point.time && point.time < bar + 5min);
        }
        // While it is dragged, too
        const QPoint middle = middleOf(trend);
        QTest::mousePress(chart().chart(), Qt::LeftButton, {}, middle);
        chart().moveTo(middle + QPoint(50, 50), Qt::LeftButton);
        QVERIFY(other.drawings().placed().front().drawing.points != trend.points);
        QTest::mouseRelease(chart().chart(), Qt::LeftButton, {}, middle + QPoint(50, 50));
        QCOMPARE(other.only(), all()[0]);
        other.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(all()[0], trend);
    }

    void newBarsLeaveItWhereItIs()
    {
        const std::vector<Candle> bars = chartbars::walk(320, origin, 1min);
        // Into the future, where bars will be
        drawings().setTool(DrawingTool::TrendLine);
        const ChartSeries::Key last = chart().series.lastKey();
        chart().chart()->showBars(last - 60, last + 20);
        chart().chart()->redraw();
        chart().click(chart().at(last - 20, chart().priceAt(0.5)));
        chart().click(chart().at(last + 12, chart().priceAt(0.3)));
        QCOMPARE(all().size(), std::size_t(1));
        for (std::size_t i = 300; i < bars.size(); ++i) {
            chart().series.apply(chartbars::update({ bars[i] }, false));
            QCOMPARE(drawings().times().keyAt(all()[0].points[1].time), double(last + 12));
        }
        QCOMPARE(chart().series.start(last + 12), all()[0].points[1].time);
    }

    void anotherSymbolHasItsOwn()
    {
        drawTrend();
        chart().series.setInstrument(u"MSFT"_s, minute);
        chart().series.apply(chartbars::update(chartbars::walk(300, origin, 1min, 3)));
        chart().chart()->redraw();
        QVERIFY(all().empty());
        QVERIFY(drawings().placed().empty());
        chart().series.setInstrument(u"AAPL"_s, minute);
        chart().series.apply(chartbars::update(chartbars::walk(300, origin, 1min)));
        chart().chart()->redraw();
        QCOMPARE(drawings().placed().size(), std::size_t(1));
    }

    // --- menu, dialog, toolbox

    void theMenuOrdersAndRemoves()
    {
        const Drawing one
            = draw(DrawingTool::Rectangle, chart().place(0.3, 0.3), chart().place(0.6, 0.6));
        const Drawing other
            = draw(DrawingTool::Rectangle, chart().place(0.31, 0.31), chart().place(0.61, 0.61));
        const QPoint both = chart().place(0.45, 0.45);
        menuAction(both, u"drawingBack"_s)->trigger();
        QCOMPARE(all()[0].id, other.id);
        menuAction(both, u"drawingBack"_s)->trigger();
        QCOMPARE(all()[0].id, one.id);
        menuAction(both, u"drawingHide"_s)->trigger();
        QCOMPARE(drawings().placed().size(), std::size_t(1));
        menuAction(chart().place(0.9, 0.9), u"drawingShow"_s)->trigger();
        QCOMPARE(drawings().placed().size(), std::size_t(2));
        menuAction(both, u"drawingDelete"_s)->trigger();
        QCOMPARE(all().size(), std::size_t(1));
    }

    void othersAddToTheMenu()
    {
        QAction alert(u"Alert"_s);
        QString asked;
        drawings().addMenuSource([&](const Drawing &drawing) {
            asked = drawing.id;
            return QList<QAction *> { &alert };
        });
        const Drawing trend = drawTrend();
        menuAction(middleOf(trend), u"drawingDelete"_s);
        QCOMPARE(asked, trend.id);
    }

    void theDialogChangesIt()
    {
        const Drawing before = drawTrend();
        QTest::mouseDClick(chart().chart(), Qt::LeftButton, {}, middleOf(before));
        QVERIFY(dialog());
        field<QComboBox>("drawingWidth")->setCurrentIndex(3);
        field<QComboBox>("drawingDash")->setCurrentIndex(1);
        field<QCheckBox>("drawingExtendRight")->click();
        field<QPlainTextEdit>("drawingText")->setPlainText(u"Resistance"_s);
        QCOMPARE(all()[0].style.line.width, 4); // shown at once
        QLineEdit *price = field<QLineEdit>("pointPrice1");
        price->selectAll();
        QTest::keyClicks(price, u"187.25"_s);
        QLineEdit *time = field<QLineEdit>("pointTime0");
        time->selectAll();
        QTest::keyClicks(time, u"2026-08-13 11:07"_s);
        QVERIFY2(dialog()->complaint().isEmpty(), qPrintable(dialog()->complaint()));
        QTest::mouseClick(dialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
                          Qt::LeftButton);
        const Drawing after = all()[0];
        QCOMPARE(after.style.line.width, 4);
        QCOMPARE(after.style.line.dash, LineDash::Dashed);
        QVERIFY(after.style.extendRight);
        QCOMPARE(after.text, u"Resistance"_s);
        QCOMPARE(after.points[1].price, 187.25);
        QCOMPARE(after.points[1].time, before.points[1].time);
        QCOMPARE(after.points[0].time, origin + 67min);
        QCOMPARE(after.points[0].price, before.points[0].price);
        chart().key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(all()[0], before);
    }

    void theDialogRefusesWhatIsNone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::newRow("no price") << u"pointPrice0"_s << u"187.x"_s;
        QTest::newRow("an empty price") << u"pointPrice0"_s << u" "_s;
        QTest::newRow("no time") << u"pointTime0"_s << u"tomorrow"_s;
        QTest::newRow("a day that is none") << u"pointTime0"_s << u"2026-02-30 10:00"_s;
        QTest::newRow("an hour that is none") << u"pointTime0"_s << u"2026-02-20 25:00"_s;
        QTest::newRow("too much") << u"pointTime0"_s << u"2026-02-20 10:00 12"_s;
        QTest::newRow("the year 1") << u"pointTime0"_s << u"0001-02-20 10:00"_s;
        QTest::newRow("no ratio") << u"levelRatio2"_s << u"half"_s;
        QTest::newRow("a ratio beyond all") << u"levelRatio2"_s << u"1e9"_s;
    }

    void theDialogRefusesWhatIsNone()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, text);
        const Drawing before
            = draw(DrawingTool::FibRetracement, chart().place(0.3, 0.7), chart().place(0.5, 0.3));
        drawings().openSettings(before.id);
        auto *edit = dialog()->findChild<QLineEdit *>(name);
        QVERIFY(edit);
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QVERIFY(!dialog()->complaint().isEmpty());
        QVERIFY(
            !dialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled());
        dialog()->reject();
        QCOMPARE(all()[0], before);
    }

    void aCancelledDialogLeavesNothing()
    {
        const Drawing before = drawTrend();
        drawings().openSettings(before.id);
        field<QComboBox>("drawingWidth")->setCurrentIndex(3);
        QVERIFY(all()[0] != before);
        dialog()->reject();
        QCOMPARE(all()[0], before);
    }

    void aStyleIsUsedForNewOnes()
    {
        drawings().openSettings(drawTrend().id);
        field<QComboBox>("drawingWidth")->setCurrentIndex(3);
        field<QPushButton>("drawingUseForNew")->click();
        dialog()->accept();
        QCOMPARE(draw(DrawingTool::TrendLine, chart().place(0.2, 0.2), chart().place(0.4, 0.1))
                     .style.line.width,
                 4);
        reopenDesk();
        QCOMPARE(m_desk->style(DrawingTool::TrendLine).line.width, 4);
        drawings().openSettings(all().front().id);
        field<QPushButton>("drawingReset")->click();
        dialog()->accept();
        QCOMPARE(m_desk->style(DrawingTool::TrendLine),
                 drawing::usualStyle(DrawingTool::TrendLine));
    }

    void textIsAskedFor()
    {
        drawings().setTool(DrawingTool::Text);
        chart().click(chart().place(0.4, 0.4));
        QVERIFY(dialog());
        auto *text = field<QPlainTextEdit>("drawingText");
        text->selectAll();
        QTest::keyClicks(text, u"Gap"_s);
        dialog()->accept();
        QCOMPARE(all()[0].text, u"Gap"_s);
    }

    void theToolBoxTakesTools()
    {
        DrawingToolBox *box = chart().panel->drawingTools();
        QVERIFY(box->isVisible());
        auto *lines = box->findChild<ToolGroupButton *>(u"drawGroup-trend-line"_s);
        QTest::mouseClick(lines, Qt::LeftButton);
        QCOMPARE(drawings().tool(), DrawingTool::TrendLine);
        QVERIFY(lines->isChecked());
        lines->findChild<QAction *>(u"draw-horizontal-ray"_s)->trigger();
        QCOMPARE(drawings().tool(), DrawingTool::HorizontalRay);
        QCOMPARE(lines->shownTool(), DrawingTool::HorizontalRay);
        chart().click(chart().place(0.4, 0.4));
        QVERIFY(!lines->isChecked());
        QTest::mouseClick(lines, Qt::LeftButton); // the last used lies on top
        QCOMPARE(drawings().tool(), DrawingTool::HorizontalRay);
        QTest::mouseClick(box->findChild<QToolButton *>(u"drawCursorButton"_s), Qt::LeftButton);
        QVERIFY(!drawings().tool());

        const auto press = [box](const char *name) {
            QTest::mouseClick(box->findChild<QToolButton *>(QString::fromLatin1(name)),
                              Qt::LeftButton);
        };
        press("drawUndoButton");
        QVERIFY(all().empty());
        press("drawRedoButton");
        QCOMPARE(all().size(), std::size_t(1));
        press("drawHideAllButton");
        QVERIFY(drawings().placed().empty());
        press("drawHideAllButton");
        press("drawLockAllButton");
        const Drawing before = all()[0];
        chart().drag(placeOf(before.points[0]), chart().place(0.6, 0.8));
        QCOMPARE(all()[0], before);
        press("drawLockAllButton");
        box->findChild<QAction *>(u"drawDeleteAll"_s)->trigger();
        QVERIFY(all().empty());
        press("drawUndoButton");
        QCOMPARE(all().size(), std::size_t(1));
        press("drawMagnetButton");
        QCOMPARE(drawings().magnetMode(), MagnetMode::Weak);
    }

    void theToolBoxGivesWay()
    {
        DrawingToolBox *box = chart().panel->drawingTools();
        chart().panel->resize(DrawingToolBox::leastChartWidth - 20, 500);
        QTRY_VERIFY(!box->isVisible());
        chart().panel->resize(900, 260); // too low for all
        QTRY_VERIFY(box->isVisible());
        auto *more = box->findChild<QToolButton *>(u"drawMore"_s);
        QTRY_VERIFY(more->isVisible());
        QVERIFY(!more->menu()->actions().isEmpty());
        m_fixture->commands.action(u"chart.drawing-tools"_s)->trigger();
        QVERIFY(!box->isVisible());
        drawings().setMagnetMode(MagnetMode::Strong);
        const QJsonObject state = chart().panel->saveState();
        open();
        chart().panel->restoreState(state);
        QVERIFY(!chart().panel->drawingTools()->isWanted());
        QCOMPARE(drawings().magnetMode(), MagnetMode::Strong);
    }

    /// Above the chart, however narrow that is.
    void theRowOfButtonsHasTheToolsToo()
    {
        auto *button = chart().panel->findChild<QToolButton *>(u"drawToolsButton"_s);
        QVERIFY(button);
        const QList<QAction *> actions = button->defaultAction()->menu()->actions();
        QCOMPARE(int(actions.size()), drawingToolCount);
        for (QAction *action : actions)
            if (action->objectName() == u"draw-rectangle"_s)
                action->trigger();
        QCOMPARE(drawings().tool(), DrawingTool::Rectangle);
    }

    void commandsTakeTools()
    {
        m_fixture->commands.action(u"chart.draw-pitchfork"_s)->trigger();
        QCOMPARE(drawings().tool(), DrawingTool::Pitchfork);
        chart().click(chart().place(0.2, 0.5));
        chart().click(chart().place(0.4, 0.2));
        chart().click(chart().place(0.4, 0.8));
        QCOMPARE(all().size(), std::size_t(1));
        m_fixture->commands.action(u"chart.drawing-delete-all"_s)->trigger();
        QVERIFY(all().empty());
        m_fixture->commands.action(u"chart.drawing-undo"_s)->trigger();
        QCOMPARE(all().size(), std::size_t(1));
    }
};

QTEST_MAIN(TestChartDrawings)
#include "tst_chartdrawings.moc"
