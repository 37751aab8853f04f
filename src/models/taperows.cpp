#include "taperows.h"

#include "tapering.h"
#include "tapeside.h"

#include <algorithm>

namespace tapeline {

TapeRows::TapeRows(const TapeRing &ring)
    : m_ring(ring)
{
}

void TapeRows::setFilter(const TapeFilter &filter)
{
    m_filter = filter;
    clear();
}

void TapeRows::setGrouping(bool on)
{
    m_grouping = on;
    clear();
}

void TapeRows::clear()
{
    m_rows.clear();
    m_sweeps.clear();
    m_sweepIds.clear();
    m_grouper = SweepGrouper();
    m_runs = {};
    ++m_revision;
}

void TapeRows::rebuild(quint64 end)
{
    clear();
    for (quint64 serial = m_ring.first(); serial < end; ++serial)
        take(serial);
}

TapeRows::SweepId &TapeRows::sweepIdOf(quint64 serial)
{
    m_sweepIds.resize(m_ring.capacity());
    return m_sweepIds[static_cast<std::size_t>(serial % m_ring.capacity())];
}

TapeRows::SweepId TapeRows::sweepIdOf(quint64 serial) const
{
    return m_sweepIds.empty() ? 0
                              : m_sweepIds[static_cast<std::size_t>(serial % m_ring.capacity())];
}

// --- prints come and go ----------------------------------------------------------------------

void TapeRows::take(quint64 serial)
{
    const TapePrint &print = m_ring.print(serial);
    if (m_grouping)
        sweepIdOf(serial) = 0;
    if (!m_filter.passesKind(print))
        return;
    if (m_grouping)
        takeGrouped(serial);
    else if (m_filter.passesSize(print.trade.size))
        m_rows.push_back({ serial, false, serial });
}

void TapeRows::takeGrouped(quint64 serial)
{
    const TapePrint &print = m_ring.print(serial);
    const Run *run = runWith(serial);
    if (!run || !run->isSweep) {
        if (m_filter.passesSize(print.trade.size))
            m_rows.push_back({ serial, false, serial });
        return;
    }
    TapeSweep &sweep = begun(*run);
    add(sweep, serial);
    show(sweep);
}

/// What the print belongs to now, itself the last; null where it has no side.
const TapeRows::Run *TapeRows::runWith(quint64 serial)
{
    const TapePrint &print = m_ring.print(serial);
    const TapeSide side = tapeSide(print);
    if (side == TapeSide::Other)
        return nullptr;
    FlowPrint flow;
    flow.time = print.trade.time;
    flow.price = print.trade.price;
    flow.size = print.trade.size;
    flow.side = side == TapeSide::Buy ? FlowSide::Buy : FlowSide::Sell;
    const PrintGroup &group = *m_grouper.add(flow, venueOf(print.trade));
    Run &run = m_runs[side == TapeSide::Buy ? 0 : 1];
    if (run.id != group.id)
        run = { group.id, {} };
    run.prints.push_back(serial);
    // It may have left its oldest behind
    run.prints.erase(run.prints.begin(), run.prints.end() - group.prints);
    run.isSweep = m_grouper.isSweep(group);
    return &run;
}

/// The sweep without its newest print, and not shown.
TapeSweep &TapeRows::begun(const Run &run)
{
    const quint64 newest = run.prints.back();
    sweepIdOf(newest) = run.id;
    const auto [known, isNew] = m_sweeps.try_emplace(run.id);
    TapeSweep &sweep = known->second;
    if (!isNew) {
        erase(sweep.newest());
        return sweep;
    }
    for (const quint64 serial : run.prints) {
        if (serial == newest || !m_ring.contains(serial))
            continue;
        sweepIdOf(serial) = run.id;
        erase(serial);
        add(sweep, serial);
    }
    return sweep;
}

void TapeRows::add(TapeSweep &sweep, quint64 serial)
{
    const TapePrint &print = m_ring.print(serial);
    const Price price = print.trade.price;
    sweep.low = sweep.prints.empty() ? price : std::min(sweep.low, price);
    sweep.high = sweep.prints.empty() ? price : std::max(sweep.high, price);
    sweep.afterGap |= print.afterGap;
    sweep.venues.insert(venueOf(print.trade));
    sweep.prints.push_back(serial);
    sweep.totals.add(print);
}

void TapeRows::show(const TapeSweep &sweep)
{
    if (!m_filter.passesSize(sweep.totals.shares))
        return;
    const quint64 anchor = sweep.newest();
    if (sweep.open)
        for (const quint64 serial : sweep.prints)
            m_rows.push_back({ anchor, false, serial });
    m_rows.push_back({ anchor, true, anchor });
}

void TapeRows::erase(quint64 anchor)
{
    const auto begin = std::ranges::lower_bound(m_rows, anchor, {}, &Key::anchor);
    const auto end = std::ranges::upper_bound(m_rows, anchor, {}, &Key::anchor);
    if (begin == end)
        return;
    if (begin != m_rows.begin())
        ++m_revision;
    m_rows.erase(begin, end);
}

void TapeRows::drop(quint64 serial)
{
    const auto found = m_sweeps.find(m_grouping ? sweepIdOf(serial) : 0);
    if (found == m_sweeps.end()) {
        erase(serial);
        return;
    }
    erase(found->second.newest());
    m_sweeps.erase(found);
}

// --- finding rows ----------------------------------------------------------------------------

int TapeRows::rowNear(const Key &key) const
{
    if (m_rows.empty())
        return -1;
    const auto above = std::ranges::upper_bound(m_rows, key);
    return std::min(static_cast<int>(m_rows.end() - above), count() - 1);
}

int TapeRows::rowOf(const Key &key) const
{
    const int row = rowNear(key);
    return row >= 0 && this->key(row) == key ? row : -1;
}

int TapeRows::rowOfPrint(quint64 serial) const
{
    if (!m_ring.contains(serial))
        return -1;
    const auto sweep = m_sweeps.find(sweepIdOf(serial));
    if (sweep == m_sweeps.end())
        return rowOf({ serial, false, serial });
    const quint64 anchor = sweep->second.newest();
    const int own = rowOf({ anchor, false, serial });
    return own >= 0 ? own : rowOf({ anchor, true, anchor });
}

const TapeSweep *TapeRows::sweep(const Key &key) const
{
    const auto found = m_sweeps.find(sweepIdOf(key.anchor));
    return found == m_sweeps.end() ? nullptr : &found->second;
}

void TapeRows::setOpen(const Key &key, bool open)
{
    const auto found = m_sweeps.find(sweepIdOf(key.anchor));
    if (found == m_sweeps.end() || found->second.open == open)
        return;
    found->second.open = open;
    const quint64 anchor = found->second.newest();
    const Key head { anchor, true, anchor };
    const auto above = std::ranges::lower_bound(m_rows, head);
    if (above == m_rows.end() || *above != head)
        return; // hidden by its size
    if (open) {
        std::vector<Key> rows;
        for (const quint64 serial : found->second.prints)
            rows.push_back({ anchor, false, serial });
        m_rows.insert(above, rows.begin(), rows.end());
    } else {
        m_rows.erase(std::ranges::lower_bound(m_rows, anchor, {}, &Key::anchor), above);
    }
    ++m_revision;
}

} // namespace tapeline
