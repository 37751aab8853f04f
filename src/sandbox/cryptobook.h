#pragma once

#include "depthupdate.h"

#include <span>

namespace tapeline {

/// A simulated venue for one pair of coins.
struct CryptoVenue
{
    quint16 id = 0; ///< massive-api.md 8.6
    Price step; ///< of its levels
    int beats = 1; ///< its book changes with every so many
    double spread = 0; ///< usual distance of its best prices, dollars
    double trades = 0; ///< a beat, on average
};

/// The order books of one pair (bitcoin in dollars), from one seed. Everything is a function of the
/// time alone, so that any stretch of it is answered without what came before: the price is a sum
/// of waves of random height, from a month down to half a second long, and the size at a price is
/// drawn anew from time to time, often for most prices and rarely for walls at round ones.
///
/// Time goes by beats, around the clock. A level does not depend on where the market is; the book
/// is all levels below and above the spread.
class CryptoBook
{
public:
    static constexpr Duration beat = std::chrono::milliseconds(100);
    static constexpr std::size_t depth = 100; ///< levels of a side

    explicit CryptoBook(quint64 seed)
        : m_seed(seed)
    {
    }

    /// The venues; the first one has depth.
    static std::span<const CryptoVenue> venues();
    static qint64 beatOf(Timestamp time);
    static Timestamp startOf(qint64 beatNumber);

    struct Best
    {
        BookLevel bid;
        BookLevel ask;
        friend bool operator==(const Best &, const Best &) = default;
    };

    /// In force from that beat on, until the next.
    Best best(const CryptoVenue &venue, qint64 beatNumber) const;
    /// Both sides, best first, as a whole update without an instrument.
    DepthUpdate book(const CryptoVenue &venue, qint64 beatNumber) const;
    /// The price between the best ones, dollars.
    double middle(const CryptoVenue &venue, qint64 beatNumber) const;
    quint64 seed() const { return m_seed; }

private:
    double wave(int number, qint64 length, qint64 beatNumber) const;
    Qty sizeAt(const CryptoVenue &venue, qint64 level, qint64 beatNumber) const;
    qint64 firstLevel(const CryptoVenue &venue, qint64 beatNumber, int direction) const;
    std::vector<BookLevel> side(const CryptoVenue &venue, qint64 beatNumber, int direction,
                                std::size_t count) const;

    quint64 m_seed;
};

} // namespace tapeline
