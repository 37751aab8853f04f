#pragma once

#include "datastatus.h"
#include "impliedvolatility.h"
#include "instrument.h"
#include "timestamp.h"

#include <QDate>

#include <compare>
#include <optional>
#include <vector>

namespace tapeline {

/// Sensitivities in the units that people and the service use.
struct ContractGreeks
{
    double volatility = 0; ///< a fraction a year: 0.3 is 30 %
    double delta = 0; ///< per 1.00 of the underlying
    double gamma = 0; ///< per 1.00 squared
    double theta = 0; ///< per calendar day
    double vega = 0; ///< per point of volatility
    double rho = 0; ///< per 1 %; 0 of the service's, which does not tell it

    friend bool operator==(const ContractGreeks &, const ContractGreeks &) = default;
};

/// Why a contract has no implied volatility of ours, or that it has one.
enum class VolatilityStatus : quint8 {
    Ok,
    LowVega, ///< found, but the price hardly depends on it (execution.md E.3)
    BelowIntrinsic,
    AboveBound,
    NoQuote, ///< without two sides there is no price to go by
    Expired,
    Waiting ///< not reckoned yet, or the underlying's price is not known
};

/// One contract of a chain, and what is known of its market. What is not known is 0.
struct ChainContract
{
    QString symbol; ///< "O:..."
    OptionTerms terms;
    QString root; ///< "SPXW" of "O:SPXW261218C05000000"
    qint64 multiplier = 100; ///< units of the underlying a contract stands for

    Price bid;
    Price ask;
    Qty bidSize; ///< contracts
    Qty askSize;
    Timestamp quoteTime {};
    Price last;
    Qty lastSize;
    Timestamp lastTime {};
    Price previousClose;
    Qty volume; ///< of the day
    double openInterest = 0; ///< contracts, at the end of the last trading day

    std::optional<ContractGreeks> service; ///< as the service tells them
    std::optional<ContractGreeks> own; ///< reckoned here from the middle of the quote
    VolatilityStatus status = VolatilityStatus::Waiting; ///< of own

    /// Of the day; 0 without a last price or a previous close.
    Price change() const
    {
        return last.isZero() || previousClose.isZero() ? Price() : last - previousClose;
    }
    /// Of two sides that are not crossed.
    bool hasQuote() const { return !bid.isZero() && !ask.isZero() && bid <= ask; }
    /// The middle of the quote; 0 without two sides.
    double mid() const { return hasQuote() ? (bid.toDouble() + ask.toDouble()) / 2 : 0; }

    friend bool operator==(const ChainContract &, const ChainContract &) = default;
};

/// The contracts of one root that end on one day.
struct ChainExpiry
{
    QDate day;
    QString root;

    friend bool operator==(const ChainExpiry &, const ChainExpiry &) = default;
    friend std::strong_ordering operator<=>(const ChainExpiry &a, const ChainExpiry &b)
    {
        const auto days = a.day.toJulianDay() <=> b.day.toJulianDay();
        return days != 0 ? days : a.root.compare(b.root) <=> 0;
    }
};

/// The calls and puts at one strike of one expiration. Null where there is none.
struct ChainStrike
{
    Price strike;
    const ChainContract *call = nullptr;
    const ChainContract *put = nullptr;
};

/// What our own figures of an expiration rest on.
struct ExpiryAssumptions
{
    ChainExpiry expiry;
    Timestamp ends {}; ///< when trading ends
    double rate = 0; ///< a year, continuously compounded
    bool rateIsAssumed = false; ///< no yields of the Treasury are known
    double yield = 0; ///< a year, continuously: dividends, or what parity implies
    bool yieldIsImplied = false;

    friend bool operator==(const ExpiryAssumptions &, const ExpiryAssumptions &) = default;
};

/// How far a chain has come.
enum class ChainState : quint8 {
    Loading, ///< pages are on their way
    Here,
    ContractsOnly, ///< the plan has no snapshots: contracts without prices
    NoOptions, ///< the underlying has none
    NotInPlan,
    Failed, ///< asking goes on
    NoService ///< a recording: nobody can be asked
};

/// What changed in a chain since the last time it was asked.
struct ChainUpdate
{
    quint64 chain = 0; ///< as given by the engine when it was opened
    QString underlying;
    bool reset = false; ///< forget all contracts first
    ChainState state = ChainState::Loading;
    QString plan; ///< NotInPlan, ContractsOnly: the plan that has it
    std::vector<ChainContract> contracts; ///< new or changed, in no order
    std::vector<ExpiryAssumptions> assumptions; ///< of all expirations, ascending, when changed
    Price spot; ///< of the underlying; 0 while not known
    Timestamp asOf {}; ///< market time of the newest of it
    DataBadge badge;
};

} // namespace tapeline
