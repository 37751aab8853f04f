#include "beta.h"

#include <cmath>
#include <vector>

namespace tapeline {

namespace {

struct Returns
{
    double stock;
    double index;
};

/// Of days that both have, one after the other.
std::vector<Returns> commonReturns(std::span<const Candle> stock, std::span<const Candle> index)
{
    std::vector<Returns> returns;
    const Candle *previousStock = nullptr;
    const Candle *previousIndex = nullptr;
    auto other = index.begin();
    for (const Candle &own : stock) {
        while (other != index.end() && other->start < own.start)
            ++other;
        if (other == index.end())
            break;
        const bool isPriced = own.close > Price() && other->close > Price();
        if (other->start != own.start || !isPriced)
            continue;
        if (previousStock)
            returns.push_back(
                { std::log(own.close.toDouble() / previousStock->close.toDouble()),
                  std::log(other->close.toDouble() / previousIndex->close.toDouble()) });
        previousStock = &own;
        previousIndex = &*other;
    }
    return returns;
}

} // namespace

std::optional<BetaFit> fitBeta(std::span<const Candle> stock, std::span<const Candle> index,
                               int most, int least)
{
    const std::vector<Returns> all = commonReturns(stock, index);
    const std::size_t count = std::min(all.size(), std::size_t(std::max(most, 0)));
    if (count < 2 || count < std::size_t(std::max(least, 0)))
        return std::nullopt;
    const std::span<const Returns> newest(all.data() + (all.size() - count), count);
    Returns mean {};
    for (const Returns &day : newest) {
        mean.stock += day.stock / double(count);
        mean.index += day.index / double(count);
    }
    double covariance = 0;
    double stockVariance = 0;
    double indexVariance = 0;
    for (const Returns &day : newest) {
        covariance += (day.stock - mean.stock) * (day.index - mean.index);
        stockVariance += (day.stock - mean.stock) * (day.stock - mean.stock);
        indexVariance += (day.index - mean.index) * (day.index - mean.index);
    }
    if (indexVariance <= 0)
        return std::nullopt;
    const double scale = std::sqrt(stockVariance * indexVariance);
    return BetaFit { .beta = covariance / indexVariance,
                     .correlation = scale > 0 ? covariance / scale : 0,
                     .days = int(count) };
}

} // namespace tapeline
