#pragma once

#include "chartscene.h"
#include "sessionspans.h"

#include <qcustomplot.h>

namespace tapeline {

class PixelFill;

/// All that lies behind the bars: the background, extended hours, lines between days, the grid, and
/// marks where data is missing. What is the same from top to bottom is made up once, as one row of
/// pixels, so that the whole background costs no more than filling it with one colour.
class ChartBackdrop : public QCPLayerable
{
    Q_OBJECT

public:
    /// scene must outlive the backdrop, which the plot owns.
    ChartBackdrop(QCustomPlot *plot, const ChartScene &scene);

    void setCalendar(const MarketCalendar &calendar) { m_calendar = calendar; }

protected:
    QRect clipRect() const override;
    void applyDefaultAntialiasingHint(QCPPainter *painter) const override;
    void draw(QCPPainter *painter) override;

private:
    struct Pixels; // lengths in device pixels
    void makeRow(const Pixels &pixels);
    void mark(int from, int to, const QColor &color);
    void drawLines(PixelFill &fill, const Pixels &pixels) const;
    void drawGaps(PixelFill &fill, const Pixels &pixels) const;
    void drawZone(QPainter &painter) const;

    const ChartScene &m_scene;
    MarketCalendar m_calendar;
    std::vector<QRgb> m_row; // kept between frames for its memory
};

} // namespace tapeline
