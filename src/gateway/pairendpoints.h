#pragma once

#include "endpointcall.h"

namespace tapeline {

/// What is asked of pairs of coins or currencies by their two sides: massive-api.md 3.4 and 3.6.
namespace pairendpoints {

HttpReply cryptoOpenClose(const EndpointCall &call); ///< /v1/open-close/crypto/{from}/{to}/{date}
HttpReply lastCrypto(const EndpointCall &call); ///< /v1/last/crypto/{from}/{to}
HttpReply lastCurrency(const EndpointCall &call); ///< /v1/last_quote/currencies/{from}/{to}
/// /v1/conversion/{from}/{to}: by the quote of the pair, or of the reverse one where only that is
/// traded.
HttpReply conversion(const EndpointCall &call);

} // namespace pairendpoints
} // namespace tapeline
