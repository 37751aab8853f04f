#pragma once

#include "issuelist.h"
#include "marketevent.h"

#include <optional>

namespace tapeline {

/// What the sizes of a stock quote count.
enum class SizeUnit : quint8 { Shares, RoundLots };

/// What the live service's quotes count (execution.md B.2): shares since 2025-11-03.
SizeUnit liveSizeUnit(Timestamp time);
/// The round lot of a stock, by its price (execution.md B.2).
int roundLot(Price price);

/// V-25: sizes count what they are said to, day by day. No best quote is smaller than a round lot,
/// so shares below it are lots; and lots that are all whole hundreds are shares.
class SizeUnits
{
public:
    /// claimed: nothing: what the live service counts on each day.
    explicit SizeUnits(std::optional<SizeUnit> claimed)
        : m_claimed(claimed)
    {
    }

    /// day: any number that tells days apart.
    void add(const Quote &quote, qint64 day);
    /// One for each day that does not fit.
    void addIssues(IssueList &issues) const;

private:
    struct Day
    {
        Timestamp first {};
        qint64 sizes = 0;
        qint64 belowLot = 0;
        qint64 hundreds = 0;
    };

    void addSize(Qty size, Price price);
    SizeUnit claimOf(const Day &day) const { return m_claimed.value_or(liveSizeUnit(day.first)); }
    bool isWrong(const Day &day) const;
    void tell(const Day &day, IssueList &issues) const;

    std::optional<SizeUnit> m_claimed;
    qint64 m_dayNumber = -1;
    Day m_day;
    IssueList m_issues; // of days that are over
};

} // namespace tapeline
