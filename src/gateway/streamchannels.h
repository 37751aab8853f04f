#pragma once

#include "entitlements.h"

#include <string_view>
#include <vector>

namespace tapeline {

/// What a channel carries; None for channels no source of ours feeds.
enum class StreamKind : quint8 {
    None,
    Trades,
    Quotes,
    Values,
    SecondBars,
    MinuteBars,
    Bands,
    Books
};
inline constexpr std::size_t streamKinds = 8;

/// A channel of one market's stream (massive-api.md 6.15).
struct StreamChannel
{
    enum class Host : quint8 {
        Both,
        RealTimeOnly,
        NotSold ///< an expansion or business plan: no key of ours has it
    };

    AssetClass market;
    std::string_view name;
    ServedData data; ///< whose entitlement it needs
    Host host;
    StreamKind kind = StreamKind::None;
};

/// One socket address: a market on the real-time or the delayed host.
struct StreamEndpoint
{
    AssetClass market = AssetClass::Stocks;
    bool delayed = false;
    std::string_view venue {}; ///< MIC of a futures exchange group; empty is the whole market

    friend auto operator<=>(const StreamEndpoint &, const StreamEndpoint &) = default;
};

namespace streamchannels {

/// Null when the market has no such channel.
const StreamChannel *find(AssetClass market, std::string_view name);
/// "/stocks", "/delayed/stocks", "/futures/cme", ...; nothing for any other path. Forex and crypto
/// exist in real time only.
std::optional<StreamEndpoint> endpointOf(std::string_view path);
/// Every address endpointOf() knows.
std::vector<StreamEndpoint> endpoints();
/// Whether a key may use the stream of a market at all: Starter and up.
bool hasStream(const KeyGrant &grant, AssetClass market);
/// Whether a key may subscribe to a channel on a host.
bool allows(const KeyGrant &grant, const StreamChannel &channel, bool delayedHost);

} // namespace streamchannels
} // namespace tapeline
