#pragma once

#include "optionflowtotals.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <functional>
#include <span>
#include <vector>

namespace tapeline {

/// The newest prints of options, up to a capacity, as rows: row 0 is the newest that is shown. A
/// filter hides prints without losing them. Paused, the rows stay as they are while new prints are
/// kept behind them; what goes out of the ring goes out of the rows. Which earlier prints belong to
/// a sweep is known once it is one.
class OptionFlowModel : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t defaultCapacity = 10'000;
    /// How far back the prints of a sweep are looked for.
    static constexpr quint64 sweepReach = 512;

    explicit OptionFlowModel(std::size_t capacity = defaultCapacity, QObject *parent = nullptr);

    /// The open interest of a contract, in contracts; below 0 where it is not known yet.
    void setOpenInterest(std::function<double(const FlowContract &contract)> openInterestOf);
    /// More of it may be known now of the options of an underlying.
    void refreshOpenInterest(const QString &underlying);

    /// Oldest first. live: they came just now, so that rules may call for attention.
    void append(std::span<const OptionFlowPrint> prints, bool live = true);
    /// Forgets all prints and ends a pause.
    void clear();
    /// So many prints were left out because more came than could be carried.
    void noteSkipped(quint64 prints);
    quint64 skipped() const { return m_skipped; }

    void setFilter(const OptionFlowFilter &filter);
    const OptionFlowFilter &filter() const { return m_filter; }
    /// Prints that pass one of them call for attention, whatever is shown.
    void setAlertRules(const std::vector<OptionFlowFilter> &rules);
    const std::vector<OptionFlowFilter> &alertRules() const { return m_rules; }

    int rowCount() const { return static_cast<int>(m_rows.size()); }
    /// row is in [0, rowCount()).
    const OptionFlowRow &row(int row) const { return at(serial(row)); }
    /// A number that stays with the print of a row.
    quint64 serial(int row) const { return m_rows[m_rows.size() - 1 - std::size_t(row)]; }
    /// Where the print of a serial is shown; -1 when it is not, or not any more.
    int rowOf(quint64 serial) const;
    /// The same, or the next older row; -1 when there is none.
    int rowNear(quint64 serial) const;
    /// A print that is kept, shown or not; null when it has left.
    const OptionFlowRow *kept(quint64 serial) const;
    /// Whether prints are missing between a row and the next older one.
    bool isGapBelow(int row) const;

    bool isPaused() const { return m_paused; }
    void setPaused(bool paused);
    /// Prints that came since the pause began and pass the filter.
    quint64 held() const { return m_held; }
    qint64 keptCount() const { return static_cast<qint64>(m_end - m_first); }
    /// Changes when rows do that are neither new on top nor old at the bottom.
    quint64 revision() const { return m_revision; }

    /// Of all rows.
    OptionFlowTotals totals() const;
    /// Of all prints of a contract that came since the start, shown or not; the sides of a day that
    /// was seen from its middle are those of what was seen.
    OptionFlowTotals::Premium sidesOf(const QString &contract) const
    {
        return m_sides.value(contract);
    }

signals:
    /// Rows came, or changed, or were cleared, or the pause began or ended.
    void changed();
    /// The filter or the rules are others.
    void rulesChanged();
    /// A rule calls for attention: the newest such print of what came.
    void alertCame(quint64 serial);

private:
    std::size_t place(quint64 serial) const { return std::size_t(serial % m_capacity); }
    const OptionFlowRow &at(quint64 serial) const { return m_entries[place(serial)]; }
    bool keep(const OptionFlowPrint &print, bool live);
    bool markSweep(quint64 serial);
    void drop(quint64 serial);
    void takeUpTo(quint64 end);
    void rebuild();
    bool isAlerting(const OptionFlowRow &row) const;

    const std::size_t m_capacity;
    std::function<double(const FlowContract &)> m_openInterest;
    std::vector<OptionFlowRow> m_entries; // a ring, by serial
    quint64 m_first = 0;
    quint64 m_end = 0;
    quint64 m_taken = 0; // prints before are in the rows
    std::deque<quint64> m_rows; // ascending
    OptionFlowFilter m_filter;
    std::vector<OptionFlowFilter> m_rules;
    QHash<QString, OptionFlowTotals::Premium> m_sides;
    quint64 m_held = 0;
    quint64 m_skipped = 0;
    quint64 m_revision = 0;
    quint32 m_gaps = 0;
    bool m_paused = false;
};

} // namespace tapeline
