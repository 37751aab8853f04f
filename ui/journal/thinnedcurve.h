#pragma once

#include <QPointF>

#include <span>
#include <vector>

namespace tapeline {

/// What a curve of many points looks like on so many pixel columns: of each column its first,
/// lowest, highest and last point, in the order of the curve. A curve of few points stays as it is.
/// Points ascend along x.
std::vector<QPointF> thinnedCurve(std::span<const QPointF> points, int columns);

} // namespace tapeline
