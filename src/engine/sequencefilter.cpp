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
    remember(sequence);
    return true;
}

/// In the place of the lowest, so that many late ones (a break that was made good) do not push out
/// the highest, around which trades change places.
void SequenceFilter::remember(quint64 sequence)
{
    const quint64 lowest = at(0);
    if (sequence < lowest) {
        m_dropped = std::max(m_dropped, sequence);
        return;
    }
    m_dropped = std::max(m_dropped, lowest);
    if (sequence > m_highest) {
        m_highest = at(0) = sequence;
        m_oldest = (m_oldest + 1) % depth;
        return;
    }
    std::size_t place = 0;
    for (; place + 1 < depth && at(place + 1) < sequence; ++place)
        at(place) = at(place + 1);
    at(place) = sequence;
}

} // namespace tapeline
