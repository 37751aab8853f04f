#include "subscriptiontable.h"

#include <algorithm>

namespace tapeline {

void SubscriptionTable::add(StreamSession &session, StreamKind kind, int instrument)
{
    of(kind).byInstrument[instrument].push_back(&session);
    ++m_held;
}

void SubscriptionTable::remove(StreamSession &session, StreamKind kind, int instrument)
{
    auto &byInstrument = of(kind).byInstrument;
    const auto listeners = byInstrument.find(instrument);
    if (listeners == byInstrument.end())
        return;
    m_held -= std::erase(listeners->second, &session);
    if (listeners->second.empty())
        byInstrument.erase(listeners);
}

void SubscriptionTable::addAll(StreamSession &session, StreamKind kind)
{
    of(kind).everything.push_back(&session);
    session.setHoldsAll(kind, true);
    ++m_held;
}

void SubscriptionTable::removeAll(StreamSession &session, StreamKind kind)
{
    m_held -= std::erase(of(kind).everything, &session);
    session.setHoldsAll(kind, false);
}

void SubscriptionTable::forget(StreamSession &session)
{
    for (Kind &listeners : m_kinds) {
        m_held -= std::erase(listeners.everything, &session);
        for (auto &[instrument, sessions] : listeners.byInstrument)
            m_held -= std::erase(sessions, &session);
        std::erase_if(listeners.byInstrument, [](const auto &row) { return row.second.empty(); });
    }
}

bool SubscriptionTable::isWanted(StreamKind kind, int instrument) const
{
    const Kind &listeners = of(kind);
    return !listeners.everything.empty() || listeners.byInstrument.contains(instrument);
}

bool SubscriptionTable::isEverythingWanted(std::initializer_list<StreamKind> kinds) const
{
    return std::any_of(kinds.begin(), kinds.end(),
                       [this](StreamKind kind) { return !of(kind).everything.empty(); });
}

std::vector<int> SubscriptionTable::named(std::initializer_list<StreamKind> kinds) const
{
    std::vector<int> instruments;
    for (const StreamKind kind : kinds)
        for (const auto &[instrument, sessions] : of(kind).byInstrument)
            instruments.push_back(instrument);
    std::sort(instruments.begin(), instruments.end());
    instruments.erase(std::unique(instruments.begin(), instruments.end()), instruments.end());
    return instruments;
}

} // namespace tapeline
