// What mouse and keyboard do to the lines of a ChartTrading.

#include "charttrading.h"

#include "pricechart.h"
#include "tradedesk.h"
#include "tradetext.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace tapeline {

namespace {

constexpr int lineReach = 3; // pixels to either side of a line
constexpr int dragReach = 3; // a press that moves less is a click

} // namespace

// --- the mouse
// ---------------------------------------------------------------------------------------------------

/// Labels lie above lines; of lines only those that can be dragged are for the mouse, so that a
/// chart can be moved from everywhere else.
std::optional<ChartTrading::Hit> ChartTrading::hitAt(QPoint position) const
{
    for (const PlacedTradeLine &placed : picture().lines) {
        if (placed.endButton.contains(position))
            return Hit { placed.line.id, Spot::End };
        if (placed.reverseButton.contains(position))
            return Hit { placed.line.id, Spot::Reverse };
        if (placed.label.contains(position) || placed.tag.contains(position))
            return Hit { placed.line.id, Spot::Label };
    }
    if (!m_chart.panes().price.contains(position))
        return std::nullopt;
    const PlacedTradeLine *nearest = nullptr;
    for (const PlacedTradeLine &placed : picture().lines) {
        const int away = std::abs(placed.y - position.y());
        if (placed.line.isMovable && away <= lineReach
            && (!nearest || away < std::abs(nearest->y - position.y())))
            nearest = &placed;
    }
    return nearest ? std::optional(Hit { nearest->line.id, Spot::Line }) : std::nullopt;
}

bool ChartTrading::takePress(const QMouseEvent &event)
{
    if (event.button() == Qt::RightButton && m_move) {
        m_barsMenu = true;
        return giveUp();
    }
    m_barsMenu = false;
    if (event.button() != Qt::LeftButton)
        return m_press.has_value();
    const QPoint position = event.position().toPoint();
    const auto hit = hitAt(position);
    if (m_move && (!hit || hit->id != m_selected))
        giveUp();
    select(hit ? std::optional(hit->id) : std::nullopt);
    if (!hit)
        return false;
    const auto placed = std::ranges::find_if(
        picture().lines, [&](const PlacedTradeLine &each) { return each.line.id == hit->id; });
    m_press = Press { *hit, position, placed->y - position.y() };
    return true;
}

bool ChartTrading::takeMove(const QMouseEvent &event)
{
    const QPoint position = event.position().toPoint();
    if (m_press && !event.buttons().testFlag(Qt::LeftButton))
        giveUp(); // it was let go where the chart did not hear of it
    if (m_press) {
        const bool dragged = (position - m_press->from).manhattanLength() >= dragReach;
        const bool isHandle = m_press->hit.spot == Spot::Line || m_press->hit.spot == Spot::Label;
        const TradeLine *line = selectedLine();
        if (isHandle && line && line->isMovable && (m_press->isDrag || dragged))
            drag(position, event.modifiers().testFlag(Qt::ShiftModifier));
        return true;
    }
    const auto hit = hitAt(position);
    if (hit != std::exchange(m_hovered, hit))
        layOut();
    return hit && hit->spot != Spot::Line; // across a line the crosshair goes on
}

void ChartTrading::drag(QPoint position, bool together)
{
    m_press->isDrag = true;
    m_move = Move { draggedFrom(selectedLine()->price, position.y()), together };
    rebuild();
}

bool ChartTrading::takeRelease(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton)
        return m_press.has_value();
    const std::optional<Press> press = std::exchange(m_press, std::nullopt);
    if (!press)
        return false;
    if (press->isDrag && !m_chart.rect().contains(event.position().toPoint()))
        giveUp();
    else if (press->isDrag)
        sendMove();
    else if (hitAt(event.position().toPoint()) == press->hit)
        act(press->hit);
    return true;
}

void ChartTrading::pointerLeft()
{
    if (std::exchange(m_hovered, std::nullopt))
        layOut();
}

/// On a tick, within the pane.
Price ChartTrading::priceAt(int y) const
{
    const QRect &pane = m_chart.panes().price;
    const int inside = std::clamp(y, pane.top(), pane.bottom()) - pane.top();
    return onTick(Price::fromDouble(m_chart.scene().view.priceAt(inside)), m_instrument);
}

double ChartTrading::pixelPrice(int y) const
{
    return m_chart.scene().view.priceAt(y - m_chart.panes().price.top());
}

/// As far away as the pointer has gone, on a tick, within the pane. A line that was not moved keeps
/// its price to the last digit: a pixel is coarser than a tick.
Price ChartTrading::draggedFrom(Price price, int y) const
{
    const QRect &pane = m_chart.panes().price;
    const int before = m_press->from.y() + m_press->grip;
    const int now = std::clamp(y + m_press->grip, pane.top(), pane.bottom());
    if (now == before || y == m_press->from.y())
        return price;
    return onTick(price + Price::fromDouble(pixelPrice(now) - pixelPrice(before)), m_instrument);
}

/// What a button does.
void ChartTrading::act(const Hit &hit)
{
    if (hit.spot == Spot::Reverse)
        m_desk.reverse(m_symbol);
    else if (hit.spot == Spot::End && hit.id.order.isEmpty())
        m_desk.flatten(m_symbol);
    else if (hit.spot == Spot::End)
        m_desk.cancel(hit.id.order);
}

