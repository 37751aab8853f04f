#pragma once

#include "fillmapping.h"
#include "importedfill.h"

#include <span>

namespace tapeline::cashfees {

/// thinkorswim's account statement lists what was charged not with the fills but in its section
/// "Cash Balance" (DATE, TIME, TYPE, DESCRIPTION, Misc Fees, Commissions & Fees). Adds it to the
/// fills, which are ascending by time: of each charge to a fill within two seconds whose symbol is
/// in its description, the nearest one. Returns how many charges found none. The mapping is that
/// of the fills.
qint64 add(std::string_view text, char delimiter, const FillMapping &mapping,
           std::span<ImportedFill> fills);

} // namespace tapeline::cashfees
