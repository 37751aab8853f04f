#pragma once

#include "drivenmarket.h"
#include "journaldatabase.h"
#include "pulledpaper.h"

#include <QtTest>

namespace tapeline::test {

using namespace Qt::Literals::StringLiterals;

inline const QString paper = u"Paper"_s;

inline OrderTicket order(const QString &id, Side side, qint64 qty, std::optional<int> limit = {},
                         const QString &symbol = u"NVDA"_s)
{
    OrderTicket ticket;
    ticket.id = id;
    ticket.symbol = symbol;
    ticket.side = side;
    ticket.qty = Qty::whole(qty);
    if (limit) {
        ticket.type = OrderType::Limit;
        ticket.limit = Price::whole(*limit);
        ticket.tif = TimeInForce::Gtc;
    }
    return ticket;
}

/// A market that the test speaks for, with paper accounts in a journal.
struct TradedMarket : DrivenMarket
{
    explicit TradedMarket(const QString &journal, Duration timeOfDay = 10h,
                          Plan plan = Plan::Advanced)
        : DrivenMarket(timeOfDay, plan)
    {
        loop.paper()->setJournal(journal);
    }

    void submit(const OrderTicket &ticket) { loop.paper()->submit(paper, ticket); }
    void quoteNow(int bid, int ask, int size = 500) { quote(wall.utc(), bid, ask, size); }
    /// Until the journal has told of it.
    bool reported(const QString &id, OrderState state)
    {
        return QTest::qWaitFor(
            [&] {
                pulled.absorb(outbox.take());
                return pulled.find(id, state) != nullptr;
            },
            10'000);
    }
    /// They are shown once they are on the disk.
    void pullAccounts()
    {
        pulled.absorb(outbox.take());
        tick();
        (void)QTest::qWaitFor(
            [&] {
                PaperUpdate update = outbox.take();
                const bool isNew = update.accounts.has_value();
                pulled.absorb(std::move(update));
                return isNew;
            },
            10'000);
    }

    /// What became of a command, once the journal has it.
    std::optional<Reason> perform(AccountCommand::Kind kind, qint64 amount = 0,
                                  const QString &account = paper)
    {
        loop.paper()->perform(++request, account, { kind, Money::whole(amount) });
        const AccountAnswer *answer = nullptr;
        (void)QTest::qWaitFor([&] {
            pulled.absorb(outbox.take());
            answer = pulled.answerTo(request);
            return answer != nullptr;
        });
        return answer ? std::optional(answer->reason) : std::nullopt;
    }
    bool isTroubled()
    {
        pulled.absorb(outbox.take());
        return !pulled.trouble.isEmpty();
    }
    /// To the newest question.
    const OrderAnswer *orderAnswer()
    {
        pulled.absorb(outbox.take());
        return pulled.orderAnswerTo(request);
    }
    const PositionRow *position()
    {
        pullAccounts();
        const std::vector<PositionRow> &rows = pulled.account()->positions;
        return rows.empty() ? nullptr : &rows.front();
    }
    /// A stock bought for 101 and a sale of a part at 120 that stays.
    void buyForLong()
    {
        open();
        quoteNow(100, 101);
        submit(order(u"long"_s, Side::Buy, 100));
        pass(1s);
        quoteNow(100, 101);
        submit(order(u"target"_s, Side::Sell, 40, 120));
        pass(1s);
        (void)reported(u"target"_s, OrderState::Accepted);
    }

    PulledPaper pulled;
    quint64 request = 0;
};

} // namespace tapeline::test
