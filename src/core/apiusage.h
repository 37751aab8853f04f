#pragma once

#include "timestamp.h"

#include <QtGlobal>

namespace tapeline {

/// What one key has asked of one service since the program started; nothing is kept beyond that.
/// Every attempt counts: a request that is tried again is two.
struct ApiUsage
{
    Timestamp since {}; ///< wall clock: when the first went out; 0 when none has
    qint64 requests = 0; ///< sent
    qint64 answers = 0; ///< of them, read as a success
    qint64 tooMany = 0; ///< refused with HTTP 429
    qint64 failures = 0; ///< every other failure, cancelled ones not
    qint64 bytes = 0; ///< of bodies, as they are after unpacking

    friend bool operator==(const ApiUsage &, const ApiUsage &) = default;
};

} // namespace tapeline
