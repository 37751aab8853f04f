#include "barbuilder.h"
#include "chartpanel.h"
#include "chartseries.h"
#include "easterntime.h"
#include "flowfeed.h"
#include "flowmenu.h"
#include "flowseries.h"
#include "fonts.h"
#include "footprintpainter.h"
#include "levelpainter.h"
#include "panelfixture.h"
#include "pricechart.h"
#include "recordedflow.h"

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QRegularExpression>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

using namespace tapeline;
using namespace tapeline::test;
using namespace Qt::Literals::StringLiterals;

/// A chart of the recorded IBM day with its order flow. With TAPELINE_PICTURES=folder it leaves
/// pictures to look at.
class TestChartFlow : public QObject
{
    Q_OBJECT

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<ChartSeries> m_series;
    std::unique_ptr<FlowSeries> m_flow;
    std::unique_ptr<ChartPanel> m_panel;
    std::unique_ptr<FlowTape> m_tape;
    std::vector<TapePrint> m_prints;

    PriceChart &chart() const { return *m_panel->chart(); }

    /// Bars and flow of the prints up to a share of the day.
    void load(std::size_t prints)
    {
        m_series->setInstrument(u"IBM"_s, {});
        BarBuilder builder(BarOptions { .timeframe = {}, .rule = BarRule::EveryTrade });
        FlowFeed feed(1, {}, ClassifierRule::Weighted);
        feed.addPrints(std::span(m_prints).first(prints));
        for (std::size_t i = 0; i < prints; ++i)
            builder.add(m_prints[i].trade);
        ChartUpdate update;
        update.reset = true;
        update.history = ChartUpdate::History::Complete;
        update.bars.assign(builder.bars().begin(), builder.bars().end());
        m_series->apply(update);
        m_flow->clear();
        m_flow->apply(feed.take());
    }
    void keepPicture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("TAPELINE_PICTURES");
        if (!folder.isEmpty())
            m_panel->grab().save(folder + u'/' + name + u".png");
    }
    FlowOptions options(bool footprint, ProfileRange profile = ProfileRange::None,
                        FlowStyle style = FlowStyle::Candles)
    {
        FlowOptions options;
        options.style = style;
        options.footprint = footprint;
        options.profile = profile;
        return options;
    }
    /// Opens the chart's menu and its submenu of order flow, as a person does.
    FlowMenu *openMenu()
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(50, 50),
                                chart().mapToGlobal(QPoint(50, 50)));
        QApplication::sendEvent(&chart(), &event);
        auto *menu = chart().findChild<FlowMenu *>(u"flowMenu"_s);
        menu->popup(chart().mapToGlobal(QPoint(60, 60)));
        return menu;
    }
    void click(QMenu *menu, const QString &text)
    {
        for (QAction *action : menu->actions())
            if (action->text() == text)
                return QTest::mouseClick(menu, Qt::LeftButton, {},
                                         menu->actionGeometry(action).center());
        QFAIL(qPrintable(u"no action "_s + text));
    }

