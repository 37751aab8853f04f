#include "subscriptiontable.h"

#include <algorithm>

namespace tapeline {

void SubscriptionTable::add(StreamSession &session, StreamKind kind, int instrument)
{
    Kind &listeners = of(kind);
    if (listeners.byInstrument.empty())
        listeners.byInstrument.resize(m_instruments);
    listeners.byInstrument[static_cast<std::size_t>(instrument)].push_back(&session);
    ++m_held;
}

void SubscriptionTable::remove(StreamSession &session, StreamKind kind, int instrument)
{
    Kind &listeners = of(kind);
    if (!listeners.byInstrument.empty())
        m_held
            -= std::erase(listeners.byInstrument[static_cast<std::size_t>(instrument)], &session);
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
        for (std::vector<StreamSession *> &sessions : listeners.byInstrument)
            m_held -= std::erase(sessions, &session);
    }
}

bool SubscriptionTable::isWanted(StreamKind kind, int instrument) const
{
    const Kind &listeners = of(kind);
    return !listeners.everything.empty()
        || (!listeners.byInstrument.empty()
            && !listeners.byInstrument[static_cast<std::size_t>(instrument)].empty());
}

std::vector<int> SubscriptionTable::wanted(std::initializer_list<StreamKind> kinds) const
{
    std::vector<int> instruments;
    if (m_held == 0)
        return instruments;
    for (std::size_t i = 0; i < m_instruments; ++i) {
        const int instrument = static_cast<int>(i);
        if (std::any_of(kinds.begin(), kinds.end(),
                        [&](StreamKind kind) { return isWanted(kind, instrument); }))
            instruments.push_back(instrument);
    }
    return instruments;
}

} // namespace tapeline
