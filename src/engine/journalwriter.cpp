#include "journalwriter.h"

#include "clocks.h"
#include "journalrestore.h"

#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace tapeline {

namespace {
Q_LOGGING_CATEGORY(lcJournal, "tapeline.journal")
constexpr std::chrono::seconds retryAfter(1);
} // namespace

JournalWriter::JournalWriter(WhenRefused whenRefused, QObject *parent)
    : QObject(parent)
    , m_whenRefused(whenRefused)
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
    if (const std::size_t lost = unwritten().size(); lost > 0)
        qCWarning(lcJournal) << lost << "events were never written and are lost";
}

/// A connection belongs to the thread that made it, so the journal's own thread opens it.
Result<void> JournalWriter::open(const QString &path)
{
    m_path = path;
    std::mutex mutex;
    std::condition_variable opened;
    std::optional<Result<void>> result;
    m_thread = std::thread([this, &mutex, &opened, &result] {
        const Result<void> tried = openFile();
        const bool begins = tried || canBegin();
        if (!tried && begins)
            onRefused(tried.error().detail);
        {
            const std::lock_guard lock(mutex);
            result = begins ? Result<void>() : tried;
            opened.notify_one();
        } // mutex and opened are gone from here on
        if (begins)
            run();
        m_database.reset();
    });
    std::unique_lock lock(mutex);
    opened.wait(lock, [&result] { return result.has_value(); });
    return *result;
}

Result<void> JournalWriter::openFile()
{
    m_database = std::make_unique<JournalDatabase>();
    const Result<void> opened = m_database->open(m_path);
    m_isOpen = opened.has_value();
    return opened;
}

/// Whether the disk alone is why the file cannot be written.
bool JournalWriter::canBegin() const
{
    if (m_whenRefused == WhenRefused::Wait || m_database->isInUse())
        return false;
    return QFileInfo(m_path).size() == 0 || journalrestore::inspect(m_path);
}

quint64 JournalWriter::write(std::vector<JournalLine> lines)
{
    std::unique_lock lock(m_mutex);
    if (lines.empty())
        return m_written;
    const quint64 number = ++m_written;
    std::move(lines.begin(), lines.end(), std::back_inserter(m_lines));
    m_wake.notify_one();
    if (m_isHolding) {
        m_acknowledged = number;
        lock.unlock();
        emit acknowledged(number);
    }
    return number;
}

void JournalWriter::noteState(const QString &account, const JournalState &state)
{
    const std::lock_guard lock(m_mutex);
    m_states[account] = state;
    m_wake.notify_one();
}

std::vector<JournalLine> JournalWriter::unwritten() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<JournalLine> lines = m_batch;
    lines.insert(lines.end(), m_lines.begin(), m_lines.end());
    return lines;
}

bool JournalWriter::flush()
{
    std::unique_lock lock(m_mutex);
    m_done.wait(lock, [this] {
        return (m_committed == m_written && m_states.empty() && m_batchStates.empty())
            || !m_trouble.isEmpty();
    });
    return m_trouble.isEmpty();
}

void JournalWriter::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopping || hasWork(); });
        if (m_stopping && isIdle() && m_batch.empty())
            return;
        takeBatch();
        const quint64 upTo = m_written;
        lock.unlock();
        const Result<void> kept = commit();
        if (kept)
            onKept(upTo);
        else
            onRefused(kept.error().detail);
        lock.lock();
        m_done.notify_all();
        if (!kept) {
            if (m_stopping)
                return;
            m_wake.wait_for(lock, retryAfter, [this] { return m_stopping; });
        }
    }
}

/// Behind what the disk has not taken yet.
void JournalWriter::takeBatch()
{
    std::move(m_lines.begin(), m_lines.end(), std::back_inserter(m_batch));
    m_lines.clear();
    for (auto &[account, state] : m_states)
        m_batchStates[account] = std::move(state);
    m_states.clear();
}

Result<void> JournalWriter::commit()
{
    if (!m_isOpen)
        if (const Result<void> opened = openFile(); !opened)
            return opened;
    return m_database->append(m_batch, m_batchStates);
}

void JournalWriter::onKept(quint64 upTo)
{
    {
        const std::lock_guard lock(m_mutex);
        m_batch.clear();
        m_batchStates.clear();
        m_committed = upTo;
        // What has come since then is not held any more: it is committed in turn
        m_isHolding = false;
        m_acknowledged = std::max<quint64>(m_acknowledged, upTo);
    }
    tellTrouble({});
    emit committed(upTo);
    emit acknowledged(upTo);
}

void JournalWriter::onRefused(const QString &detail)
{
    if (m_whenRefused == WhenRefused::Wait)
        return tellTrouble(detail);
    quint64 upTo = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_isHolding.exchange(true))
            m_heldSince = SystemWallClock().utc();
        m_acknowledged = upTo = m_written;
    }
    tellTrouble(detail); // whoever waits in flush() looks at what is held
    emit acknowledged(upTo);
    tellHeld(detail);
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
    if (detail.isEmpty() && m_whenRefused == WhenRefused::Hold)
        emit held({});
}

void JournalWriter::tellHeld(const QString &detail)
{
    UnwrittenEvents events { .detail = detail };
    {
        const std::lock_guard lock(m_mutex);
        events.since = m_heldSince;
        events.count = qint64(m_batch.size() + m_lines.size());
    }
    emit held(events);
}

} // namespace tapeline
