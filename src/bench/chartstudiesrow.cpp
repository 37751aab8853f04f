#include "benchchart.h"
#include "chartstudies.h"
#include "indicatorlist.h"
#include "rows.h"
#include "stopwatch.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rounds = 21;
constexpr std::array<qsizetype, 4> views { 300, 2'000, 100'000, 1'000'000 };

/// Eight, nineteen lines of them: five over the prices, three in panes of their own.
constexpr std::array indicators { "ema"_L1,      "sma"_L1, "vwap"_L1, "bollinger"_L1,
                                  "ichimoku"_L1, "rsi"_L1, "macd"_L1, "stochastic"_L1 };

/// The longest time that the event loop stood still while their values were computed, in ns.
double addIndicators(BenchChart &chart)
{
    IndicatorSet &set = chart.chart().studies().set();
    double longest = 0;
    QElapsedTimer clock;
    for (const auto &id : indicators) {
        const IndicatorInfo *info = findIndicator(QString(id));
        clock.start();
        if (info)
            chart.chart().studies().add(
                { .spec = { id },
                  .pane = info->onPrices ? IndicatorChoice::pricePane : IndicatorChoice::newPane });
        longest = std::max(longest, double(clock.nsecsElapsed()));
    }
    while (set.isComputing()) {
        clock.start();
        QCoreApplication::processEvents();
        longest = std::max(longest, double(clock.nsecsElapsed()));
    }
    return longest;
}

} // namespace

Measurements bench::chartIndicators()
{
    BenchChart bare;
    BenchChart chart;
    const double longest = addIndicators(chart);
    Measurements rows;
    for (const qsizetype bars : views) {
        bare.showBars(bars);
        chart.showBars(bars);
        const std::vector<double> times
            = interleaved(rounds, { [&] { chart.panAndPaint(); }, [&] { bare.panAndPaint(); } });
        Measurement row;
        row.row = u"chart indicators"_s;
        row.variant = QLocale(QLocale::C).toString(qint64(bars)) + u" bars"_s;
        row.peer = u"without them"_s;
        row.unit = u"ms"_s;
        row.ours = times[0] / 1e6;
        row.peers = times[1] / 1e6;
        row.bound = { Bound::Kind::Below, 4, 8 };
        row.note = u"a panned frame with eight indicators, three in panes of their own"_s;
        rows.push_back(row);
    }
    Measurement slice;
    slice.row = u"chart indicators"_s;
    slice.variant = u"longest slice"_s;
    slice.unit = u"ms"_s;
    slice.ours = longest / 1e6;
    slice.bound = { Bound::Kind::Below, 16, 32 };
    slice.note = u"of the event loop while eight are computed over a million bars"_s;
    rows.push_back(slice);
    return rows;
}

} // namespace tapeline
