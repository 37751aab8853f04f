#pragma once

#include "analysisplot.h"
#include "chainmeasures.h"

namespace tapeline {

/// Figures of calls and puts strike by strike, as bars around the price: open interest and volume,
/// or gamma exposure.
class StrikePlot : public AnalysisPlot
{
    Q_OBJECT

public:
    enum class Figure : quint8 { Interest, Volume, Gamma };

    StrikePlot(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// What is drawn. spot 0: not known.
    void show(const std::vector<StrikeProfile> &profile, double spot,
              const std::optional<double> &maxPain, Figure figure);
    Figure figure() const { return m_figure; }

protected:
    void paintContent(QPainter &painter) override;
    int itemCount() const override { return int(m_rows.size()); }
    QPointF itemPosition(int item) const override;
    QStringList itemReading(int item) const override;
    std::vector<LegendEntry> legend() const override;

private:
    double upOf(const StrikeProfile &row) const;
    double downOf(const StrikeProfile &row) const;
    void chooseRows(const std::vector<StrikeProfile> &profile);
    void scaleAxes();
    double barWidth() const;

    Figure m_figure = Figure::Interest;
    std::vector<StrikeProfile> m_rows;
    double m_spot = 0;
    std::optional<double> m_maxPain;
};

} // namespace tapeline
