#include "subscriptionset.h"

#include <algorithm>

namespace tapeline {

bool SubscriptionSet::isPair(const QString &text)
{
    const qsizetype dot = text.indexOf(u'.');
    const auto isPlain = [](QChar c) { return c > u' ' && c <= u'~' && c != u',' && c != u'"'; };
    return dot > 0 && dot + 1 < text.size() && std::all_of(text.begin(), text.end(), isPlain);
}

QStringList SubscriptionSet::add(const QStringList &pairs)
{
    QStringList fresh;
    for (const QString &pair : pairs) {
        if (isPair(pair) && ++m_counts[pair] == 1)
            fresh += pair;
    }
    return fresh;
}

QStringList SubscriptionSet::remove(const QStringList &pairs)
{
    QStringList gone;
    for (const QString &pair : pairs) {
        const auto held = m_counts.find(pair);
        if (held == m_counts.end() || --*held > 0)
            continue;
        m_counts.erase(held);
        gone += pair;
    }
    return gone;
}

} // namespace tapeline
