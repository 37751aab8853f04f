#pragma once

#include "endpointcall.h"

namespace tapeline {

/// Technical indicators over bars: massive-api.md 3.12.
namespace indicatorendpoints {

HttpReply sma(const EndpointCall &call);
HttpReply ema(const EndpointCall &call);
HttpReply rsi(const EndpointCall &call);
HttpReply macd(const EndpointCall &call);

} // namespace indicatorendpoints
} // namespace tapeline
