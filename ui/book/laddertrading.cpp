#include "laddertrading.h"

#include "bookmodel.h"
#include "booktext.h"
#include "tradedesk.h"
#include "tradetext.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

LadderTrading::LadderTrading(TradeDesk &desk, const BookModel &book, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_book(book)
{
    connect(&desk, &TradeDesk::accountsChanged, this, &LadderTrading::forgetOrders);
    connect(&desk, &TradeDesk::accountChosen, this, &LadderTrading::watchLog);
    connect(&desk, &TradeDesk::settingsChanged, this, &LadderTrading::changed);
    watchLog();
}

LadderTrading::~LadderTrading()
{
    m_desk.unfollow(m_symbol);
}

void LadderTrading::setSymbol(const QString &symbol)
{
    if (symbol == m_symbol)
        return;
    m_desk.follow(symbol);
    m_desk.unfollow(std::exchange(m_symbol, symbol));
    m_instrument = instrumentFromSymbol(symbol).value_or(Instrument());
    m_pressed.reset();
    forgetOrders();
}

// --- what there is ------------------------------------------------------------------------------

void LadderTrading::watchLog()
{
    for (const QMetaObject::Connection &connection : m_logConnections)
        disconnect(connection);
    const OrderLog &log = m_desk.log();
    m_logConnections[0] = connect(&log, &OrderLog::restarted, this, &LadderTrading::forgetOrders);
    m_logConnections[1] = connect(&log, &OrderLog::orderAdded, this, &LadderTrading::forgetOrders);
    m_logConnections[2]
        = connect(&log, &OrderLog::orderChanged, this, &LadderTrading::forgetOrders);
    m_pressed.reset(); // it was on another account's orders
    forgetOrders();
}

void LadderTrading::forgetOrders()
{
    m_orders.reset();
    emit changed();
}

const LadderOrders &LadderTrading::orders() const
{
    const PaperAccountView *account = m_desk.account();
    if (!m_orders)
        m_orders = account ? LadderOrders(*account, m_desk.log(), m_symbol) : LadderOrders();
    return *m_orders;
}

std::optional<Price> LadderTrading::priceOf(qint64 row) const
{
    return ladderorders::priceOf(row, m_book.grid(), m_instrument);
}

std::span<const LadderOrder> LadderTrading::ordersAt(const LadderCell &cell) const
{
    const std::optional<Side> side = tradeSide(cell.column);
    return side ? orders().at(*side, cell.row, m_book.grid()) : std::span<const LadderOrder>();
}

bool LadderTrading::hasOrders(const LadderCell &cell) const
{
    return !ordersAt(cell).empty();
}

LadderTradeLook LadderTrading::look(qint64 row) const
{
    LadderTradeLook look;
    for (const Side side : { Side::Buy, Side::Sell })
        look.own[std::size_t(side)] = orders().cell(side, row, m_book.grid());
    const std::optional<Price> average = orders().average();
    look.isAverage = average && m_book.rowOf(*average) == row;
    if (m_pressed && !m_pressed->dragged.empty()) {
        const Side side = *tradeSide(m_pressed->cell.column);
        const bool away = m_pointed && m_pointed->row != m_pressed->cell.row;
        look.moves[std::size_t(side)] = away && m_pressed->cell.row == row;
        if (away && m_pointed->row == row)
            look.dropped = { m_pressed->cell.column,
                             orders().cell(side, m_pressed->cell.row, m_book.grid()) };
    } else if (m_pointed && m_pointed->row == row) {
        look.pointed = m_pointed->column;
    }
    return look;
}

QString LadderTrading::cellText(LadderColumn column, qint64 row) const
{
    const LadderCell cell { column, row };
    if (!hasOrders(cell))
        return {};
    if (isCancelColumn(column))
        return u"\u00d7"_s;
    const LadderOrderCell own = orders().cell(*tradeSide(column), row, m_book.grid());
    const QString leaves = shortSize(own.leaves.toDouble(), QLocale());
    const QString letter = ladderorders::letter(own.mark);
    return letter.isEmpty() ? leaves : letter + u' ' + leaves;
}

bool LadderTrading::isOnOrders() const
{
    return m_pressed ? !m_pressed->dragged.empty() : m_pointed && isOrderColumn(m_pointed->column);
}

bool LadderTrading::holdsRows() const
{
    return m_pressed || (m_pointed && isClickColumn(m_pointed->column));
}

// --- words --------------------------------------------------------------------------------------

std::optional<OrderTicket> LadderTrading::clickTicket(const LadderCell &cell, bool stop) const
{
    const std::optional<Price> price = priceOf(cell.row);
    if (!price || !isClickColumn(cell.column) || m_symbol.isEmpty())
        return std::nullopt;
    return m_desk.clickOrder(m_symbol, *tradeSide(cell.column), price, stop);
}

QString LadderTrading::placingHint(const LadderCell &cell) const
{
    const std::optional<OrderTicket> ticket = clickTicket(cell, false);
    if (!ticket)
        return {};
    //: What a click would do: %1 is "Buy" or "Sell", %2 a quantity, %3 a price
    return tr("%1 %2 limit %3 · right click: stop")
        .arg(tradetext::side(ticket->side), tradetext::qty(ticket->qty),
             tradetext::price(*ticket->limit));
}

QString LadderTrading::ownHint(const LadderCell &cell) const
{
    const std::span<const LadderOrder> own = ordersAt(cell);
    if (own.empty())
        return {};
    const Side side = *tradeSide(cell.column);
    if (isCancelColumn(cell.column))
        return side == Side::Buy ? tr("Cancel the buy orders at %1 (%2)")
                                       .arg(tradetext::price(own.front().price))
                                       .arg(own.size())
                                 : tr("Cancel the sell orders at %1 (%2)")
                                       .arg(tradetext::price(own.front().price))
                                       .arg(own.size());
    //: %1 is "Buy" or "Sell", %2 a quantity
    return tr("%1 %2 · drag to move, middle click cancels")
        .arg(tradetext::side(side),
             tradetext::qty(orders().cell(side, cell.row, m_book.grid()).leaves));
}

QString LadderTrading::dragHint() const
{
    const std::optional<Price> to = m_pointed ? priceOf(m_pointed->row) : std::optional<Price>();
    const LadderOrder &first = m_pressed->dragged.front();
    if (!to || m_pointed->row == m_pressed->cell.row)
        return tr("Drag to another price · Esc leaves it");
    //: What a drag would do: %1 is "Buy" or "Sell", %2 and %3 are prices
    return tr("%1 %2 to %3 · Esc leaves it")
        .arg(tradetext::side(first.ticket.side), tradetext::price(first.price),
             tradetext::price(*to));
}

QString LadderTrading::hint() const
{
    if (m_pressed && !m_pressed->dragged.empty())
        return dragHint();
    if (!m_pointed)
        return {};
    return isClickColumn(m_pointed->column) ? placingHint(*m_pointed) : ownHint(*m_pointed);
}

QStringList LadderTrading::tips(const LadderCell &cell) const
{
    QStringList lines;
    if (const auto limit = clickTicket(cell, false), stop = clickTicket(cell, true); limit && stop)
        //: %1 is an order
        lines << tr("Click: %1").arg(tradetext::order(*limit))
              << tr("Right click: %1").arg(tradetext::order(*stop));
    if (isClickColumn(cell.column))
        return lines;
    for (const LadderOrder &order : ordersAt(cell)) {
        QString line = tradetext::order(order.ticket) + u" · "_s + tradetext::state(order.state);
        if (order.filled > Qty())
            //: Behind an order: %1 is a quantity
            line += u" · "_s + tr("%1 filled").arg(tradetext::qty(order.filled));
        lines << line;
    }
    return lines;
}

// --- the mouse ----------------------------------------------------------------------------------

/// Only what a click or drag could do something with counts as pointed at.
void LadderTrading::point(std::optional<LadderCell> cell)
{
    const bool isDragging = m_pressed && !m_pressed->dragged.empty();
    if (cell && !isDragging && !canPress(*cell, Qt::LeftButton))
        cell.reset();
    if (std::exchange(m_pointed, cell) != cell)
        emit changed();
}

bool LadderTrading::canPress(const LadderCell &cell, Qt::MouseButton button) const
{
    if (isClickColumn(cell.column))
        return (button == Qt::LeftButton || button == Qt::RightButton)
            && clickTicket(cell, false).has_value();
    if (isOrderColumn(cell.column))
        return (button == Qt::LeftButton || button == Qt::MiddleButton) && hasOrders(cell);
    return isCancelColumn(cell.column) && button == Qt::LeftButton && hasOrders(cell);
}

bool LadderTrading::press(const LadderCell &cell, Qt::MouseButton button)
{
    if (!canPress(cell, button))
        return false;
    m_pressed = Press { cell, button };
    if (isOrderColumn(cell.column) && button == Qt::LeftButton) {
        const std::span<const LadderOrder> own = ordersAt(cell);
        m_pressed->dragged.assign(own.begin(), own.end());
    }
    m_pointed = cell;
    emit changed();
    return true;
}

void LadderTrading::holdBy(Qt::MouseButtons buttons)
{
    if (m_pressed && !buttons.testFlag(m_pressed->button))
        abandon();
}

void LadderTrading::release(std::optional<LadderCell> cell, Qt::MouseButton button)
{
    if (!m_pressed || m_pressed->button != button)
        return;
    const Press pressed = *std::exchange(m_pressed, std::nullopt);
    if (!pressed.dragged.empty()) {
        if (cell)
            drop(pressed.dragged, cell->row);
    } else if (cell == pressed.cell) {
        click(pressed.cell, pressed.button);
    }
    emit changed();
}

bool LadderTrading::abandon()
{
    if (!std::exchange(m_pressed, std::nullopt))
        return false;
    emit changed();
    return true;
}

// --- wishes -------------------------------------------------------------------------------------

void LadderTrading::click(const LadderCell &cell, Qt::MouseButton button)
{
    if (!isClickColumn(cell.column))
        cancel(cell);
    else if (const auto ticket = clickTicket(cell, button == Qt::RightButton))
        m_desk.send(*ticket);
}

void LadderTrading::cancel(const LadderCell &cell)
{
    QStringList ids; // first, for a cancel may change what there is
    for (const LadderOrder &order : ordersAt(cell))
        if (order.state != OrderState::PendingCancel)
            ids << order.ticket.id;
    for (const QString &id : ids)
        m_desk.cancel(id);
}

void LadderTrading::drop(const std::vector<LadderOrder> &orders, qint64 row)
{
    const std::optional<Price> to = priceOf(row);
    const bool stays = std::ranges::all_of(
        orders, [&](const LadderOrder &order) { return m_book.rowOf(order.price) == row; });
    if (!to || stays)
        return;
    std::vector<OrderReplace> changes;
    for (const LadderOrder &order : orders)
        if (const auto change = ladderorders::moved(order, *to))
            changes.push_back(*change);
    if (!changes.empty())
        m_desk.change(changes);
    else
        emit m_desk.nothingToDo(tr("This order cannot be moved now."));
}

} // namespace tapeline
