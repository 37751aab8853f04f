#pragma once

#include "chartscene.h"

#include <QJsonObject>

namespace tapeline {

/// The panes below a chart's prices: which there are, in which order, and how high a person made
/// them. The prices have what is left, at least a sixth of the chart.
class PaneLayout
{
public:
    static constexpr int leastHeight = 32; ///< of a pane, when it is dragged
    static constexpr int leastPrices = 60;

    /// All there are of indicators; new ones come at the bottom.
    void setStudies(const std::vector<int> &ids);

    /// axes: the width of the one at the right, the height of the one below.
    ChartPanes divide(QSize size, QSize axes, bool withFlow, bool withVolume) const;

    /// Moves the upper edge of a pane to a height of the chart, as far as there is room. panes: as
    /// they are now.
    void dragTop(const ChartPanes &panes, int id, int y);
    /// The panes above and below that edge are as high as at first.
    void restoreTop(const ChartPanes &panes, int id);
    /// By so many places downwards among the panes that are shown.
    void move(const ChartPanes &panes, int id, int places);

    /// One pane takes all but a fifth, which prices keep; the prices take all. Nothing: as usual.
    void setMaximised(std::optional<int> id) { m_maximised = id; }
    std::optional<int> maximised() const { return m_maximised; }
    void setVolumeShown(bool shown) { m_volumeShown = shown; }
    bool isVolumeShown() const { return m_volumeShown; }

    QJsonObject toJson() const;
    /// setStudies() is to follow.
    static PaneLayout fromJson(const QJsonObject &json);

    friend bool operator==(const PaneLayout &, const PaneLayout &) = default;

private:
    struct Pane
    {
        int id;
        std::optional<double> share; ///< of the chart's height; nothing: as at first

        friend bool operator==(const Pane &, const Pane &) = default;
    };
    bool isThere(int id, bool withFlow, bool withVolume) const;
    std::vector<int> heights(const std::vector<Pane> &panes, int height, bool withFlow) const;
    Pane *find(int id);
    void freeze(const ChartPanes &panes);

    std::vector<Pane> m_panes { { ChartPane::flow, {} }, { ChartPane::volume, {} } };
    std::vector<int> m_studies; ///< those of m_panes that there are
    std::optional<int> m_maximised;
    bool m_volumeShown = true;
};

} // namespace tapeline
