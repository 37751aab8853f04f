#include "impliedvolatility.h"

#include "blackscholes.h"
#include "rootfinding.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace tapeline {

namespace {

using namespace optionmodel;
using namespace Qt::Literals::StringLiterals;

constexpr double lowVega = 1e-6; // over the spot
constexpr double noise = 1e-14; // of the spot: what rounding may put a price below a bound

/// An out-of-the-money option without units: price over the root of forward times strike, by its
/// total deviation s = v sqrt(T). x = -|ln(F / K)|.
class NormalisedPrice
{
public:
    explicit NormalisedPrice(double x)
        : m_x(x)
        , m_bound(std::exp(x / 2))
        , m_strike(std::exp(-x / 2))
    {
    }

    double x() const { return m_x; }
    double bound() const { return m_bound; }
    double price(double s) const
    {
        const double d1 = m_x / s + s / 2;
        return m_bound * normalDistribution(d1) - m_strike * normalDistribution(d1 - s);
    }
    /// bound() - price(s), without cancellation.
    double missing(double s) const
    {
        const double d1 = m_x / s + s / 2;
        return m_bound * normalDistribution(-d1) + m_strike * normalDistribution(d1 - s);
    }
    double slope(double s) const { return m_bound * normalDensity(m_x / s + s / 2); }

private:
    double m_x;
    double m_bound;
    double m_strike;
};

/// A step of Newton's method from s, where the price is at, on whichever form of the price is
/// nearly straight there: its inverse logarithm where it is small, itself, the logarithm of what is
/// missing to its bound.
double newtonStep(const NormalisedPrice &model, double s, double at, double price, double missing)
{
    const double slope = model.slope(s);
    if (price < 0.25 * model.bound()) {
        const double log = std::log(at);
        // d(1 / log b) = -b' / (b log^2 b)
        return (log - log * log / std::log(price)) * at / slope;
    }
    if (price < 0.75 * model.bound())
        return (price - at) / slope;
    const double left = model.missing(s);
    return std::log(left / missing) * left / slope;
}

/// The deviation at which the model gives price, which lies between 0 and its bound; missing is
/// what it lacks to the bound.
double solve(const NormalisedPrice &model, double price, double missing)
{
    double low = 0;
    double high = 1e4;
    if (price >= 0.75 * model.bound()) {
        high = 1;
        while (high < 1e4 && model.missing(high) > missing)
            high *= 2;
    }
    constexpr double enough = 1e-9; // each step squares what is left
    constexpr double rootTwoPi = 2.5066282746310002;
    double s
        = std::clamp(std::max(std::sqrt(-2 * model.x()), price * rootTwoPi), 1e-12, 0.999 * high);
    for (int round = 0; round < 200; ++round) {
        const double at = model.price(s);
        (at < price ? low : high) = s;
        const double step = newtonStep(model, s, at, price, missing);
        if (std::abs(step) <= enough * s)
            return s + step;
        const double next = s + step > low && s + step < high ? s + step : (low + high) / 2;
        if (std::abs(next - s) <= 2e-16 * s)
            break;
        s = next;
    }
    return s;
}

ImpliedVolatility failed(ImpliedStatus status)
{
    return { .volatility = 0, .status = status, .residual = 0 };
}

Result<void> check(const OptionInputs &inputs, double price)
{
    if (!(price >= 0) || !std::isfinite(price))
        return Error { Error::Code::InvalidArgument, u"price"_s };
    OptionInputs withoutVolatility = inputs;
    withoutVolatility.volatility = 0;
    return optionmodel::check(withoutVolatility);
}

/// What is known once a volatility is: how far the price is off, and whether it tells anything.
ImpliedVolatility judged(const OptionInputs &inputs, double volatility, double residual,
                         double vega)
{
    return { .volatility = volatility,
             .status = vega < lowVega * inputs.spot ? ImpliedStatus::LowVega : ImpliedStatus::Ok,
             .residual = residual };
}

/// What no volatility makes an American option worth: the share or the strike, now or at expiry.
double americanBound(const OptionInputs &inputs)
{
    return inputs.right == OptionRight::Call
        ? inputs.spot * std::max(1.0, std::exp(-inputs.yield * inputs.years))
        : inputs.strike * std::max(1.0, std::exp(-inputs.rate * inputs.years));
}

/// An American option's price, and its vega, at inputs that are in range.
struct AmericanModel
{
    std::function<double(const OptionInputs &)> price;
    std::function<double(const OptionInputs &)> vega;
};

/// The volatility between 0 and the European answer: an American option is worth more at the same
/// volatility.
Result<ImpliedVolatility> inverted(const OptionInputs &inputs, double price,
                                   const AmericanModel &model)
{
    if (const Result<void> checked = check(inputs, price); !checked)
        return checked.error();
    if (inputs.years <= 0)
        return failed(ImpliedStatus::Expired);
    if (price >= americanBound(inputs))
        return failed(ImpliedStatus::AboveBound);
    OptionInputs trial = inputs;
    const auto excess = [&](double volatility) {
        trial.volatility = volatility;
        return model.price(trial) - price;
    };
    constexpr double tolerance = 1e-8;
    const double least = excess(0);
    if (least >= -noise * inputs.spot)
        return least > tolerance ? failed(ImpliedStatus::BelowIntrinsic) : judged(inputs, 0, 0, 0);
    const Result<ImpliedVolatility> ceiling = impliedvolatility::european(inputs, price);
    double high = ceiling && ceiling->isFound() ? std::max(ceiling->volatility, 1e-3) : 1;
    double above = excess(high);
    while (above < 0 && high < 64)
        above = excess(high *= 1.5);
    if (above < 0)
        return failed(ImpliedStatus::AboveBound);
    const Root root = findRoot(excess, { 0, least }, { high, above }, tolerance);
    trial.volatility = root.x;
    return judged(inputs, root.x, root.value, model.vega(trial));
}

} // namespace

