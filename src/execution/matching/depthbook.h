#pragma once

#include "depthupdate.h"
#include "order.h"

#include <span>
#include <vector>

namespace tapeline {

/// A depth book with what our fills took of each level (execution.md B.4). A level's consumption
/// ends when its size changes, or when it is gone and comes back.
class DepthBook
{
public:
    /// The whole book, each side best first; empty levels are left out.
    void show(std::span<const BookLevel> bids, std::span<const BookLevel> asks);

    /// What an order of this side could take at up to `limit` (no limit: everything).
    Qty reachable(Side side, std::optional<Price> limit) const;
    /// The best level that still has something for an order of this side, and how much.
    std::optional<BookLevel> best(Side side) const;
    void take(Side side, Price price, Qty qty);
    /// Displayed on the order's own side at its price.
    Qty queueAt(Side side, Price price) const;

private:
    struct Level
    {
        BookLevel shown;
        Qty taken;
    };
    using Levels = std::vector<Level>;

    static void update(Levels &levels, std::span<const BookLevel> shown);
    const Levels &opposite(Side side) const { return side == Side::Buy ? m_asks : m_bids; }

    Levels m_bids;
    Levels m_asks;
};

} // namespace tapeline
