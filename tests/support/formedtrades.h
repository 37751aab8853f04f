#pragma once

#include "paperdesk.h"
#include "tradebuilder.h"

namespace tapeline::test {

/// Trades that a builder has formed of an account's events, as whoever keeps them would have them.
class FormedTrades
{
public:
    explicit FormedTrades(std::size_t mostKept = 4096)
        : builder(QStringLiteral("simulated/Paper"), mostKept)
    {
    }

    /// What a desk's account has done since the last call.
    void follow(const PaperDesk &desk)
    {
        for (; orders < desk.events.size() && !failure; ++orders)
            note(builder.addOrder(desk.events[orders]));
        for (; books < desk.books.size() && !failure; ++books)
            note(builder.addBooks(desk.books[books]));
        take();
    }
    /// The same of books that are written by hand.
    void follow(const std::vector<LedgerEvent> &events)
    {
        for (; books < events.size() && !failure; ++books)
            note(builder.addBooks(events[books]));
        take();
    }
    void take()
    {
        TradeBuilder::Changes changes = builder.takeChanges();
        for (FormedTrade &trade : changes.trades)
            trades[trade.record.key.number] = std::move(trade);
        for (const TradeKey &key : changes.gone)
            trades.erase(key.number);
    }

    const TradeRecord &first() const { return trades.begin()->second.record; }
    const TradeRecord &last() const { return trades.rbegin()->second.record; }
    const std::vector<TradeExecution> &executions() const
    {
        return trades.rbegin()->second.executions;
    }

    /// Why these are not the trades of the account whose books were followed; null when they are.
    const char *difference() const
    {
        const LedgerState &state = builder.ledger().state();
        std::size_t closed = 0;
        qint64 wins = 0;
        for (const auto &[number, trade] : trades) {
            const TradeRecord &record = trade.record;
            if (record.archive != state.archive || record.isOpen())
                continue;
            ++closed;
            wins += record.net() > Money() ? 1 : 0;
        }
        if (closed != state.trips.size())
            return "another number of trades";
        if (wins != state.wins)
            return "another number of winners";
        for (const RoundTrip &trip : state.trips) {
            const auto found = trades.find(trip.id);
            if (found == trades.end())
                return "a trade is missing";
            const TradeRecord &record = found->second.record;
            if (record.gross != trip.gross || record.fees != trip.fees
                || record.openedAt != trip.openedAt || record.closedAt != trip.closedAt)
                return "a trade came to something else";
        }
        return nullptr;
    }

    TradeBuilder builder;
    std::map<quint64, FormedTrade> trades;
    std::size_t orders = 0; ///< followed
    std::size_t books = 0;
    std::optional<Error> failure;

private:
    void note(const Result<void> &taken)
    {
        if (!taken)
            failure = taken.error();
    }
};

} // namespace tapeline::test
