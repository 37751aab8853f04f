#pragma once

#include "accountgate.h"
#include "executionvenue.h"
#include "ledger.h"
#include "accountcheck.h"

#include <QStringList>

#include <deque>
#include <functional>
#include <set>

namespace tapeline {

/// A lot for views and the command line.
struct LotRow
{
    QString symbol;
    Lot lot;

    friend bool operator==(const LotRow &, const LotRow &) = default;
};

/// A contract that waits for something, with the reason.
struct HeldContract
{
    QString symbol;
    Reason reason;
    QString underlying {};
    QDate day {}; ///< it is settled on
};

/// What a contract that has ended is settled at, by its underlying's price on its settlementDay();
/// nothing while that is not known.
using SettlementPrice = std::function<std::optional<Price>(const Instrument &contract, QDate day)>;

/// What a trade of a quantity (> 0) worth so much may cost, before it is known how it fills.
using FeeEstimate
    = std::function<Money(const Instrument &instrument, Side side, Qty qty, Money value)>;

/// One paper account: its books (a Ledger), the orders that bind its money, its limits. Every
/// change is an event, to be fetched with takeEvents() and kept; restore() brings the account
/// back from them. Open orders are not in the books: who keeps them holds them again.
///
/// The price source and the calendar must outlive it. No clock: time comes with the calls.
class PaperAccount : public AccountGate
{
public:
    PaperAccount(const PriceSource &prices, const MarketCalendar &calendar);

    /// A new account with its starting cash, which must not be negative.
    Result<void> open(const AccountSettings &settings, Timestamp at);
    /// The account as its events made it; they are not handed out again.
    Result<void> restore(std::span<const LedgerEvent> events);
    /// Events since the last call, in order.
    std::vector<LedgerEvent> takeEvents() { return std::exchange(m_fresh, {}); }
    bool hasEvents() const { return !m_fresh.empty(); }
    /// Why an execution could not be booked; the account is stopped by it (kill switch).
    const std::optional<Error> &fault() const { return m_fault; }

    // commands; a reason says why not
    Reason deposit(Money amount, Timestamp at);
    Reason withdraw(Money amount, Timestamp at);
    /// Archives what was (its events stay) and starts anew with the starting cash.
    Reason reset(Timestamp at);
    Reason configure(const AccountSettings &settings, Timestamp at);
    /// Takes an earlier event back by a reversing one; the lots must not have moved on.
    Reason correct(quint64 sequence, Timestamp at);
    /// Stops openings; exits go on.
    void setKillSwitch(bool on, Timestamp at);
    /// The lots an order closes first, with LotMethod::SpecificId.
    void designateLots(const QString &orderId, std::vector<quint64> lots, Timestamp at);

    /// Fees that orders hold beside their price; without it none.
    void setFeeEstimate(FeeEstimate estimate) { m_feeEstimate = std::move(estimate); }
    void learn(const Instrument &instrument) { m_instruments.learn(instrument); }
    const Instrument &instrument(const QString &symbol) const { return m_instruments.of(symbol); }
    /// A contract dated on a day without trading ends on the trading day before.
    std::optional<QDate> lastTradingDay(const Instrument &instrument) const;
    /// The day whose close, or open, a contract is settled at.
    std::optional<QDate> settlementDay(const Instrument &instrument) const;

    // AccountGate
    Qty position(const QString &symbol) const override { return m_ledger.position(symbol); }
    std::vector<Reason> check(const OrderTicket &ticket, std::span<const Instrument> instruments,
                              std::span<const Quote> quotes, Timestamp at) override;
    void hold(const OrderTicket &ticket, Qty leaves, std::span<const Quote> quotes) override;
    void execute(const Execution &execution) override;
    std::optional<OrderRefusal> nextRefused(const QString &symbol, Timestamp at) override;
    /// What check() would say, warnings included, without counting the order: for tickets.
    AccountOpinion opinion(const OrderTicket &ticket, std::span<const Instrument> instruments,
                           std::span<const Quote> quotes, Timestamp at) const;
    /// What is left of a working order would open or add to a position.
    bool isOpening(const QString &orderId) const;
    /// Rules the last order that passed check() broke without being blocked.
    const std::vector<RiskFinding> &warnings() const { return m_warnings; }

    // figures
    AccountFigures figures(Timestamp at) const;
    MarginFigures margin(Timestamp at) const;
    Valuation valuation(Timestamp at) const;
    /// What can be withdrawn: settled cash, not more than what is free.
    Money withdrawable(Timestamp at) const;
    Money settledCash(Timestamp at) const;
    std::vector<VenuePosition> positions() const;
    std::vector<PositionRow> positionRows(Timestamp at) const;
    std::vector<LotRow> lotRows() const;
    const Ledger &ledger() const { return m_ledger; }
    const AccountSettings &settings() const { return m_ledger.state().settings; }
    /// Double entries since open() or restore(), oldest first.
    const std::vector<LedgerEntry> &entries() const { return m_entries; }

    // the day and its limits
    /// Sets the equity on which the day's limits rest, once a day; openings do it otherwise.
    void startDay(Timestamp at);
    /// Writes down what everything held is worth, to know it before tomorrow's first quotes.
    void notePrices(Timestamp at);
    /// Locks the day when the daily loss is reached and its rule blocks. True while it is locked.
    bool watchDailyLoss(Timestamp at);
    bool isMarginCalled(Timestamp at) const;
    /// Interest on borrowed cash and the fee on shorts for the days up to the next trading day, of
    /// what is held now; to be called at 16:00. Posts the month that has ended.
    void accrue(Timestamp at);

