#pragma once

#include "splitmix64.h"

namespace tapeline {

/// What a keyed stream of draws is for; part of its key, so that no two purposes share draws. The
/// order is part of the data: append, never insert.
enum class DrawPurpose : quint8 {
    Knot, ///< level of a walk at the start of a block of days
    BlockMass, ///< how turbulent a block is
    Node, ///< halving of a stretch of days
    Overnight, ///< share of a day's move that happens before the open
    Day, ///< totals, crosses, late prints, halts
    MinuteMarket, ///< the market's part in every stock's minutes
    Minute, ///< split of a session into minutes
    Spread, ///< width and side of the quote that rests at a minute's end
    Second, ///< split of a minute into seconds
    Tick, ///< prints and quotes of a second
    Special, ///< crosses and restatements
    CryptoWave, ///< heights of a pair's price
    CryptoLevel, ///< sizes at one price of a venue's book
    CryptoSpread,
    CryptoTrades,
    OptionWave, ///< swings of a volatility surface
    OptionQuote, ///< sizes, venues and width of a contract's quote
    OptionDay, ///< a contract's volume and open interest
    OptionPrint, ///< a contract's prints of a day
    TapeWalk, ///< walk and weights of sessions and minutes around the clock
    TapeQuote, ///< sizes and widths of quotes around the clock
    TapeDay, ///< what one day of such an instrument is like
    // What happens to companies has numbers of its own, so that markets added above move none of it
    Splits = 64,
    Dividends,
    Earnings,
    Figures,
    News,
    ShortSales,
    Economy
};

/// Draws that depend on their key only: the same on every platform and in whatever order they are
/// asked for.
template<typename... Keys>
constexpr SplitMix64 keyedDraws(quint64 seed, DrawPurpose purpose, Keys... keys)
{
    return SplitMix64(mixKeys(seed, static_cast<quint64>(purpose), keys...));
}

/// Nearly normal, mean 0, standard deviation 1, within +-3.47: the sum of four 16-bit uniforms of
/// one draw (Irwin-Hall), so it needs no libm and is the same everywhere.
constexpr double bell(SplitMix64 &draws)
{
    const quint64 bits = draws.next();
    const quint64 sum
        = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
    return (static_cast<double>(sum) - 131'070.0) * (1.7320508075688772 / 65'536.0);
}

/// As bell() with lighter bounds (+-4.9).
constexpr double wideBell(SplitMix64 &draws)
{
    const double first = bell(draws);
    return (first + bell(draws)) * 0.70710678118654752;
}

/// A heavy-tailed positive weight between about 1 and 1/rarity: what makes arrivals cluster.
/// Squared coefficient of variation about (1/rarity) / ln(1/rarity)^2 - 1.
constexpr double burst(SplitMix64 &draws, double rarity)
{
    return 1.0 / (draws.uniform() + rarity);
}

/// Uniform in [low, high).
constexpr double between(SplitMix64 &draws, double low, double high)
{
    return low + (high - low) * draws.uniform();
}

constexpr bool chance(SplitMix64 &draws, double probability)
{
    return draws.uniform() < probability;
}

} // namespace tapeline
