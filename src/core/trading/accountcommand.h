#pragma once

#include "money.h"
#include "qty.h"

#include <QString>

namespace tapeline {

/// What the owner of an account does with it beside orders.
struct AccountCommand
{
    enum class Kind : quint8 {
        Deposit,
        Withdraw,
        Reset, ///< archives what was, starts anew with the starting cash
        Stop, ///< the kill switch: openings end and none is taken
        Resume,
        Exercise, ///< a long American option now, at its strike
        DeclineExercise, ///< a long option is let expire, whatever it is worth
        AllowExercise ///< takes that back
    };

    Kind kind = Kind::Deposit;
    Money amount {}; ///< of Deposit and Withdraw, > 0
    QString symbol {}; ///< the contract, of the last three
    Qty qty {}; ///< of Exercise: whole contracts, > 0

    friend bool operator==(const AccountCommand &, const AccountCommand &) = default;
};

} // namespace tapeline
