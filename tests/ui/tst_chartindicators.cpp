#include "chartbars.h"
#include "chartindicators.h"
#include "chartoverlay.h"
#include "chartpanel.h"
#include "chartstudies.h"
#include "charttemplates.h"
#include "flowseries.h"
#include "fonts.h"
#include "memorydocuments.h"
#include "panelfixture.h"
#include "pricechart.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

#include <cmath>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Timestamp origin = fromMs(1'786'629'600'000); // 2026-08-13 10:00 Eastern
constexpr std::size_t barCount = 400;

} // namespace

class TestChartIndicators : public QObject
{
    Q_OBJECT

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<MemoryDocuments> m_documents;
    std::unique_ptr<ChartSeries> m_series;
    std::unique_ptr<FlowSeries> m_flow;
    std::unique_ptr<ChartPanel> m_panel;

    PriceChart &chart() const { return *m_panel->chart(); }
    ChartStudies &studies() const { return chart().studies(); }
    IndicatorSet &set() const { return studies().set(); }
    const StudyLegend &legend() const
    {
        return chart().findChild<ChartOverlay *>()->studies().legend();
    }
    void settle() const
    {
        QTRY_VERIFY(!set().isComputing());
        chart().redraw();
    }
    IndicatorSet::Id add(const QString &id) const
    {
        studies().add(IndicatorDefaults().choice(id));
        settle();
        return set().ids().back();
    }
    void makePanel()
    {
        m_panel.reset();
        m_panel = std::make_unique<ChartPanel>(m_fixture->context(u"chart"_s), *m_series, *m_flow);
        m_panel->setDocuments(*m_documents);
        m_panel->resize(1'000, 700);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    template<typename Widget> Widget *part(const QString &name) const
    {
        return m_panel->findChild<Widget *>(name);
    }
    QWidget *openPicker() const
    {
        QTest::mouseClick(part<QToolButton>(u"chartIndicatorsButton"_s), Qt::LeftButton);
        return part<QWidget>(u"indicatorPicker"_s);
    }
    /// Where the pane of an indicator is.
    QRect paneOf(IndicatorSet::Id id) const
    {
        return chart().panes().rectOf(set().choice(id).pane);
    }
    /// Somewhere on the name of an indicator.
    QPoint rowOf(IndicatorSet::Id id) const
    {
        for (int y = 0; y < chart().height(); y += 3)
            if (legend().hitAt({ 14, y }).id == id)
                return { 14, y + 4 };
        return {};
    }
    void clickButton(IndicatorSet::Id id, StudyButton button) const
    {
        QTest::mouseMove(&chart(), rowOf(id));
        for (int x = 0; x < chart().width(); x += 4) {
            const StudyHit hit = legend().hitAt({ x, rowOf(id).y() });
            if (hit.id != id || hit.button != button)
                continue;
            QTest::mouseMove(&chart(), hit.rect.center());
            return QTest::mouseClick(&chart(), Qt::LeftButton, {}, hit.rect.center());
        }
        QFAIL("there is no such button");
    }
    void drag(QPoint from, QPoint to) const
    {
        QTest::mouseMove(&chart(), from);
        QTest::mousePress(&chart(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 6; ++step)
            QTest::mouseMove(&chart(), from + (to - from) * step / 6);
        QTest::mouseRelease(&chart(), Qt::LeftButton, {}, to);
        chart().redraw();
    }
    /// Of the context menu at a place.
    QAction *menuAction(QPoint place, const QString &name) const
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, place, chart().mapToGlobal(place));
        QApplication::sendEvent(&chart(), &event);
        for (auto *menu : chart().findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly)) {
            menu->hide();
            for (QAction *action : menu->actions())
                if (action->objectName() == name)
                    return action;
        }
        return nullptr;
    }

private slots:
    void initTestCase() { loadBundledFonts(); }

    void init()
    {
        // The offscreen platform says so of every window with a fixed size
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_fixture = std::make_unique<PanelFixture>();
        m_documents = std::make_unique<MemoryDocuments>();
        m_series = std::make_unique<ChartSeries>();
        m_flow = std::make_unique<FlowSeries>(*m_series);
        m_series->setInstrument(u"AAPL"_s, Timeframe());
        m_series->apply(chartbars::update(chartbars::walk(barCount, origin, 1min)));
        makePanel();
    }
    void cleanup()
    {
        m_panel.reset();
        m_flow.reset();
        m_series.reset();
        m_documents.reset();
        m_fixture.reset();
    }

