#include "streamchannels.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

using Host = StreamChannel::Host;

constexpr StreamChannel of(AssetClass market, std::string_view name, ServedData data, Host host,
                           StreamKind kind = StreamKind::None)
{
    return { market, name, data, host, kind };
}

constexpr auto stocks = AssetClass::Stocks;
constexpr auto options = AssetClass::Options;
constexpr auto indices = AssetClass::Indices;
constexpr auto forex = AssetClass::Forex;
constexpr auto crypto = AssetClass::Crypto;
constexpr auto futures = AssetClass::Futures;

constexpr std::array channels {
    of(stocks, "T", ServedData::Trades, Host::Both, StreamKind::Trades),
    of(stocks, "Q", ServedData::Quotes, Host::RealTimeOnly, StreamKind::Quotes),
    of(stocks, "A", ServedData::SecondBars, Host::Both, StreamKind::SecondBars),
    of(stocks, "AM", ServedData::SecondBars, Host::Both, StreamKind::MinuteBars),
    of(stocks, "LULD", ServedData::Quotes, Host::RealTimeOnly, StreamKind::Bands),
    of(stocks, "NOI", ServedData::Quotes, Host::NotSold),
    of(stocks, "FMV", ServedData::Quotes, Host::NotSold),
    of(options, "T", ServedData::Trades, Host::Both, StreamKind::Trades),
    of(options, "Q", ServedData::Quotes, Host::RealTimeOnly, StreamKind::Quotes),
    of(options, "A", ServedData::SecondBars, Host::Both, StreamKind::SecondBars),
    of(options, "AM", ServedData::SecondBars, Host::Both, StreamKind::MinuteBars),
    of(options, "FMV", ServedData::Quotes, Host::NotSold),
    of(indices, "V", ServedData::Snapshots, Host::Both, StreamKind::Values),
    of(indices, "A", ServedData::SecondBars, Host::Both, StreamKind::SecondBars),
    of(indices, "AM", ServedData::SecondBars, Host::Both, StreamKind::MinuteBars),
    of(indices, "FMV", ServedData::Quotes, Host::NotSold),
    of(forex, "C", ServedData::Quotes, Host::RealTimeOnly, StreamKind::Quotes),
    of(forex, "CA", ServedData::Snapshots, Host::RealTimeOnly, StreamKind::MinuteBars),
    of(forex, "CAS", ServedData::SecondBars, Host::RealTimeOnly, StreamKind::SecondBars),
    of(forex, "FMV", ServedData::Quotes, Host::NotSold),
    of(crypto, "XT", ServedData::Trades, Host::RealTimeOnly, StreamKind::Trades),
    of(crypto, "XQ", ServedData::Quotes, Host::RealTimeOnly, StreamKind::Quotes),
    of(crypto, "XL2", ServedData::Quotes, Host::RealTimeOnly, StreamKind::Books),
    of(crypto, "XA", ServedData::Snapshots, Host::RealTimeOnly, StreamKind::MinuteBars),
    of(crypto, "XAS", ServedData::SecondBars, Host::RealTimeOnly, StreamKind::SecondBars),
    of(crypto, "FMV", ServedData::Quotes, Host::NotSold),
    of(futures, "T", ServedData::Trades, Host::Both, StreamKind::Trades),
    of(futures, "Q", ServedData::Quotes, Host::Both, StreamKind::Quotes),
    of(futures, "A", ServedData::SecondBars, Host::Both, StreamKind::SecondBars),
    of(futures, "AM", ServedData::SecondBars, Host::Both, StreamKind::MinuteBars),
    of(futures, "FMV", ServedData::Quotes, Host::NotSold),
};

struct MarketPath
{
    std::string_view path;
    AssetClass market;
    std::string_view venue {};
};

constexpr std::array marketPaths {
    MarketPath { "/stocks", stocks },
    MarketPath { "/options", options },
    MarketPath { "/indices", indices },
    MarketPath { "/forex", forex },
    MarketPath { "/crypto", crypto },
    MarketPath { "/futures", futures },
    MarketPath { "/futures/cme", futures, "XCME" },
    MarketPath { "/futures/cbot", futures, "XCBT" },
    MarketPath { "/futures/nymex", futures, "XNYM" },
    MarketPath { "/futures/comex", futures, "XCEC" },
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
    endpoint.venue = found->venue;
    return endpoint;
}

std::vector<StreamEndpoint> streamchannels::endpoints()
{
    std::vector<StreamEndpoint> found;
    for (const MarketPath &row : marketPaths) {
        found.push_back({ row.market, false, row.venue });
        if (!isCurrency(row.market))
            found.push_back({ row.market, true, row.venue });
    }
    return found;
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
