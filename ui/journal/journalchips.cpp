#include "journalchips.h"

#include "flowlayout.h"
#include "journaltext.h"
#include "theme.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

JournalChips::JournalChips(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_flow(new FlowLayout(this))
    , m_share(new QLabel(this))
{
    setObjectName(u"journalChips"_s);
    setAttribute(Qt::WA_StyledBackground);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_share->setObjectName(u"journalShare"_s);
    m_share->setProperty("muted", true);
    m_share->setTextFormat(Qt::PlainText);
    connect(&theme, &Theme::changed, this, &JournalChips::restyle);
    hide();
    restyle();
}

void JournalChips::setFilter(const JournalFilter &filter)
{
    m_filter = filter;
    rebuild();
    setVisible(!filter.isEmpty());
}

void JournalChips::setShare(qsizetype shown, qsizetype all, const QString &trouble)
{
    m_shown = shown;
    m_all = all;
    m_trouble = trouble;
    showShare();
}

void JournalChips::showShare()
{
    const QLocale locale;
    const QString text = m_trouble.isEmpty()
        ? tr("%1 of %2 trades").arg(locale.toString(m_shown), locale.toString(m_all))
        : m_trouble;
    if (text == m_share->text())
        return;
    m_share->setText(text);
    m_flow->invalidate();
}

void JournalChips::rebuild()
{
    const bool hadFocus = isAncestorOf(focusWidget());
    while (QLayoutItem *item = m_flow->takeAt(0))
        delete item;
    for (QToolButton *chip : std::exchange(m_chips, {})) {
        chip->hide(); // it may be the one that was clicked
        chip->deleteLater();
    }
    for (const JournalFilter::Part part : m_filter.parts()) {
        const QString text = journaltext::part(m_filter, part);
        QToolButton *chip = addChip(text, m_filter.without(part));
        chip->setToolTip(tr("Take this filter away"));
        chip->setAccessibleName(tr("Take the filter away: %1").arg(text));
    }
    m_flow->addWidget(m_share);
    restyle();
    showShare();
    if (hadFocus && !m_chips.isEmpty())
        m_chips.first()->setFocus();
}

QToolButton *JournalChips::addChip(const QString &text, const JournalFilter &chosen)
{
    auto *chip = new QToolButton(this);
    chip->setObjectName(u"filterChip"_s);
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setLayoutDirection(Qt::RightToLeft); // the cross behind the words
    chip->setIcon(m_theme.icon(u"close"_s));
    chip->setText(text);
    connect(chip, &QToolButton::clicked, this, [this, chosen] { emit filterChosen(chosen); });
    m_flow->addWidget(chip);
    chip->show();
    m_chips.append(chip);
    return chip;
}

void JournalChips::restyle()
{
    const QFont font = m_theme.font(FontRole::Small);
    const int side = m_theme.scaled(10);
    for (QToolButton *chip : m_chips) {
        chip->setFont(font);
        chip->setIconSize({ side, side });
    }
    m_share->setFont(font);
    if (!m_chips.isEmpty()) // its words on their line
        m_share->setMinimumHeight(m_chips.first()->sizeHint().height());
    m_flow->setContentsMargins(m_theme.scaled(8), m_theme.scaled(4), m_theme.scaled(8),
                               m_theme.scaled(4));
    m_flow->setSpacing(m_theme.scaled(4));
}

void JournalChips::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace tapeline
