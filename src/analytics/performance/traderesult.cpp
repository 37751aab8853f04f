#include "traderesult.h"

#include "easterntime.h"

#include <algorithm>

namespace tapeline {

namespace {

/// Zero where the price is not known or the product does not fit.
Money valueAt(const std::optional<Price> &price, const TradeRecord &trade)
{
    if (!price)
        return {};
    const Money amount = notional(*price, trade.size, trade.multiplier).value_or(Money());
    return amount < Money() ? -amount : amount;
}

bool closesEarlier(const StudiedTrade &a, const StudiedTrade &b)
{
    return a.result.closedAt != b.result.closedAt ? a.result.closedAt < b.result.closedAt
                                                  : a.record->key < b.record->key;
}

template<typename Records, typename ToRecord>
std::vector<StudiedTrade> studied(const Records &records, const NotesOf &notes,
                                  const ToRecord &toRecord)
{
    std::vector<StudiedTrade> trades;
    trades.reserve(records.size());
    for (const auto &one : records) {
        const TradeRecord &record = toRecord(one);
        if (record.isOpen())
            continue;
        const TradeNotes &own = notes(record.key);
        trades.push_back({ &record, &own, tradeResult(record, countedRisk(record, own)) });
    }
    if (!std::is_sorted(trades.begin(), trades.end(), closesEarlier))
        std::sort(trades.begin(), trades.end(), closesEarlier);
    return trades;
}

} // namespace

QDate tradeDay(const TradeRecord &trade)
{
    return easterntime::date(trade.isOpen() ? trade.openedAt : trade.closedAt);
}

std::optional<Money> countedRisk(const TradeRecord &trade, const TradeNotes &notes)
{
    const std::optional<Money> &risk = notes.risk ? notes.risk : trade.risk;
    return risk && *risk > Money() ? risk : std::nullopt;
}

TradeResult tradeResult(const TradeRecord &trade, const std::optional<Money> &risk)
{
    TradeResult result;
    result.gross = trade.gross;
    result.fees = trade.fees;
    result.openedAt = trade.openedAt;
    result.closedAt = trade.closedAt;
    result.risk = risk;
    result.worst = trade.worst;
    result.best = trade.best;
    result.isExcursionRough = trade.isExcursionRough;
    result.strictNet = trade.strictNet;
    result.entered = valueAt(trade.entryPrice, trade);
    result.traded = result.entered + valueAt(trade.exitPrice, trade);
    return result;
}

std::vector<StudiedTrade> studiedTrades(std::span<const TradeRecord> trades, const NotesOf &notes)
{
    return studied(trades, notes,
                   [](const TradeRecord &record) -> const TradeRecord & { return record; });
}

std::vector<StudiedTrade> studiedTrades(std::span<const TradeRecord *const> trades,
                                        const NotesOf &notes)
{
    return studied(trades, notes,
                   [](const TradeRecord *record) -> const TradeRecord & { return *record; });
}

std::vector<TradeResult> resultsOf(std::span<const StudiedTrade> trades)
{
    std::vector<TradeResult> results;
    results.reserve(trades.size());
    for (const StudiedTrade &trade : trades)
        results.push_back(trade.result);
    return results;
}

} // namespace tapeline
