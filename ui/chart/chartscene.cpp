#include "chartscene.h"

#include "panelayout.h"

#include <algorithm>

namespace tapeline {

QRect ChartPanes::rectOf(int id) const
{
    if (id == ChartPane::prices)
        return price;
    const auto found = std::ranges::find(lower, id, &ChartPane::id);
    return found == lower.end() ? QRect() : found->rect;
}

ChartPane ChartPanes::at(int y) const
{
    const auto found = std::ranges::find_if(lower, [y](const ChartPane &pane) {
        return y >= pane.rect.top() && y <= pane.rect.bottom();
    });
    return found == lower.end() ? ChartPane { ChartPane::prices, price } : *found;
}

ChartPanes ChartPanes::divide(QSize size, int priceAxisWidth, int timeAxisHeight, bool withFlow,
                              bool withVolume)
{
    return PaneLayout().divide(size, { priceAxisWidth, timeAxisHeight }, withFlow, withVolume);
}

} // namespace tapeline
