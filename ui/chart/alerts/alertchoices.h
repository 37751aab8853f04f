#pragma once

#include "alerttext.h"

namespace tapeline {

/// What an alert can be made of where someone makes one: on a chart, its symbol, bars, indicators
/// and drawings.
struct AlertChoices
{
    QString symbol;
    Timeframe timeframe;
    std::vector<AlertValue> indicators {}; ///< each line of each
    std::vector<AlertValue> drawings {}; ///< those whose lines have prices
    alerttext::DrawingName drawingName {};
};

} // namespace tapeline
