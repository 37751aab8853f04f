#pragma once

#include "footprintpainter.h"
#include "profilepainter.h"

#include <qcustomplot.h>

namespace tapeline {

/// The closed bars of a chart as candlesticks or footprints, before a volume profile. The newest bar
/// is the overlay's: it changes alone.
class CandlePlottable : public QCPAbstractPlottable
{
    Q_OBJECT

public:
    /// scene must outlive the plottable, which the plot owns.
    CandlePlottable(QCPAxis *keyAxis, QCPAxis *valueAxis, const ChartScene &scene);

    void setStyle(const QFont &font, const QLocale &locale);

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
    BarPainter m_painter;
    FootprintPainter m_footprint;
    ProfilePainter m_profile;
};

} // namespace tapeline
