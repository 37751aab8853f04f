#pragma once

#include "bookupdate.h"
#include "easterntime.h"
#include "flowupdate.h"
#include "splitmix64.h"

#include <algorithm>

namespace tapeline::test {

/// A seeded book that moves: levels on both sides with a few walls, trades at its best prices. What
/// a venue with depth would show.
class WrittenDepth
{
public:
    static constexpr int levels = 40;

    explicit WrittenDepth(quint64 seed = 1, Duration length = 250ms)
        : m_random(seed)
        , m_length(length)
    {
    }

    /// The next columns, the prints within them, and the book after them.
    BookUpdate next(int columns)
    {
        BookUpdate update;
        update.kind = BookKind::Depth;
        update.columnLength = m_length;
        for (int at = 0; at < columns; ++at)
            update.columns.push_back(step(update));
        const BookColumn &now = update.columns.back();
        update.resting = now.rows;
        update.time = m_time;
        const auto sizeOf = [&](Price price, Qty RestingRow::*side) {
            const qint64 row = update.grid.rowOf(price);
            return (*std::ranges::find(now.rows, row, &RestingRow::row)).*side;
        };
        update.best.time = m_time;
        update.best.bid = now.bid;
        update.best.ask = now.ask;
        update.best.bidSize = sizeOf(now.bid, &RestingRow::bid);
        update.best.askSize = sizeOf(now.ask, &RestingRow::ask);
        return update;
    }

private:
    BookColumn step(BookUpdate &update)
    {
        m_bid += qint64(m_random.below(5)) / 2 - 1;
        BookColumn column;
        column.start = m_time;
        column.bid = update.grid.bottom(m_bid);
        column.ask = update.grid.bottom(m_bid + 1);
        for (qint64 row = m_bid - levels + 1; row <= m_bid + levels; ++row) {
            const bool isBid = row <= m_bid;
            const qint64 wall = row % 17 == 0 ? 4'000 : 0;
            const Qty size = Qty::whole(100 + wall + qint64(m_random.below(900)));
            column.rows.push_back({ row, isBid ? size : Qty(), isBid ? Qty() : size });
        }
        column.imbalance = Qty::whole(qint64(m_random.below(2'000)) - 1'000);
        for (quint64 trades = m_random.below(4); trades > 0; --trades) {
            const bool buys = m_random.below(2) == 0;
            const auto size = qint64(100 * (1 + m_random.below(10)));
            update.prints.push_back({ m_time + m_length / 2, buys ? column.ask : column.bid,
                                      Qty::whole(m_random.below(40) == 0 ? 20 * size : size),
                                      buys ? 1 : -1 });
        }
        m_time += m_length;
        return column;
    }

    SplitMix64 m_random;
    Duration m_length;
    qint64 m_bid = 25'000;
    Timestamp m_time = easterntime::at(QDate(2026, 8, 13), 9h + 41min);
};

/// What was traded by price today, as the engine publishes it.
inline FlowUpdate tradedToday(const std::vector<BookPrint> &prints)
{
    FlowUpdate update;
    update.knownFrom = prints.front().time;
    FlowBar &bar = update.bars.emplace_back();
    for (const BookPrint &print : prints) {
        FlowPrint flow;
        flow.time = print.time;
        flow.price = print.price;
        flow.size = print.size;
        flow.delta = print.side > 0 ? HalfQty::fromQty(print.size) : -HalfQty::fromQty(print.size);
        bar.footprint.cells.add(update.grid.rowOf(print.price), flow);
    }
    return update;
}

} // namespace tapeline::test
