#pragma once

#include "timestamp.h"

namespace tapeline {

/// What goes wrong on purpose, switchable while the server runs, so that clients can be tested
/// against the outages of massive-api.md 10.13. All off by default.
struct Faults
{
    bool htmlError = false; ///< REST answers are an HTML page with status 502
    bool truncatedJson = false; ///< REST bodies break off in the middle
    bool rateBurst = false; ///< every REST answer is a 429
    Duration stall {}; ///< REST answers wait this long
    Duration clockSkew {}; ///< added to the server's own time in /v1/marketstatus/now
    bool silent = false; ///< sockets stay open and send nothing: no frames, no pongs
    double dropProbability = 0; ///< of one streamed object, 0 to 1
    double repeatProbability = 0;
    double swapProbability = 0; ///< an object changes places with the one before it
};

} // namespace tapeline
