#pragma once

#include "analysisplot.h"
#include "chainanalysis.h"

namespace tapeline {

/// Implied volatilities by strike with the curves fitted to them, of several expirations. Calls are
/// rings, puts discs, outliers crosses.
class SmilePlot : public AnalysisPlot
{
    Q_OBJECT

public:
    enum class Scale : quint8 { Strike, Moneyness };

    explicit SmilePlot(const Theme &theme, QWidget *parent = nullptr);

    /// analysis must outlive the plot or be replaced; its expirations are shown in the order of
    /// expiries.
    void show(const ChainAnalysis *analysis, const std::vector<ChainExpiry> &expiries);
    void setScale(Scale scale);
    Scale scale() const { return m_scale; }

    /// The colours of curves, in turns.
    static std::vector<QColor> colors(const Theme &theme);

protected:
    void paintContent(QPainter &painter) override;
    int itemCount() const override { return int(m_points.size()); }
    QPointF itemPosition(int item) const override;
    QStringList itemReading(int item) const override;
    std::vector<LegendEntry> legend() const override;
    int itemAt(const QPointF &place) const override;

private:
    struct Point
    {
        double x = 0;
        SmilePoint quote;
        double fitted = 0;
        std::size_t curve = 0;
    };
    struct Curve
    {
        ChainExpiry expiry;
        double days = 0;
        bool hasGap = false;
        std::vector<QPointF> line; ///< x, volatility
    };
    double xOfStrike(double strike, double forward) const;
    void addCurve(const ExpiryAnalysis &expiry);
    void scaleAxes();

    Scale m_scale = Scale::Strike;
    QString m_underlying;
    double m_spot = 0;
    std::vector<ChainExpiry> m_expiries;
    const ChainAnalysis *m_analysis = nullptr;
    std::vector<Curve> m_curves;
    std::vector<Point> m_points;
};

} // namespace tapeline
