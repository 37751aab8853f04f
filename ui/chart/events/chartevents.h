#pragma once

#include "chartevent.h"

#include <QJsonObject>
#include <QObject>

#include <map>

class QAction;
class QLabel;

namespace tapeline {

class ChartSeries;
class EventStrip;
class PriceChart;
class Theme;

/// Marks of what happened to the company of a chart, and what they mean when the crosshair stands
/// on their bar, by the mouse or by keys. Lives as long as the chart.
class ChartEvents : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it; the chart owns it.
    ChartEvents(PriceChart &chart, const ChartSeries &series, const Theme &theme);

    /// Earnings, dividends and splits; on at first.
    bool isShown() const;
    void setShown(bool shown);
    /// News as well; off at first.
    bool hasNews() const;
    void setNews(bool shown);
    /// The subjects that are to be known for what is shown.
    QList<CompanySubject> subjects() const;

    /// Nothing of another symbol stays.
    void clear();
    void take(const CompanyAnswer &answer);

    EventStrip *strip() const { return m_strip; }
    void retranslate();

    QJsonObject toJson() const;
    void fromJson(const QJsonObject &state);

signals:
    /// Other subjects are wanted.
    void subjectsChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show();
    void explain(std::optional<Timestamp> barStart);

    PriceChart &m_chart;
    const ChartSeries &m_series;
    const Theme &m_theme;
    EventStrip *m_strip;
    QLabel *m_text;
    QAction *m_shownAction;
    QAction *m_newsAction;
    std::map<CompanySubject, std::vector<ChartEvent>> m_events;
};

} // namespace tapeline
