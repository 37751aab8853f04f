#pragma once

#include <QLineEdit>

namespace tapeline {

/// A field for a number as it is typed, which arrows and the wheel change by steps. What a step is
/// its owner knows.
class StepEdit : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

signals:
    /// So many steps up; Shift makes ten of one.
    void stepped(int steps);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    int m_wheel = 0; ///< eighths of a degree that make no whole step yet
};

} // namespace tapeline
