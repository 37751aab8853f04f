#pragma once

#include "capabilities.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace tapeline {

/// Which symbols are wanted, by how many, and which channels of the stream that comes to on a plan.
class StreamInterest
{
public:
    /// True for the first of its symbol.
    bool add(const QString &symbol);
    /// True for the last of its symbol.
    bool drop(const QString &symbol);
    QStringList symbols() const { return m_counts.keys(); }

    /// "T.AAPL", "Q.AAPL", ... of what the plan's stream has.
    static QStringList pairs(const QString &symbol, const Capabilities &capabilities);
    /// "XL2.BTC-USD": the depth of crypto. Nothing for other symbols.
    static QStringList depthPairs(const QString &symbol);
    static std::optional<DataKind> kindOf(const QString &channel);

    /// A connection has begun: nothing is acknowledged yet.
    void onConnected() { m_acknowledged.clear(); }
    void onAcknowledged(const QString &pair);
    bool isAcknowledged(const QString &pair) const { return m_acknowledged.contains(pair); }
    /// The channel whose trades, or else second bars, an instrument's bars form from: "T.AAPL".
    static QString barsPair(const QString &symbol, const Capabilities &capabilities);
    /// The kinds of stream data of which the service has acknowledged no channel at all, although
    /// it was asked: what a refusal must have meant.
    QList<DataKind> unacknowledged(const Capabilities &capabilities) const;

private:
    QHash<QString, int> m_counts;
    QSet<QString> m_acknowledged; // pairs
};

} // namespace tapeline
