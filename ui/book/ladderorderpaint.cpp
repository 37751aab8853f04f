#include "ladderview.h"

#include "booktext.h"
#include "colormix.h"
#include "theme.h"

#include <QPainter>
#include <QPainterPath>

// The part of LadderView that paints own orders and the position.

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double dim = 0.45; // of the colour, over the panel's

ColorRole sideColor(LadderColumn column)
{
    return tradeSide(column) == Side::Buy ? ColorRole::Up : ColorRole::Down;
}

} // namespace

void LadderView::paintTrading(QPainter &painter, const QRect &line, qint64 row, const RowLook &look)
{
    const LadderTradeLook &trade = look.trade;
    for (const LadderColumn column : { LadderColumn::OwnBuy, LadderColumn::OwnSell }) {
        const auto side = std::size_t(*tradeSide(column));
        const LadderOrderCell &own = trade.own[side];
        const QRect cell = cellRect(column, line);
        if (own.count > 0)
            paintOwn(painter, cell, column, own, own.isPending || trade.moves[side]);
    }
    for (const LadderColumn column : { LadderColumn::CancelBuy, LadderColumn::CancelSell })
        if (trade.own[std::size_t(*tradeSide(column))].count > 0)
            paintCross(painter, cellRect(column, line), trade.pointed == column);
    if (trade.dropped && trade.dropped->cell.count > 0)
        paintDropped(painter, cellRect(trade.dropped->column, line), trade.dropped->column,
                     trade.dropped->cell);
    if (trade.isAverage)
        paintAverage(painter, cellRect(LadderColumn::Price, line));
    if (trade.pointed && isClickColumn(*trade.pointed) && row > 0) {
        painter.setPen(m_theme.color(sideColor(*trade.pointed)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cellRect(*trade.pointed, line).adjusted(0, 0, -1, -1));
    }
}

/// Limits are filled, stops are outlined and have a letter; what is pending is pale.
void LadderView::paintOwn(QPainter &painter, const QRect &cell, LadderColumn column,
                          const LadderOrderCell &own, bool isDim)
{
    const QColor panel = m_theme.color(ColorRole::Panel);
    const QColor full = m_theme.color(sideColor(column));
    const QColor color = isDim ? mixed(panel, full, dim) : full;
    const QRect block = cell.adjusted(1, 1, -1, -1);
    if (own.mark == OrderMark::Limit) {
        painter.fillRect(block, color);
        return paintFigures(painter, cell, column, own,
                            isDim ? m_theme.color(ColorRole::Text) : panel);
    }
    painter.fillRect(block, panel);
    painter.setPen(color);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(block.adjusted(0, 0, -1, -1));
    paintFigures(painter, cell, column, own, color);
}

void LadderView::paintDropped(QPainter &painter, const QRect &cell, LadderColumn column,
                              const LadderOrderCell &own)
{
    const QColor color = m_theme.color(sideColor(column));
    painter.setPen(QPen(color, 1, Qt::DashLine));
    painter.setBrush(m_theme.color(ColorRole::Hover));
    painter.drawRect(cell.adjusted(1, 1, -2, -2));
    paintFigures(painter, cell, column, own, color);
}

/// The quantity beside the sizes, shorter where it has to be; the letter outside.
void LadderView::paintFigures(QPainter &painter, const QRect &cell, LadderColumn column,
                              const LadderOrderCell &own, const QColor &color)
{
    const bool isBuy = column == LadderColumn::OwnBuy;
    const QRect inner = cell.adjusted(m_edge / 2, 0, -m_edge / 2, 0);
    const QString letter = ladderorders::letter(own.mark);
    const int taken = letter.isEmpty() ? 0 : int(m_small.width(letter)) + m_edge / 2;
    m_small.draw(painter, inner, (isBuy ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                 letter, color);
    const QRect room = isBuy ? inner.adjusted(taken, 0, 0, 0) : inner.adjusted(0, 0, -taken, 0);
    QString leaves = shortSize(own.leaves.toDouble(), m_locale);
    if (m_text.width(leaves) > room.width())
        leaves = shortVolume(own.leaves.toDouble(), m_locale);
    m_text.drawElided(painter, room, (isBuy ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                      leaves, color);
}

void LadderView::paintCross(QPainter &painter, const QRect &cell, bool isPointed) const
{
    if (isPointed)
        painter.fillRect(cell, m_theme.color(ColorRole::Hover));
    const double arm = cell.height() * 0.18;
    const QPointF middle = QRectF(cell).center();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(isPointed ? ColorRole::Error : ColorRole::MutedText), 1.5));
    painter.drawLine(middle - QPointF(arm, arm), middle + QPointF(arm, arm));
    painter.drawLine(middle - QPointF(arm, -arm), middle + QPointF(arm, -arm));
    painter.restore();
}

/// A frame around the price, with the sign for an average.
void LadderView::paintAverage(QPainter &painter, const QRect &cell)
{
    const QColor color = m_theme.color(ColorRole::Accent);
    painter.setPen(color);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cell.adjusted(0, 0, -1, -1));
    m_small.draw(painter, cell.adjusted(m_edge / 2, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                 u"\u00d8"_s, color);
}

} // namespace tapeline
