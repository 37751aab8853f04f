#pragma once

#include "settingspage.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace tapeline {

class TradeDesk;

/// How orders are sent by a click or a key: sizes, time in force, exits; and what is heard of them.
class TradingPage : public SettingsPage
{
    Q_OBJECT

public:
    /// desk must outlive the page.
    explicit TradingPage(TradeDesk &desk, QWidget *parent = nullptr);

    QString id() const override;
    QString title() const override;
    QString icon() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void make();
    void connectFields();
    void takeSizes();
    void showSettings();
    void retranslate();

    TradeDesk &m_desk;
    QLineEdit *m_sizes;
    QLabel *m_complaint;
    QComboBox *m_tif;
    QCheckBox *m_extended;
    QSpinBox *m_stop;
    QSpinBox *m_target;
    QSpinBox *m_reminder;
    QCheckBox *m_sounds;
    QCheckBox *m_notifications;
    QLabel *m_sizesLabel;
    QLabel *m_tifLabel;
    QLabel *m_stopLabel;
    QLabel *m_targetLabel;
    QLabel *m_reminderLabel;
};

} // namespace tapeline
