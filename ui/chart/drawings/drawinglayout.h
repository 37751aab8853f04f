#pragma once

#include "chartplane.h"
#include "drawingfonts.h"
#include "drawingshape.h"

#include <QColor>
#include <QLocale>
#include <QRegion>

namespace tapeline {

/// A text of a drawing.
struct DrawingLabel
{
    enum class Look : quint8 { Plain, Box, AxisTag };

    QRectF place;
    QStringList lines;
    Look look = Look::Plain;
    int pixels = 0; ///< size of the font; 0: the chart's
    QColor color; ///< of the text; of boxes and tags what lies behind it

    friend bool operator==(const DrawingLabel &, const DrawingLabel &) = default;
};

/// How a drawing is being handled.
struct DrawingLook
{
    bool isSelected = false;
    bool isHovered = false;
    bool isLocked = false;

    bool hasHandles() const { return isSelected || isHovered; }
    friend bool operator==(const DrawingLook &, const DrawingLook &) = default;
};

/// A drawing where it is painted, in pixels of the chart.
struct PlacedDrawing
{
    Drawing drawing;
    DrawingShape shape;
    std::vector<DrawingLabel> labels;
    DrawingLook look;
    QRect bounds; ///< of all its paint, in view

    bool isInView() const { return !bounds.isEmpty(); }
};

/// Places drawings on a chart, and colours them.
class DrawingLayout
{
public:
    /// Both must outlive it.
    DrawingLayout(const ChartScene &scene, const ChartPlane &plane);

    /// font: whose family is used; decimals and tick (0: none) of the symbol's prices.
    void setText(const QFont &font, const QLocale &locale, int decimals, double tick);

    PlacedDrawing place(const Drawing &drawing, DrawingLook look) const;

    /// What it is drawn in; of a level, where nobody chose another.
    QColor colorOf(const Drawing &drawing, int level = -1) const;
    /// What it is filled with.
    QColor fillOf(const Drawing &drawing, int level = -1) const;
    /// For a device of this many pixels a layout's.
    DrawingFonts &fonts(double devicePixelRatio) const;

    static constexpr int handleRadius = 5;
    static constexpr int arrowLength = 11;

private:
    QSizeF sizeOf(const QStringList &lines, int pixels) const;
    void addLabels(PlacedDrawing &placed) const;
    void addAxisTag(PlacedDrawing &placed) const;
    void addLevels(PlacedDrawing &placed) const;
    void addMeasure(PlacedDrawing &placed) const;
    void addText(PlacedDrawing &placed) const;
    QRect boundsOf(const PlacedDrawing &placed) const;

    const ChartScene &m_scene;
    const ChartPlane &m_plane;
    QFont m_font;
    mutable DrawingFonts m_fonts; ///< sizes are added as they are used
    QLocale m_locale;
    int m_decimals = 2;
    double m_tick = 0;
};

} // namespace tapeline
