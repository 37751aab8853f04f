#pragma once

#include "timestamp.h"

#include <string>

namespace tapeline {

/// What goes wrong on purpose, switchable while the server runs, so that clients can be tested
/// against the outages of massive-api.md 10.13. All off by default. By name: faultfields.h.
struct Faults
{
    bool htmlError = false; ///< REST answers are an HTML page with status 502
    bool truncatedJson = false; ///< REST bodies break off in the middle
    bool rateBurst = false; ///< every REST answer is a 429
    Duration stall {}; ///< REST answers wait this long
    Duration clockSkew {}; ///< added to the server's own time in /v1/marketstatus/now
    std::string redirectTo {}; ///< REST answers are a 302 to this host; empty: they are not
    std::string nextUrlBase {}; ///< what next_url begins with instead of the server's own base
    bool silent = false; ///< sockets stay open and send nothing: no frames, no pongs
    Duration idleDrop {}; ///< sockets that sent nothing but pongs for this long are cut; 0: never
    /// Of two connections with the same key and market the newer one is closed, not the older.
    bool evictNewcomer = false;
    double dropProbability = 0; ///< of one streamed object, 0 to 1; status objects always come
    double repeatProbability = 0;
    double swapProbability = 0; ///< an object changes places with the one after it
    /// Chooses the objects for the three above: the same seed disturbs the same trades, quotes and
    /// bars in every run.
    quint64 seed = 1;

    friend bool operator==(const Faults &, const Faults &) = default;
};

} // namespace tapeline
