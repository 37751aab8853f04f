#include "palettedelegate.h"

#include "theme.h"

#include <QPainter>

namespace tapeline {

PaletteDelegate::PaletteDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    if (selected || hovered)
        painter->fillRect(option.rect,
                          m_theme.color(selected ? ColorRole::Selection : ColorRole::Hover));

    QRect room = option.rect.adjusted(m_theme.scaled(10), 0, -m_theme.scaled(10), 0);
    const QVariant icon = index.data(Qt::DecorationRole);
    if (icon.isValid()) {
        const int side = m_theme.scaled(16);
        const QRect iconRect(room.left(), room.center().y() - side / 2 + 1, side, side);
        icon.value<QIcon>().paint(painter, iconRect);
        room.setLeft(iconRect.right() + m_theme.scaled(10));
    }

    painter->setFont(m_theme.font());
    const QFontMetrics metrics(painter->font());
    const auto color = [&](ColorRole role) {
        painter->setPen(m_theme.color(selected ? ColorRole::SelectionText : role));
    };
    const QString shortcut = index.data(ShortcutRole).toString();
    color(ColorRole::MutedText);
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignRight, shortcut);
    room.setRight(room.right() - metrics.horizontalAdvance(shortcut) - m_theme.scaled(12));

    const QString text = index.data(Qt::DisplayRole).toString();
    color(ColorRole::Text);
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft,
                      metrics.elidedText(text, Qt::ElideRight, room.width()));
    room.setLeft(room.left() + metrics.horizontalAdvance(text) + m_theme.scaled(10));
    if (room.width() <= 0)
        return;
    color(ColorRole::MutedText);
    painter->drawText(
        room, Qt::AlignVCenter | Qt::AlignLeft,
        metrics.elidedText(index.data(DetailRole).toString(), Qt::ElideRight, room.width()));
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { m_theme.scaled(200), m_theme.scaled(30) };
}

} // namespace tapeline
