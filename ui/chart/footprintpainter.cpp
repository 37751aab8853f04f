#include "footprintpainter.h"

#include "valuemarks.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

constexpr double sumsWidth = 50; // pixels a bar
constexpr int candleWidth = 4;
constexpr int candleRoom = 11;
constexpr int stackWidth = 3;
constexpr int absorptionWidth = 3;
constexpr int least = 5; // pixels a row without text

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
    double shift = 0; ///< half a price: a row lies around its prices
    double most = 1; ///< largest of a side in a row
    qint64 poc = 0;
    const ChartScene &scene;

    int yOf(double price) const { return scene.panes.price.top() + qRound(scene.view.yOf(price)); }
    QRect rect(qint64 row) const
    {
        const int top = yOf(double(row + 1) * priceHeight - shift);
        const int bottom = yOf(double(row) * priceHeight - shift);
        return { left, top, right - left, std::max(bottom - top, 1) };
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
    return m_scene.flow.series && m_scene.flow.options.footprint
        && m_scene.view.barWidth >= narrowest;
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
    m_tints.setColors(m_scene.colors);
    const FlowSeries &flow = *m_scene.flow.series;
    first = std::max(first, m_scene.series->firstKey());
    last = std::min(last, m_scene.series->lastKey());
    for (ChartSeries::Key key = first; key <= last; ++key) {
        if (const FlowBar *bar = flow.bar(key))
            paintBar(painter, key, bar->footprint);
        else
            m_bars.paintCandles(painter, key, key);
    }
}

void FootprintPainter::paintBar(QPainter &painter, ChartSeries::Key key, const FootprintBar &bar)
{
    const int prices = pricesPerRow();
    const FootprintBar rows = inRows(bar, prices);
    const double left = m_scene.view.xOf(double(key) - 0.5);
    const double price = m_scene.flow.series->grid().height().toDouble();
    Column column { .left = qRound(left) + candleRoom,
                    .right = qRound(left + m_scene.view.barWidth) - 3,
                    .priceHeight = price * prices,
                    .shift = price / 2,
                    .poc = rows.poc(),
                    .scene = m_scene };
    column.middle = (column.left + column.right) / 2;
    for (const FlowRow &row : rows.cells.rows())
        column.most = std::max({ column.most, row.buy.toDouble(), row.sell.toDouble() });
    paintCandle(painter, key, column);
    FootprintMarks marks = footprintMarks(rows);
    // Where an auction ended is told by single prices
    marks.unfinishedHigh = bar.cells.rows().back().hasBothSides();
    marks.unfinishedLow = bar.cells.rows().front().hasBothSides();
    for (std::size_t i = 0; i < marks.rows.size(); ++i)
        paintCell(painter, column, rows.cells.rows()[i], marks.rows[i]);
    paintMarks(painter, column, rows, marks);
    if (m_scene.view.barWidth >= sumsWidth)
        paintTotals(painter, column, rows);
}

void FootprintPainter::paintCandle(QPainter &painter, ChartSeries::Key key,
                                   const Column &column) const
{
    const OhlcRun &run = m_scene.series->run(key);
    if (run.isEmpty())
        return;
    const QColor &color = run.close >= run.open ? m_scene.colors.up : m_scene.colors.down;
    const int x = column.left - candleRoom + 1;
    const int high = column.yOf(run.high);
    const int top = column.yOf(std::max(run.open, run.close));
    const int bottom = column.yOf(std::min(run.open, run.close));
    painter.fillRect(x + candleWidth / 2, high, 1, column.yOf(run.low) - high + 1, color);
    painter.fillRect(x, top, candleWidth + 1, std::max(bottom - top, 1), color);
}

void FootprintPainter::paintCell(QPainter &painter, const Column &column, const FlowRow &row,
                                 const FootprintMark &mark)
{
    const QRect cell = column.rect(row.row);
    if (!cell.intersects(m_scene.panes.price))
        return;
    const int height = cell.height() > 3 ? cell.height() - 1 : cell.height();
    const QRect sold(cell.left(), cell.top(), column.middle - cell.left(), height);
    const QRect bought(column.middle, cell.top(), column.right - column.middle, height);
    const bool written = hasText() && cell.height() >= m_glyphs.height() - 2;
    const FootprintTints::Tint &sells = m_tints.sold(row.sell.toDouble() / column.most);
    const FootprintTints::Tint &buys = m_tints.bought(row.buy.toDouble() / column.most);
    painter.fillRect(sold, written ? sells.fill : sells.bare);
    painter.fillRect(bought, written ? buys.fill : buys.bare);
    if (mark.absorption) {
        const bool buyers = row.delta() > QuarterQty();
        painter.fillRect(buyers ? column.right - absorptionWidth : column.left, cell.top(),
                         absorptionWidth, height, m_scene.colors.gap);
    }
    if (row.row == column.poc) {
        painter.setPen(m_scene.colors.accent);
        painter.drawRect(cell.adjusted(0, 0, -1, -2));
    }
    if (written) {
        writeFigure(painter, sold.adjusted(2, 0, -4, 0), Qt::AlignRight, row.sell,
                    mark.sellImbalance ? &sells : nullptr);
        writeFigure(painter, bought.adjusted(4, 0, -2, 0), Qt::AlignLeft, row.buy,
                    mark.buyImbalance ? &buys : nullptr);
    }
}

/// imbalance: the cell's colours when it is one.
void FootprintPainter::writeFigure(QPainter &painter, const QRect &room, Qt::Alignment side,
                                   QuarterQty volume, const FootprintTints::Tint *imbalance)
{
    const QColor &plain = volume.isZero() ? m_scene.colors.textDim : m_scene.colors.text;
    (imbalance ? m_strong : m_glyphs)
        .draw(painter, room, side, cellText(volume.toDouble()),
              imbalance ? imbalance->strong : plain);
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
        painter.fillRect(stack.isBuy ? column.right : column.left - stackWidth, top, stackWidth,
                         height, stack.isBuy ? colors.up : colors.down);
    }
    const auto openEnd = [&](int y) {
        for (int x = column.left; x < column.right; x += 6)
            painter.fillRect(x, y, std::min(3, column.right - x), 1, colors.gap);
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

// --- words
// ----------------------------------------------------------------------------------------------------

QString FootprintPainter::hint() const
{
    const ChartFlow &flow = m_scene.flow;
    if (!flow.series || !flow.options.footprint || !m_scene.hasBars())
        return {};
    if (flow.series->known(m_scene.view.firstVisible(), m_scene.view.lastVisible()).empty())
        return tr("Footprint: no trades are known of these bars");
    if (!isShown())
        return tr("Footprint: bars are too narrow. Zoom in with the wheel or +.");
    return hasText() ? QString() : tr("Footprint: zoom in for the figures, with the wheel or +.");
}

/// At the lower left.
void FootprintPainter::paintHint(QPainter &painter)
{
    const QString text = hint();
    if (text.isEmpty())
        return;
    m_glyphs.setFont(m_glyphs.font(), painter.device()->devicePixelRatioF());
    const QRect &pane = m_scene.panes.price;
    const int width = std::min(qCeil(m_glyphs.width(text)) + 8, pane.width());
    const QRect line(pane.left() + 6, pane.bottom() - m_glyphs.height() - 3, width,
                     m_glyphs.height());
    painter.fillRect(line, m_scene.colors.background);
    m_glyphs.drawElided(painter, line.adjusted(4, 0, -4, 0), Qt::AlignLeft, text,
                        m_scene.colors.textDim);
}

} // namespace tapeline
