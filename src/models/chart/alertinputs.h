#pragma once

#include "alerttracker.h"
#include "bartimes.h"
#include "chartseries.h"
#include "drawing.h"
#include "indicatorvalues.h"

#include <functional>

namespace tapeline {

/// A drawing of a symbol; null where there is none of that id (any more). Valid until the drawings
/// change.
using FindDrawing = std::function<const Drawing *(const QString &symbol, const QString &id)>;

/// What alerts on one series compare: its prices, and what else an alert names.
class AlertInputs
{
public:
    using Key = ChartSeries::Key;

    /// series must outlive it.
    AlertInputs(const ChartSeries &series, const MarketCalendar &calendar);

    void setDrawings(FindDrawing find) { m_findDrawing = std::move(find); }
    /// What it names; null where it names none, or that is not there.
    const Drawing *drawingOf(const ChartAlert &alert) const;
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
    std::vector<double> linesAt(const ChartAlert &alert, Timestamp time) const;
    AlertReading moving(const ChartAlert &alert, Key key) const;

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
    BarTimes m_times;
    std::vector<Indicated> m_indicators;
    FindDrawing m_findDrawing;
};

} // namespace tapeline
