#pragma once

#include "depthupdate.h"

#include <vector>

namespace tapeline {

/// The books of a source's pairs of coins, which the service has retired (massive-api.md 10.15).
/// Called only on the server's thread; nothing it returns lies after the source's now().
class BookSource
{
public:
    virtual ~BookSource() = default;

    /// Whole books of one venue as they came in [from, to), ascending, appended. Nothing for an
    /// instrument without one. instrument is an id of the MarketSource.
    virtual void books(int instrument, Timestamp from, Timestamp to,
                       std::vector<DepthUpdate> &out) const = 0;
    /// The newest one that came before an instant.
    virtual DepthUpdate bookAt(int instrument, Timestamp asOf) const = 0;
};

} // namespace tapeline
