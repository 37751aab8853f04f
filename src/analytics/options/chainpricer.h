#pragma once

#include "chainpricing.h"
#include "premiumsurface.h"

#include <vector>

namespace tapeline {

/// Volatilities and Greeks of contracts, one after the other: European ones by blackscholes,
/// American ones as americanoption with Precision::Fast, whose exercise boundaries it keeps for the
/// next contract of the same expiration. One thread at a time.
class ChainPricer
{
public:
    /// As chainpricing::reckon().
    ContractReckoning reckon(const ChainQuote &quote, double spot);
    /// As chainpricing::greeksAt().
    std::optional<ContractGreeks> greeksAt(const ChainQuote &quote, double spot, double volatility);
    /// The price at inputs that optionmodel::check() accepts.
    double priceAt(const OptionInputs &inputs, bool isAmerican);
    /// The same with its derivatives.
    OptionValue valueAt(const OptionInputs &inputs, bool isAmerican);

private:
    struct Solution
    {
        VolatilityStatus status = VolatilityStatus::Waiting;
        OptionValue value;
        double volatility = 0;
    };

    std::optional<OptionValue> boundaryValue(const OptionInputs &inputs);
    static Solution europeanVolatility(OptionInputs inputs, double price);
    Solution americanVolatility(OptionInputs inputs, double price);
    PremiumSurface &surfaceOf(const BoundaryTerms &terms, PremiumCurve::Carry carry);

    std::vector<PremiumSurface> m_surfaces;
    std::size_t m_oldest = 0; ///< the surface that goes when there are too many
};

} // namespace tapeline
