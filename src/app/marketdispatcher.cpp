#include "marketdispatcher.h"

#include "desksession.h"

namespace tapeline {

namespace {
constexpr qint64 frameMs = 16;
}

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
    if (update.status) {
        m_status = *update.status;
        emit statusChanged(m_status);
    }
    if (!update.events.empty())
        emit connectionEvents(update.events);
}

} // namespace tapeline
