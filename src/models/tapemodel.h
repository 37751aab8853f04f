#pragma once

#include "marketsnapshot.h"

#include <QObject>

#include <span>
#include <vector>

namespace tapeline {

/// The newest prints of one symbol, up to a capacity. Row 0 is the newest that is shown.
///
/// Paused, the rows stay as they are while new prints are kept behind them: nothing is lost until
/// the capacity is reached, and then the oldest go.
class TapeModel : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t defaultCapacity = 5'000;

    explicit TapeModel(std::size_t capacity = defaultCapacity, QObject *parent = nullptr);

    std::size_t capacity() const { return m_capacity; }

    /// Oldest first, in the order of the tape.
    void append(std::span<const TapePrint> prints);
    /// Forgets all prints and ends a pause: another symbol begins.
    void clear();

    /// Rows that are shown.
    int rowCount() const { return static_cast<int>(m_size - hidden()); }
    /// row is in [0, rowCount()).
    const TapePrint &print(int row) const;

    /// Prints appended since the start, those that have left included. Grows by one a print: the
    /// difference of two calls says how far the rows of a view that is not paused have moved.
    quint64 total() const { return m_total; }
    /// A number that stays with the print of a row, through new prints and pauses.
    quint64 serial(int row) const { return m_total - hidden() - 1 - static_cast<quint64>(row); }
    /// Where the print of a serial is shown; -1 when it is not, or not any more.
    int rowOf(quint64 serial) const;

    bool isPaused() const { return m_paused; }
    void setPaused(bool paused);
    /// Prints that came since the pause began, those that have left again included.
    quint64 held() const { return m_held; }

signals:
    /// Rows came, or were cleared, or the pause began or ended.
    void changed();

private:
    std::size_t hidden() const
    {
        return m_held < m_size ? static_cast<std::size_t>(m_held) : m_size;
    }

    const std::size_t m_capacity;
    std::vector<TapePrint> m_ring;
    std::size_t m_next = 0; // where the next print goes
    std::size_t m_size = 0;
    quint64 m_total = 0;
    quint64 m_held = 0;
    bool m_paused = false;
};

} // namespace tapeline
