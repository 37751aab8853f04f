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

    /// Oldest first, in the order of the tape.
    void append(std::span<const TapePrint> prints);
    void clear();

    /// Rows that are shown.
    int rowCount() const { return static_cast<int>(m_size) - m_held; }
    /// row is in [0, rowCount()).
    const TapePrint &print(int row) const;
    /// Prints appended since the start, those that have left included. Grows by one a print: the
    /// difference of two calls says how far rows have moved.
    quint64 total() const { return m_total; }

    bool isPaused() const { return m_paused; }
    void setPaused(bool paused);
    /// New prints that wait behind a paused view.
    int held() const { return m_held; }

signals:
    /// Rows came, or were cleared, or the pause began or ended.
    void changed();

private:
    const std::size_t m_capacity;
    std::vector<TapePrint> m_ring;
    std::size_t m_next = 0; // where the next print goes
    std::size_t m_size = 0;
    quint64 m_total = 0;
    int m_held = 0;
    bool m_paused = false;
};

} // namespace tapeline
