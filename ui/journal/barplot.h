#pragma once

#include "journalplot.h"
#include "plotmarks.h"

QT_BEGIN_NAMESPACE
class QAbstractBarSeries;
class QBarSet;
QT_END_NAMESPACE

namespace tapeline {

struct PlotBar
{
    QString label;
    double value = 0;
    int sign = 0; ///< colours it: +1 gain, -1 loss, 0 neither
    QStringList reading {}; ///< a line each

    friend bool operator==(const PlotBar &, const PlotBar &) = default;
};

/// Bars that stand in the order of time or size, or lie below each other where they are named.
class BarPlot : public JournalPlot
{
    Q_OBJECT

public:
    enum class Layout : quint8 {
        Standing, ///< each named below it
        Lying, ///< each named to its left, the first one at the top
        Touching ///< a histogram: standing without gaps, named at their left edges
    };
    using ValueText = std::function<QString(double)>;

    BarPlot(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);

    /// mark words values at the axis. edges: for Touching, what the left edge of a bar and the
    /// right one of the last are called; empty ones are not written.
    void setBars(std::vector<PlotBar> bars, Layout layout, const ValueText &mark,
                 const std::vector<PlotMark> &edges = {});
    const std::vector<PlotBar> &bars() const { return m_bars; }

    int itemCount() const override { return int(m_bars.size()); }
    /// The end of the bar.
    QPointF itemPosition(int item) const override;
    QStringList itemReading(int item) const override;

protected:
    int itemAt(const QPointF &place) const override;
    int leftMargin() const override;
    bool hasGrid(Qt::Orientation axis) const override;
    void restyle() override;
    void paintAbove(QPainter &painter) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeSeries();
    void scaleAxes(const ValueText &mark, const std::vector<PlotMark> &edges);
    void sizeBars();
    double placeOf(int item) const;
    QRectF bandOf(int item) const;

    std::vector<PlotBar> m_bars;
    Layout m_layout = Layout::Standing;
    QAbstractBarSeries *m_series = nullptr; ///< the chart's
    std::array<QBarSet *, 3> m_sets {}; ///< losses, neither, gains
};

} // namespace tapeline
