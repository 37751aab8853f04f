#pragma once

#include "chartcolors.h"

#include <array>
#include <cstdlib>

namespace tapeline {

/// Colours of the lines that people put on charts (indicators, comparisons, drawings), told apart
/// from each other and from rise and fall, on a background of either theme.
inline QColor lineColor(const ChartColors &chart, int tint)
{
    static constexpr std::array<QRgb, 8> onDark { 0xff4aa3ff, 0xffffb454, 0xffc792ea, 0xff4dd0c4,
                                                  0xfff78fb3, 0xffd8d36a, 0xff8fa8ff, 0xffb0bec5 };
    static constexpr std::array<QRgb, 8> onLight { 0xff1769c2, 0xffb86200, 0xff7b3fb5, 0xff007f78,
                                                   0xffb03a6a, 0xff7a7200, 0xff3f51b5, 0xff546e7a };
    const auto &colors = chart.background.lightnessF() < 0.5 ? onDark : onLight;
    return QColor::fromRgba(colors[std::size_t(std::abs(tint)) % colors.size()]);
}

} // namespace tapeline
