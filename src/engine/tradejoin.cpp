#include "tradejoin.h"

#include "markethours.h"

#include <QSet>

#include <algorithm>

namespace tapeline {

namespace {

TapePrint backfilled(const Trade &trade)
{
    TapePrint print;
    print.trade = trade;
    print.origin = PrintOrigin::Backfill;
    return print;
}

/// In the order of the feed: by day and number, or by time where not all have a number.
void sortAsFed(std::vector<TapePrint> &prints, AssetClass assetClass)
{
    const auto dayOf = [assetClass](const TapePrint &print) {
        return markethours::tradingDay(assetClass, print.trade.time);
    };
    const bool numbered = std::all_of(prints.begin(), prints.end(), [](const TapePrint &print) {
        return print.trade.sequence != 0;
    });
    const auto byNumber = [&dayOf](const TapePrint &a, const TapePrint &b) {
        return std::pair(dayOf(a), a.trade.sequence) < std::pair(dayOf(b), b.trade.sequence);
    };
    const auto byTime
        = [](const TapePrint &a, const TapePrint &b) { return a.trade.time < b.trade.time; };
    if (numbered)
        std::stable_sort(prints.begin(), prints.end(), byNumber);
    else
        std::stable_sort(prints.begin(), prints.end(), byTime);
}

} // namespace

std::vector<TapePrint> joinTrades(const TradesSeen &seen, std::span<const Trade> fetched,
                                  std::vector<TapePrint> held, AssetClass assetClass)
{
    QSet<std::pair<QDate, quint64>> streamed;
    for (const TapePrint &print : held)
        streamed.insert(
            { markethours::tradingDay(assetClass, print.trade.time), print.trade.sequence });

    std::vector<TapePrint> joined;
    joined.reserve(fetched.size() + held.size());
    for (const Trade &trade : fetched) {
        const QDate day = markethours::tradingDay(assetClass, trade.time);
        const bool known = trade.sequence == 0 ? trade.time <= seen.newest
                                               : seen.sequences.knows(day, trade.sequence)
                || streamed.contains({ day, trade.sequence });
        if (!known)
            joined.push_back(backfilled(trade));
    }
    for (TapePrint &print : held)
        if (print.trade.sequence != 0 || fetched.empty() || print.trade.time > fetched.back().time)
            joined.push_back(std::move(print));
    sortAsFed(joined, assetClass);
    return joined;
}

} // namespace tapeline
