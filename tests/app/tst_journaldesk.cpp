#include "dashboardpage.h"
#include "handdesk.h"
#include "importdialog.h"
#include "journal.h"
#include "journalpanel.h"
#include "journalrestore.h"
#include "notetext.h"
#include "ratingbar.h"
#include "tradenotesform.h"
#include "tradepage.h"
#include "tradespage.h"
#include "tradetable.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// The journal in the whole desk: a trade forms itself, is noted, found, looked at, and is there
/// after a restart, a restore, an import.
class TestJournalDesk : public QObject, private HandDesk
{
    Q_OBJECT

private slots:
    void initTestCase() { useService(); }
    void cleanupTestCase() { leaveService(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void aTradeFormsItselfAndIsLearnedFrom()
    {
        const TradeKey key = tradeOnce();
        QCOMPARE(key.account, u"live/Hand"_s);
        const TradeRecord formed = *journal().trade(key);
        QCOMPARE(formed.symbol, nvda);
        QCOMPARE(formed.gross, Money::whole(30)); // 100 from 100.10 to 100.40
        QCOMPARE(formed.net(), account()->figures.net());
        QCOMPARE(formed.risk, std::optional(Money::whole(60))); // to the stop at 99.50
        QVERIFY(formed.entry && formed.exit);
        QCOMPARE(formed.entry->bid, std::optional(Price::whole(100)));
        QVERIFY(formed.worst && formed.best);
        QVERIFY(*formed.worst <= Money());
        QVERIFY(*formed.best >= Money::whole(30));
        QCOMPARE(formed.slippage, std::optional(Money()));

        JournalPanel &panel = openPanel();
        QCOMPARE(list(panel)->table()->model()->rowCount(), 1);
        panel.openTrade(key);
        auto *page = panel.findChild<TradePage *>();
        QVERIFY(page && page->isVisible());
        auto *text = page->findChild<QPlainTextEdit *>(u"noteField"_s);
        text->setFocus();
        QTest::keyClicks(text, u"Waited for the retest"_s);
        page->form()->rating()->setFocus(); // leaving the field keeps it
        QTest::keyClick(page->form()->rating(), Qt::Key_4);
        QTRY_COMPARE_WITH_TIMEOUT(journal().notes(key).text, u"Waited for the retest"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(journal().notes(key).rating, 4, patience);
        tag(key, u"opening range"_s);
        panel.closeTrade();

        JournalFilter filter = panel.selection().filter();
        filter.tag = u"opening range"_s;
        panel.selection().setFilter(filter);
        QCOMPARE(list(panel)->table()->model()->rowCount(), 1);
        filter.tag = u"revenge"_s;
        panel.selection().setFilter(filter);
        QCOMPARE(list(panel)->table()->model()->rowCount(), 0);
        filter.tag.clear();
        filter.words = u"retest"_s;
        panel.selection().setFilter(filter);
        QTRY_COMPARE_WITH_TIMEOUT(list(panel)->table()->model()->rowCount(), 1, patience);
        panel.showPage(u"dashboards"_s);
        QVERIFY(panel.findChild<DashboardPage *>()->isVisible());

        open(); // the next day
        QTRY_VERIFY_WITH_TIMEOUT(journal().trade(key), patience);
        QCOMPARE(*journal().trade(key), formed);
        QCOMPARE(journal().notes(key).text, u"Waited for the retest"_s);
        QCOMPARE(journal().notes(key).tags, QStringList { u"opening range"_s });
    }

    /// Case 23 in the window: the account's figures are the journal's.
    void accountAndJournalCountAlike()
    {
        tradeOnce();
        tradeOnce();
        QTRY_COMPARE_WITH_TIMEOUT(journal().trades().size(), std::size_t(2), patience);
        Money net;
        qint64 wins = 0;
        for (const TradeRecord &trade : journal().trades()) {
            net += trade.net();
            wins += trade.net() > Money();
        }
        QCOMPARE(account()->figures.trades, 2);
        QCOMPARE(account()->figures.wins, wins);
        QCOMPARE(account()->figures.net(), net);
    }

    void fillsOfABrokerAreTakenInOnce()
    {
        const QString file = m_folder->filePath(u"fills.csv"_s);
        QFile csv(file);
        QVERIFY(csv.open(QFile::WriteOnly));
        csv.write("at,symbol,side,qty,price,fee\n"
                  "2026-05-01 10:00:00,AAPL,buy,10,150.25,1\n"
                  "2026-05-01 11:00:00,AAPL,sell,10,151.25,1\n");
        csv.close();
        JournalPanel &panel = openPanel();
        for (int time = 0; time < 2; ++time) {
            click(panel, u"journal-import"_s);
            auto *dialog = window().findChild<ImportDialog *>();
            QVERIFY(dialog && dialog->isVisible());
            dialog->openFile(file);
            if (time == 0) {
                QTRY_VERIFY_WITH_TIMEOUT(dialog->isReady(), patience);
                QTest::mouseClick(dialog->findChild<QPushButton *>(u"startImport"_s),
                                  Qt::LeftButton);
            }
            QTRY_COMPARE_WITH_TIMEOUT(imported().size(), std::size_t(1), patience);
            dialog->close();
        }
        QCOMPARE(imported().front().net(), Money::whole(8));
        QCOMPARE(account()->figures.trades, 0); // not the paper account's
    }

    void aBackupBringsBackWhatWas()
    {
        const TradeKey key = tradeOnce();
        tag(key, u"kept"_s);
        const QString copy = m_folder->filePath(u"copy.db"_s);
        bool isDone = false;
        journal().port().backUp(copy, this, [&](const Result<void> &done) {
            QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
            isDone = true;
        });
        QTRY_VERIFY_WITH_TIMEOUT(isDone, patience);
        tag(key, u"later"_s);
        QVERIFY(journalrestore::stage(copy, m_folder->filePath(u"journal.db"_s)));
        QCOMPARE(journal().notes(key).tags, QStringList { u"later"_s });
        open();
        QTRY_VERIFY_WITH_TIMEOUT(journal().trade(key), patience);
        QCOMPARE(journal().notes(key).tags, QStringList { u"kept"_s });
        QVERIFY(!QDir(m_folder->path()).entryList({ u"journal.db.replaced-*"_s }).isEmpty());
    }

private:
    Journal &journal() const { return m_desk->journal(); }

    /// Buys 100 with a stop, sees the price rise, and is out.
    TradeKey tradeOnce()
    {
        const std::size_t before = journal().trades().size();
        showQuote("100.00", "100.10");
        if (!trading().isArmed())
            trading().setArmed(true);
        OrderTicket entry;
        entry.symbol = nvda;
        entry.qty = Qty::whole(100);
        entry.stopLoss = *Price::parse(u"99.5"_s);
        trading().send(entry);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(held(), Qty::whole(100), patience); }();
        m_market->trade("100.05", 100);
        m_market->trade("100.50", 100);
        showQuote("100.40", "100.50");
        trading().flatten(nvda);
        [&] {
            QTRY_COMPARE_WITH_TIMEOUT(held(), Qty(), patience);
            QTRY_VERIFY_WITH_TIMEOUT(journal().trades().size() == before + 1
                                         && !journal().trades().back().isOpen(),
                                     patience);
            QTRY_VERIFY_WITH_TIMEOUT(journal().trades().back().exit, patience);
        }();
        return journal().trades().back().key;
    }

    /// What is decided is decided on this quote.
    void showQuote(const char *bid, const char *ask)
    {
        m_market->quote(bid, ask);
        const Price wanted = *Price::parse(QString::fromLatin1(bid));
        [&] { QTRY_COMPARE_WITH_TIMEOUT(trading().market(nvda)->bid, wanted, patience); }();
    }

    void tag(const TradeKey &key, const QString &word)
    {
        NoteEdit edit;
        edit.subject.trade = key;
        edit.kind = NoteEdit::Kind::Tags;
        edit.words = { word };
        journal().edit(edit);
        [&] {
            QTRY_COMPARE_WITH_TIMEOUT(journal().notes(key).tags, QStringList { word }, patience);
        }();
    }

    JournalPanel &openPanel()
    {
        window().showPanel(u"journal"_s);
        auto *panel = window().findChild<JournalPanel *>();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(panel && panel->isVisible(), patience); }();
        return *panel;
    }
    static TradesPage *list(const JournalPanel &panel) { return panel.findChild<TradesPage *>(); }
    static void click(const JournalPanel &panel, const QString &name)
    {
        QTest::mouseClick(panel.findChild<QToolButton *>(name), Qt::LeftButton);
    }

    std::vector<TradeRecord> imported() const
    {
        std::vector<TradeRecord> found;
        for (const TradeRecord &trade : journal().trades())
            if (trade.key.account.startsWith(u"import/"_s))
                found.push_back(trade);
        return found;
    }
};

QTEST_MAIN(TestJournalDesk)
#include "tst_journaldesk.moc"
