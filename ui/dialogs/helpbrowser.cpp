#include "helpbrowser.h"

#include "theme.h"

#include <QEvent>
#include <QFile>
#include <QLocale>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

/// The page in the language of the program where there is one, else in English.
QUrl firstPage()
{
    const QString language = QLocale().name().section(u'_', 0, 0);
    const QString translated = u":/help/%1/index.md"_s.arg(language);
    return QFile::exists(translated) ? QUrl(u"qrc"_s + translated) : QUrl(u"qrc:/help/index.md"_s);
}

} // namespace

HelpBrowser::HelpBrowser(const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_text(new QTextBrowser(this))
{
    setObjectName(u"helpBrowser"_s);
    m_text->setObjectName(u"helpText"_s);
    m_text->setOpenExternalLinks(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    resize(theme.scaled(720), theme.scaled(760));
    connect(&theme, &Theme::changed, this,
            &HelpBrowser::load); // markdown keeps the colours it was read with
    load();
    retranslate();
}

void HelpBrowser::openHelp()
{
    show();
    raise();
    activateWindow();
}

void HelpBrowser::load()
{
    m_text->document()->setDefaultFont(m_theme.font());
    m_text->setSource(firstPage());
    m_text->reload();
}

void HelpBrowser::retranslate()
{
    setWindowTitle(tr("Tapeline help"));
    m_text->setAccessibleName(tr("Help text"));
}

void HelpBrowser::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        load();
    }
    QDialog::changeEvent(event);
}

} // namespace tapeline
