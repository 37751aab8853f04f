#pragma once

#include "settingspage.h"

class QCheckBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace tapeline {

class Settings;
class Theme;

/// Whether programs on this computer may reach the paper accounts, on which port, with which token,
/// and whether it works.
class LocalApiPage : public SettingsPage
{
    Q_OBJECT

public:
    LocalApiPage(const Theme &theme, Settings &settings, QWidget *parent = nullptr);

    QString id() const override;
    QString title() const override;
    QString icon() const override;

public slots:
    /// Shown hidden but for its ends; copied whole.
    void setToken(const QString &token);
    /// It listens on this port; 0: it does not, and detail says why when it should.
    void setState(quint16 port, const QString &detail);

signals:
    void renewRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void assemble();
    void connectParts();
    void copyToken();
    void showSettings();
    void showState();
    void retranslate();

    const Theme &m_theme;
    Settings &m_settings;
    QString m_token;
    quint16 m_port = 0;
    QString m_detail;
    QLabel *m_intro;
    QCheckBox *m_enabled;
    QLabel *m_portLabel;
    QSpinBox *m_portBox;
    QLabel *m_tokenLabel;
    QLabel *m_tokenText;
    QPushButton *m_copy;
    QPushButton *m_renew;
    QLabel *m_renewNote;
    QLabel *m_stateIcon;
    QLabel *m_state;
};

} // namespace tapeline
