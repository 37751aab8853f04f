#pragma once

#include "chartscene.h"

#include <qcustomplot.h>

#include <functional>

namespace tapeline {

/// What is painted of a chart's closed bars in one of its panes. The newest bar is the overlay's:
/// it changes alone.
class ChartPlottable : public QCPAbstractPlottable
{
    Q_OBJECT

public:
    using Key = ChartSeries::Key;

    struct Content
    {
        /// Paints the bars [first, last], which may lie outside those there are.
        std::function<void(QPainter &painter, Key first, Key last)> paint;
        /// From their lowest to their highest value; nothing without any.
        std::function<std::optional<QCPRange>(Key first, Key last)> values;
    };

    /// scene must outlive the plottable, which the plot owns.
    ChartPlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const ChartScene &scene, Content content);

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
    Content m_content;
};

} // namespace tapeline
