#include "sweepgrouper.h"

#include <algorithm>

namespace tapeline {

const PrintGroup *SweepGrouper::add(const FlowPrint &print, quint16 exchange)
{
    const int sign = signOf(print.side);
    if (sign == 0)
        return nullptr;
    Open &open = m_open[sign > 0 ? 1 : 0];
    slideTo(open, print.time);
    const quint64 id = open.group.prints == 0 ? ++m_lastId : open.group.id;
    open.add(tallyOf(print, exchange), !isSweep(open.group));
    const Tally sum = open.sum();
    open.group = sum.group;
    open.group.id = id;
    open.group.sign = sign;
    open.group.exchanges = static_cast<int>(sum.exchanges.count());
    return &open.group;
}

/// Leaves what a print of this time can be of one group with; a sweep is not taken apart.
void SweepGrouper::slideTo(Open &open, Timestamp time) const
{
    if (open.group.prints == 0)
        return;
    if (time < open.group.first
        || (time - open.group.first > m_rules.within && isSweep(open.group)))
        open.clear();
    PrintGroup rest = open.sum().group;
    while (rest.prints > 0 && time - rest.first > m_rules.within) {
        open.dropOldest();
        rest = open.sum().group;
    }
    if (rest.prints == 0)
        open.group = {};
}

SweepGrouper::Tally SweepGrouper::tallyOf(const FlowPrint &print, quint16 exchange)
{
    Tally tally;
    tally.group.first = tally.group.last = print.time;
    tally.group.prints = tally.group.prices = 1;
    tally.group.size = print.size;
    tally.group.low = tally.group.high = tally.firstPrice = tally.lastPrice = print.price;
    tally.exchanges.set(exchange & 0xff);
    return tally;
}

SweepGrouper::Tally SweepGrouper::joined(const Tally &older, const Tally &newer)
{
    if (older.group.prints == 0 || newer.group.prints == 0)
        return older.group.prints == 0 ? newer : older;
    Tally both = older;
    PrintGroup &group = both.group;
    group.first = std::min(group.first, newer.group.first);
    group.last = std::max(group.last, newer.group.last);
    group.low = std::min(group.low, newer.group.low);
    group.high = std::max(group.high, newer.group.high);
    group.prints += newer.group.prints;
    group.size += newer.group.size;
    group.prices += newer.group.prices - (older.lastPrice == newer.firstPrice ? 1 : 0);
    both.lastPrice = newer.lastPrice;
    both.exchanges |= newer.exchanges;
    return both;
}

SweepGrouper::Open::Open()
{
    older.reserve(usualPrints);
    newer.reserve(usualPrints);
}

SweepGrouper::Tally SweepGrouper::Open::sum() const
{
    return older.empty() ? newerSum : joined(older.back(), newerSum);
}

/// canGo: it may be dropped again.
void SweepGrouper::Open::add(const Tally &print, bool canGo)
{
    if (canGo)
        newer.push_back(print);
    newerSum = joined(newerSum, print);
}

void SweepGrouper::Open::dropOldest()
{
    if (older.empty()) {
        for (auto print = newer.rbegin(); print != newer.rend(); ++print)
            older.push_back(older.empty() ? *print : joined(*print, older.back()));
        newer.clear();
        newerSum = {};
    }
    older.pop_back();
}

void SweepGrouper::Open::clear()
{
    older.clear();
    newer.clear();
    newerSum = {};
}

} // namespace tapeline
