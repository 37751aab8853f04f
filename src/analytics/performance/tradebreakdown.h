#pragma once

#include "tradestatistics.h"

#include <QString>

#include <span>
#include <vector>

namespace tapeline {

/// By what trades are put into groups. The words of the user and names come first; the others are
/// buckets, numbered.
enum class TradeBreakdown : quint8 {
    Tag, ///< a trade with two tags is in two groups: sums of groups exceed the whole
    Setup,
    Mistake, ///< as tags
    Symbol,
    Account,
    Side, ///< bucket: TradeDirection
    Hour, ///< bucket: hour of the opening, Eastern, 0 to 23
    Weekday, ///< bucket: of the opening, Eastern, 1 (Monday) to 7
    HoldingTime, ///< bucket by edges in seconds
    Price, ///< bucket by edges in currency, of the mean entry price
    Volume, ///< bucket by edges of relative volume at the entry
    Regime, ///< bucket: MarketRegime at the entry
    SessionPart, ///< bucket: SessionPart of the entry
};

constexpr int tradeBreakdownCount = 13;

/// Whether its groups are words, else buckets.
constexpr bool isByWords(TradeBreakdown breakdown)
{
    return breakdown <= TradeBreakdown::Account;
}

/// Where buckets that are ranges end: bucket i holds what is below edge i and not below edge i - 1;
/// one more holds the rest. Empty for others.
std::span<const double> bucketEdges(TradeBreakdown breakdown);

struct TradeGroup
{
    static constexpr int unknown = -1;

    QString text {}; ///< the word, as it was first written; empty: trades that have none
    int bucket = unknown; ///< unknown: what it goes by was not known of these trades
    std::vector<TradeResult> results {}; ///< in the order of closing
    TradeStatistics statistics {};
};

/// The bucket of a trade; unknown where it is not known what it goes by, and of words.
int tradeBucket(const TradeRecord &trade, TradeBreakdown breakdown);
/// Whether a trade belongs to a group, by its word or bucket.
bool isInGroup(const StudiedTrade &trade, TradeBreakdown breakdown, const TradeGroup &group);

/// Groups of trades with their figures. Words are one without regard to case; of most trades first,
/// then by the alphabet. Buckets ascend, the unknown last. Empty groups are left out.
std::vector<TradeGroup> tradeGroups(std::span<const StudiedTrade> trades, TradeBreakdown breakdown);

} // namespace tapeline
