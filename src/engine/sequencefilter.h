#pragma once

#include "prefetch.h"

#include <QDate>

#include <array>

namespace tapeline {

/// Tells whether a trade was seen before, by the feed's sequence number: increasing per symbol and
/// day, with gaps (massive-api.md 6.9). A number that comes late is new as long as it is among the
/// highest `depth`; what is older than those can only be a repetition. Trades without a number are
/// always new.
class SequenceFilter
{
public:
    static constexpr std::size_t depth = 64;

    /// True when the trade is new; it is known from then on. Numbers start again with every day.
    bool accept(QDate day, quint64 sequence);
    /// Whether it would be refused.
    bool knows(QDate day, quint64 sequence) const;
    /// The highest number of the day; 0 before the first.
    quint64 highest() const { return m_highest; }

    /// Ahead of an accept().
    void prefetchNext() const { prefetch(&m_ring[m_oldest], sizeof(quint64)); }

private:
    void remember(quint64 sequence);
    quint64 &at(std::size_t i) { return m_ring[(m_oldest + i) % depth]; }

    QDate m_day;
    quint64 m_highest = 0;
    quint64 m_dropped = 0; // the highest number that is not in the ring any more
    std::size_t m_oldest = 0;
    // the highest, ascending from m_oldest on; 0: not used yet
    std::array<quint64, depth> m_ring {};
};

} // namespace tapeline
