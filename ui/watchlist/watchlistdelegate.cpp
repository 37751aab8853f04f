#include "watchlistdelegate.h"

#include "settings.h"
#include "theme.h"
#include "watchlistmodel.h"

#include <QPainter>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

WatchlistDelegate::WatchlistDelegate(const Theme &theme, const Settings &settings, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_settings(settings)
{
}

QSize WatchlistDelegate::sizeHint(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const QSize text = QStyledItemDelegate::sizeHint(option, index);
    return { text.width() + m_theme.scaled(8), m_theme.scaled(26) };
}

QColor WatchlistDelegate::textColor(const QModelIndex &index) const
{
    if (index.data(WatchlistModel::StaleRole).toBool())
        return m_theme.color(ColorRole::MutedText);
    switch (index.column()) {
    case WatchlistModel::Change:
    case WatchlistModel::ChangePercent: {
        const int direction = index.data(WatchlistModel::DirectionRole).toInt();
        return m_theme.color(direction > 0       ? ColorRole::Up
                                 : direction < 0 ? ColorRole::Down
                                                 : ColorRole::MutedText);
    }
    case WatchlistModel::Bid:
    case WatchlistModel::Ask:
    case WatchlistModel::Volume:
        return m_theme.color(ColorRole::MutedText);
    default:
        return m_theme.color(ColorRole::Text);
    }
}

void WatchlistDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(option.rect, m_theme.color(ColorRole::Selection));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme.color(ColorRole::Hover));
    if (index.column() == WatchlistModel::Spark) {
        paintSpark(*painter, option.rect, index);
        return;
    }
    paintFlash(*painter, option.rect, index);
    const bool symbol = index.column() == WatchlistModel::Symbol;
    const int edge = m_theme.scaled(6);
    const QRect cell = option.rect.adjusted(edge, 0, -edge, 0);
    painter->setFont(m_theme.font(symbol ? FontRole::Strong : FontRole::Text));
    painter->setPen(textColor(index));
    painter->drawText(cell, int(symbol ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                      index.data().toString());
    if (symbol && index.data(WatchlistModel::HaltedRole).toBool()) {
        painter->setFont(m_theme.font(FontRole::Small));
        painter->setPen(m_theme.color(ColorRole::Warning));
        //: Mark behind a symbol: trading is halted; as short as possible
        painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter, tr("halt"));
    }
}

void WatchlistDelegate::paintFlash(QPainter &painter, const QRect &cell,
                                   const QModelIndex &index) const
{
    if (!m_settings.flashOnChange())
        return;
    const auto flash = index.data(WatchlistModel::FlashRole).value<WatchlistModel::Flash>();
    if (flash.direction == 0 || flash.ageMs < 0 || flash.ageMs >= flashMs)
        return;
    QColor color = m_theme.color(flash.direction > 0 ? ColorRole::UpTint : ColorRole::DownTint);
    color.setAlphaF(1.0F - float(flash.ageMs) / float(flashMs));
    painter.fillRect(cell.adjusted(1, 3, -1, -3), color);
}

void WatchlistDelegate::paintSpark(QPainter &painter, const QRect &cell,
                                   const QModelIndex &index) const
{
    const auto values = index.data(WatchlistModel::SparkRole).value<QList<double>>();
    if (values.size() < 2)
        return;
    const QRect box = cell.adjusted(m_theme.scaled(4), m_theme.scaled(6), -m_theme.scaled(4),
                                    -m_theme.scaled(6));
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    const double range = *high - *low;
    QPolygonF line;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const double x = box.left() + double(i) * box.width() / double(values.size() - 1);
        const double share = range > 0 ? (values[i] - *low) / range : 0.5;
        line << QPointF(x, box.bottom() - share * box.height());
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(
        m_theme.color(values.last() >= values.first() ? ColorRole::Up : ColorRole::Down), 1.2));
    painter.drawPolyline(line);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

} // namespace tapeline
