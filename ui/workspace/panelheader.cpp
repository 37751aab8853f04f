#include "panelheader.h"

#include "badgelabel.h"
#include "elidedlabel.h"
#include "linkbutton.h"
#include "theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

PanelHeader::PanelHeader(const Theme &theme, const LinkGroups &links, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_link(new LinkButton(theme, links, this))
    , m_title(new ElidedLabel(this))
    , m_badge(new BadgeLabel(theme, this))
    , m_extra(new QHBoxLayout)
{
    setObjectName(u"panelHeader"_s);
    setFocusPolicy(Qt::ClickFocus); // handed on to the panel's content by its focus proxy
    m_title->setObjectName(u"panelTitle"_s);
    m_extra->setSpacing(2);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 3, 4, 3);
    row->setSpacing(6);
    row->addWidget(m_link);
    row->addWidget(m_title);
    row->addWidget(m_badge);
    row->addStretch(1);
    row->addLayout(m_extra);
    m_float = addButton(u"floatButton"_s, u"float"_s);
    m_close = addButton(u"closeButton"_s, u"close"_s);
    connect(m_float, &QToolButton::clicked, this, &PanelHeader::floatRequested);
    connect(m_close, &QToolButton::clicked, this, &PanelHeader::closeRequested);

    const auto restyle = [this] {
        m_title->setFont(m_theme.font(FontRole::Strong));
        const int side = m_theme.scaled(14);
        m_float->setIconSize({ side, side });
        m_close->setIconSize({ side, side });
    };
    connect(&theme, &Theme::changed, this, restyle);
    restyle();
    retranslate();
}

QToolButton *PanelHeader::addButton(const QString &name, const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(m_theme.icon(icon));
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return button;
}

void PanelHeader::addWidget(QWidget *widget)
{
    m_extra->addWidget(widget);
}

void PanelHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PanelHeader::setActive(bool active)
{
    if (property("active").toBool() == active)
        return;
    setProperty("active", active);
    for (QWidget *widget : { static_cast<QWidget *>(this), static_cast<QWidget *>(m_title) }) {
        widget->style()->unpolish(widget); // the style sheet asks for the property
        widget->style()->polish(widget);
    }
    m_title->setFont(m_theme.font(FontRole::Strong));
}

void PanelHeader::setFloating(bool floating)
{
    m_floating = floating;
    m_float->setIcon(m_theme.icon(floating ? u"dock"_s : u"float"_s));
    retranslate();
}

void PanelHeader::retranslate()
{
    m_float->setToolTip(m_floating ? tr("Put back into the window")
                                   : tr("Float as a window of its own"));
    m_float->setAccessibleName(m_float->toolTip());
    m_close->setToolTip(tr("Close this panel (reopen it from the View menu)"));
    m_close->setAccessibleName(tr("Close this panel"));
}

void PanelHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PanelHeader::paintEvent(QPaintEvent *)
{
    // A plain QWidget subclass paints its style sheet background only this way
    QStyleOption option;
    option.initFrom(this);
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_Widget, &option, &painter, this);
}

} // namespace tapeline
