#pragma once

#include "assetclass.h"
#include "candle.h"
#include "issuelist.h"

namespace tapeline {

/// A bar as its source wrote it.
struct BarRecord
{
    Candle bar;
    bool isUnreadable = false; ///< a number that is none, not finite, or beyond its type: V-04
    bool isRounded = false; ///< digits beyond the types' units were lost: V-22
    qint64 writtenTime = 0; ///< of the start, in the source's unit (V-24); 0: not known
};

/// Which kinds of fault one bar has.
struct BarFaults
{
    bool isFatal = false; ///< the record cannot be used
    bool isError = false;
    bool isWarning = false;

    bool isFaulty() const { return isFatal || isError; }
    void note(IssueSeverity severity)
    {
        isFatal |= severity == IssueSeverity::Fatal;
        isError |= severity == IssueSeverity::Error;
        isWarning |= severity == IssueSeverity::Warning;
    }
};

/// The rules that look at one bar alone: V-04, V-05, V-06, V-07 (a range without volume) and V-22.
/// A bar that one rule finds unusable is not asked about the next.
class BarChecks
{
public:
    explicit BarChecks(AssetClass assetClass)
        : m_assetClass(assetClass)
    {
    }

    BarFaults check(const BarRecord &record, IssueList &issues) const;

private:
    bool checkNumbers(const BarRecord &record, IssueList &issues) const;
    bool checkRange(const Candle &bar, IssueList &issues) const;
    bool checkAverage(const Candle &bar, IssueList &issues) const;
    bool checkSilence(const Candle &bar, IssueList &issues) const;

    AssetClass m_assetClass;
};

} // namespace tapeline
