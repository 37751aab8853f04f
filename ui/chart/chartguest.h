#pragma once

#include <QList>
#include <QPoint>
#include <QString>

#include <optional>

class QAction;
class QKeyEvent;
class QMouseEvent;
class QPainter;
class QWidget;

namespace tapeline {

/// What lies on a chart on a layer of its own and is asked about its input first (orders, drawings,
/// alerts). Places are pixels of the chart. Of several the one added last is asked first; who takes
/// a press gets the moves and the release that follow.
class ChartGuest
{
public:
    virtual ~ChartGuest() = default;

    /// Lies between the bars and the crosshair, as large as the chart.
    virtual QWidget *layer() = 0;
    /// Bars and prices have moved.
    virtual void viewDrawn() = 0;
    virtual void paintForPicture(QPainter &painter) = 0;

    /// While true no other guest is asked about the mouse: something is being placed or dragged.
    virtual bool hasGrab() const { return false; }
    /// True: it was the guest's, nothing else is to come of it.
    virtual bool takePress(const QMouseEvent &event) = 0;
    virtual bool takeMove(const QMouseEvent &event) = 0;
    virtual bool takeRelease(const QMouseEvent &event) = 0;
    virtual bool takeDoubleClick(const QMouseEvent &event)
    {
        Q_UNUSED(event)
        return false;
    }
    virtual bool takeKey(const QKeyEvent &event) = 0;
    /// Whether takeKey() would take a key that menus and commands of the window have, too.
    virtual bool wantsKey(const QKeyEvent &event) const
    {
        Q_UNUSED(event)
        return false;
    }
    virtual void pointerLeft() = 0;
    /// Another guest has something chosen now: keys are for that alone.
    virtual void letGo() { }
    virtual std::optional<Qt::CursorShape> cursorAt(QPoint position) const = 0;
    virtual QString toolTipAt(QPoint position) const = 0;
    /// Before the chart's own; no place for a menu by the keyboard. Nothing: no menu at all. They
    /// belong to the guest, which deletes them when it is asked again.
    virtual std::optional<QList<QAction *>> menuAt(std::optional<QPoint> position) = 0;
    /// The menu there is about something of the guest's: those of other guests are left out.
    virtual bool ownsMenuAt(QPoint position) const
    {
        Q_UNUSED(position)
        return false;
    }
};

} // namespace tapeline
