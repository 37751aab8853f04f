#pragma once

#include "optionchain.h"
#include "optionright.h"

#include <optional>
#include <span>

namespace tapeline {

/// What a contract's volatility is reckoned from. Units as in OptionInputs.
struct ChainQuote
{
    OptionRight right = OptionRight::Call;
    bool isAmerican = true; ///< may be exercised before expiry
    double strike = 0;
    double years = 0; ///< to expiry, ACT/365
    double rate = 0;
    double yield = 0;
    double price = 0; ///< the middle of the quote; 0: there are no two sides
};

/// What a quote says of its contract.
struct ContractReckoning
{
    /// Waiting: the spot is not known, or an input is out of OptionInputs' range.
    VolatilityStatus status = VolatilityStatus::Waiting;
    /// At the volatility found (Ok, LowVega); of an expired contract its delta alone.
    std::optional<ContractGreeks> greeks;

    friend bool operator==(const ContractReckoning &, const ContractReckoning &) = default;
};

/// Volatilities and Greeks of whole chains, as a ChainPricer gives them; it is what to keep where
/// single contracts are asked for again and again.
namespace chainpricing {

/// Reckons every quote into the result of the same index (as many as the shorter span has). Any
/// input has an answer and no answer holds a NaN or an infinity.
void reckon(std::span<const ChainQuote> quotes, double spot, std::span<ContractReckoning> results);

/// Greeks at a volatility that is known, of one contract. Nothing when an input is out of range; of
/// an expired contract its delta alone.
std::optional<ContractGreeks> greeksAt(const ChainQuote &quote, double spot, double volatility);
/// A value's derivatives in the units that people use.
ContractGreeks displayed(const OptionValue &value, double volatility);

} // namespace chainpricing
} // namespace tapeline
