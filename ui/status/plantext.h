#pragma once

#include "capabilities.h"
#include "timeframe.h"

#include <QString>

namespace tapeline {

/// One sentence on what a view cannot show with the plans there are, which plan would, and what is
/// shown instead; empty when nothing is lacking. For Panel::setPlanNote().
QString tapePlanNote(const Capabilities &capabilities, AssetClass assetClass = AssetClass::Stocks);
QString bookPlanNote(const Capabilities &capabilities, Product product = Product::Stocks);
QString watchlistPlanNote(const Capabilities &capabilities, Product product = Product::Stocks);
QString chartPlanNote(const Capabilities &capabilities, const Timeframe &timeframe,
                      Product product = Product::Stocks);
/// Why bars that time does not end are an estimate; of a chart whose badge says that they are.
QString estimateNote(const Capabilities &capabilities, AssetClass assetClass);

/// "minute bars, second bars, snapshots, stream": what a product's plan opens.
QString planOpensText(const Capabilities &capabilities, Product product);
/// "Developer adds trades · Advanced adds quotes": what it does not, by the plan that does, and
/// what the service refused in spite of the plan. Empty when nothing is lacking.
QString planLacksList(const Capabilities &capabilities, Product product);

} // namespace tapeline
