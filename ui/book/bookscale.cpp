#include "bookscale.h"

#include <algorithm>
#include <cstdlib>

namespace tapeline {

void BookScale::setSize(int height, int rowHeight)
{
    height = std::max(1, height);
    rowHeight = std::max(1, rowHeight);
    if (height == m_height && rowHeight == m_rowHeight)
        return;
    const qint64 middle = m_top - rowCount() / 2;
    m_height = height;
    m_rowHeight = rowHeight;
    m_top = middle + rowCount() / 2;
    emit changed();
}

int BookScale::rowCount() const
{
    return std::max(1, (m_height + m_rowHeight - 1) / m_rowHeight);
}

qint64 BookScale::rowAt(int y) const
{
    const int rows = y >= 0 ? y / m_rowHeight : -((-y + m_rowHeight - 1) / m_rowHeight);
    return m_top - rows;
}

void BookScale::follow(std::optional<qint64> middle)
{
    m_middle = middle;
    if (!middle || !m_following)
        return;
    const qint64 off = std::llabs(m_top - rowCount() / 2 - *middle);
    if (!m_placed || off > rowCount() / 4)
        moveTo(*middle + rowCount() / 2);
    m_placed = true;
}

void BookScale::centre()
{
    setFollowing(true);
    if (m_middle)
        moveTo(*m_middle + rowCount() / 2);
}

void BookScale::scroll(qint64 rows)
{
    if (rows == 0)
        return;
    setFollowing(false);
    moveTo(m_top + rows);
}

void BookScale::reset()
{
    m_placed = false;
    m_middle.reset();
    setFollowing(true);
    emit changed();
}

void BookScale::moveTo(qint64 top)
{
    if (std::exchange(m_top, top) != top)
        emit changed();
}

void BookScale::setFollowing(bool following)
{
    if (std::exchange(m_following, following) != following)
        emit followingChanged(following);
}

} // namespace tapeline
