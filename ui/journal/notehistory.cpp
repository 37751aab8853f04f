#include "notehistory.h"

#include "journaltext.h"
#include "marketclocktext.h"
#include "theme.h"

#include <QScreen>
#include <QTextBrowser>
#include <QTextDocument>
#include <QVBoxLayout>

#include <map>
#include <ranges>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

NoteHistory::NoteHistory(const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_text(new QTextBrowser(this))
{
    setObjectName(u"receipt"_s); // looks as a receipt does
    m_text->setObjectName(u"receiptText"_s);
    m_text->setOpenLinks(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text);
    setFocusProxy(m_text);
}

void NoteHistory::setRevisions(const std::vector<NoteRevision> &revisions)
{
    m_revisions = revisions;
    if (isVisible())
        rebuild();
}

void NoteHistory::rebuild()
{
    setAccessibleName(tr("History of the notes"));
    m_text->setAccessibleName(accessibleName());
    std::map<NoteEdit::Kind, QString> before;
    QStringList lines;
    const QString muted = m_theme.color(ColorRole::MutedText).name();
    for (const NoteRevision &revision : m_revisions) {
        const QString now = journaltext::change(revision.edit);
        QString &old = before[revision.edit.kind];
        QString line
            = u"<p style=\"margin-bottom:8px\"><span style=\"color:%1\">%2</span><br>%3"_s.arg(
                muted, tr("%1, by you").arg(localTimeText(revision.at)).toHtmlEscaped(),
                now.toHtmlEscaped());
        if (!old.isEmpty())
            line += u"<br><span style=\"color:%1\">%2</span>"_s.arg(
                muted, tr("Before: %1").arg(old).toHtmlEscaped());
        lines.prepend(line + u"</p>"_s);
        old = now;
    }
    m_text->setHtml(lines.join(QString()));
}

void NoteHistory::openAt(const QWidget &button)
{
    m_text->document()->setDefaultFont(m_theme.font(FontRole::Text));
    rebuild();
    const QRect room = button.screen()->availableGeometry();
    QRect frame(0, 0, std::min(m_theme.scaled(440), room.width()), m_theme.scaled(320));
    frame.moveBottomRight(button.mapToGlobal(button.rect().topRight()));
    frame.moveLeft(std::max(frame.left(), room.left()));
    frame.moveTop(std::max(frame.top(), room.top()));
    setGeometry(frame);
    show();
    m_text->setFocus();
}

QString NoteHistory::text() const
{
    return m_text->toPlainText();
}

} // namespace tapeline
