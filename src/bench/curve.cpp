#include "curve.h"

#include "benchchart.h"
#include "chartseries.h"
#include "feedframes.h"
#include "markethub.h"
#include "paintedtick.h"
#include "pricechart.h"
#include "stopwatch.h"
#include "streamdecoder.h"

#include <QSvgGenerator>
#include <qcustomplot.h>

#include <memory>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int perFrame = 100;
constexpr int rounds = 3;
constexpr qsizetype barsAYear = 252 * 390;

/// Milliseconds to decode the feed and keep its market's state.
double decodeAndKeep(const FeedFrames &feed)
{
    const MarketCalendar calendar;
    MarketHub hub(calendar);
    StreamDecoder decoder(hub.symbols());
    EventBatch batch;
    const auto run = [&] {
        for (const FeedFrames::Frame &frame : feed.frames) {
            batch.clear();
            if (decoder.decode(frame.bytes, batch))
                hub.apply(batch);
        }
        hub.takeDirty();
    };
    return nanoseconds(run) / 1e6;
}

double medianOf(int times, const std::function<double()> &measure)
{
    std::vector<double> values;
    for (int i = 0; i < times; ++i)
        values.push_back(measure());
    return median(std::move(values));
}

Curve againstEvents()
{
    Curve curve { u"events"_s,
                  u"Decoding and keeping the market's state"_s,
                  u"messages (millions)"_s,
                  u"ms"_s,
                  false,
                  {} };
    for (const qint64 messages : { 100'000, 250'000, 500'000, 1'000'000, 1'500'000, 2'000'000 }) {
        const FeedFrames feed = FeedFrames::make(messages, perFrame, 500);
        const double cost = medianOf(rounds, [&] { return decodeAndKeep(feed); });
        curve.points.push_back({ double(messages) / 1e6, cost });
    }
    return curve;
}

Curve againstSymbols()
{
    Curve curve { u"symbols"_s, u"Decoding and keeping state, by the number of symbols"_s,
                  u"symbols"_s, u"ns a message"_s,
                  true,         {} };
    constexpr qint64 messages = 500'000;
    for (const int symbols : { 1, 10, 100, 1'000, 3'000, 10'000 }) {
        const FeedFrames feed = FeedFrames::make(messages, perFrame, symbols);
        const double cost = medianOf(rounds, [&] { return decodeAndKeep(feed); });
        curve.points.push_back({ double(symbols), cost * 1e6 / double(messages) });
    }
    return curve;
}

std::vector<Candle> yearsOfBars(int years)
{
    const std::vector<Candle> &pattern = benchBars();
    std::vector<Candle> bars;
    bars.reserve(std::size_t(years) * barsAYear);
    Timestamp start = pattern.front().start;
    for (qsizetype i = 0; i < years * barsAYear; ++i, start += 1min) {
        bars.push_back(pattern[std::size_t(i) % pattern.size()]);
        bars.back().start = start;
    }
    return bars;
}

void show(ChartSeries &series, std::vector<Candle> bars)
{
    series.setInstrument(u"SPY"_s, Timeframe(1, TimeUnit::Minute));
    ChartUpdate update;
    update.reset = true;
    update.history = ChartUpdate::History::Complete;
    update.bars = std::move(bars);
    series.apply(update);
}

Curve againstHistory()
{
    Curve curve { u"history"_s,
                  u"Painting a chart with all its history in view"_s,
                  u"years of minute bars"_s,
                  u"ms a picture"_s,
                  false,
                  {} };
    for (const int years : { 1, 2, 5, 10, 15, 20 }) {
        ChartSeries series;
        show(series, yearsOfBars(years));
        PriceChart chart;
        chart.resize(1'600, 900);
        chart.setSeries(&series);
        showPainted(chart);
        for (int i = 0; i < 40; ++i)
            chart.zoomOut();
        const double cost
            = medianOf(15, [&] { return nanoseconds([&] { chart.picture(); }) / 1e6; });
        curve.points.push_back({ double(years), cost });
    }
    return curve;
}

Curve againstCharts()
{
    Curve curve { u"charts"_s, u"A tick of the last bar, by the number of charts"_s,
                  u"charts"_s, u"ms a tick for all"_s,
                  false,       {} };
    const std::vector<Candle> bars = yearsOfBars(1);
    for (const int count : { 1, 2, 4, 8, 12, 16 }) {
        std::vector<std::unique_ptr<ChartSeries>> series;
        std::vector<std::unique_ptr<PriceChart>> charts;
        for (int i = 0; i < count; ++i) {
            show(*series.emplace_back(std::make_unique<ChartSeries>()), bars);
            PriceChart &chart = *charts.emplace_back(std::make_unique<PriceChart>());
            chart.resize(800, 450);
            chart.setSeries(series.back().get());
            showPainted(chart);
        }
        Candle last = bars.back();
        const auto tick = [&] {
            last.close = last.close == last.high ? last.low : last.high;
            ChartUpdate update;
            update.history = ChartUpdate::History::Complete;
            update.bars = { last };
            for (const std::unique_ptr<ChartSeries> &own : series)
                own->apply(update);
            paintPosted();
        };
        tick();
        const double cost = medianOf(41, [&] { return nanoseconds(tick) / 1e6; });
        curve.points.push_back({ double(count), cost });
    }
    return curve;
}

void style(QCPAxis &axis, const QString &title, double highest)
{
    axis.setLabel(title);
    axis.setRange(0, highest);
    axis.grid()->setPen(QPen(QColor(0, 0, 0, 30)));
}

} // namespace

std::vector<Curve> measureCurves()
{
    return { againstEvents(), againstSymbols(), againstHistory(), againstCharts() };
}

bool draw(const Curve &curve, const QString &folder)
{
    QVector<double> x;
    QVector<double> y;
    for (const Curve::Point &point : curve.points) {
        x.append(point.x);
        y.append(point.y);
    }
    QCustomPlot plot;
    QCPGraph *graph = plot.addGraph();
    graph->setData(x, y);
    graph->setPen(QPen(QColor(0x2f, 0x6f, 0xde), 2));
    graph->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, 6));
    plot.plotLayout()->insertRow(0);
    plot.plotLayout()->addElement(0, 0, new QCPTextElement(&plot, curve.title, plot.font()));
    style(*plot.xAxis, curve.xTitle, x.last() * 1.05);
    style(*plot.yAxis, curve.yTitle, *std::max_element(y.begin(), y.end()) * 1.15);
    if (curve.logX) {
        plot.xAxis->setScaleType(QCPAxis::stLogarithmic);
        plot.xAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
        plot.xAxis->setRange(x.first() * 0.8, x.last() * 1.3);
    }
    constexpr QSize size(560, 300);
    QSvgGenerator svg;
    svg.setFileName(folder + u"/curve-"_s + curve.name + u".svg"_s);
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(0, 0), size));
    svg.setTitle(curve.title);
    QCPPainter painter;
    if (!painter.begin(&svg))
        return false;
    plot.toPainter(&painter, size.width(), size.height());
    return painter.end();
}

} // namespace tapeline
