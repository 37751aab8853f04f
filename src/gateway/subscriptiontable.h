#pragma once

#include "streamsession.h"

#include <array>
#include <vector>

namespace tapeline {

/// Who listens to what on one host: by kind and instrument, and to everything of a kind.
class SubscriptionTable
{
public:
    explicit SubscriptionTable(std::size_t instruments)
        : m_instruments(instruments)
    {
    }

    void add(StreamSession &session, StreamKind kind, int instrument);
    void remove(StreamSession &session, StreamKind kind, int instrument);
    void addAll(StreamSession &session, StreamKind kind);
    void removeAll(StreamSession &session, StreamKind kind);
    void forget(StreamSession &session);

    bool isEmpty() const { return m_held == 0; }
    bool isWanted(StreamKind kind, int instrument) const;
    /// The instruments anyone listens to for one of these kinds, ascending.
    std::vector<int> wanted(std::initializer_list<StreamKind> kinds) const;

    /// Calls visit for each session that listens, each once.
    template<typename Visit> void forEach(StreamKind kind, int instrument, Visit visit) const;

private:
    struct Kind
    {
        std::vector<StreamSession *> everything;
        std::vector<std::vector<StreamSession *>> byInstrument; // empty until first used
    };

    Kind &of(StreamKind kind) { return m_kinds[static_cast<std::size_t>(kind)]; }
    const Kind &of(StreamKind kind) const { return m_kinds[static_cast<std::size_t>(kind)]; }

    std::size_t m_instruments;
    std::size_t m_held = 0;
    std::array<Kind, streamKinds> m_kinds;
};

template<typename Visit>
void SubscriptionTable::forEach(StreamKind kind, int instrument, Visit visit) const
{
    const Kind &listeners = of(kind);
    for (StreamSession *session : listeners.everything)
        visit(*session);
    if (listeners.byInstrument.empty())
        return;
    for (StreamSession *session : listeners.byInstrument[static_cast<std::size_t>(instrument)])
        if (!session->holdsAll(kind))
            visit(*session);
}

} // namespace tapeline
