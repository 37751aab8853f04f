#include "datadesk.h"
#include "downloaddialog.h"
#include "downloadlist.h"
#include "downloadrow.h"
#include "easterntime.h"
#include "fakedataport.h"
#include "fonts.h"
#include "panelfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

#include <memory>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;
using State = DownloadStatus::State;

namespace {

const QDate today(2024, 6, 28);

} // namespace

/// Downloads by mouse and keys. With TAPELINE_PICTURES=folder it leaves pictures.
class TestDownloadDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        loadBundledFonts();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }

    void init()
    {
        m_fixture = std::make_unique<PanelFixture>();
        m_port = std::make_unique<FakeDataPort>();
        m_desk = std::make_unique<DataDesk>(*m_port);
        m_desk->setMarketTime(easterntime::at(today, 12h));
        m_lists = { { u"Mine"_s, { u"AAPL"_s, u"MSFT"_s } }, { u"Empty"_s, {} } };
        m_dialog = std::make_unique<DownloadDialog>(m_fixture->theme, *m_desk,
                                                    [this] { return m_lists; });
        m_dialog->openDownloads();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }

    void cleanup()
    {
        m_dialog.reset();
        m_desk.reset();
    }

    // --- a new one -------------------------------------------------------------------------------

    void aDownloadIsTypedAndStarted()
    {
        QCOMPARE(QApplication::focusWidget(), symbols());
        QVERIFY(note().isEmpty());
        QTest::keyClicks(symbols(), u"aapl, msft"_s);
        QCOMPARE(note(), u"At most 24 request(s): about 5 minute(s) on your plan."_s);
        QTest::keyClick(symbols(), Qt::Key_Return);
        QCOMPARE(m_port->started.size(), 1U);
        const DownloadOrder &order = m_port->started.front();
        QCOMPARE(order.symbols, (QStringList { u"AAPL"_s, u"MSFT"_s }));
        QCOMPARE(order.timeframe, Timeframe(1, TimeUnit::Minute));
        QVERIFY(order.adjusted);
        QVERIFY(order.range.contains(easterntime::at(today.addMonths(-12))));
        QVERIFY(!order.range.contains(easterntime::at(today.addDays(1))));
        QVERIFY(symbols()->text().isEmpty());
    }

    void itBeginsWithTheMarketsDay()
    {
        const auto day = [this](const QString &name) {
            return m_dialog->findChild<QDateEdit *>(name)->date();
        };
        m_desk->setMarketTime(easterntime::at(today.addDays(3), 12h));
        m_dialog->openDownloads();
        QCOMPARE(day(u"downloadTo"_s), today.addDays(3));
        QCOMPARE(day(u"downloadFrom"_s), today.addDays(3).addMonths(-12));
        m_dialog->findChild<QDateEdit *>(u"downloadFrom"_s)->setDate(QDate(2020, 1, 2));
        m_desk->setMarketTime(easterntime::at(today.addDays(4), 12h));
        m_dialog->openDownloads(); // what was chosen stays
        QCOMPARE(day(u"downloadFrom"_s), QDate(2020, 1, 2));
        QCOMPARE(day(u"downloadTo"_s), today.addDays(3));
    }

    void everyFieldCounts()
    {
        QTest::keyClicks(symbols(), u"spy"_s);
        auto *timeframe = m_dialog->findChild<QComboBox *>(u"downloadTimeframe"_s);
        timeframe->setFocus();
        for (int step = 0; step < 20 && timeframe->currentData() != u"1D"_s; ++step)
            QTest::keyClick(timeframe, Qt::Key_Down);
        auto *from = m_dialog->findChild<QDateEdit *>(u"downloadFrom"_s);
        from->setFocus();
        from->setSelectedSection(QDateTimeEdit::YearSection);
        QTest::keyClicks(from, u"2019"_s);
        auto *adjusted = m_dialog->findChild<QCheckBox *>(u"downloadAdjusted"_s);
        QTest::mouseClick(adjusted, Qt::LeftButton, {}, { 8, adjusted->height() / 2 });
        QTest::mouseClick(start(), Qt::LeftButton);
        QCOMPARE(m_port->started.size(), 1U);
        QCOMPARE(m_port->started[0].timeframe, Timeframe(1, TimeUnit::Day));
        QVERIFY(!m_port->started[0].adjusted);
        QVERIFY(m_port->started[0].range.contains(easterntime::at(QDate(2019, 6, 28))));
        QVERIFY(!m_port->started[0].range.contains(easterntime::at(QDate(2019, 6, 27))));
    }

    void aSpanIsOneClick()
    {
        QTest::keyClicks(symbols(), u"SPY"_s);
        QTest::mouseClick(m_dialog->findChild<QToolButton *>(u"months60"_s), Qt::LeftButton);
        QTest::mouseClick(start(), Qt::LeftButton);
        QVERIFY(m_port->started[0].range.contains(easterntime::at(today.addYears(-5))));
    }

    void aWatchlistIsTaken()
    {
        auto *take = m_dialog->findChild<QToolButton *>(u"takeWatchlist"_s);
        emit take->menu()->aboutToShow();
        QCOMPARE(take->menu()->actions().size(), 1); // the empty one is of no use
        take->menu()->actions().front()->trigger();
        QCOMPARE(symbols()->text(), u"AAPL MSFT"_s);
        m_lists.clear();
        emit take->menu()->aboutToShow();
        QVERIFY(!take->menu()->actions().front()->isEnabled());
    }

    void whatIsWrongIsSaidOnceItIsTried()
    {
        QTest::keyClicks(symbols(), u"12!"_s);
        QVERIFY(note().isEmpty()); // half typed
        QTest::mouseClick(start(), Qt::LeftButton);
        QVERIFY(m_port->started.empty());
        QVERIFY(note().startsWith(u"“12!” is not a symbol."_s));
        QVERIFY(m_dialog->findChild<QLabel *>(u"downloadNote"_s)->property("wrong").toBool());
        symbols()->clear();
        QCOMPARE(note(), u"Type at least one symbol."_s);
        QTest::keyClicks(symbols(), u"SPY"_s);
        QVERIFY(note().startsWith(u"At most 12"_s));
        QVERIFY(!m_dialog->findChild<QLabel *>(u"downloadNote"_s)->property("wrong").toBool());
        symbols()->clear();
        QTest::keyClick(symbols(), Qt::Key_Return);
        QCOMPARE(note(), u"Type at least one symbol."_s);
        QVERIFY(m_port->started.empty());
    }

    void whatThePlanLacksIsSaid()
    {
        auto *timeframe = m_dialog->findChild<QComboBox *>(u"downloadTimeframe"_s);
        timeframe->setCurrentIndex(timeframe->findData(u"1s"_s));
        QTest::keyClicks(symbols(), u"SPY"_s);
        QTest::mouseClick(start(), Qt::LeftButton);
        QVERIFY(note().contains(u"Stocks Starter"_s));
        m_desk->setCapabilities(Capabilities(PlanSet::all(Plan::Starter)));
        QVERIFY(note().startsWith(u"At most 12 request(s)."_s)); // it follows the plan
        QTest::mouseClick(start(), Qt::LeftButton);
        QCOMPARE(m_port->started.size(), 1U);
    }

    void aRefusalIsSaid()
    {
        QTest::keyClicks(symbols(), u"SPY"_s);
        QTest::mouseClick(start(), Qt::LeftButton);
        m_desk->takeRefusal(u"The disk is full."_s);
        QCOMPARE(note(), u"The disk is full."_s);
    }

    // --- the list --------------------------------------------------------------------------------

    void progressIsShown()
    {
        QVERIFY(rows().isEmpty());
        m_desk->start({});
        DownloadStatus status = downloadStatus(1, { u"AAPL"_s, u"MSFT"_s });
        status.progress = 0.25;
        status.symbolsDone = 1;
        status.bars = 12'345;
        status.detail = u"Asking for MSFT"_s;
        m_desk->takeDownloads({ status });
        QCOMPARE(rows().size(), 1);
        QCOMPARE(rows()[0]->title(), u"AAPL, MSFT · 1 day(s) · 2 Jan 2024 – 28 Jun 2024"_s);
        QCOMPARE(rows()[0]->state(), u"1 of 2 symbol(s) · 12,345 bar(s) · Asking for MSFT"_s);
        QCOMPARE(bar(0)->value() * 4, bar(0)->maximum());
        m_desk->start({});
        m_desk->takeDownloads({ status, downloadStatus(2, { u"SPY"_s }) });
        QCOMPARE(rows()[0]->id(), 2U); // the newest first
        QCOMPARE(rows()[1]->id(), 1U);
    }

    void itIsPausedResumedAndCancelled()
    {
        m_desk->takeDownloads({ downloadStatus(1, { u"A"_s }), downloadStatus(2, { u"B"_s }) });
        click(1, "toggleDownload");
        QCOMPARE(m_port->paused, std::vector<quint64> { 1 });
        m_desk->takeDownloads(
            { downloadStatus(1, { u"A"_s }, State::Paused), downloadStatus(2, { u"B"_s }) });
        QVERIFY(rows()[1]->state().startsWith(u"Paused"_s));
        click(1, "toggleDownload");
        QCOMPARE(m_port->resumed, std::vector<quint64> { 1 });
        click(0, "cancelDownload");
        QCOMPARE(m_port->cancelled, std::vector<quint64> { 2 });
        m_desk->takeDownloads({ downloadStatus(1, { u"A"_s }) });
        QCOMPARE(rows().size(), 1);
    }

    void keysDoTheSame()
    {
        m_desk->takeDownloads({ downloadStatus(1, { u"A"_s }) });
        auto *toggle = rows()[0]->findChild<QToolButton *>(u"toggleDownload"_s);
        QTRY_VERIFY(toggle->isVisible());
        for (int steps = 0; steps < 17; ++steps)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(toggle->hasFocus());
        QTest::keyClick(toggle, Qt::Key_Space);
        QCOMPARE(m_port->paused, std::vector<quint64> { 1 });
        m_desk->takeDownloads({ downloadStatus(1, { u"A"_s }, State::Paused) });
        QVERIFY(toggle->hasFocus()); // its row was not made anew
        m_desk->takeDownloads({});
        QVERIFY(!qobject_cast<QToolButton *>(QApplication::focusWidget()));
    }

    void aFailedOneSaysWhyAndIsTriedAgain()
    {
        DownloadStatus failed = downloadStatus(1, { u"A"_s }, State::Failed);
        failed.detail = u"The key was refused."_s;
        m_desk->takeDownloads({ failed });
        QVERIFY(rows()[0]->state().endsWith(u"The key was refused."_s));
        QCOMPARE(rows()[0]->findChild<QToolButton *>(u"toggleDownload"_s)->toolTip(),
                 u"Try again"_s);
        click(0, "toggleDownload");
        QCOMPARE(m_port->resumed, std::vector<quint64> { 1 });
    }

    void aFinishedOneCanOnlyBeRemoved()
    {
        m_desk->takeDownloads({ downloadStatus(1, { u"A"_s }, State::Done) });
        QVERIFY(rows()[0]->state().startsWith(u"Done"_s));
        QVERIFY(!rows()[0]->findChild<QToolButton *>(u"toggleDownload"_s)->isVisible());
        QVERIFY(!bar(0)->isVisible());
        click(0, "cancelDownload");
        QCOMPARE(m_port->cancelled, std::vector<quint64> { 1 });
    }

    void oneOfAnEarlierRunSaysSo()
    {
        m_desk->takeDownloads({ downloadStatus(1, { u"A"_s }) });
        QVERIFY(rows()[0]->state().startsWith(u"Resumed after the restart"_s));
        m_desk->start({});
        m_desk->takeDownloads({ downloadStatus(1, { u"A"_s }), downloadStatus(2, { u"B"_s }) });
        QVERIFY(!rows()[0]->state().contains(u"restart"_s));
    }

    void itGoesOnWhileItIsClosed()
    {
        m_desk->takeDownloads({ downloadStatus(1, { u"A"_s }) });
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QVERIFY(!m_dialog->isVisible());
        QVERIFY(m_port->paused.empty() && m_port->cancelled.empty());
        m_desk->takeDownloads({ downloadStatus(1, { u"A"_s }, State::Done) });
        m_dialog->openDownloads();
        QVERIFY(rows()[0]->state().startsWith(u"Done"_s));
        QTRY_COMPARE(QApplication::focusWidget(), symbols());
    }

    // --- how it looks ----------------------------------------------------------------------------

    void itLooksRight_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::newRow("dark") << ThemeChoice::Dark;
        QTest::newRow("light") << ThemeChoice::Light;
    }

    void itLooksRight()
    {
        QFETCH(const ThemeChoice, choice);
        m_fixture->settings.setThemeChoice(choice);
        picture(u"empty"_s);
        DownloadStatus running
            = downloadStatus(1, { u"AAPL"_s, u"MSFT"_s, u"NVDA"_s, u"AMD"_s, u"TSLA"_s, u"SPY"_s });
        running.progress = 0.4;
        running.symbolsDone = 2;
        running.bars = 1'234'567;
        running.detail = u"Asking for NVDA, March 2024"_s;
        DownloadStatus failed = downloadStatus(2, { u"X:BTCUSD"_s }, State::Failed);
        failed.detail = u"The key was refused."_s;
        DownloadStatus paused = downloadStatus(3, { u"QQQ"_s }, State::Paused);
        paused.progress = 0.7;
        paused.order.adjusted = false;
        m_desk->takeDownloads(
            { running, failed, paused, downloadStatus(4, { u"KO"_s }, State::Done) });
        QTest::keyClicks(symbols(), u"IBM ORCL"_s);
        QCoreApplication::processEvents();
        for (const DownloadRow *row : rows())
            for (const QWidget *own : row->findChildren<QWidget *>())
                if (own->isVisible())
                    QVERIFY(row->rect().contains(own->geometry()));
        picture(u"list"_s);
        symbols()->setText(u"IBM ORCL2!"_s);
        QTest::mouseClick(start(), Qt::LeftButton);
        picture(u"wrong"_s);
    }

private:
    QLineEdit *symbols() const { return m_dialog->form()->symbols(); }
    QString note() const { return m_dialog->form()->note(); }
    QPushButton *start() const { return m_dialog->findChild<QPushButton *>(u"startDownload"_s); }
    const QList<DownloadRow *> &rows() const { return m_dialog->list()->rows(); }
    QProgressBar *bar(int row) const { return rows()[row]->findChild<QProgressBar *>(); }
    void click(int row, const char *name)
    {
        QCoreApplication::processEvents(); // laid out
        QTest::mouseClick(rows()[row]->findChild<QToolButton *>(QString::fromLatin1(name)),
                          Qt::LeftButton);
    }
    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("TAPELINE_PICTURES");
        if (!folder.isEmpty())
            m_dialog->grab().save(
                folder
                + u"/download-%1-%2.png"_s.arg(name, QString::fromLatin1(QTest::currentDataTag())));
    }

    QList<Watchlist> m_lists;
    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<FakeDataPort> m_port;
    std::unique_ptr<DataDesk> m_desk;
    std::unique_ptr<DownloadDialog> m_dialog;
};

QTEST_MAIN(TestDownloadDialog)
#include "tst_downloaddialog.moc"
