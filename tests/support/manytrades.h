#pragma once

#include "journalsamples.h"
#include "tradearchive.h"

namespace tapeline::test {

/// So many sample trades, each with so many fills: the same for the same seed. By their keys.
inline std::vector<FormedTrade> manyTrades(int count, int fills, quint64 seed = 12)
{
    JournalSamples samples = journalSamples(count, seed);
    std::ranges::sort(samples.trades,
                      [](const TradeRecord &a, const TradeRecord &b) { return a.key < b.key; });
    SplitMix64 random(seed);
    std::vector<FormedTrade> trades;
    trades.reserve(samples.trades.size());
    for (TradeRecord &record : samples.trades) {
        FormedTrade formed { std::move(record), {} };
        formed.record.executions = fills;
        for (int i = 0; i < fills; ++i) {
            TradeExecution fill;
            fill.sequence = formed.record.key.number * 1'000 + quint64(i);
            fill.at = formed.record.openedAt + std::chrono::seconds(i);
            fill.symbol = formed.record.symbol;
            fill.side = i < fills / 2 ? Side::Buy : Side::Sell;
            fill.qty = Qty::whole(1 + qint64(random.below(100)));
            fill.price = samples::cents(100 + double(random.below(5'000)) / 100);
            fill.fee = samples::moneyCents(double(random.below(100)) / 100);
            fill.order = QStringLiteral("o-%1").arg(fill.sequence / 4);
            fill.orderEvent = fill.sequence * 3;
            formed.executions.push_back(std::move(fill));
        }
        trades.push_back(std::move(formed));
    }
    return trades;
}

/// Stores them as the builder does, some hundred in a commit. False when one is refused.
inline bool storeAll(TradeArchive &archive, const std::vector<FormedTrade> &trades)
{
    constexpr std::size_t atOnce = 500;
    for (std::size_t from = 0; from < trades.size(); from += atOnce) {
        const std::span part
            = std::span(trades).subspan(from, std::min(atOnce, trades.size() - from));
        const TradeKey &last = part.back().record.key;
        if (!archive.store(last.account, { .books = last.number, .version = 1 }, part))
            return false;
    }
    return true;
}

} // namespace tapeline::test
