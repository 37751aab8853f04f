#include "papervenue.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

// What stops an account: the daily loss, the margin call and the kill switch of PaperVenue.

namespace {

constexpr Duration betweenAttempts = 1min;
constexpr auto lossPrefix = "daily-loss-"_L1;
constexpr auto callPrefix = "margin-call-"_L1;

Timestamp nextSecond(Timestamp at)
{
    return std::chrono::floor<std::chrono::seconds>(at) + 1s;
}

} // namespace

void PaperVenue::resumeWatch(std::span<const OrderEvent> orders, Timestamp newest)
{
    m_watchAgain = nextSecond(newest);
    for (const OrderEvent &event : orders) {
        const bool isOurs = event.id.startsWith(lossPrefix) || event.id.startsWith(callPrefix);
        if (isOurs && event.action == OrderAction::Submit)
            m_nextAttempt = event.at + betweenAttempts;
    }
}

/// After every booking, and once a second of the market's time.
void PaperVenue::watch(Timestamp at)
{
    const LedgerState &state = m_books.ledger().state();
    if (state.sequence == m_watchedSequence && at < m_watchAgain)
        return;
    m_watchAgain = nextSecond(at);
    if (state.sequence > 0)
        watchLimits(at);
    m_watchedSequence = state.sequence;
}

void PaperVenue::watchLimits(Timestamp at)
{
    const bool isLocked = m_books.watchDailyLoss(at);
    if (isLocked && m_books.settings().risk.flattenOnDailyLoss)
        closeEverything(lossPrefix, ReasonCode::RiskDailyLoss, at);
    else if (m_books.settings().liquidateOnCall && m_books.isMarginCalled(at))
        closeEverything(callPrefix, ReasonCode::RiskMarginCall, at);
}

/// Tries again after a minute what could not be closed.
void PaperVenue::closeEverything(QLatin1StringView prefix, ReasonCode cause, Timestamp at)
{
    if (at < m_nextAttempt)
        return;
    m_nextAttempt = at + betweenAttempts;
    withdrawOpenings({ cause }, at);
    std::set<QString> closing;
    for (const QString &id : m_broker.workingIds()) {
        if (id.startsWith(prefix))
            closing.insert(m_broker.ticket(id)->symbol);
    }
    for (const OrderTicket &order : m_books.flatten(prefix + QString::number(toNs(at)) + u'-')) {
        if (!closing.contains(order.symbol))
            m_broker.submit(order, at, { cause });
    }
}

void PaperVenue::setKillSwitch(bool on, Timestamp at)
{
    passTo(at);
    m_books.setKillSwitch(on, at);
    if (on)
        withdrawOpenings({ ReasonCode::RiskKillSwitch }, at);
    watch(at);
}

void PaperVenue::withdrawOpenings(const Reason &reason, Timestamp at)
{
    for (const QString &id : m_broker.workingIds()) {
        if (m_books.isOpening(id))
            m_broker.withdraw(id, reason, at);
    }
}

} // namespace tapeline
