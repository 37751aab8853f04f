#include "journalfixture.h"

#include "journalfilterbar.h"
#include "journaltradesmodel.h"
#include "longtranslator.h"
#include "momentview.h"
#include "notetext.h"
#include "pricechart.h"
#include "ratingbar.h"
#include "statistictext.h"
#include "tradechart.h"
#include "tradefacts.h"
#include "tradehead.h"
#include "trademarks.h"
#include "tradenotesform.h"
#include "tradepage.h"
#include "tradespage.h"
#include "tradesums.h"
#include "tradetable.h"
#include "tradetext.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// The journal's list and the page of a trade, by mouse and keys.
class TestJournalPanel : public QObject, private JournalFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { useEnglish(); }
    void init() { begin(); }
    void cleanup() { end(); }

    // --- the list --------------------------------------------------------------------------------

    void theMarketThatIsOpenIsLookedAt()
    {
        QCOMPARE(m_panel->selection().filter().market, u"simulated"_s);
        QCOMPARE(rows(), std::ranges::count_if(m_samples.trades, [](const TradeRecord &trade) {
                     return trade.key.account == u"simulated/Paper"_s;
                 }));
        m_desk->setSource(DataSource::Live);
        QCOMPARE(m_panel->selection().filter().market, u"live"_s);
        QVERIFY(rows() > 0);
        m_desk->setSource(DataSource::Replay);
        QCOMPARE(rows(), 0);
    }

    void chosenAccountsStayChosen()
    {
        auto *accounts = find<QComboBox>(u"journalAccount"_s);
        accounts->setFocus();
        QTest::keyClick(accounts, Qt::Key_Home);
        QCOMPARE(accounts->currentText(), u"All accounts"_s);
        QCOMPARE(rows(), 200);
        m_desk->setSource(DataSource::Live);
        QCOMPARE(rows(), 200);
        const QJsonObject state = m_panel->saveState();
        m_panel.reset();
        open();
        QVERIFY(rows() < 200);
        m_panel->restoreState(state);
        QCOMPARE(rows(), 200);
    }

    void aPageThatWasAddedKeepsItsState()
    {
        QJsonObject kept { { u"section"_s, u"streaks"_s } };
        const auto add = [this, &kept] {
            m_panel->addPage(
                u"figures"_s, [] { return u"Figures"_s; }, new QWidget,
                { [&kept] { return kept; }, [&kept](const QJsonObject &state) { kept = state; } });
        };
        add();
        const QJsonObject state = m_panel->saveState();
        const QJsonObject before = std::exchange(kept, {});
        m_panel.reset();
        open();
        add();
        m_panel->restoreState(state);
        QCOMPARE(kept, before);
    }

    void theNewestIsFirstAndAClickOnAHeaderSorts()
    {
        QVERIFY(model().trade(0).openedAt > model().trade(rows() - 1).openedAt);
        clickHeader(JournalTradesModel::Net);
        for (int row = 1; row < rows(); ++row)
            QVERIFY(model().trade(row - 1).net() >= model().trade(row).net());
        clickHeader(JournalTradesModel::Net);
        QVERIFY(model().trade(0).net() < model().trade(rows() - 1).net());
        clickHeader(JournalTradesModel::Net);
        QVERIFY(model().trade(0).openedAt > model().trade(rows() - 1).openedAt);
    }

    void theSumsAreThoseOfTheTradesThatAreShown()
    {
        JournalFilter filter = m_panel->selection().filter();
        filter.outcome = JournalFilter::Outcome::Winner;
        m_panel->selection().setFilter(filter);
        QCOMPARE(sum(PerformanceMetric::Trades), QLocale().toString(rows()));
        QCOMPARE(sum(PerformanceMetric::WinRate), u"100.0 %"_s);
        QCOMPARE(sum(PerformanceMetric::ProfitFactor), u"∞"_s);
        filter.symbol = u"NOSUCH"_s;
        m_panel->selection().setFilter(filter);
        QCOMPARE(rows(), 0);
        QCOMPARE(sum(PerformanceMetric::Trades), u"0"_s);
        for (const auto metric : { PerformanceMetric::WinRate, PerformanceMetric::ProfitFactor })
            QCOMPARE(sum(metric), statistictext::undefined());
    }

    // --- filters ---------------------------------------------------------------------------------

    void wordsAreSearchedFor()
    {
        const TradeKey key = noted().key;
        m_port->found = { { .trade = key } };
        auto *field = find<QLineEdit>(u"journalWords"_s);
        QTest::keyClicks(field, u"retest"_s);
        QTRY_COMPARE(m_port->searched, QStringList { u"retest"_s });
        QCOMPARE(rows(), 1);
        QVERIFY(model().trade(0).key == key);
        QTest::mouseClick(chip(u"“retest” in the notes"_s), Qt::LeftButton);
        QVERIFY(rows() > 1);
        QVERIFY(field->text().isEmpty());
    }

    void theFormFiltersAtOnceAndChipsTakePartsAway()
    {
        const int all = rows();
        click(u"journalFilter"_s);
        auto *setup = find<QComboBox>(u"filterSetup"_s);
        QVERIFY(setup && setup->isVisible());
        setup->setFocus();
        QTest::keyClicks(setup, u"V"_s); // the first of this letter
        QCOMPARE(setup->currentText(), u"VWAP reclaim"_s);
        const int some = rows();
        QVERIFY(some > 0 && some < all);
        auto *symbol = find<QLineEdit>(u"filterSymbol"_s);
        QTest::keyClicks(symbol, u"nvda"_s);
        QVERIFY(rows() < some);
        QTest::keyClick(symbol, Qt::Key_Escape);
        QTest::mouseClick(chip(u"NVDA"_s), Qt::LeftButton);
        QCOMPARE(rows(), some);
        QTest::mouseClick(chip(u"Setup: VWAP reclaim"_s), Qt::LeftButton);
        QCOMPARE(rows(), all);
        QVERIFY(m_panel->findChild<QWidget *>(u"journalChips"_s)->isHidden());
    }

    void aResultInMultiplesOfTheRiskIsTyped()
    {
        click(u"journalFilter"_s);
        QTest::keyClicks(find<QLineEdit>(u"filterLeast"_s), u"1.5"_s);
        QVERIFY(rows() > 0);
        for (int row = 0; row < rows(); ++row)
            QVERIFY(*m_journal->multipleOfRisk(model().trade(row)) >= 1.5);
        click(u"filterClear"_s);
        QVERIFY(m_panel->selection().filter().isEmpty());
    }

    void aFilterIsSavedUnderANameAndChosenAgain()
    {
        JournalFilter filter = m_panel->selection().filter();
        filter.setup = u"VWAP reclaim"_s;
        filter.outcome = JournalFilter::Outcome::Loser;
        m_panel->selection().setFilter(filter);
        chooseSaved(u"Save this filter…"_s);
        auto *name = find<QLineEdit>(u"journalFilterName"_s);
        QVERIFY(name->hasFocus());
        QTest::keyClicks(name, u"Bad reclaims"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(name->isHidden());
        QCOMPARE(find<QToolButton>(u"journalSaved"_s)->text(), u"Bad reclaims"_s);
        const int some = rows();

        m_panel.reset(); // another panel, the next day
        open();
        QVERIFY(rows() > some);
        chooseSaved(u"Bad reclaims"_s);
        QCOMPARE(rows(), some);
        QCOMPARE(m_panel->selection().filter().market, u"simulated"_s);
    }

    void aNameIsNeededAndEscapeLeaves()
    {
        JournalFilter filter = m_panel->selection().filter();
        filter.rating = 3;
        m_panel->selection().setFilter(filter);
        chooseSaved(u"Save this filter…"_s);
        auto *name = find<QLineEdit>(u"journalFilterName"_s);
        QTest::keyClicks(name, u"  "_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(name->isVisible());
        QTest::keyClick(name, Qt::Key_Escape);
        QVERIFY(name->isHidden());
        QVERIFY(m_fixture->settings.journalSettings().isEmpty());
    }

    // --- one trade -------------------------------------------------------------------------------

    void keysAloneOpenRateAndGoBack()
    {
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Down);
        QTest::keyClick(table(), Qt::Key_Down);
        const TradeKey first = *list()->current();
        QTest::keyClick(table(), Qt::Key_4);
        QCOMPARE(m_port->edits.back().number, 4);
        QVERIFY(m_port->edits.back().subject.trade == first);
        deliver();
        QVERIFY(*list()->current() == first);
        QTest::keyClick(table(), Qt::Key_Return);
        QVERIFY(page()->isVisible());
        QVERIFY(page()->key() == first);
        QCOMPARE(page()->form()->rating()->rating(), 4);
        QTest::keyClick(page(), Qt::Key_2);
        deliver();
        QCOMPARE(m_journal->notes(first).rating, 2);
        QTest::keyClick(page(), Qt::Key_Down, Qt::AltModifier);
        const TradeKey second = page()->key();
        QVERIFY(!(second == first));
        QVERIFY(second == *list()->neighbour(first, 1));
        QTest::keyClick(page(), Qt::Key_Up, Qt::AltModifier);
        QVERIFY(page()->key() == first);
        QTest::keyClick(page(), Qt::Key_Escape);
        QVERIFY(list()->isVisible());
        QVERIFY(*list()->current() == first);
        QVERIFY(table()->hasFocus());
    }

    void aDoubleClickOpensAndTheHeadTellsWhatCameOfIt()
    {
        const TradeRecord trade = noted();
        openTrade(trade);
        const TradeHead &head = *page()->head();
        QVERIFY(head.title().contains(trade.symbol));
        QCOMPARE(head.text(TradeHead::Net), tradetext::profit(trade.net()));
        QCOMPARE(head.text(TradeHead::Fees), tradetext::money(trade.fees));
        QCOMPARE(head.text(TradeHead::Multiple),
                 statistictext::multiple(*m_journal->multipleOfRisk(trade)));
        QVERIFY(head.text(TradeHead::Adverse).endsWith(u" R)"_s));
        QCOMPARE(m_port->loaded.back(), trade.key);
        QCOMPARE(page()->facts()->executions()->model()->rowCount(), 2);
        QVERIFY(page()->facts()->ordersText().contains(u"Accepted"_s));
        const QStringList moments = page()->facts()->moments().lines();
        QVERIFY(std::ranges::any_of(
            moments, [](const QString &line) { return line.startsWith(u"Spread: 0.0"_s); }));
    }

    void whatIsNotKnownIsADash()
    {
        TradeRecord bare = noted();
        bare.key.number = 999'999;
        bare.entry.reset();
        bare.exit.reset();
        bare.risk.reset();
        bare.worst.reset();
        bare.slippage.reset();
        JournalUpdate update;
        update.changed = { bare };
        m_journal->apply(update);
        openTrade(bare);
        const QString dash = statistictext::undefined();
        const TradeHead &head = *page()->head();
        for (const auto figure : { TradeHead::Multiple, TradeHead::Risk, TradeHead::Adverse,
                                   TradeHead::Efficiency, TradeHead::Slippage })
            QCOMPARE(head.text(figure), dash);
        const QStringList moments = page()->facts()->moments().lines();
        for (const QString &line : moments)
            QVERIFY2(line.endsWith(u": "_s + dash + u" | "_s + dash), qPrintable(line));
        QVERIFY(page()->facts()->ordersText().startsWith(u"No orders are known"_s));
    }

    void theChartShowsTheTradeOrSaysWhyNot()
    {
        const TradeRecord trade = noted();
        openTrade(trade);
        QVERIFY(page()->chart()->message().startsWith(u"There are no bars of "_s + trade.symbol));
        closeTrade();
        m_port->bars = test::journalBars(trade);
        openTrade(m_samples.trades.front());
        openTrade(trade);
        QVERIFY(page()->chart()->message().isEmpty());
        page()->chart()->chart().redraw();
        page()->chart()->grab();
        const QStringList labels = page()->chart()->marks().labels();
        QVERIFY(labels.contains(u"Entry "_s
                                + QLocale().toString(trade.entryPrice->toDouble(), 'f', 2)));
        QVERIFY(std::ranges::any_of(
            labels, [](const QString &label) { return label.startsWith(u"Best"_s); }));
        m_port->refusal = Error { Error::Code::Network, u"The service did not answer."_s };
        openTrade(m_samples.trades.front());
        QVERIFY(page()->chart()->message().endsWith(u"The service did not answer."_s));
        m_port->refusal.reset();
    }

    void replayIsOfferedWhereARecordingCoversIt()
    {
        const TradeRecord trade = noted();
        openTrade(trade);
        auto *replay = find<QToolButton>(u"tradeReplay"_s);
        QVERIFY(!replay->isEnabled());
        QCOMPARE(replay->toolTip(), u"No recording covers this trade."_s);
        m_panel->setReplayCheck([](const TradeRecord &) { return QString(); });
        closeTrade();
        openTrade(trade);
        QVERIFY(replay->isEnabled());
        QSignalSpy wanted(m_panel.get(), &JournalPanel::replayRequested);
        click(u"tradeReplay"_s);
        QCOMPARE(wanted.size(), 1);
        QVERIFY(wanted[0][0].value<TradeKey>() == trade.key);
    }

    void theSymbolGoesToTheLinkGroup()
    {
        m_panel->setLinkColor(LinkColor(1));
        const TradeRecord trade = noted();
        openTrade(trade);
        QCOMPARE(m_panel->symbolAtHand(), trade.symbol);
        click(u"tradeShowChart"_s);
        QCOMPARE(m_fixture->links.symbol(LinkColor(1)), trade.symbol);
    }

    void anotherJournalClosesTheTradeThatIsGone()
    {
        openTrade(noted());
        m_journal->apply(test::JournalSamples().update());
        QVERIFY(list()->isVisible());
        QCOMPARE(rows(), 0);
    }

    // --- notes -----------------------------------------------------------------------------------

    void notesAreWrittenWhenAnotherTradeIsShown()
    {
        const TradeRecord trade = noted();
        openTrade(trade);
        QPlainTextEdit *field = page()->form()->notes()->field();
        field->selectAll();
        QTest::keyClicks(field, u"Chased it."_s);
        m_port->edits.clear();
        emit page()->head()->stepRequested(1);
        QCOMPARE(m_port->edits.size(), std::size_t(1));
        QCOMPARE(m_port->edits[0].text, u"Chased it."_s);
        QVERIFY(m_port->edits[0].subject.trade == trade.key);
        deliver();
        QVERIFY(field->toPlainText() != u"Chased it."_s);
        openTrade(trade);
        QCOMPARE(field->toPlainText(), u"Chased it."_s);
    }

    void notesThatWereRefusedAreWrittenLater()
    {
        const TradeRecord trade = noted();
        openTrade(trade);
        QPlainTextEdit *field = page()->form()->notes()->field();
        m_port->refusal = Error { Error::Code::Storage, u"The disk is full."_s };
        field->selectAll();
        QTest::keyClicks(field, u"Keep me"_s);
        page()->commit();
        QCOMPARE(find<QLabel>(u"journalTrouble"_s)->text(), u"The disk is full."_s);
        QCOMPARE(field->toPlainText(), u"Keep me"_s);
        m_port->refusal.reset();
        page()->commit();
        deliver();
        QCOMPARE(m_journal->notes(trade.key).text, u"Keep me"_s);
        QVERIFY(find<QLabel>(u"journalTrouble"_s)->isHidden());
    }

    void aSetupIsTakenInTheSpellingThatIsThere()
    {
        const TradeRecord trade = noted();
        openTrade(trade);
        auto *setup = find<QComboBox>(u"tradeSetup"_s);
        setup->setFocus();
        setup->lineEdit()->selectAll();
        QTest::keyClicks(setup->lineEdit(), u"fade of THE extreme"_s);
        QTest::keyClick(setup->lineEdit(), Qt::Key_Return);
        deliver();
        QCOMPARE(m_journal->notes(trade.key).setup, u"Fade of the extreme"_s);
        QCOMPARE(setup->currentText(), u"Fade of the extreme"_s);
        setup->lineEdit()->selectAll();
        QTest::keyClick(setup->lineEdit(), Qt::Key_Delete);
        page()->commit();
        page()->commit(); // once is enough
        QCOMPARE(m_port->edits.size(), std::size_t(1));
        deliver();
        QVERIFY(m_journal->notes(trade.key).setup.isEmpty());
    }

    void aRiskOfOnesOwnChangesTheMultipleAndNothingElse()
    {
        const TradeRecord trade = noted();
        openTrade(trade);
        auto *risk = find<QLineEdit>(u"tradeRisk"_s);
        const QString net = page()->head()->text(TradeHead::Net);
        QTest::keyClicks(risk, u"0"_s);
        QTest::keyClick(risk, Qt::Key_Return);
        QVERIFY(find<QLabel>(u"riskComplaint"_s)->isVisible());
        QVERIFY(m_port->edits.empty());
        risk->clear();
        QTest::keyClicks(risk, u"1,000.00"_s);
        QTest::keyClick(risk, Qt::Key_Return);
        deliver();
        QCOMPARE(page()->head()->text(TradeHead::Risk), u"1,000.00"_s);
        QCOMPARE(page()->head()->text(TradeHead::Multiple),
                 statistictext::multiple(trade.net().toDouble() / 1'000));
        QCOMPARE(page()->head()->text(TradeHead::Net), net);
        risk->clear();
        QTest::keyClick(risk, Qt::Key_Return);
        deliver();
        QVERIFY(!m_journal->notes(trade.key).risk);
    }

    void everythingHasAName()
    {
        openTrade(noted());
        const auto check = [this] {
            const auto widgets = m_panel->findChildren<QWidget *>();
            for (const QWidget *widget : widgets) {
                if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
                    || widget->focusProxy())
                    continue;
                const bool isBare = widget->accessibleName().isEmpty()
                    && widget->property("text").toString().isEmpty();
                const bool isForm = widget->inherits("QLineEdit") || widget->inherits("QComboBox")
                    || widget->inherits("QToolButton") || widget->inherits("QPushButton")
                    || widget->inherits("QPlainTextEdit") || widget->inherits("QTableView");
                QVERIFY2(!(isBare && isForm),
                         qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' '
                                    + widget->objectName()));
            }
        };
        check();
        m_panel->showPage(u"days"_s);
        check();
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<bool>("isLong");
        QTest::newRow("English") << false;
        QTest::newRow("texts that are 1.4 times as long") << true;
    }

    void nothingIsCutOff()
    {
        QFETCH(const bool, isLong);
        LongTranslator longer;
        if (isLong)
            QCoreApplication::installTranslator(&longer);
        QCoreApplication::sendPostedEvents();
        m_panel->resize(1'280, 710); // what a window of 1280 x 800 leaves
        QTRY_COMPARE(cutOff(), QString());
        openTrade(noted());
        QTRY_COMPARE(cutOff(), QString());
        m_panel->showPage(u"days"_s);
        QTRY_COMPARE(cutOff(), QString());
        click(u"days-day"_s);
        QTRY_COMPARE(cutOff(), QString());
        QCOMPARE(m_panel->size(), QSize(1'280, 710));
        QCoreApplication::removeTranslator(&longer);
    }

    // --- many ------------------------------------------------------------------------------------

    void aHundredThousandTradesAreFilteredAndSorted()
    {
        m_journal->apply(test::journalSamples(100'000, 3).update());
        auto *accounts = find<QComboBox>(u"journalAccount"_s);
        QTest::keyClick(accounts, Qt::Key_Home);
        QCOMPARE(rows(), 100'000);
        clickHeader(JournalTradesModel::Net);
        QVERIFY(model().trade(0).net() >= model().trade(99'999).net());
        table()->scrollToBottom();
        JournalFilter filter = m_panel->selection().filter();
        filter.symbol = u"SPY"_s;
        m_panel->selection().setFilter(filter);
        QVERIFY(rows() > 5'000 && rows() < 50'000);
    }

private:
    /// A text that has less room than it asks for; empty where there is none.
    QString cutOff() const
    {
        const auto widgets = m_panel->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const bool isButton = qobject_cast<const QAbstractButton *>(widget);
            const bool isElided = widget->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored
                || widget->maximumWidth() < QWIDGETSIZE_MAX; // words of the user's
            if (!widget->isVisible() || isElided || (!isButton && !(label && !label->wordWrap())))
                continue;
            if (widget->width() < widget->sizeHint().width()
                || widget->height() < widget->minimumSizeHint().height())
                return widget->objectName() + u' ' + widget->property("text").toString();
        }
        return {};
    }

    TradesPage *list() const { return m_panel->findChild<TradesPage *>(); }
    TradePage *page() const { return m_panel->findChild<TradePage *>(); }
    TradeTable *table() const { return list()->table(); }
    const JournalTradesModel &model() const
    {
        return static_cast<const JournalTradesModel &>(table()->source());
    }
    int rows() const { return table()->model()->rowCount(); }
    QString sum(PerformanceMetric metric) const { return list()->sums().text(metric); }

    QToolButton *chip(const QString &text) const
    {
        const auto chips = m_panel->findChildren<QToolButton *>(u"filterChip"_s);
        for (QToolButton *own : chips)
            if (own->isVisible() && own->text() == text)
                return own;
        return nullptr;
    }
    void chooseSaved(const QString &text)
    {
        click(u"journalSaved"_s);
        auto *menu = find<QMenu>(u"savedFilters"_s);
        QVERIFY(menu);
        const auto actions = menu->actions();
        for (QAction *action : actions)
            if (action->text() == text)
                return chooseAction(menu, action);
        QFAIL("no such saved filter");
    }
    void chooseAction(QMenu *menu, QAction *action)
    {
        QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void clickHeader(int column) const
    {
        const QHeaderView *header = table()->horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          { header->sectionViewportPosition(column) + 10, header->height() / 2 });
    }
    /// By a double click on its row, where it is in the list.
    void openTrade(const TradeRecord &trade)
    {
        if (!list()->isVisible())
            closeTrade();
        const int row = model().rowOf(trade.key);
        if (row < 0)
            return m_panel->openTrade(trade.key);
        list()->choose(trade.key);
        const QPoint at
            = table()->visualRect(table()->model()->index(row, JournalTradesModel::Net)).center();
        QMouseEvent twice(QEvent::MouseButtonDblClick, at, table()->viewport()->mapToGlobal(at),
                          Qt::LeftButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(table()->viewport(), &twice);
        QVERIFY(page() && page()->isVisible() && page()->key() == trade.key);
    }
    void closeTrade() { click(u"tradeBack"_s); }
};

QTEST_MAIN(TestJournalPanel)
#include "tst_journalpanel.moc"
