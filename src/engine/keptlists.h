#pragma once

#include "barstore.h"
#include "marketcontext.h"

#include <functional>

namespace tapeline {

/// Answers of the service that hold for a while, kept in the cache by their names. Lives on the
/// market thread; what is asked of the cache is told later, and not at all once the source is
/// another one or the receiver is gone.
class KeptLists
{
public:
    using KeptAnswer = CacheDatabase::KeptAnswer;

    explicit KeptLists(MarketContext &context)
        : m_context(context)
    {
    }

    /// null: nothing is kept.
    void setStore(BarStore *store) { m_store = store; }
    /// A new source.
    void reset() { ++m_epoch; }
    /// take: told once, with nothing when nothing is kept. At once where there is no cache.
    void read(QObject *receiver, const QString &name,
              std::function<void(const std::optional<KeptAnswer> &)> take);
    /// As of the market's time.
    void keep(QObject *receiver, const QString &name, const QByteArray &body);
    /// Whether what was kept then holds for as long.
    bool isFresh(Timestamp asOf, Duration holds) const;

private:
    MarketContext &m_context;
    BarStore *m_store = nullptr;
    quint64 m_epoch = 0; ///< of the source
};

} // namespace tapeline
