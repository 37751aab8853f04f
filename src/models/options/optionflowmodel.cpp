#include "optionflowmodel.h"

#include "easterntime.h"

#include <algorithm>

namespace tapeline {

OptionFlowModel::OptionFlowModel(std::size_t capacity, QObject *parent)
    : QObject(parent)
    , m_capacity(std::max<std::size_t>(capacity, 1))
{
}

// --- prints ----------------------------------------------------------------------------------

void OptionFlowModel::append(std::span<const OptionFlowPrint> prints, bool live)
{
    if (prints.empty())
        return;
    bool isMended = false; // earlier prints are of another kind now
    std::optional<quint64> alert;
    for (const OptionFlowPrint &print : prints) {
        isMended = keep(print, live) || isMended;
        if (at(m_end - 1).isAlerted)
            alert = m_end - 1;
    }
    if (isMended) {
        ++m_revision;
        if (m_filter.dependsOnKind())
            rebuild();
    }
    emit changed();
    if (alert)
        emit alertCame(*alert);
}

/// Whether it made a sweep of prints that are shown already.
bool OptionFlowModel::keep(const OptionFlowPrint &print, bool live)
{
    if (m_entries.empty())
        m_entries.resize(m_capacity); // at the first one, so that an unused flow costs nothing
    if (m_end - m_first == m_capacity)
        drop(m_first++);
    OptionFlowRow &row = m_entries[place(m_end)];
    row = {};
    row.print = print;
    row.gaps = m_gaps += print.afterGap ? 1 : 0;
    row.isSweep = print.form.sweep || print.sweepPrints > 0;
    row.days = int(easterntime::date(print.time).daysTo(print.contract->terms.expiry));
    if (m_openInterest)
        row.openInterest = m_openInterest(*print.contract);
    if (!print.form.cancels)
        m_sides[print.contract->symbol].add(flowSide(print), print.premium());
    const quint64 serial = m_end++;
    const bool isMended = print.sweepPrints > 1 && markSweep(serial);
    row.isAlerted = live && isAlerting(row);
    if (!m_paused)
        takeUpTo(m_end);
    else if (m_filter.passes(row))
        ++m_held;
    return isMended;
}

/// The prints before a sweep's print that are part of it. Whether any did not say so.
bool OptionFlowModel::markSweep(quint64 serial)
{
    const OptionFlowPrint &newest = at(serial).print;
    bool isMended = false;
    int left = newest.sweepPrints - 1;
    const quint64 oldest = std::max(m_first, serial > sweepReach ? serial - sweepReach : 0);
    for (quint64 earlier = serial; left > 0 && earlier > oldest;) {
        OptionFlowRow &row = m_entries[place(--earlier)];
        if (row.print.group != newest.group)
            continue;
        --left;
        isMended = !std::exchange(row.isSweep, true) || isMended;
    }
    return isMended;
}

void OptionFlowModel::drop(quint64 serial)
{
    if (!m_rows.empty() && m_rows.front() == serial)
        m_rows.pop_front();
    m_taken = std::max(m_taken, serial + 1);
}

void OptionFlowModel::takeUpTo(quint64 end)
{
    for (m_taken = std::max(m_taken, m_first); m_taken < end; ++m_taken)
        if (m_filter.passes(at(m_taken)))
            m_rows.push_back(m_taken);
}

void OptionFlowModel::clear()
{
    m_first = m_taken = m_end;
    m_rows.clear();
    m_sides.clear();
    m_held = m_skipped = 0;
    m_paused = false;
    ++m_revision;
    emit changed();
}

void OptionFlowModel::noteSkipped(quint64 prints)
{
    if (prints == 0)
        return;
    m_skipped += prints;
    ++m_gaps; // what is older than the next print is not the one before it
    emit changed();
}

void OptionFlowModel::setOpenInterest(
    std::function<double(const FlowContract &contract)> openInterestOf)
{
    m_openInterest = std::move(openInterestOf);
}

void OptionFlowModel::refreshOpenInterest(const QString &underlying)
{
    if (!m_openInterest)
        return;
    bool isNew = false;
    for (quint64 serial = m_first; serial < m_end; ++serial) {
        OptionFlowRow &row = m_entries[place(serial)];
        if (row.openInterest >= 0 || row.print.contract->terms.underlying != underlying)
            continue;
        row.openInterest = m_openInterest(*row.print.contract);
        isNew = isNew || row.openInterest >= 0;
    }
    if (!isNew)
        return;
    ++m_revision;
    if (m_filter.aboveOpenInterest)
        rebuild();
    emit changed();
}

// --- rules -----------------------------------------------------------------------------------

void OptionFlowModel::setFilter(const OptionFlowFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
    emit rulesChanged();
    emit changed();
}

void OptionFlowModel::setAlertRules(const std::vector<OptionFlowFilter> &rules)
{
    if (rules == m_rules)
        return;
    m_rules = rules;
    emit rulesChanged();
}

bool OptionFlowModel::isAlerting(const OptionFlowRow &row) const
{
    return !row.print.form.cancels
        && std::ranges::any_of(m_rules,
                               [&row](const OptionFlowFilter &rule) { return rule.passes(row); });
}

void OptionFlowModel::rebuild()
{
    m_rows.clear();
    ++m_revision;
    for (quint64 serial = m_first; serial < m_taken; ++serial)
        if (m_filter.passes(at(serial)))
            m_rows.push_back(serial);
    m_held = 0;
    for (quint64 serial = std::max(m_taken, m_first); serial < m_end; ++serial)
        m_held += m_filter.passes(at(serial)) ? 1 : 0;
}

void OptionFlowModel::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    m_held = 0;
    takeUpTo(m_end);
    emit changed();
}

// --- rows ------------------------------------------------------------------------------------

int OptionFlowModel::rowOf(quint64 serial) const
{
    const int row = rowNear(serial);
    return row >= 0 && this->serial(row) == serial ? row : -1;
}

int OptionFlowModel::rowNear(quint64 serial) const
{
    const auto after = std::ranges::upper_bound(m_rows, serial);
    if (after == m_rows.begin())
        return -1;
    return static_cast<int>(m_rows.end() - after);
}

const OptionFlowRow *OptionFlowModel::kept(quint64 serial) const
{
    return serial >= m_first && serial < m_end ? &at(serial) : nullptr;
}

bool OptionFlowModel::isGapBelow(int row) const
{
    const quint32 before = row + 1 < rowCount() ? this->row(row + 1).gaps
        : m_rows.empty()                        ? 0
                                                : at(m_first).gaps;
    return this->row(row).gaps != before
        || (row + 1 == rowCount() && this->row(row).print.afterGap);
}

OptionFlowTotals OptionFlowModel::totals() const
{
    OptionFlowTotals totals;
    for (const quint64 serial : m_rows)
        totals.add(at(serial).print);
    return totals;
}

} // namespace tapeline
