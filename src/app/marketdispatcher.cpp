#include "marketdispatcher.h"

#include "desksession.h"

namespace tapeline {

namespace {
constexpr qint64 frameMs = 16;
/// What lay here longer has visibly waited.
constexpr Duration visibleWait = 250ms;
constexpr qint64 waitShownMs = 2'000;
} // namespace

MarketDispatcher::MarketDispatcher(DeskSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &MarketDispatcher::pull);
    connect(&session, &DeskSession::updated, this, &MarketDispatcher::schedule);
    m_sinceLastPull.start();
}

void MarketDispatcher::schedule()
{
    if (!m_timer.isActive())
        m_timer.start(static_cast<int>(qBound(0LL, frameMs - m_sinceLastPull.elapsed(), frameMs)));
}

void MarketDispatcher::pull()
{
    m_sinceLastPull.restart();
    MarketUpdate update = m_session.take();
    noteWait(update.waited);
    if (update.directory) {
        m_directory = std::move(*update.directory);
        emit directoryChanged(m_directory);
    }
    if (!update.snapshots.empty())
        emit snapshotsChanged(update.snapshots);
    for (const TapeUpdate &tape : update.tapes)
        emit tapeChanged(tape);
    for (const ChartUpdate &chart : update.charts)
        emit chartChanged(chart);
    for (const FlowUpdate &flow : update.flows)
        emit flowChanged(flow);
    for (const BookUpdate &book : update.books)
        emit bookChanged(book);
    for (const OptionFlowUpdate &flow : update.optionFlows)
        emit optionFlowChanged(flow);
    if (!update.companies.empty())
        emit companiesChanged(update.companies);
    for (const ChainUpdate &chain : update.chains)
        emit chainChanged(chain);
    if (update.status) {
        m_status = shown(*update.status);
        emit statusChanged(m_status);
    }
    if (!update.events.empty())
        emit connectionEvents(update.events);
}

void MarketDispatcher::noteWait(Duration waited)
{
    if (waited < visibleWait)
        return;
    m_waited = waited;
    m_sinceWait.start();
}

SessionStatus MarketDispatcher::shown(SessionStatus status) const
{
    if (m_sinceWait.isValid() && m_sinceWait.elapsed() < waitShownMs) {
        status.lagging = true;
        status.waited = std::max(status.waited, m_waited);
    }
    return status;
}

} // namespace tapeline
