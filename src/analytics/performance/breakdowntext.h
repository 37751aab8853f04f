#pragma once

#include "tradebreakdown.h"
#include "tradeconfidence.h"

#include <QLocale>
#include <QString>

namespace tapeline {

/// Words for groups of trades and for what resampling says of them, in the language of the window.
namespace breakdowntext {

/// "Holding time".
QString name(TradeBreakdown breakdown);
/// How trades are put into its groups, for a hover.
QString definition(TradeBreakdown breakdown);
/// What a group is called: "breakout", "Short", "10:00", "5 min to 15 min", "No setup".
QString group(TradeBreakdown breakdown, const TradeGroup &group, const QLocale &locale = {});

/// "Mean net", "Profit factor".
QString name(ResampledFigure figure);
/// A value of it in its unit: "12.50", "0.35 R", "55.0 %".
QString value(ResampledFigure figure, double value, const QLocale &locale = {});
/// The same of a difference of two: shares in percentage points.
QString difference(ResampledFigure figure, double difference, const QLocale &locale = {});
/// "0.35 R (0.10 R to 0.62 R)".
QString interval(ResampledFigure figure, const ConfidenceInterval &interval,
                 const QLocale &locale = {});
/// A plain sentence of one figure of two sets of trades, with their names.
QString verdict(const FigureComparison &comparison, const QString &first, const QString &second,
                const QLocale &locale = {});

} // namespace breakdowntext
} // namespace tapeline
