#include "robustline.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tapeline::robustline {

namespace {

constexpr int rounds = 12;
constexpr double cut = 4.685; // Tukey's constant: 95 % efficient where nothing is wrong
constexpr double leastScale = 0.5;
constexpr double deviationOfMedian = 1.4826; // of normal deviates

double square(double x)
{
    return x * x;
}

/// Weights of points by how far they are from a line.
std::vector<double> weightsAround(std::span<const Point> points, const Line &line)
{
    std::vector<double> residuals;
    for (const Point &point : points)
        residuals.push_back((point.y - line.level - line.slope * point.x) / point.deviation);
    return bisquare(residuals);
}

/// The sums of a weighted regression.
struct Sums
{
    Sums(std::span<const Point> points, std::span<const double> weights)
    {
        for (std::size_t i = 0; i < points.size(); ++i) {
            const double w = weights[i] / square(points[i].deviation);
            one += w;
            x += w * points[i].x;
            y += w * points[i].y;
            xx += w * square(points[i].x);
            xy += w * points[i].x * points[i].y;
        }
    }
    double determinant() const { return one * xx - x * x; }

    double one = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
};

/// From the scatter around the line, at least from what single points may be off.
void addError(std::span<const Point> points, Line &line, double variancePerUnit, int unknowns)
{
    double scatter = 0;
    double count = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double residual = points[i].y - line.level - line.slope * points[i].x;
        scatter += line.weights[i] * square(residual / points[i].deviation);
        count += line.weights[i];
    }
    const double perPoint = count > unknowns ? scatter / (count - unknowns) : 1;
    line.levelError = std::sqrt(variancePerUnit * perPoint);
}

} // namespace

double weightedMedian(std::span<const double> values, std::span<const double> weights)
{
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::size_t i) { return values[i]; });
    const double half = std::accumulate(weights.begin(), weights.end(), 0.0) / 2;
    double sum = 0;
    for (std::size_t n = 0; n < order.size(); ++n) {
        sum += weights[order[n]];
        if (sum > half)
            return values[order[n]];
        if (sum == half && n + 1 < order.size())
            return (values[order[n]] + values[order[n + 1]]) / 2;
    }
    return values[order.back()];
}

std::vector<double> bisquare(std::span<const double> residuals)
{
    std::vector<double> sizes;
    for (const double residual : residuals)
        sizes.push_back(std::abs(residual));
    const std::vector<double> ones(sizes.size(), 1.0);
    const double scale = std::max(leastScale, deviationOfMedian * weightedMedian(sizes, ones));
    std::vector<double> weights;
    for (const double size : sizes) {
        const double u = size / (cut * scale);
        weights.push_back(u < 1 ? square(1 - u * u) : 0);
    }
    return weights;
}

Line withSlope(std::span<const Point> points, double slope)
{
    std::vector<double> levels;
    std::vector<double> weights;
    for (const Point &point : points) {
        levels.push_back(point.y - slope * point.x);
        weights.push_back(1 / square(point.deviation));
    }
    Line line { weightedMedian(levels, weights), slope, 0, {} };
    double weight = 0;
    for (int round = 0; round < rounds; ++round) {
        line.weights = weightsAround(points, line);
        const Sums sums(points, line.weights);
        if (sums.one <= 0)
            break;
        weight = sums.one;
        line.level = (sums.y - slope * sums.x) / sums.one;
    }
    addError(points, line, weight > 0 ? 1 / weight : 0, 1);
    return line;
}

Line fit(std::span<const Point> points)
{
    std::vector<double> slopes;
    std::vector<double> weights;
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = i + 1; j < points.size(); ++j)
            if (const double width = points[j].x - points[i].x; width != 0) {
                slopes.push_back((points[j].y - points[i].y) / width);
                weights.push_back(square(width)
                                  / (square(points[i].deviation) + square(points[j].deviation)));
            }
    Line line = withSlope(points, slopes.empty() ? 0 : weightedMedian(slopes, weights));
    double variance = 0;
    for (int round = 0; round < rounds; ++round) {
        line.weights = weightsAround(points, line);
        const Sums sums(points, line.weights);
        if (sums.determinant() <= 0)
            break;
        line.slope = (sums.one * sums.xy - sums.x * sums.y) / sums.determinant();
        line.level = (sums.y - line.slope * sums.x) / sums.one;
        variance = sums.xx / sums.determinant();
    }
    addError(points, line, variance, 2);
    return line;
}

} // namespace tapeline::robustline
