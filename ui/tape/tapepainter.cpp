#include "tapepainter.h"

#include "theme.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double leastContrast = 4.5; // of text, WCAG 2.1 AA

QColor mixed(const QColor &a, const QColor &b, float shareOfB)
{
    const auto part = [shareOfB](float x, float y) { return x + (y - x) * shareOfB; };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()),
                            part(a.blueF(), b.blueF()));
}

/// Only of what was streamed the quote in force before it is known.
bool hasSide(const TapePrint &print)
{
    return print.origin == PrintOrigin::Stream;
}

std::size_t markIndex(bool up, bool beyond, bool quiet)
{
    return (up ? 4U : 0U) + (beyond ? 2U : 0U) + (quiet ? 1U : 0U);
}

} // namespace

TapePainter::TapePainter(const Theme &theme)
    : m_theme(theme)
{
    restyle(1);
}

/// As near to the background as may be while it can still be read.
QColor TapePainter::subdued(const QColor &color) const
{
    for (float share = 0.45F; share > 0; share -= 0.05F) {
        const QColor candidate = mixed(color, m_panel, share);
        if (contrastRatio(candidate, m_panel) >= leastContrast)
            return candidate;
    }
    return color;
}

void TapePainter::restyle(qreal devicePixelRatio)
{
    m_text.setFont(m_theme.font(FontRole::Text), devicePixelRatio);
    m_strong.setFont(m_theme.font(FontRole::Strong), devicePixelRatio);
    m_rowHeight = m_text.height() + m_theme.scaled(4);
    m_edge = m_theme.scaled(6);
    m_panel = m_theme.color(ColorRole::Panel);
    m_selection = m_theme.color(ColorRole::Selection);
    m_muted = m_theme.color(ColorRole::MutedText);
    m_strongText = m_theme.color(ColorRole::Text);
    m_mutedQuiet = subdued(m_muted);
    m_up = m_theme.color(ColorRole::Up);
    m_upQuiet = subdued(m_up);
    m_down = m_theme.color(ColorRole::Down);
    m_downQuiet = subdued(m_down);
    m_upTint = m_theme.color(ColorRole::UpTint);
    m_downTint = m_theme.color(ColorRole::DownTint);
    m_neutralTint = m_theme.color(ColorRole::Hover);
    m_gap = m_theme.color(ColorRole::Warning);
    for (const bool beyond : { false, true }) {
        m_marks[markIndex(true, beyond, false)] = makeMark(true, beyond, m_up, devicePixelRatio);
        m_marks[markIndex(true, beyond, true)]
            = makeMark(true, beyond, m_upQuiet, devicePixelRatio);
        m_marks[markIndex(false, beyond, false)]
            = makeMark(false, beyond, m_down, devicePixelRatio);
        m_marks[markIndex(false, beyond, true)]
            = makeMark(false, beyond, m_downQuiet, devicePixelRatio);
    }
}

