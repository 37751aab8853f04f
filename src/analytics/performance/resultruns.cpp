#include "resultruns.h"

#include <cstdlib>

namespace tapeline {

namespace {

void count(ResultRuns &runs, qint64 run)
{
    if (run == 0)
        return;
    std::vector<qint64> &counts = run > 0 ? runs.wins : runs.losses;
    const auto length = std::size_t(std::abs(run));
    if (counts.size() < length)
        counts.resize(length);
    ++counts[length - 1];
}

} // namespace

ResultRuns resultRuns(std::span<const TradeResult> trades)
{
    ResultRuns runs;
    for (const TradeResult &trade : trades) {
        const Money net = trade.net();
        const int sign = net > Money() ? 1 : net < Money() ? -1 : 0;
        if (sign == 0 || (runs.last > 0) != (sign > 0)) {
            count(runs, runs.last);
            runs.last = 0;
        }
        runs.last += sign;
    }
    count(runs, runs.last);
    return runs;
}

} // namespace tapeline
