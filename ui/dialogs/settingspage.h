#pragma once

#include <QWidget>

namespace tapeline {

/// One page of the settings dialog. What is changed on it holds at once; there is nothing to apply.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Stays the same, for opening a page from elsewhere: "appearance".
    virtual QString id() const = 0;
    virtual QString title() const = 0;
    /// Name in the IconSet.
    virtual QString icon() const = 0;
};

} // namespace tapeline
