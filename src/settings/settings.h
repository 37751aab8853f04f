#pragma once

#include "capabilities.h"

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QSettings>
#include <QString>

#include <optional>

namespace tapeline {

/// Which palette is used; System follows the desktop and is dark where it says nothing.
enum class ThemeChoice : quint8 { System, Dark, Light };

/// Colours of rising and falling prices. Inverted is the East Asian convention: red is up.
enum class UpDownColors : quint8 { GreenRed, BlueOrange, Inverted };

/// What a person chose, typed, in one INI file. Key, default and legal range of each option stand
/// together in settings.cpp; values out of range are clamped when set and when read. Setters write
/// and signal only changes. Holds no secrets.
class Settings : public QObject
{
    Q_OBJECT

public:
    static constexpr int textSizePercentMin = 80;
    static constexpr int textSizePercentMax = 200;
    static constexpr int localApiPortMin = 1'024;
    static constexpr int localApiPortMax = 65'535;

    explicit Settings(const QString &iniPath, QObject *parent = nullptr);

    /// What the command line says: holds for this run, until it is chosen anew, and is not kept.
    void setThemeForThisRun(ThemeChoice choice) { m_themeForThisRun = choice; }
    void setLanguageForThisRun(const QString &code);

    ThemeChoice themeChoice() const;
    UpDownColors upDownColors() const;
    /// Of texts and of everything measured by them, 80 to 200.
    int textSizePercent() const;
    bool flashOnChange() const;
    /// ISO 639 code ("de", "en"); empty follows the system.
    QString language() const;

    /// What was bought of the service; Basic everywhere at first.
    PlanSet plans() const;
    /// Whether the desk starts on the live service, else on the simulated market.
    bool usesService() const;

    /// How orders are sent by hand; its owner knows what is in it.
    QJsonObject tradeSettings() const;

    /// What is kept, and who is asked; its owner knows what is in it.
    QJsonObject dataSettings() const;

    /// Saved filters, checklists and the like of the journal; its owner knows what is in it.
    QJsonObject journalSettings() const;

    /// Whether programs on this computer may reach the paper accounts, and on which port.
    bool localApiEnabled() const;
    int localApiPort() const;

    /// Opaque state of the main window (QWidget::saveGeometry()); empty at first start.
    QByteArray windowGeometry() const;
    /// Name of the workspace shown last; empty at first start.
    QString currentWorkspace() const;

    /// What a command was rebound to, as portable text (empty means "no shortcut"); nothing when it
    /// was not.
    std::optional<QString> shortcut(const QString &commandId) const;

public slots:
    void setThemeChoice(tapeline::ThemeChoice choice);
    void setUpDownColors(tapeline::UpDownColors colors);
    void setTextSizePercent(int percent);
    void setFlashOnChange(bool on);
    /// Anything but a language code of two or three letters means "system".
    void setLanguage(const QString &code);
    void setPlans(const tapeline::PlanSet &plans);
    void setUsesService(bool uses);
    void setTradeSettings(const QJsonObject &settings);
    void setDataSettings(const QJsonObject &settings);
    void setJournalSettings(const QJsonObject &settings);
    void setLocalApiEnabled(bool on);
    void setLocalApiPort(int port);
    void setWindowGeometry(const QByteArray &geometry);
    void setCurrentWorkspace(const QString &name);
    void setShortcut(const QString &commandId, const QString &portableText);
    void clearShortcut(const QString &commandId);
    void clearShortcuts();

signals:
    void themeChoiceChanged(tapeline::ThemeChoice choice);
    void upDownColorsChanged(tapeline::UpDownColors colors);
    void textSizePercentChanged(int percent);
    void flashOnChangeChanged(bool on);
    void languageChanged(const QString &code);
    void plansChanged(const tapeline::PlanSet &plans);
    void usesServiceChanged(bool uses);
    void localApiChanged();
    void journalSettingsChanged();

private:
    QSettings m_store;
    std::optional<ThemeChoice> m_themeForThisRun;
    QString m_languageForThisRun;
};

} // namespace tapeline
