#include "barframe.h"

namespace tapeline {

BarFrame::Widths BarFrame::widthsOf(double perBar, double ratio)
{
    const int wick = std::max(1, static_cast<int>(ratio + 0.25));
    int body = static_cast<int>(perBar * 0.8);
    if ((body - wick) % 2 != 0)
        --body;
    return { std::max(body, wick), wick };
}

BarFrame::BarFrame(const ChartScene &scene, const QRect &pane, double pixelRatio)
    : ratio(pixelRatio)
    , left(qRound(pane.left() * ratio))
    , right(qRound((pane.right() + 1) * ratio))
    , top(qRound(pane.top() * ratio))
    , bottom(qRound((pane.bottom() + 1) * ratio))
    , keys { (pane.left() - scene.view.left * scene.view.barWidth) * ratio,
             scene.view.barWidth * ratio }
    , widths(widthsOf(keys.perBar, ratio))
{
}

BarFrame::BarFrame(const ChartScene &scene, const QRect &pane, double lowest, double highest,
                   double pixelRatio)
    : BarFrame(scene, pane, pixelRatio)
{
    setScale(lowest, highest, false);
}

BarFrame::BarFrame(const ChartScene &scene, double pixelRatio)
    : BarFrame(scene, scene.panes.price, pixelRatio)
{
    log = scene.view.isLog();
    setScale(scene.view.low, scene.view.high, scene.view.inverted);
}

void BarFrame::setScale(double lowest, double highest, bool inverted)
{
    const double low = log ? std::log(lowest) : lowest;
    const double high = log ? std::log(highest) : highest;
    const double atTop = inverted ? low : high;
    perValue = (top - bottom) / (inverted ? low - high : high - low);
    offset = top - atTop * perValue;
}

} // namespace tapeline
