#include "cryptobook.h"

#include "keyeddraws.h"

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

constexpr std::array allVenues {
    CryptoVenue { .id = 1, .share = 0.6, .spread = 1, .apart = 0 },
    CryptoVenue { .id = 2, .share = 0.12, .spread = 4, .apart = 3 },
    CryptoVenue { .id = 23, .share = 0.28, .spread = 2, .apart = 1 },
};

// Ticks between prices at which walls like to stand
constexpr qint64 roundPrice = 10;
constexpr qint64 roundestPrice = 50;

/// What the size at one price is like, for as long as the venue exists.
struct LevelTraits
{
    bool isWall = false;
    qint64 beats = 1; ///< how long a size stays
    qint64 shift = 0;
};

LevelTraits traitsOf(SplitMix64 draws, qint64 price)
{
    LevelTraits traits;
    const double wallChance = price % roundPrice != 0 ? 0 : price % roundestPrice == 0 ? 0.5 : 0.08;
    traits.isWall = chance(draws, wallChance);
    const qint64 shortest = traits.isWall ? 1'200 : 5; // two minutes; half a second
    const quint64 range = traits.isWall ? 4'800 : 120;
    traits.beats = shortest + static_cast<qint64>(draws.below(range));
    traits.shift = static_cast<qint64>(draws.below(static_cast<quint64>(traits.beats)));
    return traits;
}

/// In sizes of an ordinary level; 0 for a while now and then.
double drawSize(SplitMix64 draws, bool isWall)
{
    if (isWall)
        return chance(draws, 0.2) ? 0 : between(draws, 130, 730);
    return chance(draws, 0.2) ? 0 : burst(draws, 0.03);
}

} // namespace

std::span<const CryptoVenue> CryptoBook::venues()
{
    return allVenues;
}

Qty CryptoBook::sizeAt(const CryptoVenue &venue, qint64 price, qint64 beatNumber) const
{
    const quint64 key
        = mixKeys(m_seed, static_cast<quint64>(DrawPurpose::CryptoLevel), m_key, venue.id, price);
    const LevelTraits traits = traitsOf(SplitMix64(key), price);
    const qint64 turn = (beatNumber + traits.shift) / traits.beats;
    const double coins = m_coins * drawSize(SplitMix64(mixKeys(key, turn)), traits.isWall);
    return m_scale.sizeOf(static_cast<qint64>(coins / m_scale.unit.toDouble()));
}

BookLevel CryptoBook::best(const CryptoVenue &venue, qint64 price, qint64 beatNumber) const
{
    constexpr qint64 smallest = 100; // units
    return { m_scale.priceOf(price),
             std::max(sizeAt(venue, price, beatNumber), m_scale.sizeOf(smallest)) };
}

std::vector<BookLevel> CryptoBook::side(const CryptoVenue &venue, const BookLevel &top,
                                        qint64 beatNumber, int direction) const
{
    std::vector<BookLevel> levels { top };
    levels.reserve(depth);
    qint64 price = top.price.units() / m_scale.tick.units() + direction;
    for (; levels.size() < depth && price > 0; price += direction) {
        const Qty size = sizeAt(venue, price, beatNumber);
        if (size > Qty())
            levels.push_back({ m_scale.priceOf(price), size });
    }
    return levels;
}

} // namespace tapeline
