#include "massiverest.h"

#include <QMetaMethod>

#include <algorithm>

namespace tapeline {

namespace {

constexpr auto betweenTellings = 250ms;
constexpr Duration toleratedDrift = 1s;

} // namespace

/// Something about the queue may have changed.
void MassiveRest::noteQueue()
{
    static const QMetaMethod told = QMetaMethod::fromSignal(&RestProvider::queueChanged);
    if (!m_queueTimer.isActive() && isSignalConnected(told))
        m_queueTimer.start(betweenTellings);
}

void MassiveRest::tellQueue()
{
    RequestQueue now = queue();
    if (now == m_toldQueue)
        return;
    m_toldQueue = std::move(now);
    emit queueChanged(m_toldQueue);
}

RequestQueue MassiveRest::queue()
{
    const Duration now = m_wall.monotonic();
    // Kept as long as it is about right, so that the same times come out the same
    const Duration offset = m_wall.utc().time_since_epoch() - now;
    if (std::chrono::abs(offset - m_wallOffset) > toleratedDrift)
        m_wallOffset = offset;

    RequestQueue queue;
    queue.source = m_source;
    queue.used = m_budget.used(now);
    queue.limit = m_budget.limit();
    queue.usage = m_budget.usage();
    const Duration slot = m_budget.nextSlot(now);
    queue.nextSlot = slot > now ? wallTimeOf(slot) : Timestamp();
    BudgetForecast ahead = m_budget.forecast(now);
    int waiting = 0;
    for (const Job *job : jobsInOrder(now)) {
        queue.requests.push_back(entryOf(*job));
        if (job->reply)
            continue;
        queue.requests.back().ahead = waiting++;
        judge(queue.requests.back(), *job, ahead, now);
    }
    return queue;
}

/// Those under way first, then in the order they are sent.
std::vector<const MassiveRest::Job *> MassiveRest::jobsInOrder(Duration now) const
{
    std::vector<const Job *> jobs;
    for (const auto &[name, job] : m_jobs)
        if (!job.waiting.isEmpty())
            jobs.push_back(&job);
    std::ranges::sort(jobs, {}, [&](const Job *job) {
        return std::tuple(!job->reply, urgencyOf(*job, now), job->order);
    });
    return jobs;
}

QueuedRequest MassiveRest::entryOf(const Job &job) const
{
    QueuedRequest entry;
    entry.purpose = job.purpose;
    entry.priority = job.priority;
    entry.symbol = job.symbol;
    entry.path = QUrl(job.path).path();
    entry.since = wallTimeOf(job.askedAt);
    entry.due = job.reply ? wallTimeOf(job.sentAt) : Timestamp();
    entry.tries = job.tries;
    return entry;
}

/// Why a job that was not sent waits, and until when. Takes its slot.
void MassiveRest::judge(QueuedRequest &entry, const Job &job, BudgetForecast &ahead,
                        Duration now) const
{
    using State = QueuedRequest::State;
    const Duration slot = ahead.take(std::max(now, job.notBefore), reserveFor(job, now));
    if (slot <= now) {
        entry.state = State::WaitsForConnections;
        return;
    }
    entry.due = wallTimeOf(slot);
    if (slot <= ahead.heldUntil())
        entry.state = State::WaitsAfterRefusal;
    else
        entry.state = slot <= job.notBefore ? State::WaitsForRetry : State::WaitsForBudget;
}

Timestamp MassiveRest::wallTimeOf(Duration monotonic) const
{
    return Timestamp(monotonic + m_wallOffset);
}

} // namespace tapeline
