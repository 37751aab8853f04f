#pragma once

#include <QObject>
#include <QStringList>
#include <QTranslator>

namespace tapeline {

class Settings;

/// Installs the translation that the settings ask for, and another one when they change. Texts
/// follow by the LanguageChange event that Qt sends.
class Language : public QObject
{
    Q_OBJECT

public:
    /// Make it before the first window; the settings must outlive it.
    explicit Language(const Settings &settings, QObject *parent = nullptr);
    ~Language() override;

    /// Codes of the languages that are built in, English first.
    static QStringList available();

private:
    void install();
    static void remove(QTranslator &translator);

    const Settings &m_settings;
    QTranslator m_own;
    QTranslator m_qt; ///< Qt's own texts, such as those of its dialogs
};

} // namespace tapeline
