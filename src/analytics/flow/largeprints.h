#pragma once

#include "marketevent.h"
#include "money.h"

#include <vector>

namespace tapeline {

/// A percentile by nearest rank of all values so far; O(log n) a value.
class RunningPercentile
{
public:
    /// percent: 1 to 99.
    explicit RunningPercentile(int percent)
        : m_percent(percent)
    {
    }
    void add(qint64 value);
    /// The smallest value that at least `percent` of all do not exceed. There is at least one.
    qint64 value() const { return m_upper.front(); }
    qint64 count() const { return qint64(m_lower.size()) + qint64(m_upper.size()); }
    void clear();

private:
    int m_percent;
    std::vector<qint64> m_lower; // heap: the greatest is in front
    std::vector<qint64> m_upper; // heap: the smallest is in front, and is the percentile
};

struct LargePrintRules
{
    Qty minSize = Qty::whole(10'000);
    int percentile = 99; ///< of the sizes of the day so far
    Money minValue = Money::whole(200'000);
};

/// Prints that stand out: of at least minSize and the percentile of the day, or of minValue. One
/// instrument; the day is Eastern.
class LargePrints
{
public:
    explicit LargePrints(const LargePrintRules &rules = {});

    /// Counts the print, and says whether it is large.
    bool add(const Trade &trade);
    /// The size from which on a print is large, value aside, by those that were added.
    Qty sizeLimit() const;

private:
    LargePrintRules m_rules;
    RunningPercentile m_sizes;
    Timestamp m_dayEnd = Timestamp::min();
};

} // namespace tapeline
