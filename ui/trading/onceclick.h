#pragma once

#include <QAbstractButton>
#include <QEvent>

namespace tapeline {

/// Keeps the second half of a double click from a button that sends orders: two fast clicks would
/// act twice while orders are sent without a question. The button owns it.
class OnceClick final : public QObject
{
public:
    /// A button that acts once a double click.
    static void guard(QAbstractButton *button)
    {
        button->installEventFilter(new OnceClick(button));
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        return event->type() == QEvent::MouseButtonDblClick || QObject::eventFilter(watched, event);
    }

private:
    explicit OnceClick(QAbstractButton *button)
        : QObject(button)
    {
    }
};

} // namespace tapeline
