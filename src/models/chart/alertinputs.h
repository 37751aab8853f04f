#pragma once

#include "alerttracker.h"
#include "chartseries.h"

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
    explicit AlertInputs(const ChartSeries &series)
        : m_series(series)
    {
    }

    void setDrawings(DrawingLines drawings) { m_drawings = std::move(drawings); }

    /// At a bar as it is; key must be contained.
    AlertReading at(const ChartAlert &alert, Key key) const;
    /// The same while the price was another one within that bar. Of alerts on prices alone.
    AlertReading at(const ChartAlert &alert, Key key, double price) const;

private:
    double valueOf(const AlertValue &value, Key key, double price) const;
    AlertReading moving(const ChartAlert &alert, Key key) const;
    AlertReading inRoom(double value, std::vector<double> edges) const;

    const ChartSeries &m_series;
    DrawingLines m_drawings;
};

} // namespace tapeline
