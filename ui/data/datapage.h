#pragma once

#include "settingspage.h"

class QTabWidget;

namespace tapeline {

class DataDesk;
class Theme;

/// Kept data, and where data comes from.
class DataPage : public SettingsPage
{
    Q_OBJECT

public:
    /// Both must outlive it.
    DataPage(const Theme &theme, DataDesk &desk, QWidget *parent = nullptr);

    QString id() const override;
    QString title() const override;
    QString icon() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QTabWidget *m_tabs;
};

} // namespace tapeline
