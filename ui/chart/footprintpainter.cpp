#include "footprintpainter.h"

#include "valuemarks.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

constexpr double narrowest = 18; // pixels a bar
constexpr int candleWidth = 4;
constexpr int candleRoom = 8;
constexpr int least = 5; // pixels a row without text

QColor mixed(const QColor &a, const QColor &b, double shareOfB)
{
    const auto part = [share = float(shareOfB)](float x, float y) { return x + (y - x) * share; };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()),
                            part(a.blueF(), b.blueF()));
}

/// The bar in rows of so many prices.
FootprintBar inRows(const FootprintBar &bar, int prices)
{
    const auto rowOf = [prices](qint64 row) {
        return row >= 0 ? row / prices : -((-row + prices - 1) / prices);
    };
    FootprintBar result = bar;
    result.cells = bar.cells.grouped(prices);
    result.openRow = rowOf(bar.openRow);
    result.closeRow = rowOf(bar.closeRow);
    return result;
}

} // namespace

struct FootprintPainter::Column
{
    int left = 0;
    int right = 0;
    int middle = 0; ///< between sold and bought
    double priceHeight = 0; ///< of a row, as a price
    double most = 1; ///< largest of a side in a row
    qint64 poc = 0;
    const ChartScene &scene;

    int yOf(double price) const { return scene.panes.price.top() + qRound(scene.view.yOf(price)); }
    QRect rect(qint64 row) const
    {
        const int top = yOf(double(row + 1) * priceHeight);
        return { left, top, right - left, std::max(yOf(double(row) * priceHeight) - top, 1) };
    }
};

FootprintPainter::FootprintPainter(const ChartScene &scene)
    : m_scene(scene)
    , m_bars(scene)
{
}

void FootprintPainter::setStyle(const QFont &font, const QLocale &locale)
{
    QFont strong = font;
    strong.setWeight(QFont::Bold);
    m_glyphs.setFont(font, 1);
    m_strong.setFont(strong, 1);
    m_locale = locale;
}

bool FootprintPainter::isShown() const
{
    return m_scene.flow.series && m_scene.flow.options.footprint && m_scene.view.barWidth >= narrowest;
}

bool FootprintPainter::hasText() const
{
    return m_scene.view.barWidth >= textWidth * 0.8;
}

/// As many as make a row high enough.
int FootprintPainter::pricesPerRow() const
{
    const double step = m_scene.flow.series->grid().height().toDouble();
    const ChartViewport &view = m_scene.view;
    const double middle = view.priceAt(view.height / 2.0);
    const double pixels = std::abs(view.yOf(middle) - view.yOf(middle + step));
    const int wanted = hasText() ? m_glyphs.height() : least;
    for (int decade = 1; decade < 1'000'000; decade *= 10)
        for (const int prices : { decade, 2 * decade, 5 * decade })
            if (prices * pixels >= wanted)
                return prices;
    return 1'000'000;
}

QRect FootprintPainter::barRect(ChartSeries::Key key) const
{
    if (!isShown())
        return {};
    const int left = qFloor(m_scene.view.xOf(double(key) - 0.5)) - 1;
    const QRect &pane = m_scene.panes.price;
    return { left, pane.top(), qCeil(m_scene.view.barWidth) + 3, pane.height() };
}

void FootprintPainter::paint(QPainter &painter, ChartSeries::Key first, ChartSeries::Key last)
{
    const double ratio = painter.device()->devicePixelRatioF();
    for (GlyphCache *glyphs : { &m_glyphs, &m_strong })
        glyphs->setFont(glyphs->font(), ratio);
    const FlowSeries &flow = *m_scene.flow.series;
    const int prices = pricesPerRow();
    first = std::max(first, m_scene.series->firstKey());
    last = std::min(last, m_scene.series->lastKey());
    for (ChartSeries::Key key = first; key <= last; ++key) {
        if (const FlowBar *bar = flow.bar(key))
            paintBar(painter, key, inRows(bar->footprint, prices));
        else
            m_bars.paintCandles(painter, key, key);
    }
}

void FootprintPainter::paintBar(QPainter &painter, ChartSeries::Key key, const FootprintBar &bar)
{
    const double left = m_scene.view.xOf(double(key) - 0.5);
    const double price = m_scene.flow.series->grid().height().toDouble() * pricesPerRow();
    Column column { .left = qRound(left) + candleRoom,
                    .right = qRound(left + m_scene.view.barWidth) - 2,
                    .priceHeight = price,
                    .poc = bar.poc(),
                    .scene = m_scene };
    column.middle = (column.left + column.right) / 2;
    for (const FlowRow &row : bar.cells.rows())
        column.most = std::max({ column.most, row.buy.toDouble(), row.sell.toDouble() });
    paintCandle(painter, key, column);
    const FootprintMarks marks = footprintMarks(bar);
    for (std::size_t i = 0; i < marks.rows.size(); ++i)
        paintCell(painter, column, bar.cells.rows()[i], marks.rows[i]);
    paintMarks(painter, column, bar, marks);
    if (hasText())
        paintTotals(painter, column, bar);
}

