#pragma once

#include <QComboBox>
#include <QWheelEvent>

namespace tapeline {

/// The account that is traded on: the wheel does not change it.
class AccountChoice final : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace tapeline
