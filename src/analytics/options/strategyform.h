#pragma once

#include "strategy.h"

namespace tapeline {

/// Combinations of legs that have a name.
enum class StrategyKind : quint8 {
    Custom,
    Underlying,
    Call,
    Put,
    CoveredCall, ///< the underlying and a sold call
    ProtectivePut, ///< the underlying and a bought put
    Collar, ///< the underlying, a bought put and a sold call
    CallVertical, ///< bought: the lower strike is bought (for a debit)
    PutVertical, ///< bought: the higher strike is bought (for a debit)
    Straddle,
    Strangle,
    RiskReversal, ///< bought: the call is bought, a put is sold
    CallButterfly, ///< bought: the wings are bought
    PutButterfly,
    IronButterfly, ///< bought: the middle is bought
    CallCondor, ///< bought: the wings are bought
    PutCondor,
    IronCondor, ///< bought: the inner strikes are bought
    CallCalendar, ///< bought: the later option is bought
    PutCalendar,
    CallDiagonal, ///< the same at two strikes
    PutDiagonal,
    CallRatio, ///< bought: one is bought, more are sold
    PutRatio
};

/// What a combination of legs is called.
struct StrategyForm
{
    StrategyKind kind = StrategyKind::Custom;
    bool isSold = false; ///< the other side of what the kind says

    friend bool operator==(const StrategyForm &, const StrategyForm &) = default;
};

namespace strategyforms {

/// Legs in any order and of any size; Custom for what has no name.
StrategyForm recognise(const std::vector<StrategyLeg> &legs);

} // namespace strategyforms
} // namespace tapeline
