#pragma once

#include "analysisplot.h"
#include "chainanalysis.h"

namespace tapeline {

/// Volatility at the money by time to expiry, with the 30 days between two of them.
class TermPlot : public AnalysisPlot
{
    Q_OBJECT

public:
    explicit TermPlot(const Theme &theme, QWidget *parent = nullptr);

    void show(const ChainAnalysis *analysis);

protected:
    void paintContent(QPainter &painter) override;
    int itemCount() const override { return int(m_points.size()); }
    QPointF itemPosition(int item) const override;
    QStringList itemReading(int item) const override;

private:
    struct Point
    {
        ChainExpiry expiry;
        double days = 0;
        double volatility = 0;
        bool hasGap = false;
    };
    /// Days are spread by their root: the near ones are many.
    static double place(double days);

    QString m_underlying;
    std::vector<Point> m_points;
    std::optional<ConstantMaturity> m_month;
    std::optional<double> m_frontToNext;
};

} // namespace tapeline
