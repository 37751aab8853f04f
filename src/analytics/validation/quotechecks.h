#pragma once

#include "barchecks.h"
#include "marketevent.h"

#include <optional>

namespace tapeline {

/// V-13 and V-14: quotes that cannot be, and markets that are crossed for long or very wide.
class QuoteChecks
{
public:
    /// lastPrice: of the newest trade that set a price; 0 for none. isRegular: in regular hours.
    BarFaults check(const Quote &quote, Price lastPrice, bool isRegular, IssueList &issues);

private:
    bool checkSides(const Quote &quote, Price lastPrice, bool isRegular, IssueList &issues) const;
    bool checkCrossed(const Quote &quote, IssueList &issues);

    std::optional<Timestamp> m_crossedSince;
    bool m_crossTold = false;
};

} // namespace tapeline
