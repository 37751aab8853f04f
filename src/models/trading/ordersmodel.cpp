#include "ordersmodel.h"

#include "easterntime.h"
#include "tradedesk.h"
#include "tradetext.h"

#include <QMetaEnum>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<TradeTableModel::ColumnLook, OrdersModel::ColumnCount> columns { {
    { .sample = "09:41:30", .rank = 5, .isText = true },
    { .sample = "GOOGL 8", .isText = true, .isStrong = true },
    { .sample = "Sell", .isText = true },
    { .sample = "10,000" },
    { .sample = "10,000", .rank = 2 },
    { .sample = "Stop limit", .rank = 3, .isText = true },
    { .sample = "0,000.00" },
    { .sample = "0,000.00" },
    { .sample = "On close", .rank = 6, .isText = true },
    { .sample = "Partly filled", .isText = true },
    { .sample = "not enough buying", .rank = 4, .isText = true, .takesRest = true },
    { .sample = "mw3w target", .rank = 7, .isText = true },
    { .sample = "dk3f9x2l0", .rank = 8, .isText = true, .isHidden = true },
    { .sample = "", .rank = 1 },
    { .sample = "" },
} };

/// The order that a bracket began with, or the order's own.
QString rootOf(const OrderTicket &ticket)
{
    return !ticket.parent.isEmpty() ? ticket.parent
        : !ticket.oco.isEmpty()     ? ticket.oco
                                    : ticket.id;
}

bool isPending(OrderState state)
{
    return state == OrderState::New || state == OrderState::Submitted
        || state == OrderState::PendingCancel || state == OrderState::PendingReplace;
}

} // namespace

QString orderSubject(const OrderTicket &ticket)
{
    //: In place of a symbol: an order of several contracts at once
    return ticket.isPackage() ? OrdersModel::tr("Package of %n", nullptr, int(ticket.legs.size()))
                              : ticket.symbol;
}

OrdersModel::OrdersModel(TradeDesk &desk, QObject *parent)
    : TradeTableModel(parent)
    , m_desk(desk)
{
    connect(&desk, &TradeDesk::accountChosen, this, &OrdersModel::follow);
    connect(&desk, &TradeDesk::accountsChanged, this, &OrdersModel::followStops);
    follow();
}

/// Shows the orders of the account that is traded on now.
void OrdersModel::follow()
{
    if (m_log)
        m_log->disconnect(this);
    m_log = &m_desk.log();
    connect(m_log, &OrderLog::restarted, this, &OrdersModel::restart);
    connect(m_log, &OrderLog::orderAdded, this, &OrdersModel::add);
    connect(m_log, &OrderLog::orderChanged, this,
            [this](std::size_t index) { rowsChanged(int(index), int(index)); });
    restart();
}

void OrdersModel::restart()
{
    beginResetModel();
    m_count = int(m_log->orders().size());
    m_today = m_count > 0 ? easterntime::date(line(m_count - 1).sentAt) : QDate();
    m_stops.clear();
    endResetModel();
    followStops();
}

void OrdersModel::add()
{
    const int row = m_count;
    beginInsertRows({}, row, row);
    ++m_count;
    endInsertRows();
    turnDay(line(row).sentAt);
}

/// The times of an earlier day say so.
void OrdersModel::turnDay(Timestamp at)
{
    const QDate day = easterntime::date(at);
    if (at == Timestamp {} || day == m_today)
        return;
    m_today = day;
    emit dataChanged(index(0, Time), index(m_count - 1, Time));
}

/// Trailing stops move without an event of their own.
void OrdersModel::followStops()
{
    QHash<QString, Price> stops;
    if (const PaperAccountView *account = m_desk.account())
        for (const OrderRow &order : account->working)
            if (order.ticket.isTrailing() && order.ticket.stop)
                stops.insert(order.ticket.id, *order.ticket.stop);
    if (stops == m_stops)
        return;
    m_stops.swap(stops);
    for (int row = 0; row < m_count; ++row) {
        const QString &id = line(row).ticket.id;
        if (m_stops.contains(id) && m_stops.value(id) != stops.value(id))
            emit dataChanged(index(row, Stop), index(row, Stop));
    }
}

bool OrdersModel::isEditable(const QModelIndex &index) const
{
    const OrderLine &order = line(index.row());
    if (!order.isOpen() || order.state == OrderState::New)
        return false;
    switch (index.column()) {
    case Quantity:
        return true;
    case Limit:
        return order.ticket.limit.has_value();
    case Stop:
        return order.ticket.stop.has_value() && !order.ticket.isTrailing();
    default:
        return false;
    }
}

int OrdersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

