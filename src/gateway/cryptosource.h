#pragma once

#include "marketevent.h"

#include <QString>

#include <vector>

namespace tapeline {

/// A pair of coins that a source has.
struct ServedPair
{
    QString symbol; ///< "X:BTCUSD"
    std::string streamName; ///< "BTC-USD"
};

/// The crypto part of a MarketSource, in real time and around the clock. Called only on the
/// server's thread; nothing it returns lies after the source's now().
class CryptoSource
{
public:
    virtual ~CryptoSource() = default;

    virtual const std::vector<ServedPair> &pairs() const = 0;
    /// Trades, and the best quotes of each venue, of [from, to) in wire order, appended.
    virtual void events(int pair, Timestamp from, Timestamp to,
                        std::vector<MarketEvent> &out) const = 0;

    /// Whether books are served, which the service has retired (massive-api.md 10.15).
    virtual bool hasBooks() const = 0;
    /// Whole books of one venue as they came in [from, to), ascending, appended.
    virtual void books(int pair, Timestamp from, Timestamp to,
                       std::vector<DepthUpdate> &out) const = 0;
    /// The newest one that came before an instant.
    virtual DepthUpdate bookAt(int pair, Timestamp asOf) const = 0;
};

} // namespace tapeline
