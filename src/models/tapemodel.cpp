#include "tapemodel.h"

#include <optional>

namespace tapeline {

TapeModel::TapeModel(std::size_t capacity, QObject *parent)
    : QObject(parent)
    , m_ring(capacity)
    , m_rows(m_ring)
{
}

void TapeModel::append(std::span<const TapePrint> prints)
{
    if (prints.empty()) {
        m_begun = true; // the symbol had none yet
        return;
    }
    bool large = false;
    for (const TapePrint &print : prints)
        large |= keep(print);
    emit changed();
    if (std::exchange(m_begun, true) && large)
        emit largePrintCame();
}

/// Whether it is a large one to tell of.
bool TapeModel::keep(const TapePrint &print)
{
    m_pace.add(print);
    if (TapeEmphasis::isFor(print))
        m_large.add(print.trade);
    const Qty largeFrom = m_large.sizeLimit();
    const quint64 oldest = m_ring.first();
    m_ring.push(print, largeFrom);
    if (m_ring.first() > oldest && oldest < m_taken)
        m_rows.drop(oldest);
    if (m_paused)
        m_held += filter().passes(print) ? 1 : 0;
    else
        takeUpTo(m_ring.end());
    return print.origin == PrintOrigin::Stream && isLarge(print, largeFrom)
        && filter().passes(print);
}

void TapeModel::takeUpTo(quint64 end)
{
    for (m_taken = std::max(m_taken, m_ring.first()); m_taken < end; ++m_taken)
        m_rows.take(m_taken);
}

void TapeModel::clear()
{
    m_ring.clear();
    m_rows.clear();
    m_large = LargePrints();
    m_pace.clear();
    m_taken = m_ring.end();
    m_held = 0;
    m_paused = m_begun = false;
    emit changed();
}

void TapeModel::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    m_held = 0;
    takeUpTo(m_ring.end());
    emit changed();
}

// --- rules -----------------------------------------------------------------------------------

void TapeModel::setFilter(const TapeFilter &filter)
{
    if (filter == m_rows.filter())
        return;
    m_rows.setFilter(filter);
    applyRules();
}

void TapeModel::setGrouping(bool on)
{
    if (on == m_rows.isGrouping())
        return;
    m_rows.setGrouping(on);
    applyRules();
}

void TapeModel::applyRules()
{
    m_rows.rebuild(m_taken);
    countHeld();
    emit rulesChanged();
    emit changed();
}

void TapeModel::countHeld()
{
    m_held = 0;
    for (quint64 serial = std::max(m_taken, m_ring.first()); serial < m_ring.end(); ++serial)
        m_held += filter().passes(m_ring.print(serial)) ? 1 : 0;
}

void TapeModel::setEmphasis(const TapeEmphasis &emphasis)
{
    if (emphasis == m_emphasis)
        return;
    m_emphasis = emphasis;
    emit rulesChanged();
}

void TapeModel::setOpen(int row, bool open)
{
    m_rows.setOpen(m_rows.key(row), open);
    emit changed();
}

bool TapeModel::isLarge(const TapePrint &print, Qty largeFrom) const
{
    if (!TapeEmphasis::isFor(print))
        return false;
    const Trade &trade = print.trade;
    return m_emphasis.holds(trade.size, trade.price.toDouble() * trade.size.toDouble(), largeFrom);
}

/// A sweep is measured as one print, which came with its newest.
bool TapeModel::isLarge(int row) const
{
    const TapeRows::Key &key = m_rows.key(row);
    const Qty largeFrom = m_ring.largeFrom(key.serial);
    if (!key.isSweep)
        return isLarge(m_ring.print(key.serial), largeFrom);
    const TapeTotals &totals = m_rows.sweep(key)->totals;
    return m_emphasis.holds(totals.shares, totals.notional, largeFrom);
}

TapeTotals TapeModel::totals(int first, int last) const
{
    TapeTotals totals;
    std::optional<quint64> counted; // the sweep whose prints are in already
    for (int row = first; row <= last; ++row) {
        const TapeRows::Key &key = m_rows.key(row);
        if (key.isSweep) {
            totals.add(m_rows.sweep(key)->totals);
            counted = key.anchor;
        } else if (key.anchor != counted) {
            totals.add(m_ring.print(key.serial));
        }
    }
    return totals;
}

} // namespace tapeline
