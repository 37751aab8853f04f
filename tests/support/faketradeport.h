#pragma once

#include "tradedesk.h"

namespace tapeline {

/// Keeps what is asked of it, for a test to look at and to answer.
class FakeTradePort : public TradePort
{
public:
    struct Asked
    {
        quint64 request;
        QString account;
        OrderTicket ticket;
    };

    void submit(const QString &, const OrderTicket &ticket) override
    {
        submitted.push_back(ticket);
    }
    void replace(const QString &, const OrderReplace &change) override
    {
        replaced.push_back(change);
    }
    void cancel(const QString &, const QString &id) override { cancelled.append(id); }
    quint64 preview(const QString &account, const OrderTicket &ticket) override
    {
        previewed.push_back({ ++lastRequest, account, ticket });
        return lastRequest;
    }
    quint64 askWhyNotYet(const QString &, const QString &id) override
    {
        asked.append(id);
        return ++lastRequest;
    }
    quint64 command(const QString &, const AccountCommand &command) override
    {
        commands.push_back(command);
        return ++lastRequest;
    }
    void createAccount(const AccountSettings &settings) override { created.push_back(settings); }
    void watch(const QString &symbol) override { watched.append(symbol); }
    void unwatch(const QString &symbol) override { watched.removeOne(symbol); }

    /// Answers the previews that are open: with these warnings.
    void answerPreviews(TradeDesk &desk, const std::vector<Reason> &warnings = {})
    {
        PaperUpdate update;
        for (const Asked &own : std::exchange(previewed, {})) {
            OrderAnswer answer {
                .request = own.request, .account = own.account, .id = own.ticket.id, .reason = {}
            };
            answer.preview = OrderPreview { .ticket = own.ticket };
            answer.preview->warnings = warnings;
            update.orderAnswers.push_back(answer);
        }
        desk.apply(update);
    }

    std::vector<OrderTicket> submitted;
    std::vector<OrderReplace> replaced;
    QStringList cancelled;
    std::vector<Asked> previewed; ///< not answered yet
    QStringList asked; ///< why not yet
    std::vector<AccountCommand> commands;
    std::vector<AccountSettings> created;
    QStringList watched;
    quint64 lastRequest = 0;
};

/// Says yes to what is asked, if anything is.
inline void confirmAsked(TradeDesk &desk)
{
    if (const TradeQuestion *question = desk.question())
        desk.confirm(question->number);
}

/// An account with these positions and working orders, as an update tells it.
inline PaperUpdate accountUpdate(std::vector<PositionRow> positions = {},
                                 std::vector<OrderRow> working = {},
                                 const QString &name = QStringLiteral("Paper"))
{
    PaperAccountView view;
    view.name = name;
    view.settings.name = name;
    view.positions = std::move(positions);
    view.working = std::move(working);
    PaperUpdate update;
    update.accounts = { { view } };
    return update;
}

} // namespace tapeline
