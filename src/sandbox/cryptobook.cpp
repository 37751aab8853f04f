#include "cryptobook.h"

#include "keyeddraws.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tapeline {

namespace {

constexpr double anchorPrice = 60'000; // dollars
constexpr double lowestShare = 0.3; // of it, whatever the waves come to

constexpr Price cents(qint64 count)
{
    return Price::fromUnits(count * (Price::unitsPerOne / 100));
}

constexpr std::array allVenues {
    CryptoVenue { .id = 1, .step = cents(50), .beats = 1, .spread = 0.4, .trades = 0.5 },
    CryptoVenue { .id = 2, .step = cents(100), .beats = 5, .spread = 2.5, .trades = 0.1 },
    CryptoVenue { .id = 23, .step = cents(10), .beats = 3, .spread = 1.2, .trades = 0.2 },
};

/// A part of the price's path.
struct Wave
{
    qint64 beats; ///< from one random height to the next
    double height; ///< its standard deviation, as a share of the price
};

constexpr std::array waves {
    Wave { 25'920'000, 0.15 }, // a month
    Wave { 3'456'000, 0.04 }, // four days
    Wave { 864'000, 0.015 },   Wave { 144'000, 0.007 }, // four hours
    Wave { 36'000, 0.003 },    Wave { 9'000, 0.0015 },  Wave { 1'800, 0.0006 }, // three minutes
    Wave { 400, 0.0002 },      Wave { 80, 0.00006 },    Wave { 20, 0.00005 },
    Wave { 5, 0.00004 },
};

/// How far a venue is from the others for a while.
constexpr Wave apart { 50, 0.00002 };

/// What the size at one price is like, for as long as the venue exists.
struct LevelTraits
{
    bool isWall = false;
    qint64 beats = 1; ///< how long a size stays
    qint64 shift = 0;
};

LevelTraits traitsOf(SplitMix64 draws, qint64 dollars, bool isWhole)
{
    LevelTraits traits;
    const double wallChance = !isWhole || dollars % 5 != 0 ? 0 : dollars % 25 == 0 ? 0.5 : 0.08;
    traits.isWall = chance(draws, wallChance);
    const qint64 shortest = traits.isWall ? 1'200 : 5; // two minutes; half a second
    const quint64 range = traits.isWall ? 4'800 : 120;
    traits.beats = shortest + static_cast<qint64>(draws.below(range));
    traits.shift = static_cast<qint64>(draws.below(static_cast<quint64>(traits.beats)));
    return traits;
}

/// Coins that rest, 0 for a while now and then.
double drawSize(SplitMix64 draws, bool isWall)
{
    if (isWall)
        return chance(draws, 0.2) ? 0 : between(draws, 4, 22);
    return chance(draws, 0.2) ? 0 : 0.03 * burst(draws, 0.03);
}

Qty wholeSteps(double coins)
{
    constexpr qint64 unitsPerStep = Qty::unitsPerOne / 100'000;
    return Qty::fromUnits(static_cast<qint64>(coins * 100'000) * unitsPerStep);
}

} // namespace

std::span<const CryptoVenue> CryptoBook::venues()
{
    return allVenues;
}

qint64 CryptoBook::beatOf(Timestamp time)
{
    return time.time_since_epoch() / beat;
}

Timestamp CryptoBook::startOf(qint64 beatNumber)
{
    return Timestamp(beatNumber * beat);
}

/// Straight from one random height to the next.
double CryptoBook::wave(int number, qint64 length, qint64 beatNumber) const
{
    const qint64 part = beatNumber / length;
    const double share = static_cast<double>(beatNumber % length) / static_cast<double>(length);
    SplitMix64 here = keyedDraws(m_seed, DrawPurpose::CryptoWave, number, part);
    SplitMix64 next = keyedDraws(m_seed, DrawPurpose::CryptoWave, number, part + 1);
    const double from = bell(here);
    return from + (bell(next) - from) * share;
}

double CryptoBook::middle(const CryptoVenue &venue, qint64 beatNumber) const
{
    double share = 1;
    int number = 0;
    for (const Wave &one : waves)
        share += one.height * wave(number++, one.beats, beatNumber);
    share += apart.height * wave(number + venue.id, apart.beats, beatNumber);
    return anchorPrice * std::max(share, lowestShare);
}

Qty CryptoBook::sizeAt(const CryptoVenue &venue, qint64 level, qint64 beatNumber) const
{
    const qint64 units = level * venue.step.units();
    const quint64 key
        = mixKeys(m_seed, static_cast<quint64>(DrawPurpose::CryptoLevel), venue.id, level);
    const LevelTraits traits
        = traitsOf(SplitMix64(key), units / Price::unitsPerOne, units % Price::unitsPerOne == 0);
    const qint64 turn = (beatNumber + traits.shift) / traits.beats;
    return wholeSteps(drawSize(SplitMix64(mixKeys(key, turn)), traits.isWall));
}

/// The first price beyond the spread where something may rest; direction -1 of bids, 1 of asks.
qint64 CryptoBook::firstLevel(const CryptoVenue &venue, qint64 beatNumber, int direction) const
{
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::CryptoSpread, venue.id, beatNumber / 10);
    const double half = venue.spread * draws.uniform();
    const double at = middle(venue, beatNumber) + direction * half;
    const auto below = static_cast<qint64>(std::floor(at / venue.step.toDouble()));
    return direction < 0 ? below : below + 1;
}

std::vector<BookLevel> CryptoBook::side(const CryptoVenue &venue, qint64 beatNumber, int direction,
                                        std::size_t count) const
{
    std::vector<BookLevel> levels;
    levels.reserve(count);
    qint64 level = firstLevel(venue, beatNumber, direction);
    for (; levels.size() < count && level > 0; level += direction) {
        const Qty size = sizeAt(venue, level, beatNumber);
        if (size > Qty())
            levels.push_back({ Price::fromUnits(level * venue.step.units()), size });
    }
    return levels;
}

CryptoBook::Best CryptoBook::best(const CryptoVenue &venue, qint64 beatNumber) const
{
    const qint64 since = beatNumber - beatNumber % venue.beats;
    return { side(venue, since, -1, 1).front(), side(venue, since, 1, 1).front() };
}

DepthUpdate CryptoBook::book(const CryptoVenue &venue, qint64 beatNumber) const
{
    const qint64 since = beatNumber - beatNumber % venue.beats;
    DepthUpdate book;
    book.isSnapshot = true;
    book.time = startOf(since);
    book.exchange = venue.id;
    book.bids = side(venue, since, -1, depth);
    book.asks = side(venue, since, 1, depth);
    return book;
}

} // namespace tapeline
