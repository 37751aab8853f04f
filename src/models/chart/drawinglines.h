#pragma once

#include "drawing.h"

#include <QPointF>

namespace tapeline {

/// A plane in which a drawing's lines are straight: a chart's pixels, or keys and prices.
class DrawingPlane
{
public:
    virtual ~DrawingPlane() = default;

    virtual QPointF placeOf(const DrawingPoint &point) const = 0;
    virtual double yOf(double price) const = 0;
    /// Its inverse.
    virtual double priceOf(double y) const = 0;
};

/// A straight line of a drawing, which may go on beyond its ends.
struct DrawnLine
{
    /// What it is to the drawing: a side of it, a help to the eye that stands for no price (the
    /// trend of a Fibonacci tool, the middle of a channel), or upright.
    enum class Role : quint8 { Main, Guide, Upright };

    QPointF from;
    QPointF to;
    bool goesOnBefore = false;
    bool goesOnAfter = false;
    int level = -1; ///< which of the drawing's levels it is; -1: none
    Role role = Role::Main;
};

/// All straight lines of a drawing; none of texts, ellipses and what is drawn by hand. A drawing
/// needs all its points; while it is being placed, those that are missing lie at the last one.
std::vector<DrawnLine> drawnLines(const Drawing &drawing, const DrawingPlane &plane);

/// The price of a level of a Fibonacci tool: between the second point (ratio 0) and the first
/// (ratio 1) of a retracement; of an extension from the third point by that part of the move from
/// the first to the second.
double levelPrice(const Drawing &drawing, double ratio);

} // namespace tapeline
