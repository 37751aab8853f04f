#pragma once

#include "drawinglayout.h"

class QPainter;

namespace tapeline {

/// Paints drawings: lines smooth, but horizontals and verticals on whole pixels; only what touches
/// the part that is asked for, and of long lines only what lies in it.
class DrawingPainter
{
public:
    /// Both must outlive it.
    DrawingPainter(const ChartScene &scene, const DrawingLayout &layout);

    void paint(QPainter &painter, const std::vector<PlacedDrawing> &drawings,
               const QRegion &region) const;

private:
    void paintPart(QPainter &painter, const std::vector<PlacedDrawing> &drawings,
                   const QRect &part) const;
    void paintWithin(QPainter &painter, const PlacedDrawing &placed, const QRect &part) const;
    void paintFill(QPainter &painter, const PlacedDrawing &placed, const QRect &part) const;
    void paintLine(QPainter &painter, const PlacedDrawing &placed, const DrawingShape::Line &line,
                   const QRect &part) const;
    void paintCurves(QPainter &painter, const PlacedDrawing &placed) const;
    void paintArrow(QPainter &painter, const PlacedDrawing &placed) const;
    void paintHandles(QPainter &painter, const PlacedDrawing &placed) const;
    void paintLabel(QPainter &painter, const DrawingLabel &label) const;

    const ChartScene &m_scene;
    const DrawingLayout &m_layout;
};

} // namespace tapeline
