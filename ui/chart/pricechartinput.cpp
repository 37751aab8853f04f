// What mouse, wheel and keyboard do to a PriceChart.

#include "pricechart.h"

#include "chartcanvas.h"
#include "chartguest.h"
#include "chartlook.h"
#include "chartoverlay.h"
#include "scalemenu.h"

#include <QMenu>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double wheelStep = 120; // QWheelEvent::angleDelta of one notch
constexpr double zoomPerStep = 1.18;
constexpr double scalePerStep = 1.12;
constexpr int panPerStep = 48; // pixels
constexpr int baselineReach = 4; // pixels to either side

} // namespace

void PriceChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    dividePanes();
    viewMoved();
}

void PriceChart::wheelEvent(QWheelEvent *event)
{
    event->accept();
    QPoint delta = event->angleDelta();
    if (event->modifiers().testFlag(Qt::AltModifier)) // Qt turns the wheel sideways for Alt
        delta = delta.transposed();
    const QPoint position = event->position().toPoint();
    if (delta.x() != 0 && std::abs(delta.x()) > std::abs(delta.y())) {
        m_navigator.pan(qRound(delta.x() / wheelStep * panPerStep));
    } else if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_navigator.scalePrices(position.y() - m_scene.panes.price.top(),
                                std::pow(scalePerStep, -delta.y() / wheelStep));
    } else if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_navigator.panPrices(qRound(delta.y() / wheelStep * panPerStep));
    } else {
        m_navigator.zoomAt(position.x(), std::pow(zoomPerStep, delta.y() / wheelStep));
    }
    viewMoved();
}

/// Whoever took the press, or holds the mouse; else all.
std::vector<ChartGuest *> PriceChart::guestsToAsk() const
{
    if (m_pressed)
        return { m_pressed };
    const auto grabber
        = std::ranges::find_if(m_guests, [](const ChartGuest *guest) { return guest->hasGrab(); });
    return grabber == m_guests.end() ? m_guests : std::vector { *grabber };
}

/// True when one of them says so; those after it are not asked.
template<typename Ask> bool PriceChart::askGuests(Ask ask)
{
    return std::ranges::any_of(guestsToAsk(), [&](ChartGuest *guest) { return ask(*guest); });
}

/// Beside the pane of prices: the others fit what is in view.
bool PriceChart::isOnPriceAxis(QPoint position) const
{
    return m_scene.panes.priceAxis.contains(position)
        && position.y() <= m_scene.panes.price.bottom();
}

void PriceChart::mousePressEvent(QMouseEvent *event)
{
    if (asksGuests()) {
        for (ChartGuest *guest : guestsToAsk()) {
            if (!guest->takePress(*event))
                continue;
            m_pressed = guest;
            return updateCursor(event->position().toPoint());
        }
    }
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_dragFrom = event->position().toPoint();
    if (pressRange(m_dragFrom))
        return;
    if (isOnPriceAxis(m_dragFrom))
        m_drag = Drag::PriceScale;
    else if (m_scene.panes.timeAxis.contains(m_dragFrom))
        m_drag = Drag::TimeScale;
    else if (isAtBaseline(m_dragFrom))
        m_drag = Drag::Baseline;
    else
        m_drag = Drag::Pan;
    updateCursor(m_dragFrom);
}

void PriceChart::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    m_mouse = position;
    if (asksGuests() && askGuests([event](ChartGuest &guest) { return guest.takeMove(*event); })) {
        updateCursor(position);
        return hideCrosshair();
    }
    const QPoint moved = position - m_dragFrom;
    switch (m_drag) {
    case Drag::None:
        updateCursor(position);
        return crosshairAt(position);
    case Drag::Pan:
        m_navigator.pan(moved.x());
        if (!m_navigator.isPriceFitted())
            m_navigator.panPrices(moved.y());
        crosshairAt(position);
        break;
    case Drag::PriceScale:
        m_navigator.scalePrices(m_view.height / 2.0, std::exp(3.0 * moved.y() / m_view.height));
        break;
    case Drag::TimeScale:
        m_navigator.stretch(std::exp(-3.0 * moved.x() / m_view.width));
        break;
    case Drag::Range:
        crosshairAt(position);
        return dragRange(position);
    case Drag::Baseline:
        m_look->setBaseline(double(position.y() - m_scene.panes.price.top())
                            / m_scene.panes.price.height());
        return;
    }
    m_dragFrom = position;
    viewMoved();
}

void PriceChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_drag == Drag::None
        && askGuests([event](ChartGuest &guest) { return guest.takeRelease(*event); })) {
        m_pressed = nullptr;
        return updateCursor(event->position().toPoint());
    }
    m_pressed = nullptr;
    if (std::exchange(m_drag, Drag::None) == Drag::Range)
        releaseRange();
    updateCursor(event->position().toPoint());
}

void PriceChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (askGuests([event](ChartGuest &guest) { return guest.takeDoubleClick(*event); }))
        return;
    if (event->button() != Qt::LeftButton)
        return;
    if (isOnPriceAxis(position))
        fitPrices();
    else if (m_scene.panes.timeAxis.contains(position)) {
        m_navigator.resetTime();
        viewMoved();
    }
}

bool PriceChart::isAtBaseline(QPoint position) const
{
    return m_look->type() == ChartType::Baseline && m_scene.panes.price.contains(position)
        && std::abs(position.y() - m_scene.baselineY()) <= baselineReach;
}

