#pragma once

#include "chaindata.h"
#include "chainrequest.h"
#include "ratecurve.h"
#include "serviceclient.h"

namespace tapeline {

/// Chains of the service, for `chain SYMBOL`.
namespace servicechain {

/// All pages of the snapshot. NotFound where there are no options; otherwise as the service fails.
Result<ChainData> fetch(const ChainRequest &request, ServiceClient &client);
/// Rates by the newest Treasury yields at a time; a usual one where they cannot be had, which
/// console is told.
RateCurve rates(Timestamp asOf, ServiceClient &client, Console &console);

} // namespace servicechain
} // namespace tapeline
