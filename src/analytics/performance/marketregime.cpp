#include "marketregime.h"

namespace tapeline {

namespace {

std::optional<double> priceOf(const MarketMoment &moment)
{
    if (moment.bid && moment.ask)
        return (moment.bid->toDouble() + moment.ask->toDouble()) / 2;
    return moment.last ? std::optional(moment.last->toDouble()) : std::nullopt;
}

} // namespace

std::optional<double> atrsFromVwap(const MarketMoment &moment)
{
    const std::optional<double> price = priceOf(moment);
    if (!price || !moment.vwap || !moment.atr || *moment.atr <= 0)
        return {};
    return (*price - *moment.vwap) / *moment.atr;
}

std::optional<MarketRegime> marketRegime(const MarketMoment &moment)
{
    using enum MarketRegime;
    const std::optional<double> distance = atrsFromVwap(moment);
    if (!distance || !moment.relativeVolume)
        return {};
    const bool isBusy = *moment.relativeVolume >= marketregime::busyVolume;
    if (*distance > marketregime::balancedAtrs)
        return isBusy ? StretchedUpBusy : StretchedUpQuiet;
    if (*distance < -marketregime::balancedAtrs)
        return isBusy ? StretchedDownBusy : StretchedDownQuiet;
    return isBusy ? BalancedBusy : BalancedQuiet;
}

} // namespace tapeline
