#include "tapebar.h"

#include "tapemeter.h"
#include "tapemodel.h"
#include "theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

TapeBar::TapeBar(TapeModel &model, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_theme(theme)
{
    setObjectName(u"tapeBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    m_filter = addButton(u"tapeFilterButton"_s, u"filter"_s, false);
    m_filter->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_group = addButton(u"tapeGroupButton"_s, u"group"_s, true);
    m_sound = addButton(u"tapeSoundButton"_s, u"bell"_s, true);
    m_meter = new TapeMeter(model, theme, this);
    row->addWidget(m_meter, 1);
    connect(m_filter, &QToolButton::clicked, this, &TapeBar::filterRequested);
    connect(m_group, &QToolButton::clicked, this, &TapeBar::groupingChosen);
    connect(m_sound, &QToolButton::clicked, this, &TapeBar::soundChosen);
    connect(&model, &TapeModel::rulesChanged, this, &TapeBar::showRules);
    connect(&theme, &Theme::changed, this, &TapeBar::restyle);
    retranslate();
    restyle();
    showRules();
}

QToolButton *TapeBar::addButton(const QString &name, const QString &icon, bool checkable)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(m_theme.icon(icon));
    button->setCheckable(checkable);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return button;
}

void TapeBar::setSound(bool on)
{
    m_sound->setChecked(on);
}

/// The filter's icon in the accent while anything is hidden.
void TapeBar::showRules()
{
    m_group->setChecked(m_model.isGrouping());
    m_filter->setIcon(m_theme.icon(
        u"filter"_s, m_model.filter().isEmpty() ? ColorRole::MutedText : ColorRole::Accent));
}

void TapeBar::retranslate()
{
    m_filter->setText(tr("Filter"));
    m_filter->setToolTip(tr("Choose which prints are shown"));
    m_filter->setAccessibleName(tr("Filter…"));
    m_group->setToolTip(tr("Group sweeps: prints of one side within 50 ms at several prices or "
                           "venues in one row"));
    m_group->setAccessibleName(tr("Group sweeps"));
    m_sound->setToolTip(tr("Sound when a large print comes"));
    m_sound->setAccessibleName(tr("Sound on large prints"));
}

void TapeBar::restyle()
{
    layout()->setContentsMargins(m_theme.scaled(4), m_theme.scaled(3), m_theme.scaled(6),
                                 m_theme.scaled(3));
    layout()->setSpacing(m_theme.scaled(2));
    const int side = m_theme.scaled(14);
    for (QToolButton *button : { m_filter, m_group, m_sound }) {
        button->setFont(m_theme.font(FontRole::Small));
        button->setIconSize({ side, side });
    }
}

void TapeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace tapeline
