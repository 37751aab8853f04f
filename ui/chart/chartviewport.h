#pragma once

#include <QtGlobal>

namespace tapeline {

/// Which part of time and price a pane shows, and where each lies on it. A bar is as wide as one
/// unit of the key axis, its middle at its key (see ChartSeries). Pixels are logical, counted from
/// the pane's left top corner.
struct ChartViewport
{
    using Key = qint64;

    double left = 0; ///< key at the left edge
    double barWidth = 7; ///< pixels a bar, > 0
    int width = 1; ///< of the pane, pixels

    double low = 0; ///< price at the lower edge (of an inverted scale at the upper)
    double high = 1; ///< price at the other edge, > low
    int height = 1; ///< of the pane, pixels
    bool logScale = false; ///< equal ratios take equal room; needs low > 0, else it is not heeded
    bool inverted = false; ///< low is at the upper edge, high at the lower

    // --- keys
    // -----------------------------------------------------------------------------------------------
    double right() const { return keyAt(width); }
    double visibleBars() const { return width / barWidth; }
    double xOf(double key) const { return (key - left) * barWidth; }
    double keyAt(double x) const { return left + x / barWidth; }
    Key barAt(double x) const;
    Key firstVisible() const { return barAt(0); }
    Key lastVisible() const { return barAt(width - 1); }

    /// Bars become factor times as wide, within the limits; what lies at x stays there.
    void zoomAt(double x, double factor, double narrowest, double widest);
    /// Moves what is shown to the right by whole pixels, so that bars keep their place on the pixel
    /// grid.
    void pan(int pixels) { left -= pixels / barWidth; }

    // --- prices
    // -----------------------------------------------------------------------------------------------
    bool isLog() const { return logScale && low > 0; }
    double yOf(double price) const;
    double priceAt(double y) const;

    /// Shows prices from lowest to highest with free room above and below, in pixels.
    void fitPrices(double lowest, double highest, int roomAbove, int roomBelow);
    /// The range becomes factor times as large; the price at y stays there.
    void scalePrices(double y, double factor);
    void panPrices(double pixels);
};

} // namespace tapeline
