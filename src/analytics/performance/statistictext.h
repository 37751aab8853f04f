#pragma once

#include "performancemetric.h"

#include <QLocale>
#include <QString>

namespace tapeline {

/// Words for the figures of trades, in the language of the window. Every screen and report shows a
/// figure by these, so that it has one name, one definition and one form.
namespace statistictext {

/// "Profit factor".
QString name(PerformanceMetric metric);
/// One or two sentences for a hover: how it is reckoned, and what it leaves out.
QString definition(PerformanceMetric metric);
/// "62.5 %", "1,234.50", "1.25 R", "12 min": a dash where it is undefined, "∞" where nothing was
/// lost.
QString value(PerformanceMetric metric, const MetricValue &value, const QLocale &locale = {});
QString value(PerformanceMetric metric, const PerformanceFigures &figures,
              const QLocale &locale = {});

/// "1.25 R", "-0.50 R".
QString multiple(double multiple, const QLocale &locale = {});
/// "62.5 %" of 0.625.
QString share(double share, const QLocale &locale = {});
/// Of numbers without a unit: two decimals.
QString ratio(double ratio, const QLocale &locale = {});
/// "42 s", "12 min", "3 h 5 min", "4 d 2 h": the two largest units that tell something.
QString duration(Duration duration, const QLocale &locale = {});
/// What stands for a figure that is not defined.
QString undefined();

} // namespace statistictext
} // namespace tapeline