void FootprintPainter::paintCandle(QPainter &painter, ChartSeries::Key key,
                                   const Column &column) const
{
    const OhlcRun &run = m_scene.series->run(key);
    if (run.isEmpty())
        return;
    const QColor &color = run.close >= run.open ? m_scene.colors.up : m_scene.colors.down;
    const int x = column.left - candleRoom + 2;
    const int high = column.yOf(run.high);
    const int top = column.yOf(std::max(run.open, run.close));
    const int bottom = column.yOf(std::min(run.open, run.close));
    painter.fillRect(x + candleWidth / 2, high, 1, column.yOf(run.low) - high + 1, color);
    painter.fillRect(x, top, candleWidth + 1, std::max(bottom - top, 1), color);
}

void FootprintPainter::paintCell(QPainter &painter, const Column &column, const FlowRow &row,
                                 const FootprintMark &mark)
{
    const ChartColors &colors = m_scene.colors;
    const QRect cell = column.rect(row.row);
    if (!cell.intersects(m_scene.panes.price))
        return;
    const auto shade = [&](const QColor &color, QuarterQty volume) {
        return mixed(colors.background, color, 0.06 + 0.42 * volume.toDouble() / column.most);
    };
    const QRect sold(cell.left(), cell.top(), column.middle - cell.left(), cell.height());
    const QRect bought(column.middle, cell.top(), column.right - column.middle, cell.height());
    painter.fillRect(sold.adjusted(0, 0, 0, cell.height() > 3 ? -1 : 0),
                     shade(colors.down, row.sell));
    painter.fillRect(bought.adjusted(0, 0, 0, cell.height() > 3 ? -1 : 0),
                     shade(colors.up, row.buy));
    if (row.row == column.poc) {
        painter.setPen(colors.accent);
        painter.drawRect(cell.adjusted(0, 0, -1, -2));
    }
    if (!hasText() || cell.height() < m_glyphs.height() - 2)
        return;
    const auto write = [&](const QRect &room, Qt::Alignment side, QuarterQty volume, bool strong,
                           const QColor &color) {
        const QString text = cellText(volume.toDouble());
        (strong ? m_strong : m_glyphs)
            .draw(painter, room.adjusted(2, 0, -3, -1), side | Qt::AlignVCenter, text,
                  strong                ? color
                      : volume.isZero() ? colors.textDim
                                        : colors.text);
    };
    write(sold, Qt::AlignRight, row.sell, mark.sellImbalance, colors.down);
    write(bought.adjusted(2, 0, 0, 0), Qt::AlignLeft, row.buy, mark.buyImbalance, colors.up);
}

/// Two digits above a thousand: "812", "2.4K", "24K".
QString FootprintPainter::cellText(double shares) const
{
    shares = std::round(shares);
    if (shares < 1'000)
        return m_locale.toString(shares, 'f', 0);
    const double unit = std::pow(10.0, std::floor(std::log10(shares)) - 1);
    return volumeMarkText(std::round(shares / unit) * unit, m_locale);
}

void FootprintPainter::paintMarks(QPainter &painter, const Column &column, const FootprintBar &bar,
                                  const FootprintMarks &marks) const
{
    const ChartColors &colors = m_scene.colors;
    for (const ImbalanceStack &stack : marks.stacks) {
        const int top = column.rect(stack.high).top();
        const int height = column.rect(stack.low).bottom() - top;
        painter.fillRect(stack.isBuy ? column.right : column.left - 2, top, 2, height,
                         stack.isBuy ? colors.up : colors.down);
    }
    for (const FootprintMark &mark : marks.rows) {
        if (!mark.absorption)
            continue;
        const QRect cell = column.rect(mark.row);
        painter.fillRect(column.middle - 2, cell.center().y() - 2, 4, 4, colors.gap);
    }
    const auto openEnd = [&](int y) {
        for (int x = column.left; x < column.right; x += 6)
            painter.fillRect(x, y, 3, 1, colors.gap);
    };
    if (marks.unfinishedHigh)
        openEnd(column.rect(bar.cells.rows().back().row).top() - 2);
    if (marks.unfinishedLow)
        openEnd(column.rect(bar.cells.rows().front().row).bottom() + 2);
}

void FootprintPainter::paintTotals(QPainter &painter, const Column &column, const FootprintBar &bar)
{
    const int below = column.rect(bar.cells.rows().front().row).bottom() + 5;
    const QRect line(column.left, below, column.right - column.left, m_glyphs.height());
    const double delta = bar.delta.toDouble();
    const QColor &color = delta >= 0 ? m_scene.colors.up : m_scene.colors.down;
    m_strong.draw(painter, line, Qt::AlignHCenter, signedVolumeText(std::round(delta), m_locale),
                  color);
    m_glyphs.draw(painter, line.translated(0, line.height()), Qt::AlignHCenter,
                  volumeText(bar.volume().toDouble(), m_locale), m_scene.colors.textDim);
}

} // namespace tapeline
