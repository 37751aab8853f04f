#include "settings.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <span>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

constexpr auto themeKey = "appearance/theme"_L1;
constexpr QLatin1StringView themeNames[] = { "system"_L1, "dark"_L1, "light"_L1 };

constexpr auto upDownKey = "appearance/upDownColors"_L1;
constexpr QLatin1StringView upDownNames[] = { "green-red"_L1, "blue-orange"_L1, "inverted"_L1 };

constexpr auto textSizeKey = "appearance/textSizePercent"_L1;
constexpr int textSizeDefault = 100;

constexpr auto flashKey = "appearance/flashOnChange"_L1;
constexpr bool flashDefault = true;

constexpr auto languageKey = "appearance/language"_L1;

constexpr auto plansKey = "service/plans"_L1;
constexpr auto usesServiceKey = "service/inUse"_L1;

constexpr auto tradeKey = "trading/settings"_L1;
constexpr auto dataKey = "data/settings"_L1;
constexpr auto journalKey = "journal/settings"_L1;

constexpr auto localApiKey = "localApi/enabled"_L1;
constexpr auto localApiPortKey = "localApi/port"_L1;
constexpr int localApiPortDefault = 8'765;

constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto workspaceKey = "window/workspace"_L1;
constexpr auto shortcutsGroup = "shortcuts"_L1;

/// An enum is stored by name, so that a later value in between cannot change what a file means.
int indexOfName(std::span<const QLatin1StringView> names, const QString &name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? 0 : static_cast<int>(found - names.begin());
}

QString legalLanguage(const QString &code)
{
    static const QRegularExpression legal(u"^[a-z]{2,3}$"_s);
    return legal.match(code).hasMatch() ? code : QString();
}

QString shortcutKey(const QString &commandId)
{
    return shortcutsGroup + u'/' + commandId;
}

} // namespace

Settings::Settings(const QString &iniPath, QObject *parent)
    : QObject(parent)
    , m_store(iniPath, QSettings::IniFormat)
{
}

ThemeChoice Settings::themeChoice() const
{
    if (m_themeForThisRun)
        return *m_themeForThisRun;
    return static_cast<ThemeChoice>(indexOfName(themeNames, m_store.value(themeKey).toString()));
}

void Settings::setThemeChoice(ThemeChoice choice)
{
    const ThemeChoice before = themeChoice();
    m_themeForThisRun.reset();
    if (choice != themeChoice()) // also what holds already, when it holds for this run only
        m_store.setValue(themeKey, QString(themeNames[static_cast<int>(choice)]));
    if (choice != before)
        emit themeChoiceChanged(choice);
}

UpDownColors Settings::upDownColors() const
{
    return static_cast<UpDownColors>(indexOfName(upDownNames, m_store.value(upDownKey).toString()));
}

void Settings::setUpDownColors(UpDownColors colors)
{
    if (colors == upDownColors())
        return;
    m_store.setValue(upDownKey, QString(upDownNames[static_cast<int>(colors)]));
    emit upDownColorsChanged(colors);
}

int Settings::textSizePercent() const
{
    bool isNumber = false;
    const int percent = m_store.value(textSizeKey, textSizeDefault).toInt(&isNumber);
    return isNumber ? std::clamp(percent, textSizePercentMin, textSizePercentMax) : textSizeDefault;
}

void Settings::setTextSizePercent(int percent)
{
    percent = std::clamp(percent, textSizePercentMin, textSizePercentMax);
    if (percent == textSizePercent())
        return;
    m_store.setValue(textSizeKey, percent);
    emit textSizePercentChanged(percent);
}

bool Settings::flashOnChange() const
{
    return m_store.value(flashKey, flashDefault).toBool();
}

void Settings::setFlashOnChange(bool on)
{
    if (on == flashOnChange())
        return;
    m_store.setValue(flashKey, on);
    emit flashOnChangeChanged(on);
}

void Settings::setLanguageForThisRun(const QString &code)
{
    m_languageForThisRun = legalLanguage(code);
}

