#include "connectionlogmodel.h"
#include "connectionpanel.h"
#include "panelfixture.h"
#include "requestqueuemodel.h"
#include "plantext.h"
#include "streamtext.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

Capabilities having(Plan plan)
{
    return Capabilities(PlanSet::all(plan));
}

SessionStatus liveStatus()
{
    SessionStatus status;
    status.source = DataSource::Live;
    status.recency = Recency::Delayed;
    status.stream = StreamState::Live;
    status.latencyMicroseconds = 12'400;
    status.messagesPerSecond = 4'210.4;
    status.restUsed = 3;
    status.restLimit = 5;
    status.restQueued = 2;
    status.lost = 1;
    status.repeated = 1'200;
    status.capabilities = having(Plan::Starter);
    status.marketTime = fromMs(1'786'629'600'000);
    status.part = SessionPart::Regular;
    status.nextPart = SessionPart::AfterHours;
    status.nextChange = status.marketTime + std::chrono::minutes(134);
    return status;
}

/// One is under way, two wait for the minute to turn over.
RequestQueue waitingQueue()
{
    const Timestamp now = wallTime();
    RequestQueue queue;
    queue.source = u"massive"_s;
    queue.used = queue.limit = 5;
    queue.nextSlot = now + 40s;
    queue.usage = { now - 1h, 12, 9, 1, 2, 4'200'000 };
    for (const auto state : { QueuedRequest::State::Running, QueuedRequest::State::WaitsForBudget,
                              QueuedRequest::State::WaitsForBudget }) {
        QueuedRequest request;
        request.purpose = RestPurpose::ChartBars;
        request.symbol = u"AAPL"_s;
        request.path = u"/v2/aggs/ticker/AAPL/range/1/minute/1/2"_s;
        request.state = state;
        request.since = now - 20s;
        request.due = now + 40s;
        queue.requests.push_back(request);
    }
    return queue;
}

} // namespace

class TestConnectionPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }

    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support).*")));
        m_fixture = std::make_unique<PanelFixture>();
        m_model = std::make_unique<ConnectionLogModel>();
        m_requests = std::make_unique<RequestQueueModel>();
        m_panel = std::make_unique<ConnectionPanel>(m_fixture->context(u"connection"_s), *m_model,
                                                    *m_requests);
        m_panel->resize(620, 420);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }

    void cleanup()
    {
        m_panel.reset();
        m_requests.reset();
        m_model.reset();
        m_fixture.reset();
    }

    void whatIsConnected()
    {
        m_panel->setStatus(liveStatus());
        QCOMPARE(value("sourceValue"), u"Live service, 15 minutes late"_s);
        QCOMPARE(value("streamValue"), u"Stream 12 ms"_s);
        QCOMPARE(value("latencyValue"), u"12 ms"_s);
        QCOMPARE(value("rateValue"), u"4,210 a second"_s);
        QCOMPARE(value("requestsValue"), u"3 of 5 this minute, 2 waiting"_s);
        QCOMPARE(value("lossesValue"), u"1 unreadable, 1,200 repeated"_s);
        QCOMPARE(value("marketValue"), u"Market open · closes in 2:14"_s);
        QCOMPARE(value("planValue"),
                 u"Stocks Starter opens minute bars, second bars, snapshots, stream. "
                 "Developer adds trades · Advanced adds quotes, financial statements."_s);
        QCOMPARE(m_panel->findChild<QLabel *>(u"lossesValue"_s)->accessibleName(),
                 u"Losses: 1 unreadable, 1,200 repeated"_s);
    }

    void theReasonAndACountdownThatRuns()
    {
        SessionStatus status = liveStatus();
        status.stream = StreamState::WaitingToRetry;
        status.detail = u"The remote host closed the connection."_s;
        status.retryAt = wallTime() + 1'300ms;
        m_panel->setStatus(status);
        QCOMPARE(value("streamValue"),
                 u"Reconnecting in 2 s. The connection was lost. It is tried again. "
                 "Reason: The remote host closed the connection."_s);
        QTRY_VERIFY(value("streamValue").startsWith(u"Reconnecting in 1 s"_s));
        QTRY_VERIFY(value("streamValue").startsWith(u"Reconnecting. "_s));
    }

    void whatWaitsAndWhy()
    {
        auto *tabs = m_panel->findChild<QTabBar *>(u"connectionTabs"_s);
        auto *table = m_panel->findChild<QTableView *>(u"requestTable"_s);
        QCOMPARE(tabs->tabText(1), u"Requests"_s);
        m_requests->setQueue(waitingQueue());
        QCOMPARE(tabs->tabText(1), u"Requests (2)"_s);
        QVERIFY(!table->isVisible());
        m_panel->showPage(ConnectionPanel::Page::Requests);
        QVERIFY(table->isVisible());
        QCOMPARE(value("requestsUsed"), u"5 of the plan's 5 requests in the last minute"_s);
        QVERIFY(value("requestsNext").startsWith(u"The next request may go in about 4"_s));
        QVERIFY(
            value("requestsUsage").contains(u"12 request(s), 1 refused as too many, 2 failed"_s));
        QCOMPARE(m_panel->findChild<QProgressBar *>()->value(), 5);
        QVERIFY(m_panel->grab().toImage().pixelColor(0, 0).isValid());

        RequestQueue answered = waitingQueue();
        answered.requests.clear();
        answered.nextSlot = {};
        m_requests->setQueue(answered);
        QVERIFY(!table->isVisible());
        QVERIFY(m_panel->findChild<QLabel *>(u"requestsNone"_s)->isVisible());
        QCOMPARE(value("requestsNext"), u"The next request may go at once."_s);
    }

    void aPlanWithoutALimit()
    {
        RequestQueue queue = waitingQueue();
        queue.limit = 0;
        queue.nextSlot = {};
        m_requests->setQueue(queue);
        m_panel->showPage(ConnectionPanel::Page::Requests);
        QCOMPARE(value("requestsUsed"), u"5 request(s) in the last minute, without a limit"_s);
        QVERIFY(!m_panel->findChild<QProgressBar *>()->isVisible());
    }

    void theCountdownRuns()
    {
        RequestQueue queue = waitingQueue();
        queue.nextSlot = wallTime() + 2'200ms;
        m_requests->setQueue(queue);
        m_panel->showPage(ConnectionPanel::Page::Requests);
        QCOMPARE(value("requestsNext"), u"The next request may go in about 3 s."_s);
        QTRY_COMPARE(value("requestsNext"), u"The next request may go in about 1 s."_s);
    }

    void theSimulatedMarketHasNoPlan()
    {
        SessionStatus status = liveStatus();
        status.source = DataSource::Simulated;
        m_panel->setStatus(status);
        QCOMPARE(value("sourceValue"), u"Simulated market"_s);
        QVERIFY(!m_panel->findChild<QLabel *>(u"planValue"_s)->isVisible());
    }

    void theHistoryGrowsAtTheTop()
    {
        auto *table = m_panel->findChild<QTableView *>(u"connectionHistory"_s);
        ConnectionEvent event;
        event.at = fromMs(1'786'629'600'000);
        event.kind = ConnectionEvent::Kind::Connected;
        m_model->append({ event });
        event.kind = ConnectionEvent::Kind::Silent;
        m_model->append({ event });
        QCOMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->model()->index(0, ConnectionLogModel::What).data().toString(),
                 u"The stream fell silent: prices are stale."_s);
        for (int column = 0; column < ConnectionLogModel::ColumnCount; ++column)
            QVERIFY(table->columnWidth(column) > 40);
        QVERIFY(!table->horizontalScrollBar()->isVisible());
        // The row is there to be seen
        QVERIFY(table->viewport()->rect().contains(
            table->visualRect(table->model()->index(0, ConnectionLogModel::Why))));
    }

    void aNarrowPanelTellsWhatHappenedAndKeepsTheReasonInTheToolTip()
    {
        m_panel->resize(300, 600);
        auto *table = m_panel->findChild<QTableView *>(u"connectionHistory"_s);
        ConnectionEvent event;
        event.kind = ConnectionEvent::Kind::Lost;
        event.detail = u"The remote host closed the connection"_s;
        m_model->append({ event });
        QTRY_VERIFY(table->isColumnHidden(ConnectionLogModel::Why));
        const QModelIndex what = m_model->index(0, ConnectionLogModel::What);
        QVERIFY(what.data(Qt::ToolTipRole).toString().contains(event.detail));
        QTRY_VERIFY(table->viewport()->rect().contains(table->visualRect(what)));
        // Without a mouse: below the table, for the row the keys went to
        const auto *reason = m_panel->findChild<QLabel *>(u"connectionReason"_s);
        QVERIFY(!reason->isVisible());
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
        QTRY_VERIFY(reason->isVisible());
        QCOMPARE(reason->text(), event.detail);
        // One value a line: names in one column
        const auto *rate = m_panel->findChild<QLabel *>(u"rateValue"_s);
        const auto *latency = m_panel->findChild<QLabel *>(u"latencyValue"_s);
        QTRY_COMPARE(rate->x(), latency->x());
        m_panel->resize(900, 600);
        QTRY_VERIFY(!table->isColumnHidden(ConnectionLogModel::Why));
        QVERIFY(!reason->isVisible());
        QTRY_VERIFY(rate->x() > latency->x());
    }

    void theButtonsAsk()
    {
        QSignalSpy diagnostics(m_panel.get(), &ConnectionPanel::diagnosticsRequested);
        QSignalSpy settings(m_panel.get(), &ConnectionPanel::settingsRequested);
        QTest::mouseClick(m_panel->findChild<QPushButton *>(u"diagnosticsButton"_s),
                          Qt::LeftButton);
        auto *open = m_panel->findChild<QPushButton *>(u"connectionSettingsButton"_s);
        open->setFocus();
        QTest::keyClick(open, Qt::Key_Space);
        QCOMPARE(diagnostics.count(), 1);
        QCOMPARE(settings.count(), 1);
    }

    void aPlanNoteComesAndGoes()
    {
        QVERIFY(!m_panel->findChild<QLabel *>(u"planNote"_s));
        m_panel->setPlanNote(u"Each trade needs Stocks Developer."_s);
        auto *note = m_panel->findChild<QLabel *>(u"planNote"_s);
        QVERIFY(note->isVisible());
        QTRY_VERIFY(note->geometry().top()
                    < m_panel->findChild<QTableView *>(u"connectionHistory"_s)
                          ->mapTo(m_panel.get(), QPoint())
                          .y());
        m_panel->setPlanNote({});
        QVERIFY(!note->isVisible());
    }

    void notesForTheTape()
    {
        QCOMPARE(tapePlanNote(having(Plan::Developer)), QString());
        QCOMPARE(tapePlanNote(having(Plan::Starter)),
                 u"Each trade needs Stocks Developer. Shown: one line a second."_s);
        QCOMPARE(tapePlanNote(having(Plan::Basic)),
                 u"Time & sales needs Stocks Developer; Basic has no stream."_s);
        QCOMPARE(tapePlanNote(having(Plan::Advanced), AssetClass::Indices),
                 u"Indices: the service has no trades."_s);
        Capabilities refused = having(Plan::Advanced);
        refused.refuse(Product::Stocks, DataKind::StreamTrades);
        QCOMPARE(tapePlanNote(refused),
                 u"The service refused each trade. Shown: one line a second."_s);
    }

    void notesForTheWatchlist()
    {
        QCOMPARE(watchlistPlanNote(having(Plan::Advanced)), QString());
        QCOMPARE(watchlistPlanNote(having(Plan::Developer)),
                 u"Bid and ask need Stocks Advanced. Shown: the last trade."_s);
        QCOMPARE(watchlistPlanNote(having(Plan::Starter)),
                 u"Bid and ask need Stocks Advanced. Shown: the price of the last second."_s);
        QCOMPARE(watchlistPlanNote(having(Plan::Basic)),
                 u"Prices of today need Stocks Starter. Shown: completed sessions."_s);
        QCOMPARE(watchlistPlanNote(having(Plan::Starter), Product::Indices), QString());
    }

    void notesForTheChart()
    {
        const Timeframe minutes { 5, TimeUnit::Minute };
        const Timeframe seconds { 10, TimeUnit::Second };
        QCOMPARE(chartPlanNote(having(Plan::Starter), seconds), QString());
        QCOMPARE(chartPlanNote(having(Plan::Basic), seconds),
                 u"Bars of seconds need Stocks Starter; Basic has minutes and longer."_s);
        QCOMPARE(chartPlanNote(having(Plan::Basic), minutes),
                 u"Basic is an end-of-day plan: the chart ends with the last completed session."_s);
        QCOMPARE(chartPlanNote(having(Plan::Advanced), minutes), QString());
    }

private:
    QString value(const char *name) const
    {
        return m_panel->findChild<QLabel *>(QLatin1StringView(name))->text();
    }

    std::unique_ptr<PanelFixture> m_fixture;
    std::unique_ptr<ConnectionLogModel> m_model;
    std::unique_ptr<RequestQueueModel> m_requests;
    std::unique_ptr<ConnectionPanel> m_panel;
};

QTEST_MAIN(TestConnectionPanel)
#include "tst_connectionpanel.moc"
