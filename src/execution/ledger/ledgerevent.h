#pragma once

#include "accountsettings.h"
#include "instrument.h"
#include "price.h"
#include "qty.h"
#include "timestamp.h"

#include <array>
#include <optional>
#include <vector>

namespace tapeline {

/// The accounts of the double entry (execution.md C.1). Debits are positive, so what the account
/// earned stands with a minus; their sum is 0 after every event.
enum class LedgerAccount : quint8 {
    Cash,
    PositionCost,
    Realized,
    Fees,
    Dividends,
    Interest,
    Deposits,
    Pending ///< receivable less payable: dividends until the pay date, interest until it is posted
};
constexpr std::size_t ledgerAccountCount = 8;

std::string_view ledgerAccountText(LedgerAccount account);

/// What an event does to one lot. Sums of these are the books' position side.
struct LotChange
{
    QString symbol;
    quint64 lot = 0;
    Timestamp openedAt {}; ///< of the lot
    qint64 multiplier = 1; ///< of the instrument
    Qty qty; ///< added, signed
    Money cost; ///< added, signed
    Money realized; ///< gross, of a closing
    Money fee; ///< its part of the event's fee, when fees are kept apart
    QString strategy;
    bool opens = false; ///< adds to the lot; else it closes
    bool quiet = false; ///< no trade: a split, a merge, a premium that moves on

    friend bool operator==(const LotChange &, const LotChange &) = default;
};

/// The double entry of one event.
struct LedgerEntry
{
    quint64 sequence = 0;
    Timestamp at {};
    std::array<Money, ledgerAccountCount> amounts {};
    std::vector<LotChange> lots {};

    Money &operator[](LedgerAccount account) { return amounts[static_cast<std::size_t>(account)]; }
    Money operator[](LedgerAccount account) const
    {
        return amounts[static_cast<std::size_t>(account)];
    }
    friend bool operator==(const LedgerEntry &, const LedgerEntry &) = default;
};

enum class LedgerEventKind : quint8 {
    Config, ///< settings
    Deposit, ///< amount > 0
    Withdrawal, ///< amount > 0
    Fill, ///< symbol, qty (signed), price, multiplier, fee; strategy, source, reference, lots
    Fee, ///< amount; symbol when it belongs to a position
    Dividend, ///< at the open of the ex-date: symbol, price = amount a unit; shorts owe;
              ///< reference = sequence of its Announce; qty: what was held then, when heard of late
    DividendPay, ///< on the pay date: reference = sequence of the Dividend
    Interest, ///< accrued: amount, positive when earned; symbol for a borrow fee
    InterestPay, ///< everything accrued moves to cash
    Split, ///< symbol, numerator new for denominator old, price of a new unit; target: new symbol;
           ///< of a late one source: ex-date, lots: those from before, where there are others
    Exercise, ///< symbol, qty = held contracts that end; price = strike, multiplier, target
    Assignment, ///< the same for shorts
    Expiry, ///< symbol, qty = held contracts that end, price = settlement value, multiplier
    Correction, ///< reference = sequence of the event it takes back, with its entry reversed
    Reset, ///< everything to zero; what was before stays in the journal
    DayStart, ///< amount = equity on which the day's limits rest
    Lock, ///< source: "kill_switch", "daily_loss" or "fault"; of a fault reference: its fill's
    Unlock, ///< source as in Lock
    Mark, ///< symbol, price: what it was worth at the close
    Announce, ///< symbol, price: a dividend to come; source: ex-date and pay date. Without a
              ///< price a split: numerator, denominator; source: ex-date. With a reference: the
              ///< Announce of that sequence is taken back
    Instruct, ///< symbol; source: "do_not_exercise" or "exercise"
    Designate, ///< source: the order, lots: which it closes first
    Terms ///< symbol, instrument: what it is, where its symbol does not tell
};

std::string_view ledgerKindText(LedgerEventKind kind);

/// One line of an account's books: a fact, from which Ledger::apply() derives the double entry.
/// What a kind does not use stays at its default.
struct LedgerEvent
{
    quint64 sequence = 0; ///< of the account's books, from 1, without holes
    Timestamp at {}; ///< market time
    LedgerEventKind kind = LedgerEventKind::Config;
    QString symbol {};
    QString target {};
    Qty qty;
    Price price;
    qint64 multiplier = 1;
    Qty deliverable; ///< of Exercise and Assignment: units received, negative: delivered
    Money amount;
    Money fee;
    qint64 numerator = 1;
    qint64 denominator = 1;
    QString strategy {};
    QString source {}; ///< the order's id, or why
    quint64 reference = 0; ///< of a fill: sequence of the order event; else see the kind
    std::vector<quint64> lots {}; ///< which lots to close first (SpecificId), or to split
    std::optional<AccountSettings> settings {};
    std::optional<LedgerEntry> reversal {};
    std::optional<Instrument> instrument {};

    friend bool operator==(const LedgerEvent &, const LedgerEvent &) = default;
};

/// One line of JSON, fields in fixed order, defaults left out, decimals as text: what journals
/// keep and hashes are made of.
std::string ledgerEventText(const LedgerEvent &event);
/// The inverse. Malformed for anything else.
Result<LedgerEvent> ledgerEventFromText(std::string_view line);

} // namespace tapeline
