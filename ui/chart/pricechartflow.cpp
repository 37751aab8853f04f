// The order flow of a PriceChart.

#include "pricechart.h"

#include "chartcanvas.h"
#include "chartoverlay.h"

namespace tapeline {

void PriceChart::setFlow(FlowSeries *flow)
{
    if (m_flow)
        m_flow->disconnect(this);
    m_flow = flow;
    m_sessions = flow ? std::make_unique<FlowSessions>(*flow) : nullptr;
    m_scene.flow.series = flow;
    m_scene.flow.sessions = m_sessions.get();
    if (flow) {
        connect(flow, &FlowSeries::changed, this, &PriceChart::onFlowChanged);
        connect(flow, &QObject::destroyed, this, [this] { setFlow(nullptr); });
    }
    takeFlowOptions();
}

void PriceChart::setFlowOptions(FlowOptions options)
{
    if (options.profile != ProfileRange::Fixed)
        options.span.reset();
    const bool newFootprint = options.footprint && !m_scene.flow.options.footprint;
    m_flowMenu->setOptions(options);
    takeFlowOptions();
    if (newFootprint && m_view.barWidth < FootprintPainter::textWidth)
        m_navigator.zoom(FootprintPainter::textWidth / m_view.barWidth);
    viewMoved();
    emit flowOptionsChanged(options);
}

void PriceChart::takeFlowOptions()
{
    const FlowOptions &options = flowOptions();
    m_scene.flow.options = options;
    if (m_flow) {
        m_flow->setReset(options.reset);
        m_sessions->setDeveloping(options.developing);
    }
    dividePanes();
}

void PriceChart::onFlowChanged(ChartSeries::Key from)
{
    if (!flowOptions().needsFlow() || !m_scene.hasBars())
        return;
    const FlowOptions &options = m_scene.flow.options;
    if ((options.profile != ProfileRange::None || options.needsSessions())
        && !m_profileTimer.isActive())
        m_profileTimer.start(); // the canvas has them, not the overlay
    const bool lastOnly = from >= m_series->lastKey() && !m_redrawTimer.isActive();
    if (lastOnly && !m_scene.flow.isShown())
        return m_overlay->updateTail();
    const auto [low, high]
        = FlowPane::range(m_scene.flow, m_series->lastKey(), m_series->lastKey());
    if (lastOnly && low >= m_scene.flow.low && high <= m_scene.flow.high)
        m_overlay->updateTail();
    else
        scheduleRedraw();
}

void PriceChart::fitFlow()
{
    if (!m_scene.flow.isShown() || !m_scene.hasBars())
        return;
    const auto [low, high]
        = FlowPane::range(m_scene.flow, m_view.firstVisible(), m_view.lastVisible());
    const int legend = m_overlay->flow().legendRoom();
    const int rest = std::max(1, m_scene.panes.flow.height() - legend);
    m_scene.flow.low = low;
    m_scene.flow.high = high + (high - low) * legend / rest;
}

QString PriceChart::flowText() const
{
    return m_overlay->flow().legendText();
}

} // namespace tapeline
