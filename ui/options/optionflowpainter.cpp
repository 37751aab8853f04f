#include "optionflowpainter.h"

#include "colormix.h"
#include "theme.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double leastContrast = 4.5; // of text, WCAG 2.1 AA

/// The widest text that is usual in a column.
QString sampleOf(OptionFlowColumn column)
{
    switch (column) {
    case OptionFlowColumn::Time:
        return u"09:41:30"_s;
    case OptionFlowColumn::Contract:
        return u"GOOGL 18 Dec 26 1450 C"_s;
    case OptionFlowColumn::Price:
        return u"888.88"_s;
    case OptionFlowColumn::Size:
        return u"8,888"_s;
    case OptionFlowColumn::Premium:
        return u"$88.88M"_s;
    case OptionFlowColumn::OpenInterest:
        return u"888.8×"_s;
    case OptionFlowColumn::Kind:
        return u"Multi-leg auction"_s;
    case OptionFlowColumn::Spot:
        return u"8,888.88"_s;
    case OptionFlowColumn::Venue:
        return u"PHLX"_s;
    }
    return {};
}

} // namespace

OptionFlowPainter::OptionFlowPainter(const Theme &theme)
    : m_theme(theme)
{
    restyle(1);
}

/// As near to the background as may be while it can still be read.
QColor OptionFlowPainter::subdued(const QColor &color) const
{
    for (float share = 0.45F; share > 0; share -= 0.05F)
        if (const QColor candidate = mixed(color, m_panel, share);
            contrastRatio(candidate, m_panel) >= leastContrast)
            return candidate;
    return color;
}

void OptionFlowPainter::restyle(qreal devicePixelRatio)
{
    m_text.setFont(m_theme.font(FontRole::Text), devicePixelRatio);
    m_strong.setFont(m_theme.font(FontRole::Strong), devicePixelRatio);
    m_rowHeight = m_text.height() + m_theme.scaled(4);
    m_edge = m_theme.scaled(6);
    m_panel = m_theme.color(ColorRole::Panel);
    m_selection = m_theme.color(ColorRole::Selection);
    m_muted = m_theme.color(ColorRole::MutedText);
    m_normal = m_theme.color(ColorRole::Text);
    m_quiet = subdued(m_muted);
    m_up = m_theme.color(ColorRole::Up);
    m_down = m_theme.color(ColorRole::Down);
    m_upTint = m_theme.color(ColorRole::UpTint);
    m_downTint = m_theme.color(ColorRole::DownTint);
    m_neutralTint = m_theme.color(ColorRole::Hover);
    m_warning = m_theme.color(ColorRole::Warning);
    m_accent = m_theme.color(ColorRole::Accent);
    m_upMark = makeMark(true, m_up, devicePixelRatio);
    m_downMark = makeMark(false, m_down, devicePixelRatio);
    const int side = m_theme.scaled(11);
    m_bell = m_theme.icon(u"bell"_s, ColorRole::Accent).pixmap(QSize(side, side), devicePixelRatio);
}

