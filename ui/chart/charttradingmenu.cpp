// What a ChartTrading adds to the menu of its chart.

#include "charttrading.h"

#include "orderchangedialog.h"
#include "pricechart.h"
#include "tradedesk.h"
#include "tradetext.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A limit that would not trade at once, a stop that is not through: what one means at a price.
bool makesSense(Side side, bool isStop, Price price, const InstrumentSnapshot *market)
{
    if (!market || market->last <= Price())
        return true;
    const Price ask = market->ask > Price() ? market->ask : market->last;
    const Price bid = market->bid > Price() ? market->bid : market->last;
    if (isStop)
        return side == Side::Buy ? price > ask : price < bid;
    return side == Side::Buy ? price < ask : price > bid;
}

} // namespace

QAction *ChartTrading::add(const QString &text, std::function<void()> act)
{
    auto *action = new QAction(text, this);
    connect(action, &QAction::triggered, this, std::move(act));
    m_actions.append(action);
    return action;
}

std::optional<QList<QAction *>> ChartTrading::menuAt(std::optional<QPoint> position)
{
    if (std::exchange(m_barsMenu, false) || m_press)
        return std::nullopt;
    if (m_sizes)
        m_actions.removeOne(m_sizes->menuAction()); // goes with its menu
    delete std::exchange(m_sizes, nullptr);
    qDeleteAll(std::exchange(m_actions, {}));
    if (m_symbol.isEmpty() || !m_desk.account())
        return m_actions;
    const auto hit = position ? hitAt(*position) : std::nullopt;
    const TradeLine *line = hit ? find(hit->id) : position ? nullptr : selectedLine();
    if (line) {
        select(line->id);
        addLineActions(*line);
    } else {
        if (position && m_chart.panes().price.contains(*position))
            addPriceActions(priceAt(position->y()));
        addOrderAt(Side::Buy, false, Price());
        addOrderAt(Side::Sell, false, Price());
        addSizes();
    }
    auto *rest = new QAction(this);
    rest->setSeparator(true);
    m_actions.append(rest);
    return m_actions;
}

void ChartTrading::addLineActions(const TradeLine &line)
{
    if (line.isPosition())
        addPositionActions();
    else
        addOrderActions(line);
}

void ChartTrading::addPositionActions()
{
    //: Menu of a position's line in a chart
    add(tr("Close the position"), [this] {
        m_desk.flatten(m_symbol);
    })->setObjectName(u"tradeClose"_s);
    add(tr("Reverse the position"), [this] {
        m_desk.reverse(m_symbol);
    })->setObjectName(u"tradeReverse"_s);
    add(tr("Halve the position"), [this] {
        m_desk.halve(m_symbol);
    })->setObjectName(u"tradeHalve"_s);
    add(tr("Stop to break-even"), [this] {
        m_desk.breakEven(m_symbol);
    })->setObjectName(u"tradeBreakEven"_s);
}

void ChartTrading::addOrderActions(const TradeLine &line)
{
    QAction *change
        = add(tr("Change the order…"), [this, id = line.id.order] { changeByTyping(id); });
    change->setObjectName(u"tradeChange"_s);
    change->setEnabled(!line.isPending);
    QAction *cancel
        = add(tr("Cancel the order"), [this, id = line.id.order] { m_desk.cancel(id); });
    cancel->setObjectName(u"tradeCancel"_s);
    if (line.id.part == TradeLineId::Part::Stop && line.origin && !line.awaitsEntry)
        add(tr("Stop to break-even"), [this] {
            m_desk.breakEven(m_symbol);
        })->setObjectName(u"tradeBreakEven"_s);
}

void ChartTrading::changeByTyping(const QString &id)
{
    const OrderRow *row = orderOf(id);
    if (!row)
        return;
    auto *dialog = new OrderChangeDialog(*row, m_instrument, &m_chart);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OrderChangeDialog::chosen, this,
            [this](const OrderReplace &change) { m_desk.change(change); });
    dialog->open();
}

void ChartTrading::addPriceActions(Price price)
{
    for (const Side side : { Side::Buy, Side::Sell })
        for (const bool isStop : { false, true })
            if (makesSense(side, isStop, price, m_desk.market(m_symbol)))
                addOrderAt(side, isStop, price);
}

/// A price of 0 is the market's.
void ChartTrading::addOrderAt(Side side, bool isStop, Price price)
{
    const bool atMarket = price <= Price();
    const OrderType type = atMarket ? OrderType::Market
        : isStop                    ? OrderType::Stop
                                    : OrderType::Limit;
    const QString size = tradetext::qty(m_desk.settings().size, QLocale());
    const QString what = atMarket
        //: Menu of a chart; %1 is a side, %2 a quantity: "Buy 100 at the market"
        ? tr("%1 %2 at the market").arg(tradetext::side(side), size)
        //: Menu of a chart; side, quantity, type of order, price: "Buy 100 limit at 512.30"
        : tr("%1 %2 %3 at %4")
              .arg(tradetext::side(side), size, tradetext::type(type),
                   tradetext::price(price, QLocale()));
    // Three dots where a question follows
    const QString text = m_desk.isArmed() ? what : what + u"\u2026";
    QAction *action = add(text, [this, side, isStop, price, atMarket] {
        m_desk.send(m_desk.clickOrder(m_symbol, side,
                                      atMarket ? std::nullopt : std::optional(price), isStop));
    });
    const QString kind = atMarket ? u"Market"_s : isStop ? u"Stop"_s : u"Limit"_s;
    action->setObjectName((side == Side::Buy ? u"tradeBuy"_s : u"tradeSell"_s) + kind);
}

void ChartTrading::addSizes()
{
    m_sizes = new QMenu(tr("Size"), &m_chart);
    auto *group = new QActionGroup(m_sizes);
    const TradeSettings &settings = m_desk.settings();
    for (const Qty size : settings.sizes) {
        QAction *action = m_sizes->addAction(tradetext::qty(size, QLocale()));
        action->setCheckable(true);
        action->setChecked(size == settings.size);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, size] {
            TradeSettings changed = m_desk.settings();
            changed.size = size;
            m_desk.setSettings(changed);
        });
    }
    m_actions.append(m_sizes->menuAction());
}

} // namespace tapeline
