#include "readingbox.h"

#include "theme.h"

#include <QPainter>

#include <algorithm>

namespace tapeline {

void paintReading(QPainter &painter, const Theme &theme, const QStringList &lines,
                  const QPointF &item, const QRectF &area, int width)
{
    if (lines.isEmpty())
        return;
    const QFontMetrics metrics = painter.fontMetrics();
    const int space = theme.scaled(8);
    int wide = 0;
    for (const QString &line : lines)
        wide = std::max(wide, metrics.horizontalAdvance(line));
    QRect box(0, 0, wide + 2 * space, int(lines.size()) * metrics.height() + space);
    const bool isRight = item.x() > area.center().x();
    box.moveTopLeft(QPoint(int(isRight ? item.x() - box.width() - space : item.x() + space),
                           int(area.top()) + space / 2));
    box.moveLeft(std::clamp(box.left(), 0, std::max(0, width - box.width())));
    painter.setPen(theme.color(ColorRole::Border));
    painter.setBrush(theme.color(ColorRole::Raised));
    painter.drawRect(box);
    painter.setPen(theme.color(ColorRole::Text));
    for (qsizetype i = 0; i < lines.size(); ++i)
        painter.drawText(QRect(box.left() + space,
                               box.top() + space / 2 + int(i) * metrics.height(), wide,
                               metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, lines[i]);
}

} // namespace tapeline
