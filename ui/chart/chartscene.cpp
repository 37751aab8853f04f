#include "chartscene.h"

#include <algorithm>

namespace tapeline {

ChartPanes ChartPanes::divide(QSize size, int priceAxisWidth, int timeAxisHeight)
{
    const int width = std::max(1, size.width() - priceAxisWidth);
    const int height = std::max(2, size.height() - timeAxisHeight);
    const int volumeHeight = std::clamp(height * 18 / 100, 1, 220);
    ChartPanes panes;
    panes.price = QRect(0, 0, width, height - volumeHeight);
    panes.volume = QRect(0, height - volumeHeight, width, volumeHeight);
    panes.priceAxis = QRect(width, 0, priceAxisWidth, height);
    panes.timeAxis = QRect(0, height, width, timeAxisHeight);
    return panes;
}

} // namespace tapeline
