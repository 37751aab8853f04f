#include "quantlibpeer.h"

#ifdef TAPELINE_QUANTLIB
// The one file that sees QuantLib's headers: they are heavy, and not for the desk
#include <ql/exercise.hpp>
#include <ql/instruments/vanillaoption.hpp>
#include <ql/methods/lattices/binomialtree.hpp>
#include <ql/pricingengines/vanilla/analyticeuropeanengine.hpp>
#include <ql/pricingengines/vanilla/binomialengine.hpp>
#include <ql/processes/blackscholesprocess.hpp>
#include <ql/quotes/simplequote.hpp>
#include <ql/settings.hpp>
#include <ql/termstructures/volatility/equityfx/blackconstantvol.hpp>
#include <ql/termstructures/yield/flatforward.hpp>
#include <ql/time/calendars/nullcalendar.hpp>
#include <ql/time/daycounters/actual365fixed.hpp>
#endif

namespace tapeline::quantlibpeer {

#ifdef TAPELINE_QUANTLIB

namespace ql = QuantLib;

struct Chain::Options
{
    struct Pair
    {
        ql::ext::shared_ptr<ql::BlackScholesMertonProcess> process;
        std::unique_ptr<ql::VanillaOption> european;
        std::unique_ptr<ql::VanillaOption> american;
        double price;
    };
    std::vector<Pair> pairs;
};

bool Chain::isBuilt()
{
    return true;
}

Chain::Chain(const Market &market, const std::vector<Contract> &contracts)
    : m_options(std::make_unique<Options>())
{
    constexpr ql::Size steps = 101;
    const ql::Date today(17, ql::July, 2025);
    const ql::DayCounter dayCount = ql::Actual365Fixed();
    ql::Settings::instance().evaluationDate() = today;
    const ql::Handle<ql::Quote> spot(ql::ext::make_shared<ql::SimpleQuote>(market.spot));
    const auto flat = [&](double rate) {
        return ql::Handle<ql::YieldTermStructure>(
            ql::ext::make_shared<ql::FlatForward>(today, rate, dayCount));
    };
    const auto rate = flat(market.rate);
    const auto yield = flat(market.yield);
    for (const Contract &contract : contracts) {
        const ql::Handle<ql::BlackVolTermStructure> volatility(
            ql::ext::make_shared<ql::BlackConstantVol>(today, ql::NullCalendar(),
                                                       contract.volatility, dayCount));
        const auto process
            = ql::ext::make_shared<ql::BlackScholesMertonProcess>(spot, yield, rate, volatility);
        const auto payoff = ql::ext::make_shared<ql::PlainVanillaPayoff>(
            contract.isCall ? ql::Option::Call : ql::Option::Put, contract.strike);
        const ql::Date end = today + contract.days;
        auto european = std::make_unique<ql::VanillaOption>(
            payoff, ql::ext::make_shared<ql::EuropeanExercise>(end));
        european->setPricingEngine(ql::ext::make_shared<ql::AnalyticEuropeanEngine>(process));
        auto american = std::make_unique<ql::VanillaOption>(
            payoff, ql::ext::make_shared<ql::AmericanExercise>(today, end));
        american->setPricingEngine(
            ql::ext::make_shared<ql::BinomialVanillaEngine<ql::LeisenReimer>>(process, steps));
        m_options->pairs.push_back(
            { process, std::move(european), std::move(american), contract.price });
    }
}

double Chain::europeanGreeks()
{
    double sum = 0;
    for (Options::Pair &pair : m_options->pairs) {
        ql::VanillaOption &option = *pair.european;
        option.recalculate();
        sum += option.NPV() + option.delta() + option.gamma() + option.vega() + option.theta()
            + option.rho();
    }
    return sum;
}

double Chain::impliedVolatilities()
{
    double sum = 0;
    for (Options::Pair &pair : m_options->pairs)
        sum += pair.european->impliedVolatility(pair.price, pair.process, 1e-8, 100, 1e-4, 8);
    return sum;
}

double Chain::americanPrices()
{
    double sum = 0;
    for (Options::Pair &pair : m_options->pairs) {
        pair.american->recalculate();
        sum += pair.american->NPV();
    }
    return sum;
}

#else

struct Chain::Options
{
};

bool Chain::isBuilt()
{
    return false;
}

Chain::Chain(const Market &, const std::vector<Contract> &) { }

double Chain::europeanGreeks()
{
    return 0;
}

double Chain::impliedVolatilities()
{
    return 0;
}

double Chain::americanPrices()
{
    return 0;
}

#endif

Chain::~Chain() = default;

} // namespace tapeline::quantlibpeer
