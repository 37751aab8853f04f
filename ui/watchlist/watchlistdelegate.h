#pragma once

#include <QStyledItemDelegate>

namespace tapeline {

class Settings;
class Theme;

/// Paints the cells of a watchlist: figures in the colours of the theme, the course of the day as a
/// line, a short glow behind figures that just changed.
class WatchlistDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// How long a changed figure glows.
    static constexpr qint64 flashMs = 600;

    WatchlistDelegate(const Theme &theme, const Settings &settings, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintFlash(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    void paintSpark(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    QColor textColor(const QModelIndex &index) const;

    const Theme &m_theme;
    const Settings &m_settings;
};

} // namespace tapeline