std::optional<Qt::CursorShape> ChartTrading::cursorAt(QPoint position) const
{
    if (m_press && m_press->isDrag)
        return Qt::SizeVerCursor;
    const auto hit = hitAt(position);
    if (!hit)
        return std::nullopt;
    if (hit->spot == Spot::End || hit->spot == Spot::Reverse)
        return Qt::PointingHandCursor;
    const TradeLine *line = find(hit->id);
    return line && line->isMovable ? Qt::SizeVerCursor : Qt::ArrowCursor;
}

QString ChartTrading::toolTipAt(QPoint position) const
{
    if (const auto hit = hitAt(position)) {
        const bool isPosition = hit->id.order.isEmpty();
        if (hit->spot == Spot::Reverse)
            return tr("Reverse the position at the market");
        if (hit->spot == Spot::End)
            return isPosition ? tr("Close the position at the market, and cancel its orders")
                              : tr("Cancel the order");
        const OrderRow *row = orderOf(hit->id.order);
        return row ? tradetext::order(row->ticket, QLocale()) : QString();
    }
    const std::vector<FillMark> &all = marks();
    const auto mark = std::find_if(all.rbegin(), all.rend(), [&](const FillMark &each) {
        return each.place().adjusted(-1, -1, 1, 1).contains(position);
    });
    return mark == all.rend() ? QString() : m_fills.text(*mark, QLocale());
}

// --- keys
// ---------------------------------------------------------------------------------------------------

/// Ctrl+Up and Ctrl+Down select the next line; on the selected one Up and Down move it by a tick,
/// with Shift its bracket too; Enter sends, Escape gives up, then selects nothing; Delete cancels.
bool ChartTrading::takeKey(const QKeyEvent &event)
{
    const int direction = event.key() == Qt::Key_Up ? 1 : event.key() == Qt::Key_Down ? -1 : 0;
    if (direction != 0 && event.modifiers().testFlag(Qt::ControlModifier)) {
        selectNext(direction);
        return !m_lines.empty();
    }
    if (!m_selected || event.modifiers().testFlag(Qt::AltModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        moveBy(direction, event.modifiers().testFlag(Qt::ShiftModifier));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return !m_press && sendMove();
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        cancelSelected();
        return true;
    case Qt::Key_Escape:
        if (!giveUp())
            select(std::nullopt);
        return true;
    default:
        return false;
    }
}

void ChartTrading::moveBy(int ticks, bool together)
{
    const TradeLine *line = selectedLine();
    if (!line || !line->isMovable || m_press)
        return;
    const Price from = m_move ? m_move->to : line->price;
    const qint64 tick = m_instrument.tickAt(from).units();
    m_move = Move { onTick(Price::fromUnits(from.units() + ticks * tick), m_instrument), together };
    rebuild();
    sayAloud();
}

/// False when nothing is in hand.
bool ChartTrading::sendMove()
{
    const TradeLine *line = selectedLine();
    if (!m_move || !line)
        return false;
    const std::vector<OrderReplace> changes
        = moveTo(m_settled, *line, m_move->to, m_move->together, m_instrument);
    m_move.reset();
    if (!changes.empty())
        m_desk.change(changes);
    rebuild();
    return true;
}

/// A line in hand goes back; false when there is none.
bool ChartTrading::giveUp()
{
    m_press.reset();
    if (!std::exchange(m_move, std::nullopt))
        return false;
    rebuild();
    return true;
}

void ChartTrading::select(std::optional<TradeLineId> id)
{
    if (id == std::exchange(m_selected, id))
        return;
    if (id)
        m_chart.guestChose(*this);
    layOut();
}

void ChartTrading::letGo()
{
    giveUp();
    select(std::nullopt);
}

void ChartTrading::selectNext(int direction)
{
    giveUp();
    std::vector<const TradeLine *> all;
    for (const TradeLine &line : m_settled)
        all.push_back(&line);
    if (all.empty())
        return;
    std::ranges::stable_sort(all, {}, [](const TradeLine *line) { return line->price; });
    const TradeLine *line = selectedLine();
    const auto found = std::ranges::find(all, line);
    if (found == all.end()) {
        const Price from = market().value_or(all.front()->price);
        const auto above = std::ranges::lower_bound(
            all, from, {}, [](const TradeLine *each) { return each->price; });
        const bool takesAbove = above != all.end() && (direction > 0 || above == all.begin());
        line = takesAbove ? *above : *std::prev(above);
    } else {
        const auto next = (found - all.begin()) + direction;
        line = all[std::size_t(std::clamp<std::ptrdiff_t>(next, 0, std::ssize(all) - 1))];
    }
    select(line->id);
    sayAloud();
}

void ChartTrading::cancelSelected()
{
    giveUp();
    if (m_selected && !m_selected->order.isEmpty())
        m_desk.cancel(m_selected->order);
}

/// For those who cannot see the line.
void ChartTrading::sayAloud()
{
    for (const PlacedTradeLine &placed : picture().lines) {
        if (!placed.isSelected)
            continue;
        QStringList words;
        for (const TradeLabelPart &part : placed.parts)
            words += part.text;
        m_chart.setAccessibleDescription(words.join(u' ') + u' ' + placed.price);
    }
}

} // namespace tapeline
