#include "chartscene.h"

#include <algorithm>

namespace tapeline {

ChartPanes ChartPanes::divide(QSize size, int priceAxisWidth, int timeAxisHeight, bool withFlow,
                              bool withVolume)
{
    const int width = std::max(1, size.width() - priceAxisWidth);
    const int height = std::max(2, size.height() - timeAxisHeight);
    const int volumeShare = withVolume ? (withFlow ? 13 : 18) : 0;
    const int volumeHeight = std::clamp(height * volumeShare / 100, 1, 220);
    const int flowHeight = withFlow ? std::clamp(height * 24 / 100, 1, 340) : 0;
    ChartPanes panes;
    panes.price = QRect(0, 0, width, height - volumeHeight - flowHeight);
    panes.flow = QRect(0, panes.price.bottom() + 1, width, flowHeight);
    panes.volume = QRect(0, height - volumeHeight, width, volumeHeight);
    panes.priceAxis = QRect(width, 0, priceAxisWidth, height);
    panes.timeAxis = QRect(0, height, width, timeAxisHeight);
    return panes;
}

} // namespace tapeline
