#pragma once

#include "fillspanel.h"
#include "journaldatabase.h"
#include "keptevents.h"
#include "loopdesk.h"
#include "optiondesk.h"
#include "orderspanel.h"
#include "panelfixture.h"
#include "positionsmodel.h"
#include "positionspanel.h"
#include "tradetable.h"

#include <QToolButton>

#include <memory>

namespace tapeline {

/// Who trades options by hand: the panels of trading over a desk, and what is done in them.
class OptionHand
{
public:
    OptionHand(PanelFixture &fixture, LoopDesk &desk)
        : m_desk(desk)
        , m_positions(fixture.context(QStringLiteral("positions")), desk.trading)
        , m_orders(fixture.context(QStringLiteral("orders")), desk.trading)
        , m_fills(fixture.context(QStringLiteral("fills")), desk.trading)
    {
    }

    const PaperAccountView &account() const { return *m_desk.trading.account(); }
    PositionsPanel &positions() { return m_positions; }
    /// Rows of the panel in its order: symbols.
    QStringList shown() const
    {
        QStringList symbols;
        const QAbstractItemModel *model = m_positions.table()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            symbols += model->index(row, 0).data(TradeTableModel::SymbolRole).toString();
        return symbols;
    }

    /// A package at the market, looked at and confirmed, until it is filled. Why not; empty: it is.
    QString send(const QString &id, const std::vector<OrderLeg> &legs, qint64 packages,
                 const QString &strategy)
    {
        OrderTicket ticket;
        ticket.id = id;
        ticket.qty = Qty::whole(packages);
        ticket.legs = legs;
        ticket.strategy = strategy;
        TradeDesk &trading = m_desk.trading;
        trading.send(ticket);
        if (!m_desk.stepUntil([&] { return trading.question() != nullptr; }))
            return QStringLiteral("nobody asks");
        for (const OrderAnswer &answer : trading.question()->previews)
            if (!answer.preview->refusals.empty())
                return answer.preview->refusals.front().numbers;
        trading.confirm(trading.question()->number);
        const bool isFilled = m_desk.stepUntil([&] {
            const OrderLine *line = trading.log().find(id);
            return line && isTerminal(line->state);
        });
        const OrderLine *line = trading.log().find(id);
        if (isFilled && line->state == OrderState::Filled)
            return {};
        return line
            ? QString::fromLatin1(reasonText(line->reason.code).data()) + line->reason.numbers
            : QStringLiteral("it is not there");
    }

    /// Presses a button above the positions, with the row of a symbol chosen.
    void press(const QString &button, const QString &symbol)
    {
        const QAbstractItemModel &model = m_positions.table()->source();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, 0).data(TradeTableModel::SymbolRole).toString() == symbol)
                m_positions.table()->choose(model.index(row, 0));
        m_positions.findChild<QToolButton *>(button)->click();
    }

    /// Events of a kind in the books of an account, as the journal has them; -1: it has none.
    static int kept(const QString &journal, const QString &account, LedgerEventKind kind)
    {
        JournalDatabase database;
        if (!database.open(journal, JournalDatabase::Access::ReadOnly))
            return -1;
        const auto lines = database.lines(account, keptevents::bookStream);
        int count = 0;
        for (const JournalLine &line : lines.value_or(std::vector<JournalLine>())) {
            const auto event = ledgerEventFromText(line.body.toStdString());
            count += event && event->kind == kind ? 1 : 0;
        }
        return count;
    }

private:
    LoopDesk &m_desk;
    PositionsPanel m_positions;
    OrdersPanel m_orders;
    FillsPanel m_fills;
};

} // namespace tapeline
