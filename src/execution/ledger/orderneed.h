#pragma once

#include "ledgerstate.h"
#include "openorder.h"
#include "optionneed.h"

namespace tapeline {

/// What orders bind, beside what the positions bind already.
struct OrderNeed
{
    Money excess; ///< of a margin account's excess
    Money cash; ///< paid out when they fill
    Money naked; ///< requirement of short options that nothing covers
};

/// Of orders on one underlying, in accept order. options: what is held of it.
OrderNeed needOf(std::span<const OpenOrder *const> orders, const LedgerState &state,
                 const OptionGroup &options);

} // namespace tapeline
