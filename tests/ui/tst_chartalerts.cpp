#include "alertdialog.h"
#include "alertindicators.h"
#include "chartalerts.h"
#include "chartbars.h"
#include "chartpanel.h"
#include "drawing.h"
#include "charttoolbar.h"
#include "flowseries.h"
#include "fonts.h"
#include "indicatorset.h"
#include "memorydocuments.h"
#include "panelfixture.h"
#include "pricechart.h"

#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp origin = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern

} // namespace

/// Alerts on a chart, by mouse, menu and dialog.
class TestChartAlerts : public QObject
{
    Q_OBJECT

    MemoryDocuments m_store;
    std::unique_ptr<AlertBook> m_book;
    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<ChartSeries> m_series;
    std::unique_ptr<FlowSeries> m_flow;
    std::unique_ptr<ChartPanel> m_panel;

    PriceChart *chart() const { return m_panel->chart(); }
    ChartAlerts &alerts() const { return *m_panel->alerts(); }

    /// A price of whole cents at a share of the pane's height, from its top.
    double priceAt(double share) const
    {
        const ChartViewport &view = chart()->scene().view;
        return qRound(view.priceAt(share * view.height) * 100) / 100.0;
    }
    int yOf(double price) const { return qRound(chart()->scene().priceY(price)); }
    QPoint onLine(double price) const { return { 500, yOf(price) }; }
    QString addAt(double price, AlertCondition condition = AlertCondition::Crossing)
    {
        ChartAlert alert;
        alert.symbol = u"AAPL"_s;
        alert.condition = condition;
        alert.against = AlertValue::atLevel(price);
        alert.otherLevel = price + 1;
        return m_book->add(alert).value_or(QString());
    }
    void moveTo(QPoint at, Qt::MouseButtons buttons = Qt::NoButton)
    {
        QMouseEvent event(QEvent::MouseMove, at, chart()->mapToGlobal(at), Qt::NoButton, buttons,
                          Qt::NoModifier);
        QApplication::sendEvent(chart(), &event);
    }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(chart(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 4; ++step)
            moveTo(from + (to - from) * step / 4, Qt::LeftButton);
        QTest::mouseRelease(chart(), Qt::LeftButton, {}, to);
    }
    QAction *menuAction(QPoint at, const QString &name)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, chart()->mapToGlobal(at));
        QApplication::sendEvent(chart(), &event);
        if (QWidget *menu = QApplication::activePopupWidget())
            menu->close();
        return chart()->findChild<QAction *>(name);
    }
    AlertDialog *dialog() const { return m_panel->window()->findChild<AlertDialog *>(); }
    template<typename Kind> Kind *field(const QString &name) const
    {
        return dialog()->findChild<Kind *>(name);
    }
    void type(const QString &name, const QString &text)
    {
        auto *edit = field<QLineEdit>(name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    /// By keys, as a person would.
    void choose(const QString &name, int index)
    {
        auto *box = field<QComboBox>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int i = 0; i < index; ++i)
            QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentIndex(), index);
    }
    void save()
    {
        QTest::mouseClick(field<QPushButton>(u"alertSave"_s), Qt::LeftButton);
        QTRY_VERIFY(!dialog());
    }

