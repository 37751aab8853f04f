#include "indicatorlist.h"
#include "nodepeer.h"
#include "rows.h"
#include "splitmix64.h"
#include "stopwatch.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t barCount = 200'000;
constexpr int rounds = 7;
constexpr int nodeBars = 50'000;
constexpr int nodeRounds = 5;

double uniform(SplitMix64 &random)
{
    return double(random.next() >> 11) * 0x1p-53;
}

/// Minutes of a stock, 390 a day.
std::vector<IndicatorBar> makeBars()
{
    SplitMix64 random(12'345);
    std::vector<IndicatorBar> bars(barCount);
    double price = 100;
    for (std::size_t i = 0; i < barCount; ++i) {
        IndicatorBar &bar = bars[i];
        bar.day = qint64(i / 390);
        bar.start = Timestamp(std::chrono::days(bar.day) + std::chrono::hours(14)
                              + std::chrono::minutes(i % 390));
        bar.open = price;
        bar.close = price = std::max(1.0, price + uniform(random) - 0.5);
        bar.high = std::max(bar.open, bar.close) + uniform(random) / 4;
        bar.low = std::min(bar.open, bar.close) - uniform(random) / 4;
        bar.volume = double(100 + random.below(10'000));
    }
    return bars;
}

/// Those that js/indicators.mjs computes too.
std::vector<IndicatorSpec> sharedSpecs()
{
    return { { u"sma"_s, { 20 } },
             { u"ema"_s, { 20 } },
             { u"wma"_s, { 20 } },
             { u"smma"_s, { 14 } },
             { u"rsi"_s, { 14 } },
             { u"macd"_s, { 12, 26, 9 } },
             { u"bollinger"_s, { 20, 2 } },
             { u"roc"_s, { 12 } },
             { u"trix"_s, { 18 } },
             { u"stddev"_s, { 20 } },
             { u"stochrsi"_s, { 14, 14, 3, 3 } },
             { u"stochastic"_s, { 14, 1, 3 } },
             { u"atr"_s, { 14 } },
             { u"adx"_s, { 14 } },
             { u"cci"_s, { 20 } },
             { u"williamsr"_s, { 14 } },
             { u"psar"_s, { 0.02, 0.2 } },
             { u"obv"_s, {} },
             { u"ad"_s, {} },
             { u"mfi"_s, { 14 } },
             { u"awesome"_s, { 5, 34 } },
             { u"force"_s, { 13 } } };
}

std::vector<IndicatorSpec> allSpecs()
{
    std::vector<IndicatorSpec> specs;
    for (const IndicatorInfo *info : allIndicators())
        specs.push_back({ QString::fromLatin1(info->id), {} });
    return specs;
}

/// Nanoseconds a bar of all of them together, bar after bar as a stream gives them; 0 when one
/// gives no value.
double runTogether(const std::vector<IndicatorSpec> &specs, std::span<const IndicatorBar> bars)
{
    std::vector<double> times;
    for (int round = 0; round <= rounds; ++round) {
        std::vector<std::unique_ptr<Indicator>> indicators;
        for (const IndicatorSpec &spec : specs)
            indicators.push_back(std::move(*makeIndicator(spec)));
        std::array<double, 8> values {};
        qint64 kept = 0;
        const double time = nanoseconds([&] {
            for (const IndicatorBar &bar : bars)
                for (const auto &indicator : indicators) {
                    indicator->add(bar, values);
                    kept += std::isnan(values[0]) ? 0 : 1;
                }
        });
        // Few have gaps, and warm-ups are short
        if (kept < qint64(bars.size() * specs.size()) * 3 / 4)
            return 0;
        if (round > 0)
            times.push_back(time / double(bars.size()));
    }
    return median(times);
}

Measurement besideNode(double ours, std::size_t count)
{
    Measurement row;
    row.row = u"indicators"_s;
    row.variant = u"%1 of them, bar by bar"_s.arg(count);
    row.peer = u"technicalindicators (node)"_s;
    row.unit = u"ns/value"_s;
    row.ours = ours / double(count);
    row.bound = { Bound::Kind::Faster, 5, 2 };
    row.failed = ours == 0;
    const Result<QJsonObject> answer = nodepeer::run(
        u"indicators.mjs"_s, { QString::number(nodeBars), QString::number(nodeRounds) });
    if (answer && (*answer)[u"indicators"_s].toInt() == int(count))
        row.peers = (*answer)[u"ns_per_value"_s].toDouble();
    else
        row.note = answer ? u"the peer computed other indicators"_s : answer.error().detail;
    row.peerIsMissing = row.peers == 0;
    return row;
}

Measurement allOfThem(double ours, std::size_t count)
{
    Measurement row;
    row.row = u"indicators"_s;
    row.variant = u"all %1, with their first parameters"_s.arg(count);
    row.unit = u"ns/bar"_s;
    row.ours = ours;
    row.bound = { Bound::Kind::Below, 3'000, 6'000 };
    row.failed = ours == 0;
    return row;
}

} // namespace

Measurements bench::indicators()
{
    const std::vector<IndicatorBar> bars = makeBars();
    const std::vector<IndicatorSpec> shared = sharedSpecs();
    const std::vector<IndicatorSpec> all = allSpecs();
    return { besideNode(runTogether(shared, bars), shared.size()),
             allOfThem(runTogether(all, bars), all.size()) };
}

} // namespace tapeline
