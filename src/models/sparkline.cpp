#include "sparkline.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr double visibleShare = 1.0 / 20; // of the range: about one pixel of a table's row

}

void SparkLine::add(Timestamp time, double value)
{
    const bool other = time < m_newest - 1min || time > m_newest + longestPause;
    if (m_values.isEmpty() || other) {
        restart(time, value);
        return;
    }
    m_newest = std::max(m_newest, time);
    while (bucketOf(m_newest) - m_firstBucket >= capacity)
        coarsen();
    const qint64 wanted = bucketOf(m_newest) - m_firstBucket + 1;
    if (m_values.size() == wanted) {
        replaceLast(value);
        return;
    }
    while (m_values.size() < wanted - 1) // nothing happened there: the value stood
        m_values.append(m_values.last());
    m_values.append(value);
    m_drawnLast = value;
    ++m_revision;
}

void SparkLine::restart(Timestamp time, double value)
{
    m_values = { value };
    m_step = firstStep;
    m_newest = time;
    m_firstBucket = bucketOf(time);
    m_drawnLast = value;
    ++m_revision;
}

/// Two neighbouring points become one: the later.
void SparkLine::coarsen()
{
    m_step *= 2;
    const qint64 first = m_firstBucket >> 1;
    QList<double> merged;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const qint64 at = ((m_firstBucket + i) >> 1) - first;
        merged.resize(at + 1);
        merged[at] = m_values[i];
    }
    m_values = std::move(merged);
    m_firstBucket = first;
    ++m_revision;
}

void SparkLine::replaceLast(double value)
{
    m_values.last() = value;
    const auto [low, high] = std::minmax_element(m_values.cbegin(), m_values.cend());
    if (std::abs(value - m_drawnLast) < (*high - *low) * visibleShare || value == m_drawnLast)
        return;
    m_drawnLast = value;
    ++m_revision;
}

} // namespace tapeline
