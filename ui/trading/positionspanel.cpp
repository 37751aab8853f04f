#include "positionspanel.h"

#include "positionsmodel.h"
#include "protectionbar.h"
#include "tradedesk.h"
#include "tradetable.h"

#include <QMenu>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

PositionsPanel::PositionsPanel(const PanelContext &context, TradeDesk &desk, QWidget *parent)
    : TradePanel(context, desk, new PositionsModel(desk), parent)
    , m_protection(new ProtectionBar(desk, theme(), this))
    , m_close(addAction(u"closePosition"_s, [this] { this->desk().flatten(chosen()); }))
    , m_half(addAction(u"halvePosition"_s, [this] { this->desk().halve(chosen()); }))
    , m_reverse(addAction(u"reversePosition"_s, [this] { this->desk().reverse(chosen()); }))
    , m_even(addAction(u"breakEven"_s, [this] { this->desk().breakEven(chosen()); }))
{
    addAbove(m_protection);
    table()->setDefaultSorting(PositionsModel::Symbol, Qt::AscendingOrder);
    connect(table(), &TradeTable::iconClicked, this, [this](const QModelIndex &source) {
        this->desk().flatten(source.data(TradeTableModel::SymbolRole).toString());
    });
    connect(table(), &TradeTable::deletePressed, this, [this] { this->desk().flatten(chosen()); });
    connect(table(), &TradeTable::opened, this, [this] { setSymbol(chosen()); });
    connect(&desk, &TradeDesk::accountsChanged, this, &PositionsPanel::followPositions);
    TradePanel::retranslate();
    followPositions();
}

PositionsPanel::~PositionsPanel()
{
    for (const QString &symbol : m_followed)
        desk().unfollow(symbol);
}

QString PositionsPanel::chosen() const
{
    return table()->currentSource().data(TradeTableModel::SymbolRole).toString();
}

void PositionsPanel::followPositions()
{
    QStringList held;
    if (const PaperAccountView *account = desk().account())
        for (const PositionRow &position : account->positions)
            held.append(position.symbol);
    for (const QString &symbol : held)
        if (!m_followed.contains(symbol))
            desk().follow(symbol);
    for (const QString &symbol : std::exchange(m_followed, held))
        if (!held.contains(symbol))
            desk().unfollow(symbol);
}

void PositionsPanel::fillMenu(QMenu *menu, const QModelIndex &source)
{
    const QString symbol = source.data(TradeTableModel::SymbolRole).toString();
    TradeDesk &desk = this->desk();
    if (!symbol.isEmpty()) {
        menu->addAction(tr("Close %1").arg(symbol), &desk,
                        [&desk, symbol] { desk.flatten(symbol); })
            ->setShortcut(QKeySequence::Delete);
        menu->addAction(tr("Close half of %1").arg(symbol), &desk,
                        [&desk, symbol] { desk.halve(symbol); });
        menu->addAction(tr("Reverse %1").arg(symbol), &desk,
                        [&desk, symbol] { desk.reverse(symbol); });
        menu->addAction(tr("Stop to break-even"), &desk,
                        [&desk, symbol] { desk.breakEven(symbol); });
        menu->addAction(tr("Protect with a stop…"), this,
                        [this, symbol] { m_protection->protect(symbol); })
            ->setEnabled(desk.account()
                         && !tradeplans::unprotected(*desk.account(), symbol).isZero());
        menu->addAction(tr("Cancel the orders in %1").arg(symbol), &desk,
                        [&desk, symbol] { desk.cancelAll(symbol); });
        menu->addSeparator();
    }
    menu->addAction(tr("Close everything"), &desk, [&desk] { desk.flattenAll(); });
}

void PositionsPanel::retranslateButtons()
{
    setTitle(tr("Positions"));
    table()->setAccessibleName(tr("Positions"));
    table()->setEmptyText(tr("No open positions."));
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Ends the chosen position at the market and cancels its orders"));
    //: Button: closes half of a position
    m_half->setText(tr("Half"));
    m_half->setToolTip(tr("Closes half of the chosen position at the market"));
    m_reverse->setText(tr("Reverse"));
    m_reverse->setToolTip(tr("The same size on the other side"));
    m_even->setText(tr("Break-even"));
    m_even->setToolTip(tr("Takes the stop of the chosen position to its average price"));
}

} // namespace tapeline
