#pragma once

#include "timestamp.h"

#include <QObject>

namespace tapeline {

class ChartSeries;
class PriceChart;
class QualityBadge;
class QualityView;
class Theme;

/// The mark of a chart's data quality: a badge at the top right of its prices, and what is behind
/// it on a click. Lives as long as the chart.
class ChartQuality : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; the chart owns it.
    ChartQuality(PriceChart &chart, const ChartSeries &series, const Theme &theme);

    QualityBadge *badge() const { return m_badge; }
    /// Null until it was opened first.
    QualityView *view() const { return m_view; }
    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showQuality();
    void place();
    void goTo(Timestamp time);

    PriceChart &m_chart;
    const ChartSeries &m_series;
    const Theme &m_theme;
    QualityBadge *m_badge;
    QualityView *m_view = nullptr;
};

} // namespace tapeline
