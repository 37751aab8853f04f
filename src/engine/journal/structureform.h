#pragma once

#include "qty.h"

#include <QString>

#include <span>

namespace tapeline {

/// A leg of a structure as it was opened.
struct OpenedLeg
{
    QString symbol;
    Qty qty; ///< negative: sold
    qint64 multiplier = 1;
};

/// What a structure's form is called in the journal: "bull_call_spread", "iron_condor" (the sold
/// one: as it is meant), "covered_call"; "custom" for what has no name.
QString structureFormKey(std::span<const OpenedLeg> legs);
/// What the legs are on; the symbol itself for what is no option.
QString structureUnderlying(std::span<const OpenedLeg> legs);

} // namespace tapeline