Result<ImpliedVolatility> impliedvolatility::european(const OptionInputs &inputs, double price)
{
    if (const Result<void> checked = check(inputs, price); !checked)
        return checked.error();
    if (inputs.years <= 0)
        return failed(ImpliedStatus::Expired);
    const double spot = inputs.spot * std::exp(-inputs.yield * inputs.years);
    const double strike = inputs.strike * std::exp(-inputs.rate * inputs.years);
    const double inTheMoney = std::max(0.0, sign(inputs.right) * (spot - strike));
    const double bound = inputs.right == OptionRight::Call ? spot : strike;
    const double scale = std::sqrt(spot) * std::sqrt(strike);
    if (price < inTheMoney - noise * inputs.spot)
        return failed(ImpliedStatus::BelowIntrinsic);
    if (price >= bound)
        return failed(ImpliedStatus::AboveBound);

    const NormalisedPrice model(-std::abs(std::log(spot / strike)));
    const double timeValue = (price - inTheMoney) / scale;
    if (timeValue <= 0)
        return judged(inputs, 0, 0, 0);
    const double deviation = solve(model, timeValue, (bound - price) / scale);
    OptionInputs solved = inputs;
    solved.volatility = deviation / std::sqrt(inputs.years);
    const Result<OptionValue> value = blackscholes::value(solved);
    return judged(inputs, solved.volatility, value->price - price, value->vega);
}

Result<ImpliedVolatility> impliedvolatility::american(const OptionInputs &inputs, double price,
                                                      americanoption::Precision precision)
{
    return inverted(
        inputs, price,
        { .price = [&](const OptionInputs &in) { return *americanoption::price(in, precision); },
          .vega = [](const OptionInputs &in) { return americanoption::value(in)->vega; } });
}

Result<ImpliedVolatility> impliedvolatility::americanOnTree(const OptionInputs &inputs,
                                                            double price, int steps)
{
    if (steps < 1 || steps > optiontree::mostSteps)
        return Error { Error::Code::InvalidArgument, u"steps"_s };
    return inverted(
        inputs, price,
        { .price = [&](const OptionInputs &in) { return *optiontree::price(in, steps); },
          .vega = [](const OptionInputs &in) { return blackscholes::value(in)->vega; } });
}

} // namespace tapeline
