#pragma once

#include "assetclass.h"
#include "datastatus.h"
#include "timestamp.h"

#include <QString>

#include <array>

namespace tapeline {

struct SessionStatus;

/// What the streams of a source are doing: one a market, each opened when its first symbol is
/// wanted. A recording plays all markets on one, that of stocks. Lives on the market thread.
class StreamLinks
{
public:
    struct Link
    {
        bool isOpened = false;
        bool isAway = false; ///< went or never came, and has not been live since
        StreamState state = StreamState::Offline;
        QString detail; ///< why, when it is not live
        Timestamp retryAt {}; ///< wall clock, while it waits
    };

    /// A new source. shared: all markets come on one stream.
    void reset(bool shared = false);
    const Link &of(AssetClass market) const { return m_links[index(market)]; }
    /// It is asked for from now on. True the first time.
    bool open(AssetClass market);
    /// The state before.
    StreamState set(AssetClass market, StreamState state, const QString &detail);
    void planRetry(AssetClass market, Timestamp at) { m_links[index(market)].retryAt = at; }

    /// It may yet acknowledge a subscription.
    bool isHoped(AssetClass market) const;
    /// It went, or never came: what it would bring is missing.
    bool isAway(AssetClass market) const { return of(market).isAway; }
    /// The markets that come on the same stream.
    bool carries(AssetClass stream, AssetClass market) const;
    /// States one by one, and the detail of the one that is the least well.
    void writeTo(SessionStatus &status) const;

private:
    std::size_t index(AssetClass market) const
    {
        return std::size_t(m_shared ? AssetClass::Stocks : market);
    }

    std::array<Link, allAssetClasses.size()> m_links;
    bool m_shared = false;
};

/// "stocks", "forex": as the service's stream addresses name them.
QString streamMarket(AssetClass market);

} // namespace tapeline
