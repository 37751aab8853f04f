#pragma once

#include "pixelfill.h"
#include "valueseries.h"

#include <qcustomplot.h>

namespace tapeline {

/// A line over the keys of a chart, as long as one likes: below two pixels a value it is one run
/// from the smallest to the largest a pixel column, on whole device pixels and without
/// antialiasing; above, a smooth line. Its colour and width are the pen's, its axes those of the
/// plot: the key axis linear, the value axis linear or logarithmic.
class LinePlottable : public QCPAbstractPlottable
{
    Q_OBJECT

public:
    /// series must outlive the plottable, which the plot owns.
    LinePlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const ValueSeries &series);

    double selectTest(const QPointF &pos, bool onlySelectable,
                      QVariant *details = nullptr) const override;
    QCPRange getKeyRange(bool &foundRange,
                         QCP::SignDomain inSignDomain = QCP::sdBoth) const override;
    QCPRange getValueRange(bool &foundRange, QCP::SignDomain inSignDomain = QCP::sdBoth,
                           const QCPRange &inKeyRange = QCPRange()) const override;

protected:
    void draw(QCPPainter *painter) override;
    void drawLegendIcon(QCPPainter *painter, const QRectF &rect) const override;

private:
    struct Frame; // the axes in device pixels
    void drawColumns(QPainter &painter, const Frame &frame);
    void drawSmooth(QPainter &painter, const Frame &frame) const;

    const ValueSeries &m_series;
    std::vector<PixelColumn> m_columns; // kept between frames for its memory
};

} // namespace tapeline
