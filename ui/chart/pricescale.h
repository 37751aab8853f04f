#pragma once

#include "chartviewport.h"

#include <QLocale>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace tapeline {

/// What the axis of a chart's prices counts in.
enum class ScaleMode : quint8 {
    Linear,
    Logarithmic,
    Percent, ///< change since the first bar in view, of which there is its close
    Indexed ///< the close of the first bar in view is 100
};

inline constexpr std::array scaleModes { ScaleMode::Linear, ScaleMode::Logarithmic,
                                         ScaleMode::Percent, ScaleMode::Indexed };

/// "percent", as files spell it.
QString scaleModeKey(ScaleMode mode);
/// Nothing when unknown.
std::optional<ScaleMode> scaleModeFromKey(QStringView key);

/// Turns prices into what the axis says, and back. Where prices lie is not its business: a percent
/// scale is a linear one with other words.
struct PriceScale
{
    ScaleMode mode = ScaleMode::Linear;
    double base = 0; ///< the price that percentages are of; 0 while there is none

    /// Prices are told as they are, also where a relative scale has nothing to relate them to.
    bool isRelative() const
    {
        return (mode == ScaleMode::Percent || mode == ScaleMode::Indexed) && base > 0;
    }
    double valueOf(double price) const;
    double priceOf(double value) const;
    /// "187.32", "+1.25 %", "101.25"
    QString text(double price, int decimals, const QLocale &locale) const;
    /// Prices whose values are round, at least leastPixels apart and at most twelve, none nearer to
    /// an edge than that many pixels.
    std::vector<double> marks(const ChartViewport &view, int edge, int leastPixels,
                              int decimals) const;
};

} // namespace tapeline
