#include "charttoolbar.h"

#include "theme.h"

#include <QEvent>
#include <QMenu>
#include <QToolButton>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

ChartToolBar::ChartToolBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_row(new QHBoxLayout(this))
    , m_more(new QToolButton(this))
{
    setObjectName(u"chartToolBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_row->setContentsMargins(4, 1, 4, 1);
    m_row->setSpacing(1);
    m_row->addStretch(1);
    m_more->setObjectName(u"chartToolBarMore"_s);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_row->addWidget(m_more);
    m_more->hide();
    connect(&theme, &Theme::changed, this, &ChartToolBar::restyle);
    retranslate();
    restyle();
}

QToolButton *ChartToolBar::addButton(QAction *action, const QString &icon, Side side)
{
    auto *button = new QToolButton(this);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    if (action->menu())
        button->setPopupMode(QToolButton::InstantPopup);
    const bool left = side == Side::Left;
    button->setToolButtonStyle(left ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    // Left ones before the stretch; right ones before the menu at the end
    m_row->insertWidget(left ? int(m_left.size()) : m_row->count() - 1, button);
    (left ? m_left : m_right).append({ button, icon });
    button->installEventFilter(this);
    restyle();
    return button;
}

void ChartToolBar::restyle()
{
    const int side = m_theme.scaled(15);
    for (const auto &list : { m_left, m_right }) {
        for (const auto &[button, icon] : list) {
            button->setIconSize({ side, side });
            if (!icon.isEmpty())
                button->defaultAction()->setIcon(m_theme.icon(icon));
        }
    }
    m_more->setIcon(m_theme.icon(u"more"_s));
    m_more->setIconSize({ side, side });
    makeRoom();
}

/// Buttons that do not fit are in the menu, in their order.
void ChartToolBar::makeRoom()
{
    const int spacing = m_row->spacing();
    int room = width() - m_row->contentsMargins().left() - m_row->contentsMargins().right();
    for (const auto &[button, icon] : m_right)
        room -= button->sizeHint().width() + spacing;
    int all = 0;
    for (const auto &[button, icon] : m_left)
        all += button->sizeHint().width() + spacing;
    const bool fits = all <= room;
    if (!fits)
        room -= m_more->sizeHint().width() + spacing;
    m_more->menu()->clear();
    for (const auto &[button, icon] : m_left) {
        room -= button->sizeHint().width() + spacing;
        const bool shown = fits || room >= 0;
        button->setVisible(shown);
        if (!shown)
            m_more->menu()->addAction(button->defaultAction());
    }
    m_more->setVisible(!fits);
}

void ChartToolBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

bool ChartToolBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ActionChanged)
        makeRoom();
    return QWidget::eventFilter(watched, event);
}

void ChartToolBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        makeRoom();
    QWidget::changeEvent(event);
}

void ChartToolBar::retranslate()
{
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More buttons of the chart"));
}

} // namespace tapeline
