#include "orderspanel.h"

#include "ordersmodel.h"
#include "tradedesk.h"
#include "tradeinput.h"
#include "tradetable.h"
#include "tradetext.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto scopeKey = "scope"_L1;
constexpr std::array scopeNames { "all"_L1, "working"_L1, "ended"_L1 };

} // namespace

OrdersPanel::OrdersPanel(const PanelContext &context, TradeDesk &desk, QWidget *parent)
    : TradePanel(context, desk, new OrdersModel(desk), parent)
{
    for (const TradeFilter::Scope scope :
         { TradeFilter::Scope::All, TradeFilter::Scope::Working, TradeFilter::Scope::Ended }) {
        QToolButton *button = addChoice(u"orders-"_s + scopeNames[std::size_t(scope)]);
        connect(button, &QToolButton::clicked, this, [this, scope] { setScope(scope); });
        m_scopes[std::size_t(scope)] = button;
    }
    m_scopes[0]->setChecked(true);
    m_modify = addAction(u"modifyOrder"_s, [this] {
        QKeyEvent modify(QEvent::KeyPress, Qt::Key_F2, Qt::NoModifier);
        QCoreApplication::sendEvent(table(), &modify);
    });
    m_cancel = addAction(u"cancelOrder"_s, [this] { this->desk().cancel(chosen()); });
    m_cancelAll = addAction(u"cancelAll"_s, [this] { this->desk().cancelAll(); });
    table()->setDefaultSorting(OrdersModel::Time, Qt::DescendingOrder);
    table()->setTake(
        [this](const QModelIndex &source, const QString &text) { return change(source, text); });
    connect(table(), &TradeTable::deletePressed, this, [this](const QModelIndex &source) {
        if (!source.data(TradeTableModel::EndedRole).toBool())
            this->desk().cancel(chosen());
    });
    connect(table(), &TradeTable::opened, this, [this] { openReceipt(chosen()); });
    connect(table(), &TradeTable::iconClicked, this, [this](const QModelIndex &source) {
        const QString id = source.data(TradeTableModel::IdRole).toString();
        if (source.column() == OrdersModel::Receipt)
            openReceipt(id);
        else
            this->desk().cancel(id);
    });
    connect(&desk, &TradeDesk::accountsChanged, this, [this] { showChoice(); });
    TradePanel::retranslate();
    showChoice();
}

QString OrdersPanel::chosen() const
{
    return table()->currentSource().data(TradeTableModel::IdRole).toString();
}

void OrdersPanel::setScope(TradeFilter::Scope scope)
{
    m_scopes[std::size_t(scope)]->setChecked(true);
    table()->filter().setScope(scope);
    emit stateChanged();
}

/// What is typed into a quantity or price. Nothing is sent for what is wrong or the same.
QString OrdersPanel::change(const QModelIndex &source, const QString &text)
{
    const OrderLine *order = desk().log().find(source.data(TradeTableModel::IdRole).toString());
    if (!order || !order->isOpen())
        return tr("The order has ended meanwhile.");
    OrderReplace change { .id = order->ticket.id };
    if (source.column() == OrdersModel::Quantity) {
        const std::optional<Qty> qty = tradeinput::qty(text);
        if (!qty || *qty <= Qty())
            return tr("“%1” is no quantity: a number above 0 is needed.").arg(text);
        if (*qty <= order->filled)
            return tr("%1 are filled already: the quantity must be above that.")
                .arg(tradetext::qty(order->filled));
        if (*qty == order->ticket.qty)
            return {};
        change.qty = qty;
    } else {
        const bool isStop = source.column() == OrdersModel::Stop;
        const std::optional<Price> price = tradeinput::price(text);
        if (!price || (*price <= Price() && !order->ticket.isPackage()))
            return tr("“%1” is no price: a number above 0 is needed.").arg(text);
        if (price == (isStop ? order->ticket.stop : order->ticket.limit))
            return {};
        (isStop ? change.stop : change.limit) = price;
    }
    desk().change(change);
    return {};
}

void OrdersPanel::showChoice()
{
    const QModelIndex source = table()->currentSource();
    const bool isOpen = source.isValid() && !source.data(TradeTableModel::EndedRole).toBool();
    m_modify->setEnabled(isOpen);
    m_cancel->setEnabled(isOpen);
    const PaperAccountView *account = desk().account();
    m_cancelAll->setEnabled(account && !account->working.empty());
}

void OrdersPanel::fillMenu(QMenu *menu, const QModelIndex &source)
{
    TradeDesk &desk = this->desk();
    const QString id = source.data(TradeTableModel::IdRole).toString();
    const QString symbol = source.data(TradeTableModel::SymbolRole).toString();
    if (source.isValid()) {
        const bool isOpen = !source.data(TradeTableModel::EndedRole).toBool();
        menu->addAction(isOpen ? tr("Why not yet? Receipt") : tr("Receipt"), this,
                        [this, id] { openReceipt(id); })
            ->setShortcut(Qt::Key_Return);
        for (const int column : { OrdersModel::Limit, OrdersModel::Stop, OrdersModel::Quantity }) {
            if (!table()->source().isEditable(source.siblingAtColumn(column)))
                continue;
            const QString what = table()->source().headerData(column, Qt::Horizontal).toString();
            menu->addAction(tr("Change: %1…").arg(what), this,
                            [this, column] { table()->editCurrent(column); });
        }
        if (isOpen)
            menu->addAction(tr("Cancel"), &desk, [&desk, id] { desk.cancel(id); })
                ->setShortcut(QKeySequence::Delete);
        menu->addSeparator();
    }
    if (!symbol.isEmpty())
        menu->addAction(tr("Cancel all in %1").arg(symbol), &desk,
                        [&desk, symbol] { desk.cancelAll(symbol); });
    menu->addAction(tr("Cancel all orders"), &desk, [&desk] { desk.cancelAll(); });
}

void OrdersPanel::retranslateButtons()
{
    setTitle(tr("Orders"));
    table()->setAccessibleName(tr("Orders"));
    table()->setEmptyText(tr("No orders here."));
    //: Which orders are shown
    m_scopes[0]->setText(tr("All"));
    m_scopes[1]->setText(tr("Working"));
    m_scopes[2]->setText(tr("Ended"));
    m_modify->setText(tr("Modify"));
    m_modify->setToolTip(tr("Changes a price or the quantity of the chosen order in its row (F2)"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Cancels the chosen order (Del)"));
    m_cancelAll->setText(tr("Cancel all"));
    m_cancelAll->setToolTip(tr("Cancels every working order of the account"));
}

// --- what is remembered ----------------------------------------------------------------------

QJsonObject OrdersPanel::saveState() const
{
    QJsonObject state = TradePanel::saveState();
    state[scopeKey] = scopeNames[std::size_t(table()->filter().scope())];
    return state;
}

void OrdersPanel::restoreState(const QJsonObject &state)
{
    TradePanel::restoreState(state);
    for (std::size_t at = 0; at < scopeNames.size(); ++at)
        if (state[scopeKey].toString() == scopeNames[at])
            setScope(TradeFilter::Scope(at));
}

} // namespace tapeline
