#pragma once

#include "indicatorset.h"
#include "panelayout.h"
#include "studylegend.h"

#include <QObject>

namespace tapeline {

class ChartOverlay;
class StudyInput;

/// The indicators of one chart and its panes: what there is, where it lies, and what is done to it.
/// Owned by the chart.
class ChartStudies : public QObject
{
    Q_OBJECT

public:
    /// scene and overlay are the chart's and outlive it.
    ChartStudies(ChartScene &scene, ChartOverlay &overlay, QWidget *chart);
    ~ChartStudies() override;

    IndicatorSet &set() { return m_set; }
    const IndicatorSet &set() const { return m_set; }
    const PaneLayout &panes() const { return m_panes; }
    /// What the chart asks about its input.
    StudyInput &input() { return *m_input; }

    /// Before the canvas takes the scene over: what the panes show of the bars in view.
    void fit();
    /// Whether the newest values lie within what the panes show.
    bool fitsNewest() const;
    /// Of the indicators over the prices, for the scale of prices; empty where that is of prices
    /// only.
    ValueRun rangeInPrices(ChartSeries::Key first, ChartSeries::Key last) const;

    void setIcons(const StudyLegend::Icons &icons);
    /// Indicators over the prices take no part in their scale; true at first.
    bool scalesPricesOnly() const { return m_pricesOnly; }
    void setScalesPricesOnly(bool only);
    /// The names of those over the prices are folded away.
    bool isCollapsed() const;
    void setCollapsed(bool collapsed);
    bool isVolumeShown() const { return m_panes.isVolumeShown(); }
    void setVolumeShown(bool shown);

    /// At the end; instants that are as at first become that of the first bar in view.
    void add(IndicatorChoice choice);

    // Of one indicator; an id that is not there does nothing
    void setHidden(IndicatorSet::Id id, bool hidden);
    void duplicate(IndicatorSet::Id id);
    /// To a pane of its own at the bottom, or over the prices.
    void moveToOwnPane(IndicatorSet::Id id);
    void moveToPrices(IndicatorSet::Id id);
    /// To the next pane of indicators above (over the prices where there is none) or below.
    void moveToNeighbour(IndicatorSet::Id id, int direction);
    std::optional<int> neighbour(IndicatorSet::Id id, int direction) const;

    // Of one pane
    void dragPane(int pane, int y);
    void dragEnded() { emit stateChanged(); }
    void restorePane(int pane);
    void movePane(int pane, int places);
    void toggleMaximised(int pane);
    void closePane(int pane);

    /// What a button of a legend does.
    void act(const StudyHit &hit);
    void askForSettings(IndicatorSet::Id id) { emit settingsRequested(id); }

    QJsonObject toJson() const;
    void fromJson(const QJsonObject &json);

signals:
    /// The chart's panes are to be divided anew.
    void panesChanged();
    /// Something else is to be drawn.
    void looksChanged();
    /// What toJson() tells is different.
    void stateChanged();
    void settingsRequested(int id);
    /// The pane of order flow is not wanted any more.
    void flowUnwanted();

private:
    void takeChoices();
    void change(IndicatorSet::Id id, const std::function<void(IndicatorChoice &)> &change);

    ChartScene &m_scene;
    ChartOverlay &m_overlay;
    IndicatorSet m_set;
    PaneLayout m_panes;
    bool m_pricesOnly = true;
    std::unique_ptr<StudyInput> m_input;
};

} // namespace tapeline
