#pragma once

#include "chainmeasures.h"
#include "svi.h"

#include <optional>
#include <span>
#include <vector>

namespace tapeline {

/// One contract's implied volatility, as a smile is fitted to it.
struct SmilePoint
{
    OptionRight right = OptionRight::Call;
    double strike = 0;
    double volatility = 0; ///< a fraction a year
    double deviation = 0; ///< of it: what half the spread is worth
    bool isOutlier = false; ///< it counted for nothing in the fit

    friend bool operator==(const SmilePoint &, const SmilePoint &) = default;
};

/// What a smile is about.
struct SmileTerms
{
    double forward = 0; ///< > 0
    double years = 0; ///< to expiry, > 0
    double yield = 0; ///< a year; only deltas depend on it

    friend bool operator==(const SmileTerms &, const SmileTerms &) = default;
};

/// The implied volatilities of one expiration as a curve without butterfly arbitrage (svifit.h):
/// what any strike is worth, and how likely the underlying ends where.
class VolatilitySmile
{
public:
    /// The contracts out of the money, and near it both, whose volatility is known: the in the
    /// money ones say little for their price. A volatility counts by its spread and vega.
    static std::vector<SmilePoint> points(std::span<const ChainStrike> strikes,
                                          const SmileTerms &terms, GreeksSource source);
    /// InvalidArgument for terms out of range and fewer than three strikes with points.
    static Result<VolatilitySmile> fit(const SmileTerms &terms, std::vector<SmilePoint> points);
    /// A smile that is known. InvalidArgument for terms or parameters out of range.
    static Result<VolatilitySmile> of(const SmileTerms &terms, const SviParameters &parameters);

    const SmileTerms &terms() const { return m_terms; }
    const SviParameters &parameters() const { return m_parameters; }
    /// What it was fitted to, ascending by strike, outliers marked.
    const std::vector<SmilePoint> &points() const { return m_points; }
    /// How far quotes are from it, in units of their half spreads; 0 of a smile that was not
    /// fitted.
    double error() const { return m_error; }

    /// Total variance at ln(strike / forward).
    double variance(double logMoneyness) const;
    /// A fraction a year, of a strike > 0.
    double volatility(double strike) const;
    double atTheMoney() const { return volatility(m_terms.forward); }
    /// The strike of the option with a delta per 1.00 of the underlying: 0.25 of a call, -0.25 of a
    /// put. Nothing for one that no option has.
    std::optional<double> strikeOfDelta(OptionRight right, double delta) const;
    /// Volatility of the put with delta -0.25 less that of the call with 0.25.
    std::optional<double> skew25() const;

    /// How likely the underlying ends below a price, as options are priced (Breeden and
    /// Litzenberger, 1978: the slope of put prices along the strike).
    double probabilityBelow(double price) const;
    /// The density of that, per 1.00 of the underlying.
    double density(double price) const;

private:
    VolatilitySmile(const SmileTerms &terms, const SviParameters &parameters);
    double deltaAt(OptionRight right, double logMoneyness) const;

    SmileTerms m_terms;
    SviParameters m_parameters;
    std::vector<SmilePoint> m_points;
    double m_error = 0;
};

/// Where a later expiration's total variance is less than a nearer one's: a calendar spread that
/// costs less than nothing.
struct CalendarGap
{
    double logMoneyness = 0;
    double variance = 0; ///< by so much, > 0
};

/// The widest gap within the strikes that both were fitted to (of smiles that are known: within two
/// standard deviations of the nearer). Nothing without one (Gatheral & Jacquier, 2014, section 2).
std::optional<CalendarGap> calendarGap(const VolatilitySmile &nearer, const VolatilitySmile &later);

} // namespace tapeline
