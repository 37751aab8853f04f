#pragma once

#include "accountsettings.h"
#include "reason.h"

#include <vector>

namespace tapeline {

/// What the limits of execution.md C.8 are tested against: the account as it would be with the
/// order. Only openings are asked about; exits are never blocked.
struct RiskQuestion
{
    Money capital; ///< equity at the start of the day
    Money committed; ///< worst defined loss of the order
    Money symbolCommitted; ///< of position, open orders and this, by underlying
    std::optional<Money> strategyCommitted {}; ///< the same by strategy, when the order has one
    Money cashAfter; ///< less all holds
    Money equity;
    Money dayResult; ///< since the start of the day, flows removed
    bool dayIsLocked = false; ///< the daily loss was reached before
    int orders = 0; ///< within the minute, with this one
    int symbolOrders = 0;
};

/// A rule the order breaks.
struct RiskFinding
{
    RiskRule rule = RiskRule::PerTrade;
    RuleAction action = RuleAction::Warn;
    Reason reason {};

    friend bool operator==(const RiskFinding &, const RiskFinding &) = default;
};

/// Every rule that is on and broken, not the first alone. The limit itself is allowed, except
/// that of the daily loss, which blocks when it is reached.
std::vector<RiskFinding> assessRisk(const RiskQuestion &question, const RiskSettings &settings);

/// The loss at which a day ends: dailyLossPpm of the capital, as a positive amount.
Money dailyLossLimit(Money capital, const RiskSettings &settings);

} // namespace tapeline
