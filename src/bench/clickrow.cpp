#include "desksession.h"
#include "ordereventtext.h"
#include "papermarket.h"
#include "peerjournal.h"
#include "rows.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int samples = 500;
constexpr int longestWait = 20'000; // ms
constexpr double budget = 20; // ms, of the slowest hundredth

/// A desk on the simulated market whose window only waits for what is told.
class ClickingDesk
{
public:
    explicit ClickingDesk(const QString &journal)
    {
        QObject::connect(&m_session, &DeskSession::paperUpdated, &m_session, [this] {
            const PaperUpdate update = m_session.takePaper();
            m_hasAccount = m_hasAccount || (update.accounts && !update.accounts->empty());
            for (const PaperReport &report : update.reports)
                if (report.event.id == m_id && report.event.action == OrderAction::Submit)
                    m_told = report.event;
        });
        m_session.setJournal(journal);
        m_isOpen = m_session.openSimulated().has_value();
    }

    bool isReady()
    {
        return m_isOpen && waitFor([this] { return m_hasAccount; });
    }
    /// From the call on the window's thread until the report is there; what was told, or nothing.
    std::optional<OrderEvent> click()
    {
        OrderTicket ticket;
        ticket.id = m_id = u"click-%1"_s.arg(++m_clicks);
        ticket.symbol = u"AAPL"_s;
        ticket.qty = Qty::whole(1);
        ticket.type = OrderType::Limit;
        ticket.limit = Price::whole(1);
        m_told.reset();
        m_session.submitOrder(u"Paper"_s, ticket);
        (void)waitFor([this] { return m_told.has_value(); });
        return m_told;
    }

private:
    template<typename Condition> static bool waitFor(Condition condition)
    {
        QElapsedTimer timer;
        timer.start();
        while (!condition() && timer.elapsed() < longestWait)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        return condition();
    }

    DeskSession m_session;
    bool m_isOpen = false;
    bool m_hasAccount = false;
    QString m_id;
    int m_clicks = 0;
    std::optional<OrderEvent> m_told;
};

Measurement clickRow(const Spread &ours, const Spread &peers, bool failed)
{
    Measurement row;
    row.row = u"order click to acknowledged"_s;
    row.peer = u"none; see the note"_s;
    row.unit = u"ms, p99"_s;
    row.ours = ours.p99 / 1e6;
    row.bound = { Bound::Kind::Below, budget, budget };
    row.note = u"p50 %1 ms; one synchronous=FULL commit of the same bytes: p50 %2, p99 %3 ms"_s
                   .arg(ours.median / 1e6, 0, 'f', 2)
                   .arg(peers.median / 1e6, 0, 'f', 2)
                   .arg(peers.p99 / 1e6, 0, 'f', 2);
    row.failed = failed;
    return row;
}

} // namespace

/// All threads of the desk and the disk; in turns with the peer, since a disk remembers.
Measurements bench::clickToAcknowledged()
{
    const QTemporaryDir folder(QStringLiteral(TAPELINE_BENCH_WORK "-XXXXXX")); // /tmp may be memory
    ClickingDesk desk(folder.filePath(u"journal.db"_s));
    PeerJournal peer(folder.filePath(u"peer.db"_s));
    std::vector<double> clicks;
    std::vector<double> peers;
    bool done = desk.isReady() && peer.open();
    for (int i = 0; done && i < samples; ++i) {
        std::optional<OrderEvent> told;
        clicks.push_back(nanoseconds([&] { told = desk.click(); }));
        done = told.has_value();
        if (!done)
            break;
        const QByteArray body = QByteArray::fromStdString(orderEventText(*told));
        const std::vector<JournalLine> lines { { u"simulated/Paper"_s, u"orders"_s, quint64(i + 1),
                                                 told->at, body } };
        peers.push_back(nanoseconds([&] { peer.commit(lines); }));
    }
    return { clickRow(spreadOf(clicks), spreadOf(peers), !done) };
}

} // namespace tapeline
