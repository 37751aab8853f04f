#pragma once

#include <vector>

namespace tapeline {

/// Riskless rates by time to maturity. Between its points rates are interpolated in a straight
/// line, beyond them they stay.
class RateCurve
{
public:
    struct Point
    {
        double years = 0; ///< > 0
        double rate = 0; ///< continuously compounded, per year
    };

    /// The same rate everywhere.
    explicit RateCurve(double flat);
    /// Points in any order; none: 0 everywhere.
    explicit RateCurve(std::vector<Point> points);

    /// Continuously compounded, per year.
    double at(double years) const;

    /// The continuously compounded rate of a bond-equivalent yield (percent a year, paid twice a
    /// year), as the Treasury states par yields: 2 ln(1 + y / 2).
    static double continuous(double percent);

private:
    std::vector<Point> m_points; ///< ascending
};

} // namespace tapeline
