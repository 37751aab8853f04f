#pragma once

#include "bartimes.h"
#include "chartscene.h"
#include "drawinglines.h"

namespace tapeline {

/// Where instants and prices lie on a chart, in its pixels.
class ChartPlane : public DrawingPlane
{
public:
    /// Both must outlive it.
    ChartPlane(const ChartScene &scene, const BarTimes &times)
        : m_scene(scene)
        , m_times(times)
    {
    }

    QPointF placeOf(const DrawingPoint &point) const override
    {
        const double x = m_scene.view.xOf(m_times.keyAt(point.time)) + 0.5;
        return { m_scene.panes.price.left() + x, yOf(point.price) };
    }
    double yOf(double price) const override { return m_scene.priceY(price); }
    double priceOf(double y) const override
    {
        return m_scene.view.priceAt(y - m_scene.panes.price.top());
    }
    /// The bar there, or where one will be; whole.
    ChartSeries::Key keyAt(double x) const
    {
        return m_scene.view.barAt(x - m_scene.panes.price.left());
    }
    /// A bar's start and the price at a height.
    DrawingPoint pointAt(QPointF position) const
    {
        return { m_times.timeAt(double(keyAt(position.x()))), priceOf(position.y()) };
    }
    const BarTimes &times() const { return m_times; }

private:
    const ChartScene &m_scene;
    const BarTimes &m_times;
};

} // namespace tapeline
