#include "sweepgrouper.h"

#include <algorithm>

namespace tapeline {

const PrintGroup *SweepGrouper::add(const FlowPrint &print, quint16 exchange)
{
    const int sign = signOf(print.side);
    if (sign == 0)
        return nullptr;
    Open &open = m_open[sign > 0 ? 1 : 0];
    PrintGroup &group = open.group;
    const bool joins = group.prints > 0 && print.time >= group.first
        && print.time - group.first <= m_rules.within;
    if (!joins)
        start(open, print, sign);
    group.last = std::max(group.last, print.time);
    ++group.prints;
    group.size += print.size;
    group.low = std::min(group.low, print.price);
    group.high = std::max(group.high, print.price);
    group.prices += print.price == open.lastPrice ? 0 : 1;
    open.lastPrice = print.price;
    open.exchanges.set(exchange & 0xff);
    group.exchanges = static_cast<int>(open.exchanges.count());
    return &group;
}

void SweepGrouper::start(Open &open, const FlowPrint &print, int sign)
{
    open.group = {};
    open.group.id = ++m_lastId;
    open.group.sign = sign;
    open.group.first = open.group.last = print.time;
    open.group.low = open.group.high = open.lastPrice = print.price;
    open.group.prices = 1;
    open.exchanges.reset();
}

} // namespace tapeline