std::span<const TradeTableModel::ColumnLook> OrdersModel::looks() const
{
    return columns;
}

QString OrdersModel::columnName(int column) const
{
    return QString::fromLatin1(QMetaEnum::fromType<Column>().valueToKey(column));
}

QString OrdersModel::title(int column) const
{
    switch (column) {
    case Time:
        return tr("Time (ET)");
    case Symbol:
        return tr("Symbol");
    case Side:
        return tr("Side");
    case Quantity:
        return tr("Quantity");
    case Filled:
        return tr("Filled");
    case Type:
        return tr("Type");
    case Limit:
        return tr("Limit");
    case Stop:
        return tr("Stop");
    case Tif:
        //: Column: time in force
        return tr("TIF");
    case State:
        return tr("State");
    case Why:
        return tr("Reason");
    case Group:
        //: Column: to which bracket or group of orders it belongs
        return tr("Group");
    case Id:
        return tr("Id");
    default:
        return {};
    }
}

QString OrdersModel::priceText(const std::optional<Price> &price) const
{
    return price ? tradetext::price(*price, locale()) : QString();
}

/// A trailing stop's is where it has moved to.
std::optional<Price> OrdersModel::stopOf(const OrderLine &order) const
{
    const auto moved = m_stops.constFind(order.ticket.id);
    return moved != m_stops.cend() ? std::optional(*moved) : order.ticket.stop;
}

/// "k3f9 target": the same first word for all orders of a bracket.
QString OrdersModel::tagText(const OrderTicket &ticket) const
{
    const bool isEntry = ticket.takeProfit || ticket.stopLoss || ticket.stopLossAtr;
    if (!isEntry && ticket.parent.isEmpty() && ticket.oco.isEmpty())
        return {};
    const QString mark = rootOf(ticket).section(u'.', 0, 0).right(4);
    if (isEntry)
        return tr("%1 entry").arg(mark);
    if (ticket.parent.isEmpty())
        return mark;
    return ticket.hasStop() ? tr("%1 stop").arg(mark) : tr("%1 target").arg(mark);
}

QString OrdersModel::text(int row, int column) const
{
    const OrderLine &order = line(row);
    const OrderTicket &ticket = order.ticket;
    switch (column) {
    case Time:
        return tradeTime(order.sentAt, m_today, locale());
    case Symbol:
        return orderSubject(ticket);
    case Side:
        return tradetext::side(ticket.side);
    case Quantity:
        return tradetext::qty(ticket.qty, locale());
    case Filled:
        return order.filled.isZero() ? QString() : tradetext::qty(order.filled, locale());
    case Type:
        return tradetext::type(ticket.type);
    case Limit:
        return priceText(ticket.limit);
    case Stop:
        return priceText(stopOf(order));
    case Tif:
        return tradetext::timeInForce(ticket.tif);
    case State:
        return tradetext::state(order.state);
    case Why:
        return tradetext::reason(order.reason);
    case Group:
        return tagText(ticket);
    case Id:
        return ticket.id;
    default:
        return {};
    }
}

QVariant OrdersModel::sortValue(int row, int column) const
{
    const OrderLine &order = line(row);
    switch (column) {
    case Time:
        return qint64(row); // as they were sent, also within one instant
    case Quantity:
        return order.ticket.qty.units();
    case Filled:
        return order.filled.units();
    case Limit:
        return order.ticket.limit.value_or(Price()).units();
    case Stop:
        return stopOf(order).value_or(Price()).units();
    case Group:
        return rootOf(order.ticket);
    default:
        return text(row, column);
    }
}

QVariant OrdersModel::value(int row, int column, int role) const
{
    const OrderLine &order = line(row);
    switch (role) {
    case SortRole:
        return sortValue(row, column);
    case SymbolRole:
        return order.ticket.symbol;
    case IdRole:
        return order.ticket.id;
    case SignRole:
        return column == Side ? (order.ticket.side == tapeline::Side::Buy ? 1 : -1) : 0;
    case PendingRole:
        return column == State && isPending(order.state);
    case EndedRole:
        return !order.isOpen();
    case TimeRole:
        return column == Time && order.sentAt != Timestamp {} ? QVariant(toNs(order.sentAt))
                                                              : QVariant();
    case IconRole:
        return column == Receipt                 ? QVariant(u"info"_s)
            : column == Cancel && order.isOpen() ? QVariant(u"close"_s)
                                                 : QVariant();
    case SearchRole:
        return QStringList { text(row, Symbol), text(row, Side),  text(row, Type),
                             text(row, State),  text(row, Group), text(row, Id) }
            .join(u' ');
    default:
        return {};
    }
}

} // namespace tapeline
