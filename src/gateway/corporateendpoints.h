#pragma once

#include "endpointcall.h"

namespace tapeline {

/// What happens to companies: massive-api.md 4.3 and 4.6 to 4.8.
namespace corporateendpoints {

HttpReply splits(const EndpointCall &call); ///< /stocks/v1/splits
HttpReply oldSplits(const EndpointCall &call); ///< /v3/reference/splits
HttpReply dividends(const EndpointCall &call); ///< /stocks/v1/dividends
HttpReply oldDividends(const EndpointCall &call); ///< /v3/reference/dividends
HttpReply news(const EndpointCall &call); ///< /v2/reference/news
HttpReply earnings(const EndpointCall &call); ///< /benzinga/v1/earnings
HttpReply related(const EndpointCall &call); ///< /v1/related-companies/{ticker}

} // namespace corporateendpoints
} // namespace tapeline
