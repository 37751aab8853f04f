#pragma once

#include "streamsession.h"

#include <array>
#include <unordered_map>
#include <vector>

namespace tapeline {

/// Who listens to what on one feed: by kind and instrument, and to everything of a kind.
/// Instruments are ids of the MarketSource; they need not lie close together.
class SubscriptionTable
{
public:
    void add(StreamSession &session, StreamKind kind, int instrument);
    void remove(StreamSession &session, StreamKind kind, int instrument);
    void addAll(StreamSession &session, StreamKind kind);
    void removeAll(StreamSession &session, StreamKind kind);
    void forget(StreamSession &session);

    bool isEmpty() const { return m_held == 0; }
    bool isWanted(StreamKind kind, int instrument) const;
    /// Whether anyone listens to everything of one of these kinds.
    bool isEverythingWanted(std::initializer_list<StreamKind> kinds) const;
    /// The instruments that someone named for one of these kinds, ascending.
    std::vector<int> named(std::initializer_list<StreamKind> kinds) const;

    /// Calls visit for each session that listens, each once.
    template<typename Visit> void forEach(StreamKind kind, int instrument, Visit visit) const;

private:
    struct Kind
    {
        std::vector<StreamSession *> everything;
        std::unordered_map<int, std::vector<StreamSession *>> byInstrument; // none is empty
    };

    Kind &of(StreamKind kind) { return m_kinds[static_cast<std::size_t>(kind)]; }
    const Kind &of(StreamKind kind) const { return m_kinds[static_cast<std::size_t>(kind)]; }

    std::size_t m_held = 0;
    std::array<Kind, streamKinds> m_kinds;
};

template<typename Visit>
void SubscriptionTable::forEach(StreamKind kind, int instrument, Visit visit) const
{
    const Kind &listeners = of(kind);
    for (StreamSession *session : listeners.everything)
        visit(*session);
    const auto named = listeners.byInstrument.find(instrument);
    if (named == listeners.byInstrument.end())
        return;
    for (StreamSession *session : named->second)
        if (!session->holdsAll(kind))
            visit(*session);
}

} // namespace tapeline
