#include "benchrows.h"

#include "rows.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

const std::vector<BenchRow> &benchRows()
{
    static const std::vector<BenchRow> rows {
        { u"decode"_s, bench::decode },
        { u"socket to market state"_s, bench::socketToState },
        { u"state per event"_s, bench::statePerEvent },
        { u"order flow per trade"_s, bench::flowPerTrade },
        { u"indicators"_s, bench::indicators },
        { u"hand-over to the window"_s, bench::handOver },
        { u"order to acknowledgement"_s, bench::orderToAcknowledgement },
        { u"order click to acknowledged"_s, bench::clickToAcknowledged },
        { u"quote to fill"_s, bench::quoteToFill },
        { u"journal write"_s, bench::paperCommits },
        { u"option chain"_s, bench::optionChain },
        { u"load 1 M bars from the cache"_s, bench::cacheLoad },
        { u"stream to screen"_s, bench::streamToScreen },
        { u"1 M messages/s for 10 s"_s, bench::millionASecond },
        { u"chart paint"_s, bench::chartPaint },
        { u"chart indicators"_s, bench::chartIndicators },
        { u"chart tail"_s, bench::chartTail },
        { u"chart crosshair"_s, bench::chartCrosshair },
        { u"chart drawings"_s, bench::chartDrawings },
        { u"line of 1 M points"_s, bench::longLine },
        { u"footprint"_s, bench::footprint },
        { u"heat map, one new column"_s, bench::heatMapColumn },
        { u"ladder tick"_s, bench::ladderTick },
        { u"tape tick"_s, bench::tapeTick },
        { u"watchlist tick"_s, bench::watchlistTick },
        { u"workspace frame"_s, bench::workspaceFrame },
        { u"first paint, warm"_s, bench::firstPaint },
        { u"memory"_s, bench::memory },
        { u"the chart again"_s, bench::webChart, true },
    };
    return rows;
}

} // namespace tapeline
