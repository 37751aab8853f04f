#include "chainbook.h"
#include "easterntime.h"
#include "marketcalendar.h"
#include "optionflowmodel.h"
#include "optionflowpanel.h"
#include "optionflowtext.h"
#include "optionflowtotalsbar.h"
#include "optionflowview.h"
#include "optionprints.h"
#include "panelfixture.h"
#include "tradetable.h"
#include "unusualmodel.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

using Make = OptionPrintMaker;

const QString call = u"O:SPY260320C00650000"_s;
const QString put = u"O:SPY260320P00640000"_s;
constexpr LinkColor group = linkColors.front();

/// Counts how often it is heard.
class CountingSound : public AlertSound
{
public:
    explicit CountingSound(int &count)
        : m_count(count)
    {
    }
    void play() override { ++m_count; }

private:
    int &m_count;
};

struct Fixture : PanelFixture
{
    explicit Fixture(QSize size = { 900, 520 })
        : unusual(MarketCalendar())
        , panel(context(u"optionflow"_s), model, unusual)
    {
        panel.setCapabilities(Capabilities(PlanSet::all(Plan::Advanced)), false);
        panel.setLinkColor(group);
        panel.setSymbol(u"SPY"_s);
        panel.resize(size);
        panel.show();
    }

    void add(const OptionFlowPrint &print) { model.append({ &print, 1 }); }
    OptionFlowView &view() { return *panel.view(); }
    void click(int row)
    {
        view().refresh();
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().rowRect(row).center());
    }
    QToolButton *button(const QString &name) const { return panel.findChild<QToolButton *>(name); }
    void clickButton(const QString &name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    /// What a button's menu offers.
    static QStringList offered(const QToolButton *button)
    {
        QStringList texts;
        for (const QAction *action : button->menu()->actions())
            if (!action->isSeparator())
                texts << action->text();
        return texts;
    }
    static void choose(const QToolButton *button, const QString &text)
    {
        for (QAction *action : button->menu()->actions())
            if (action->text() == text)
                return action->trigger();
        QFAIL(qPrintable(u"no choice "_s + text));
    }

    OptionFlowModel model;
    UnusualModel unusual;
    OptionFlowPanel panel;
};

QStringList shown(const OptionFlowModel &model)
{
    QStringList sizes;
    for (int row = 0; row < model.rowCount(); ++row)
        sizes << QString::number(model.row(row).print.size.toDouble());
    return sizes;
}

/// One unusual call of a chain that is all there.
ChainUpdate chainUpdate()
{
    ChainContract contract;
    contract.terms = { u"SPY"_s, OptionRight::Call, Price::whole(650), QDate(2026, 3, 20) };
    contract.root = u"SPY"_s;
    contract.symbol = call;
    contract.volume = Qty::whole(9'000);
    contract.openInterest = 100;
    contract.last = Price::whole(3);
    ChainUpdate update;
    update.underlying = u"SPY"_s;
    update.state = ChainState::Here;
    update.asOf = Make::at(1h);
    update.contracts = { contract };
    return update;
}

} // namespace

class TestOptionFlowPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aClickSendsTheContractToTheGroup()
    {
        Fixture fixture;
        fixture.add(Make::print(call, 1s, 2, 1));
        fixture.add(Make::print(put, 2s, 2, 2));
        QSignalSpy opened(&fixture.panel, &OptionFlowPanel::contractOpened);
        QSignalSpy moved(&fixture.panel, &OptionFlowPanel::underlyingsChanged);
        fixture.click(1);
        QCOMPARE(fixture.links.symbol(group), call);
        QVERIFY(fixture.model.isPaused());
        QCOMPARE(fixture.view().currentRow(), 1);
        QCOMPARE(fixture.panel.symbolAtHand(), call);
        QVERIFY(moved.isEmpty()); // its underlying is the same
        QTest::mouseDClick(fixture.view().viewport(), Qt::LeftButton, {},
                           fixture.view().rowRect(0).center());
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.front().front().toString(), put);
        QTest::mouseClick(fixture.view().viewport(), Qt::LeftButton, {}, QPoint(20, 300));
        QCOMPARE(fixture.view().currentRow(), 1); // nothing is there
    }

    void keysDoAsTheMouse()
    {
        Fixture fixture;
        for (int i = 1; i <= 60; ++i)
            fixture.add(Make::print(i % 2 ? call : put, i * 1s, 2, i));
        QSignalSpy opened(&fixture.panel, &OptionFlowPanel::contractOpened);
        QSignalSpy typed(&fixture.panel, &Panel::symbolTyped);
        OptionFlowView &view = fixture.view();
        view.refresh();
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(fixture.links.symbol(group), u"SPY"_s); // no row is chosen
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentRow(), 0);
        QVERIFY(view.accessibleDescription().startsWith(u"60 SPY 20 Mar 26 640 P"_s));
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(fixture.links.symbol(group), call);
        QTest::keyClick(&view, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(opened.size(), 1);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentRow(), 59);
        QVERIFY(view.verticalScrollBar()->value() > 0);
        QTest::keyClick(&view, Qt::Key_Up);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentRow(), -1);
        QVERIFY(!fixture.model.isPaused());
        QTest::keyClick(&view, Qt::Key_Space);
        QVERIFY(fixture.model.isPaused());
        QTest::keyClick(&view, Qt::Key_Escape);
        QVERIFY(!fixture.model.isPaused());
        QTest::keyClick(&view, Qt::Key_N);
        QCOMPARE(typed.size(), 1);
    }

    void newPrintsWaitWhileItIsRead()
    {
        Fixture fixture;
        for (int i = 1; i <= 5; ++i)
            fixture.add(Make::print(call, i * 1s, 2, i));
        fixture.click(2);
        const auto *back = fixture.panel.findChild<QPushButton *>(u"backToLive"_s);
        for (int i = 6; i <= 8; ++i)
            fixture.add(Make::print(call, i * 1s, 2, i));
        fixture.view().refresh();
        QVERIFY(back->isVisible() && back->text().startsWith(u"3 new print"_s));
        QCOMPARE(fixture.view().currentRow(), 2);
        QTest::mouseClick(const_cast<QPushButton *>(back), Qt::LeftButton);
        QCOMPARE(fixture.model.rowCount(), 8);
        QVERIFY(!back->isVisible());
    }

    void buttonsFilter()
    {
        Fixture fixture;
        fixture.add(Make::print(call, 1s, 2, 1, PrintSide::AtAsk));
        fixture.add(Make::print(put, 2s, 2, 2, PrintSide::AtBid));
        fixture.add(Make::print(call, 3s, 2, 600, PrintSide::AtBid));
        OptionFlowPrint leg = Make::print(call, 4s, 2, 4, PrintSide::AtAsk);
        leg.form.multiLeg = true;
        fixture.add(leg);
        QCOMPARE(shown(fixture.model), (QStringList { u"4"_s, u"600"_s, u"2"_s, u"1"_s }));
        fixture.clickButton(u"flowPuts"_s);
        QCOMPARE(shown(fixture.model), (QStringList { u"4"_s, u"600"_s, u"1"_s }));
        fixture.clickButton(u"flowPackages"_s);
        QCOMPARE(shown(fixture.model), (QStringList { u"600"_s, u"1"_s }));
        fixture.clickButton(u"flowSold"_s);
        QCOMPARE(shown(fixture.model), QStringList { u"1"_s });
        QVERIFY(!fixture.button(u"flowSold"_s)->isChecked());
        QVERIFY(fixture.button(u"flowReset"_s)->isEnabled());
        fixture.clickButton(u"flowReset"_s);
        QCOMPARE(fixture.model.rowCount(), 4);
        QVERIFY(fixture.button(u"flowSold"_s)->isChecked());
        Fixture::choose(fixture.button(u"flowPremium"_s), u"From $100K"_s);
        QCOMPARE(shown(fixture.model), QStringList { u"600"_s });
        QCOMPARE(fixture.button(u"flowPremium"_s)->text(), u"From $100K"_s);
        Fixture::choose(fixture.button(u"flowPremium"_s), u"Any premium"_s);
        Fixture::choose(fixture.button(u"flowExpiry"_s), u"Expiring today"_s);
        QCOMPARE(fixture.model.rowCount(), 0);
        Fixture::choose(fixture.button(u"flowExpiry"_s), u"Within 30 day(s)"_s);
        QCOMPARE(fixture.model.rowCount(), 4);
        fixture.clickButton(u"flowOpenInterest"_s);
        QCOMPARE(fixture.model.rowCount(), 0); // it is not known
    }

    void totalsAreOfWhatIsShown()
    {
        Fixture fixture;
        fixture.add(Make::print(call, 1s, 2, 10, PrintSide::AtAsk));
        fixture.add(Make::print(put, 2s, 2, 5, PrintSide::AtAsk));
        const auto *totals = fixture.panel.findChild<OptionFlowTotalsBar *>();
        QTRY_VERIFY(totals->fullText().contains(u"2 print"_s));
        QVERIFY(totals->fullText().contains(u"Premium $3,000"_s));
        QVERIFY(totals->fullText().contains(u"Calls bought $2,000, sold $0"_s));
        QVERIFY(totals->fullText().endsWith(u"puts bought: $1,000"_s));
        fixture.clickButton(u"flowCalls"_s);
        QVERIFY(totals->fullText().contains(u"Premium $1,000"_s));
        fixture.model.noteSkipped(7);
        QTRY_VERIFY(totals->fullText().contains(u"7 print"_s));
        QVERIFY(totals->heightForWidth(200) > totals->heightForWidth(900));
    }

    void alertsAreSeenAndHeard()
    {
        Fixture fixture;
        int heard = 0;
        fixture.panel.setAlertSound(std::make_unique<CountingSound>(heard));
        QToolButton *bell = fixture.button(u"flowAlerts"_s);
        QVERIFY(!bell->menu()->actions().front()->isEnabled()); // on everything: no use
        Fixture::choose(fixture.button(u"flowPremium"_s), u"From $100K"_s);
        Fixture::choose(bell, u"Alert on: from $100K"_s);
        QCOMPARE(fixture.model.alertRules().size(), 1U);
        QCOMPARE(bell->text(), u"1 alert(s)"_s);
        fixture.clickButton(u"flowReset"_s); // it stays
        auto *notice = fixture.panel.findChild<QPushButton *>(u"optionFlowNotice"_s);
        fixture.add(Make::print(put, 1s, 2, 10));
        QVERIFY(notice->isHidden() && heard == 0);
        fixture.add(Make::print(call, 2s, 2, 600, PrintSide::AtAsk));
        QVERIFY(notice->isVisible());
        QVERIFY(notice->text().contains(u"600 SPY 20 Mar 26 650 C"_s));
        QVERIFY(notice->text().contains(u"$120,000, at the ask"_s));
        QCOMPARE(heard, 1);
        fixture.add(Make::print(call, 3s, 2, 700)); // at once: once is enough
        QCOMPARE(heard, 1);
        fixture.add(Make::print(put, 4s, 2, 1));
        fixture.view().refresh();
        QTest::mouseClick(notice, Qt::LeftButton);
        QCOMPARE(fixture.view().currentRow(), 1);
        Fixture::choose(bell, u"Sound"_s);
        QVERIFY(!fixture.panel.hasSound());
        QTest::qWait(int(RateLimit::leastMs) + 20);
        fixture.add(Make::print(call, 5s, 2, 800));
        QCOMPARE(heard, 1);
        Fixture::choose(bell, u"Remove: from $100K"_s);
        QVERIFY(fixture.model.alertRules().empty());
    }

    void whoseOptions()
    {
        Fixture fixture;
        QSignalSpy changed(&fixture.panel, &OptionFlowPanel::underlyingsChanged);
        QCOMPARE(fixture.panel.underlyings(), QStringList { u"SPY"_s });
        QCOMPARE(fixture.button(u"optionFlowOfSymbol"_s)->text(), u"SPY"_s);
        fixture.panel.setSymbol(u"O:NVDA260320C00180000"_s);
        QCOMPARE(fixture.panel.underlyings(), QStringList { u"NVDA"_s });
        fixture.panel.setSymbol(u"O:SPXW260320C06500000"_s);
        QCOMPARE(fixture.panel.underlyings(), QStringList { u"I:SPX"_s });
        fixture.panel.setSymbol(u"X:BTCUSD"_s);
        QCOMPARE(fixture.panel.underlyings(), QStringList());
        QCOMPARE(changed.size(), 3);
        fixture.panel.setWatched(
            { u"AAPL"_s, u"X:ETHUSD"_s, u"O:AAPL260320C00180000"_s, u"I:NDX"_s, u"ESZ6"_s });
        QCOMPARE(changed.size(), 3); // that is not shown
        fixture.clickButton(u"optionFlowOfWatchlist"_s);
        QCOMPARE(fixture.panel.underlyings(), (QStringList { u"AAPL"_s, u"I:NDX"_s }));
        fixture.panel.setSymbol(u"SPY"_s);
        QCOMPARE(changed.size(), 4);
        QStringList many;
        for (char letter = 'A'; letter <= 'Z'; ++letter)
            many << QString(u"Q"_s + QLatin1Char(letter));
        fixture.panel.setWatched(many);
        QCOMPARE(fixture.panel.underlyings().size(), OptionFlowPanel::mostUnderlyings);
        QVERIFY(fixture.button(u"optionFlowOfWatchlist"_s)->toolTip().contains(u"first 20"_s));
        fixture.clickButton(u"optionFlowOfSymbol"_s);
        QCOMPARE(fixture.panel.underlyings(), QStringList { u"SPY"_s });
    }

    void whatThePlanLacksIsSaid_data()
    {
        QTest::addColumn<int>("plan");
        QTest::addColumn<QString>("note");
        QTest::addColumn<bool>("hasPrints");
        QTest::newRow("Basic")
            << int(Plan::Basic)
            << u"Prints of options need Options Developer; Options Starter ranks unusual activity."_s
            << false;
        QTest::newRow("Starter") << int(Plan::Starter)
                                 << u"Prints of options need Options Developer. Shown: unusual "
                                    "activity by volume and open interest."_s
                                 << false;
        QTest::newRow("Developer") << int(Plan::Developer)
                                   << u"Sides need quotes of options: Options Advanced has them. "
                                      "Shown: prints without sides."_s
                                   << true;
        QTest::newRow("Advanced") << int(Plan::Advanced) << QString() << true;
    }
    void whatThePlanLacksIsSaid()
    {
        QFETCH(const int, plan);
        QFETCH(const QString, note);
        QFETCH(const bool, hasPrints);
        Fixture fixture;
        fixture.panel.setCapabilities(Capabilities(PlanSet::all(Plan(plan))), false);
        QCOMPARE(fixture.panel.planNote(), note);
        QCOMPARE(fixture.panel.page() == OptionFlowPanel::Page::Prints, hasPrints);
        auto *pages = fixture.panel.findChild<QTabBar *>(u"optionFlowPages"_s);
        const int other = hasPrints ? 1 : 0;
        QTest::mouseClick(pages, Qt::LeftButton, {}, pages->tabRect(other).center());
        fixture.panel.setCapabilities(Capabilities(PlanSet::all(Plan(plan))), false);
        QCOMPARE(int(fixture.panel.page()), other); // as it was chosen
        fixture.panel.setCapabilities(Capabilities(PlanSet::all(Plan(plan))), true);
        QCOMPARE(fixture.panel.planNote(), QString()); // a recording has what it has
    }

    void theRankingSaysHowFarItIs()
    {
        Fixture fixture;
        ChainBook book(u"SPY"_s);
        const QLabel *hint = fixture.panel.findChild<QLabel *>(u"unusualHint"_s);
        fixture.panel.setPage(OptionFlowPanel::Page::Unusual);
        fixture.panel.setChains({ &book });
        book.apply(chainUpdate());
        fixture.unusual.read(book);
        fixture.panel.setChains({ &book });
        QVERIFY(hint->text().contains(u"500 contracts, 3 × open interest and $25,000"_s));
        QCOMPARE(fixture.unusual.rowCount(), 1);
        QSignalSpy opened(&fixture.panel, &OptionFlowPanel::contractOpened);
        TradeTable *table = fixture.panel.table();
        table->choose(fixture.unusual.index(0, 0));
        QCOMPARE(fixture.panel.symbolAtHand(), call);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(fixture.links.symbol(group), call);
        const QRect cell = table->visualRect(table->model()->index(0, 0));
        QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, cell.center());
        QCOMPARE(opened.size(), 1);
    }

    void aLayoutIsKept()
    {
        Fixture fixture;
        OptionFlowFilter filter;
        filter.premium = 50'000;
        filter.packages = false;
        fixture.model.setFilter(filter);
        fixture.model.setAlertRules({ filter });
        fixture.panel.setSound(false);
        fixture.panel.setScope(OptionFlowPanel::Scope::Watchlist);
        auto *pages = fixture.panel.findChild<QTabBar *>(u"optionFlowPages"_s);
        QTest::mouseClick(pages, Qt::LeftButton, {}, pages->tabRect(1).center());
        const QJsonObject state = fixture.panel.saveState();
        Fixture other;
        other.panel.restoreState(state);
        QVERIFY(other.model.filter() == filter);
        QCOMPARE(other.model.alertRules().size(), 1U);
        QVERIFY(other.model.alertRules().front() == filter);
        QVERIFY(!other.panel.hasSound());
        QVERIFY(other.panel.scope() == OptionFlowPanel::Scope::Watchlist);
        QVERIFY(other.panel.page() == OptionFlowPanel::Page::Unusual);
        QCOMPARE(other.panel.saveState(), state);
        Fixture fresh;
        fresh.panel.restoreState({});
        QVERIFY(fresh.model.filter().isEmpty() && fresh.panel.hasSound());
    }

    void aRowSaysAllOfIt()
    {
        OptionFlowRow row;
        row.print = Make::print(call, 1s, 12.35, 600, PrintSide::AtAsk);
        row.print.bid = Price::fromDouble(12.2);
        row.print.ask = Price::fromDouble(12.35);
        row.print.conditions = { 219 };
        row.isSweep = true;
        row.openInterest = 400;
        row.days = 10;
        OptionFlowText text;
        text.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(text.line(row),
                 u"10:00:01\tSPY 20 Mar 26 650 C\t12.35\t600\t$741,000\t1.5×\t"
                 "Sweep\t\tCBOE"_s);
        const QString tip = text.toolTip(row);
        QVERIFY2(tip.contains(u"Quote in force: 12.20 to 12.35."_s), qPrintable(tip));
        QVERIFY(tip.contains(u"Open interest 400"_s) && tip.contains(u"10 day(s) to expiry"_s));
        QVERIFY(tip.contains(u"Intermarket sweep"_s));
        row.print.basis = SideBasis::Snapshot;
        QVERIFY(text.toolTip(row).contains(u"Newest quote of the chain"_s));
        row.print.form.multiLeg = true;
        QVERIFY(text.toolTip(row).contains(u"not counted"_s));
        QCOMPARE(text.cell(row, OptionFlowColumn::Kind), u"Multi-leg"_s);
        row.openInterest = -1;
        QCOMPARE(text.cell(row, OptionFlowColumn::OpenInterest), QString());
        row.openInterest = 0;
        QCOMPARE(text.cell(row, OptionFlowColumn::OpenInterest), u"600×"_s);
        row.openInterest = 600'000;
        QCOMPARE(text.cell(row, OptionFlowColumn::OpenInterest), u"<1 %"_s);
    }

    /// Colour, and a mark, for the side; a line for what is missing.
    void sidesAndGapsArePainted()
    {
        Fixture fixture;
        fixture.add(Make::print(call, 1s, 2, 10, PrintSide::AtBid));
        OptionFlowPrint late = Make::print(call, 2s, 2, 10, PrintSide::AtAsk);
        late.afterGap = true;
        fixture.add(late);
        fixture.view().refresh();
        const QImage image = fixture.view().viewport()->grab().toImage();
        const auto has = [&](int row, ColorRole role) {
            const QRect line = fixture.view().rowRect(row);
            const QColor wanted = fixture.theme.color(role);
            int found = 0;
            for (int y = line.top(); y <= line.bottom(); ++y)
                for (int x = 0; x < line.width(); ++x)
                    found += image.pixelColor(x, y) == wanted ? 1 : 0;
            return found > 4;
        };
        QVERIFY(has(0, ColorRole::Up) && !has(0, ColorRole::Down));
        QVERIFY(has(1, ColorRole::Down) && !has(1, ColorRole::Up));
        QVERIFY(has(0, ColorRole::Warning) && !has(1, ColorRole::Warning));
    }

    /// What moved as a picture looks as if it had been painted.
    void scrollingPaintsTheSame()
    {
        Fixture fixture({ 700, 400 });
        QVERIFY(QTest::qWaitForWindowExposed(&fixture.panel));
        OptionFlowView &view = fixture.view();
        const auto isAsPainted = [&] {
            const QImage screen
                = fixture.panel.screen()->grabWindow(fixture.panel.winId()).toImage();
            const QImage painted = fixture.panel.grab().toImage().convertToFormat(screen.format());
            const QRect place(view.viewport()->mapTo(&fixture.panel, QPoint()),
                              view.viewport()->size());
            return screen.copy(place) == painted.copy(place);
        };
        SplitMix64 draws(5);
        qint64 clock = 0;
        for (int step = 0; step < 60; ++step) {
            for (quint64 i = draws.below(draws.below(6) == 0 ? 60 : 5); i > 0; --i)
                fixture.add(Make::random(draws, clock));
            switch (draws.below(6)) {
            case 0:
                QTest::keyClick(&view, draws.below(2) == 0 ? Qt::Key_Down : Qt::Key_PageDown);
                break;
            case 1:
                QTest::keyClick(&view, draws.below(2) == 0 ? Qt::Key_Home : Qt::Key_Up);
                break;
            case 2: {
                OptionFlowFilter filter;
                filter.puts = draws.below(3) != 0;
                filter.packages = draws.below(3) != 0;
                fixture.model.setFilter(filter);
                break;
            }
            default:
                break;
            }
            QTRY_VERIFY_WITH_TIMEOUT(isAsPainted(), 2'000); // within a frame or two
        }
    }

    void commandsOfThePalette()
    {
        Fixture fixture;
        fixture.add(Make::print(call, 1s, 2, 1));
        OptionFlowFilter none;
        none.calls = false;
        fixture.model.setFilter(none);
        fixture.view().setFocus();
        const auto run = [&fixture](const QString &id) {
            QAction *action = fixture.commands.action(id);
            QVERIFY(action);
            action->trigger();
        };
        run(u"options-flow.show-all"_s);
        QCOMPARE(fixture.model.rowCount(), 1);
        run(u"options-flow.pause"_s);
        QVERIFY(fixture.model.isPaused());
        run(u"options-flow.unusual"_s);
        QVERIFY(fixture.panel.page() == OptionFlowPanel::Page::Unusual);
        run(u"options-flow.watchlist"_s);
        QVERIFY(fixture.panel.scope() == OptionFlowPanel::Scope::Watchlist);
        run(u"options-flow.sound"_s);
        QVERIFY(!fixture.panel.hasSound());
    }

    /// A workspace of several panels is to fit a small screen.
    void itCanBeLow()
    {
        Fixture fixture;
        QVERIFY2(fixture.panel.minimumSizeHint().height() < 400,
                 qPrintable(QString::number(fixture.panel.minimumSizeHint().height())));
        QVERIFY(fixture.panel.minimumSizeHint().width() < 320);
    }

    void columnsGiveWay()
    {
        Fixture fixture({ 380, 400 });
        const QHeaderView *header = fixture.view().header();
        QVERIFY(header->isSectionHidden(int(OptionFlowColumn::Venue)));
        QVERIFY(!header->isSectionHidden(int(OptionFlowColumn::Premium)));
        fixture.panel.resize(1'100, 400);
        QCoreApplication::processEvents();
        QVERIFY(!header->isSectionHidden(int(OptionFlowColumn::Venue)));
    }
};

QTEST_MAIN(TestOptionFlowPanel)

#include "tst_optionflowpanel.moc"
