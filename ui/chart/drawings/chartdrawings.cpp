#include "chartdrawings.h"

#include "guestlayer.h"
#include "instrument.h"
#include "pricechart.h"
#include "wholepixels.h"

#include <algorithm>

namespace tapeline {

ChartDrawings::ChartDrawings(DrawingDesk &desk, const MarketCalendar &calendar, PriceChart &chart)
    : QObject(&chart)
    , m_desk(desk)
    , m_chart(chart)
    , m_times(*chart.series(), calendar)
    , m_plane(chart.scene(), m_times)
    , m_layout(chart.scene(), m_plane)
    , m_painter(chart.scene(), m_layout)
    , m_layer(new GuestLayer(
          [this](QPainter &painter, const QRegion &region) {
              m_cache.paint(painter, *m_layer, region, [this](QPainter &onto, const QRegion &part) {
                  m_painter.paint(onto, m_placed, part);
              });
          },
          &chart))
{
    connect(chart.series(), &ChartSeries::changed, this, &ChartDrawings::onSeriesChanged);
    followSymbol();
    chart.addGuest(*this);
}

ChartDrawings::~ChartDrawings() = default;

QWidget *ChartDrawings::layer()
{
    return m_layer;
}

// --- what there is
// ---------------------------------------------------------------------------------------------------

void ChartDrawings::onSeriesChanged(const ChartSeries::Change &change)
{
    if (change.reset || change.older > 0 || change.newer > 0)
        m_times.update(); // the chart is drawn again, and with it the drawings
    if (change.reset)
        followSymbol();
}

void ChartDrawings::followSymbol()
{
    updateText();
    const QString &symbol = m_chart.series()->symbol();
    if (m_book && symbol == m_symbol)
        return;
    cancelDrag();
    cancelPlacing();
    if (m_book)
        m_book->disconnect(this);
    m_symbol = symbol;
    m_selected.clear();
    m_hovered.reset();
    m_book = &m_desk.book(symbol);
    connect(m_book, &DrawingBook::changed, this, [this] {
        const qsizetype before = m_selected.size();
        m_selected.removeIf([this](const QString &id) { return !m_book->find(id); });
        layOutAgain();
        if (m_selected.size() != before)
            emit selectionChanged();
        emit drawingsChanged();
    });
    layOutAgain();
    emit selectionChanged();
    emit drawingsChanged();
}

void ChartDrawings::updateText()
{
    const ChartSeries &series = *m_chart.series();
    const Instrument instrument = instrumentFromSymbol(series.symbol()).value_or(Instrument());
    const double last = series.isEmpty() ? 0 : series.closeBefore(series.lastKey() + 1);
    m_tick = instrument.tickAt(Price::fromDouble(last)).toDouble();
    m_layout.setText(m_chart.font(), m_chart.locale(), series.priceDecimals(), m_tick);
}

DrawingLook ChartDrawings::lookOf(const Drawing &drawing) const
{
    return { .isSelected = m_selected.contains(drawing.id),
             .isHovered = m_hovered && m_hovered->id == drawing.id && !m_tool,
             .isLocked = m_book->isLocked(drawing) };
}

/// Those in view, and what is being placed.
void ChartDrawings::layOut()
{
    m_placed.clear();
    if (!m_chart.scene().hasBars())
        return;
    for (const Drawing &drawing : m_book->drawings()) {
        if (!m_book->isShown(drawing))
            continue;
        PlacedDrawing placed = m_layout.place(drawing, lookOf(drawing));
        if (placed.isInView())
            m_placed.push_back(std::move(placed));
    }
    if (m_placing)
        if (PlacedDrawing placed = m_layout.place(*m_placing, { .isSelected = true });
            placed.isInView())
            m_placed.push_back(std::move(placed));
}

/// With the same view: what looks different is painted again.
void ChartDrawings::layOutAgain()
{
    const std::vector<PlacedDrawing> before = std::exchange(m_placed, {});
    layOut();
    QRegion changed;
    const auto same = [](const PlacedDrawing &a, const PlacedDrawing &b) {
        return a.drawing == b.drawing && a.look == b.look;
    };
    const std::size_t common = std::min(before.size(), m_placed.size());
    for (std::size_t i = 0; i < std::max(before.size(), m_placed.size()); ++i) {
        if (i < common && same(before[i], m_placed[i]))
            continue;
        if (i < before.size())
            changed += before[i].bounds;
        if (i < m_placed.size())
            changed += m_placed[i].bounds;
    }
    m_layer->setVisible(!m_placed.empty());
    if (changed.isEmpty())
        return;
    changed = wholePixels(*m_layer, changed);
    m_cache.forget(changed);
    m_layer->update(changed);
}

void ChartDrawings::viewDrawn()
{
    updateText();
    layOut();
    m_cache.forget();
    m_layer->setVisible(!m_placed.empty());
    if (!m_placed.empty())
        m_layer->update();
}

void ChartDrawings::paintForPicture(QPainter &painter)
{
    m_painter.paint(painter, m_placed, m_chart.rect());
}

// --- modes
// -----------------------------------------------------------------------------------------------------

void ChartDrawings::setTool(std::optional<DrawingTool> tool)
{
    const bool cancelled = cancelPlacing();
    if (tool == m_tool && !cancelled)
        return;
    m_tool = tool;
    if (tool) {
        select({});
        m_chart.guestChose(*this);
    }
    m_hovered.reset();
    layOutAgain();
    m_chart.guestChanged();
    emit modeChanged();
}

void ChartDrawings::setMagnetMode(MagnetMode mode)
{
    if (std::exchange(m_magnet, mode) != mode)
        emit modeChanged();
}

void ChartDrawings::setKeepsDrawing(bool keeps)
{
    if (std::exchange(m_keepsDrawing, keeps) != keeps)
        emit modeChanged();
}

void ChartDrawings::select(const QStringList &ids)
{
    if (ids == m_selected)
        return;
    m_selected = ids;
    if (!ids.isEmpty())
        m_chart.guestChose(*this);
    layOutAgain();
    sayAloud();
    emit selectionChanged();
}

std::vector<Drawing> ChartDrawings::selectedDrawings() const
{
    std::vector<Drawing> drawings;
    for (const Drawing &drawing : m_book->drawings())
        if (m_selected.contains(drawing.id))
            drawings.push_back(drawing);
    return drawings;
}

QStringList ChartDrawings::unlocked(const QStringList &ids) const
{
    QStringList free;
    for (const QString &id : ids)
        if (const Drawing *drawing = m_book->find(id); drawing && !m_book->isLocked(*drawing))
            free.append(id);
    return free;
}

} // namespace tapeline
