#pragma once

#include "drawinglines.h"

#include <QLineF>
#include <QRectF>

namespace tapeline {

/// A drawing where it lies on a chart, in pixels; what is out of the pane is cut off.
struct DrawingShape
{
    struct Line
    {
        QLineF line;
        int level = -1;
        DrawnLine::Role role = DrawnLine::Role::Main;
        double start = 0; ///< where it begins, along the whole line from its first point
    };
    struct Area
    {
        std::vector<QPointF> corners;
        int level = -1; ///< it lies between this one and the one before
    };

    std::vector<Line> lines {};
    std::vector<Area> areas {};
    QRectF ellipse {};
    std::vector<QPointF> path {}; ///< of a brush
    QRectF box {}; ///< of a text
    std::vector<QPointF> handles {}; ///< what moves each: movedHandle()
    bool isFilled = false; ///< a press inside is one on it

    bool isEmpty() const
    {
        return lines.empty() && areas.empty() && ellipse.isEmpty() && path.empty() && box.isEmpty();
    }
};

/// Of a drawing with at least one point.
/// @param textSize  of its text, for tools that show one in a box
DrawingShape placeDrawing(const Drawing &drawing, const DrawingPlane &plane, const QRectF &pane,
                          QSizeF textSize = {});

/// Where on a drawing something is.
struct DrawingSpot
{
    int handle = -1; ///< -1: on the drawing itself

    friend bool operator==(const DrawingSpot &, const DrawingSpot &) = default;
};

/// Nothing where neither a handle nor a line or filled inside is within reach pixels.
std::optional<DrawingSpot> spotAt(const DrawingShape &shape, QPointF position, double reach,
                                  bool withHandles);
/// In pixels, to the nearest line; 0 inside what is filled.
double distanceTo(const DrawingShape &shape, QPointF position);

/// The part of a line that lies in a rectangle.
std::optional<QLineF> clipped(const DrawnLine &line, const QRectF &area);

/// The drawing with a handle elsewhere: one of its points; of rectangles and ellipses the handles
/// after those are the two other corners.
Drawing movedHandle(Drawing drawing, int handle, const DrawingPoint &to);
/// How many handles it has.
int handleCount(const Drawing &drawing);

} // namespace tapeline
