#pragma once

#include "bookmodel.h"

#include <QColor>
#include <QImage>

#include <algorithm>
#include <array>

class QPainter;

namespace tapeline {

/// Sizes that rested, over time: a pixel for each column of time and row of prices, brighter for
/// more. The picture is a ring of columns, so that a new one costs one column.
class HeatImage
{
public:
    /// Which rows there are, and how many columns are kept.
    struct Window
    {
        qint64 topRow = 0;
        int rows = 0;
        int columns = 0;

        friend bool operator==(const Window &, const Window &) = default;
    };

    /// unknown: where nothing says what rested; the others from nothing to full.
    void setColors(const QColor &unknown, const QColor &none, const QColor &half,
                   const QColor &full);
    /// Sizes from here on are as bright as can be. Above 0.
    void setFullSize(double size);
    double fullSize() const { return m_fullSize; }
    /// share: of the brightness, 0 to 1.
    QColor shade(double share) const
    {
        return m_shades[std::size_t(std::clamp(share, 0.0, 1.0) * (shades - 1))];
    }
    void setWindow(const Window &window);

    /// Brings the picture up to a column of time, counted from the epoch. Columns the picture has
    /// are not painted again, but the last one. Quicker the less is new.
    void advance(const BookModel &book, qint64 column);
    /// The last column there is.
    qint64 newest() const { return m_newest; }

    /// The columns from first to last over the target's width, those that are not there left out.
    void draw(QPainter &painter, const QRect &target, qint64 first, qint64 last) const;
    /// Of a row in a column of time; an invalid colour where there is none.
    QColor colorAt(qint64 row, qint64 column) const;

private:
    static constexpr int shades = 256;

    void forget();
    int placeOf(qint64 column) const;
    QRgb shadeOf(double size) const;
    void shade(const BookModel &book, const BookColumn *state);
    void fill(qint64 from, qint64 to);

    Window m_window;
    QRgb m_unknown = 0;
    std::array<QRgb, shades> m_shades {};
    double m_fullSize = 1;
    QImage m_image;
    std::vector<QRgb> m_column; ///< being painted
    std::vector<double> m_sizes; ///< negative where they are not known
    bool m_isEmpty = true;
    quint64 m_history = 0; ///< of the book, when it was painted
    qint64 m_oldest = 0;
    qint64 m_newest = 0;
    qint64 m_lastState = 0; ///< of the book's newest column, when it was painted
};

} // namespace tapeline
