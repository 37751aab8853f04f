#pragma once

#include "optionchain.h"

#include <optional>
#include <span>
#include <vector>

namespace tapeline {

/// Whose Greeks and volatilities count.
enum class GreeksSource : quint8 { Own, Service };

/// What stands open and was traded at one strike, and what its dealers hedge.
struct StrikeProfile
{
    double strike = 0;
    double callVolume = 0; ///< contracts
    double putVolume = 0;
    double callInterest = 0;
    double putInterest = 0;
    double callGamma = 0; ///< exposure, see chainmeasures::gammaExposure(); >= 0
    double putGamma = 0; ///< <= 0
    double multiplier = 100;

    double netGamma() const { return callGamma + putGamma; }
};

/// Sums over strikes or expirations.
struct ChainTotals
{
    double callVolume = 0; ///< contracts
    double putVolume = 0;
    double callInterest = 0;
    double putInterest = 0;
    double gamma = 0; ///< net exposure

    /// Nothing without calls (execution.md E.5).
    std::optional<double> putCallVolume() const;
    std::optional<double> putCallInterest() const;
    /// Whether anything stands open or was traded.
    bool hasAny() const
    {
        return callVolume > 0 || putVolume > 0 || callInterest > 0 || putInterest > 0;
    }
    ChainTotals &operator+=(const ChainTotals &other);
};

/// Which of several strikes that cost their writers the same is told.
enum class PainTie : quint8 {
    NearestSpot, ///< then the lower (execution.md E.5)
    Lower ///< as the recorded chains' oracles have it
};

/// What a chain adds up to (execution.md E.5).
namespace chainmeasures {

/// The chosen ones; the other ones where those are not known. Null where neither is.
const ContractGreeks *greeks(const ChainContract &contract, GreeksSource source);

/// What dealers have to trade when the underlying moves by 1 %, in currency: gamma x open interest
/// x multiplier x S^2 x 0.01, calls positive and puts negative. That rests on the usual assumption
/// that dealers have bought the calls that stand open and written the puts; nobody publishes it.
double gammaExposure(OptionRight right, double gamma, double openInterest, double multiplier,
                     double spot);

/// Strike by strike, in the order given. Exposure is 0 without Greeks or spot.
std::vector<StrikeProfile> profile(std::span<const ChainStrike> strikes, double spot,
                                   GreeksSource source);
ChainTotals totals(std::span<const StrikeProfile> profile);

/// What the options of an expiration would pay in all if the underlying settled at each strike.
std::vector<double> payouts(std::span<const StrikeProfile> profile);
/// The strike where they pay least ("max pain"). Nothing without open interest.
std::optional<double> maxPain(std::span<const StrikeProfile> profile, double spot,
                              PainTie tie = PainTie::NearestSpot);

/// The listed strike nearest to a price, of two the lower; null without strikes. By the forward
/// price it is the strike at the money forward.
const ChainStrike *nearestStrike(std::span<const ChainStrike> strikes, double price);
/// The volatility at a price between two strikes: call and put averaged at each, then along the
/// line. Beyond the last strike that has one, its. Nothing where none has.
std::optional<double> volatilityAt(std::span<const ChainStrike> strikes, double price,
                                   GreeksSource source);
/// Volatility of the put with delta -0.25 less that of the call with 0.25, each between its two
/// neighbours. Nothing where quotes do not reach so far.
std::optional<double> skew25(std::span<const ChainStrike> strikes, GreeksSource source);

} // namespace chainmeasures
} // namespace tapeline
