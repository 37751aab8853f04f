#include "language.h"

#include "settings.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

/// The system's locale where it speaks the language, since it also knows the country; English where
/// the system names no language at all.
QLocale localeFor(const QString &code)
{
    const QLocale system = QLocale::system();
    if (code.isEmpty())
        return system.language() == QLocale::C ? QLocale(u"en_US"_s) : system;
    const QLocale chosen(code);
    return chosen.language() == system.language() ? system : chosen;
}

} // namespace

Language::Language(const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    connect(&settings, &Settings::languageChanged, this, &Language::install);
    install();
}

Language::~Language()
{
    remove(m_own);
    remove(m_qt);
}

QStringList Language::available()
{
    QStringList codes { u"en"_s };
    const QStringList files = QDir(u":/i18n"_s).entryList({ u"tapeline_*.qm"_s });
    for (const QString &file : files)
        if (const QString code = file.section(u'_', 1).section(u'.', 0, 0); code != codes.first())
            codes.append(code);
    return codes;
}

void Language::remove(QTranslator &translator)
{
    if (!translator.isEmpty())
        QCoreApplication::removeTranslator(&translator);
}

void Language::install()
{
    const QLocale locale = localeFor(m_settings.language());
    QLocale::setDefault(locale); // numbers and dates follow the language too

    remove(m_own);
    remove(m_qt);
    if (m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // The texts in the code lack only their plurals, which the English file has
    if (m_own.load(locale, u"tapeline"_s, u"_"_s, u":/i18n"_s)
        || m_own.load(u":/i18n/tapeline_en.qm"_s))
        QCoreApplication::installTranslator(&m_own);
}

} // namespace tapeline
