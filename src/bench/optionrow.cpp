#include "blackscholes.h"
#include "chainpricer.h"
#include "impliedvolatility.h"
#include "quantlibpeer.h"
#include "rows.h"
#include "stopwatch.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

using quantlibpeer::Chain;
using quantlibpeer::Contract;
using quantlibpeer::Market;

constexpr Market market { .spot = 500, .rate = 0.045, .yield = 0.013 };
constexpr int expiries = 25;
constexpr int strikes = 100;
constexpr int rounds = 5;

OptionInputs inputsOf(const Contract &contract)
{
    return { .right = contract.isCall ? OptionRight::Call : OptionRight::Put,
             .spot = market.spot,
             .strike = contract.strike,
             .years = contract.days / 365.0,
             .rate = market.rate,
             .yield = market.yield,
             .volatility = contract.volatility };
}

/// 25 expirations of 100 strikes, half to one and a half times the spot, with a smile.
std::vector<Contract> chain()
{
    std::vector<Contract> contracts;
    for (int expiry = 0; expiry < expiries; ++expiry) {
        for (int place = 0; place < 2 * strikes; ++place) {
            Contract contract;
            contract.isCall = place % 2 == 0;
            contract.strike = market.spot * (0.5 + (place / 2 + 0.5) / strikes);
            contract.days = 4 + 15 * expiry;
            const double x
                = std::log(contract.strike / market.spot) / std::sqrt(contract.days / 365.0);
            contract.volatility = std::clamp(0.18 - 0.08 * x + 0.06 * x * x, 0.1, 1.2);
            contract.price = *blackscholes::price(inputsOf(contract));
            contracts.push_back(contract);
        }
    }
    return contracts;
}

/// Those whose price tells their volatility: QuantLib throws where it does not.
std::vector<Contract> solvable(std::vector<Contract> contracts)
{
    std::erase_if(contracts, [](const Contract &contract) {
        const OptionInputs in = inputsOf(contract);
        const auto implied = impliedvolatility::european(in, contract.price);
        return implied->status != ImpliedStatus::Ok || blackscholes::value(in)->vega < 1e-2;
    });
    return contracts;
}

double europeanGreeks(const std::vector<Contract> &contracts)
{
    double sum = 0;
    for (const Contract &contract : contracts) {
        const OptionValue value = *blackscholes::value(inputsOf(contract));
        sum += value.price + 0 * (value.delta + value.gamma + value.vega + value.theta + value.rho);
    }
    return sum;
}

double impliedVolatilities(const std::vector<Contract> &contracts)
{
    double sum = 0;
    for (const Contract &contract : contracts)
        sum += impliedvolatility::european(inputsOf(contract), contract.price)->volatility;
    return sum;
}

/// From nothing kept.
double americanPrices(const std::vector<Contract> &contracts)
{
    ChainPricer pricer;
    double sum = 0;
    for (const Contract &contract : contracts)
        sum += pricer.priceAt(inputsOf(contract), true);
    return sum;
}

/// One of our works beside one of QuantLib's, both over the same contracts.
Measurement beside(const QString &variant, const QString &peer, const Bound &bound,
                   const std::vector<Contract> &contracts,
                   double (*ours)(const std::vector<Contract> &), double (Chain::*theirs)(),
                   double tolerance)
{
    Measurement row;
    row.row = u"option chain"_s;
    row.variant = variant;
    row.peer = peer;
    row.unit = u"us/contract"_s;
    row.bound = bound;
    double found = 0;
    double expected = 0;
    std::vector<std::function<void()>> works { [&] { found = ours(contracts); } };
    const std::unique_ptr<Chain> quantLib
        = Chain::isBuilt() ? std::make_unique<Chain>(market, contracts) : nullptr;
    if (quantLib)
        works.emplace_back([&] { expected = (*quantLib.*theirs)(); });
    const std::vector<double> times = interleaved(rounds, works);
    const double perContract = 1e3 * double(contracts.size());
    row.ours = times[0] / perContract;
    if (quantLib) {
        row.peers = times[1] / perContract;
        row.failed = std::abs(found - expected) > tolerance * double(contracts.size());
    } else {
        row.peerIsMissing = true;
        row.note = u"QuantLib was not found when this was built"_s;
    }
    return row;
}

/// Volatilities and Greeks from the quotes of the whole chain.
Measurement refresh(const std::vector<Contract> &contracts, bool isAmerican, const Bound &bound)
{
    ChainPricer pricer;
    std::vector<ChainQuote> quotes;
    for (const Contract &contract : contracts) {
        const OptionInputs in = inputsOf(contract);
        quotes.push_back({ in.right, isAmerican, in.strike, in.years, in.rate, in.yield,
                           pricer.valueAt(in, isAmerican).price });
    }
    std::vector<ContractReckoning> results(quotes.size());
    const auto times
        = interleaved(rounds, { [&] { chainpricing::reckon(quotes, market.spot, results); } });
    Measurement row;
    row.row = u"option chain"_s;
    row.variant
        = isAmerican ? u"volatility and Greeks, American"_s : u"volatility and Greeks, European"_s;
    row.unit = u"ms/chain"_s;
    row.ours = times[0] / 1e6;
    row.bound = bound;
    row.failed = std::ranges::none_of(results, [](const ContractReckoning &result) {
        return result.status == VolatilityStatus::Ok;
    });
    row.note = u"%1 contracts, nothing kept from one pass to the next"_s.arg(quotes.size());
    return row;
}

} // namespace

Measurements bench::optionChain()
{
    const std::vector<Contract> all = chain();
    const auto faster = [](double goal, double floor) {
        return Bound { Bound::Kind::Faster, goal, floor };
    };
    return {
        beside(u"Greeks"_s, u"QuantLib AnalyticEuropeanEngine"_s, faster(20, 12), all,
               europeanGreeks, &Chain::europeanGreeks, 1e-6),
        beside(u"implied volatility"_s, u"QuantLib VanillaOption::impliedVolatility"_s,
               faster(25, 15), solvable(all), impliedVolatilities, &Chain::impliedVolatilities,
               1e-6),
        beside(u"American"_s, u"QuantLib LeisenReimer(101)"_s, faster(40, 25), all, americanPrices,
               &Chain::americanPrices, 1e-2),
        refresh(all, false, { Bound::Kind::Below, 10, 20 }),
        refresh(all, true, { Bound::Kind::Below, 60, 120 }),
    };
}

} // namespace tapeline
