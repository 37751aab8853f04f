// How the range of a volume profile is marked and changed in a PriceChart.

#include "pricechart.h"

namespace tapeline {

namespace {

constexpr int edgeReach = 4; // pixels to either side of an edge

} // namespace

void PriceChart::markRange()
{
    if (!m_flow || !m_scene.hasBars())
        return;
    m_scene.flow.marking = true;
    setFocus();
    setCursor(Qt::SplitHCursor);
    scheduleRedraw();
}

void PriceChart::removeRange()
{
    FlowOptions options = flowOptions();
    if (options.profile != ProfileRange::Fixed)
        return;
    options.profile = ProfileRange::None;
    setFlowOptions(options);
}

/// Forgets a range that has not been marked to its end; false when there is none.
bool PriceChart::leaveRange()
{
    if (!m_scene.flow.marking && m_drag != Drag::Range)
        return false;
    m_scene.flow.marking = false;
    m_drag = Drag::None;
    takeFlowOptions();
    return true;
}

/// When the pointer is at an edge of the range: the bar at the other one.
std::optional<ChartSeries::Key> PriceChart::rangeAnchor(QPoint position) const
{
    const FlowOptions &options = flowOptions();
    if (options.profile != ProfileRange::Fixed || !options.span || !m_scene.hasBars()
        || !m_scene.panes.price.contains(position))
        return std::nullopt;
    const ChartSeries::Key first = m_series->keyHolding(options.span->from);
    const ChartSeries::Key last = std::max(first, m_series->keyAtOrAfter(options.span->until) - 1);
    const auto isNear
        = [&](double edge) { return std::abs(m_view.xOf(edge) - position.x()) <= edgeReach; };
    if (isNear(double(last) + 0.5))
        return first;
    if (isNear(double(first) - 0.5))
        return last;
    return std::nullopt;
}

/// Whether a press begins to mark or to change a range.
bool PriceChart::pressRange(QPoint position)
{
    if (!m_scene.hasBars())
        return false;
    if (m_scene.flow.marking && m_scene.panes.all().contains(position))
        m_rangeAnchor = m_view.barAt(position.x());
    else if (const auto anchor = rangeAnchor(position))
        m_rangeAnchor = *anchor;
    else
        return false;
    m_drag = Drag::Range;
    if (m_scene.flow.marking)
        dragRange(position);
    return true;
}

/// Shows the range from the anchor to a bar; it is chosen when the button is let go.
void PriceChart::dragRange(QPoint position)
{
    dragRange(m_view.barAt(position.x()));
}

/// By keys: the crosshair's bar is one end of the range, then the other.
bool PriceChart::markAtCrosshair()
{
    if (!m_scene.flow.marking || !m_scene.crosshair)
        return false;
    const bool isSecond = m_drag == Drag::Range;
    if (!isSecond)
        m_rangeAnchor = m_scene.crosshair->key;
    m_drag = Drag::Range;
    dragRange(m_scene.crosshair->key);
    if (!isSecond)
        return true;
    m_drag = Drag::None;
    setCursor(Qt::CrossCursor);
    releaseRange();
    return true;
}

void PriceChart::dragRange(ChartSeries::Key to)
{
    if (!m_scene.hasBars())
        return;
    const auto onBar = [this](ChartSeries::Key key) {
        return std::clamp(key, m_series->firstKey(), m_series->lastKey());
    };
    const auto [first, last] = std::minmax({ onBar(m_rangeAnchor), onBar(to) });
    FlowOptions &shown = m_scene.flow.options;
    shown.profile = ProfileRange::Fixed;
    shown.span
        = { m_series->start(first),
            m_series->timeframe().nextWindow(m_series->start(last), m_series->assetClass()) };
    scheduleRedraw();
}

void PriceChart::releaseRange()
{
    m_scene.flow.marking = false;
    setFlowOptions(m_scene.flow.options);
}

} // namespace tapeline
