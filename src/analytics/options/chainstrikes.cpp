#include "chainstrikes.h"

namespace tapeline {

std::map<ChainExpiry, std::vector<ChainStrike>>
chainstrikes::byExpiry(std::span<const ChainContract> contracts)
{
    std::map<ChainExpiry, std::map<Price, ChainStrike>> sorted;
    for (const ChainContract &contract : contracts) {
        ChainStrike &at = sorted[{ contract.terms.expiry, contract.root }][contract.terms.strike];
        at.strike = contract.terms.strike;
        (contract.terms.right == OptionRight::Call ? at.call : at.put) = &contract;
    }
    std::map<ChainExpiry, std::vector<ChainStrike>> expiries;
    for (const auto &[expiry, strikes] : sorted)
        for (const auto &[price, at] : strikes)
            expiries[expiry].push_back(at);
    return expiries;
}

} // namespace tapeline
