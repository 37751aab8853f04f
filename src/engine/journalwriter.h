#pragma once

#include "journaldatabase.h"

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
/// engine. Nothing is acknowledged before committed() has told of it.
class JournalWriter : public QObject
{
    Q_OBJECT

public:
    explicit JournalWriter(QObject *parent = nullptr);
    /// Writes what still waits.
    ~JournalWriter() override;

    /// Blocks until the file is open, on the caller's thread; to be called once.
    Result<void> open(const QString &path);

    /// Lines that belong together: all of them are kept or none. Returns the number that
    /// committed() will reach when they are on the disk. Any thread; does not block on the disk.
    quint64 write(std::vector<JournalLine> lines);
    /// What the account came to, up to its newest written line; goes with the next commit.
    void noteState(const QString &account, const JournalState &state);

    /// Everything up to here is on the disk.
    quint64 committedUpTo() const { return m_committed; }
    /// Blocks until everything written so far is on the disk; false when the disk refuses. For the
    /// command line and for closing.
    bool flush();

signals:
    /// Sent from the journal's thread.
    void committed(quint64 upTo);
    /// The disk refuses (full, gone): nothing is acknowledged until it takes what waits, which is
    /// tried again every second. An empty sentence says that it does again.
    void troubled(const QString &detail);

private:
    void run();
    bool commit(const std::vector<JournalLine> &lines,
                const std::map<QString, JournalState> &states);
    void tellTrouble(const QString &detail);

    std::unique_ptr<JournalDatabase> m_database; // used on m_thread once it runs
    QString m_path;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    std::vector<JournalLine> m_lines;
    std::map<QString, JournalState> m_states;
    quint64 m_written = 0;
    std::atomic<quint64> m_committed = 0;
    QString m_trouble;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace tapeline
