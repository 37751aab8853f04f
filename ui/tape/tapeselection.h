#pragma once

#include "taperows.h"

#include <optional>

namespace tapeline {

class TapeModel;

/// The row of a tape that the keys act on, and the range of rows chosen with it. It stays with its
/// prints when rows come or go; of those a filter hides the next older one takes the place.
class TapeSelection
{
public:
    struct Range
    {
        int first = 0; ///< the upper one
        int last = -1;
        bool isEmpty() const { return last < first; }
        bool contains(int row) const { return row >= first && row <= last; }
    };

    /// model must outlive the selection.
    explicit TapeSelection(const TapeModel &model);

    void clear();
    /// Makes a row the current one; extended, the range from where it began reaches there, else it
    /// is that row alone.
    void moveTo(int row, bool extended);

    /// -1 for none.
    int current() const { return rowOf(m_current); }
    Range range() const;
    bool isRange() const { return m_current != m_from; }

private:
    int rowOf(const std::optional<TapeRows::Key> &key) const;

    const TapeModel &m_model;
    std::optional<TapeRows::Key> m_from;
    std::optional<TapeRows::Key> m_current;
};

} // namespace tapeline
