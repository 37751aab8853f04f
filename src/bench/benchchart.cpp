#include "benchchart.h"

#include "marketcalendar.h"
#include "paintedtick.h"
#include "splitmix64.h"

#include <cmath>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t barCount = 1'000'000;
constexpr QSize windowSize(1600, 900);

Price cents(double price)
{
    return Price::fromUnits(std::llround(price * 100) * (Price::unitsPerOne / 100));
}

Candle walk(SplitMix64 &random, Timestamp start, double &price)
{
    const auto step = [&] { return price * 0.0006 * (random.uniform() - 0.5); };
    Candle bar;
    bar.start = start;
    double high = price;
    double low = price;
    bar.open = cents(price);
    for (int i = 0; i < 8; ++i) {
        price += step();
        high = std::max(high, price);
        low = std::min(low, price);
    }
    bar.high = cents(high);
    bar.low = cents(low);
    bar.close = cents(price);
    bar.volume = Qty::whole(qint64(1'000 + random.below(90'000)));
    bar.vwap = (bar.high + bar.low).toDouble() / 2;
    return bar;
}

std::vector<Candle> makeBars()
{
    const MarketCalendar calendar;
    SplitMix64 random(7);
    std::vector<Candle> bars;
    bars.reserve(barCount);
    double price = 187.30;
    for (QDate day(2020, 1, 2); bars.size() < barCount; day = calendar.nextTradingDay(day)) {
        const auto session = calendar.session(day);
        for (Timestamp at = session->preOpen; at < session->postClose && bars.size() < barCount;
             at = at + std::chrono::minutes(1))
            bars.push_back(walk(random, at, price));
    }
    return bars;
}

} // namespace

const std::vector<Candle> &benchBars()
{
    static const std::vector<Candle> bars = makeBars();
    return bars;
}

BenchChart::BenchChart()
{
    m_series.setInstrument(u"AAPL"_s, Timeframe(1, TimeUnit::Minute));
    ChartUpdate update;
    update.reset = true;
    update.history = ChartUpdate::History::Complete;
    update.bars = benchBars();
    m_series.apply(update);
    m_chart.resize(windowSize);
    m_chart.setSeries(&m_series);
    showPainted(m_chart);
}

void BenchChart::showBars(qsizetype count)
{
    m_count = count;
    m_first = (m_series.size() - count) / 2;
    panAndPaint();
}

void BenchChart::showLastBars(qsizetype count)
{
    const ChartSeries::Key room = count / 20;
    m_chart.showBars(m_series.lastKey() + 1 - count + room, m_series.lastKey() + room);
    paintAll();
}

void BenchChart::panAndPaint()
{
    // Less than a pixel shows nothing new; nor do bars beyond the first and the last
    const auto pixel = std::max<qsizetype>(1, m_count / m_chart.panes().price.width());
    m_right = !m_right;
    const ChartSeries::Key first = m_first + (m_right ? pixel : 0);
    m_chart.showBars(first, first + m_count - 1);
    paintAll();
}

void BenchChart::paintAll()
{
    m_chart.redraw();
    m_chart.repaint();
}

StockChart::StockChart()
    : m_candles(new QCPFinancial(m_plot.xAxis, m_plot.yAxis))
{
    QVector<QCPFinancialData> data;
    data.reserve(qsizetype(barCount));
    for (const Candle &bar : benchBars())
        data.append({ double(data.size()), bar.open.toDouble(), bar.high.toDouble(),
                      bar.low.toDouble(), bar.close.toDouble() });
    m_candles->data()->set(data, true);
    m_plot.resize(windowSize);
    showPainted(m_plot);
}

void StockChart::showBars(qsizetype count)
{
    m_count = double(count);
    m_first = (double(barCount) - m_count) / 2;
    panAndPaint();
}

void StockChart::panAndPaint()
{
    m_right = !m_right;
    const double first = m_first + (m_right ? std::max(1.0, m_count / windowSize.width()) : 0);
    m_plot.xAxis->setRange(first - 0.5, first + m_count - 0.5);
    bool found = false;
    m_plot.yAxis->setRange(m_candles->getValueRange(found, QCP::sdBoth, m_plot.xAxis->range()));
    m_plot.replot(QCustomPlot::rpImmediateRefresh);
}

} // namespace tapeline
