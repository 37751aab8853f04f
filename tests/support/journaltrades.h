#pragma once

#include "easterntime.h"
#include "splitmix64.h"
#include "tradenotes.h"

#include <map>
#include <vector>

namespace tapeline::test {

/// Many closed trades of one account with what is written about them: results like a day trader's,
/// a third of them without a stop, words and moments of the market for every breakdown.
struct JournalTrades
{
    std::vector<TradeRecord> records {};
    std::map<TradeKey, TradeNotes> notes {};

    const TradeNotes &notesOf(const TradeKey &key) const
    {
        static const TradeNotes none;
        const auto found = notes.find(key);
        return found == notes.end() ? none : found->second;
    }
};

/// Four an hour from 2024 on, at the times of regular sessions.
inline JournalTrades journalTrades(int count, quint64 seed = 1)
{
    static const QStringList symbols { QStringLiteral("AAPL"), QStringLiteral("SPY"),
                                       QStringLiteral("TSLA"), QStringLiteral("NVDA") };
    static const QStringList words { QStringLiteral("opening range"), QStringLiteral("pullback"),
                                     QStringLiteral("breakout"), QStringLiteral("news") };
    static const QStringList mistakes { QStringLiteral("chased"), QStringLiteral("no stop") };
    JournalTrades made;
    made.records.reserve(std::size_t(count));
    SplitMix64 draw(seed);
    QDate day(2024, 1, 2);
    for (int i = 0; i < count; ++i) {
        if (i > 0 && i % 24 == 0)
            day = day.addDays(day.dayOfWeek() == 5 ? 3 : 1);
        TradeRecord trade;
        trade.key = { QStringLiteral("simulated/Paper"), quint64(i + 1) };
        trade.symbol = symbols[qsizetype(draw.below(4))];
        trade.symbols = { trade.symbol };
        trade.direction = draw.below(3) == 0 ? TradeDirection::Short : TradeDirection::Long;
        trade.size = Qty::whole(1 + qint64(draw.below(500)));
        trade.openedAt = easterntime::at(day, 9h + 30min + (i % 24) * 15min)
            + Duration(std::chrono::seconds(draw.below(600)));
        trade.closedAt = trade.openedAt + std::chrono::seconds(5 + draw.below(20'000));
        trade.entryPrice = Price::fromUnits(qint64(10'000 + draw.below(4'000'000)) * 1'000'000);
        const auto cents = qint64(draw.below(40'000)) - 18'500;
        trade.gross = Money::fromUnits(cents * 10'000);
        trade.fees = Money::fromUnits(qint64(draw.below(300)) * 10'000);
        trade.exitPrice = *trade.entryPrice + Price::fromUnits(cents * 1'000'000);
        if (draw.below(3) > 0)
            trade.risk = Money::fromUnits(qint64(2'000 + draw.below(15'000)) * 10'000);
        if (draw.below(10) > 0) {
            const Money zero;
            trade.worst = std::min(trade.gross, zero)
                - Money::fromUnits(qint64(draw.below(8'000)) * 10'000);
            trade.best = std::max(trade.gross, zero)
                + Money::fromUnits(qint64(draw.below(9'000)) * 10'000);
        }
        if (draw.below(5) > 0) {
            MarketMoment entry;
            entry.at = trade.openedAt;
            entry.part = SessionPart::Regular;
            entry.last = trade.entryPrice;
            entry.vwap = trade.entryPrice->toDouble() + draw.uniform() - 0.5;
            entry.atr = 1 + draw.uniform();
            entry.relativeVolume = 3 * draw.uniform();
            trade.entry = entry;
        }
        trade.executions = 2;
        TradeNotes notes;
        notes.setup = draw.below(5) == 0 ? QString() : words[qsizetype(draw.below(4))];
        if (draw.below(2) == 0)
            notes.tags = { words[qsizetype(draw.below(4))], words[qsizetype(draw.below(4))] };
        if (draw.below(8) == 0)
            notes.mistakes = { mistakes[qsizetype(draw.below(2))] };
        made.notes[trade.key] = notes;
        made.records.push_back(std::move(trade));
    }
    return made;
}

} // namespace tapeline::test