private slots:
    void initTestCase()
    {
        loadBundledFonts();
        SHARED_OR_SKIP();
        m_tape = std::make_unique<FlowTape>();
        QVERIFY(m_tape->read(u"IBM_2013-10-08"_s));
        m_prints = tapePrints(*m_tape);
    }
    void init()
    {
        m_fixture = std::make_unique<PanelFixture>();
        m_series = std::make_unique<ChartSeries>();
        m_flow = std::make_unique<FlowSeries>(*m_series);
        m_panel = std::make_unique<ChartPanel>(m_fixture->context(u"chart"_s), *m_series, *m_flow);
        m_panel->resize(1'200, 760);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        load(m_prints.size());
    }
    void cleanup()
    {
        m_panel.reset();
        m_flow.reset();
        m_series.reset();
        m_fixture.reset();
    }

    void theMenuChoosesWhatIsShown()
    {
        QSignalSpy chosen(m_panel.get(), &ChartPanel::flowOptionsChanged);
        const int withPane = chart().panes().price.height();
        QVERIFY(!chart().panes().flow.isEmpty());
        click(openMenu(), u"Hidden"_s);
        QCOMPARE(chart().flowOptions().style, FlowStyle::Hidden);
        QVERIFY(chart().panes().flow.isEmpty());
        QVERIFY(chart().panes().price.height() > withPane);
        QVERIFY(chart().flowText().isEmpty());
        click(openMenu(), u"Delta of each bar"_s);
        QCOMPARE(chart().flowOptions().style, FlowStyle::Delta);
        click(openMenu(), u"Footprint"_s);
        QVERIFY(chart().flowOptions().footprint);
        QVERIFY(chart().view().barWidth >= 83.9); // room for figures
        QCOMPARE(chosen.size(), 3);
        QMenu *rules = openMenu()->findChild<QMenu *>(u"flowRules"_s);
        rules->popup(chart().mapToGlobal(QPoint(80, 80)));
        click(rules, u"Lee-Ready"_s);
        QCOMPARE(chart().flowOptions().rule, ClassifierRule::LeeReady);
    }

    void commandsActOnTheChartAtHand()
    {
        const auto run = [this](const QString &id) {
            QAction *action = m_fixture->commands.action(id);
            QVERIFY2(action, qPrintable(id));
            action->trigger();
        };
        const auto chosen = [this]() -> const FlowOptions & { return chart().flowOptions(); };
        run(u"chart.flow-line"_s);
        QCOMPARE(chosen().style, FlowStyle::Line);
        run(u"chart.flow-hidden"_s);
        QCOMPARE(chosen().style, FlowStyle::Hidden);
        run(u"chart.footprint"_s);
        QVERIFY(chosen().footprint);
        run(u"chart.footprint"_s);
        QVERIFY(!chosen().footprint);
        run(u"chart.profile-days"_s);
        QCOMPARE(chosen().profile, ProfileRange::Composite);
        run(u"chart.developing-levels"_s);
        run(u"chart.naked-pocs"_s);
        run(u"chart.flow-divergences"_s);
        QVERIFY(chosen().developing && chosen().nakedPocs && !chosen().divergences);
        run(u"chart.rule-lee-ready"_s);
        QCOMPARE(chosen().rule, ClassifierRule::LeeReady);
        run(u"chart.profile-range"_s);
        QTest::mouseClick(&chart(), Qt::LeftButton, {}, chart().panes().price.center());
        QCOMPARE(chosen().profile, ProfileRange::Fixed);
        run(u"chart.profile-remove-range"_s);
        QCOMPARE(chosen().profile, ProfileRange::None);
        // A second chart takes them over when it has the focus
        ChartPanel other(m_fixture->context(u"chart"_s), *m_series, *m_flow);
        other.show();
        other.activateWindow();
        other.chart()->setFocus();
        QTRY_VERIFY(other.chart()->hasFocus());
        run(u"chart.flow-delta"_s);
        QCOMPARE(other.chart()->flowOptions().style, FlowStyle::Delta);
        QCOMPARE(chosen().style, FlowStyle::Hidden);
    }

    void whatWasChosenIsKept()
    {
        FlowOptions chosen = options(true, ProfileRange::Session, FlowStyle::Line);
        chosen.rule = ClassifierRule::Emo;
        chosen.reset = CvdReset::Never;
        chart().setFlowOptions(chosen);
        const QJsonObject state = m_panel->saveState();
        chart().setFlowOptions({});
        m_panel->restoreState(state);
        QCOMPARE(chart().flowOptions(), chosen);
        m_panel->restoreState(
            { { u"orderFlow"_s,
                QJsonObject { { u"style"_s, u"nonsense"_s }, { u"rule"_s, u"venue"_s } } } });
        QCOMPARE(chart().flowOptions(), FlowOptions());
    }

    void theLegendTellsTheBarUnderTheCrosshair()
    {
        const ChartSeries::Key key = m_series->lastKey() - 20;
        chart().showBars(m_series->lastKey() - 60, m_series->lastKey());
        chart().redraw();
        const QPoint place(qRound(chart().view().xOf(double(key))),
                           chart().panes().flow.center().y());
        QTest::mouseMove(&chart(), place);
        QTRY_VERIFY(chart().crosshair() && chart().crosshair()->key == key);
        QVERIFY2(chart().flowText().contains(u"weighted by quote"_s),
                 qPrintable(chart().flowText()));
        const QString before = chart().flowText();
        QTest::mouseMove(&chart(), place + QPoint(qRound(chart().view().barWidth * 3), 0));
        QTRY_VERIFY(chart().flowText() != before);
    }

    /// Prints inside the spread count for half.
    void halfSharesAreRounded()
    {
        const ChartSeries::Key last = m_series->lastKey();
        FlowBar bar;
        bar.start = bar.footprint.start = m_series->start(last);
        bar.footprint.delta = HalfQty::fromParts(-847 * Qty::unitsPerOne); // -423.5 shares
        bar.footprint.minDelta = bar.footprint.delta;
        FlowUpdate update;
        update.bars = { bar };
        update.knownFrom = m_flow->knownFrom();
        m_flow->apply(update);
        QCOMPARE(m_flow->delta(last).close, -423.5);
        QVERIFY2(chart().flowText().contains(u"Delta \u2212424 "_s),
                 qPrintable(chart().flowText()));
    }

    void whatIsNotKnownIsSaidToBeEstimated()
    {
        m_flow->clear();
        QVERIFY(chart().flowText().contains(u"estimated from bars"_s));
    }

    /// Far from what is known they are out of view, and it is said so.
    void estimatesBeyondTheScaleAreNotPainted_data()
    {
        QTest::addColumn<int>("bars"); // in view
        QTest::addColumn<CvdReset>("reset");
        QTest::newRow("below") << 120 << CvdReset::Session;
        QTest::newRow("below, a line a pixel") << 900 << CvdReset::Session;
        QTest::newRow("above") << 120 << CvdReset::Never; // they fall to what is known
        QTest::newRow("above, a line a pixel") << 900 << CvdReset::Never;
    }
    void estimatesBeyondTheScaleAreNotPainted()
    {
        QFETCH(const int, bars);
        QFETCH(const CvdReset, reset);
        FlowUpdate late;
        late.reset = true;
        late.grid = m_flow->grid();
        const ChartSeries::Key first
            = m_series->keyAtOrAfter(easterntime::at(QDate(2013, 10, 8), 11h));
        for (ChartSeries::Key key = first; key < first + 10; ++key)
            late.bars.push_back(*m_flow->bar(key));
        late.knownFrom = late.bars.front().start;
        m_flow->apply(late);
        FlowOptions shown = options(false);
        shown.reset = reset;
        chart().setFlowOptions(shown);
        chart().showBars(first - bars, first + 10);
        chart().redraw();
        keepPicture(u"dark-estimates-%1"_s.arg(bars));
        const ChartSeries::Key before = first - 50;
        const OhlcRun &estimate = m_flow->cvd(before);
        // The known ones add up to a few hundred
        QVERIFY(reset == CvdReset::Never ? estimate.low > 2'000 : estimate.high < -2'000);
        const QRect pane = chart().panes().flow;
        const QImage image = chart().grab().toImage();
        const int x = qRound(chart().view().xOf(double(before)));
        for (int y = pane.top() - 1; y <= pane.bottom() + 1; ++y)
            for (int at = x - 8; at <= x; ++at) {
                const QColor color = image.pixelColor(at, y);
                const int strongest = std::max(color.red(), color.green());
                QVERIFY(strongest < color.blue() + 12); // no pale red or green
            }
        QTest::mouseMove(&chart(), pane.topLeft());
        QTest::mouseMove(&chart(), QPoint(x, pane.center().y()));
        QTRY_VERIFY(chart().crosshair() && m_flow->contains(chart().crosshair()->key));
        QVERIFY2(chart().flowText().contains(u"estimated from bars, outside this scale"_s),
                 qPrintable(chart().flowText()));
    }

    /// Prints come one by one: what is on the screen is what painting everything would show.
    void aPrintRepaintsWhatChanged_data()
    {
        QTest::addColumn<FlowOptions>("shown");
        QTest::newRow("candles") << options(false);
        QTest::newRow("line") << options(false, ProfileRange::None, FlowStyle::Line);
        QTest::newRow("delta") << options(false, ProfileRange::None, FlowStyle::Delta);
        QTest::newRow("footprint") << options(true);
        QTest::newRow("profile") << options(false, ProfileRange::Session);
    }
    void aPrintRepaintsWhatChanged()
    {
        QFETCH(const FlowOptions, shown);
        chart().setFlowOptions(shown);
        const std::size_t start = m_prints.size() / 2;
        load(start);
        chart().redraw();
        // Paints everything, whenever it is asked
        ChartPanel whole(m_fixture->context(u"chart"_s), *m_series, *m_flow);
        whole.chart()->setFlowOptions(shown);
        whole.resize(m_panel->size());
        whole.show();
        QVERIFY(QTest::qWaitForWindowExposed(&whole));
        for (PriceChart *each : { &chart(), whole.chart() })
            each->showBars(m_series->lastKey() - 60, m_series->lastKey());
        const auto onScreen = [this] {
            const QRect part(chart().mapTo(m_panel.get(), QPoint()), chart().size());
            const QImage all = m_panel->screen()->grabWindow(m_panel->winId()).toImage().copy(part);
            return all.convertToFormat(QImage::Format_RGB32);
        };
        const auto expected = [&whole] {
            whole.chart()->redraw();
            return whole.chart()->grab().toImage().convertToFormat(QImage::Format_RGB32);
        };
        QTRY_COMPARE(onScreen(), expected());
        const QImage before = onScreen();
        FlowFeed feed(1, {}, ClassifierRule::Weighted);
        feed.addPrints(std::span(m_prints).first(start));
        m_flow->apply(feed.take());
        for (std::size_t i = 0; i < 40; ++i) {
            feed.addPrints(std::span(m_prints).subspan(start + i, 1));
            m_flow->apply(feed.take());
            if (i % 10 != 9)
                continue;
            QTRY_COMPARE(onScreen(), expected());
        }
        QVERIFY(onScreen() != before);
    }

    void divergencesAreMarked()
    {
        chart().showBars(m_series->lastKey() - 150, m_series->lastKey());
        const auto inPane = [this](QRect pane, const FlowOptions &chosen) {
            chart().setFlowOptions(chosen);
            chart().redraw();
            return chart().grab(pane).toImage();
        };
        FlowOptions with = options(false);
        FlowOptions without = with;
        without.divergences = false;
        const ChartPanes panes = chart().panes();
        QVERIFY(inPane(panes.price, with) != inPane(panes.price, without));
        QVERIFY(inPane(panes.flow, with) != inPane(panes.flow, without));
        // The delta of a bar is no sum: it has no swings
        with.style = without.style = FlowStyle::Delta;
        QVERIFY(inPane(panes.price, with) != inPane(panes.price, without));
        QCOMPARE(inPane(panes.flow, with), inPane(panes.flow, without));
        FlowOptions none = options(false, ProfileRange::None, FlowStyle::Hidden);
        QVERIFY(!none.needsFlow());
    }

    /// The morning as if it had been the day before.
    void severalDaysAreAddedUp()
    {
        const std::vector<TapePrint> oneDay = m_prints;
        const Timestamp noon = easterntime::at(QDate(2013, 10, 8), 11h);
        for (TapePrint &print : m_prints)
            if (print.trade.time < noon)
                print.trade.time -= 24h;
        load(m_prints.size());
        m_prints = oneDay;
        FlowOptions shown = options(false, ProfileRange::Composite, FlowStyle::Line);
        shown.nakedPocs = shown.developing = true;
        chart().setFlowOptions(shown);
        chart().showBars(m_series->firstKey(), m_series->lastKey());
        chart().redraw();
        keepPicture(u"dark-days"_s);
        QVERIFY2(chart().profileText().startsWith(
                     u"Profile of 2 of 5 days, Mon 7 Oct 2013 08:47 to Tue 8 Oct 2013 19:23"_s),
                 qPrintable(chart().profileText()));
        const QImage with = m_panel->grab().toImage();
        shown.nakedPocs = false;
        chart().setFlowOptions(shown);
        chart().redraw();
        QVERIFY(m_panel->grab().toImage() != with);
        // As in a desk that was opened this day: no trades are known, and the levels are there
        m_flow->clear();
        chart().redraw();
        const QImage without = m_panel->grab().toImage();
        shown.nakedPocs = true;
        chart().setFlowOptions(shown);
        chart().redraw();
        keepPicture(u"dark-days-estimated"_s);
        QVERIFY(m_panel->grab().toImage() != without);
        QVERIFY2(chart().profileText().startsWith(u"Profile of 2 of 5 days, "_s)
                     && chart().profileText().endsWith(u"19:23; estimated from bars"_s),
                 qPrintable(chart().profileText()));
    }

    /// The menu's entry, a drag, then an edge.
    /// The menu is made anew, submenus and all.
    void theMenuFollowsTheLanguage()
    {
        FlowMenu *menu = openMenu();
        menu->close();
        for (int turn = 0; turn < 3; ++turn) {
            QEvent language(QEvent::LanguageChange);
            QApplication::sendEvent(menu, &language);
        }
        QCOMPARE(menu->findChildren<QMenu *>(u"flowDays"_s).size(), 1);
        QCOMPARE(menu->findChildren<QMenu *>(u"flowRules"_s).size(), 1);
        click(openMenu(), u"Profile of the day"_s);
        QCOMPARE(chart().flowOptions().profile, ProfileRange::Session);
    }

    void aRangeIsMarkedWithTheKeys()
    {
        chart().showBars(m_series->lastKey() - 150, m_series->lastKey());
        chart().markRange();
        const auto step = [this](Qt::Key key, int times) {
            for (int at = 0; at < times; ++at)
                QTest::keyClick(&chart(), key);
        };
        step(Qt::Key_Left, 10); // the first shows the crosshair, at the last bar
        step(Qt::Key_Return, 1);
        step(Qt::Key_Left, 5);
        step(Qt::Key_Return, 1);
        const FlowOptions chosen = chart().flowOptions();
        QCOMPARE(chosen.profile, ProfileRange::Fixed);
        QCOMPARE(chosen.span->from, m_series->start(m_series->lastKey() - 14));
        QCOMPARE(chosen.span->until, m_series->start(m_series->lastKey() - 9) + 1min);
    }

    /// Another symbol came while the person was about to choose bars, and none of its are there.
    void aRangeOfNoBarsIsLeft()
    {
        chart().markRange();
        m_series->setInstrument(u"KO"_s, {});
        const QPoint middle = chart().rect().center();
        QTest::mousePress(&chart(), Qt::LeftButton, {}, middle);
        QTest::mouseMove(&chart(), middle + QPoint(60, 0));
        QTest::mouseRelease(&chart(), Qt::LeftButton, {}, middle + QPoint(60, 0));
        QCOMPARE(chart().flowOptions().profile, ProfileRange::None);
    }

    void aRangeIsMarkedWithTheMouse()
    {
        chart().showBars(m_series->lastKey() - 150, m_series->lastKey());
        chart().redraw();
        QSignalSpy kept(m_panel.get(), &ChartPanel::stateChanged);
        const int y = chart().panes().price.center().y();
        const ChartSeries::Key from = m_series->lastKey() - 120;
        const ChartSeries::Key to = m_series->lastKey() - 80;
        const auto at = [&](double key) { return QPoint(qRound(chart().view().xOf(key)), y); };
        const auto drag = [&](QPoint start, QPoint end) {
            QTest::mousePress(&chart(), Qt::LeftButton, {}, start);
            QTest::mouseMove(&chart(), (start + end) / 2);
            QTest::mouseMove(&chart(), end);
            QTest::mouseRelease(&chart(), Qt::LeftButton, {}, end);
        };
        click(openMenu(), u"Profile of a range…"_s);
        QCOMPARE(chart().flowOptions().profile, ProfileRange::None);
        drag(at(double(to)), at(double(from))); // either way round
        QCOMPARE(chart().flowOptions().profile, ProfileRange::Fixed);
        const auto span = [&] { return chart().flowOptions().span.value(); };
        QCOMPARE(span(), (FlowSpan { m_series->start(from), m_series->start(to) + 1min }));
        QCOMPARE(kept.size(), 1);
        drag(at(double(to) + 0.5), at(double(to + 10)));
        QCOMPARE(span(), (FlowSpan { m_series->start(from), m_series->start(to + 10) + 1min }));
        drag(at(double(from) - 0.5), at(double(from + 5)));
        QCOMPARE(span(), (FlowSpan { m_series->start(from + 5), m_series->start(to + 10) + 1min }));
        const double left = chart().view().left;
        drag(at(double(from + 30)), at(double(from + 40))); // between the edges: pans
        QVERIFY(chart().view().left != left);
        QTest::keyClick(&chart(), Qt::Key_Delete);
        QCOMPARE(chart().flowOptions().profile, ProfileRange::None);
        QVERIFY(!chart().flowOptions().span);
    }

    void markingCanBeLeft()
    {
        const FlowOptions before = chart().flowOptions();
        chart().markRange();
        const QPoint middle = chart().panes().price.center();
        QTest::mousePress(&chart(), Qt::LeftButton, {}, middle);
        QTest::mouseMove(&chart(), middle + QPoint(60, 0));
        QTest::keyClick(&chart(), Qt::Key_Escape);
        QTest::mouseRelease(&chart(), Qt::LeftButton, {}, middle + QPoint(60, 0));
        QCOMPARE(chart().flowOptions(), before);
        QTest::keyClick(&chart(), Qt::Key_Delete); // without a range nothing happens
        QCOMPARE(chart().flowOptions(), before);
    }

    void aProfileSaysWhatItIsMadeOf_data()
    {
        QTest::addColumn<ProfileRange>("range");
        QTest::addColumn<QString>("words");
        QTest::newRow("day") << ProfileRange::Session
                             << u"Profile of the day, Tue 8 Oct 2013 08:47 to 19:23; "
                                "less than 1 % of the volume estimated from bars"_s;
        QTest::newRow("range") << ProfileRange::Fixed
                               << u"Profile of the range, Tue 8 Oct 2013 10:00 to 10:29"_s;
        QTest::newRow("days") << ProfileRange::Composite
                              << u"Profile of 1 of 5 days, Tue 8 Oct 2013 08:47 to 19:23; "
                                 "less than 1 % of the volume estimated from bars"_s;
    }
    void aProfileSaysWhatItIsMadeOf()
    {
        QFETCH(const ProfileRange, range);
        QFETCH(const QString, words);
        FlowOptions shown = options(false, range);
        if (range == ProfileRange::Fixed) {
            const Timestamp ten = easterntime::at(QDate(2013, 10, 8), 10h);
            shown.span = FlowSpan { ten, ten + 30min };
        }
        chart().setFlowOptions(shown);
        chart().redraw();
        m_panel->grab();
        QCOMPARE(chart().profileText(), words);
    }

    /// A chart that knows of no trades, or of the newest alone.
    void whatIsEstimatedIsSaid()
    {
        chart().setFlowOptions(options(false, ProfileRange::Session));
        m_flow->clear();
        QVERIFY2(chart().profileText().endsWith(u"19:23; estimated from bars"_s),
                 qPrintable(chart().profileText()));
        FlowFeed feed(1, {}, ClassifierRule::Weighted);
        feed.addPrints(std::span(m_prints).last(m_prints.size() / 2));
        m_flow->apply(feed.take());
        static const QRegularExpression share(u"19:23; [1-9][0-9] % of the volume estimated"_s);
        QVERIFY2(chart().profileText().contains(share), qPrintable(chart().profileText()));
    }

    /// Of an hour nobody knows where in it trades were: half of it is not the hour.
    void longBarsSaySinceWhenTradesAreKnown()
    {
        const Timestamp ten = easterntime::at(QDate(2013, 10, 8), 10h);
        m_series->setInstrument(u"IBM"_s, Timeframe(1, TimeUnit::Hour));
        ChartUpdate bars;
        bars.reset = true;
        for (const Timestamp start : { ten, ten + 1h }) {
            Candle bar;
            bar.start = start;
            bar.open = bar.high = bar.low = bar.close = Price::whole(180);
            bar.volume = Qty::whole(100);
            bars.bars.push_back(bar);
        }
        m_series->apply(bars);
        FlowUpdate update;
        update.reset = true;
        FlowBar bar;
        bar.start = bar.footprint.start = ten;
        FlowPrint print;
        print.price = Price::whole(180);
        print.size = Qty::whole(70);
        bar.footprint.cells.add(update.grid.rowOf(print.price), print);
        update.bars = { bar };
        update.knownFrom = ten + 50min;
        chart().setFlowOptions(options(false, ProfileRange::Visible));
        m_flow->apply(update);
        QVERIFY2(chart().profileText().endsWith(u"; trades known since Tue 8 Oct 2013 10:50"_s),
                 qPrintable(chart().profileText()));
        update.bars.front().afterGap = true;
        update.knownFrom = ten;
        m_flow->apply(update);
        QVERIFY2(chart().profileText().endsWith(u"11:00; prints missing"_s),
                 qPrintable(chart().profileText()));
        m_flow->clear();
        QCOMPARE(chart().profileText(), u"Volume profile: no trades are known of these bars"_s);
    }

    void nakedPocsSayWhatTheyAreMadeOf()
    {
        FlowSessions::NakedPoc poc;
        const QString whole = LevelPainter::nakedText(poc);
        QVERIFY(!whole.contains(u"est."_s) && !whole.contains(u"part"_s));
        poc.isEstimated = true;
        QVERIFY(LevelPainter::nakedText(poc).contains(u"(est.)"_s));
        poc.isPartial = true;
        QVERIFY(LevelPainter::nakedText(poc).contains(u"(part of the day, est.)"_s));
        poc.isEstimated = false;
        QVERIFY(LevelPainter::nakedText(poc).contains(u"(part of the day)"_s));
    }

    void cellsKeepPartsOfCoins()
    {
        ChartSeries coins;
        coins.setInstrument(u"X:BTCUSD"_s, {}, 2, AssetClass::Crypto);
        ChartScene scene;
        scene.series = &coins;
        FootprintPainter painter(scene);
        painter.setStyle(chart().font(), QLocale::c());
        const auto figure = [&painter](double volume) {
            return painter.volumeFigure(QuarterQty::fromQty(Qty::fromDouble(volume)));
        };
        QCOMPARE(figure(0), u"0"_s);
        QCOMPARE(figure(0.0123), u"0.012"_s);
        QCOMPARE(figure(0.00002), u"0.001"_s); // not nothing
        QCOMPARE(figure(4.5), u"4.50"_s);
        QCOMPARE(figure(45.25), u"45.3"_s);
        QCOMPARE(figure(2'412.5), u"2.4K"_s);
        QCOMPARE(painter.rules().minVolume, Qty());
        scene.series = m_series.get();
        QCOMPARE(figure(812.25), u"812"_s);
        QCOMPARE(painter.rules().minVolume, Qty::whole(10));
    }

    void aFootprintSaysHowToSeeMore()
    {
        ChartScene scene;
        scene.series = m_series.get();
        scene.flow.series = m_flow.get();
        scene.panes.price = QRect(0, 0, 900, 400);
        scene.view.width = 900;
        scene.view.left = double(m_series->lastKey() - 20);
        FootprintPainter painter(scene);
        const auto hintAt = [&](double barWidth) {
            scene.view.barWidth = barWidth;
            return painter.hint();
        };
        QVERIFY(hintAt(10).isEmpty()); // nobody wants one
        scene.flow.options.footprint = true;
        QVERIFY(hintAt(FootprintPainter::narrowest - 1).contains(u"too narrow"_s));
        QVERIFY(!painter.isShown());
        QVERIFY(hintAt(FootprintPainter::narrowest).contains(u"zoom in for the figures"_s));
        QVERIFY(painter.isShown());
        QVERIFY(hintAt(FootprintPainter::textWidth).isEmpty());
        m_flow->clear();
        QVERIFY(hintAt(FootprintPainter::textWidth).contains(u"no trades are known"_s));
    }

    /// Cells and sums reach beyond the prices of bars.
    void aFootprintHasRoomForItsSums()
    {
        chart().setFlowOptions(options(true));
        chart().redraw();
        const ChartSeries::Key last = m_series->lastKey();
        const OhlcRun seen = m_series->over(chart().view().firstVisible(), last);
        const int line = chart().fontMetrics().height();
        const auto room = [&] {
            chart().redraw();
            return chart().view().height - chart().view().yOf(seen.low);
        };
        const double below = room();
        QVERIFY(below > 2.5 * line);
        chart().setFlowOptions(options(true, ProfileRange::Session));
        QVERIFY(room() > below + line); // what the profile is made of stands there
    }

    /// What a reader of footprints sees in a large and a small window, near and far.
    void footprintPictures_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("bars");
        for (const auto &[name, theme] :
             { std::pair("dark", ThemeChoice::Dark), std::pair("light", ThemeChoice::Light) })
            for (const QSize size : { QSize(1'280, 800), QSize(2'560, 1'440) })
                for (const int width : { 110, 60, 24, 12 })
                    QTest::addRow("%s-%d-%d", name, size.width(), width)
                        << theme << size << size.width() / width;
    }
    void footprintPictures()
    {
        QFETCH(const ThemeChoice, theme);
        QFETCH(const QSize, size);
        QFETCH(const int, bars);
        m_fixture->settings.setThemeChoice(theme);
        m_panel->resize(size);
        chart().setFlowOptions(options(true));
        const ChartSeries::Key last
            = m_series->keyAtOrAfter(easterntime::at(QDate(2013, 10, 8), 10h + 12min));
        chart().showBars(last - bars, last);
        chart().redraw();
        keepPicture(u"fp-"_s + QString::fromLatin1(QTest::currentDataTag()));
        // Beside candles in the same view, which are what is painted without trades
        const ChartViewport view = chart().view();
        const QRect pane = chart().panes().price;
        const QImage cells = chart().grab().toImage();
        const bool isDark = theme == ThemeChoice::Dark;
        QCOMPARE(cells.pixelColor(pane.center().x(), pane.bottom() - 1).lightness() < 128, isDark);
        const bool isShown = view.barWidth >= FootprintPainter::narrowest;
        QCOMPARE(isShown, size.width() / bars >= 60);
        m_flow->clear();
        chart().redraw();
        QCOMPARE(chart().view().yOf(180), view.yOf(180));
        const QImage candles = chart().grab().toImage();
        for (ChartSeries::Key key = last - 3; key <= last - 1; ++key) {
            const int left = qCeil(view.xOf(double(key) - 0.5)) + pane.left();
            const OhlcRun &run = m_series->run(key);
            const int top = pane.top() + qFloor(view.yOf(run.high));
            const int bottom = pane.top() + qCeil(view.yOf(run.low));
            const QRect room(left, top, qFloor(view.barWidth) - 1, bottom - top + 1);
            QVERIFY(pane.contains(room));
            QCOMPARE(cells.copy(room) != candles.copy(room), isShown);
        }
    }

    void pictures_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::newRow("dark") << ThemeChoice::Dark;
        QTest::newRow("light") << ThemeChoice::Light;
    }
    void pictures()
    {
        QFETCH(const ThemeChoice, theme);
        m_fixture->settings.setThemeChoice(theme);
        const auto shot = [this](const FlowOptions &chosen, const QString &name = {}) {
            chart().setFlowOptions(chosen);
            chart().redraw();
            if (!name.isEmpty())
                keepPicture(QString::fromLatin1(QTest::currentDataTag()) + u'-' + name);
            return chart().grab().toImage();
        };
        chart().showBars(m_series->lastKey() - 150, m_series->lastKey());
        const QRect flow = chart().panes().flow;
        const QRect all = chart().panes().price;
        // Without the legend and the words
        const QRect prices = all.adjusted(0, all.height() / 4, 0, -all.height() / 8);
        const QRect left(prices.topLeft(), QSize(prices.width() / 2, prices.height()));
        const QRect right(QPoint(prices.right() - prices.width() / 5, prices.top()),
                          prices.bottomRight());
        const auto differ = [](const QImage &a, const QImage &b, QRect part) {
            return a.copy(part) != b.copy(part);
        };
        const QImage plain = shot(options(false));
        const QImage profile = shot(options(false, ProfileRange::Visible), u"profile"_s);
        QVERIFY(differ(profile, plain, right));
        QVERIFY(!differ(profile, plain, left));
        QVERIFY(!differ(profile, plain, flow));
        const QImage line = shot(options(false, ProfileRange::None, FlowStyle::Line), u"line"_s);
        const QImage delta = shot(options(false, ProfileRange::None, FlowStyle::Delta), u"delta"_s);
        for (const QImage &other : { line, delta }) {
            QVERIFY(differ(other, plain, flow));
            QVERIFY(!differ(other, plain, prices));
        }
        QVERIFY(differ(line, delta, flow));
        FlowOptions levels = options(false, ProfileRange::Fixed, FlowStyle::Line);
        levels.span = FlowSpan { m_series->start(m_series->lastKey() - 140),
                                 m_series->start(m_series->lastKey() - 100) };
        const QImage range = shot(levels, u"range"_s);
        QVERIFY(differ(range, line, left));
        QVERIFY(!differ(range, line, right));
        levels.developing = true;
        const QImage developing = shot(levels, u"developing"_s);
        QVERIFY(differ(developing, range, right));
        levels.profile = ProfileRange::Composite;
        QVERIFY(differ(shot(levels, u"composite"_s), developing, right));
        // Wide cells, with a profile over them
        const QImage cells = shot(options(true));
        QVERIFY(differ(shot(options(true, ProfileRange::Session), u"footprint"_s), cells, right));
    }
};

QTEST_MAIN(TestChartFlow)
#include "tst_chartflow.moc"