    // what happens to positions
    /// Before the first event of the ex-date. newPrice: of a new unit, for cash in lieu. Contracts
    /// that an even split gave a new symbol, by their old one. exDay: of one that is heard of late;
    /// lots from that day on are of the new units already, and so are contracts with such lots.
    std::map<QString, QString> split(const QString &symbol, qint64 numerator, qint64 denominator,
                                     Price newPrice, Timestamp at, QDate exDay = {});
    /// Writes down that a dividend or a split is to come (see LedgerEventKind::Announce); returns
    /// it as it was written.
    LedgerEvent announce(LedgerEvent event, Timestamp at);
    /// At the open of the ex-date. Sequence of the event to pay later; 0 when nothing is held.
    /// qty: what was held then, when it is heard of late.
    quint64 exDividend(const QString &symbol, Price amount, Timestamp at, quint64 announcement = 0,
                       std::optional<Qty> qty = {});
    /// What was held before a moment; nothing of what a reset has closed since.
    Qty positionBefore(const QString &symbol, Timestamp moment) const;
    Reason payDividend(quint64 sequence, Timestamp at);
    /// Long contracts are let expire, whatever they are worth, or not any more. NotExercisable
    /// where none are held.
    Reason setDoNotExercise(const QString &symbol, bool on, Timestamp at);
    /// Long American contracts in the money become a position in what they are on, at their strike;
    /// their premium moves into its cost. NotExercisable for others and for more than are held.
    Reason exercise(const QString &symbol, Qty contracts, Timestamp at);
    /// What ends on that day or has ended before ends, once its price is known: exercised or
    /// assigned in the money by a cent, settled in cash where the contract says so, else worthless.
    /// Symbols whose position has changed.
    QStringList expire(QDate day, const SettlementPrice &price, Timestamp at);
    /// Contracts that ended up to that day and are still there.
    std::vector<HeldContract> unsettled(QDate day) const;
    /// EarlyAssignment::Rational, the day before the ex-date: dividends by underlying.
    /// Symbols whose position has changed.
    QStringList assignEarly(const std::map<QString, Price> &dividends, Timestamp at);
    /// Market orders against contracts in the money, ending that day, whose shares the account
    /// could not carry: to be sent 15 minutes before the close (EXPIRY_RISK).
    std::vector<OrderTicket> expiryRisk(QDate day, Timestamp at) const;
    /// The symbols of those on the day of a time, before anything is sent.
    QStringList atExpiryRisk(Timestamp at) const;
    /// Market orders that would end every position, shorts first: nothing loses its cover.
    std::vector<OrderTicket> flatten(const QString &idPrefix) const;

private:
    Result<void> write(LedgerEvent event);
    /// What is looked up later: fills by order, and what cannot be taken back any more.
    void note(const LedgerEvent &event);
    void learnFrom(const Instrument &instrument, Timestamp at);
    void noteInstruction(const LedgerEvent &event);
    /// What is left of an order that may have been filled in part.
    Qty leavesOf(const OrderTicket &ticket) const;
    Reason tryWrite(const LedgerEvent &event);
    void writeOrStop(const LedgerEvent &event);
    void touchOrders(const LedgerEvent &event);
    void begin(const AccountSettings &settings, Timestamp at);
    QDate dayOf(Timestamp at) const;
    AccountCheck accountCheck(const Valuation &valuation) const;
    std::vector<MarketPrices> pricesOf(std::span<const Instrument> instruments,
                                       std::span<const Quote> quotes) const;
    OpenOrder priced(const OrderTicket &ticket, Qty leaves, std::span<const Instrument> instruments,
                     std::span<const Quote> quotes) const;
    AccountOpinion opinionOf(const OpenOrder &order, Timestamp at) const;
    OrderRates ratesWith(const OrderTicket &ticket, Timestamp at) const;
    void keep(OpenOrder order);
    void countOrder(const OpenOrder &order, Timestamp at);
    void postInterest(Timestamp at);
    void writeInterest(const QString &symbol, Money base, qint64 ratePpm, qint64 days,
                       Timestamp at);
    QString splitOption(const Position &position, const Instrument &instrument, qint64 numerator,
                        qint64 denominator, Timestamp at);
    void endContract(const Position &position, const Instrument &instrument, Price underlying,
                     Timestamp at);
    Money carryOf(const LedgerEvent &delivery, Price underlying) const;
    LedgerEvent deliveryOf(const Position &position, const OptionTerms &terms, Qty contracts,
                           Timestamp at) const;
    QString whyNotExercisable(const Position *position, Qty contracts) const;
    Qty coverLost(const LedgerEvent &delivery) const;

    struct SentOrder
    {
        Timestamp at;
        QString symbol;
    };

    const PriceSource &m_prices;
    const MarketCalendar &m_calendar;
    Ledger m_ledger;
    InstrumentBook m_instruments;
    OpenOrders m_orders;
    FeeEstimate m_feeEstimate;
    std::vector<LedgerEvent> m_fresh;
    std::vector<LedgerEntry> m_entries;
    quint64 m_firstEntry = 1; ///< sequence of the first of them
    std::vector<RiskFinding> m_warnings;
    std::deque<SentOrder> m_sent;
    std::set<quint64> m_final; ///< sequences that are taken back, or cannot be
    quint64 m_lastReset = 0; ///< sequence
    std::set<QString> m_shrunk; ///< underlyings with less of a position since the last look
    std::map<QString, std::vector<quint64>> m_designated; ///< by order
    std::map<std::pair<QString, QString>, Qty> m_filled; ///< by order and symbol
    std::set<QString> m_doNotExercise;
    std::optional<Error> m_fault;
};

/// A rational holder's view (C.7): a short call when its time value is below tomorrow's dividend,
/// a short put in the money when its time value is below a cent.
bool isAssignedEarly(const OptionTerms &terms, Price mark, Price underlying, Price dividend);

} // namespace tapeline
