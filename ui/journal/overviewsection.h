#pragma once

#include "dashboardsection.h"
#include "equitystatistics.h"
#include "performancemetric.h"
#include "resultcurve.h"

namespace tapeline {

class CurvePlot;
class MetricTiles;

/// What the trades come to: figures, the curve of equity and how far it was below its peak. Without
/// a filter the curve is the account's own equity, else the closed trades added up.
class OverviewSection : public DashboardSection
{
    Q_OBJECT

public:
    OverviewSection(TradeStudy &study, const Theme &theme, QWidget *parent = nullptr);

    QString title() const override;
    MetricTiles *tiles() const { return m_tiles; }
    CurvePlot *curve() const { return m_curve; }
    CurvePlot *drawdown() const { return m_drawdown; }

protected:
    void refresh() override;
    void retranslate() override;
    void restyle() override;

private:
    struct Figures
    {
        PerformanceFigures figures;
        std::vector<ResultPoint> curve;
    };

    QString equityAccount() const;
    void reckon(const std::vector<EquityPoint> &equity);
    void show(const Figures &shown);

    MetricTiles *m_tiles;
    QLabel *m_heading;
    QLabel *m_source; ///< what the curve is made of
    CurvePlot *m_curve;
    CurvePlot *m_drawdown;
    quint64 m_asked = 0; ///< of the equity that counts
};

} // namespace tapeline
