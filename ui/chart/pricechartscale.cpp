// The scale of a PriceChart, what it is compared to, and the crosshairs of other charts.

#include "pricechart.h"

#include "chartlook.h"
#include "chartoverlay.h"
#include "chartscale.h"
#include "comparison.h"
#include "comparisonlines.h"

#include <QAction>

namespace tapeline {

// --- scale
// ----------------------------------------------------------------------------------------------

bool PriceChart::isLogScale() const
{
    return m_scale->mode() == ScaleMode::Logarithmic;
}

void PriceChart::setLogScale(bool log)
{
    if (log != isLogScale())
        m_scale->setMode(log ? ScaleMode::Logarithmic : ScaleMode::Linear);
}

void PriceChart::takeScale()
{
    const bool log = isLogScale();
    const bool logChanged = log != m_view.logScale;
    m_navigator.setLogScale(log);
    m_navigator.setInverted(m_scale->isInverted());
    m_logAction->setChecked(log);
    viewMoved();
    if (logChanged)
        emit logScaleChanged(log);
}

/// The close of the first bar with prices from a key on; 0 when there is none.
double PriceChart::baseOf(ChartSeries::Key first) const
{
    if (!m_scene.hasBars())
        return 0;
    for (ChartSeries::Key key = std::max(first, m_series->firstKey()); key <= m_series->lastKey();
         ++key)
        if (const OhlcRun &run = m_series->run(key); !run.isEmpty())
            return run.close;
    return 0;
}

/// What fits the height of the pane.
OhlcRun PriceChart::fittedRun(ChartSeries::Key first, ChartSeries::Key last) const
{
    OhlcRun run = m_look->over(first, last);
    if (m_comparisons && !m_scale->isPricesOnly() && !run.isEmpty())
        ComparisonLines::extend(
            run, ComparisonLines::place(*m_comparisons, first, last, baseOf(first)), first, last);
    return run;
}

// --- comparisons
// ----------------------------------------------------------------------------------------------

void PriceChart::setComparisons(Comparisons &comparisons)
{
    m_comparisons = &comparisons;
    connect(&comparisons, &Comparisons::listChanged, this, [this] { onComparisonsChanged(false); });
    connect(&comparisons, &Comparisons::valuesChanged, this, &PriceChart::onComparisonsChanged);
    connect(&comparisons, &Comparisons::removed, this, [this] { m_scene.compared.clear(); });
    onComparisonsChanged(false);
}

void PriceChart::onComparisonsChanged(bool tailOnly)
{
    const ChartViewport before = m_view;
    m_navigator.refit();
    const bool sameView = before.low == m_view.low && before.high == m_view.high;
    if (tailOnly && sameView && !m_redrawTimer.isActive())
        m_overlay->updateTail();
    else
        scheduleRedraw();
}

void PriceChart::placeComparisons()
{
    const ChartSeries::Key first = m_scene.view.firstVisible();
    m_scene.scale.base = baseOf(first);
    m_scene.compared.clear();
    if (m_comparisons && m_scene.hasBars())
        m_scene.compared = ComparisonLines::place(*m_comparisons, first, m_scene.view.lastVisible(),
                                                  m_scene.scale.base);
}

std::optional<double> PriceChart::changeOf(const Comparison &comparison) const
{
    const ChartSeries::Key first = m_scene.view.firstVisible();
    const ChartSeries::Key last = m_scene.view.lastVisible();
    const double base = comparison.baseOf(first, last);
    const ChartSeries::Key key = m_scene.crosshair ? m_scene.crosshair->key : last;
    const std::optional<double> value = comparison.valueAt(key);
    if (!value || base <= 0)
        return std::nullopt;
    return *value / base - 1;
}

void PriceChart::setShadesExtended(bool shades)
{
    m_scene.shadesExtended = shades;
    scheduleRedraw();
}

// --- crosshairs of other charts
// ----------------------------------------------------------------------------------------------

void PriceChart::showLinked(std::optional<Timestamp> time, std::optional<double> price)
{
    if (m_scene.crosshair && !m_scene.crosshair->linked)
        return; // the mouse is here
    m_linked = time ? std::optional(Linked { *time, price }) : std::nullopt;
    placeLinked();
}

/// Bars and prices may lie elsewhere now.
void PriceChart::placeLinked()
{
    const bool own = m_scene.crosshair && !m_scene.crosshair->linked;
    std::optional<ChartCrosshair> crosshair;
    if (m_linked && m_scene.hasBars()) {
        const ChartSeries::Key key = m_series->keyHolding(m_linked->time);
        if (m_series->contains(key) && key >= m_scene.view.firstVisible()
            && key <= m_scene.view.lastVisible())
            crosshair = ChartCrosshair { key, std::nullopt, true };
    }
    if (crosshair && m_linked->price) {
        const int y = qRound(m_scene.priceY(*m_linked->price));
        if (m_scene.panes.price.contains(m_scene.panes.price.left(), y))
            crosshair->y = y;
    }
    if (own || crosshair == m_scene.crosshair)
        return;
    m_scene.crosshair = crosshair;
    m_overlay->updateCrosshair();
    const bool onBar = crosshair.has_value();
    emit crosshairMoved(onBar ? std::optional(m_series->start(crosshair->key)) : std::nullopt);
}

void PriceChart::tellPointed()
{
    const auto &crosshair = m_scene.crosshair;
    if (!crosshair || !m_series || !m_series->contains(crosshair->key)) {
        emit pointed(std::nullopt, std::nullopt);
        return;
    }
    const QRect &pane = m_scene.panes.price;
    const bool amongPrices = crosshair->y && pane.contains(pane.left(), *crosshair->y);
    emit pointed(m_series->start(crosshair->key),
                 amongPrices ? std::optional(m_scene.view.priceAt(*crosshair->y - pane.top()))
                             : std::nullopt);
}

} // namespace tapeline
