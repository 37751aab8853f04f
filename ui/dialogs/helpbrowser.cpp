#include "helpbrowser.h"

#include "theme.h"

#include <QEvent>
#include <QFile>
#include <QLocale>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextList>
#include <QTextTable>
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

void spaceBlocks(QTextDocument *document, int line)
{
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        if (cursor.currentTable())
            continue;
        QTextBlockFormat format = block.blockFormat();
        format.setTopMargin(format.headingLevel() > 0 ? line : 0);
        format.setBottomMargin(block.textList() ? line * 0.25 : line * 0.5);
        format.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
        cursor.setBlockFormat(format);
    }
}

void styleTables(QTextDocument *document, const Theme &theme)
{
    for (QTextFrame *frame : document->rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(0);
        format.setBackground(theme.color(ColorRole::Raised));
        format.setCellPadding(theme.scaled(6));
        format.setCellSpacing(0);
        format.setBottomMargin(theme.scaled(12));
        table->setFormat(format);
    }
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
    connect(m_text, &QTextBrowser::sourceChanged, this, &HelpBrowser::style); // a link was followed
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
    style();
}

void HelpBrowser::style()
{
    spaceBlocks(m_text->document(), m_theme.scaled(16));
    styleTables(m_text->document(), m_theme);
    m_text->moveCursor(QTextCursor::Start);
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
