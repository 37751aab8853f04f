#include "footprinttints.h"

#include "colormix.h"
#include "palette.h"

namespace tapeline {

namespace {

constexpr double faintest = 0.06; // of a side's colour in a cell
constexpr double fullest = 0.46;
constexpr double faintestBare = 0.1;
constexpr double fullestBare = 0.9;
constexpr double readable = 4.5; // WCAG AA for text

/// Towards the colour of text until it can be read; a few steps, so that few colours are in use.
QColor readableOn(const QColor &fill, const QColor &side, const QColor &text)
{
    for (const double share : { 0.0, 0.3, 0.6 }) {
        const QColor color = mixed(side, text, share);
        if (contrastRatio(color, fill) >= readable)
            return color;
    }
    return text;
}

} // namespace

void FootprintTints::setColors(const ChartColors &colors)
{
    if (m_colors == colors && m_bought.front().fill.isValid())
        return;
    m_colors = colors;
    m_bought = tintsOf(colors.up);
    m_sold = tintsOf(colors.down);
}

FootprintTints::Tints FootprintTints::tintsOf(const QColor &side) const
{
    Tints tints;
    for (int step = 0; step <= steps; ++step) {
        const auto between = [&](double least, double most) {
            return mixed(m_colors.background, side, least + (most - least) * step / steps);
        };
        const QColor fill = between(faintest, fullest);
        tints[std::size_t(step)]
            = { fill, between(faintestBare, fullestBare), readableOn(fill, side, m_colors.text) };
    }
    return tints;
}

} // namespace tapeline
