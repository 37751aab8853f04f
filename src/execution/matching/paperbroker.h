#pragma once

#include "accountgate.h"
#include "depthbook.h"
#include "marketcalendar.h"
#include "orderevent.h"
#include "paperconfig.h"
#include "symboltable.h"

#include <memory>
#include <span>

namespace tapeline {

/// The paper account's market: takes orders with latency, fills them by the evidence of quotes and
/// prints (execution.md A and B), and writes every step down. Everything happens inside its calls,
/// in the order of the calls; time comes from the events. Instruments of market events are ids of
/// the symbol table given. PaperVenue makes an ExecutionVenue of it and the books behind the gate.
class PaperBroker
{
public:
    /// calendar, symbols and gate must outlive it.
    PaperBroker(const PaperConfig &config, const MarketCalendar &calendar, SymbolTable &symbols,
                AccountGate &gate);
    ~PaperBroker();
    Q_DISABLE_COPY_MOVE(PaperBroker)

    /// at: market time at which it is sent; what the order meets is the market a latency later.
    /// cause: why the account sent it by itself; such an order is not asked to confirm.
    void submit(const OrderTicket &ticket, Timestamp at, const Reason &cause = {});
    /// Writes down that an order was refused before it could be sent.
    void refuse(const OrderTicket &ticket, const Reason &reason, Timestamp at);
    /// What the venue would have against an order that came now; the account is not asked.
    Reason objection(const OrderTicket &ticket) const;
    void replace(const OrderReplace &change, Timestamp at);
    void cancel(const QString &id, Timestamp at);
    /// Ends a working order at once, on the venue's own account.
    void withdraw(const QString &id, const Reason &reason, Timestamp at);
    /// What has happened since the last call, in order.
    std::vector<OrderEvent> takeEvents();
    bool hasEvents() const;
    /// Why a working order has not been filled yet; None for one that is not working.
    Reason whyNotYet(const QString &id) const;

    void onTrade(const Trade &trade);
    void onQuote(const Quote &quote);
    void onBands(const LuldBands &bands);
    /// A status message: trading in this instrument stops, or goes on after a reopening print.
    void onHalt(InstrumentId instrument, bool halted, Timestamp at);
    /// A whole depth book, each side best first; from then on the instrument fills from its books.
    void onBook(InstrumentId instrument, std::span<const BookLevel> bids,
                std::span<const BookLevel> asks, Timestamp at);
    /// A finished bar of an instrument without quotes; end is exclusive.
    void onBar(InstrumentId instrument, const Candle &bar, Timestamp end);
    /// The feed is gone, or data are missing: nothing fills before fresh quotes.
    void onFeedDown(Timestamp at);
    void onFeedUp(Timestamp at);
    void onGap(InstrumentId instrument, Timestamp at);
    /// No event up to and including this time is to come: timers run.
    void advanceTo(Timestamp at);
    /// When it does something by itself; the end of time for nothing.
    Timestamp nextDue() const;

    /// new = old * numerator / denominator, before the first event of the ex-date.
    /// sentBefore: when it is heard of late, orders from then on are of the new shares.
    void onSplit(const QString &symbol, qint64 numerator, qint64 denominator, Timestamp at,
                 Timestamp sentBefore = Timestamp::max());
    void onDividend(const QString &symbol, Price amount, Timestamp at,
                    Timestamp sentBefore = Timestamp::max());
    /// The position changed by something else than our fills (exercise, expiry, a transfer).
    void onPositionChanged(const QString &symbol, Timestamp at);

    /// In place of the configuration's, from the next fill on.
    void setCommission(const CommissionModel &commission);
    /// Terms other than the usual ones of the symbol.
    void setInstrument(const Instrument &instrument);
    void setDayStatistics(const QString &symbol, Qty averageVolume, qint64 volatilityPpm);

    /// Rebuilds the orders that the events leave working; the broker must be new. Queue positions
    /// start anew, behind what is displayed.
    void restore(std::span<const OrderEvent> events);
    void setNextSequence(quint64 sequence);

    /// The order as it now is; nothing for an unknown id.
    std::optional<OrderTicket> ticket(const QString &id) const;
    OrderState state(const QString &id) const;
    /// What has been filled of it; 0 for an unknown id.
    Qty filled(const QString &id) const;
    /// When it was submitted; the epoch for an unknown id.
    Timestamp sentAt(const QString &id) const;
    /// Working orders of all instruments, in the order of their submission.
    std::vector<QString> workingIds() const;
    Timestamp now() const;
    /// Steps that the state table does not have: programming errors, none expected.
    qint64 illegalSteps() const;
    /// Quotes left out because they cannot be (V-13).
    qint64 ignoredQuotes() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tapeline
