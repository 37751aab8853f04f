#pragma once

#include "chartscene.h"
#include "tradelines.h"

#include <functional>

namespace tapeline {

/// A piece of a line's label.
struct TradeLabelPart
{
    enum class Tone : quint8 { Size, Plain, Dim, Gain, Loss };

    QString text;
    Tone tone = Tone::Plain;
    QRect place {};

    friend bool operator==(const TradeLabelPart &, const TradeLabelPart &) = default;
};

/// A line where it is drawn, in pixels of the chart. Rectangles are null where there is no room.
struct PlacedTradeLine
{
    TradeLine line;
    int y = 0;
    QRect label {}; ///< parts and buttons
    std::vector<TradeLabelPart> parts {};
    QRect reverseButton {}; ///< of a position
    QRect endButton {}; ///< cancels or flattens
    QRect tag {}; ///< on the price axis
    QString price {};
    bool isActive = false; ///< under the pointer, selected or dragged
    bool isSelected = false;

    friend bool operator==(const PlacedTradeLine &, const PlacedTradeLine &) = default;
};

/// What joins the lines of a bracket: an upright line at the side with a foot at each.
struct PlacedBracket
{
    QRect upright;
    std::vector<int> feet; ///< y of each
    bool isActive = false;

    friend bool operator==(const PlacedBracket &, const PlacedBracket &) = default;
};

/// What an exit gains or loses, as a surface.
struct PlacedZone
{
    QRect place;
    bool isGain = false;

    friend bool operator==(const PlacedZone &, const PlacedZone &) = default;
};

struct TradePicture
{
    std::vector<PlacedTradeLine> lines {};
    std::vector<PlacedBracket> brackets {};
    std::vector<PlacedZone> zones {};

    bool isEmpty() const { return lines.empty(); }
    friend bool operator==(const TradePicture &, const TradePicture &) = default;
};

/// What the labels tell beside their lines, and which line someone is at.
struct TradeLook
{
    Instrument instrument {};
    std::optional<Price> market {}; ///< the last price
    std::optional<TradeLineId> hovered {};
    std::optional<TradeLineId> selected {};
    bool isDragged = false; ///< the selected line is in hand
};

/// Where text is measured.
struct TradeTextSize
{
    std::function<int(const QString &)> width;
    int height = 16; ///< of a line
    QLocale locale {};
};

/// Lines that are in view, with labels at the right that never overlap and lie within the pane,
/// below its first roomAbove pixels.
TradePicture placeTradeLines(const std::vector<TradeLine> &lines, const TradeLook &look,
                             const ChartScene &scene, const TradeTextSize &text, int roomAbove);

/// Where something wants to be, and how much that counts against the others'.
struct WishedTop
{
    int top = 0;
    int weight = 1; ///< 1 to 1,000
};

/// Tops of things of one height, as near to where they are wanted as goes without overlapping, in
/// the order of their wishes; all within [top, bottom] if they fit there at all.
std::vector<int> spreadOut(const std::vector<WishedTop> &wanted, int height, int top, int bottom);

} // namespace tapeline
