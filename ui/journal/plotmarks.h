#pragma once

#include <QLocale>
#include <QString>

#include <functional>
#include <vector>

namespace tapeline {

/// One label of an axis of a plot.
struct PlotMark
{
    double at = 0;
    QString text;

    friend bool operator==(const PlotMark &, const PlotMark &) = default;
};

/// Marks of [low, high] on an axis of this many pixels, ascending.
using PlotMarks = std::function<std::vector<PlotMark>(double low, double high, int pixels)>;

namespace plotmarks {

/// Round values at least leastPixels apart, none finer than the decimals.
PlotMarks values(const std::function<QString(double)> &text, int decimals, int leastPixels);
/// Round times in New York; values are milliseconds since 1970: times of the day where the axis
/// spans a day or two, else days, months, years.
PlotMarks times(const QLocale &locale, int leastPixels);
/// These ones; every second, third... where they would stand closer than leastPixels.
PlotMarks fixed(const std::vector<PlotMark> &marks, int leastPixels);

} // namespace plotmarks
} // namespace tapeline
