#include "journalwriter.h"

#include <QLoggingCategory>

#include <chrono>
#include <utility>

namespace tapeline {

namespace {
Q_LOGGING_CATEGORY(lcJournal, "tapeline.journal")
constexpr std::chrono::seconds retryAfter(1);
} // namespace

JournalWriter::JournalWriter(QObject *parent)
    : QObject(parent)
{
}

JournalWriter::~JournalWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

/// A connection belongs to the thread that made it, so the journal's own thread opens it.
Result<void> JournalWriter::open(const QString &path)
{
    m_path = path;
    std::mutex mutex;
    std::condition_variable opened;
    std::optional<Result<void>> result;
    m_thread = std::thread([this, &mutex, &opened, &result] {
        m_database = std::make_unique<JournalDatabase>();
        const Result<void> tried = m_database->open(m_path);
        {
            const std::lock_guard lock(mutex);
            result = tried;
            opened.notify_one();
        } // mutex and opened are gone from here on
        if (tried)
            run();
        m_database.reset();
    });
    std::unique_lock lock(mutex);
    opened.wait(lock, [&result] { return result.has_value(); });
    return *result;
}

quint64 JournalWriter::write(std::vector<JournalLine> lines)
{
    const std::lock_guard lock(m_mutex);
    if (!lines.empty()) {
        ++m_written;
        std::move(lines.begin(), lines.end(), std::back_inserter(m_lines));
        m_wake.notify_one();
    }
    return m_written;
}

void JournalWriter::noteState(const QString &account, const JournalState &state)
{
    const std::lock_guard lock(m_mutex);
    m_states[account] = state;
    m_wake.notify_one();
}

bool JournalWriter::flush()
{
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] {
        return (m_committed == m_written && m_states.empty()) || !m_trouble.isEmpty();
    });
    return m_trouble.isEmpty();
}

void JournalWriter::run()
{
    const auto isIdle = [this] { return m_lines.empty() && m_states.empty(); };
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [&] { return m_stopping || !isIdle(); });
        if (isIdle())
            return; // stopped, and nothing waits
        std::vector<JournalLine> lines = std::exchange(m_lines, {});
        std::map<QString, JournalState> states = std::exchange(m_states, {});
        const quint64 upTo = m_written;
        lock.unlock();
        const bool kept = commit(lines, states);
        if (kept) {
            m_committed = upTo;
            emit committed(upTo);
        }
        lock.lock();
        if (!kept) {
            // In front of what has come since, as if never taken
            m_lines.insert(m_lines.begin(), std::make_move_iterator(lines.begin()),
                           std::make_move_iterator(lines.end()));
            m_states.merge(states);
            if (m_stopping)
                return;
            m_wake.wait_for(lock, retryAfter, [this] { return m_stopping; });
        }
        m_done.notify_all();
    }
}

bool JournalWriter::commit(const std::vector<JournalLine> &lines,
                           const std::map<QString, JournalState> &states)
{
    const Result<void> kept = m_database->append(lines, states);
    tellTrouble(kept ? QString() : kept.error().detail);
    return kept.has_value();
}

void JournalWriter::tellTrouble(const QString &detail)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_trouble == detail)
            return;
        m_trouble = detail;
    }
    m_done.notify_all();
    if (!detail.isEmpty())
        qCWarning(lcJournal) << "the journal cannot be written:" << detail;
    emit troubled(detail);
}

} // namespace tapeline
