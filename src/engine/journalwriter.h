#pragma once

#include "journaldatabase.h"
#include "paperupdate.h"

#include <QObject>

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace tapeline {

/// Brings events to journal.db on a thread of its own (decisions.md, "journal"): whatever gathered
/// while the last commit was under way goes into the next one, so that the disk never limits the
/// engine. Nothing is acknowledged before acknowledged() has told of it: when it is on the disk.
///
/// A disk that refuses is tried again every second, and everything is written in order once it
/// takes it. Until then a writer that holds acknowledges what is in memory alone, and says so: it
/// grows by some hundred bytes an event. One that does not waits.
class JournalWriter : public QObject
{
    Q_OBJECT

public:
    enum class WhenRefused : quint8 { Wait, Hold };

    explicit JournalWriter(WhenRefused whenRefused = WhenRefused::Wait, QObject *parent = nullptr);
    /// Writes what still waits; what the disk does not take then is lost, and the log says so.
    ~JournalWriter() override;

    /// Blocks until the file is open, on the caller's thread; to be called once. One that holds
    /// begins in memory where the disk alone refuses: the file is sound or there is none.
    Result<void> open(const QString &path);

    /// Lines that belong together: all of them are kept or none. Returns the number that
    /// committed() will reach when they are on the disk. Any thread; does not block on the disk.
    quint64 write(std::vector<JournalLine> lines);
    /// What the account came to, up to its newest written line; goes with the next commit.
    void noteState(const QString &account, const JournalState &state);

    /// Everything up to here is on the disk.
    quint64 committedUpTo() const { return m_committed; }
    /// Everything up to here may be told: it is on the disk, or held.
    quint64 acknowledgedUpTo() const { return m_acknowledged; }
    /// Something is acknowledged that the disk refuses.
    bool isHolding() const { return m_isHolding; }
    /// All that is not known to be on the disk, in the order of its coming.
    std::vector<JournalLine> unwritten() const;
    /// Blocks until everything written so far is on the disk; false when the disk refuses. For the
    /// command line and for closing.
    bool flush();

signals:
    /// Sent from the journal's thread.
    void committed(quint64 upTo);
    /// The same; while it holds, from that of write() as well.
    void acknowledged(quint64 upTo);
    /// The disk refuses (full, gone). An empty sentence says that it does not any more.
    void troubled(const QString &detail);
    /// After every try while it holds, and when that is over.
    void held(const tapeline::UnwrittenEvents &events);

private:
    Result<void> openFile();
    bool canBegin() const;
    void run();
    bool isIdle() const { return m_lines.empty() && m_states.empty(); }
    bool hasWork() const { return !isIdle() || !m_batch.empty() || !m_isOpen; }
    void takeBatch();
    Result<void> commit();
    void onKept(quint64 upTo);
    void onRefused(const QString &detail);
    void tellTrouble(const QString &detail);
    void tellHeld(const QString &detail);

    const WhenRefused m_whenRefused;
    std::unique_ptr<JournalDatabase> m_database; // used on m_thread once it runs
    bool m_isOpen = false; // the same
    QString m_path;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    std::vector<JournalLine> m_lines;
    std::map<QString, JournalState> m_states;
    std::vector<JournalLine> m_batch; ///< on its way to the disk, changed by m_thread alone
    std::map<QString, JournalState> m_batchStates;
    quint64 m_written = 0;
    std::atomic<quint64> m_committed = 0;
    std::atomic<quint64> m_acknowledged = 0;
    std::atomic<bool> m_isHolding = false;
    Timestamp m_heldSince {}; ///< of the wall clock
    QString m_trouble;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace tapeline
