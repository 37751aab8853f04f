#pragma once

#include "capabilities.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <array>

namespace tapeline {

/// Which symbols are wanted, by how many, and which channels of their market's stream that comes to
/// on a plan (massive-api.md 6.15).
class StreamInterest
{
public:
    /// True for the first of its symbol.
    bool add(const QString &symbol);
    /// True for the last of its symbol.
    bool drop(const QString &symbol);
    QStringList symbols() const { return m_counts.keys(); }

    /// "T.AAPL", "XQ.BTC-USD", ... of what the plan's stream has.
    static QStringList pairs(const QString &symbol, const Capabilities &capabilities);
    /// "XL2.BTC-USD": the depth of crypto. Nothing for other symbols.
    static QStringList depthPairs(const QString &symbol);
    static std::optional<DataKind> kindOf(AssetClass market, const QString &channel);
    /// The symbol of a pair as the desk names it: "XQ.BTC-USD" is of "X:BTCUSD".
    static QString symbolOf(AssetClass market, const QString &pair);

    /// A market's connection has begun: nothing of it is acknowledged yet.
    void onConnected(AssetClass market) { acknowledged(market).clear(); }
    void onAcknowledged(AssetClass market, const QString &pair);
    /// Whether the channel that a symbol's bars form from is acknowledged.
    bool isBarsAcknowledged(const QString &symbol, const Capabilities &capabilities) const;
    /// The channel whose trades, or else second bars, an instrument's bars form from: "T.AAPL".
    static QString barsPair(const QString &symbol, const Capabilities &capabilities);
    /// The kinds of data of a market's stream of which the service has acknowledged no channel at
    /// all, although it was asked: what a refusal must have meant. wanted: a kind that was asked
    /// for without naming a symbol.
    QList<DataKind> unacknowledged(AssetClass market, const Capabilities &capabilities,
                                   std::optional<DataKind> wanted = {}) const;
    bool isAnythingAcknowledged(AssetClass market) const { return !acknowledged(market).isEmpty(); }

private:
    QSet<QString> &acknowledged(AssetClass market) { return m_acknowledged[std::size_t(market)]; }
    const QSet<QString> &acknowledged(AssetClass market) const
    {
        return m_acknowledged[std::size_t(market)];
    }

    QHash<QString, int> m_counts;
    std::array<QSet<QString>, allAssetClasses.size()> m_acknowledged; // pairs, by market
};

} // namespace tapeline
