#include "levelpainter.h"

#include "valuemarks.h"

#include <QPainter>

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

LevelPainter::LevelPainter(const ChartScene &scene)
    : m_scene(scene)
{
}

void LevelPainter::setStyle(const QFont &font, const QLocale &locale)
{
    m_glyphs.setFont(font, 1);
    m_locale = locale;
}

void LevelPainter::paint(QPainter &painter)
{
    const ChartFlow &flow = m_scene.flow;
    const FlowOptions &options = flow.options;
    if (!flow.sessions || !m_scene.hasBars() || !(options.developing || options.nakedPocs))
        return;
    m_glyphs.setFont(m_glyphs.font(), painter.device()->devicePixelRatioF());
    m_names = {};
    painter.save();
    painter.setClipRect(m_scene.panes.price, Qt::IntersectClip);
    if (options.nakedPocs)
        for (const FlowSessions::NakedPoc &poc : flow.sessions->nakedPocs())
            paintNaked(painter, poc);
    if (options.developing)
        for (const FlowSessions::Session &session : flow.sessions->sessions())
            paintDeveloping(painter, session);
    painter.restore();
}

/// The middle of the row that begins at a price.
int LevelPainter::yOf(Price row) const
{
    const double half = m_scene.flow.sessions->grid().height().toDouble() / 2;
    return qRound(m_scene.priceY(row.toDouble() + half));
}

void LevelPainter::paintDeveloping(QPainter &painter, const FlowSessions::Session &session)
{
    const std::vector<Levels> &all = session.developing;
    const auto first
        = std::ranges::lower_bound(all, m_scene.view.firstVisible() - 1, {}, &Levels::key);
    const auto last = std::ranges::upper_bound(all, m_scene.view.lastVisible(), {}, &Levels::key);
    if (first >= last)
        return;
    const std::span<const Levels> levels(first, last);
    paintSteps(painter, levels, &Levels::vah, m_scene.colors.textDim);
    paintSteps(painter, levels, &Levels::val, m_scene.colors.textDim);
    paintSteps(painter, levels, &Levels::poc, m_scene.colors.accent);
    const bool isNewest = &session == &m_scene.flow.sessions->sessions().back();
    if (isNewest || session.last >= m_scene.view.lastVisible())
        paintDevelopingNames(painter, levels.back());
}

/// From bar to bar; of bars that share a column of pixels the last one.
void LevelPainter::paintSteps(QPainter &painter, std::span<const Levels> levels,
                              Price Levels::*level, const QColor &color) const
{
    QPolygon line;
    for (const Levels &bar : levels) {
        const int x = qFloor(m_scene.view.xOf(double(bar.key) - 0.5));
        if (!line.isEmpty() && line.back().x() >= x)
            line.removeLast();
        const int y = yOf(bar.*level);
        if (!line.isEmpty())
            line << QPoint(x, line.back().y());
        line << QPoint(x, y);
    }
    line << QPoint(qFloor(m_scene.view.xOf(double(levels.back().key) + 0.5)), line.back().y());
    painter.setPen(color);
    painter.drawPolyline(line);
}

void LevelPainter::paintDevelopingNames(QPainter &painter, const Levels &newest)
{
    const int x = qCeil(m_scene.view.xOf(double(newest.key) + 0.5)) + 4;
    const auto name = [&](Price price, const QString &text, const QColor &color) {
        const QSize size(qCeil(m_glyphs.width(text)) + 4, m_glyphs.height());
        QRect place(QPoint(x, yOf(price) - size.height() / 2), size);
        if (place.right() > m_scene.panes.price.right()) // above the line, at the pane's edge
            place.moveBottomRight({ m_scene.panes.price.right() - 2, yOf(price) - 1 });
        paintName(painter, place, text, color);
    };
    //: Volume profile: point of control as it developed during the day, as an abbreviation
    name(newest.poc, tr("dPOC"), m_scene.colors.accent);
    //: The same of the value area's highest price
    name(newest.vah, tr("dVAH"), m_scene.colors.textDim);
    //: The same of the value area's lowest price
    name(newest.val, tr("dVAL"), m_scene.colors.textDim);
}

QString LevelPainter::nakedText(const FlowSessions::NakedPoc &poc)
{
    if (poc.isEstimated && poc.isPartial)
        //: As below, of a part of a day whose volume is estimated from bars
        return tr("naked POC %1 (part of the day, est.) %2");
    if (poc.isEstimated)
        //: As below, of a day whose volume is estimated from bars, at least in part
        return tr("naked POC %1 (est.) %2");
    //: Point of control of an earlier day that was not touched since; %1 is its date, %2 its price
    return poc.isPartial ? tr("naked POC %1 (part of the day) %2")
                         //: The same of a day that is known as a whole
                         : tr("naked POC %1 %2");
}

void LevelPainter::paintNaked(QPainter &painter, const FlowSessions::NakedPoc &poc)
{
    const QRect &pane = m_scene.panes.price;
    const int left = std::max(pane.left(), qCeil(m_scene.view.xOf(double(poc.last) + 0.5)));
    const int y = yOf(poc.price);
    if (left >= pane.right() || y < pane.top() || y > pane.bottom())
        return;
    painter.fillRect(left, y, pane.right() - left, 1, m_scene.colors.gap);
    const QString day = m_locale.toString(poc.day, u"d MMM"_s);
    const QString price
        = priceText(poc.price.toDouble(), m_scene.series->priceDecimals(), m_locale);
    const QString text = nakedText(poc).arg(day, price);
    const QSize size(qCeil(m_glyphs.width(text)) + 4, m_glyphs.height());
    const QPoint corner(std::max(left + 4, pane.left() + 8), y - size.height() - 1);
    const QRect above(corner, size);
    if (!paintName(painter, above, text, m_scene.colors.gap))
        paintName(painter, above.translated(0, size.height() + 2), text, m_scene.colors.gap);
}

/// False where another name is.
bool LevelPainter::paintName(QPainter &painter, QRect place, const QString &name,
                             const QColor &color)
{
    if (m_names.intersects(place))
        return false;
    m_names += place;
    painter.fillRect(place, m_scene.colors.background);
    m_glyphs.draw(painter, place, Qt::AlignHCenter, name, color);
    return true;
}

} // namespace tapeline
