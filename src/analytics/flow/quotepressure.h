#pragma once

#include "marketevent.h"

#include <optional>

namespace tapeline {

/// (bid size - ask size) / (bid size + ask size), -1 to 1; nothing unless both sides are quoted.
std::optional<double> bookImbalance(const Quote &quote);

/// The price between bid and ask that leans away from the larger size: (ask x bid size + bid x ask
/// size) / (bid size + ask size). Nothing unless both sides are quoted.
std::optional<double> microprice(const Quote &quote);

/// Order-flow imbalance of the best quotes of one instrument: what came to the bid and left the
/// ask, less the opposite (Cont, Kukanov and Stoikov 2014; execution.md D.5). A side without a
/// quote has size 0, at a price worse than any.
class OrderFlowImbalance
{
public:
    /// What this quote changes; 0 for the first. Sums beyond the range of Qty stay at its end.
    Qty add(const Quote &quote);
    /// Since the last reset().
    Qty sum() const { return m_sum; }
    /// The next quote still counts against the last one.
    void reset() { m_sum = Qty(); }

private:
    std::optional<Quote> m_last;
    Qty m_sum;
};

} // namespace tapeline
