#include "tapespeed.h"

#include <algorithm>

namespace tapeline {

TapeSpeed::TapeSpeed(Duration window)
    : m_step(std::max<Duration>(window / steps, 1ns))
    , m_ring(steps)
{
}

qint64 TapeSpeed::stepOf(Timestamp time) const
{
    return std::max<qint64>(toNs(time), 0) / m_step.count();
}

void TapeSpeed::moveTo(qint64 step)
{
    for (qint64 next = std::max(m_newest + 1, step - steps + 1); next <= step; ++next)
        at(next) = {};
    m_newest = std::max(m_newest, step);
}

void TapeSpeed::add(Timestamp time, Qty size)
{
    const qint64 step = stepOf(time);
    moveTo(step);
    if (step <= m_newest - steps)
        return;
    ++at(step).prints;
    at(step).shares += size.toDouble();
}

TapeRate TapeSpeed::rate(Timestamp now)
{
    moveTo(stepOf(now));
    TapeRate rate;
    for (const Step &step : m_ring) {
        rate.printsPerSecond += static_cast<double>(step.prints);
        rate.sharesPerSecond += step.shares;
    }
    const double seconds = std::chrono::duration<double>(m_step * steps).count();
    rate.printsPerSecond /= seconds;
    rate.sharesPerSecond /= seconds;
    return rate;
}

} // namespace tapeline
