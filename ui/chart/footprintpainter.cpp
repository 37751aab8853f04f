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

QRect toDevice(const QRect &rect, double ratio)
{
    const auto pixels = [ratio](int length) { return qRound(length * ratio); };
    return { QPoint(pixels(rect.left()), pixels(rect.top())),
             QPoint(pixels(rect.right() + 1) - 1, pixels(rect.bottom() + 1) - 1) };
}

/// Whole shares; above a thousand two digits: 812, 2,400, 24,000. Below a thousand coins are
/// negative thousandths of one, at least one of them, for that is not nothing.
qint64 figureOf(QuarterQty volume, bool isOfCoins)
{
    if (isOfCoins && volume.toDouble() < 999.5)
        return volume.isZero() ? 0 : -std::max<qint64>(qRound64(1'000 * volume.toDouble()), 1);
    const qint64 shares = qRound64(volume.toDouble());
    qint64 unit = 1;
    while (shares >= 1'000 && shares / unit >= 100)
        unit *= 10;
    return (shares + unit / 2) / unit * unit;
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
    double shift = 0; ///< half a price: a row lies around its prices
    double most = 1; ///< largest of a side in a row
    qint64 poc = 0;
    const ChartScene &scene;

    int yOf(double price) const { return scene.panes.price.top() + qRound(scene.view.yOf(price)); }
    QRect rect(qint64 row) const
    {
        const auto [top, bottom] = std::minmax(
            { yOf(double(row + 1) * priceHeight - shift), yOf(double(row) * priceHeight - shift) });
        return { left, top, right - left, std::max(bottom - top, 1) };
    }
};

FootprintPainter::FootprintPainter(const ChartScene &scene)
    : m_scene(scene)
    , m_bars(scene)
    , m_figures([this](qint64 figure) { return cellText(figure); })
    , m_strongFigures([this](qint64 figure) { return cellText(figure); })
{
}

void FootprintPainter::setStyle(const QFont &font, const QLocale &locale)
{
    QFont strong = font;
    strong.setWeight(QFont::Bold);
    m_glyphs.setFont(font, 1);
    m_strong.setFont(strong, 1);
    m_locale = locale;
    m_figures.clear();
    m_strongFigures.clear();
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
    m_figures.setFont(m_glyphs.font(), ratio);
    m_strongFigures.setFont(m_strong.font(), ratio);
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
    FootprintMarks marks = footprintMarks(rows, rules());
    // Where an auction ended is told by single prices
    marks.unfinishedHigh = bar.cells.rows().back().hasBothSides();
    marks.unfinishedLow = bar.cells.rows().front().hasBothSides();
    paintCells(painter, column, rows.cells.rows(), marks);
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
    const auto [upper, lower] = std::minmax({ column.yOf(run.high), column.yOf(run.low) });
    const auto [top, bottom] = std::minmax({ column.yOf(run.open), column.yOf(run.close) });
    painter.fillRect(x + candleWidth / 2, upper, 1, lower - upper + 1, color);
    painter.fillRect(x, top, candleWidth + 1, std::max(bottom - top, 1), color);
}

/// Several thousand may change at a time: without the painter where that can be.
void FootprintPainter::paintCells(QPainter &painter, const Column &column,
                                  std::span<const FlowRow> rows, const FootprintMarks &marks)
{
    const double ratio = painter.device()->devicePixelRatioF();
    PixelFill pixels(painter);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const QRect cell = column.rect(rows[i].row);
        if (!cell.intersects(m_scene.panes.price))
            continue;
        const int height = cell.height() > 3 ? cell.height() - 1 : cell.height();
        const QRect sold(cell.left(), cell.top(), column.middle - cell.left(), height);
        const QRect bought(column.middle, cell.top(), column.right - column.middle, height);
        const bool written = hasText() && cell.height() >= m_glyphs.height() - 2;
        paintSide(pixels, toDevice(sold, ratio), Qt::AlignRight, rows[i].sell,
                  m_tints.sold(rows[i].sell.toDouble() / column.most),
                  { written, marks.rows[i].sellImbalance });
        paintSide(pixels, toDevice(bought, ratio), Qt::AlignLeft, rows[i].buy,
                  m_tints.bought(rows[i].buy.toDouble() / column.most),
                  { written, marks.rows[i].buyImbalance });
    }
}

void FootprintPainter::paintSide(PixelFill &pixels, const QRect &cell, Qt::Alignment side,
                                 QuarterQty volume, const FootprintTints::Tint &tint, Figure figure)
{
    pixels.fill(std::span(&cell, 1), figure.isWritten ? tint.fill : tint.bare);
    if (!figure.isWritten)
        return;
    const QColor &plain = volume.isZero() ? m_scene.colors.textDim : m_scene.colors.text;
    (figure.isStrong ? m_strongFigures : m_figures)
        .draw(pixels, cell, side, 4, figureOf(volume, isOfCoins()),
              { figure.isStrong ? tint.strong : plain, tint.fill });
}

bool FootprintPainter::isOfCoins() const
{
    return m_scene.series->assetClass() == AssetClass::Crypto;
}

FootprintRules FootprintPainter::rules() const
{
    FootprintRules rules;
    if (isOfCoins())
        rules.minVolume = Qty();
    return rules;
}

QString FootprintPainter::volumeFigure(QuarterQty volume) const
{
    return cellText(figureOf(volume, isOfCoins()));
}

QString FootprintPainter::cellText(qint64 figure) const
{
    if (figure >= 0)
        return figure < 1'000 ? m_locale.toString(figure)
                              : volumeMarkText(double(figure), m_locale);
    const double coins = double(-figure) / 1'000;
    const int decimals = coins < 1 ? 3 : coins < 10 ? 2 : coins < 100 ? 1 : 0;
    return m_locale.toString(coins, 'f', decimals);
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
    for (std::size_t i = 0; i < marks.rows.size(); ++i) {
        if (!marks.rows[i].absorption)
            continue;
        const QRect cell = column.rect(marks.rows[i].row);
        const bool buyers = bar.cells.rows()[i].delta() > QuarterQty();
        painter.fillRect(buyers ? column.right - absorptionWidth : column.left, cell.top(),
                         absorptionWidth, cell.height() - 1, colors.gap);
    }
    painter.setPen(colors.accent);
    painter.drawRect(column.rect(column.poc).adjusted(0, 0, -1, -2));
    const double ratio = painter.device()->devicePixelRatioF();
    std::vector<QRect> dashes;
    const auto openEnd = [&](int y) {
        for (int x = column.left; x < column.right; x += 6)
            dashes.push_back(toDevice(QRect(x, y, std::min(3, column.right - x), 1), ratio));
    };
    if (marks.unfinishedHigh)
        openEnd(column.rect(bar.cells.rows().back().row).top() - 2);
    if (marks.unfinishedLow)
        openEnd(column.rect(bar.cells.rows().front().row).bottom() + 2);
    PixelFill(painter).fill(dashes, colors.gap);
}

void FootprintPainter::paintTotals(QPainter &painter, const Column &column, const FootprintBar &bar)
{
    const int below = column.rect(bar.cells.rows().front().row).bottom() + 5;
    const QRect line(column.left, below, column.right - column.left, m_glyphs.height());
    const double delta = bar.delta.toDouble();
    const QColor &color = delta >= 0 ? m_scene.colors.up : m_scene.colors.down;
    m_strong.draw(painter, line, Qt::AlignHCenter, signedVolumeText(wholeShares(delta), m_locale),
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
