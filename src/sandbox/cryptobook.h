#pragma once

#include "depthupdate.h"
#include "tapemodel.h"

#include <span>

namespace tapeline {

/// A simulated venue for coins.
struct CryptoVenue
{
    quint16 id = 0; ///< massive-api.md 8.6
    double share = 0; ///< of the trades
    int spread = 1; ///< usual distance of its best prices, ticks
    int apart = 0; ///< how far it strays from the others, ticks
};

/// What rests at the prices of one pair of coins, from one seed. A size is drawn anew from time to
/// time, often for most prices and rarely for walls at round ones, and does not depend on where the
/// market is: the book is all levels below and above the spread. Time goes by beats, around the
/// clock.
class CryptoBook
{
public:
    static constexpr Duration beat = std::chrono::milliseconds(100);
    static constexpr std::size_t depth = 100; ///< levels of a side

    /// key: of the pair; coins: the size of an ordinary level.
    CryptoBook(quint64 seed, quint64 key, TapeScale scale, double coins)
        : m_seed(seed)
        , m_key(key)
        , m_scale(scale)
        , m_coins(coins)
    {
    }

    /// The venues; the first one has depth.
    static std::span<const CryptoVenue> venues();
    static qint64 beatOf(Timestamp time) { return time.time_since_epoch() / beat; }
    static Timestamp startOf(qint64 beatNumber) { return Timestamp(beatNumber * beat); }

    /// What rests at a price from that beat on, until the next; a best price has something.
    BookLevel best(const CryptoVenue &venue, qint64 price, qint64 beatNumber) const;
    /// A side from its best price on, best first, with what else rests there; direction -1 of bids,
    /// 1 of asks.
    std::vector<BookLevel> side(const CryptoVenue &venue, const BookLevel &top, qint64 beatNumber,
                                int direction) const;

private:
    Qty sizeAt(const CryptoVenue &venue, qint64 price, qint64 beatNumber) const;

    quint64 m_seed;
    quint64 m_key;
    TapeScale m_scale;
    double m_coins;
};

} // namespace tapeline
