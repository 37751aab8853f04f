#include "volatilitychange.h"

#include "impliedvolatility.h"

namespace tapeline {

namespace {

std::optional<double> volatilityOf(const PricedContract &contract)
{
    if (!(contract.price > 0))
        return std::nullopt;
    const Result<ImpliedVolatility> implied
        = impliedvolatility::european(contract.inputs, contract.price);
    if (!implied || implied->status != ImpliedStatus::Ok)
        return std::nullopt;
    return implied->volatility;
}

} // namespace

std::optional<double> volatilityChange(const PricedContract &before, const PricedContract &now)
{
    const std::optional<double> earlier = volatilityOf(before);
    const std::optional<double> later = volatilityOf(now);
    return earlier && later ? std::optional(*later - *earlier) : std::nullopt;
}

} // namespace tapeline
