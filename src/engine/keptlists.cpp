#include "keptlists.h"

namespace tapeline {

void KeptLists::read(QObject *receiver, const QString &name,
                     std::function<void(const std::optional<KeptAnswer> &)> take)
{
    if (!m_store)
        return take(std::nullopt);
    m_store->run(
        receiver,
        [origin = m_context.source.cacheOrigin(), name](CacheDatabase &cache) {
            return cache.answer(origin, name);
        },
        [this, take = std::move(take),
         epoch = m_epoch](const Result<std::optional<KeptAnswer>> &kept) {
            if (epoch == m_epoch)
                take(kept ? *kept : std::nullopt);
        });
}

void KeptLists::keep(QObject *receiver, const QString &name, const QByteArray &body)
{
    if (!m_store)
        return;
    m_store->run(
        receiver,
        [origin = m_context.source.cacheOrigin(), name,
         answer = KeptAnswer { body, m_context.marketNow() }](CacheDatabase &cache) {
            return cache.keepAnswer(origin, name, answer);
        },
        [](const Result<void> &) {});
}

bool KeptLists::isFresh(Timestamp asOf, Duration holds) const
{
    const Timestamp now = m_context.marketNow();
    return asOf != Timestamp {} && asOf <= now && now - asOf < holds;
}

} // namespace tapeline
