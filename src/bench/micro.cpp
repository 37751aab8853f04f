// The small things that everything else is made of, one at a time, with Google Benchmark: for
// whoever changes one of them. Budgets are tapeline-bench's.

#include "feedframes.h"
#include "glyphcache.h"
#include "ohlcpyramid.h"
#include "price.h"
#include "splitmix64.h"
#include "streamdecoder.h"
#include "tradeconditions.h"

#include <QGuiApplication>
#include <QPainter>

#include <benchmark/benchmark.h>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

void parsePrice(benchmark::State &state)
{
    std::string_view text("187.3425");
    for (auto _ : state) {
        benchmark::DoNotOptimize(text);
        benchmark::DoNotOptimize(Price::parseFeed(text));
    }
}
BENCHMARK(parsePrice);

void judgeConditions(benchmark::State &state)
{
    TradeConditions conditions { condition::formT, condition::intermarketSweep, condition::oddLot };
    for (auto _ : state) {
        benchmark::DoNotOptimize(conditions);
        benchmark::DoNotOptimize(tradeUpdate(conditions, true));
    }
}
BENCHMARK(judgeConditions);

std::vector<OhlcRun> someBars(qsizetype count)
{
    SplitMix64 random(7);
    std::vector<OhlcRun> bars(std::size_t(count), OhlcRun {});
    for (OhlcRun &bar : bars) {
        bar.open = 100 + random.uniform();
        bar.close = 100 + random.uniform();
        bar.high = std::max(bar.open, bar.close) + random.uniform();
        bar.low = std::min(bar.open, bar.close) - random.uniform();
        bar.volume = random.uniform();
    }
    return bars;
}

OhlcPyramid pyramidOf(qsizetype count)
{
    OhlcPyramid pyramid;
    pyramid.append(someBars(count));
    return pyramid;
}

void askPyramid(benchmark::State &state)
{
    const qsizetype count = state.range(0);
    const OhlcPyramid pyramid = pyramidOf(count);
    qsizetype first = 0;
    for (auto _ : state) {
        first = (first + 7'919) % (count / 2);
        benchmark::DoNotOptimize(pyramid.over(first, first + count / 2));
    }
}
BENCHMARK(askPyramid)->Arg(1'000)->Arg(1'000'000);

void updateTail(benchmark::State &state)
{
    OhlcPyramid pyramid = pyramidOf(state.range(0));
    const std::vector<OhlcRun> bars = someBars(16);
    std::size_t next = 0;
    for (auto _ : state)
        pyramid.replace(pyramid.size() - 1, bars[next++ % bars.size()]);
    benchmark::DoNotOptimize(pyramid.over(0, pyramid.size()));
}
BENCHMARK(updateTail)->Arg(1'000)->Arg(1'000'000);

void drawPriceText(benchmark::State &state)
{
    QImage picture(200, 40, QImage::Format_RGB32);
    picture.fill(Qt::black);
    QPainter painter(&picture);
    GlyphCache glyphs;
    const QRect cell(0, 0, 200, 40);
    for (auto _ : state)
        glyphs.draw(painter, cell, Qt::AlignRight, u"187.34", Qt::white);
}
BENCHMARK(drawPriceText);

void decodeFrame(benchmark::State &state)
{
    const FeedFrames feed = FeedFrames::make(100, static_cast<int>(state.range(0)), 50);
    SymbolTable symbols;
    StreamDecoder decoder(symbols);
    EventBatch batch;
    for (auto _ : state) {
        batch.clear();
        if (!decoder.decode(feed.frames.front().bytes, batch))
            return state.SkipWithError("the frame was refused");
    }
    state.SetItemsProcessed(state.iterations() * feed.frames.front().messages);
}
BENCHMARK(decodeFrame)->Arg(1)->Arg(100);

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv); // fonts
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    benchmark::RunSpecifiedBenchmarks();
}
