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
    m_ring.resize(m_capacity); // at the first batch, so that an unused tape costs nothing
    for (const TapePrint &print : prints.last(std::min(prints.size(), m_capacity))) {
        m_ring[m_next] = print;
        m_next = (m_next + 1) % m_capacity;
    }
    m_size = std::min(m_size + prints.size(), m_capacity);
    m_total += prints.size();
    if (m_paused)
        m_held += prints.size();
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
    const std::size_t back = static_cast<std::size_t>(row) + hidden() + 1;
    return m_ring[(m_next + m_capacity - back) % m_capacity];
}

int TapeModel::rowOf(quint64 serial) const
{
    const quint64 newest = m_total - hidden();
    if (serial >= newest || newest - serial > static_cast<quint64>(rowCount()))
        return -1;
    return static_cast<int>(newest - 1 - serial);
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
