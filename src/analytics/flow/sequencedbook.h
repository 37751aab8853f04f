#pragma once

#include "depthupdate.h"

#include <deque>
#include <span>

namespace tapeline {

/// Whether a venue says that its book is not known from here on: the whole of it, without any
/// level.
inline bool saysUnknown(const DepthUpdate &update)
{
    return update.isSnapshot && update.bids.empty() && update.asks.empty();
}

/// A depth book kept up to date by the venue's rules. With numbered changes (Binance): what comes
/// before the snapshot is held, what the snapshot holds already is dropped, the rest is applied in
/// order, and a number that is missing makes the book wrong until the next snapshot. Without
/// (Coinbase): the snapshot, then every change.
class SequencedBook
{
public:
    enum class Outcome : quint8 {
        Applied,
        Held, ///< for the snapshot that is to come
        Old, ///< the book holds it already
        Ignored, ///< unnumbered, before the first snapshot
        Gap ///< changes before it are missing: the book is not valid any more; it is held
    };

    Outcome apply(const DepthUpdate &update);

    /// Whether there is a book, and nothing is missing in it.
    bool isValid() const { return m_isValid; }
    /// Best first. After a gap: as it was before.
    std::span<const BookLevel> bids() const { return m_bids; }
    std::span<const BookLevel> asks() const { return m_asks; }
    /// The best bid is not below the best ask.
    bool isCrossed() const;
    /// Number of the last change; 0 without numbers.
    quint64 lastId() const { return m_lastId; }
    Timestamp time() const { return m_time; }
    qint64 gaps() const { return m_gaps; }
    /// Changes applied since the start, and dropped as older than the snapshot.
    qint64 applied() const { return m_applied; }
    qint64 dropped() const { return m_dropped; }

private:
    using Levels = std::vector<BookLevel>;
    static constexpr std::size_t mostHeld = 10'000; // the oldest go: the snapshot will be newer

    Outcome applySnapshot(const DepthUpdate &snapshot);
    Outcome applyChanges(const DepthUpdate &update);
    void hold(const DepthUpdate &update);

    Levels m_bids; // descending
    Levels m_asks; // ascending
    std::deque<DepthUpdate> m_held;
    bool m_isValid = false;
    quint64 m_lastId = 0;
    Timestamp m_time {};
    qint64 m_gaps = 0;
    qint64 m_applied = 0;
    qint64 m_dropped = 0;
};

} // namespace tapeline
