#include "tapemodel.h"

#include <algorithm>

namespace tapeline {

TapeModel::TapeModel(std::size_t capacity, QObject *parent)
    : QObject(parent)
    , m_capacity(std::max<std::size_t>(capacity, 1))
{
}

void TapeModel::append(std::span<const TapePrint> prints)
{
    if (prints.empty())
        return;
    m_total += prints.size();
    m_ring.resize(m_capacity);
    for (const TapePrint &print : prints.last(std::min(prints.size(), m_capacity))) {
        m_ring[m_next] = print;
        m_next = (m_next + 1) % m_capacity;
    }
    m_size = std::min(m_size + prints.size(), m_capacity);
    if (m_paused)
        m_held
            = static_cast<int>(std::min<std::size_t>(std::size_t(m_held) + prints.size(), m_size));
    emit changed();
}

void TapeModel::clear()
{
    m_next = m_size = 0;
    m_held = 0;
    m_paused = false;
    emit changed();
}

const TapePrint &TapeModel::print(int row) const
{
    const std::size_t back = static_cast<std::size_t>(row + m_held) + 1;
    return m_ring[(m_next + m_capacity - back) % m_capacity];
}

void TapeModel::setPaused(bool paused)
{
    if (m_paused == paused)
        return;
    m_paused = paused;
    m_held = 0;
    emit changed();
}

} // namespace tapeline
