#include "journalfixture.h"

#include "bracketstranslator.h"
#include "calendarview.h"
#include "checklistview.h"
#include "daypage.h"
#include "dayspage.h"
#include "notetext.h"
#include "tradepage.h"
#include "tradetable.h"
#include "tradetext.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// The days of the journal: calendar, and one day with plan, checklist and review.
class TestJournalDays : public QObject, private JournalFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { useEnglish(); }
    void init()
    {
        begin();
        click(u"journal-days"_s);
    }
    void cleanup() { end(); }

    // --- the calendar ----------------------------------------------------------------------------

    void itOpensOnTodayAndTellsWhatTheMonthCameTo()
    {
        QCOMPARE(days()->current(), QDate(2026, 11, 20));
        Money net;
        int closed = 0;
        for (const TradeRecord &trade : m_samples.trades)
            if (isShown(trade) && tradeDay(trade).month() == 11) {
                net += trade.net();
                ++closed;
            }
        QVERIFY2(days()->sumText().startsWith(QString::number(closed) + u" trade"_s),
                 qPrintable(days()->sumText()));
        QVERIFY(days()->sumText().contains(u"Net "_s + tradetext::profit(net)));
    }

    void aDayIsToldInWords()
    {
        const auto first = std::ranges::find_if(
            m_samples.trades, [](const TradeRecord &trade) { return isShown(trade); });
        const QDate day = tradeDay(*first);
        const QString text = calendar()->text(day);
        QVERIFY2(text.contains(QString::number(day.year()) + u':'), qPrintable(text));
        QVERIFY2(text.contains(u"trade"_s), qPrintable(text));
        QVERIFY(calendar()->text(QDate(2026, 11, 21)).endsWith(u"no trades"_s));
    }

    void arrowsPagesAndEndsGoThroughTheDays()
    {
        calendar()->setFocus();
        QTest::keyClick(calendar(), Qt::Key_Left);
        QCOMPARE(days()->current(), QDate(2026, 11, 19));
        QTest::keyClick(calendar(), Qt::Key_Up);
        QCOMPARE(days()->current(), QDate(2026, 11, 12));
        QTest::keyClick(calendar(), Qt::Key_PageUp);
        QCOMPARE(days()->current(), QDate(2026, 10, 12));
        QTest::keyClick(calendar(), Qt::Key_Home);
        QCOMPARE(days()->current(), QDate(2026, 10, 1));
        QTest::keyClick(calendar(), Qt::Key_End);
        QCOMPARE(days()->current(), QDate(2026, 10, 31));
        QTest::keyClick(calendar(), Qt::Key_PageDown);
        QCOMPARE(days()->current(), QDate(2026, 11, 30)); // its last day
        QVERIFY(calendar()->accessibleDescription().startsWith(u"Mon 30 Nov 2026"_s));
        click(u"days-today"_s);
        QCOMPARE(days()->current(), QDate(2026, 11, 20));
    }

    void weeksOfAMonthAddUpToIt()
    {
        const JournalDays all(m_panel->selection());
        for (const QDate month : { QDate(2026, 9, 1), QDate(2026, 10, 1), QDate(2026, 11, 1) }) {
            const auto [first, last] = calendarspan::days(CalendarSpan::Month, month);
            qint64 trades = 0;
            Money net;
            QDate monday = calendarspan::firstShown(CalendarSpan::Month, month);
            for (int week = 0; week < calendarspan::weeks(CalendarSpan::Month, month); ++week) {
                const DaySum sum
                    = all.sum(std::max(monday, first), std::min(monday.addDays(6), last));
                trades += sum.trades;
                net += sum.net;
                monday = monday.addDays(7);
            }
            QCOMPARE(trades, all.sum(first, last).trades);
            QVERIFY(net == all.sum(first, last).net);
        }
    }

    void aClickChoosesAndTwoOpen()
    {
        const QDate day(2026, 11, 18);
        QTest::mouseClick(calendar(), Qt::LeftButton, {}, calendar()->place(day).center());
        QCOMPARE(days()->current(), day);
        QVERIFY(calendar()->isVisible());
        const QPoint at = calendar()->place(day).center();
        QMouseEvent twice(QEvent::MouseButtonDblClick, at, calendar()->mapToGlobal(at),
                          Qt::LeftButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(calendar(), &twice);
        QVERIFY(page()->isVisible());
        QCOMPARE(page()->day(), day);
    }

    void theFilterOfTheOtherPagesHoldsHereToo()
    {
        JournalFilter filter = m_panel->selection().filter();
        filter.symbol = u"NOSUCH"_s;
        m_panel->selection().setFilter(filter);
        QVERIFY(days()->sumText().startsWith(u"0 trade"_s));
    }

    void aWeekListsItsTrades()
    {
        click(u"days-week"_s);
        QCOMPARE(days()->span(), CalendarSpan::Week);
        QVERIFY(calendar()->place(QDate(2026, 11, 16)).height() > 200);
        QVERIFY(calendar()->place(QDate(2026, 11, 9)).isEmpty());
        calendar()->setFocus();
        QTest::keyClick(calendar(), Qt::Key_PageUp);
        QCOMPARE(days()->current(), QDate(2026, 11, 13));
    }

    // --- a day -----------------------------------------------------------------------------------

    void keysOpenADayItsTradeAndComeBack()
    {
        const TradeRecord trade = noted();
        days()->setCurrent(tradeDay(trade));
        calendar()->setFocus();
        QTest::keyClick(calendar(), Qt::Key_Return);
        QVERIFY(page()->isVisible());
        QVERIFY(page()->table()->hasFocus());
        const int rows = page()->table()->model()->rowCount();
        QVERIFY(rows > 0);
        QTest::keyClick(page()->table(), Qt::Key_Down);
        QTest::keyClick(page()->table(), Qt::Key_Return);
        auto *opened = m_panel->findChild<TradePage *>();
        QVERIFY(opened && opened->isVisible());
        QTest::keyClick(opened, Qt::Key_Escape);
        QVERIFY(page()->isVisible());
        QCOMPARE(page()->table()->model()->rowCount(), rows);
        QTest::keyClick(page()->table(), Qt::Key_Escape);
        QVERIFY(calendar()->isVisible());
    }

    void planAndReviewAreKept()
    {
        openDay(QDate(2026, 11, 18));
        type(page()->plan(), u"Two trades, no more."_s);
        type(page()->review(), u"Took five."_s);
        m_port->edits.clear();
        click(u"days-forth"_s); // another day
        page()->commit();
        QCOMPARE(m_port->edits.size(), std::size_t(1)); // the plan was written when it was left
        deliver();
        QVERIFY(page()->plan()->text() != u"Two trades, no more."_s);
        click(u"days-back"_s);
        QCOMPARE(page()->review()->text(), u"Took five."_s);
        QCOMPARE(m_journal->day({ .trade = {}, .day = QDate(2026, 11, 18) }).review,
                 u"Took five."_s);
    }

    void notesOfOneAccountAreItsOwn()
    {
        JournalFilter filter = m_panel->selection().filter();
        filter.account = u"simulated/Paper"_s;
        m_panel->selection().setFilter(filter);
        openDay(QDate(2026, 11, 18));
        type(page()->plan(), u"Only here"_s);
        page()->commit();
        deliver();
        QCOMPARE(
            m_journal->day({ .trade = { u"simulated/Paper"_s, 0 }, .day = QDate(2026, 11, 18) })
                .plan,
            u"Only here"_s);
        filter.account.clear();
        m_panel->selection().setFilter(filter);
        QVERIFY(page()->plan()->text() != u"Only here"_s);
    }

    void theChecklistIsTickedAddedToAndKeptForOtherDays()
    {
        openDay(QDate(2026, 12, 1)); // without notes: the usual items
        QCOMPARE(page()->checklist()->items().size(), std::size_t(3));
        QVERIFY(find<QWidget>(u"checklistKeep"_s)->isHidden());
        auto *first = page()->checklist()->findChild<QCheckBox *>();
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Space);
        deliver();
        const NoteSubject subject { .trade = {}, .day = QDate(2026, 12, 1) };
        QVERIFY(m_journal->day(subject).checklist.front().isDone);
        auto *field = find<QLineEdit>(u"checklistField"_s);
        QTest::keyClicks(field, u"Water & coffee"_s);
        QTest::keyClick(field, Qt::Key_Return);
        deliver();
        QCOMPARE(m_journal->day(subject).checklist.back().text, u"Water & coffee"_s);
        click(u"checklistKeep"_s);
        click(u"days-forth"_s);
        QCOMPARE(page()->checklist()->items().size(), std::size_t(4));
        QVERIFY(!page()->checklist()->items().front().isDone);
        click(u"checklistRemove"_s);
        deliver();
        QCOMPARE(m_journal->day({ .trade = {}, .day = QDate(2026, 12, 2) }).checklist.size(),
                 std::size_t(3));
    }

    void anotherLanguageIsToldAnew()
    {
        BracketsTranslator brackets;
        QCoreApplication::installTranslator(&brackets);
        QCoreApplication::sendPostedEvents();
        QVERIFY(days()->sumText().startsWith(u'['));
        QVERIFY(find<QWidget>(u"days-month"_s)->property("text").toString() == u"[Month]"_s);
        QCoreApplication::removeTranslator(&brackets);
    }

private:
    static bool isShown(const TradeRecord &trade)
    {
        return trade.key.account == u"simulated/Paper"_s && !trade.isOpen();
    }
    DaysPage *days() const { return m_panel->findChild<DaysPage *>(); }
    CalendarView *calendar() const { return days()->calendar(); }
    DayPage *page() const { return days()->dayPage(); }
    void openDay(QDate day) const
    {
        days()->setCurrent(day);
        days()->setSpan(CalendarSpan::Day);
    }
    static void type(NoteText *text, const QString &words)
    {
        text->field()->setFocus();
        text->field()->selectAll();
        QTest::keyClicks(text->field(), words);
    }
};

QTEST_MAIN(TestJournalDays)
#include "tst_journaldays.moc"
