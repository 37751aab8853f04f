#pragma once

#include "journalplot.h"
#include "plotmarks.h"
#include "theme.h"

QT_BEGIN_NAMESPACE
class QLineSeries;
QT_END_NAMESPACE

namespace tapeline {

/// A curve that keeps its value until its next point.
struct PlotCurve
{
    QString name; ///< for legend and reading
    ColorRole color = ColorRole::Accent;
    Qt::PenStyle style = Qt::SolidLine;
    bool isFilled = false; ///< between it and zero
    std::vector<QPointF> points {}; ///< ascending along x
};

/// One or more curves over time or over the number of trades. The reading tells all of them at the
/// points of the first one.
class CurvePlot : public JournalPlot
{
    Q_OBJECT

public:
    enum class Scale : quint8 {
        Time, ///< x in milliseconds since 1970, market time
        Count ///< x counts trades
    };
    using ValueText = std::function<QString(double)>;

    CurvePlot(const Theme &theme, const QString &objectName, QWidget *parent = nullptr);
    ~CurvePlot() override;

    /// mark words values at the axis, read those of a reading.
    void setCurves(std::vector<PlotCurve> curves, Scale scale, const ValueText &mark,
                   const ValueText &read);
    const std::vector<PlotCurve> &curves() const { return m_curves; }

    int itemCount() const override;
    QPointF itemPosition(int item) const override;
    QStringList itemReading(int item) const override;

protected:
    int itemAt(const QPointF &place) const override;
    int itemBeside(int item, int key) const override;
    std::vector<PlotLegendEntry> legend() const override;
    void restyle() override;
    void paintAbove(QPainter &painter) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void scaleAxes();
    void fillSeries();

    std::vector<PlotCurve> m_curves;
    std::vector<QLineSeries *> m_lines; ///< of the chart, one a curve
    Scale m_scale = Scale::Time;
    ValueText m_mark;
    ValueText m_read;
    int m_columns = 0; ///< for which the series were filled
};

} // namespace tapeline
