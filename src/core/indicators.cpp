#include "indicators.h"

#include <algorithm>

namespace tapeline {

namespace {

double meanOf(std::span<const double> values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return sum / static_cast<double>(values.size());
}

} // namespace

std::vector<double> indicators::simpleAverage(std::span<const double> values, int window)
{
    const auto width = static_cast<std::size_t>(window);
    std::vector<double> averages;
    for (std::size_t end = width; end <= values.size(); ++end)
        averages.push_back(meanOf(values.subspan(end - width, width)));
    return averages;
}

std::vector<double> indicators::exponentialAverage(std::span<const double> values, int window)
{
    const auto width = static_cast<std::size_t>(window);
    std::vector<double> averages;
    if (values.size() < width)
        return averages;
    const double weight = 2.0 / (window + 1);
    averages.push_back(meanOf(values.first(width)));
    for (const double value : values.subspan(width))
        averages.push_back(averages.back() + (value - averages.back()) * weight);
    return averages;
}

std::vector<double> indicators::relativeStrength(std::span<const double> values, int window)
{
    const auto width = static_cast<std::size_t>(window);
    std::vector<double> strengths;
    double gain = 0;
    double loss = 0;
    for (std::size_t i = 1; i < values.size(); ++i) {
        const double change = values[i] - values[i - 1];
        const double up = std::max(change, 0.0);
        const double down = std::max(-change, 0.0);
        const bool isFirst = i <= width; // the plain means of the first window
        gain = isFirst ? gain + up / window : (gain * (window - 1) + up) / window;
        loss = isFirst ? loss + down / window : (loss * (window - 1) + down) / window;
        if (i >= width)
            strengths.push_back(gain + loss > 0 ? 100 * gain / (gain + loss) : 50);
    }
    return strengths;
}

indicators::Convergence indicators::convergence(std::span<const double> values, int shortWindow,
                                                int longWindow, int signalWindow)
{
    Convergence lines;
    const auto late = static_cast<std::size_t>(longWindow - shortWindow);
    if (values.size() < late)
        return lines;
    const std::vector<double> slow = exponentialAverage(values, longWindow);
    const std::vector<double> fast = exponentialAverage(values.subspan(late), shortWindow);
    std::vector<double> apart(slow.size());
    for (std::size_t i = 0; i < slow.size(); ++i)
        apart[i] = fast[i] - slow[i];
    lines.signal = exponentialAverage(apart, signalWindow);
    lines.value.assign(apart.end() - static_cast<std::ptrdiff_t>(lines.signal.size()), apart.end());
    return lines;
}

} // namespace tapeline
