#pragma once

#include "clocks.h"
#include "endpointcall.h"
#include "faults.h"
#include "ratelimit.h"

#include <string>

namespace tapeline {

/// One request as it came off the wire.
struct HttpCall
{
    std::string method;
    std::string target; ///< path and query
    std::string authorization; ///< the header, empty when absent
    std::string requestId; ///< what the answer is to carry
};

/// The REST side of the server, without a socket: finds the route and makes the checks in the order
/// of massive-api.md 10.3 (route, key, rate, entitlement; parameters and existence are the
/// endpoint's).
class HttpRouter
{
public:
    /// source must outlive the router; wall times the rate limit.
    HttpRouter(const MarketSource &source, const WallClock &wall);

    /// What absolute addresses begin with, "http://127.0.0.1:8080".
    void setBase(std::string base) { m_base = std::move(base); }
    /// Of these it knows the clock's and the next_url's.
    void setFaults(const Faults &faults)
    {
        m_clockSkew = faults.clockSkew;
        m_foreignBase = faults.nextUrlBase;
    }
    /// Answers with the same bytes to the same request at the same market time, but for the request
    /// id.
    HttpReply answer(const HttpCall &call);

private:
    const MarketSource &m_source;
    const WallClock &m_wall;
    std::string m_base;
    Duration m_clockSkew {};
    std::string m_foreignBase; ///< in place of m_base when not empty
    RateLimit m_rate;
};

} // namespace tapeline
