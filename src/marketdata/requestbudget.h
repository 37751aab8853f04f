#pragma once

#include "apiusage.h"
#include "timestamp.h"

#include <QString>
#include <QUrl>

#include <algorithm>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace tapeline {

/// The requests of one key to one host, whoever sends them: the service counts them together. Times
/// are monotonic. Remembers what became of them, for as long as the program runs.
class SentRequests
{
public:
    /// The one of this key and host in this program. Remembers no key.
    static std::shared_ptr<SentRequests> of(const QUrl &base, const QString &key);

private:
    friend class RequestBudget;
    struct Sent
    {
        Duration at {};
        bool limited = false; ///< by a budget with a limit
    };

    std::mutex m_mutex; // of all below
    std::deque<Sent> m_sent;
    Duration m_heldUntil {};
    ApiUsage m_usage;
};

/// When requests could be sent that are not sent yet, one after the other: a look ahead that
/// changes nothing.
class BudgetForecast
{
public:
    /// Takes the next slot at or after earliest, reserve as in RequestBudget::nextSlot().
    Duration take(Duration earliest, int reserve = 0);
    /// Nothing goes before this time; in the past when nothing is held.
    Duration heldUntil() const { return m_heldUntil; }

private:
    friend class RequestBudget;
    std::vector<Duration> m_sent; ///< ascending; what counts against the limit
    Duration m_heldUntil {};
    Duration m_window {};
    int m_limit = 0; ///< within the window
    bool m_keepsReserve = false;
};

/// How many requests may be sent when: a sliding window over what was sent. What budgets without a
/// limit have sent does not count against one that has: the plan is not what it was then, or it is
/// only being asked for.
class RequestBudget
{
public:
    static constexpr Duration minute = 60s;
    /// Without a limit the service asks to stay below about 100 a second (massive-api.md 1.3).
    static constexpr int unlimitedPerSecond = 50;

    /// limitPerMinute 0 is no limit; window is a minute but in tests.
    explicit RequestBudget(int limitPerMinute = 0, Duration window = minute);

    /// Counts together with all others that share it, and starts with what those have sent.
    void share(std::shared_ptr<SentRequests> sent) { m_shared = std::move(sent); }
    void setWindow(Duration window) { m_window = window; }
    /// When a limit turns out not to be one (0), what was sent within it does not count either.
    void setLimit(int limitPerMinute);
    int limit() const { return m_limit; }

    /// utc: the wall clock at that time.
    void sent(Duration now, Timestamp utc = {});
    /// What became of one that was sent.
    enum class Outcome : quint8 {
        Answered,
        TooMany,
        KeyRefused, ///< counts against no plan: the key has none
        NotReached, ///< counts against no plan: the service never saw it
        Failed
    };
    /// sentAt: as sent() was told.
    void ended(Duration sentAt, Outcome outcome, qint64 bytes);
    ApiUsage usage();
    /// Nothing before this time, whatever the window says (after a 429).
    void holdUntil(Duration time);

    /// The earliest time at which one more may be sent; now or before when it may at once. reserve:
    /// how many of the limit must stay free after it; without a limit it has no meaning.
    Duration nextSlot(Duration now, int reserve = 0);
    BudgetForecast forecast(Duration now);
    /// When the window is sure to have turned over: a window after its first request.
    Duration windowEnd(Duration now);
    /// Requests within the window.
    int used(Duration now);

private:
    void forget(Duration now);

    std::shared_ptr<SentRequests> m_shared = std::make_shared<SentRequests>();
    Duration m_window;
    int m_limit;
};

} // namespace tapeline
