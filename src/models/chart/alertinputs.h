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

    /// Whether the bars reach back to all that its drawing is drawn over: the slope of a line is
    /// that of the bars between its points. True where it names no drawing.
    bool reachesDrawing(const ChartAlert &alert) const;

    /// At a bar as it is, one for each line it is compared with, at least one; key must be
    /// contained. What is above or below a drawing is so of all its lines. While the price was
    /// another one within that bar, of alerts on prices alone only their value was.
    std::vector<AlertReading> at(const ChartAlert &alert, Key key) const;

private:
    double valueOf(const AlertValue &value, Key key, double price) const;
    std::vector<double> linesAt(const ChartAlert &alert, Timestamp time) const;
    std::vector<AlertReading> ofDrawing(const ChartAlert &alert, Key key, double value) const;
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
    BarTimes m_times; ///< as it was at the last change, where a drawing is watched
    bool m_hasDrawings = false;
    std::vector<Indicated> m_indicators;
    FindDrawing m_findDrawing;
};

} // namespace tapeline
