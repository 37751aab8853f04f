#pragma once

#include "chartcolors.h"

#include <array>

namespace tapeline {

/// The colours of a footprint's cells: the stronger the more was traded, and figures that can be
/// read on each. Worked out once for a theme.
class FootprintTints
{
public:
    struct Tint
    {
        QColor fill; ///< behind figures
        QColor bare; ///< of a cell without figures, which may be stronger
        QColor strong; ///< of an imbalance's figure: the side's colour as far as it can be read
    };

    void setColors(const ChartColors &colors);
    /// share: of the largest volume in a bar, 0 to 1.
    const Tint &bought(double share) const { return m_bought[indexOf(share)]; }
    const Tint &sold(double share) const { return m_sold[indexOf(share)]; }

private:
    static constexpr int steps = 24;
    using Tints = std::array<Tint, steps + 1>;

    static std::size_t indexOf(double share)
    {
        return static_cast<std::size_t>(share * steps + 0.5);
    }
    Tints tintsOf(const QColor &side) const;

    ChartColors m_colors;
    Tints m_bought;
    Tints m_sold;
};

} // namespace tapeline
