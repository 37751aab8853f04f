#pragma once

#include <QWheelEvent>

namespace tapeline {

/// Whole steps of a wheel whose events may be parts of one (touchpads). Up and to the right are
/// positive.
class WheelSteps
{
public:
    static constexpr int notch
        = 120; ///< angle of a step of an ordinary wheel, in eighths of a degree

    /// Steps of so much angle. Sideways movement counts only where there is no other and Shift is
    /// held: some systems turn the wheel then.
    int take(const QWheelEvent &event, int angle = notch)
    {
        const QPoint delta = event.angleDelta();
        const bool isTurned = delta.y() == 0 && event.modifiers().testFlag(Qt::ShiftModifier);
        const int turned = isTurned ? delta.x() : delta.y();
        if ((turned > 0) != (m_rest > 0))
            m_rest = 0;
        m_rest += turned;
        const int steps = m_rest / angle;
        m_rest -= steps * angle;
        return steps;
    }

private:
    int m_rest = 0;
};

} // namespace tapeline
