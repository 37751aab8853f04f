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

void RequestBudget::sent(Duration now)
{
    const std::lock_guard lock(m_shared->m_mutex);
    m_shared->m_sent.push_back({ now, m_limit > 0 });
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