/// A triangle; beyond the quote two of them.
QImage TapePainter::makeMark(bool up, bool beyond, const QColor &color, qreal ratio) const
{
    const int side = m_theme.scaled(8);
    QImage image(QSize(side, side) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    if (!up) {
        painter.translate(0, side);
        painter.scale(1, -1);
    }
    const qreal middle = side / 2.0;
    const qreal half = side * (beyond ? 0.36 : 0.44);
    const qreal height = side * (beyond ? 0.42 : 0.55);
    const auto triangle = [&](qreal top) {
        painter.drawPolygon(QPolygonF { QPointF(middle, top), QPointF(middle + half, top + height),
                                        QPointF(middle - half, top + height) });
    };
    if (beyond) {
        triangle(side * 0.04);
        triangle(side * 0.52);
    } else {
        triangle(side * 0.22);
    }
    return image;
}

int TapePainter::markRoom() const
{
    return m_theme.scaled(6);
}

int TapePainter::defaultWidth(TapeColumn column, const TapeText &text) const
{
    TapePrint usual;
    usual.trade.price = Price::fromUnits(Price::unitsPerOne / 10'000 * 8'888'888);
    usual.trade.size = Qty::whole(888'888);
    const auto room = [this](const QString &sample) {
        return static_cast<int>(std::ceil(m_strong.width(sample))) + 2 * m_edge;
    };
    switch (column) {
    case TapeColumn::Price:
        return room(text.cell(usual, column)) + markRoom(); // of the side
    case TapeColumn::Venue:
        return room(u"FINRA"_s);
    case TapeColumn::Conditions:
        return room(u"ISO odd"_s);
    case TapeColumn::Time:
    case TapeColumn::Size:
        break;
    }
    return room(text.cell(usual, column));
}

bool TapePainter::isLarge(const TapePrint &print) const
{
    return !isRestatement(print.trade.conditions)
        && print.origin != PrintOrigin::SecondBar // many trades together are no large one
        && print.trade.price.toDouble() * print.trade.size.toDouble() >= m_largeValue;
}

/// Prints that say less about where the market trades now.
bool TapePainter::isQuiet(const TapePrint &print)
{
    return print.trade.isOffExchange() || !print.update.last
        || print.trade.conditions.contains(condition::oddLot);
}

QColor TapePainter::colorOf(const TapePrint &print) const
{
    if (isRestatement(print.trade.conditions))
        return m_mutedQuiet;
    const bool large = isLarge(print);
    const bool quiet = isQuiet(print) && !large;
    if (hasSide(print) && isBuy(print.side))
        return quiet ? m_upQuiet : m_up;
    if (hasSide(print) && isSell(print.side))
        return quiet ? m_downQuiet : m_down;
    return quiet ? m_mutedQuiet : large ? m_strongText : m_muted;
}

void TapePainter::paintMark(QPainter &painter, const QRect &cell, const TapePrint &print,
                            bool quiet)
{
    if (isRestatement(print.trade.conditions) || !hasSide(print)
        || (!isBuy(print.side) && !isSell(print.side)))
        return;
    const bool beyond = print.side == PrintSide::AboveAsk || print.side == PrintSide::BelowBid;
    const QImage &mark = m_marks[markIndex(isBuy(print.side), beyond, quiet)];
    const int side = m_theme.scaled(8);
    painter.drawImage(QPoint(cell.x() + m_edge / 2, cell.y() + (cell.height() - side) / 2), mark);
}

void TapePainter::paintRow(QPainter &painter, const QRect &line, const TapePrint &print,
                           const TapeColumns &columns, const TapeText &text, bool isCurrent)
{
    const bool large = isLarge(print);
    const bool sided = hasSide(print);
    const QColor tint = sided && isBuy(print.side) ? m_upTint
        : sided && isSell(print.side)              ? m_downTint
                                                   : m_neutralTint;
    painter.fillRect(line, isCurrent ? m_selection : large ? tint : m_panel);
    const QColor figures = colorOf(print);
    const QColor words = isQuiet(print) && !large ? m_mutedQuiet : m_muted;
    GlyphCache &glyphs = large ? m_strong : m_text;
    for (int at = 0; at < tapeColumnCount; ++at) {
        const auto column = TapeColumn(at);
        QRect cell = columns[std::size_t(at)];
        if (cell.width() == 0)
            continue; // hidden
        cell.moveTop(line.top());
        cell.setHeight(line.height());
        const bool number = column == TapeColumn::Price || column == TapeColumn::Size;
        if (column == TapeColumn::Price)
            paintMark(painter, cell, print, isQuiet(print) && !large);
        const int left = column == TapeColumn::Price ? m_edge + markRoom() : m_edge;
        cell.adjust(left, 0, -m_edge, 0);
        const Qt::Alignment alignment
            = (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
        glyphs.drawElided(painter, cell, alignment, text.cell(print, column),
                          number ? figures : words);
    }
    if (print.afterGap)
        paintGap(painter, line);
}

/// Below the print: older prints follow there.
void TapePainter::paintGap(QPainter &painter, const QRect &line) const
{
    QPen pen(m_gap, 1, Qt::CustomDashLine);
    pen.setDashPattern({ 4, 3 });
    painter.setPen(pen);
    painter.drawLine(line.bottomLeft(), line.bottomRight());
}

} // namespace tapeline
