#pragma once

#include "ledgerevent.h"
#include "marketcalendar.h"
#include "orderevent.h"

#include <map>
#include <span>

namespace tapeline {

/// Newest implied volatilities by symbol, parts per million a year.
using Volatilities = std::map<QString, qint64>;

/// What an entry opened, for as long as rules of the entry may end it.
struct RuledEntry
{
    OrderTicket ticket;
    std::map<QString, Qty> held; ///< by symbol, signed: its own fills less those of its exits
    Timestamp filledAt {}; ///< first fill
    Timestamp due = Timestamp::max(); ///< by the clock
    Timestamp nextAttempt {};
    ReasonCode cause = ReasonCode::None; ///< the rule that has come due
    QString closing; ///< the exit that works now
    int refusals = 0; ///< of exits, one after the other
    bool isWorking = true; ///< the entry itself may still be filled

    bool isHeld() const;
    /// When an exit is to be sent: the clock's time, or some time after the last that failed.
    Timestamp nextExit() const;
};

/// Entries whose position ends by the clock or by implied volatility (execution.md C.8). A fold of
/// the order events and the books, so that rules outlive a restart.
class RuleExits
{
public:
    explicit RuleExits(const MarketCalendar &calendar)
        : m_calendar(calendar)
    {
    }

    /// What has happened since: both streams in their order, and the double entries of the books.
    void fold(std::span<const OrderEvent> orders, std::span<const LedgerEvent> books,
              std::span<const LedgerEntry> entries);

    bool isEmpty() const { return m_entries.empty(); }
    /// The first time at which something is to be done; the end of time when nothing is.
    Timestamp nextDue() const;
    /// The entry whose exit is due, without its exit at work; null when there is none.
    const RuledEntry *dueAt(Timestamp at) const;
    /// Marks what these volatilities end.
    void onVolatility(const Volatilities &volatilities, Timestamp at);
    /// Nobody was there before this time: what failed is not tried again before it.
    void skipAttemptsTo(Timestamp at);
    /// It cannot be closed any more, or need not.
    void drop(const QString &id) { m_entries.erase(id); }

private:
    void note(const OrderEvent &event);
    void note(const LedgerEvent &event, const LedgerEntry &entry);
    void follow(const OrderEvent &event);
    void endExit(RuledEntry &entry, const OrderEvent &event);
    void book(RuledEntry &entry, const LedgerEvent &event);
    void scale(const LedgerEvent &event);
    void forgetClosed(const QString &symbol);
    void forgetBroken(const RuledEntry *own);
    void sweep();
    RuledEntry *find(const QString &id);

    const MarketCalendar &m_calendar;
    std::map<QString, RuledEntry> m_entries;
    std::map<QString, QString> m_exits; ///< entries by the orders that leave them
    std::map<QString, Qty> m_net; ///< positions, by symbol
    Timestamp m_retryFrom {}; ///< no second attempt before
};

/// What the exits of an entry share their quantity by.
inline QString exitGroup(const QString &entry)
{
    return entry + QLatin1StringView(".exits");
}
/// The implied volatility an order goes by: the contract's own. Of a package the underlying's,
/// where somebody tells that, else the mean of the contracts that it sells (of all, when it sells
/// none), once all of them are known.
std::optional<qint64> volatilityOf(const OrderTicket &ticket, const Volatilities &known);
/// The market order that ends what an entry holds: no more than the positions are. Its quantity is
/// 0 when nothing is left.
OrderTicket ruledExit(const RuledEntry &entry, const QString &id,
                      const std::map<QString, Qty> &positions);

} // namespace tapeline
