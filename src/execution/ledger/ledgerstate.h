#pragma once

#include "ledgerevent.h"
#include "ledgermath.h"

#include <QDate>

#include <map>

namespace tapeline {

/// What was bought, or sold short, at one time (execution.md C.2). The average price is derived
/// for display (cost / qty), never stored.
struct Lot
{
    quint64 id = 0;
    Timestamp openedAt {};
    Qty qty; ///< negative: short
    Money cost; ///< of a short lot negative: the proceeds received
    QString strategy;
    bool isRestated = false; ///< a split or a merge has changed it since

    friend bool operator==(const Lot &, const Lot &) = default;
};

/// The running sums of a trade that has not come back to zero: of a structure, those of one leg.
struct OpenTrip
{
    quint64 id = 0; ///< sequence of the event that opened the trade; legs of one trade share it
    QString order {}; ///< that opened it; empty where none was behind it
    Timestamp openedAt {};
    Money gross;
    Money fees;
    qint64 changes = 0; ///< of lots; 0: nothing is open

    friend bool operator==(const OpenTrip &, const OpenTrip &) = default;
};

/// A leg that is flat while others of its trade are open.
struct ClosedLeg
{
    QString symbol;
    quint64 closedBy = 0; ///< sequence of the event
    OpenTrip sums;

    friend bool operator==(const ClosedLeg &, const ClosedLeg &) = default;
};

/// From zero back to zero, or to a flip (C.3). Legs that one order opened are one trade, from the
/// first opening until nothing of them is left.
struct RoundTrip
{
    quint64 id = 0; ///< see OpenTrip
    QString order;
    QString symbol; ///< of the leg that was flat last
    QString strategy;
    Timestamp openedAt {};
    Timestamp closedAt {};
    Money gross;
    Money fees;
    qint64 changes = 0;
    quint64 closedBy = 0; ///< sequence of the event
    std::vector<ClosedLeg> legs {}; ///< of a structure, the one that was flat last at the end

    Money net() const
    {
        Money sum = gross;
        ledgermath::addHeld(sum, -fees);
        return sum;
    }
    friend bool operator==(const RoundTrip &, const RoundTrip &) = default;
};

struct Position
{
    QString symbol;
    qint64 multiplier = 1;
    Qty deliverable; ///< units a contract after an odd split; 0: as the multiplier says
    Qty qty; ///< sum of the lots
    Money cost; ///< sum of the lots
    std::vector<Lot> lots {}; ///< in the order of opening; all of one sign, none of 0
    OpenTrip trip {};
    QDate openedOn {}; ///< newest day of an opening no day trade was counted for

    /// An option whose contract an odd split changed: no new openings.
    bool isAdjusted() const { return !deliverable.isZero(); }
    friend bool operator==(const Position &, const Position &) = default;
};

/// Between ex-date and pay date; negative: owed on a short.
struct PendingDividend
{
    quint64 sequence = 0; ///< of the Dividend event
    QString symbol;
    Money amount;

    friend bool operator==(const PendingDividend &, const PendingDividend &) = default;
};

/// Proceeds of a cash account's sales of a day, settled the trading day after.
struct UnsettledCash
{
    QDate tradedOn;
    Money amount;

    friend bool operator==(const UnsettledCash &, const UnsettledCash &) = default;
};

/// An opening and a closing of one symbol on one day.
struct DayTrade
{
    QDate date;
    quint64 sequence = 0; ///< of the closing
    QString symbol;

    friend bool operator==(const DayTrade &, const DayTrade &) = default;
};

/// On what a day's limits rest.
struct DayMark
{
    QDate date;
    Money equity;
    Money flows; ///< deposits less withdrawals since

    friend bool operator==(const DayMark &, const DayMark &) = default;
};

/// Everything the books know, as plain data.
struct LedgerState
{
    quint64 sequence = 0; ///< of the last event
    quint64 nextLot = 1;
    quint64 archive = 0; ///< how many times the account was reset
    std::array<Money, ledgerAccountCount> balances {};
    std::map<QString, Position> positions {}; ///< only what is open
    std::vector<ClosedLeg> closedLegs {}; ///< of trades that are open
    std::vector<RoundTrip> trips {}; ///< closed ones
    quint64 tripsHash = 0; ///< of all of them, see hashWith()
    qint64 wins = 0; ///< of them with a net profit
    std::vector<PendingDividend> dividends {};
    Money accrued; ///< interest that is not posted yet; negative: owed
    QDate accruedTo {}; ///< the day up to which interest is accrued
    std::vector<UnsettledCash> unsettled {};
    std::vector<DayTrade> dayTrades {}; ///< of the last days
    DayMark day {};
    bool killed = false;
    QDate lossLock {}; ///< the day on which the daily loss was reached
    AccountSettings settings {};

    Money &operator[](LedgerAccount account) { return balances[static_cast<std::size_t>(account)]; }
    Money operator[](LedgerAccount account) const
    {
        return balances[static_cast<std::size_t>(account)];
    }
    const Position *find(const QString &symbol) const
    {
        const auto found = positions.find(symbol);
        return found == positions.end() ? nullptr : &found->second;
    }
    /// Signed; 0 where nothing is held.
    Qty held(const QString &symbol) const
    {
        const Position *position = find(symbol);
        return position ? position->qty : Qty();
    }
    friend bool operator==(const LedgerState &, const LedgerState &) = default;
};

/// The hash of closed trades with one more behind them.
quint64 hashWith(quint64 hash, const RoundTrip &trip);

/// One JSON object with everything of it in fixed order, of the closed trades their number and
/// hash, of day trades their number and the last: two equal states have equal texts. It grows with
/// what is open, not with what was.
std::string ledgerStateText(const LedgerState &state);

} // namespace tapeline