    void thePickerAddsWhatIsTyped()
    {
        QWidget *picker = openPicker();
        QVERIFY(picker && picker->isVisible());
        auto *search = part<QLineEdit>(u"indicatorSearch"_s);
        QTest::keyClicks(search, u"rsi"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(set().size(), 1);
        QCOMPARE(set().choice(set().ids().front()).spec.id, u"rsi"_s);
        search->clear();
        QTest::keyClicks(search, u"simple moving"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(picker->isVisible()); // for the next one
        QCOMPARE(set().size(), 2);
        QCOMPARE(set().choice(set().ids().back()).spec.id, u"sma"_s);
        QCOMPARE(part<QListWidget>(u"indicatorsOnChart"_s)->count(), 2);
        search->clear();
        QTest::keyClicks(search, u"zzzz"_s);
        QVERIFY(!part<QListView>(u"indicatorList"_s)->isVisible());
        QVERIFY(!part<QPushButton>(u"addIndicator"_s)->isEnabled());
    }

    void theListOfThePickerChangesThoseOnTheChart()
    {
        const auto id = add(u"ema"_s);
        openPicker();
        QTest::mouseClick(part<QPushButton>(u"hideIndicator"_s), Qt::LeftButton);
        QVERIFY(set().choice(id).hidden);
        QTest::mouseClick(part<QPushButton>(u"hideIndicator"_s), Qt::LeftButton);
        QVERIFY(!set().choice(id).hidden);
        QTest::mouseClick(part<QPushButton>(u"duplicateIndicator"_s), Qt::LeftButton);
        QCOMPARE(set().size(), 2);
        QTest::mouseClick(part<QPushButton>(u"removeIndicator"_s), Qt::LeftButton);
        QCOMPARE(set().size(), 1);
        QVERIFY(!set().contains(id));
    }

    void favouritesAreFirstAndKept()
    {
        openPicker();
        auto *search = part<QLineEdit>(u"indicatorSearch"_s);
        QTest::keyClicks(search, u"rsi"_s);
        QTest::mouseClick(part<QPushButton>(u"favouriteIndicator"_s), Qt::LeftButton);
        search->clear();
        const QAbstractItemModel *rows = part<QListView>(u"indicatorList"_s)->model();
        QCOMPARE(rows->index(1, 0).data().toString(), u"Relative strength index"_s);
        makePanel();
        openPicker();
        rows = part<QListView>(u"indicatorList"_s)->model();
        QCOMPARE(rows->index(1, 0).data().toString(), u"Relative strength index"_s);
    }

    void settingsAreShownAtOnceAndCancelTakesThemBack()
    {
        const auto id = add(u"sma"_s);
        const double before = set().valueAt(id, 0, 300);
        m_panel->indicators()->openSettings(id);
        auto *length = part<QSpinBox>(u"parameter-length"_s);
        QVERIFY(length);
        length->setFocus();
        length->selectAll();
        QTest::keyClicks(length, u"5"_s);
        settle();
        QCOMPARE(set().parameters(id).front(), 5.0);
        QVERIFY(set().valueAt(id, 0, 300) != before);
        auto *width = part<QComboBox>(u"width-0"_s);
        QTest::keyClick(width, Qt::Key_Down);
        QCOMPARE(set().choice(id).style(0).width, 2);
        QTest::mouseClick(part<QCheckBox>(u"shown-0"_s), Qt::LeftButton, {}, { 6, 10 });
        QVERIFY(!set().choice(id).shows(0));
        auto *buttons = part<QWidget>(u"indicatorSettings"_s)->findChild<QDialogButtonBox *>();
        QTest::mouseClick(buttons->button(QDialogButtonBox::Cancel), Qt::LeftButton);
        settle();
        QCOMPARE(set().parameters(id).front(), 20.0);
        QCOMPARE(set().valueAt(id, 0, 300), before);
        QCOMPARE(set().choice(id).style(0).width, 1);
        QVERIFY(set().choice(id).shows(0));
    }

    void defaultsAreThoseOfEveryOneAddedFromNowOn()
    {
        const auto id = add(u"sma"_s);
        m_panel->indicators()->openSettings(id);
        part<QSpinBox>(u"parameter-length"_s)->setValue(77);
        QTest::mouseClick(part<QPushButton>(u"keepIndicatorDefaults"_s), Qt::LeftButton);
        openPicker();
        auto *search = part<QLineEdit>(u"indicatorSearch"_s);
        QTest::keyClicks(search, u"simple moving"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(set().parameters(set().ids().back()).front(), 77.0);
        QTest::mouseClick(part<QPushButton>(u"indicatorDefaults"_s), Qt::LeftButton);
        QCOMPARE(set().parameters(id).front(), 20.0);
    }

    void buttonsOfTheLegendHideSetAndRemove()
    {
        const auto average = add(u"ema"_s);
        const auto momentum = add(u"rsi"_s);
        clickButton(average, StudyButton::Hide);
        QVERIFY(set().choice(average).hidden);
        chart().redraw();
        clickButton(average, StudyButton::Hide);
        QVERIFY(!set().choice(average).hidden);
        chart().redraw();
        clickButton(average, StudyButton::Settings);
        QVERIFY(part<QWidget>(u"indicatorSettings"_s));
        clickButton(momentum, StudyButton::Remove);
        QVERIFY(!set().contains(momentum));
        QVERIFY(set().contains(average));
    }

    void theLegendTellsTheValuesAtTheCrosshair()
    {
        const auto id = add(u"ema"_s);
        const auto text = [&](ChartSeries::Key key) {
            return QLocale().toString(set().valueAt(id, 0, key), 'f', 2);
        };
        QVERIFY2(chart().studyText().contains(text(m_series->lastKey())),
                 qPrintable(chart().studyText()));
        const ChartSeries::Key key = m_series->lastKey() - 30;
        QTest::mouseMove(
            &chart(),
            QPoint(int(chart().view().xOf(double(key))), chart().panes().price.center().y()));
        QCOMPARE(chart().crosshair()->key, key);
        QVERIFY2(chart().studyText().contains(text(key)), qPrintable(chart().studyText()));
        QVERIFY(chart().studyText().startsWith(u"EMA 20"_s));
    }

    void theLegendOverThePricesFoldsAway()
    {
        const auto id = add(u"ema"_s);
        QPoint toggle;
        for (int y = 0; y < chart().height() && toggle.isNull(); y += 2)
            if (const StudyHit hit = legend().hitAt({ 16, y }); hit.button == StudyButton::Collapse)
                toggle = hit.rect.center();
        QVERIFY(!toggle.isNull());
        QTest::mouseClick(&chart(), Qt::LeftButton, {}, toggle);
        QVERIFY(studies().isCollapsed());
        chart().redraw();
        QVERIFY(rowOf(id).isNull());
    }

    void panesAreMadeHigherByTheirEdges()
    {
        const auto id = add(u"rsi"_s);
        const QRect before = paneOf(id);
        const int prices = chart().panes().price.height();
        QVERIFY(before.height() > 40);
        const QPoint edge(300, before.top());
        QTest::mouseMove(&chart(), edge);
        QCOMPARE(chart().cursor().shape(), Qt::SplitVCursor);
        drag(edge, edge - QPoint(0, 30));
        // The pane above it is volume's
        QCOMPARE(paneOf(id).height(), before.height() + 30);
        QCOMPARE(chart().panes().price.height(), prices);
        const int lowerTop = chart().panes().lower.front().rect.top();
        drag({ 300, lowerTop }, { 300, lowerTop - 50 });
        QCOMPARE(chart().panes().price.height(), prices - 50);
        // Not beyond what a pane needs
        drag({ 300, paneOf(id).top() }, { 300, chart().height() });
        QCOMPARE(paneOf(id).height(), PaneLayout::leastHeight);
        QTest::mouseDClick(&chart(), Qt::LeftButton, {}, { 300, paneOf(id).top() });
        chart().redraw();
        QCOMPARE(paneOf(id).height(), before.height());
    }

    void panesMoveFoldAndClose()
    {
        const auto first = add(u"rsi"_s);
        const auto second = add(u"atr"_s);
        QVERIFY(paneOf(first).top() < paneOf(second).top());
        menuAction(paneOf(second).center(), u"paneUp"_s)->trigger();
        chart().redraw();
        QVERIFY(paneOf(first).top() > paneOf(second).top());
        QTest::mouseDClick(&chart(), Qt::LeftButton, {}, rowOf(first));
        chart().redraw();
        QVERIFY(paneOf(second).isEmpty());
        QVERIFY(paneOf(first).height() > chart().height() / 2);
        QVERIFY(chart().panes().price.height() > 40);
        QTest::mouseDClick(&chart(), Qt::LeftButton, {}, rowOf(first));
        chart().redraw();
        QVERIFY(!paneOf(second).isEmpty());
        menuAction(paneOf(second).center(), u"paneClose"_s)->trigger();
        QVERIFY(!set().contains(second));
        menuAction(chart().panes().volume.center(), u"paneClose"_s)->trigger();
        QVERIFY(!studies().isVolumeShown());
        chart().redraw();
        QCOMPARE(chart().panes().volume.height(), 1);
        menuAction(chart().panes().price.center(), u"chartVolume"_s)->trigger();
        QVERIFY(studies().isVolumeShown());
    }

    void indicatorsMoveBetweenPanes()
    {
        const auto average = add(u"ema"_s);
        menuAction(rowOf(average), u"studyToOwnPane"_s)->trigger();
        settle();
        QVERIFY(set().choice(average).pane > 0);
        QVERIFY(!paneOf(average).isEmpty());
        const auto momentum = add(u"rsi"_s);
        menuAction(rowOf(momentum), u"studyToPaneAbove"_s)->trigger();
        settle();
        QCOMPARE(set().choice(momentum).pane, set().choice(average).pane);
        menuAction(rowOf(average), u"studyToPrices"_s)->trigger();
        QCOMPARE(set().choice(average).pane, ChartPane::prices);
    }

    void aLineHasItsMenu()
    {
        const auto id = add(u"sma"_s);
        const ChartSeries::Key key = m_series->lastKey() - 20;
        const QPoint onLine(int(chart().scene().xOf(key)),
                            int(chart().scene().priceY(set().valueAt(id, 0, key))));
        QAction *remove = menuAction(onLine, u"studyRemove"_s);
        QVERIFY(remove);
        remove->trigger();
        QCOMPARE(set().size(), 0);
    }

    void aPaneTellsTheValueAtAHeight()
    {
        const auto id = add(u"rsi"_s);
        const QString value = chart().findChild<ChartOverlay *>()->studies().valueText(
            set().choice(id).pane, paneOf(id).center().y());
        QVERIFY2(std::abs(QLocale().toDouble(value) - 50) < 2, qPrintable(value)); // of 0 to 100
    }

    void ticksBeyondAPaneFitItAnew()
    {
        const auto id = add(u"obv"_s);
        const StudyPane before = chart().scene().studies.panes.front();
        Candle bar = chartbars::walk(barCount, origin, 1min).back();
        bar.close = bar.high = bar.high + Price::whole(1);
        bar.volume = Qty::whole(50'000'000);
        m_series->apply(chartbars::update({ bar }, false));
        QTRY_VERIFY(chart().scene().studies.panes.front().high > before.high);
        QVERIFY(set().valueAt(id, 0, m_series->lastKey()) > before.high);
    }

    void pricesAreScaledAloneUnlessWanted()
    {
        const auto id = add(u"donchian"_s);
        Q_UNUSED(id)
        const double high = chart().view().high;
        menuAction(chart().panes().price.center(), u"chartFitIndicators"_s)->trigger();
        chart().redraw();
        QVERIFY(!studies().scalesPricesOnly());
        QVERIFY(chart().view().high >= high);
    }

    void stateIsKept()
    {
        const auto average = add(u"ema"_s);
        const auto momentum = add(u"rsi"_s);
        studies().setHidden(average, true);
        drag({ 300, paneOf(momentum).top() }, { 300, paneOf(momentum).top() - 25 });
        studies().setCollapsed(true);
        const QRect pane = paneOf(momentum);
        const QJsonObject state = m_panel->saveState();
        makePanel();
        QCOMPARE(set().size(), 0);
        m_panel->restoreState(state);
        settle();
        QCOMPARE(set().ids(), (std::vector { average, momentum }));
        QVERIFY(set().choice(average).hidden);
        QVERIFY(studies().isCollapsed());
        QCOMPARE(paneOf(momentum).height(), pane.height());
        QCOMPARE(m_panel->saveState(), state);
    }

    void templatesAreSavedAppliedAndThoseOfNewCharts()
    {
        add(u"ema"_s);
        add(u"rsi"_s);
        const auto openDialog = [this] {
            QToolButton *button = part<QToolButton>(u"chartTemplatesButton"_s);
            QMenu *menu = button->defaultAction()->menu();
            emit menu->aboutToShow();
            menu->findChild<QAction *>(u"manageTemplates"_s)->trigger();
        };
        openDialog();
        QTest::keyClicks(part<QLineEdit>(u"templateName"_s), u"Momentum"_s);
        QTest::mouseClick(part<QPushButton>(u"saveTemplate"_s), Qt::LeftButton);
        QTest::mouseClick(part<QCheckBox>(u"defaultTemplate"_s), Qt::LeftButton, {}, { 6, 8 });
        const QJsonObject state = m_panel->saveState();
        makePanel();
        settle();
        QCOMPARE(m_panel->saveState(), state); // a new chart
        set().clear();
        openDialog();
        auto *list = part<QListWidget>(u"templates"_s);
        QCOMPARE(list->count(), 1);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualItemRect(list->item(0)).center());
        QTest::mouseClick(part<QPushButton>(u"applyTemplate"_s), Qt::LeftButton);
        QCOMPARE(set().size(), 2);
        auto *name = part<QLineEdit>(u"templateName"_s);
        name->selectAll();
        QTest::keyClicks(name, u"Swing"_s);
        QTest::mouseClick(part<QPushButton>(u"renameTemplate"_s), Qt::LeftButton);
        QCOMPARE(ChartTemplates(*m_documents).names(), QStringList(u"Swing"_s));
        QCOMPARE(ChartTemplates(*m_documents).defaultName(), u"Swing"_s);
        QTest::mouseClick(part<QPushButton>(u"removeTemplate"_s), Qt::LeftButton);
        QCOMPARE(ChartTemplates(*m_documents).names(), QStringList());
    }
};

QTEST_MAIN(TestChartIndicators)
#include "tst_chartindicators.moc"
