#include "sandboxcoins.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// By hour of UTC: never quiet, busiest while America is awake.
constexpr std::array<double, 24> coinHours { 1.1, 1.0, 0.9, 0.8, 0.8, 0.8, 0.8, 0.9,
                                             1.0, 1.0, 1.0, 1.0, 1.2, 1.6, 1.9, 1.8,
                                             1.6, 1.4, 1.3, 1.3, 1.3, 1.1, 1.0, 1.1 };

constexpr Price steps(qint64 thousandths)
{
    return Price::fromUnits(Price::unitsPerOne / 1'000 * thousandths);
}

SandboxCoin coin(const QString &base, const QString &name, WalkTraits walk, double levelCoins)
{
    walk.symbol = u"X:"_s + base + u"USD"_s;
    walk.assetClass = AssetClass::Crypto;
    walk.unit = Qty::fromUnits(Qty::unitsPerOne / 100'000);
    walk.rhythm = coinHours;
    return { walk, name + u" - United States dollar"_s, base, name, levelCoins };
}

} // namespace

const std::vector<SandboxCoin> &sandboxCoins()
{
    static const std::vector<SandboxCoin> coins {
        coin(u"BTC"_s, u"Bitcoin"_s,
             { .listed = QDate(2013, 1, 1),
               .tick = steps(500),
               .anchorPrice = 90'000,
               .yearlyGrowth = 0.40,
               .dailyVolatility = 0.024,
               .dailyUnits = 14'000e5,
               .dailyPrints = 520e3 },
             0.03),
        coin(u"ETH"_s, u"Ethereum"_s,
             { .listed = QDate(2016, 1, 1),
               .tick = steps(20),
               .anchorPrice = 3'100,
               .yearlyGrowth = 0.35,
               .dailyVolatility = 0.032,
               .dailyUnits = 180'000e5,
               .dailyPrints = 380e3 },
             0.6),
        coin(u"SOL"_s, u"Solana"_s,
             { .listed = QDate(2020, 6, 1),
               .tick = steps(10),
               .anchorPrice = 140,
               .yearlyGrowth = 0.45,
               .dailyVolatility = 0.042,
               .dailyUnits = 1'400'000e5,
               .dailyPrints = 240e3 },
             8),
    };
    return coins;
}

} // namespace tapeline
