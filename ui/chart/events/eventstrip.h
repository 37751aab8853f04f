#pragma once

#include "chartevent.h"
#include "chartseries.h"

#include <QWidget>

#include <array>
#include <vector>

namespace tapeline {

class PriceChart;
class Theme;

/// Lettered marks along the lower edge of a chart's prices, each at the bar that holds its event.
/// Lets the mouse through.
class EventStrip : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the strip.
    EventStrip(PriceChart &chart, const ChartSeries &series, const Theme &theme);

    /// Ascending by time.
    void setEvents(std::vector<ChartEvent> events);
    /// Lies over the lower edge of the prices as they are drawn now.
    void place();
    /// What happened in a bar, a line each; empty when nothing did.
    QString textAt(ChartSeries::Key key) const;
    /// How many marks the last painting put on the screen.
    int paintedMarks() const { return m_painted; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Events of the bars [first, last].
    std::pair<std::size_t, std::size_t> range(ChartSeries::Key first, ChartSeries::Key last) const;

    PriceChart &m_chart;
    const ChartSeries &m_series;
    const Theme &m_theme;
    std::vector<ChartEvent> m_events;
    int m_painted = 0;
};

} // namespace tapeline
