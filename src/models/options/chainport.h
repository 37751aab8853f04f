#pragma once

#include <QStringList>

namespace tapeline {

/// How views reach option chains: the engine in the desk, a stand-in in tests.
class ChainPort
{
public:
    virtual ~ChainPort() = default;

    /// The chain of an underlying ("SPY", "I:SPX"); returns the id that its updates carry, never 0.
    virtual quint64 openChain(const QString &underlying) = 0;
    virtual void closeChain(quint64 id) = 0;
    /// The contracts that somebody looks at, most important first: their quotes are streamed as far
    /// as the plan goes and the connection allows (1,000 contracts).
    virtual void setChainView(quint64 id, const QStringList &contracts) = 0;
};

} // namespace tapeline
