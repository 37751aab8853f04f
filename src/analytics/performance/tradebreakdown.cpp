#include "tradebreakdown.h"

#include "easterntime.h"
#include "marketregime.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace tapeline {

namespace {

constexpr std::array holdingEdges { 60.0, 300.0, 900.0, 3'600.0, 14'400., 86'400.0, 432'000.0 };
constexpr std::array priceEdges { 1.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0 };
constexpr std::array volumeEdges { 0.5, 0.8, 1.2, 2.0, 5.0 };

int bucketOf(double value, std::span<const double> edges)
{
    return int(std::upper_bound(edges.begin(), edges.end(), value) - edges.begin());
}

/// Groups by words, found by their spelling.
class WordGroups
{
public:
    explicit WordGroups(bool ignoresCase)
        : m_ignoresCase(ignoresCase)
    {
    }

    void add(const QString &word, const TradeResult &result)
    {
        m_groups[indexOf(word)].results.push_back(result);
    }
    /// A trade is in a group once, however often it has the word.
    void add(const QStringList &words, const TradeResult &result)
    {
        std::vector<std::size_t> added;
        for (const QString &word : words) {
            const std::size_t index = indexOf(word);
            if (std::find(added.begin(), added.end(), index) != added.end())
                continue;
            added.push_back(index);
            m_groups[index].results.push_back(result);
        }
        if (words.isEmpty())
            add(QString(), result);
    }
    std::vector<TradeGroup> take() { return std::move(m_groups); }

private:
    std::size_t indexOf(const QString &word)
    {
        if (const auto known = m_bySpelling.constFind(word); known != m_bySpelling.cend())
            return *known;
        const QString folded = m_ignoresCase ? word.toCaseFolded() : word;
        auto known = m_byWord.constFind(folded);
        if (known == m_byWord.cend()) {
            known = m_byWord.insert(folded, m_groups.size());
            m_groups.push_back({ word });
        }
        m_bySpelling.insert(word, *known);
        return *known;
    }

    bool m_ignoresCase;
    QHash<QString, std::size_t> m_bySpelling;
    QHash<QString, std::size_t> m_byWord;
    std::vector<TradeGroup> m_groups;
};

std::vector<TradeGroup> byWords(std::span<const StudiedTrade> trades, TradeBreakdown breakdown)
{
    const bool isName = breakdown == TradeBreakdown::Symbol || breakdown == TradeBreakdown::Account;
    WordGroups groups(!isName);
    for (const StudiedTrade &trade : trades) {
        if (breakdown == TradeBreakdown::Tag)
            groups.add(trade.notes->tags, trade.result);
        else if (breakdown == TradeBreakdown::Mistake)
            groups.add(trade.notes->mistakes, trade.result);
        else if (breakdown == TradeBreakdown::Setup)
            groups.add(trade.notes->setup, trade.result);
        else if (breakdown == TradeBreakdown::Symbol)
            groups.add(trade.record->symbol, trade.result);
        else
            groups.add(trade.record->key.account, trade.result);
    }
    std::vector<TradeGroup> made = groups.take();
    std::sort(made.begin(), made.end(), [](const TradeGroup &a, const TradeGroup &b) {
        return a.results.size() != b.results.size() ? a.results.size() > b.results.size()
                                                    : a.text < b.text;
    });
    return made;
}

std::vector<TradeGroup> byBuckets(std::span<const StudiedTrade> trades, TradeBreakdown breakdown)
{
    std::vector<TradeGroup> buckets(1); // the first is the unknown one
    for (const StudiedTrade &trade : trades) {
        const auto place = std::size_t(tradeBucket(*trade.record, breakdown) + 1);
        if (place >= buckets.size())
            buckets.resize(place + 1);
        buckets[place].results.push_back(trade.result);
    }
    for (std::size_t i = 0; i < buckets.size(); ++i)
        buckets[i].bucket = int(i) - 1;
    std::rotate(buckets.begin(), buckets.begin() + 1, buckets.end());
    std::erase_if(buckets, [](const TradeGroup &group) { return group.results.empty(); });
    return buckets;
}

} // namespace

std::span<const double> bucketEdges(TradeBreakdown breakdown)
{
    switch (breakdown) {
    case TradeBreakdown::HoldingTime:
        return holdingEdges;
    case TradeBreakdown::Price:
        return priceEdges;
    case TradeBreakdown::Volume:
        return volumeEdges;
    case TradeBreakdown::Tag:
    case TradeBreakdown::Setup:
    case TradeBreakdown::Mistake:
    case TradeBreakdown::Symbol:
    case TradeBreakdown::Account:
    case TradeBreakdown::Side:
    case TradeBreakdown::Hour:
    case TradeBreakdown::Weekday:
    case TradeBreakdown::Regime:
    case TradeBreakdown::SessionPart:
        break;
    }
    return {};
}

int tradeBucket(const TradeRecord &trade, TradeBreakdown breakdown)
{
    switch (breakdown) {
    case TradeBreakdown::Side:
        return int(trade.direction);
    case TradeBreakdown::Hour:
        return int(easterntime::timeOfDay(trade.openedAt) / 1h);
    case TradeBreakdown::Weekday:
        return easterntime::date(trade.openedAt).dayOfWeek();
    case TradeBreakdown::HoldingTime:
        return bucketOf(std::chrono::duration<double>(trade.closedAt - trade.openedAt).count(),
                        holdingEdges);
    case TradeBreakdown::Price:
        return trade.entryPrice ? bucketOf(trade.entryPrice->toDouble(), priceEdges)
                                : TradeGroup::unknown;
    case TradeBreakdown::Volume:
        return trade.entry && trade.entry->relativeVolume
            ? bucketOf(*trade.entry->relativeVolume, volumeEdges)
            : TradeGroup::unknown;
    case TradeBreakdown::Regime: {
        const auto regime = trade.entry ? marketRegime(*trade.entry) : std::nullopt;
        return regime ? int(*regime) : TradeGroup::unknown;
    }
    case TradeBreakdown::SessionPart:
        return trade.entry ? int(trade.entry->part) : TradeGroup::unknown;
    case TradeBreakdown::Tag:
    case TradeBreakdown::Setup:
    case TradeBreakdown::Mistake:
    case TradeBreakdown::Symbol:
    case TradeBreakdown::Account:
        break;
    }
    return TradeGroup::unknown;
}

bool isInGroup(const StudiedTrade &trade, TradeBreakdown breakdown, const TradeGroup &group)
{
    const auto has = [&](const QStringList &words) {
        return group.text.isEmpty() ? words.isEmpty()
                                    : words.contains(group.text, Qt::CaseInsensitive);
    };
    switch (breakdown) {
    case TradeBreakdown::Tag:
        return has(trade.notes->tags);
    case TradeBreakdown::Mistake:
        return has(trade.notes->mistakes);
    case TradeBreakdown::Setup:
        return trade.notes->setup.compare(group.text, Qt::CaseInsensitive) == 0;
    case TradeBreakdown::Symbol:
        return trade.record->symbol == group.text;
    case TradeBreakdown::Account:
        return trade.record->key.account == group.text;
    default:
        return tradeBucket(*trade.record, breakdown) == group.bucket;
    }
}

std::vector<TradeGroup> tradeGroups(std::span<const StudiedTrade> trades, TradeBreakdown breakdown)
{
    std::vector<TradeGroup> groups
        = isByWords(breakdown) ? byWords(trades, breakdown) : byBuckets(trades, breakdown);
    for (TradeGroup &group : groups)
        group.statistics = tradeStatistics(group.results);
    return groups;
}

} // namespace tapeline
