#include "ladderpositionline.h"

#include "theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int lineWidth = 230;

QFont strong(const Theme &theme)
{
    return theme.font(FontRole::Strong);
}

} // namespace

LadderPositionLine::LadderPositionLine(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(u"ladderPosition"_s);
}

void LadderPositionLine::show(const QString &held, const QString &profit, ColorRole color)
{
    if (held == m_held && profit == m_profit && color == m_color)
        return;
    m_held = held;
    m_profit = profit;
    m_color = color;
    setAccessibleName(profit.isEmpty() ? held : held + u", "_s + profit);
    updateGeometry();
    update();
}

QSize LadderPositionLine::sizeHint() const
{
    return { m_theme.scaled(lineWidth),
             QFontMetrics(strong(m_theme)).height() + m_theme.scaled(8) };
}

void LadderPositionLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(strong(m_theme));
    const QFontMetrics metrics = painter.fontMetrics();
    const int profit = metrics.horizontalAdvance(m_profit);
    const int gap = m_profit.isEmpty() ? 0 : m_theme.scaled(10);
    const QString held
        = metrics.elidedText(m_held, Qt::ElideRight, std::max(0, width() - profit - gap));
    const int side = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
    painter.setPen(m_theme.color(m_profit.isEmpty() ? ColorRole::MutedText : ColorRole::Text));
    painter.drawText(rect(), side, held);
    painter.setPen(m_theme.color(m_color));
    painter.drawText(rect().adjusted(metrics.horizontalAdvance(held) + gap, 0, 0, 0), side,
                     m_profit);
}

bool LadderPositionLine::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), accessibleName(), this);
    return true;
}

} // namespace tapeline
