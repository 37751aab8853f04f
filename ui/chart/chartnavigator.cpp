#include "chartnavigator.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr int fewestInView = 2; // bars that can never be panned away

} // namespace

double ChartNavigator::usualBarWidth(int paneWidth)
{
    return paneWidth < 1500 ? 7 : paneWidth < 2200 ? 9 : 11;
}

ChartNavigator::ChartNavigator(ChartViewport &view)
    : m_view(view)
{
}

void ChartNavigator::setSeries(const ChartSeries *series)
{
    m_series = series;
    m_fitted = true;
    resetTime();
}

void ChartNavigator::setFitted(
    std::function<OhlcRun(ChartSeries::Key first, ChartSeries::Key last)> fitted)
{
    m_fittedRun = std::move(fitted);
    refit();
}

void ChartNavigator::resize(int width, int height)
{
    const double right = m_view.right();
    m_view.width = std::max(1, width);
    m_view.height = std::max(1, height);
    if (m_usualWidth)
        m_view.barWidth = usualBarWidth(m_view.width);
    if (m_following)
        showLast();
    else
        m_view.left = right - m_view.visibleBars();
    refit();
}

void ChartNavigator::setRoomAbove(int pixels)
{
    m_roomAbove = pixels;
    refit();
}

void ChartNavigator::setRoomBelow(int pixels)
{
    m_roomBelow = pixels;
    refit();
}

void ChartNavigator::update(const ChartSeries::Change &change)
{
    if (change.reset)
        m_following = true;
    // A first load, or one that replaces all: begin at the newest bar
    if (change.reset || (m_series && change.newer == m_series->size())) {
        m_fitted = m_fitted || change.reset;
        showLast();
    } else if (change.newer > 0 && m_following) {
        m_view.left += double(change.newer);
    }
    refit();
}

double ChartNavigator::narrowestBar() const
{
    const double bars = m_series ? double(m_series->size()) : 0;
    return std::min(1.0, 0.97 * (m_view.width - roomRight()) / std::max(bars, 1.0));
}

/// Free room between the newest bar and the price axis.
int ChartNavigator::roomRight() const
{
    return std::clamp(m_view.width / 14, 8, 90);
}

void ChartNavigator::moved()
{
    if (!m_series || m_series->isEmpty())
        return;
    const double first = double(m_series->firstKey() - 1 + fewestInView) - m_view.visibleBars();
    const double last = double(m_series->lastKey() + 1 - fewestInView);
    if (m_view.left < first || m_view.left > last)
        m_view.left = std::clamp(m_view.left, first, last);
    m_following = m_view.right() >= double(m_series->lastKey());
    refit();
}

void ChartNavigator::refit()
{
    if (!m_fitted || !m_series || m_series->isEmpty())
        return;
    const ChartSeries::Key first = m_view.firstVisible();
    const ChartSeries::Key last = m_view.lastVisible();
    const OhlcRun visible = m_fittedRun ? m_fittedRun(first, last) : m_series->over(first, last);
    if (visible.isEmpty())
        return;
    const ValueRun also = m_alsoFitted ? m_alsoFitted(first, last) : ValueRun();
    m_view.fitPrices(std::min<double>(visible.low, also.low),
                     std::max<double>(visible.high, also.high), m_roomAbove,
                     std::max(m_roomBelow, m_view.height / 16));
}

void ChartNavigator::zoomAt(double x, double factor)
{
    m_view.zoomAt(x, factor, narrowestBar(), widestBar);
    m_usualWidth = false;
    moved();
}

void ChartNavigator::zoom(double factor)
{
    const bool anchored = m_following && m_series && !m_series->isEmpty();
    zoomAt(anchored ? m_view.xOf(double(m_series->lastKey())) : m_view.width / 2.0, factor);
}

void ChartNavigator::pan(int pixels)
{
    m_view.pan(pixels);
    moved();
}

void ChartNavigator::panBars(double bars)
{
    pan(static_cast<int>(std::lround(-bars * m_view.barWidth)));
}

void ChartNavigator::stretch(double factor)
{
    zoomAt(m_view.width, factor);
}

void ChartNavigator::showFirst()
{
    if (!m_series || m_series->isEmpty())
        return;
    m_view.left = double(m_series->firstKey()) - 1;
    moved();
}

void ChartNavigator::showLast()
{
    const double last = m_series && !m_series->isEmpty() ? double(m_series->lastKey()) : 0;
    m_view.left = last + 0.5 - (m_view.width - roomRight()) / m_view.barWidth;
    m_following = true;
    refit();
}

void ChartNavigator::showBars(ChartSeries::Key first, ChartSeries::Key last)
{
    const double bars = double(std::max<ChartSeries::Key>(last - first + 1, 1));
    m_view.barWidth = std::min(m_view.width / bars, widestBar);
    m_view.left = double(first) - 0.5;
    m_usualWidth = false;
    moved();
}

void ChartNavigator::resetTime()
{
    m_view.barWidth = usualBarWidth(m_view.width);
    m_usualWidth = true;
    showLast();
}

void ChartNavigator::reveal(ChartSeries::Key key)
{
    const double left = double(key) - 1;
    const double right = double(key) + 1;
    if (left < m_view.left)
        panBars(left - m_view.left);
    else if (right > m_view.right())
        panBars(right - m_view.right());
}

void ChartNavigator::scalePrices(double y, double factor)
{
    m_fitted = false;
    m_view.scalePrices(y, factor);
}

void ChartNavigator::panPrices(int pixels)
{
    m_fitted = false;
    m_view.panPrices(pixels);
}

void ChartNavigator::fitPrices()
{
    m_fitted = true;
    refit();
}

void ChartNavigator::setLogScale(bool log)
{
    m_view.logScale = log;
    refit();
}

void ChartNavigator::setInverted(bool inverted)
{
    m_view.inverted = inverted;
    refit();
}

bool ChartNavigator::isNearOldest() const
{
    return m_series && !m_series->isEmpty()
        && m_view.left < double(m_series->firstKey()) + m_view.visibleBars() / 2;
}

} // namespace tapeline
