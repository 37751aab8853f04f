#pragma once

#include <QPointF>

#include <span>
#include <vector>

namespace tapeline {

/// What a curve of many points looks like on so many pixel columns: of each column its lowest and
/// its highest point, in the order of the curve, and both ends. A curve of few points stays as it
/// is. Points ascend along x.
std::vector<QPointF> thinnedCurve(std::span<const QPointF> points, int columns);
/// Of a thinned curve the point of each pair that is farther from zero: the outline of what is
/// filled below or above it.
std::vector<QPointF> outlineOf(std::span<const QPointF> thinned);

} // namespace tapeline
