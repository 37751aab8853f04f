#pragma once

#include "barchecks.h"
#include "marketevent.h"

#include <optional>

namespace tapeline {

/// V-13 and V-14: quotes that cannot be, and markets that are crossed for long or very wide.
class QuoteChecks
{
public:
    /// A quote that is possible can be in force, also where it is an error to be so far from the
    /// last trade: the market may have moved.
    struct Verdict
    {
        BarFaults faults;
        bool isPossible = true;
        bool isFar = false;
    };
    /// lastPrice: of the newest trade that set a price; 0 for none. isRegular: in regular hours.
    Verdict check(const Quote &quote, Price lastPrice, bool isRegular, IssueList &issues);
    /// A day begins: a market that was crossed in the evening is not for all the night.
    void beginDay();

private:
    bool isPossible(const Quote &quote, IssueList &issues) const;
    bool checkSpread(const Quote &quote, IssueList &issues) const;
    bool checkCrossed(const Quote &quote, IssueList &issues);

    std::optional<Timestamp> m_crossedSince;
    bool m_crossTold = false;
};

} // namespace tapeline