private slots:
    void initTestCase()
    {
        loadBundledFonts();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_store = {};
        m_book = std::make_unique<AlertBook>(m_store);
        m_book->setMarket(DataSource::Live, origin + 10h);
        m_fixture = std::make_unique<PanelFixture>();
        m_series = std::make_unique<ChartSeries>();
        m_flow = std::make_unique<FlowSeries>(*m_series);
        m_panel = std::make_unique<ChartPanel>(m_fixture->context(u"chart"_s), *m_series, *m_flow);
        m_panel->setAlertBook(*m_book);
        m_panel->resize(1'000, 600);
        m_panel->show();
        m_panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_series->setInstrument(u"AAPL"_s, *Timeframe::parse(u"5m"));
        m_series->apply(chartbars::update(chartbars::walk(600, origin, 5min)));
        chart()->redraw();
    }
    void cleanup()
    {
        m_panel.reset();
        m_flow.reset();
        m_series.reset();
        m_fixture.reset();
        m_book.reset();
    }

    // --- lines

    void linesStandAtTheirLevels()
    {
        QVERIFY(alerts().picture().isEmpty());
        QVERIFY(alerts().layer()->isHidden());
        const double price = priceAt(0.5);
        addAt(price);
        addAt(priceAt(0.6), AlertCondition::Entering);
        ChartAlert other;
        other.symbol = u"MSFT"_s;
        other.against = AlertValue::atLevel(price);
        QVERIFY(m_book->add(other).has_value());
        QCOMPARE(alerts().picture().lines.size(), 3U); // a range has two
        QCOMPARE(alerts().picture().lines.front().y, yOf(price));
        QCOMPARE(alerts().picture().lines.front().line.text, u"Crossing, once"_s);
        QVERIFY(alerts().layer()->isVisible());
        m_series->setInstrument(u"MSFT"_s, Timeframe());
        m_series->apply(chartbars::update(chartbars::walk(600, origin, 1min)));
        chart()->redraw();
        QCOMPARE(alerts().picture().lines.size(), 1U);
    }

    void alertsThatAreNotActiveHaveNoLine()
    {
        const QString id = addAt(priceAt(0.5));
        QVERIFY(m_book->setActive(id, false).has_value());
        QVERIFY(alerts().picture().isEmpty());
        QVERIFY(m_book->setActive(id, true).has_value());
        QCOMPARE(alerts().picture().lines.size(), 1U);
        m_book->setMarket(DataSource::Replay, origin); // another market's prices
        addAt(priceAt(0.4));
        QCOMPARE(alerts().picture().lines.size(), 1U);
        QCOMPARE(alerts().picture().lines.front().y, yOf(priceAt(0.4)));
    }

    void aLineIsDraggedToAnotherPrice()
    {
        const double price = priceAt(0.5);
        const QString id = addAt(price);
        const double wanted = priceAt(0.3);
        drag(onLine(price), onLine(wanted));
        const double moved = m_book->find(id)->against.level;
        QCOMPARE(yOf(moved), yOf(wanted));
        QCOMPARE(moved, qRound(moved * 100) / 100.0); // on a tick
        QCOMPARE(alerts().picture().lines.front().y, yOf(wanted));
        QVERIFY(!alerts().isMoving());
        QCOMPARE(m_store.documents(u"alert"_s)->size(), 1);
    }

    void anEdgeOfARangeIsDraggedAlone()
    {
        const double price = priceAt(0.7);
        const QString id = addAt(price, AlertCondition::Leaving);
        const double other = m_book->find(id)->otherLevel;
        drag(onLine(other), onLine(priceAt(0.2)));
        QCOMPARE(yOf(m_book->find(id)->otherLevel), yOf(priceAt(0.2)));
        QCOMPARE(m_book->find(id)->against.level, price);
    }

    void escapeAndTheRightButtonGiveUpADrag()
    {
        const double price = priceAt(0.5);
        const QString id = addAt(price);
        for (const bool byKey : { true, false }) {
            QTest::mousePress(chart(), Qt::LeftButton, {}, onLine(price));
            moveTo(onLine(priceAt(0.3)), Qt::LeftButton);
            QVERIFY(alerts().isMoving());
            if (byKey)
                QTest::keyClick(chart(), Qt::Key_Escape);
            else
                QTest::mousePress(chart(), Qt::RightButton, {}, onLine(priceAt(0.3)));
            QVERIFY(!alerts().isMoving());
            QTest::mouseRelease(chart(), Qt::LeftButton, {}, onLine(priceAt(0.3)));
            QCOMPARE(m_book->find(id)->against.level, price);
            QCOMPARE(alerts().picture().lines.front().y, yOf(price));
        }
    }

    void aLineThatFiresInTheHandIsLetGo()
    {
        const double price = priceAt(0.5);
        const QString id = addAt(price);
        QTest::mousePress(chart(), Qt::LeftButton, {}, onLine(price));
        moveTo(onLine(priceAt(0.3)), Qt::LeftButton);
        AlertFiring firing;
        firing.alert = *m_book->find(id);
        firing.time = origin + 1h;
        m_book->fire(firing);
        QVERIFY(!alerts().isMoving());
        QTest::mouseRelease(chart(), Qt::LeftButton, {}, onLine(priceAt(0.3)));
        QCOMPARE(m_book->find(id)->state, AlertState::Fired);
        QCOMPARE(m_book->find(id)->against.level, price);
    }

    void theCrossDeletes()
    {
        const double price = priceAt(0.5);
        addAt(price);
        QVERIFY(alerts().picture().lines.front().endButton.isNull());
        moveTo(onLine(price));
        const QRect button = alerts().picture().lines.front().endButton;
        QVERIFY(!button.isNull());
        moveTo(button.center());
        QCOMPARE(chart()->cursor().shape(), Qt::PointingHandCursor);
        QTest::mouseClick(chart(), Qt::LeftButton, {}, button.center());
        QVERIFY(m_book->alerts().empty());
        QVERIFY(alerts().layer()->isHidden());
    }

    /// Where no line is the chart goes on as ever.
    void besideALineTheChartIsDragged()
    {
        addAt(priceAt(0.5));
        const double left = chart()->view().left;
        drag({ 500, yOf(priceAt(0.2)) }, { 560, yOf(priceAt(0.2)) });
        QVERIFY(chart()->view().left != left);
    }

    void itIsInThePicture()
    {
        const QImage before = chart()->picture().toImage();
        addAt(priceAt(0.5));
        QVERIFY(chart()->picture().toImage() != before);
    }

    void whereItFiredASignStands()
    {
        const QString id = addAt(priceAt(0.5));
        AlertFiring firing;
        firing.alert = *m_book->find(id);
        firing.value = 187.5;
        const ChartSeries::Key key = m_series->lastKey() - 5;
        firing.time = m_series->start(key) + 90s;
        m_book->fire(firing);
        QCOMPARE(alerts().picture().marks.size(), 1U);
        const FiredMark &mark = alerts().picture().marks.front();
        QCOMPARE(mark.key, key);
        QVERIFY(mark.middle.y() < chart()->scene().priceY(m_series->run(key).high));
        const QString text = alerts().toolTipAt(mark.middle);
        QVERIFY2(text.contains(u"AAPL crossed"_s) && text.contains(u"187.50 at"_s),
                 qPrintable(text));
    }

    // --- making and changing

    void theMenuMakesOneAtThePointer()
    {
        const double price = priceAt(0.4);
        QAction *action = menuAction({ 500, yOf(price) }, u"alertAtPrice"_s);
        QVERIFY(action);
        action->trigger();
        QVERIFY(dialog());
        QVERIFY(dialog()->isVisible());
        const QString level = field<QLineEdit>(u"alertLevel"_s)->text();
        QVERIFY2(action->text().contains(level), qPrintable(action->text()));
        QCOMPARE(dialog()->sentence(), u"AAPL crosses %1, once."_s.arg(level));
        save();
        QCOMPARE(m_book->alerts().size(), 1U);
        QCOMPARE(m_book->alerts().front().timeframe, *Timeframe::parse(u"5m"));
        QCOMPARE(yOf(m_book->alerts().front().against.level), yOf(price));
        QCOMPARE(alerts().picture().lines.size(), 1U);
    }

    void theButtonAsksAtTheLastPrice()
    {
        auto *button = m_panel->bar()->findChild<QToolButton *>(u"chartAlertButton"_s);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(dialog());
        const double last = m_series->run(m_series->lastKey()).close;
        QCOMPARE(field<QLineEdit>(u"alertLevel"_s)->text(), alerttext::level(last));
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        QVERIFY(m_book->alerts().empty());
    }

    void theDialogSaysWhatItWillDo()
    {
        alerts().ask();
        type(u"alertLevel"_s, u"1,187.5"_s);
        choose(u"alertCondition"_s, int(AlertCondition::CrossingUp));
        QCOMPARE(dialog()->sentence(), u"AAPL crosses above 1,187.50, once."_s);
        QVERIFY(!field<QComboBox>(u"alertTimeframe"_s)->isEnabled());
        choose(u"alertWhen"_s, 2);
        QVERIFY(field<QComboBox>(u"alertTimeframe"_s)->isEnabled());
        QCOMPARE(dialog()->sentence(),
                 u"AAPL crosses above 1,187.50 at the close of 5-minute bars."_s);
        QVERIFY(!field<QLineEdit>(u"alertOtherLevel"_s)->isVisible());
        choose(u"alertCondition"_s, int(AlertCondition::Entering));
        QVERIFY(field<QLineEdit>(u"alertOtherLevel"_s)->isVisible());
        type(u"alertOtherLevel"_s, u"1190"_s);
        QCOMPARE(dialog()->sentence(),
                 u"AAPL enters 1,187.50 to 1,190.00 at the close of 5-minute bars."_s);
        choose(u"alertCondition"_s, int(AlertCondition::Falling));
        QVERIFY(!field<QLineEdit>(u"alertLevel"_s)->isVisible());
        type(u"alertPercent"_s, u"2.5"_s);
        type(u"alertBars"_s, u"6"_s);
        type(u"alertNote"_s, u"Look at it"_s);
        QTest::mouseClick(field<QCheckBox>(u"alertSound"_s), Qt::LeftButton, {},
                          { 8, field<QCheckBox>(u"alertSound"_s)->height() / 2 });
        save();
        const ChartAlert &made = m_book->alerts().front();
        QCOMPARE(made.condition, AlertCondition::Falling);
        QCOMPARE(made.percent, 2.5);
        QCOMPARE(made.bars, 6);
        QCOMPARE(made.note, u"Look at it"_s);
        QVERIFY(!made.sound);
        QVERIFY(!made.expiry);
    }

    void whatIsWrongIsSaidAndNotTaken()
    {
        alerts().ask();
        type(u"alertLevel"_s, u"cheap"_s);
        QCOMPARE(dialog()->complaint(), u"“cheap” is no number."_s);
        QVERIFY(!field<QPushButton>(u"alertSave"_s)->isEnabled());
        QVERIFY(dialog()->sentence().isEmpty());
        type(u"alertLevel"_s, u"100"_s);
        choose(u"alertCondition"_s, int(AlertCondition::Leaving));
        type(u"alertOtherLevel"_s, u"100"_s);
        QCOMPARE(dialog()->complaint(), u"A range needs two different levels."_s);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QVERIFY(m_book->alerts().empty());
    }

    void itEndsInEasternTime()
    {
        alerts().ask();
        auto *expires = field<QCheckBox>(u"alertExpires"_s);
        QVERIFY(!field<QDateTimeEdit>(u"alertExpiry"_s)->isEnabled());
        QTest::mouseClick(expires, Qt::LeftButton, {}, { 8, expires->height() / 2 });
        QVERIFY(expires->isChecked());
        field<QDateTimeEdit>(u"alertExpiry"_s)->setDateTime({ { 2026, 9, 1 }, { 9, 30 }, Qt::UTC });
        save();
        // 09:30 in New York is 13:30 UTC in summer
        QCOMPARE(toMs(*m_book->alerts().front().expiry),
                 QDateTime({ 2026, 9, 1 }, { 13, 30 }, Qt::UTC).toMSecsSinceEpoch());
    }

    void aDoubleClickEdits()
    {
        const double price = priceAt(0.5);
        const QString id = addAt(price);
        QTest::mouseDClick(chart(), Qt::LeftButton, {}, onLine(price));
        QVERIFY(dialog());
        choose(u"alertWhen"_s, 1);
        save();
        QCOMPARE(m_book->alerts().size(), 1U);
        QCOMPARE(m_book->find(id)->when, AlertWhen::OncePerBar);
        QVERIFY(!alerts().isMoving());
    }

    void theMenuOfALine()
    {
        const double price = priceAt(0.5);
        const QString id = addAt(price);
        QVERIFY(menuAction(onLine(price), u"alertEdit"_s));
        QVERIFY(!chart()->findChild<QAction *>(u"alertAtPrice"_s));
        menuAction(onLine(price), u"alertPause"_s)->trigger();
        QCOMPARE(m_book->find(id)->state, AlertState::Paused);
        QVERIFY(m_book->setActive(id, true).has_value());
        menuAction(onLine(price), u"alertDelete"_s)->trigger();
        QVERIFY(m_book->alerts().empty());
    }

    void indicatorsOfTheChartAreOffered()
    {
        IndicatorSet indicators;
        QVERIFY(indicators.add({ .spec = { u"sma"_s, { 20 } } }).has_value());
        offerIndicators(alerts(), indicators);
        QAction *action = menuAction({ 500, yOf(priceAt(0.5)) }, u"alertOnIndicator"_s);
        QVERIFY(action);
        QCOMPARE(action->text(), u"Alert on SMA 20 Close…"_s);
        action->trigger();
        QCOMPARE(dialog()->sentence(), u"AAPL crosses SMA 20 Close on 5-minute bars, once."_s);
        // The average against a level instead
        choose(u"alertSubject"_s, 1);
        choose(u"alertTarget"_s, 0);
        type(u"alertLevel"_s, u"190"_s);
        QCOMPARE(dialog()->sentence(),
                 u"SMA 20 Close of AAPL crosses 190.00 on 5-minute bars, once."_s);
        save();
        QCOMPARE(m_book->alerts().front().watched.kind, AlertValue::Kind::Indicator);
        QVERIFY(alerts().picture().lines.empty()); // no level of the price
    }

    void drawingsOfTheChartAreOffered()
    {
        Drawing drawing;
        drawing.id = u"d1"_s;
        alerts().addChoices([](AlertChoices &choices) {
            choices.drawings = { AlertValue::ofDrawing(u"d1"_s) };
            choices.drawingName
                = [](const QString &, const QString &id) { return QString(u"the line "_s + id); };
        });
        const QList<QAction *> actions = alerts().actionsOn(drawing);
        QCOMPARE(actions.size(), 1);
        actions.front()->trigger();
        QCOMPARE(dialog()->sentence(), u"AAPL crosses the line d1 on 5-minute bars, once."_s);
        save();
        QCOMPARE(m_book->alerts().front().against.drawing, u"d1"_s);
        QCOMPARE(m_book->alerts().front().watchedTimeframe(), *Timeframe::parse(u"5m"));
        drawing.tool = DrawingTool::Rectangle;
        alerts().actionsOn(drawing).front()->trigger();
        QCOMPARE(dialog()->sentence(), u"AAPL enters the line d1 on 5-minute bars, once."_s);
        QTest::keyClick(dialog(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        drawing.tool = DrawingTool::Text;
        QVERIFY(alerts().actionsOn(drawing).isEmpty());
    }

    void tooManyAreRefusedInTheDialog()
    {
        for (int i = 0; i < AlertBook::mostActive; ++i)
            addAt(priceAt(0.5));
        alerts().ask();
        QTest::mouseClick(field<QPushButton>(u"alertSave"_s), Qt::LeftButton);
        QVERIFY(dialog());
        QVERIFY2(dialog()->complaint().contains(u"100"_s), qPrintable(dialog()->complaint()));
        QTest::keyClick(dialog(), Qt::Key_Escape);
    }
};

QTEST_MAIN(TestChartAlerts)
#include "tst_chartalerts.moc"
