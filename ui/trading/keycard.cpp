#include "keycard.h"

#include "commandregistry.h"
#include "fileprompt.h"
#include "theme.h"

#include <QAction>
#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTextBrowser>
#include <QTextDocument>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int paperPoints = 11;
constexpr int paperMargin = 18; // mm

/// The part of an id that groups commands: "trade.size" of "trade.size-1".
QString groupOf(const QString &id)
{
    return id.section(u'-', 0, 0);
}

} // namespace

KeyCard::KeyCard(const Theme &theme, const CommandRegistry &commands, FilePrompt &files,
                 QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_commands(commands)
    , m_files(files)
    , m_text(new QTextBrowser(this))
    , m_print(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(u"keyCard"_s);
    m_text->setObjectName(u"keyCardText"_s);
    m_print->setObjectName(u"keyCardPrint"_s);
    m_save->setObjectName(u"keyCardSave"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_print);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text, 1);
    column->addLayout(buttons);
    m_close->setDefault(true);
    connect(m_print, &QPushButton::clicked, this, &KeyCard::print);
    connect(m_save, &QPushButton::clicked, this, &KeyCard::askForPdf);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(&commands, &CommandRegistry::shortcutsChanged, this, &KeyCard::fill);
    connect(&theme, &Theme::changed, this, &KeyCard::fill);
    resize(theme.scaled(460), theme.scaled(700));
    retranslate();
}

/// A table without a frame: the key, and what it does; a line between groups.
QString KeyCard::html(const QString &text, const QString &muted, const QString &rule) const
{
    QString rows;
    QString group;
    for (const Command &command : m_commands.commands()) {
        if (command.category != CommandCategory::Trade)
            continue;
        const QAction *action = m_commands.action(command.id);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        if (!action->isEnabled() || (keys.isEmpty() && command.id == u"trade.more-card"_s))
            continue;
        if (const QString before = std::exchange(group, groupOf(command.id));
            !before.isEmpty() && before != group)
            rows += u"<tr><td colspan=2><hr style='color:%1'></td></tr>"_s.arg(rule);
        rows += u"<tr><td style='color:%1'><b>%2</b></td><td style='color:%3'>%4</td></tr>"_s.arg(
            keys.isEmpty() ? muted : text,
            keys.isEmpty() ? tr("no key").toHtmlEscaped() : keys.toHtmlEscaped(), text,
            command.text().toHtmlEscaped());
    }
    const QString note = tr("Keys act on the symbol of the panel with the focus, else on the one "
                            "under the pointer.");
    return u"<h2 style='color:%1'>%2</h2><table width='100%' cellpadding=3>%3</table>"
           "<p style='color:%4'>%5</p>"_s.arg(text, tr("Trade keys").toHtmlEscaped(), rows, muted,
                                              note.toHtmlEscaped());
}

void KeyCard::fill()
{
    m_text->document()->setDefaultFont(m_theme.font());
    m_text->document()->setDocumentMargin(m_theme.scaled(14));
    m_text->setHtml(html(m_theme.color(ColorRole::Text).name(),
                         m_theme.color(ColorRole::MutedText).name(),
                         m_theme.color(ColorRole::Rule).name()));
}

QString KeyCard::text() const
{
    return m_text->toPlainText();
}

void KeyCard::retranslate()
{
    setWindowTitle(tr("Trade keys"));
    m_text->setAccessibleName(tr("Trade keys"));
    m_print->setText(tr("Print…"));
    m_save->setText(tr("Save as PDF…"));
    m_close->setText(tr("Close"));
    fill();
}

void KeyCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

// --- on paper -----------------------------------------------------------------------------------

/// Black on white, whatever the theme is.
void KeyCard::printOn(QPagedPaintDevice &paper) const
{
    QTextDocument document;
    QFont font = m_theme.font();
    font.setPointSize(paperPoints);
    document.setDefaultFont(font);
    document.setHtml(html(u"#000000"_s, u"#555555"_s, u"#999999"_s));
    document.print(&paper);
}

void KeyCard::print()
{
    auto *dialog = new QPrintDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this](QPrinter *printer) { printOn(*printer); });
    dialog->open();
}

bool KeyCard::savePdf(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QPdfWriter paper(&file);
    paper.setTitle(windowTitle());
    paper.setPageMargins(QMarginsF(paperMargin, paperMargin, paperMargin, paperMargin),
                         QPageLayout::Millimeter);
    printOn(paper);
    return file.flush() && file.size() > 0;
}

void KeyCard::askForPdf()
{
    m_files.askSave(this, tr("Save the trade keys"), tr("trade keys") + u".pdf"_s,
                    tr("PDF document (*.pdf)"), [this](const QString &path) {
                        if (savePdf(path))
                            return;
                        auto *box = new QMessageBox(QMessageBox::Warning, windowTitle(),
                                                    tr("%1 could not be written.").arg(path),
                                                    QMessageBox::Ok, this);
                        box->setAttribute(Qt::WA_DeleteOnClose);
                        box->open();
                    });
}

} // namespace tapeline
