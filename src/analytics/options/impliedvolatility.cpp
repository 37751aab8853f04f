#include "impliedvolatility.h"

#include "blackscholes.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

using namespace optionmodel;
using namespace Qt::Literals::StringLiterals;

constexpr double lowVega = 1e-6; // over the spot
constexpr double noise = 1e-14; // of the spot: what rounding may put a price below a bound

/// An out-of-the-money option without units: price over the root of forward times strike, by its
/// total deviation s = v sqrt(T). x = -|ln(F / K)|.
struct NormalisedPrice
{
    double x;

    double bound() const { return std::exp(x / 2); }
    double d1(double s) const { return x / s + s / 2; }
    double price(double s) const
    {
        return std::exp(x / 2) * normalDistribution(d1(s))
            - std::exp(-x / 2) * normalDistribution(d1(s) - s);
    }
    /// bound() - price(s), without cancellation.
    double missing(double s) const
    {
        return std::exp(x / 2) * normalDistribution(-d1(s))
            + std::exp(-x / 2) * normalDistribution(d1(s) - s);
    }
    double slope(double s) const { return std::exp(x / 2) * normalDensity(d1(s)); }
};

/// A step of Newton's method from s towards the price, on whichever form of the price is nearly
/// straight there: its inverse logarithm where it is small, itself, the logarithm of what is
/// missing to its bound.
double newtonStep(const NormalisedPrice &model, double s, double price, double missing)
{
    const double at = model.price(s);
    const double slope = model.slope(s);
    if (price < 0.25 * model.bound()) {
        const double log = std::log(at);
        const double wanted = std::log(price);
        // d(1 / log b) = -b' / (b log^2 b)
        return (1 / log - 1 / wanted) * at * log * log / slope;
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
    double high = 1;
    while (high < 1e4 && model.missing(high) > missing)
        high *= 2;
    double s = std::clamp(std::max(std::sqrt(-2 * model.x), price * 2.5066282746310002), 1e-12,
                          0.999 * high);
    for (int round = 0; round < 200; ++round) {
        (model.price(s) < price ? low : high) = s;
        double next = s + newtonStep(model, s, price, missing);
        if (!(next > low) || !(next < high))
            next = (low + high) / 2;
        const double moved = std::abs(next - s);
        s = next;
        if (moved <= 2e-16 * s || high - low <= 2e-16 * high)
            break;
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
ImpliedVolatility judged(const OptionInputs &inputs, double volatility, double residual)
{
    OptionInputs solved = inputs;
    solved.volatility = volatility;
    const double vega = blackscholes::value(solved)->vega;
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

    const NormalisedPrice model { -std::abs(std::log(spot / strike)) };
    const double timeValue = (price - inTheMoney) / scale;
    if (timeValue <= 0)
        return judged(inputs, 0, 0);
    const double deviation = solve(model, timeValue, (bound - price) / scale);
    OptionInputs solved = inputs;
    solved.volatility = deviation / std::sqrt(inputs.years);
    return judged(inputs, solved.volatility, *blackscholes::price(solved) - price);
}

Result<ImpliedVolatility> impliedvolatility::american(const OptionInputs &inputs, double price,
                                                      int steps)
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
        const Result<double> model = optiontree::price(trial, steps);
        return model ? *model - price : 0.0;
    };
    trial.volatility = 0;
    if (const Result<double> checked = optiontree::price(trial, steps); !checked)
        return checked.error();
    constexpr double tolerance = 1e-8;
    if (excess(0) >= -noise * inputs.spot)
        return excess(0) > tolerance ? failed(ImpliedStatus::BelowIntrinsic) : judged(inputs, 0, 0);
    const Result<ImpliedVolatility> ceiling = european(inputs, price);
    double high = ceiling && ceiling->isFound() ? std::max(ceiling->volatility, 1e-3) : 1;
    double above = excess(high);
    while (above < 0 && high < 64)
        above = excess(high *= 1.5);
    if (above < 0)
        return failed(ImpliedStatus::AboveBound);

    // Chandrupatla's method: inverse quadratic interpolation where it is safe, else halving
    double low = 0;
    double below = excess(low);
    double older = low;
    double olderValue = below;
    double a = high;
    double fa = above;
    double share = 0.5;
    double b = low;
    double fb = below;
    for (int round = 0; round < 100 && std::abs(fa) > tolerance; ++round) {
        const double x = a + share * (b - a);
        const double fx = excess(x);
        if ((fx > 0) == (fa > 0)) {
            older = a;
            olderValue = fa;
        } else {
            older = b;
            olderValue = fb;
            b = a;
            fb = fa;
        }
        a = x;
        fa = fx;
        if (std::abs(b - a) < 1e-14)
            break;
        const double xi = (a - b) / (older - b);
        const double phi = (fa - fb) / (olderValue - fb);
        share = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
            ? fa / (fb - fa) * olderValue / (fb - olderValue)
                + (older - a) / (b - a) * fa / (olderValue - fa) * fb / (olderValue - fb)
            : 0.5;
        share = std::clamp(share, 1e-12, 1 - 1e-12);
    }
    return judged(inputs, a, fa);
}

} // namespace tapeline
