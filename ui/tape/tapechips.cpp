#include "tapechips.h"

#include "flowlayout.h"
#include "tapefiltertext.h"
#include "theme.h"

#include <QEvent>
#include <QLabel>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

TapeChips::TapeChips(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_flow(new FlowLayout(this))
    , m_share(new QLabel(this))
{
    setObjectName(u"tapeChips"_s);
    setAttribute(Qt::WA_StyledBackground);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_share->setObjectName(u"tapeShare"_s);
    m_share->setProperty("muted", true);
    connect(&theme, &Theme::changed, this, &TapeChips::restyle);
    hide();
    restyle();
}

void TapeChips::setFilter(const TapeFilter &filter)
{
    m_filter = filter;
    rebuild();
    setVisible(!filter.isEmpty());
}

void TapeChips::setShare(qint64 shown, qint64 all)
{
    m_shown = shown;
    m_all = all;
    showShare();
}

void TapeChips::showShare()
{
    const QString text
        //: %1 is a share: 12%
        = tr("%1 of prints shown").arg(shareText(m_shown, m_all));
    if (text == m_share->text())
        return;
    m_share->setText(text);
    m_flow->invalidate();
}

void TapeChips::rebuild()
{
    const bool hadFocus = isAncestorOf(focusWidget());
    while (QLayoutItem *item = m_flow->takeAt(0))
        delete item;
    for (QToolButton *chip : std::exchange(m_chips, {})) {
        chip->hide(); // it may be the one that was clicked
        chip->deleteLater();
    }
    for (const TapeFilterPart &part : filterParts(m_filter))
        addChip(part.text, part.without);
    m_flow->addWidget(m_share);
    restyle();
    showShare();
    if (hadFocus && !m_chips.isEmpty())
        m_chips.first()->setFocus();
}

void TapeChips::addChip(const QString &text, const TapeFilter &without)
{
    auto *chip = new QToolButton(this);
    chip->setObjectName(u"filterChip"_s);
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setLayoutDirection(Qt::RightToLeft); // the cross behind the words
    chip->setIcon(m_theme.icon(u"close"_s));
    chip->setText(text);
    chip->setToolTip(tr("Take this filter away"));
    chip->setAccessibleName(tr("Take the filter away: %1").arg(text));
    connect(chip, &QToolButton::clicked, this, [this, without] { emit filterChosen(without); });
    m_flow->addWidget(chip);
    chip->show();
    m_chips.append(chip);
}

void TapeChips::restyle()
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
    m_flow->setContentsMargins(m_theme.scaled(6), m_theme.scaled(4), m_theme.scaled(6),
                               m_theme.scaled(4));
    m_flow->setSpacing(m_theme.scaled(4));
}

void TapeChips::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QWidget::changeEvent(event);
}

} // namespace tapeline
