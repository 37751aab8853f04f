#include "keptpicture.h"

#include "theme.h"

#include <QPainter>

namespace tapeline {

KeptPicture::KeptPicture(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void KeptPicture::setNames(const QString &name, const QString &none)
{
    setAccessibleName(name);
    m_none = none;
    update();
}

void KeptPicture::setPicture(const QByteArray &png)
{
    m_picture = QPixmap();
    if (!png.isEmpty() && !m_picture.loadFromData(png, "PNG"))
        m_picture = QPixmap();
    update();
}

void KeptPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int edge = m_theme.scaled(6);
    const QRect room = rect().adjusted(edge, edge, -edge, -edge);
    const int line = QFontMetrics(m_theme.font(FontRole::Small)).height() + edge;
    painter.setFont(m_theme.font(FontRole::Small));
    painter.setPen(m_theme.color(ColorRole::MutedText));
    painter.drawText(room, int(Qt::AlignLeft | Qt::AlignTop), accessibleName());
    const QRect below = room.adjusted(0, line, 0, 0);
    if (m_picture.isNull()) {
        painter.setFont(m_theme.font(FontRole::Text));
        painter.drawText(below, int(Qt::AlignCenter) | Qt::TextWordWrap, m_none);
        return;
    }
    const QSize size
        = m_picture.size().scaled(below.size(), Qt::KeepAspectRatio).boundedTo(m_picture.size());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(QRect(below.topLeft(), size), m_picture);
}

} // namespace tapeline
