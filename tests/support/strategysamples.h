#pragma once

#include "easterntime.h"
#include "splitmix64.h"
#include "strategy.h"

#include <algorithm>

namespace tapeline::test {

inline const QDate firstExpiry(2026, 12, 18);
inline const QDate laterExpiry(2027, 1, 15);

inline Timestamp endOf(QDate expiry)
{
    return easterntime::at(expiry, 16h);
}

/// A leg per unit of the underlying (multiplier 1), as execution.md E.6 states strategies.
inline StrategyLeg optionLeg(OptionRight right, double strike, double quantity, double price,
                             QDate expiry = firstExpiry)
{
    StrategyLeg leg;
    OptionTerms terms;
    terms.underlying = QStringLiteral("SPY");
    terms.right = right;
    terms.strike = Price::fromDouble(strike);
    terms.expiry = expiry;
    leg.option = terms;
    leg.symbol
        = QStringLiteral("O:%1%2%3").arg(expiry.toString(u"yyMMdd")).arg(int(right)).arg(strike);
    leg.quantity = quantity;
    leg.price = price;
    leg.ends = endOf(expiry);
    leg.volatility = 0.25;
    leg.rate = 0.04;
    leg.yield = 0.01;
    return leg;
}

inline StrategyLeg callLeg(double strike, double quantity, double price, QDate expiry = firstExpiry)
{
    return optionLeg(OptionRight::Call, strike, quantity, price, expiry);
}

inline StrategyLeg putLeg(double strike, double quantity, double price, QDate expiry = firstExpiry)
{
    return optionLeg(OptionRight::Put, strike, quantity, price, expiry);
}

inline StrategyLeg stockLeg(double quantity, double price)
{
    StrategyLeg leg;
    leg.symbol = QStringLiteral("SPY");
    leg.quantity = quantity;
    leg.price = price;
    return leg;
}

inline Strategy strategyOf(std::vector<StrategyLeg> legs)
{
    return { QStringLiteral("SPY"), std::move(legs) };
}

/// One to eight legs of all kinds around 100, all ending together.
inline Strategy anyStrategy(SplitMix64 &draws)
{
    std::vector<StrategyLeg> legs;
    const auto count = 1 + draws.below(8);
    for (quint64 i = 0; i < count; ++i) {
        const double sign = draws.below(2) == 0 ? 1 : -1;
        const double quantity = sign * double(1 + draws.below(3));
        const double strike = 70 + 2.5 * double(draws.below(25));
        const double price = double(1 + draws.below(2'000)) / 100;
        switch (draws.below(5)) {
        case 0:
            legs.push_back(stockLeg(quantity, 100));
            break;
        case 1:
        case 2:
            legs.push_back(callLeg(strike, quantity, price));
            break;
        default:
            legs.push_back(putLeg(strike, quantity, price));
        }
    }
    return strategyOf(std::move(legs));
}

} // namespace tapeline::test
