#pragma once

#include "publishedstate.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace tapeline {

class DeskSession;

/// Carries what the market thread published to the panels, at the display's pace: after a wake-up
/// everything that changed is pulled at once, at most every 16 ms, so that no view ever sees a
/// message rate. When the window itself was slow, the status says so for a moment.
class MarketDispatcher : public QObject
{
    Q_OBJECT

public:
    explicit MarketDispatcher(DeskSession &session, QObject *parent = nullptr);

    const SessionStatus &status() const { return m_status; }
    const std::vector<DirectoryEntry> &directory() const { return m_directory; }

signals:
    void snapshotsChanged(const std::vector<tapeline::InstrumentSnapshot> &snapshots);
    void tapeChanged(const tapeline::TapeUpdate &update);
    void chartChanged(const tapeline::ChartUpdate &update);
    void flowChanged(const tapeline::FlowUpdate &update);
    void bookChanged(const tapeline::BookUpdate &update);
    void optionFlowChanged(const tapeline::OptionFlowUpdate &update);
    void companiesChanged(const std::vector<tapeline::CompanyAnswer> &answers);
    void chainChanged(const tapeline::ChainUpdate &update);
    void statusChanged(const tapeline::SessionStatus &status);
    void directoryChanged(const std::vector<tapeline::DirectoryEntry> &directory);
    /// What happened to the connection, oldest first.
    void connectionEvents(const std::vector<tapeline::ConnectionEvent> &events);

private:
    void schedule();
    void pull();
    void noteWait(Duration waited);
    SessionStatus shown(SessionStatus status) const;

    DeskSession &m_session;
    QTimer m_timer;
    QElapsedTimer m_sinceLastPull;
    QElapsedTimer m_sinceWait; ///< since the window last kept data waiting; invalid before
    Duration m_waited {};
    SessionStatus m_status;
    std::vector<DirectoryEntry> m_directory;
};

} // namespace tapeline
