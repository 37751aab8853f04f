#pragma once

#include "flowpane.h"

#include <qcustomplot.h>

namespace tapeline {

/// The order flow of a chart's closed bars. The newest bar is the overlay's: it changes alone.
class FlowPlottable : public QCPAbstractPlottable
{
    Q_OBJECT

public:
    /// scene must outlive the plottable, which the plot owns.
    FlowPlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const ChartScene &scene);

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
    const ChartScene &m_scene;
    FlowPane m_pane;
};

} // namespace tapeline
