#pragma once

#include "analysisplot.h"
#include "chainanalysis.h"

namespace tapeline {

/// The volatility surface as a heat map: expirations from left to right, strikes from below to
/// above, by delta or in percent of the forward. Cells have their figure where there is room.
class SurfacePlot : public AnalysisPlot
{
    Q_OBJECT

public:
    enum class Rows : quint8 { Delta, Moneyness };

    explicit SurfacePlot(const Theme &theme, QWidget *parent = nullptr);

    void show(const ChainAnalysis *analysis);
    void setRows(Rows rows);
    Rows rows() const { return m_rows; }

protected:
    void paintContent(QPainter &painter) override;
    int itemCount() const override { return int(m_columns.size()) * rowCount(); }
    QPointF itemPosition(int item) const override;
    QStringList itemReading(int item) const override;
    int itemAt(const QPointF &place) const override;
    int itemBeside(int item, int key) const override;
    int leftMargin() const override;
    bool hasAxes() const override { return false; }

private:
    struct Cell
    {
        double strike = 0;
        double volatility = 0;
    };
    struct Column
    {
        ChainExpiry expiry;
        double days = 0;
        std::vector<std::optional<Cell>> cells; ///< from below
    };
    int rowCount() const;
    QString rowName(int row) const;
    std::optional<Cell> cell(const VolatilitySmile &smile, int row) const;
    QRectF grid() const;
    QRectF cellRect(int column, int row) const;
    QColor colorOf(double volatility) const;

    Rows m_rows = Rows::Delta;
    const ChainAnalysis *m_analysis = nullptr;
    QString m_underlying;
    std::vector<Column> m_columns;
    double m_lowest = 0;
    double m_highest = 1;
};

} // namespace tapeline
