#include "tapeselection.h"

#include "tapemodel.h"

namespace tapeline {

TapeSelection::TapeSelection(const TapeModel &model)
    : m_model(model)
{
}

void TapeSelection::clear()
{
    m_from.reset();
    m_current.reset();
}

void TapeSelection::moveTo(int row, bool extended)
{
    m_current = m_model.key(row);
    if (!extended || !m_from)
        m_from = m_current;
}

int TapeSelection::rowOf(const std::optional<TapeRows::Key> &key) const
{
    return key ? m_model.rowNear(*key) : -1;
}

TapeSelection::Range TapeSelection::range() const
{
    const int current = rowOf(m_current);
    if (current < 0)
        return {};
    const int from = rowOf(m_from);
    return { std::min(from, current), std::max(from, current) };
}

} // namespace tapeline
