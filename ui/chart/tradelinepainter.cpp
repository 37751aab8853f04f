#include "tradelinepainter.h"

#include "colormix.h"
#include "dashes.h"

#include <QPainterPath>

namespace tapeline {

namespace {

constexpr int tagPadding = 7;
constexpr int leaderLength = 10; // between the line's end and a label that was pushed away
constexpr double dimmed = 0.55; // towards the background
constexpr int zoneAlpha = 26;
constexpr int bracketFoot = 5;

const QColor &toneColor(TradeLabelPart::Tone tone, const QColor &text, const QColor &dim,
                        const QColor &gain, const QColor &loss)
{
    switch (tone) {
    case TradeLabelPart::Tone::Dim:
        return dim;
    case TradeLabelPart::Tone::Gain:
        return gain;
    case TradeLabelPart::Tone::Loss:
        return loss;
    default:
        return text;
    }
}

/// An upright arrow, its tip at the top or the bottom of the line.
void addArrow(QPainterPath &path, double x, double top, double bottom, bool upwards)
{
    const double tip = upwards ? top : bottom;
    const double wing = upwards ? top + 3 : bottom - 3;
    path.moveTo(x, top);
    path.lineTo(x, bottom);
    path.moveTo(x - 2.5, wing);
    path.lineTo(x, tip);
    path.lineTo(x + 2.5, wing);
}

} // namespace

void TradeLinePainter::setStyle(const QFont &font, const QLocale &locale, double devicePixelRatio)
{
    m_glyphs.setFont(font, devicePixelRatio);
    m_locale = locale;
}

TradeTextSize TradeLinePainter::textSize() const
{
    return { [this](const QString &text) { return qCeil(m_glyphs.width(text)); }, m_glyphs.height(),
             m_locale };
}

TradeLinePainter::Look TradeLinePainter::look(const PlacedTradeLine &placed) const
{
    const ChartColors &colors = m_scene.colors;
    const TradeLine &line = placed.line;
    Look look;
    look.edge = line.isPosition() ? colors.accent
        : line.side == Side::Buy  ? colors.up
                                  : colors.down;
    look.onEdge = line.isPosition() ? colors.accentText : colors.tagText;
    look.text = colors.text;
    look.dim = colors.textDim;
    look.gain = colors.up;
    look.loss = colors.down;
    if (line.isPending) {
        look.edge = mixed(look.edge, colors.background, dimmed);
        look.onEdge = colors.text;
        for (QColor *color : { &look.text, &look.gain, &look.loss })
            *color = colors.textDim;
    }
    look.line = placed.isActive ? look.edge : mixed(look.edge, colors.background, 0.3);
    return look;
}

QRect TradeLinePainter::lineOf(const PlacedTradeLine &placed) const
{
    const QRect &pane = m_scene.panes.price;
    const bool isPushed = !leaderOf(placed).isNull();
    const int right = isPushed ? placed.label.left() - leaderLength : pane.right() + 1;
    return { pane.left(), placed.y, right - pane.left(), 1 };
}

/// What holds the line to a label that is not on it.
QRect TradeLinePainter::leaderOf(const PlacedTradeLine &placed) const
{
    const QRect &label = placed.label;
    if (label.isNull() || (placed.y >= label.top() && placed.y <= label.bottom()))
        return {};
    const int middle = label.center().y();
    return QRect(QPoint(label.left() - leaderLength, std::min(placed.y, middle)),
                 QPoint(label.left(), std::max(placed.y, middle)));
}

// --- painting
// ---------------------------------------------------------------------------------------------------

void TradeLinePainter::paint(QPainter &painter, const TradePicture &picture, const QRegion &area)
{
    const ChartColors &colors = m_scene.colors;
    for (const PlacedZone &zone : picture.zones) {
        QColor color = zone.isGain ? colors.up : colors.down;
        color.setAlpha(zoneAlpha);
        painter.fillRect(zone.place, color);
    }
    for (const PlacedTradeLine &placed : picture.lines)
        if (area.intersects(region(placed)))
            paintLine(painter, placed);
    for (const PlacedBracket &bracket : picture.brackets)
        paintBracket(painter, bracket);
    for (const PlacedTradeLine &placed : picture.lines)
        hideAxisLabels(painter, placed.tag);
    for (const PlacedTradeLine &placed : picture.lines)
        if (area.intersects(placed.tag))
            paintTag(painter, placed);
}

void TradeLinePainter::paintLabels(QPainter &painter, const TradePicture &picture,
                                   const QRegion &area)
{
    for (const PlacedTradeLine &placed : picture.lines)
        if (area.intersects(placed.label))
            paintLabel(painter, placed);
}

/// Those of the scale that a tag would cut.
void TradeLinePainter::hideAxisLabels(QPainter &painter, const QRect &tag) const
{
    if (tag.isNull())
        return;
    const int height = m_glyphs.height() + 2;
    for (const double price : m_scene.priceMarks) {
        QRect label = tag;
        label.setHeight(height);
        label.moveTop(qRound(m_scene.priceY(price)) - height / 2);
        if (label.intersects(tag))
            painter.fillRect(label, m_scene.colors.background);
    }
}

void TradeLinePainter::paintLine(QPainter &painter, const PlacedTradeLine &placed) const
{
    const QColor color = look(placed).line;
    const QRect line = lineOf(placed);
    if (placed.line.awaitsEntry)
        drawDashes(painter, line, 5, 4, color);
    else
        painter.fillRect(line, color);
    if (placed.isActive && !placed.line.awaitsEntry)
        painter.fillRect(line.translated(0, 1), color);
    const QRect leader = leaderOf(placed);
    if (leader.isNull())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color);
    painter.drawLine(QPointF(leader.left(), placed.y + 0.5),
                     QPointF(leader.right(), placed.label.center().y() + 0.5));
    painter.restore();
}

