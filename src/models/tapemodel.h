#pragma once

#include "tapeemphasis.h"
#include "tapepace.h"
#include "tapering.h"
#include "taperows.h"

#include <QObject>

#include <span>

namespace tapeline {

/// The newest prints of one symbol, up to a capacity, as rows: row 0 is the newest that is shown.
/// A filter hides prints without losing them, and the prints of a sweep can be one row.
///
/// Paused, the rows stay as they are while new prints are kept behind them: nothing is lost until
/// the capacity is reached, and then the oldest go.
class TapeModel : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t defaultCapacity = 5'000;

    explicit TapeModel(std::size_t capacity = defaultCapacity, QObject *parent = nullptr);

    std::size_t capacity() const { return m_ring.capacity(); }

    /// Oldest first, in the order of the tape.
    void append(std::span<const TapePrint> prints);
    /// Forgets all prints and ends a pause: another symbol begins.
    void clear();

    /// All prints stay: another filter brings back what this one hides.
    void setFilter(const TapeFilter &filter);
    const TapeFilter &filter() const { return m_rows.filter(); }
    /// Whether the prints of one sweep are one row.
    void setGrouping(bool on);
    bool isGrouping() const { return m_rows.isGrouping(); }
    /// Which prints are large.
    void setEmphasis(const TapeEmphasis &emphasis);
    const TapeEmphasis &emphasis() const { return m_emphasis; }

    /// Rows that are shown.
    int rowCount() const { return m_rows.count(); }
    /// row is in [0, rowCount()). Of a sweep its newest print.
    const TapePrint &print(int row) const { return m_ring.print(m_rows.key(row).serial); }
    /// Which row it is, through new prints and pauses.
    TapeRows::Key key(int row) const { return m_rows.key(row); }
    int rowOf(const TapeRows::Key &key) const { return m_rows.rowOf(key); }
    /// Where it is, or the next older row is; -1 when there are none.
    int rowNear(const TapeRows::Key &key) const { return m_rows.rowNear(key); }
    /// Null for a print by itself. The prints of an open sweep tell it as well.
    const TapeSweep *sweep(int row) const { return m_rows.sweep(m_rows.key(row)); }
    /// Whether the row stands for all prints of a sweep.
    bool isSweep(int row) const { return m_rows.key(row).isSweep; }
    /// Shows or hides the prints of a sweep below it. The row is the sweep's or one of its prints'.
    void setOpen(int row, bool open);
    bool isLarge(int row) const;
    /// A print that was kept, by its serial.
    const TapePrint &kept(quint64 serial) const { return m_ring.print(serial); }

    /// Prints appended since the start, those that have left included.
    quint64 total() const { return m_ring.end(); }
    /// A number that stays with the print of a row, through new prints and pauses.
    quint64 serial(int row) const { return m_rows.key(row).serial; }
    /// Where the print of a serial is shown, alone or in its sweep; -1 when it is not, or not any
    /// more.
    int rowOf(quint64 serial) const { return serial < m_taken ? m_rows.rowOfPrint(serial) : -1; }
    /// Changes when rows do that are neither new on top nor old at the bottom.
    quint64 revision() const { return m_rows.revision(); }

    bool isPaused() const { return m_paused; }
    void setPaused(bool paused);
    /// Prints that came since the pause began and pass the filter; those that have left again
    /// included, unless the filter was changed since.
    quint64 held() const { return m_held; }

    /// Of the prints of all rows.
    TapeTotals totals() const { return totals(0, rowCount() - 1); }
    /// Of the rows from first to last, both included.
    TapeTotals totals(int first, int last) const;
    /// Prints that a filter can show now.
    qint64 keptCount() const
    {
        return static_cast<qint64>(std::max(m_taken, m_ring.first()) - m_ring.first());
    }
    /// Of all prints that came, also while paused or hidden.
    TapePace &pace() { return m_pace; }

signals:
    /// Rows came, or were cleared, or the pause began or ended.
    void changed();
    /// The filter, the grouping or what is large is another.
    void rulesChanged();
    /// At least one large print came that passes the filter, live: not among those that were there
    /// when the symbol began, nor fetched later.
    void largePrintCame();

private:
    bool keep(const TapePrint &print);
    bool isLarge(const TapePrint &print, Qty largeFrom) const;
    void takeUpTo(quint64 end);
    void countHeld();
    void applyRules();

    TapeRing m_ring;
    TapeRows m_rows;
    TapeEmphasis m_emphasis;
    LargePrints m_large;
    TapePace m_pace;
    quint64 m_taken = 0; // prints before are in the rows; later ones wait for the end of a pause
    quint64 m_held = 0;
    bool m_paused = false;
    bool m_begun = false; // the symbol has had its first prints
};

} // namespace tapeline
