#include "linkbutton.h"

#include "theme.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>

using namespace Qt::Literals::StringLiterals;

namespace tapeline {

namespace {

void paintSpot(QPainter &painter, const QRectF &box, const Theme &theme, LinkColor color)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF spot = box.adjusted(1, 1, -1, -1);
    if (color == LinkColor::None) {
        painter.setPen(QPen(theme.color(ColorRole::MutedText), 1.25));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(spot.adjusted(1, 1, -1, -1));
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(linkRole(color)));
    painter.drawEllipse(spot);
    QFont font = theme.font(FontRole::Strong);
    font.setPixelSize(qRound(box.height() * 0.62));
    painter.setFont(font);
    painter.setPen(theme.color(ColorRole::Panel));
    painter.drawText(spot, Qt::AlignCenter, QString::number(static_cast<int>(color)));
}

} // namespace

LinkButton::LinkButton(const Theme &theme, const LinkGroups &links, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
    , m_links(links)
    , m_menu(new QMenu(this))
{
    setObjectName(u"linkButton"_s);
    setMenu(m_menu);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    connect(m_menu, &QMenu::aboutToShow, this, &LinkButton::fillMenu);
    connect(&theme, &Theme::changed, this, [this] { updateGeometry(); });
    retranslate();
}

void LinkButton::setColor(LinkColor color)
{
    if (color == m_color)
        return;
    m_color = color;
    retranslate();
    update();
}

QSize LinkButton::sizeHint() const
{
    return { m_theme.scaled(20), m_theme.scaled(20) };
}

void LinkButton::retranslate()
{
    setAccessibleName(tr("Link group: %1").arg(linkName(m_color)));
    setToolTip(
        m_color == LinkColor::None
            ? tr("Not linked: this panel keeps its own symbol. Click to link it.")
            : tr("Linked: panels of the group %1 show the same symbol.").arg(linkName(m_color)));
}

void LinkButton::fillMenu()
{
    m_menu->clear();
    auto *group = new QActionGroup(m_menu);
    const auto add = [&](LinkColor color) {
        const QString symbol = m_links.symbol(color);
        //: Menu of link groups; %1 is a colour, %2 the symbol that the group shows
        const QString text
            = symbol.isEmpty() ? linkName(color) : tr("%1 (%2)").arg(linkName(color), symbol);
        QAction *action = m_menu->addAction(spotIcon(color), text);
        action->setCheckable(true);
        action->setChecked(color == m_color);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, color] { emit colorChosen(color); });
    };
    for (const LinkColor color : linkColors)
        add(color);
    m_menu->addSeparator();
    add(LinkColor::None);
}

QIcon LinkButton::spotIcon(LinkColor color) const
{
    const int side = m_theme.scaled(16);
    QPixmap image(QSize(side, side) * devicePixelRatioF());
    image.setDevicePixelRatio(devicePixelRatioF());
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintSpot(painter, QRectF(0, 0, side, side), m_theme, color);
    return QIcon(image);
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const qreal side = m_theme.scaled(15);
    const QRectF box((width() - side) / 2, (height() - side) / 2, side, side);
    paintSpot(painter, box, m_theme, m_color);
    if (!hasFocus() && !underMouse())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(m_theme.color(hasFocus() ? ColorRole::Accent : ColorRole::MutedText));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

void LinkButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

} // namespace tapeline
