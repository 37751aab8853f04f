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
    if (open.group.prints == 0) {
        open.group.id = ++m_lastId;
        open.group.sign = sign;
    }
    const Member member { print.time, print.price, print.size, exchange };
    if (!isSweep(open.group))
        open.members.push_back(member);
    count(open, member);
    return &open.group;
}

/// Leaves what a print of this time can be of one group with; a sweep is not taken apart.
void SweepGrouper::slideTo(Open &open, Timestamp time)
{
    const PrintGroup &group = open.group;
    if (group.prints == 0 || (time >= group.first && time - group.first <= m_rules.within))
        return;
    auto kept = open.members.end();
    if (time >= group.first && !isSweep(group))
        kept = std::find_if(open.members.rbegin(), open.members.rend(), [&](const Member &m) {
                   return time - m.time > m_rules.within;
               }).base();
    open.members.erase(open.members.begin(), kept);
    const PrintGroup before = std::exchange(open.group, {});
    open.exchanges.reset();
    if (open.members.empty())
        return;
    open.group.id = before.id;
    open.group.sign = before.sign;
    for (const Member &member : open.members)
        count(open, member);
}

void SweepGrouper::count(Open &open, const Member &member)
{
    PrintGroup &group = open.group;
    const bool isFirst = group.prints == 0;
    group.first = isFirst ? member.time : std::min(group.first, member.time);
    group.last = isFirst ? member.time : std::max(group.last, member.time);
    group.low = isFirst ? member.price : std::min(group.low, member.price);
    group.high = isFirst ? member.price : std::max(group.high, member.price);
    group.prices += isFirst || member.price != open.lastPrice ? 1 : 0;
    ++group.prints;
    group.size += member.size;
    open.lastPrice = member.price;
    open.exchanges.set(member.exchange & 0xff);
    group.exchanges = static_cast<int>(open.exchanges.count());
}

} // namespace tapeline
