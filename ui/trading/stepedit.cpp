#include "stepedit.h"

#include <QKeyEvent>
#include <QWheelEvent>

namespace tapeline {

namespace {

constexpr int manySteps = 10;
constexpr int eighthsAStep = 120;

} // namespace

void StepEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->isAutoRepeat())
        return event->accept(); // a held key sends once
    const bool up = event->key() == Qt::Key_Up;
    if (!up && event->key() != Qt::Key_Down)
        return QLineEdit::keyPressEvent(event);
    const int steps = event->modifiers() & Qt::ShiftModifier ? manySteps : 1;
    emit stepped(up ? steps : -steps);
}

/// Only while it has the focus: a field is not changed on the way down a page.
void StepEdit::wheelEvent(QWheelEvent *event)
{
    if (!hasFocus())
        return QLineEdit::wheelEvent(event);
    m_wheel += event->angleDelta().y();
    const int steps = m_wheel / eighthsAStep;
    m_wheel -= steps * eighthsAStep;
    if (steps != 0)
        emit stepped(steps);
    event->accept();
}

} // namespace tapeline
