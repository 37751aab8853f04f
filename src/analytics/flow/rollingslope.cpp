#include "rollingslope.h"

namespace tapeline {

void RollingSlope::push(qint64 value)
{
    const WideSum added(value);
    if (!isFull()) {
        m_moment += added * static_cast<quint32>(m_values.size());
        m_sum += added;
        m_values.push_back(value);
        return;
    }
    m_sum -= WideSum(m_values[m_oldest]);
    m_moment += added * (m_length - 1) - m_sum; // every value that stays moves down by one
    m_sum += added;
    m_values[m_oldest] = value;
    m_oldest = m_oldest + 1 == m_values.size() ? 0 : m_oldest + 1;
}

void RollingSlope::clear()
{
    m_values.clear();
    m_oldest = 0;
    m_sum = m_moment = WideSum();
}

double RollingSlope::slope(double unitsPerOne) const
{
    if (!isFull())
        return 0;
    const double n = m_length;
    return numerator().toDouble() / (n * (n * n - 1) / 6 * unitsPerOne);
}

} // namespace tapeline
