#pragma once

#include <QString>

#include <array>
#include <optional>

namespace tapeline {

/// How a chart's bars are painted.
enum class ChartType : quint8 {
    Candles,
    HollowCandles, ///< hollow when the close is above the open, coloured by the close before
    Bars, ///< high to low, the open at the left, the close at the right
    HlcBars, ///< the same without the open
    HeikinAshi,
    Line, ///< through the closes
    LineWithMarkers,
    StepLine,
    Area, ///< a line with a tint down to the pane's floor
    Baseline, ///< a line in one colour above a level, in another below it
    Columns ///< from the pane's floor to the close
};

inline constexpr std::array chartTypes {
    ChartType::Candles,         ChartType::HollowCandles, ChartType::Bars,
    ChartType::HlcBars,         ChartType::HeikinAshi,    ChartType::Line,
    ChartType::LineWithMarkers, ChartType::StepLine,      ChartType::Area,
    ChartType::Baseline,        ChartType::Columns
};

/// It shows closes only.
bool isOfCloses(ChartType type);
/// "Hollow candles", translated.
QString chartTypeName(ChartType type);
/// "hollow-candles", as files and commands spell it.
QString chartTypeKey(ChartType type);
/// Nothing when unknown.
std::optional<ChartType> chartTypeFromKey(QStringView key);
/// Of the icon set.
QString chartTypeIcon(ChartType type);

} // namespace tapeline
