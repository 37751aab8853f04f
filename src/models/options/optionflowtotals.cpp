#include "optionflowtotals.h"

namespace tapeline {

void OptionFlowTotals::Premium::add(OptionFlowSide side, double premium)
{
    switch (side) {
    case OptionFlowSide::Bought:
        bought += premium;
        return;
    case OptionFlowSide::Sold:
        sold += premium;
        return;
    case OptionFlowSide::Other:
        other += premium;
        return;
    }
}

void OptionFlowTotals::add(const OptionFlowPrint &print)
{
    ++prints;
    if (print.form.cancels)
        return;
    contracts += print.size;
    Premium &sum = print.contract->terms.right == OptionRight::Call ? calls : puts;
    sum.add(flowSide(print), print.premium());
}

} // namespace tapeline