QString Settings::language() const
{
    if (!m_languageForThisRun.isEmpty())
        return m_languageForThisRun;
    return legalLanguage(m_store.value(languageKey).toString());
}

void Settings::setLanguage(const QString &code)
{
    const QString legal = legalLanguage(code);
    const QString before = language();
    m_languageForThisRun.clear();
    if (legal != language())
        m_store.setValue(languageKey, legal);
    if (legal != before)
        emit languageChanged(legal);
}

PlanSet Settings::plans() const
{
    // Written with commas, which an INI file reads back as a list unless they are quoted
    const QString text = m_store.value(plansKey).toStringList().join(u',');
    return planSetFromText(text).value_or({});
}

void Settings::setPlans(const PlanSet &plans)
{
    if (plans == this->plans())
        return;
    m_store.setValue(plansKey, planSetText(plans));
    emit plansChanged(plans);
}

bool Settings::usesService() const
{
    return m_store.value(usesServiceKey, false).toBool();
}

void Settings::setUsesService(bool uses)
{
    if (uses == usesService())
        return;
    m_store.setValue(usesServiceKey, uses);
    emit usesServiceChanged(uses);
}

QJsonObject Settings::tradeSettings() const
{
    return QJsonDocument::fromJson(m_store.value(tradeKey).toByteArray()).object();
}

void Settings::setTradeSettings(const QJsonObject &settings)
{
    m_store.setValue(tradeKey, QJsonDocument(settings).toJson(QJsonDocument::Compact));
}

QJsonObject Settings::dataSettings() const
{
    return QJsonDocument::fromJson(m_store.value(dataKey).toByteArray()).object();
}

void Settings::setDataSettings(const QJsonObject &settings)
{
    m_store.setValue(dataKey, QJsonDocument(settings).toJson(QJsonDocument::Compact));
}

QJsonObject Settings::journalSettings() const
{
    return QJsonDocument::fromJson(m_store.value(journalKey).toByteArray()).object();
}

void Settings::setJournalSettings(const QJsonObject &settings)
{
    if (settings == journalSettings())
        return;
    m_store.setValue(journalKey, QJsonDocument(settings).toJson(QJsonDocument::Compact));
    emit journalSettingsChanged();
}

bool Settings::localApiEnabled() const
{
    return m_store.value(localApiKey, false).toBool();
}

void Settings::setLocalApiEnabled(bool on)
{
    if (on == localApiEnabled())
        return;
    m_store.setValue(localApiKey, on);
    emit localApiChanged();
}

int Settings::localApiPort() const
{
    bool isNumber = false;
    const int port = m_store.value(localApiPortKey, localApiPortDefault).toInt(&isNumber);
    return isNumber ? std::clamp(port, localApiPortMin, localApiPortMax) : localApiPortDefault;
}

void Settings::setLocalApiPort(int port)
{
    port = std::clamp(port, localApiPortMin, localApiPortMax);
    if (port == localApiPort())
        return;
    m_store.setValue(localApiPortKey, port);
    emit localApiChanged();
}

QByteArray Settings::windowGeometry() const
{
    return m_store.value(geometryKey).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_store.setValue(geometryKey, geometry);
}

QString Settings::currentWorkspace() const
{
    return m_store.value(workspaceKey).toString();
}

void Settings::setCurrentWorkspace(const QString &name)
{
    m_store.setValue(workspaceKey, name);
}

std::optional<QString> Settings::shortcut(const QString &commandId) const
{
    const QString key = shortcutKey(commandId);
    if (!m_store.contains(key))
        return std::nullopt;
    return m_store.value(key).toString();
}

void Settings::setShortcut(const QString &commandId, const QString &portableText)
{
    m_store.setValue(shortcutKey(commandId), portableText);
}

void Settings::clearShortcut(const QString &commandId)
{
    m_store.remove(shortcutKey(commandId));
}

void Settings::clearShortcuts()
{
    m_store.remove(shortcutsGroup);
}

} // namespace tapeline
