#include "streaminterest.h"

#include "symbology.h"

#include <algorithm>
#include <span>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Channel
{
    QLatin1String name;
    DataKind kind;
};

constexpr auto trades = DataKind::StreamTrades;
constexpr auto quotes = DataKind::StreamQuotes;
constexpr auto bars = DataKind::StreamBars;

// Of each market: second bars come before minute bars
constexpr std::array stockChannels { Channel { "T"_L1, trades }, Channel { "Q"_L1, quotes },
                                     Channel { "LULD"_L1, quotes }, Channel { "A"_L1, bars },
                                     Channel { "AM"_L1, bars } };
constexpr std::array contractChannels { Channel { "T"_L1, trades }, Channel { "Q"_L1, quotes },
                                        Channel { "A"_L1, bars }, Channel { "AM"_L1, bars } };
constexpr std::array indexChannels { Channel { "A"_L1, bars }, Channel { "AM"_L1, bars },
                                     Channel { "V"_L1, bars } };
constexpr std::array forexChannels { Channel { "C"_L1, quotes }, Channel { "CAS"_L1, bars },
                                     Channel { "CA"_L1, bars } };
constexpr std::array cryptoChannels { Channel { "XT"_L1, trades }, Channel { "XQ"_L1, quotes },
                                      Channel { "XAS"_L1, bars }, Channel { "XA"_L1, bars } };

std::span<const Channel> channelsOf(AssetClass market)
{
    switch (market) {
    case AssetClass::Stocks:
        return stockChannels;
    case AssetClass::Options:
    case AssetClass::Futures:
        return contractChannels;
    case AssetClass::Indices:
        return indexChannels;
    case AssetClass::Forex:
        return forexChannels;
    case AssetClass::Crypto:
        return cryptoChannels;
    }
    Q_UNREACHABLE();
}

QString pairOf(const Channel &channel, const QString &symbol)
{
    return channel.name + u'.' + symbology::toStream(symbol);
}

} // namespace

bool StreamInterest::add(const QString &symbol)
{
    return m_counts[symbol]++ == 0;
}

bool StreamInterest::drop(const QString &symbol)
{
    const auto count = m_counts.find(symbol);
    if (count == m_counts.end() || --*count > 0)
        return false;
    m_counts.erase(count);
    const AssetClass market = symbology::classOf(symbol);
    for (const Channel &channel : channelsOf(market))
        acknowledged(market).remove(pairOf(channel, symbol));
    return true;
}

QStringList StreamInterest::pairs(const QString &symbol, const Capabilities &capabilities)
{
    const AssetClass market = symbology::classOf(symbol);
    QStringList pairs;
    for (const Channel &channel : channelsOf(market))
        if (capabilities.has(market, channel.kind))
            pairs << pairOf(channel, symbol);
    return pairs;
}

QStringList StreamInterest::depthPairs(const QString &symbol)
{
    if (symbology::classOf(symbol) != AssetClass::Crypto)
        return {};
    return { u"XL2."_s + symbology::toStream(symbol) };
}

std::optional<DataKind> StreamInterest::kindOf(AssetClass market, const QString &name)
{
    const std::span<const Channel> channels = channelsOf(market);
    const auto found = std::ranges::find(channels, name, &Channel::name);
    return found == channels.end() ? std::nullopt : std::optional(found->kind);
}

QString StreamInterest::symbolOf(AssetClass market, const QString &pair)
{
    return symbology::fromStream(pair.section(u'.', 1), market);
}

void StreamInterest::onAcknowledged(AssetClass market, const QString &pair)
{
    acknowledged(market).insert(pair);
}

bool StreamInterest::isBarsAcknowledged(const QString &symbol,
                                        const Capabilities &capabilities) const
{
    return acknowledged(symbology::classOf(symbol)).contains(barsPair(symbol, capabilities));
}

QString StreamInterest::barsPair(const QString &symbol, const Capabilities &capabilities)
{
    const AssetClass market = symbology::classOf(symbol);
    const DataKind wanted = capabilities.has(market, trades) ? trades : bars;
    const std::span<const Channel> channels = channelsOf(market);
    const auto found = std::ranges::find(channels, wanted, &Channel::kind);
    return found == channels.end() ? QString() : pairOf(*found, symbol);
}

QList<DataKind> StreamInterest::unacknowledged(AssetClass market, const Capabilities &capabilities,
                                               std::optional<DataKind> wanted) const
{
    QList<DataKind> silent;
    const bool isWanted = std::ranges::any_of(m_counts.keys(), [market](const QString &symbol) {
        return symbology::classOf(symbol) == market;
    });
    for (const DataKind kind : { trades, quotes, bars }) {
        bool any = false;
        for (const QString &pair : acknowledged(market))
            any = any || kindOf(market, pair.section(u'.', 0, 0)) == kind;
        if ((isWanted || wanted == kind) && !any && capabilities.has(market, kind))
            silent << kind;
    }
    return silent;
}

} // namespace tapeline
