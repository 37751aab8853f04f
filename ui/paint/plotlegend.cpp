#include "plotlegend.h"

#include "theme.h"

#include <QPainter>

namespace tapeline {

void paintLegend(QPainter &painter, const Theme &theme, const std::vector<PlotLegendEntry> &entries,
                 const QString &title, int width)
{
    const QFontMetrics metrics = painter.fontMetrics();
    const int space = theme.scaled(8);
    const int sample = theme.scaled(12);
    int right = width - 2 * space;
    const int leftmost = metrics.horizontalAdvance(title) + 3 * space;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const int wide = metrics.horizontalAdvance(entry->text);
        if (right - wide - sample - space < leftmost)
            return;
        const QRect text(right - wide, space / 2, wide, metrics.height());
        painter.setPen(theme.color(ColorRole::MutedText));
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, entry->text);
        const QRect mark(text.left() - sample - space / 2,
                         text.center().y() - (entry->isBar ? 4 : 1), sample, entry->isBar ? 8 : 2);
        painter.fillRect(mark, entry->color);
        right = mark.left() - 2 * space;
    }
}

} // namespace tapeline
