#pragma once

#include "chainmeasures.h"

#include <QCoreApplication>
#include <QString>

#include <array>
#include <optional>

namespace tapeline {

/// A figure of a contract that a chain can show.
enum class ChainColumn : quint8 {
    Bid,
    Ask,
    Mid,
    BidSize,
    AskSize,
    Last,
    Change,
    Volume,
    OpenInterest,
    Volatility,
    VolatilityGap, ///< ours less the service's
    Delta,
    Gamma,
    Theta,
    Vega,
    Rho,
    Intrinsic,
    TimeValue,
    InTheMoney, ///< probability
    Touch, ///< probability
    BreakEven,
    Spread, ///< percent of the middle
    Liquidity
};

inline constexpr int chainColumnCount = int(ChainColumn::Liquidity) + 1;

/// What a contract's figures are reckoned with besides its own.
struct ChainMoment
{
    double spot = 0; ///< 0: not known
    double years = 0; ///< to expiry
    double rate = 0;
    double yield = 0;
    GreeksSource greeks = GreeksSource::Own;
};

/// The columns of a chain: their names, and a contract's figures in them.
class ChainColumns
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::ChainColumns)

public:
    /// As a heading has it: "Bid", "IV".
    static QString title(ChainColumn column);
    /// A sentence that says what it is, with its unit.
    static QString explanation(ChainColumn column);
    /// Stays the same for ever: saved layouts name it.
    static QString word(ChainColumn column);
    static std::optional<ChainColumn> fromWord(const QString &word);

    /// Nothing where it is not known.
    static std::optional<double> value(ChainColumn column, const ChainContract &contract,
                                       const ChainMoment &moment);
    /// How many decimals it is shown with; prices with those of their tick.
    static int decimals(ChainColumn column);
    /// Whether value() is a share that is shown in percent.
    static bool isShare(ChainColumn column);
    /// A text as long as most: the least room it is given.
    static QString usual(ChainColumn column);
};

} // namespace tapeline
