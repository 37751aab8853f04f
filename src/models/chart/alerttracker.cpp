#include "alerttracker.h"

namespace tapeline {

bool AlertTracker::take(const AlertReading &reading)
{
    if (!reading.isKnown()) {
        breakOff();
        return false;
    }
    const int side = reading.side();
    switch (m_condition) {
    case AlertCondition::Crossing:
    case AlertCondition::CrossingUp:
    case AlertCondition::CrossingDown:
        return crosses(side);
    case AlertCondition::Above:
        return begins(side > 0);
    case AlertCondition::Below:
        return begins(side < 0);
    case AlertCondition::Entering:
    case AlertCondition::Leaving:
        return enters(side);
    case AlertCondition::Rising:
        return begins(side >= 0);
    case AlertCondition::Falling:
        return begins(side <= 0);
    }
    Q_UNREACHABLE();
}

/// Away from the line is no news: coming to it was told.
bool AlertTracker::crosses(int side)
{
    const int before = std::exchange(m_side, side).value_or(0);
    if (before == 0 || side == before)
        return false;
    const bool isUp = before < 0;
    return m_condition == AlertCondition::Crossing
        || isUp == (m_condition == AlertCondition::CrossingUp);
}

bool AlertTracker::enters(int side)
{
    const std::optional<int> before = std::exchange(m_side, side);
    if (!before || *before == side)
        return false;
    const bool isAcross = *before != 0 && side != 0;
    return isAcross || (side == 0) == (m_condition == AlertCondition::Entering);
}

bool AlertTracker::begins(bool holds)
{
    const bool held = std::exchange(m_held, holds);
    return holds && !held;
}

void LineTrackers::setCount(std::size_t lines)
{
    if (m_lines.size() != lines)
        m_lines.assign(lines, AlertTracker(m_condition));
}

std::optional<AlertReading> LineTrackers::take(const std::vector<AlertReading> &readings)
{
    setCount(readings.size());
    std::optional<AlertReading> first;
    for (std::size_t line = 0; line < readings.size(); ++line)
        if (m_lines[line].take(readings[line]) && !first)
            first = readings[line];
    return first;
}

void LineTrackers::breakOff()
{
    for (AlertTracker &line : m_lines)
        line.breakOff();
}

} // namespace tapeline
