#pragma once

#include <memory>
#include <vector>

namespace tapeline::quantlibpeer {

/// One contract of a chain, as QuantLib is given it.
struct Contract
{
    bool isCall = false;
    double strike = 0;
    int days = 0; ///< to expiry
    double volatility = 0;
    double price = 0; ///< of the European option, for its volatility
};

/// What all contracts share.
struct Market
{
    double spot = 0;
    double rate = 0;
    double yield = 0;
};

/// A chain in QuantLib's terms. Each function reckons all contracts anew and returns the sum of
/// what it found, so that nothing is left out.
class Chain
{
public:
    /// Whether the bench was built with QuantLib.
    static bool isBuilt();

    Chain(const Market &market, const std::vector<Contract> &contracts);
    ~Chain();

    double europeanGreeks(); ///< AnalyticEuropeanEngine: price, delta, gamma, vega, theta, rho
    double impliedVolatilities(); ///< VanillaOption::impliedVolatility, European
    double americanPrices(); ///< BinomialVanillaEngine<LeisenReimer>, 101 steps

private:
    struct Options;
    std::unique_ptr<Options> m_options;
};

} // namespace tapeline::quantlibpeer
