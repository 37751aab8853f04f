#pragma once

#include "indicatorset.h"

#include <QRect>

#include <vector>

namespace tapeline {

/// A pane of indicators, as laid out.
struct StudyPane
{
    int id = 0;
    QRect rect = {};
    double low = 0; ///< at its lower edge
    double high = 1;
    int decimals = 2; ///< of its axis
    std::vector<double> marks = {}; ///< of its axis
    std::vector<double> levels = {}; ///< lines across it
};

/// One indicator where it is drawn.
struct StudyPlot
{
    IndicatorSet::Id id = 0;
    QRect rect = {}; ///< of its pane
    bool onPrices = false; ///< in the scale of the prices; else linear:
    double low = 0; ///< at the lower edge of the pane
    double high = 1;
    int decimals = 2; ///< of its values
};

/// What a chart shows of indicators.
struct StudyScene
{
    const IndicatorSet *set = nullptr;
    std::vector<StudyPane> panes;
    std::vector<StudyPlot> plots; ///< those in panes that are shown, in their order
    bool isCollapsed = false; ///< the legend over the prices
};

} // namespace tapeline
