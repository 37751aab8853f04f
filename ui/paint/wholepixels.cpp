#include "wholepixels.h"

#include <QWidget>

#include <cmath>

namespace tapeline {

namespace {

constexpr int grid = 4; // so many quarters are whole pixels

bool isWhole(double value)
{
    return value == std::round(value);
}

int before(int position)
{
    return qFloor(double(position) / grid) * grid;
}

/// In the window's coordinates.
QRect onGrid(const QRect &rect)
{
    const QPoint end(before(rect.right() + grid), before(rect.bottom() + grid));
    return { QPoint(before(rect.left()), before(rect.top())), end - QPoint(1, 1) };
}

} // namespace

QRegion wholePixels(const QWidget &widget, const QRegion &part)
{
    const double ratio = widget.devicePixelRatioF();
    if (isWhole(ratio))
        return part;
    if (!isWhole(ratio * grid))
        return widget.rect();
    const QPoint origin = widget.mapTo(widget.window(), QPoint());
    QRegion whole;
    for (const QRect &rect : part) // what is painted there may reach into the next pixel
        whole += onGrid(rect.adjusted(-1, -1, 1, 1).translated(origin)).translated(-origin);
    return whole;
}

} // namespace tapeline
