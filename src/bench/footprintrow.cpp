#include "benchlook.h"
#include "colormix.h"
#include "easterntime.h"
#include "footprintpainter.h"
#include "rows.h"
#include "splitmix64.h"
#include "stopwatch.h"
#include "valuemarks.h"

#include <QPainter>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 41;
constexpr int bars = 20; // a chart that fills a screen
constexpr int pricesABar = 60; // times two sides: 2,400 cells
constexpr int barWidth = 84;
constexpr int rowHeight = 17;
constexpr QSize paneSize(1'680, 1'020); // bars by prices

Timestamp startOf(int bar)
{
    return easterntime::at(QDate(2026, 8, 13), 10h) + std::chrono::minutes(bar);
}

Price priceOf(int row)
{
    return Price::fromUnits((10'000 + row) * (Price::unitsPerOne / 100));
}

/// Every price of every bar traded on both sides.
FlowUpdate someFlow(SplitMix64 &random)
{
    FlowUpdate update;
    update.reset = true;
    update.knownFrom = startOf(0);
    for (int bar = 0; bar < bars; ++bar) {
        FlowBar &flow = update.bars.emplace_back();
        flow.start = flow.footprint.start = startOf(bar);
        for (int row = 0; row < pricesABar; ++row)
            for (const FlowSide side : { FlowSide::Buy, FlowSide::Sell }) {
                const Qty size = Qty::whole(qint64(1 + random.below(5'000)));
                flow.footprint.cells.add(
                    update.grid.rowOf(priceOf(row)),
                    FlowPrint { flow.start, priceOf(row), size, {}, {}, {}, side });
                flow.footprint.bound.admit(size);
            }
    }
    return update;
}

/// One state of all cells, in a chart as the painter knows it.
class Footprints
{
public:
    Footprints(SplitMix64 &random, const QFont &font)
        : m_flow(m_series)
        , m_painter(m_scene)
    {
        m_series.setInstrument(u"TEST"_s, {});
        ChartUpdate update;
        update.reset = true;
        for (int bar = 0; bar < bars; ++bar) {
            Candle &candle = update.bars.emplace_back();
            candle.start = startOf(bar);
            candle.open = candle.low = priceOf(0);
            candle.close = candle.high = priceOf(pricesABar - 1);
            candle.volume = Qty::whole(1'000);
        }
        m_series.apply(update);
        m_flow.apply(someFlow(random));
        m_scene.series = &m_series;
        m_scene.flow.series = &m_flow;
        m_scene.flow.options.footprint = true;
        m_scene.panes.price = QRect(QPoint(), paneSize);
        m_scene.view.left = double(m_series.firstKey()) - 0.5;
        m_scene.view.barWidth = barWidth;
        m_scene.view.width = paneSize.width();
        m_scene.view.height = paneSize.height();
        m_scene.view.low = priceOf(0).toDouble();
        m_scene.view.high = priceOf(pricesABar).toDouble();
        m_painter.setStyle(font, QLocale(QLocale::C));
    }

    void paint(QPainter &painter)
    {
        m_painter.paint(painter, m_series.firstKey(), m_series.lastKey());
    }
    const ChartColors &colors() const { return m_scene.colors; }
    const FlowSeries &flow() const { return m_flow; }

private:
    ChartScene m_scene;
    ChartSeries m_series;
    FlowSeries m_flow;
    FootprintPainter m_painter;
};

/// The same cells by QPainter::drawText(), without marks, frames and sums.
void paintPlainly(QPainter &painter, const Footprints &footprints)
{
    const ChartColors &colors = footprints.colors();
    const QLocale locale(QLocale::C);
    int left = 0;
    for (const FlowBar *bar : footprints.flow().known(0, bars)) {
        int top = paneSize.height() - rowHeight;
        for (const FlowRow &row : bar->footprint.cells.rows()) {
            const auto cell = [&](int x, QuarterQty volume, const QColor &side) {
                const QRect rect(x, top, barWidth / 2, rowHeight - 1);
                const double shares = volume.toDouble();
                painter.fillRect(rect, mixed(colors.background, side, shares / 20'000));
                painter.setPen(colors.text);
                painter.drawText(rect, Qt::AlignCenter, volumeMarkText(shares, locale));
            };
            cell(left, row.sell, colors.down);
            cell(left + barWidth / 2, row.buy, colors.up);
            top -= rowHeight;
        }
        left += barWidth;
    }
}

} // namespace

Measurements bench::footprint()
{
    const BenchLook look;
    const QFont font = look.theme.font(FontRole::Small); // as in the desk
    SplitMix64 random(11);
    Footprints states[] { Footprints(random, font), Footprints(random, font) };
    QImage picture(paneSize, QImage::Format_RGB32);
    picture.fill(states[0].colors().background);
    int turn = 0; // every cell has another figure than the time before
    const auto ours = [&] {
        QPainter painter(&picture);
        states[++turn % 2].paint(painter);
    };
    const auto theirs = [&] {
        QPainter painter(&picture);
        painter.setFont(font);
        paintPlainly(painter, states[++turn % 2]);
    };
    const std::vector<double> times = interleaved(rounds, { ours, theirs });
    Measurement row;
    row.row = u"footprint"_s;
    row.variant = u"2,400 changing cells"_s;
    row.peer = u"drawText(rect)"_s;
    row.unit = u"ms"_s;
    row.ours = times[0] / 1e6;
    row.peers = times[1] / 1e6;
    row.bound = { Bound::Kind::Faster, 8, 4 };
    row.note = u"ours finds and paints the marks, frames and sums besides"_s;
    return { row };
}

} // namespace tapeline
