#pragma once

#include "chainport.h"

#include <QList>

namespace tapeline {

/// Remembers what was asked of it; chains are told by the test.
struct FakeChainPort final : ChainPort
{
    quint64 openChain(const QString &underlying) override
    {
        opened.push_back(underlying);
        return quint64(opened.size());
    }
    void closeChain(quint64 id) override { closed.push_back(id); }
    void setChainView(quint64, const QStringList &contracts) override { shown = contracts; }

    QStringList opened; ///< the first has the id 1
    QList<quint64> closed;
    QStringList shown; ///< as last told
};

} // namespace tapeline
