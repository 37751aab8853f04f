#include "requestbudget.h"

#include <QCryptographicHash>
#include <QHash>

#include <utility>

namespace tapeline {

std::shared_ptr<SentRequests> SentRequests::of(const QUrl &base, const QString &key)
{
    static std::mutex mutex;
    static QHash<QByteArray, std::shared_ptr<SentRequests>> known;
    const QByteArray whose = base.toEncoded(QUrl::RemovePath) + '\n' + key.toUtf8();
    const QByteArray name = QCryptographicHash::hash(whose, QCryptographicHash::Sha256);
    const std::lock_guard lock(mutex);
    std::shared_ptr<SentRequests> &sent = known[name];
    if (!sent)
        sent = std::make_shared<SentRequests>();
    return sent;
}

RequestBudget::RequestBudget(int limitPerMinute, Duration window)
    : m_window(window)
    , m_limit(limitPerMinute)
{
}

void RequestBudget::setLimit(int limitPerMinute)
{
    const bool lifted = m_limit > 0 && limitPerMinute == 0;
    m_limit = limitPerMinute;
    const std::lock_guard lock(m_shared->m_mutex);
    if (lifted)
        for (SentRequests::Sent &sent : m_shared->m_sent)
            sent.limited = false;
}

/// The caller has locked.
void RequestBudget::forget(Duration now)
{
    auto &sent = m_shared->m_sent;
    while (!sent.empty() && sent.front().at + m_window <= now)
        sent.pop_front();
}

void RequestBudget::sent(Duration now, Timestamp utc)
{
    const std::lock_guard lock(m_shared->m_mutex);
    m_shared->m_sent.push_back({ now, m_limit > 0 });
    ApiUsage &usage = m_shared->m_usage;
    if (usage.requests++ == 0)
        usage.since = utc;
}

void RequestBudget::ended(Duration sentAt, Outcome outcome, qint64 bytes)
{
    const std::lock_guard lock(m_shared->m_mutex);
    const auto sent = std::ranges::find(m_shared->m_sent, sentAt, &SentRequests::Sent::at);
    const bool spent = outcome != Outcome::KeyRefused && outcome != Outcome::NotReached;
    if (!spent && sent != m_shared->m_sent.end())
        m_shared->m_sent.erase(sent);
    ApiUsage &usage = m_shared->m_usage;
    usage.bytes += bytes;
    usage.answers += outcome == Outcome::Answered ? 1 : 0;
    usage.tooMany += outcome == Outcome::TooMany ? 1 : 0;
    usage.failures += outcome == Outcome::Failed || !spent ? 1 : 0;
}

ApiUsage RequestBudget::usage()
{
    const std::lock_guard lock(m_shared->m_mutex);
    return m_shared->m_usage;
}

void RequestBudget::holdUntil(Duration time)
{
    const std::lock_guard lock(m_shared->m_mutex);
    m_shared->m_heldUntil = std::max(m_shared->m_heldUntil, time);
}

Duration RequestBudget::nextSlot(Duration now, int reserve)
{
    const std::lock_guard lock(m_shared->m_mutex);
    forget(now);
    const bool limited = m_limit > 0;
    const int allowed = limited ? std::max(1, m_limit - reserve) : unlimitedPerSecond;
    const Duration held = m_shared->m_heldUntil;
    // One more fits once the allowed-th newest has left the window
    int newer = 0;
    for (auto sent = m_shared->m_sent.rbegin(); sent != m_shared->m_sent.rend(); ++sent)
        if ((sent->limited || !limited) && ++newer == allowed)
            return std::max(held, sent->at + (limited ? m_window : Duration(1s)));
    return held;
}

BudgetForecast RequestBudget::forecast(Duration now)
{
    const std::lock_guard lock(m_shared->m_mutex);
    forget(now);
    const bool limited = m_limit > 0;
    BudgetForecast ahead;
    ahead.m_heldUntil = m_shared->m_heldUntil;
    ahead.m_window = limited ? m_window : Duration(1s);
    ahead.m_limit = limited ? m_limit : unlimitedPerSecond;
    ahead.m_keepsReserve = limited;
    for (const SentRequests::Sent &sent : m_shared->m_sent)
        if (sent.limited || !limited)
            ahead.m_sent.push_back(sent.at);
    return ahead;
}

Duration BudgetForecast::take(Duration earliest, int reserve)
{
    const auto allowed
        = static_cast<std::size_t>(std::max(1, m_limit - (m_keepsReserve ? reserve : 0)));
    Duration slot = std::max(earliest, m_heldUntil);
    if (m_sent.size() >= allowed)
        slot = std::max(slot, m_sent[m_sent.size() - allowed] + m_window);
    m_sent.insert(std::ranges::upper_bound(m_sent, slot), slot);
    return slot;
}

Duration RequestBudget::windowEnd(Duration now)
{
    const std::lock_guard lock(m_shared->m_mutex);
    forget(now);
    return (m_shared->m_sent.empty() ? now : m_shared->m_sent.front().at) + m_window;
}

int RequestBudget::used(Duration now)
{
    const std::lock_guard lock(m_shared->m_mutex);
    forget(now);
    return static_cast<int>(m_shared->m_sent.size());
}

} // namespace tapeline
