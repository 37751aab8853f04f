#pragma once

#include "chartalert.h"

namespace tapeline {

/// What is watched at one look, and what it is compared with: a line (low and high are the same) or
/// a room. Any of them is noValue while it is not known.
struct AlertReading
{
    double value = noValue;
    double low = noValue;
    double high = noValue;

    static AlertReading ofLine(double value, double line) { return { value, line, line }; }
    bool isKnown() const { return !std::isnan(value) && !std::isnan(low) && !std::isnan(high); }
    /// -1 below, 0 on the line or in the room with its edges, 1 above. Of a known one.
    int side() const { return value < low ? -1 : value > high ? 1 : 0; }
};

/// Whether a condition comes about, look by look.
///
/// Crossing compares the side before with the side now. From one side to the other fires, however
/// far it went in between two looks; so does coming to lie on the line, and then nothing more until
/// it has left the line: on from there, or back, is the same touch. The first known reading after
/// the beginning, a break or an unknown one only tells the side.
///
/// Entering and leaving do the same with the room: on an edge is inside. Right across it is both.
///
/// Above and below (both strictly), rising and falling fire when they begin to hold; at the first
/// look that can tell, too. A break forgets nothing: what held before it does not begin after it.
class AlertTracker
{
public:
    explicit AlertTracker(AlertCondition condition)
        : m_condition(condition)
    {
    }

    /// True when it comes about with this reading. Of Rising and Falling, low and high are what the
    /// value has to reach.
    bool take(const AlertReading &reading);
    /// Something may have been missed.
    void breakOff() { m_side.reset(); }

private:
    bool crosses(int side);
    bool enters(int side);
    bool begins(bool holds);

    AlertCondition m_condition;
    std::optional<int> m_side; ///< the last one that is known
    bool m_held = false;
};

/// One for each line of what an alert is compared with: a side per line, and any of them counts.
class LineTrackers
{
public:
    explicit LineTrackers(AlertCondition condition)
        : m_condition(condition)
        , m_lines { AlertTracker(condition) }
    {
    }

    /// From now on there are so many lines; where there were others, all begin anew.
    void setCount(std::size_t lines);
    AlertTracker &of(std::size_t line) { return m_lines[line]; }
    /// A look at each line. The first with which it comes about; nothing where with none.
    std::optional<AlertReading> take(const std::vector<AlertReading> &readings);
    void breakOff();

private:
    AlertCondition m_condition;
    std::vector<AlertTracker> m_lines;
};

} // namespace tapeline
