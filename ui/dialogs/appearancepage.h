#pragma once

#include "settingspage.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace tapeline {

class Settings;
class Theme;

/// Theme, colours of rising and falling prices, text size, flashes, language.
class AppearancePage : public SettingsPage
{
    Q_OBJECT

public:
    AppearancePage(const Theme &theme, Settings &settings, QWidget *parent = nullptr);

    QString id() const override;
    QString title() const override;
    QString icon() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addRow(QFormLayout *form, QWidget *field);
    void connectSettings();
    void fillLanguages();
    void showSettings();
    void showSample();
    void retranslate();

    const Theme &m_theme;
    Settings &m_settings;
    QComboBox *m_themeBox;
    QComboBox *m_colorsBox;
    QLabel *m_sample;
    QSpinBox *m_sizeBox;
    QComboBox *m_languageBox;
    QCheckBox *m_flashBox;
    QLabel *m_themeLabel = nullptr;
    QLabel *m_colorsLabel = nullptr;
    QLabel *m_sizeLabel = nullptr;
    QLabel *m_languageLabel = nullptr;
};

} // namespace tapeline
