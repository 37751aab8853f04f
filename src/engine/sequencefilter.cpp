#include "sequencefilter.h"

#include <algorithm>

namespace tapeline {

bool SequenceFilter::knows(QDate day, quint64 sequence) const
{
    if (sequence == 0 || day != m_day || sequence > m_highest)
        return false;
    return sequence <= m_dropped
        || std::find(m_ring.begin(), m_ring.end(), sequence) != m_ring.end();
}

bool SequenceFilter::accept(QDate day, quint64 sequence)
{
    if (sequence == 0)
        return true;
    if (day != m_day) {
        if (m_day.isValid() && day < m_day)
            return true; // a late print of an earlier day: the numbers of that day are forgotten
        *this = {};
        m_day = day;
    }
    if (knows(day, sequence))
        return false;
    quint64 &slot = m_ring[m_next];
    m_next = (m_next + 1) % depth;
    m_dropped = std::max(m_dropped, slot);
    slot = sequence;
    m_highest = std::max(m_highest, sequence);
    return true;
}

} // namespace tapeline
