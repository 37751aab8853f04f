#pragma once

#include "money.h"

namespace tapeline {

/// What the owner of an account does with it beside orders.
struct AccountCommand
{
    enum class Kind : quint8 {
        Deposit,
        Withdraw,
        Reset, ///< archives what was, starts anew with the starting cash
        Stop, ///< the kill switch: openings end and none is taken
        Resume
    };

    Kind kind = Kind::Deposit;
    Money amount {}; ///< of Deposit and Withdraw, > 0

    friend bool operator==(const AccountCommand &, const AccountCommand &) = default;
};

} // namespace tapeline