QImage OptionFlowPainter::makeMark(bool up, const QColor &color, qreal ratio) const
{
    const int side = m_theme.scaled(8);
    QImage image(QSize(side, side) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const qreal tip = side * (up ? 0.22 : 0.78);
    const qreal base = side * (up ? 0.77 : 0.23);
    painter.drawPolygon(QPolygonF { QPointF(side * 0.5, tip), QPointF(side * 0.94, base),
                                    QPointF(side * 0.06, base) });
    return image;
}

bool OptionFlowPainter::isNumber(OptionFlowColumn column)
{
    switch (column) {
    case OptionFlowColumn::Price:
    case OptionFlowColumn::Size:
    case OptionFlowColumn::Premium:
    case OptionFlowColumn::OpenInterest:
    case OptionFlowColumn::Spot:
        return true;
    case OptionFlowColumn::Time:
    case OptionFlowColumn::Contract:
    case OptionFlowColumn::Kind:
    case OptionFlowColumn::Venue:
        break;
    }
    return false;
}

int OptionFlowPainter::defaultWidth(OptionFlowColumn column) const
{
    const int text = static_cast<int>(std::ceil(m_strong.width(sampleOf(column)))) + 2 * m_edge;
    return column == OptionFlowColumn::Price ? text + m_theme.scaled(6) : text;
}

/// What says little of who was in a hurry.
bool OptionFlowPainter::isQuiet(const OptionFlowRow &row)
{
    return !row.print.form.isAlone() || row.print.form.late || row.print.form.cancels;
}

QColor OptionFlowPainter::surfaceOf(const OptionFlowLook &look) const
{
    if (look.current)
        return m_selection;
    if (!look.row.isAlerted)
        return m_panel;
    switch (flowSide(look.row.print)) {
    case OptionFlowSide::Bought:
        return m_upTint;
    case OptionFlowSide::Sold:
        return m_downTint;
    case OptionFlowSide::Other:
        break;
    }
    return m_neutralTint;
}

QColor OptionFlowPainter::colorOf(const OptionFlowRow &row, OptionFlowColumn column) const
{
    if (isQuiet(row))
        return m_quiet;
    switch (column) {
    case OptionFlowColumn::Price:
    case OptionFlowColumn::Size:
    case OptionFlowColumn::Premium:
        switch (flowSide(row.print)) {
        case OptionFlowSide::Bought:
            return m_up;
        case OptionFlowSide::Sold:
            return m_down;
        case OptionFlowSide::Other:
            break;
        }
        return m_normal;
    case OptionFlowColumn::OpenInterest:
        return row.print.size.toDouble() >= row.openInterest ? m_normal : m_muted;
    case OptionFlowColumn::Contract:
        return m_normal;
    case OptionFlowColumn::Kind:
        return flowKind(row) == OptionFlowKind::Plain ? m_muted : m_normal;
    case OptionFlowColumn::Time:
    case OptionFlowColumn::Spot:
    case OptionFlowColumn::Venue:
        break;
    }
    return m_muted;
}

void OptionFlowPainter::paintRow(QPainter &painter, const QRect &line, const OptionFlowLook &look,
                                 const OptionFlowColumns &columns, const OptionFlowText &text)
{
    painter.fillRect(line, surfaceOf(look));
    if (look.current)
        painter.fillRect(QRect(line.x(), line.y(), m_theme.scaled(2), line.height()), m_accent);
    for (int at = 0; at < optionFlowColumnCount; ++at) {
        QRect cell = columns[std::size_t(at)];
        if (cell.width() == 0)
            continue; // hidden
        cell.moveTop(line.top());
        cell.setHeight(line.height());
        paintCell(painter, cell, look, OptionFlowColumn(at), text);
    }
    if (look.gapBelow)
        paintGap(painter, line);
}

void OptionFlowPainter::paintCell(QPainter &painter, QRect cell, const OptionFlowLook &look,
                                  OptionFlowColumn column, const OptionFlowText &text)
{
    const OptionFlowRow &row = look.row;
    const bool isLarge
        = row.print.premium() >= OptionBlockRules().premium && row.print.form.isAlone();
    int left = m_edge;
    if (column == OptionFlowColumn::Price) {
        paintMark(painter, cell, row);
        left += m_theme.scaled(6);
    } else if (column == OptionFlowColumn::Kind && row.isAlerted) {
        const int side = m_theme.scaled(11);
        painter.drawPixmap(QPoint(cell.x() + m_edge, cell.y() + (cell.height() - side) / 2),
                           m_bell);
        left += side + m_theme.scaled(3);
    }
    cell.adjust(left, 0, -m_edge, 0);
    const bool strong
        = isLarge && (column == OptionFlowColumn::Premium || column == OptionFlowColumn::Kind);
    (strong ? m_strong : m_text)
        .drawElided(painter, cell,
                    (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                    text.cell(row, column), colorOf(row, column));
}

void OptionFlowPainter::paintMark(QPainter &painter, const QRect &cell,
                                  const OptionFlowRow &row) const
{
    const OptionFlowSide tells = flowSide(row.print);
    if (tells == OptionFlowSide::Other)
        return;
    const int side = m_theme.scaled(8);
    painter.drawImage(QPoint(cell.x() + m_edge / 2, cell.y() + (cell.height() - side) / 2),
                      tells == OptionFlowSide::Bought ? m_upMark : m_downMark);
}

/// Below the print: older prints follow there.
void OptionFlowPainter::paintGap(QPainter &painter, const QRect &line) const
{
    QPen pen(m_warning, 1, Qt::CustomDashLine);
    pen.setDashPattern({ 4, 3 });
    painter.setPen(pen);
    painter.drawLine(line.bottomLeft(), line.bottomRight());
}

} // namespace tapeline