void PriceChart::leaveEvent(QEvent *event)
{
    m_mouse.reset();
    for (ChartGuest *guest : m_guests)
        guest->pointerLeft();
    setCrosshair(std::nullopt);
    QWidget::leaveEvent(event);
}

void PriceChart::updateCursor(QPoint position)
{
    std::optional<Qt::CursorShape> guestShape;
    if (asksGuests())
        askGuests([&](const ChartGuest &guest) {
            guestShape = guest.cursorAt(position);
            return guestShape.has_value();
        });
    if (guestShape)
        setCursor(*guestShape);
    else if (m_scene.flow.marking || m_drag == Drag::Range || rangeAnchor(position))
        setCursor(Qt::SplitHCursor);
    else if (m_drag == Drag::Baseline || (m_drag == Drag::None && isAtBaseline(position)))
        setCursor(Qt::SizeVerCursor);
    else if (m_drag == Drag::PriceScale || isOnPriceAxis(position))
        setCursor(Qt::SizeVerCursor);
    else if (m_drag == Drag::TimeScale || m_scene.panes.timeAxis.contains(position))
        setCursor(Qt::SizeHorCursor);
    else
        setCursor(m_drag == Drag::Pan ? Qt::ClosedHandCursor : Qt::CrossCursor);
}

/// Left and Right step the crosshair, with Ctrl or Shift they pan; Page Up and Down pan a screen; +
/// and - zoom; Home and End show the oldest and the newest bar, End follows the market; Escape puts
/// the crosshair away; Delete removes the range of a volume profile. Letters and digits begin a
/// symbol.
void PriceChart::keyPressEvent(QKeyEvent *event)
{
    const auto takesKey = [event](ChartGuest *guest) { return guest->takeKey(*event); };
    if ((!m_scene.flow.marking && std::ranges::any_of(m_guests, takesKey))
        || handleNavigationKey(*event))
        return event->accept();
    const QString text = event->text();
    const bool command
        = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    if (!command && text.size() == 1 && text.front().isLetterOrNumber()) {
        emit symbolTyped(text);
        return event->accept();
    }
    QWidget::keyPressEvent(event);
}

bool PriceChart::handleNavigationKey(const QKeyEvent &event)
{
    const bool pans = event.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event.key() == Qt::Key_Left ? -1 : 1;
        if (!pans) {
            stepCrosshair(direction);
            return true;
        }
        m_navigator.pan(-direction * panPerStep);
        break;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        m_navigator.pan((event.key() == Qt::Key_PageUp ? 9 : -9) * m_view.width / 10);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_navigator.zoom(1.25);
        break;
    case Qt::Key_Minus:
        m_navigator.zoom(1 / 1.25);
        break;
    case Qt::Key_Home:
        m_navigator.showFirst();
        break;
    case Qt::Key_End:
        m_navigator.showLast();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return markAtCrosshair();
    case Qt::Key_Delete:
        if (flowOptions().profile != ProfileRange::Fixed)
            return false;
        removeRange();
        return true;
    case Qt::Key_Escape:
        if (leaveRange())
            return true;
        if (!m_scene.crosshair)
            return false;
        setCrosshair(std::nullopt);
        return true;
    default:
        return false;
    }
    viewMoved();
    return true;
}

void PriceChart::stepCrosshair(int bars)
{
    if (!m_scene.hasBars())
        return;
    ChartSeries::Key key = m_series->lastKey();
    if (m_scene.crosshair)
        key = m_scene.crosshair->key + bars;
    else if (!m_navigator.isFollowing())
        key = (m_view.firstVisible() + m_view.lastVisible()) / 2;
    key = std::clamp(key, m_series->firstKey(), m_series->lastKey());
    setCrosshair(ChartCrosshair { key, std::nullopt });
    setAccessibleDescription(
        QString(legendText() + u' ' + studyText() + u' ' + flowText()).simplified());
    m_navigator.reveal(key);
    if (m_drag == Drag::Range)
        dragRange(key);
    viewMoved();
}

void PriceChart::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKeyboard = event->reason() == QContextMenuEvent::Keyboard;
    m_scaleMenu->setFitted(m_navigator.isPriceFitted());
    if (!byKeyboard && m_scene.panes.priceAxis.contains(event->pos()))
        return m_scaleMenu->popup(event->globalPos());
    const std::vector<ChartGuest *> guests = guestsToAsk();
    const auto owner = std::ranges::find_if(guests, [&](const ChartGuest *guest) {
        return !byKeyboard && guest->ownsMenuAt(event->pos());
    });
    for (ChartGuest *guest : guests) {
        const auto actions = guest->menuAt(byKeyboard ? std::nullopt : std::optional(event->pos()));
        if (!actions)
            return;
        if (owner == guests.end() || guest == *owner)
            m_menu->insertActions(m_copyAction, *actions);
    }
    m_menu->popup(event->globalPos());
}

bool PriceChart::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (std::ranges::any_of(m_guests,
                                [key](const ChartGuest *guest) { return guest->wantsKey(*key); }))
            event->accept();
    }
    if (event->type() != QEvent::ToolTip || m_guests.empty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QString text;
    askGuests([&](const ChartGuest &guest) {
        text = guest.toolTipAt(help->pos());
        return !text.isEmpty();
    });
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

void PriceChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        retranslate();
        scheduleRedraw();
        break;
    case QEvent::FontChange:
    case QEvent::LocaleChange:
        m_canvas->restyle();
        m_overlay->restyle();
        dividePanes();
        break;
    default:
        break;
    }
}

} // namespace tapeline
