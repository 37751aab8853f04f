#pragma once

#include "barpainter.h"
#include "figurecache.h"
#include "footprintmarks.h"
#include "footprinttints.h"
#include "glyphcache.h"

#include <QCoreApplication>
#include <QLocale>

namespace tapeline {

/// Paints the footprint of bars in place of their candles: sold volume at the left, bought volume
/// at the right of every price, the stronger the more. Imbalances are bold and in colour, stacked
/// ones have a bar beside them, the row of the largest volume has a frame, absorption a bar within
/// its cell on the side that was absorbed, and a dashed edge says that the auction at a high or low
/// did not end (execution.md D.3).
///
/// Narrow bars have colours and sums only, narrower ones stay candles, and hint() says so; where
/// prices are too near to each other for a line of text several make one row. Bars whose trades are
/// not known stay candles.
class FootprintPainter
{
    Q_DECLARE_TR_FUNCTIONS(tapeline::FootprintPainter)

public:
    /// scene must outlive it.
    explicit FootprintPainter(const ChartScene &scene);

    Q_DISABLE_COPY_MOVE(FootprintPainter)

    void setStyle(const QFont &font, const QLocale &locale);
    /// Wanted, and bars are wide enough.
    bool isShown() const;
    void paint(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last);
    /// How to see what is not shown; empty when all is.
    QString hint() const;
    void paintHint(QPainter &painter);
    /// What cells and sums need above and below the prices of bars, in pixels.
    int roomAbove() const { return m_glyphs.height() / 2 + 4; }
    int roomBelow() const { return 3 * m_glyphs.height() + 12; }
    /// The room of one bar.
    QRect barRect(ChartSeries::Key key) const;

    /// As cells have it: two digits above a thousand ("812", "2.4K", "24K"), and three of coins.
    QString volumeFigure(QuarterQty volume) const;
    /// When a cell stands out: that of coins may be less than one.
    FootprintRules rules() const;
    /// Prices of one row, in steps of the grid.
    int pricesPerRow() const;
    /// Enough for usual figures.
    static constexpr double textWidth = 84;
    /// Below so many pixels a bar stays a candle.
    static constexpr double narrowest = 36;

private:
    struct Column; // of one bar, in pixels
    bool hasText() const;
    void paintBar(QPainter &painter, ChartSeries::Key key, const FootprintBar &bar);
    void paintCandle(QPainter &painter, ChartSeries::Key key, const Column &column) const;
    struct Figure // of a side of a cell
    {
        bool isWritten = false;
        bool isStrong = false;
    };
    void paintCells(QPainter &painter, const Column &column, std::span<const FlowRow> rows,
                    const FootprintMarks &marks);
    void paintSide(PixelFill &pixels, const QRect &cell, Qt::Alignment side, QuarterQty volume,
                   const FootprintTints::Tint &tint, Figure figure);
    QString cellText(qint64 figure) const;
    bool isOfCoins() const;
    void paintMarks(QPainter &painter, const Column &column, const FootprintBar &bar,
                    const FootprintMarks &marks) const;
    void paintTotals(QPainter &painter, const Column &column, const FootprintBar &bar);

    const ChartScene &m_scene;
    BarPainter m_bars;
    GlyphCache m_glyphs;
    GlyphCache m_strong;
    FigureCache m_figures; ///< of cells
    FigureCache m_strongFigures;
    FootprintTints m_tints;
    QLocale m_locale;
};

} // namespace tapeline
