#pragma once

#include <QtGlobal>

#include <array>
#include <string_view>

namespace tapeline {

/// Strikes are multiples of fine near the price and of coarse further out, cents; reaches are
/// shares of the price on either side.
struct StrikeGrid
{
    qint32 fine;
    double fineReach;
    qint32 coarse;
    double coarseReach;
};

/// An underlying with listed options. Figures are plausible, not real.
struct OptionUnderlying
{
    std::string_view symbol; ///< as in chain snapshots: "SPY", "I:SPX"
    std::string_view reference; ///< as in the contract list: bare, "SPX"
    std::string_view source; ///< the stock or fund whose path it follows
    bool isIndex;
    double yield; ///< of its dividends, continuous, per year
    double spotReaction; ///< how much volatility rises when the price falls
    double skew; ///< correlation of the surface, negative: puts are dearer
};

/// A series of options under one root symbol.
struct OptionRoot
{
    std::string_view root;
    int underlying; ///< index into optionUnderlyings
    bool european; ///< and settled in cash; else American
    bool morning; ///< settled at the open of the expiration day, traded to the day before
    bool daily; ///< expires Monday to Friday, else on Fridays
    bool weekly; ///< expires outside the third week as well
    bool lateClose; ///< traded to 16:15
    qint32 strikeUnit; ///< cents every strike is a multiple of
    StrikeGrid nearGrid; ///< of expirations that live for weeks
    StrikeGrid farGrid; ///< and for months and years
    qint32 smallTick; ///< cents, below 3.00
    qint32 tick; ///< at 3.00 and above
    double looseness; ///< of the quotes: 1 for a liquid stock
    double activity; ///< contracts traded a day at the money on the last day
};

inline constexpr std::array optionUnderlyings {
    OptionUnderlying { "AAPL", "AAPL", "AAPL", false, 0.005, 1.6, -0.34 },
    OptionUnderlying { "NVDA", "NVDA", "NVDA", false, 0.0008, 1.2, -0.24 },
    OptionUnderlying { "I:SPX", "SPX", "SPY", true, 0.0115, 3.0, -0.58 },
    OptionUnderlying { "SPY", "SPY", "SPY", false, 0.0115, 3.0, -0.58 },
};

/// By root, as symbols are ordered.
inline constexpr std::array optionRoots {
    OptionRoot { "AAPL",
                 0,
                 false,
                 false,
                 false,
                 true,
                 false,
                 50,
                 { 2'50, 0.10, 5'00, 0.25 },
                 { 5'00, 0.20, 10'00, 0.50 },
                 1,
                 5,
                 1.0,
                 5'000 },
    OptionRoot { "NVDA",
                 1,
                 false,
                 false,
                 false,
                 true,
                 false,
                 50,
                 { 2'50, 0.14, 5'00, 0.35 },
                 { 5'00, 0.30, 10'00, 0.60 },
                 1,
                 5,
                 0.9,
                 9'000 },
    OptionRoot { "SPX",
                 2,
                 true,
                 true,
                 false,
                 false,
                 false,
                 5'00,
                 { 5'00, 0.03, 25'00, 0.12 },
                 { 25'00, 0.12, 100'00, 0.40 },
                 5,
                 10,
                 1.3,
                 1'500 },
    OptionRoot { "SPXW",
                 2,
                 true,
                 false,
                 true,
                 true,
                 true,
                 5'00,
                 { 5'00, 0.03, 25'00, 0.12 },
                 { 25'00, 0.12, 100'00, 0.30 },
                 5,
                 10,
                 1.1,
                 6'000 },
    OptionRoot { "SPY",
                 3,
                 false,
                 false,
                 true,
                 true,
                 true,
                 50,
                 { 1'00, 0.04, 5'00, 0.15 },
                 { 5'00, 0.12, 10'00, 0.35 },
                 1,
                 1,
                 0.6,
                 15'000 },
};

/// Continuously compounded, per year, for every expiration.
inline constexpr double optionRate = 0.042;
inline constexpr int sharesPerContract = 100;

/// Index into optionRoots, or -1.
int optionRootOf(std::string_view root);

} // namespace tapeline