void TradeLinePainter::paintBracket(QPainter &painter, const PlacedBracket &bracket) const
{
    const ChartColors &colors = m_scene.colors;
    const QColor color = bracket.isActive ? colors.text : colors.textDim;
    painter.fillRect(bracket.upright, color);
    for (const int y : bracket.feet)
        painter.fillRect(bracket.upright.left() - bracketFoot, y, bracketFoot, 1, color);
}

void TradeLinePainter::paintLabel(QPainter &painter, const PlacedTradeLine &placed)
{
    if (placed.label.isNull())
        return;
    const Look own = look(placed);
    painter.fillRect(placed.label, own.edge);
    painter.fillRect(placed.label.adjusted(1, 1, -1, -1), m_scene.colors.background);
    for (const TradeLabelPart &part : placed.parts) {
        const bool isSize = part.tone == TradeLabelPart::Tone::Size;
        if (isSize)
            painter.fillRect(part.place, own.edge);
        const QColor &color
            = isSize ? own.onEdge : toneColor(part.tone, own.text, own.dim, own.gain, own.loss);
        m_glyphs.draw(painter, part.place, Qt::AlignHCenter, part.text, color);
    }
    paintButtons(painter, placed, own);
    if (placed.isSelected) {
        painter.setPen(m_scene.colors.text);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(placed.label.adjusted(0, 0, -1, -1));
    }
}

void TradeLinePainter::paintButtons(QPainter &painter, const PlacedTradeLine &placed,
                                    const Look &look) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(look.text, 1.3));
    const QPointF middle = QRectF(placed.endButton).center();
    QPainterPath path;
    path.moveTo(middle - QPointF(3.2, 3.2));
    path.lineTo(middle + QPointF(3.2, 3.2));
    path.moveTo(middle + QPointF(-3.2, 3.2));
    path.lineTo(middle + QPointF(3.2, -3.2));
    if (!placed.reverseButton.isNull()) {
        const QPointF other = QRectF(placed.reverseButton).center();
        addArrow(path, other.x() - 3, other.y() - 4.5, other.y() + 4.5, true);
        addArrow(path, other.x() + 3, other.y() - 4.5, other.y() + 4.5, false);
    }
    painter.drawPath(path);
    painter.restore();
}

void TradeLinePainter::paintTag(QPainter &painter, const PlacedTradeLine &placed)
{
    if (placed.tag.isNull())
        return;
    const Look own = look(placed);
    painter.fillRect(placed.tag, own.edge);
    m_glyphs.draw(painter, placed.tag.adjusted(tagPadding, 0, 0, 0), Qt::AlignLeft, placed.price,
                  own.onEdge);
}

void TradeLinePainter::paintMarks(QPainter &painter, const std::vector<FillMark> &marks,
                                  const QRect &area) const
{
    if (marks.empty())
        return;
    const ChartColors &colors = m_scene.colors;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.text, 1));
    for (const FillMark &mark : marks) {
        if (!area.intersects(mark.place()))
            continue;
        const QRectF place = mark.place();
        const bool buy = mark.side == Side::Buy;
        const double base = buy ? place.bottom() : place.top();
        const QPointF corners[] { { mark.tip.x() + 0.5, buy ? place.top() : place.bottom() },
                                  { place.left(), base },
                                  { place.right(), base } };
        painter.setBrush(buy ? colors.up : colors.down);
        painter.drawPolygon(corners, 3);
    }
    painter.restore();
}

// --- regions
// ---------------------------------------------------------------------------------------------------

QRegion TradeLinePainter::region(const PlacedTradeLine &placed) const
{
    QRegion region(lineOf(placed).adjusted(0, 0, 0, 1));
    region += leaderOf(placed).adjusted(-1, -1, 1, 1);
    region += placed.label;
    if (!placed.tag.isNull()) // the scale's labels beside it come and go
        region += placed.tag.adjusted(0, -placed.tag.height(), 0, placed.tag.height());
    return region;
}

QRegion TradeLinePainter::region(const TradePicture &picture) const
{
    QRegion region;
    for (const PlacedTradeLine &placed : picture.lines)
        region += this->region(placed);
    for (const PlacedBracket &bracket : picture.brackets)
        region += bracket.upright.adjusted(-bracketFoot, 0, 0, 0);
    for (const PlacedZone &zone : picture.zones)
        region += zone.place;
    return region;
}

} // namespace tapeline
