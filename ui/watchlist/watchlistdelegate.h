#pragma once

#include "glyphcache.h"

#include <QHash>
#include <QImage>
#include <QStyledItemDelegate>

namespace tapeline {

class Settings;
class Theme;
class WatchlistModel;

/// Paints the cells of a watchlist: figures in the colours of the theme from kept glyphs, the
/// course of the price as a line, and for a moment the digits that just changed in the colour of
/// their direction.
class WatchlistDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// How long changed digits stand out.
    static constexpr qint64 flashMs = 600;

    /// All must outlive the delegate; indexes are of this model.
    WatchlistDelegate(const WatchlistModel &model, const Theme &theme, const Settings &settings,
                      QObject *parent = nullptr);

    int rowHeight() const;
    /// Enough for usual figures.
    int defaultWidth(int column) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    struct SparkPicture
    {
        int revision = -1;
        QSize size;
        qreal ratio = 0;
        QRgb color = 0;
        QImage picture;
    };

    void restyle();
    QColor textColor(int row, int column) const;
    QColor directionColor(int row) const;
    void paintSymbol(QPainter &painter, const QRect &cell, int row) const;
    void paintFigure(QPainter &painter, const QRect &cell, int row, int column) const;
    void paintSpark(QPainter &painter, const QRect &cell, int row) const;

    const WatchlistModel &m_model;
    const Theme &m_theme;
    const Settings &m_settings;
    // Kept pictures; painting is const
    mutable GlyphCache m_text;
    mutable GlyphCache m_strong;
    mutable GlyphCache m_small;
    mutable QHash<QString, SparkPicture> m_sparks;
    int m_edge = 6;
};

} // namespace tapeline
