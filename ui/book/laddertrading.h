#pragma once

#include "instrument.h"
#include "laddercolumn.h"
#include "ladderorders.h"

#include <QObject>
#include <QPointer>

#include <array>

namespace tapeline {

class BookModel;
class TradeDesk;

/// Own orders as they would be after a drag.
struct LadderDrop
{
    LadderColumn column = LadderColumn::OwnBuy;
    LadderOrderCell cell;

    friend bool operator==(const LadderDrop &, const LadderDrop &) = default;
};

/// What trading adds to a row of the ladder; equal ones look alike.
struct LadderTradeLook
{
    std::array<LadderOrderCell, 2> own {}; ///< by side
    std::array<bool, 2> moves { false, false }; ///< they are being dragged away, by side
    std::optional<LadderColumn> pointed {}; ///< under the mouse, where something can be done
    std::optional<LadderDrop> dropped {}; ///< what is dragged here
    bool isAverage = false; ///< of the position

    friend bool operator==(const LadderTradeLook &, const LadderTradeLook &) = default;
};

/// Trading from a ladder: the own orders in its symbol, and what clicks and drags on its cells come
/// to. A click places an order where button and mouse are released on the cell they were pressed
/// on; rows that moved away meanwhile place nothing.
class LadderTrading : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    LadderTrading(TradeDesk &desk, const BookModel &book, QObject *parent = nullptr);
    ~LadderTrading() override;

    /// Of the ladder; its market is followed.
    void setSymbol(const QString &symbol);
    QString symbol() const { return m_symbol; }
    TradeDesk &desk() const { return m_desk; }

    const LadderOrders &orders() const;
    LadderTradeLook look(qint64 row) const;
    /// "S 100": what a cell of own orders or of crosses shows.
    QString cellText(LadderColumn column, qint64 row) const;
    /// What a click, or the drag under way, comes to; empty where it comes to nothing.
    QString hint() const;
    /// The orders of a cell, or those that a click there places, in whole sentences.
    QStringList tips(const LadderCell &cell) const;
    /// The mouse is on own orders, or drags them.
    bool isOnOrders() const;
    /// The mouse is where a click would trade, or drags: rows stand still.
    bool holdsRows() const;

    // --- the mouse, in cells
    void point(std::optional<LadderCell> cell);
    /// Whether the press is one of trading; else it is the ladder's.
    bool press(const LadderCell &cell, Qt::MouseButton button);
    bool isPressed() const { return m_pressed.has_value(); }
    /// Buttons that are down while the mouse moves; without the pressed one the press is given up:
    /// it was let go where the ladder did not hear of it.
    void holdBy(Qt::MouseButtons buttons);
    /// Of the pressed button; others end nothing.
    void release(std::optional<LadderCell> cell, Qt::MouseButton button);
    /// Ends a press or a drag without a wish; false when there is none.
    bool abandon();

signals:
    /// Orders, the position, or what is under the mouse.
    void changed();

private:
    struct Press
    {
        LadderCell cell;
        Qt::MouseButton button;
        std::vector<LadderOrder> dragged {}; ///< where it began on own orders
    };

    void watchLog();
    void forgetOrders();
    bool hasOrders(const LadderCell &cell) const;
    bool canPress(const LadderCell &cell, Qt::MouseButton button) const;
    std::span<const LadderOrder> ordersAt(const LadderCell &cell) const;
    std::optional<Price> priceOf(qint64 row) const;
    std::optional<OrderTicket> clickTicket(const LadderCell &cell, bool stop) const;
    void click(const LadderCell &cell, Qt::MouseButton button);
    void cancel(const LadderCell &cell);
    void drop(const std::vector<LadderOrder> &orders, qint64 row);
    QString placingHint(const LadderCell &cell) const;
    QString ownHint(const LadderCell &cell) const;
    QString dragHint() const;

    TradeDesk &m_desk;
    const BookModel &m_book;
    QString m_symbol;
    Instrument m_instrument;
    mutable std::optional<LadderOrders> m_orders; ///< gathered when they are asked for
    std::optional<LadderCell> m_pointed;
    std::optional<Press> m_pressed;
    QMetaObject::Connection m_logConnections[3];
};

} // namespace tapeline
