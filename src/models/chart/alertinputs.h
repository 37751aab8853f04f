#pragma once

#include "alerttracker.h"
#include "chartseries.h"
#include "indicatorvalues.h"

#include <functional>

namespace tapeline {

/// The prices at which the lines of a drawing stand at an instant: two or more of a room. Empty
/// where it has none, and for drawings that are not there (any more).
using DrawingLines = std::function<std::vector<double>(const ChartSeries &series,
                                                       const QString &drawing, Timestamp time)>;

/// What alerts on one series compare: its prices, and what else an alert names.
class AlertInputs
{
public:
    using Key = ChartSeries::Key;

    /// series must outlive it.
    AlertInputs(const ChartSeries &series, const MarketCalendar &calendar);

    void setDrawings(DrawingLines drawings) { m_drawings = std::move(drawings); }
    /// Has the indicators that they name from now on, and no others.
    void setAlerts(std::span<const ChartAlert> alerts);
    /// After the series changed.
    void follow(const ChartSeries::Change &change);
    /// Whether an indicator has no value yet at the newest bar.
    bool isWarmingUp() const;

    /// At a bar as it is; key must be contained.
    AlertReading at(const ChartAlert &alert, Key key) const;
    /// The same while the price was another one within that bar. Of alerts on prices alone.
    AlertReading at(const ChartAlert &alert, Key key, double price) const;

private:
    double valueOf(const AlertValue &value, Key key, double price) const;
    AlertReading moving(const ChartAlert &alert, Key key) const;
    AlertReading inRoom(double value, std::vector<double> edges) const;

    struct Indicated
    {
        IndicatorSpec spec;
        std::unique_ptr<IndicatorValues> values;
        std::vector<int> shifts; ///< of each output, in bars to the right
    };
    double indicatorAt(const AlertValue &value, Key key) const;
    void need(const AlertValue &value, std::vector<Indicated> &before);

    const ChartSeries &m_series;
    const MarketCalendar m_calendar;
    std::vector<Indicated> m_indicators;
    DrawingLines m_drawings;
};

} // namespace tapeline
