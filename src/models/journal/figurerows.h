#pragma once

#include "figuresmodel.h"
#include "performancemetric.h"
#include "tradeconfidence.h"

namespace tapeline {

/// Rows of figures for tables that put two sets of trades side by side.
namespace figurerows {

/// What was, what would have been, and the change between them.
std::vector<FiguresModel::Row> changes(const TradeStatistics &before, const TradeStatistics &after,
                                       const QLocale &locale);
/// Each of the resampled figures with its interval, and the difference with its own.
std::vector<FiguresModel::Row> comparison(const TradeConfidence &first,
                                          const TradeConfidence &second,
                                          const TradeComparison &compared, const QLocale &locale);
/// What the comparison of the mean comes to, with the numbers of trades: "These cannot be told
/// apart with 23 and 31 trades: ..."
QString verdict(const TradeConfidence &first, const TradeConfidence &second,
                const TradeComparison &compared, const QString &firstName,
                const QString &secondName, const QLocale &locale);

} // namespace figurerows
} // namespace tapeline
