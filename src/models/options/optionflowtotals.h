#pragma once

#include "optionflowfilter.h"

namespace tapeline {

/// What a number of prints come to, in dollars of premium. Notices of void prints are counted and
/// add nothing.
struct OptionFlowTotals
{
    /// By side; bought + sold + other is all.
    struct Premium
    {
        double bought = 0;
        double sold = 0;
        double other = 0;

        double all() const { return bought + sold + other; }
        void add(OptionFlowSide side, double premium);
        friend bool operator==(const Premium &, const Premium &) = default;
    };

    qint64 prints = 0;
    Qty contracts;
    Premium calls;
    Premium puts;

    void add(const OptionFlowPrint &print);
    double premium() const { return calls.all() + puts.all(); }
    /// What was paid for a rise (calls bought, puts sold) less what was paid for a fall.
    double net() const { return calls.bought - calls.sold - puts.bought + puts.sold; }

    friend bool operator==(const OptionFlowTotals &, const OptionFlowTotals &) = default;
};

} // namespace tapeline
