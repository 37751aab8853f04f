#include "futuresproducts.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

/// A step of numerator / denominator, which divides ten thousand millions.
constexpr Price step(qint64 numerator, qint64 denominator)
{
    return Price::fromUnits(Price::unitsPerOne / denominator * numerator);
}

constexpr std::array products {
    // Equity indices
    FuturesProduct { "ES", "E-mini S&P 500", 50, step(1, 4) },
    FuturesProduct { "MES", "Micro E-mini S&P 500", 5, step(1, 4) },
    FuturesProduct { "NQ", "E-mini Nasdaq-100", 20, step(1, 4) },
    FuturesProduct { "MNQ", "Micro E-mini Nasdaq-100", 2, step(1, 4) },
    FuturesProduct { "RTY", "E-mini Russell 2000", 50, step(1, 10) },
    FuturesProduct { "M2K", "Micro E-mini Russell 2000", 5, step(1, 10) },
    FuturesProduct { "YM", "E-mini Dow", 5, step(1, 1) },
    // Energy and metals
    FuturesProduct { "CL", "Crude Oil", 1'000, step(1, 100) },
    FuturesProduct { "MCL", "Micro Crude Oil", 100, step(1, 100) },
    FuturesProduct { "NG", "Natural Gas", 10'000, step(1, 1'000) },
    FuturesProduct { "GC", "Gold", 100, step(1, 10) },
    FuturesProduct { "MGC", "Micro Gold", 10, step(1, 10) },
    FuturesProduct { "SI", "Silver", 5'000, step(1, 200) },
    FuturesProduct { "HG", "Copper", 25'000, step(1, 2'000) },
    FuturesProduct { "PL", "Platinum", 50, step(1, 10) },
    // Interest rates
    FuturesProduct { "ZT", "2-Year T-Note", 2'000, step(1, 256) },
    FuturesProduct { "ZF", "5-Year T-Note", 1'000, step(1, 128) },
    FuturesProduct { "ZN", "10-Year T-Note", 1'000, step(1, 64) },
    FuturesProduct { "ZB", "U.S. Treasury Bond", 1'000, step(1, 32) },
    // Currencies
    FuturesProduct { "6E", "Euro FX", 125'000, step(1, 20'000) },
    FuturesProduct { "6B", "British Pound", 62'500, step(1, 10'000) },
    FuturesProduct { "6A", "Australian Dollar", 100'000, step(1, 20'000) },
    FuturesProduct { "6C", "Canadian Dollar", 100'000, step(1, 20'000) },
    FuturesProduct { "6J", "Japanese Yen", 12'500'000, step(1, 2'000'000) },
    // Agriculture: cents a bushel or a pound
    FuturesProduct { "ZC", "Corn", 50, step(1, 4) },
    FuturesProduct { "ZS", "Soybean", 50, step(1, 4) },
    FuturesProduct { "ZW", "Chicago SRW Wheat", 50, step(1, 4) },
    FuturesProduct { "LE", "Live Cattle", 400, step(1, 40) },
    FuturesProduct { "HE", "Lean Hog", 400, step(1, 40) },
    // Coins
    FuturesProduct { "BTC", "Bitcoin", 5, step(5, 1) },
    FuturesProduct { "ETH", "Ether", 50, step(1, 2) },
};

} // namespace

std::optional<FuturesProduct> futuresProduct(QStringView root)
{
    const auto found = std::ranges::find_if(products, [root](const FuturesProduct &product) {
        return root == QLatin1StringView(product.root.data(), qsizetype(product.root.size()));
    });
    return found == products.end() ? std::nullopt : std::optional(*found);
}

} // namespace tapeline
