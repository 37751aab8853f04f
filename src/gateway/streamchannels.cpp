#include "streamchannels.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

using Host = StreamChannel::Host;

constexpr StreamChannel stock(std::string_view name, ServedData data, Host host,
                              StreamKind kind = StreamKind::None)
{
    return { AssetClass::Stocks, name, data, host, kind };
}

constexpr StreamChannel other(AssetClass market, std::string_view name, ServedData data, Host host,
                              StreamKind kind = StreamKind::None)
{
    return { market, name, data, host, kind };
}

constexpr std::array channels {
    stock("T", ServedData::Trades, Host::Both, StreamKind::Trades),
    stock("Q", ServedData::Quotes, Host::RealTimeOnly, StreamKind::Quotes),
    stock("A", ServedData::SecondBars, Host::Both, StreamKind::SecondBars),
    stock("AM", ServedData::SecondBars, Host::Both, StreamKind::MinuteBars),
    stock("LULD", ServedData::Quotes, Host::RealTimeOnly, StreamKind::Bands),
    stock("NOI", ServedData::Quotes, Host::NotSold),
    stock("FMV", ServedData::Quotes, Host::NotSold),
    other(AssetClass::Options, "T", ServedData::Trades, Host::Both),
    other(AssetClass::Options, "Q", ServedData::Quotes, Host::RealTimeOnly),
    other(AssetClass::Options, "A", ServedData::SecondBars, Host::Both),
    other(AssetClass::Options, "AM", ServedData::SecondBars, Host::Both),
    other(AssetClass::Options, "FMV", ServedData::Quotes, Host::NotSold),
    other(AssetClass::Indices, "V", ServedData::Snapshots, Host::Both),
    other(AssetClass::Indices, "A", ServedData::SecondBars, Host::Both),
    other(AssetClass::Indices, "AM", ServedData::SecondBars, Host::Both),
    other(AssetClass::Forex, "C", ServedData::Quotes, Host::RealTimeOnly),
    other(AssetClass::Forex, "CA", ServedData::Snapshots, Host::RealTimeOnly),
    other(AssetClass::Forex, "CAS", ServedData::SecondBars, Host::RealTimeOnly),
    other(AssetClass::Crypto, "XT", ServedData::Trades, Host::RealTimeOnly, StreamKind::Trades),
    other(AssetClass::Crypto, "XQ", ServedData::Quotes, Host::RealTimeOnly, StreamKind::Quotes),
    other(AssetClass::Crypto, "XL2", ServedData::Quotes, Host::RealTimeOnly, StreamKind::Books),
    other(AssetClass::Crypto, "XA", ServedData::Snapshots, Host::RealTimeOnly),
    other(AssetClass::Crypto, "XAS", ServedData::SecondBars, Host::RealTimeOnly),
    other(AssetClass::Futures, "T", ServedData::Trades, Host::Both),
    other(AssetClass::Futures, "Q", ServedData::Quotes, Host::Both),
    other(AssetClass::Futures, "A", ServedData::SecondBars, Host::Both),
    other(AssetClass::Futures, "AM", ServedData::SecondBars, Host::Both),
};

struct MarketPath
{
    std::string_view path;
    AssetClass market;
};

constexpr std::array marketPaths {
    MarketPath { "/stocks", AssetClass::Stocks },
    MarketPath { "/options", AssetClass::Options },
    MarketPath { "/indices", AssetClass::Indices },
    MarketPath { "/forex", AssetClass::Forex },
    MarketPath { "/crypto", AssetClass::Crypto },
    MarketPath { "/futures", AssetClass::Futures },
    MarketPath { "/futures/cme", AssetClass::Futures },
    MarketPath { "/futures/cbot", AssetClass::Futures },
    MarketPath { "/futures/nymex", AssetClass::Futures },
    MarketPath { "/futures/comex", AssetClass::Futures },
};

bool isCurrency(AssetClass market)
{
    return market == AssetClass::Forex || market == AssetClass::Crypto;
}

} // namespace

const StreamChannel *streamchannels::find(AssetClass market, std::string_view name)
{
    const auto found = std::find_if(channels.begin(), channels.end(), [&](const auto &channel) {
        return channel.market == market && channel.name == name;
    });
    return found == channels.end() ? nullptr : &*found;
}

std::optional<StreamEndpoint> streamchannels::endpointOf(std::string_view path)
{
    constexpr std::string_view delayedHost = "/delayed";
    StreamEndpoint endpoint;
    if (path.starts_with(delayedHost)) {
        path.remove_prefix(delayedHost.size());
        endpoint.delayed = true;
    }
    if (path.size() > 1 && path.ends_with('/'))
        path.remove_suffix(1);
    const auto found = std::find_if(marketPaths.begin(), marketPaths.end(),
                                    [&](const MarketPath &row) { return row.path == path; });
    if (found == marketPaths.end() || (endpoint.delayed && isCurrency(found->market)))
        return std::nullopt;
    endpoint.market = found->market;
    return endpoint;
}

bool streamchannels::hasStream(const KeyGrant &grant, AssetClass market)
{
    return !grant.noPlan && entitlements::planFor(grant, market) >= ServedPlan::Starter;
}

bool streamchannels::allows(const KeyGrant &grant, const StreamChannel &channel, bool delayedHost)
{
    if (channel.host == Host::NotSold || (delayedHost && channel.host == Host::RealTimeOnly))
        return false;
    return entitlements::allows(grant, channel.market, channel.data);
}

} // namespace tapeline
