#include "streaminterest.h"

#include "symbology.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Channel
{
    QLatin1String name;
    DataKind kind;
};

constexpr std::array channels { Channel { "T"_L1, DataKind::StreamTrades },
                                Channel { "Q"_L1, DataKind::StreamQuotes },
                                Channel { "LULD"_L1, DataKind::StreamQuotes },
                                Channel { "A"_L1, DataKind::StreamBars },
                                Channel { "AM"_L1, DataKind::StreamBars } };

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
    for (const Channel &channel : channels)
        m_acknowledged.remove(channel.name + u'.' + symbol);
    return true;
}

QStringList StreamInterest::pairs(const QString &symbol, const Capabilities &capabilities)
{
    QStringList pairs;
    for (const Channel &channel : channels)
        if (capabilities.has(Product::Stocks, channel.kind))
            pairs << channel.name + u'.' + symbol;
    return pairs;
}

QStringList StreamInterest::depthPairs(const QString &symbol)
{
    if (symbology::classOf(symbol) != AssetClass::Crypto)
        return {};
    return { u"XL2."_s + symbology::toStream(symbol) };
}

std::optional<DataKind> StreamInterest::kindOf(const QString &name)
{
    for (const Channel &channel : channels)
        if (channel.name == name)
            return channel.kind;
    return std::nullopt;
}

void StreamInterest::onAcknowledged(const QString &pair)
{
    m_acknowledged.insert(pair);
}

QString StreamInterest::barsPair(const QString &symbol, const Capabilities &capabilities)
{
    const bool trades = capabilities.has(Product::Stocks, DataKind::StreamTrades);
    return (trades ? u"T."_s : u"A."_s) + symbol;
}

QList<DataKind> StreamInterest::unacknowledged(const Capabilities &capabilities) const
{
    QList<DataKind> silent;
    if (m_counts.isEmpty())
        return silent;
    for (const DataKind kind :
         { DataKind::StreamTrades, DataKind::StreamQuotes, DataKind::StreamBars }) {
        bool any = false;
        for (const QString &pair : m_acknowledged)
            any = any || kindOf(pair.section(u'.', 0, 0)) == kind;
        if (!any && capabilities.has(Product::Stocks, kind))
            silent << kind;
    }
    return silent;
}

} // namespace tapeline
