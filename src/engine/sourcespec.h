#pragma once

#include "capabilities.h"
#include "datastatus.h"
#include "serviceaddresses.h"

#include <QString>

namespace tapeline {

/// Where a session gets its data from, and what may be asked for.
struct SourceSpec
{
    DataSource source = DataSource::Simulated;

    // Live, and simulated once the embedded market listens
    ServiceAddresses addresses;
    QString key;
    /// The simulated market and a recording hold everything.
    Capabilities capabilities { PlanSet::all(Plan::Advanced) };

    // Replay
    QString replayFile;

    /// The stream still has the channel of crypto depth, which the service has retired
    /// (massive-api.md 6.13).
    bool hasDepth = false;

    double speed = 1; ///< of the simulated or replayed clock
    quint64 seed = 1; ///< of the simulated market: what it is a history of

    /// Whose bars these are, in the cache. Simulated ones are those of this seed in this version
    /// of the program; another address than the service's may hold anything.
    QString cacheOrigin() const;

    /// Where a market's stream is by its plan: with those in real time, with the delayed ones, or
    /// nowhere (an empty address).
    QUrl streamBase(AssetClass market) const
    {
        const Product product = productOf(market);
        if (!capabilities.hasStream(product))
            return {};
        return capabilities.recency(product) == Recency::RealTime ? addresses.stream
                                                                  : addresses.delayedStream;
    }
};

} // namespace tapeline
