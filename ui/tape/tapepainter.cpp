#include "tapepainter.h"

#include "colormix.h"
#include "taperows.h"
#include "theme.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double leastContrast = 4.5; // of text, WCAG 2.1 AA

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
    m_warning = m_theme.color(ColorRole::Warning);
    m_accent = m_theme.color(ColorRole::Accent);
    m_rule = m_theme.color(ColorRole::Border);
    m_chevrons = { makeChevron(false, devicePixelRatio), makeChevron(true, devicePixelRatio) };
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

/// Points right; open, down.
QImage TapePainter::makeChevron(bool open, qreal ratio) const
{
    const int side = m_theme.scaled(8);
    QImage image(QSize(side, side) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(m_muted, m_theme.scaled(3) / 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const qreal near = side * 0.34;
    const qreal far = side * 0.66;
    if (open)
        painter.drawPolyline(QPolygonF { QPointF(side * 0.18, near), QPointF(side / 2.0, far),
                                         QPointF(side * 0.82, near) });
    else
        painter.drawPolyline(QPolygonF { QPointF(near, side * 0.18), QPointF(far, side / 2.0),
                                         QPointF(near, side * 0.82) });
    return image;
}

int TapePainter::indent() const
{
    return m_grouping ? m_edge + m_theme.scaled(10) : 0;
}

int TapePainter::markRoom() const
{
    return m_theme.scaled(6);
}

/// As wide as prices of a class usually are.
static Price usualPrice(AssetClass assetClass)
{
    switch (assetClass) {
    case AssetClass::Crypto:
        return Price::fromUnits(8'888'888'800); // 61,761.85, and 0.00001305
    case AssetClass::Indices:
    case AssetClass::Futures:
        return Price::whole(88'888);
    case AssetClass::Stocks:
    case AssetClass::Options:
    case AssetClass::Forex:
        break;
    }
    return Price::fromUnits(Price::unitsPerOne / 10'000 * 8'888'888);
}

int TapePainter::defaultWidth(TapeColumn column, const TapeText &text) const
{
    TapePrint usual;
    usual.trade.price = usualPrice(text.assetClass());
    usual.trade.size = Qty::whole(888'888);
    const auto room = [this](const QString &sample) {
        return static_cast<int>(std::ceil(m_strong.width(sample))) + 2 * m_edge;
    };
    switch (column) {
    case TapeColumn::Price:
        return room(text.cell(usual, column)) + markRoom(); // of the side
    case TapeColumn::Venue:
        return std::max(room(u"FINRA"_s), m_grouping ? room(text.venueCount(12)) : 0);
    case TapeColumn::Conditions:
        return room(u"ISO odd"_s);
    case TapeColumn::Time:
        return room(text.cell(usual, column)) + std::max(0, indent() - m_edge);
    case TapeColumn::Size:
        return room(text.cell(usual, column)) + (m_grouping ? room(u"99×"_s) - 2 * m_edge : 0);
    }
    return 0;
}

/// Prints that say less about where the market trades now.
bool TapePainter::isQuiet(const TapePrint &print)
{
    return print.trade.isOffExchange() || !print.update.last
        || print.trade.conditions.contains(condition::oddLot);
}

QColor TapePainter::colorOf(const TapePrint &print, bool large) const
{
    if (print.isOffMarket)
        return m_warning;
    if (isRestatement(print.trade.conditions))
        return m_mutedQuiet;
    const bool quiet = isQuiet(print) && !large;
    switch (tapeSide(print)) {
    case TapeSide::Buy:
        return quiet ? m_upQuiet : m_up;
    case TapeSide::Sell:
        return quiet ? m_downQuiet : m_down;
    case TapeSide::Other:
        break;
    }
    return quiet ? m_mutedQuiet : large ? m_strongText : m_muted;
}

void TapePainter::paintMark(QPainter &painter, const QRect &cell, const TapePrint &print,
                            bool quiet)
{
    if (print.isOffMarket) {
        const QRect mark(cell.x() + m_edge / 2, cell.y(), m_theme.scaled(8), cell.height());
        m_strong.drawElided(painter, mark, Qt::AlignCenter, u"!"_s, m_warning);
        return;
    }
    const TapeSide tellsSide = tapeSide(print);
    if (tellsSide == TapeSide::Other)
        return;
    const bool beyond = print.side == PrintSide::AboveAsk || print.side == PrintSide::BelowBid;
    const QImage &mark = m_marks[markIndex(tellsSide == TapeSide::Buy, beyond, quiet)];
    const int side = m_theme.scaled(8);
    painter.drawImage(QPoint(cell.x() + m_edge / 2, cell.y() + (cell.height() - side) / 2), mark);
}

QColor TapePainter::surfaceOf(const TapeRowLook &row) const
{
    if (row.selected || row.current)
        return m_selection;
    if (!row.large)
        return m_panel;
    const TapeSide side = tapeSide(row.print);
    return side == TapeSide::Buy ? m_upTint : side == TapeSide::Sell ? m_downTint : m_neutralTint;
}

void TapePainter::paintRow(QPainter &painter, const QRect &line, const TapeRowLook &row,
                           const TapeColumns &columns, const TapeText &text)
{
    painter.fillRect(line, surfaceOf(row));
    if (row.current)
        painter.fillRect(QRect(line.x(), line.y(), m_theme.scaled(2), line.height()), m_accent);
    for (int at = 0; at < tapeColumnCount; ++at) {
        QRect cell = columns[std::size_t(at)];
        if (cell.width() == 0)
            continue; // hidden
        cell.moveTop(line.top());
        cell.setHeight(line.height());
        paintCell(painter, cell, row, TapeColumn(at), text);
    }
    if (row.sweep ? row.sweep->afterGap && !row.sweep->open : row.print.afterGap)
        paintGap(painter, line);
}

void TapePainter::paintCell(QPainter &painter, QRect cell, const TapeRowLook &row,
                            TapeColumn column, const TapeText &text)
{
    const bool quiet = !row.sweep && isQuiet(row.print) && !row.large;
    const bool number = column == TapeColumn::Price || column == TapeColumn::Size;
    int left = m_edge;
    if (column == TapeColumn::Price) {
        paintMark(painter, cell, row.print, quiet);
        left += markRoom();
    } else if (column == TapeColumn::Time && m_grouping) {
        paintIndent(painter, cell, row);
        left = indent();
    }
    cell.adjust(left, 0, -m_edge, 0);
    const bool isMarked = !row.sweep && row.print.isOffMarket && column == TapeColumn::Conditions;
    const QColor words = isMarked ? m_warning : quiet ? m_mutedQuiet : m_muted;
    const QColor figures = colorOf(row.print, row.large || row.sweep);
    GlyphCache &glyphs = row.large ? m_strong : m_text;
    const QString shown
        = row.sweep ? text.cell(*row.sweep, row.print, column) : text.cell(row.print, column);
    glyphs.drawElided(painter, cell, (number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                      shown, number ? figures : words);
    if (!row.sweep || column != TapeColumn::Size)
        return;
    const QString count = text.count(*row.sweep);
    if (m_text.width(count) + glyphs.width(shown) + m_edge <= cell.width())
        m_text.drawElided(painter, cell, Qt::AlignLeft | Qt::AlignVCenter, count, words);
}

/// What opens a sweep, and a line along its prints.
void TapePainter::paintIndent(QPainter &painter, const QRect &cell, const TapeRowLook &row) const
{
    const int side = m_theme.scaled(8);
    const int x = cell.x() + m_edge;
    if (row.sweep)
        painter.drawImage(QPoint(x, cell.y() + (cell.height() - side) / 2),
                          m_chevrons[row.sweep->open ? 1 : 0]);
    else if (row.inSweep)
        painter.fillRect(QRect(x + side / 2, cell.y(), 1, cell.height()), m_rule);
}

/// Below the print: older prints follow there.
void TapePainter::paintGap(QPainter &painter, const QRect &line) const
{
    QPen pen(m_warning, 1, Qt::CustomDashLine);
    pen.setDashPattern({ 4, 3 });
    painter.setPen(pen);
    painter.drawLine(line.bottomLeft(), line.bottomRight());
}

} // namespace tapeline
