#pragma once

#include "barchecks.h"

namespace tapeline {

/// V-18: thirty and more bars that close alike although shares change hands: a feed that repeats
/// itself. Whether the symbol is liquid enough to mean that is known when all were seen.
class FlatLines
{
public:
    static constexpr qint64 fewestBars = 30;

    /// isRegular: in regular hours; others are quiet by nature and end nothing.
    void check(const Candle &bar, bool isRegular);
    void begin() { m_length = 0; }

    /// Bars of such stretches, with where each begins.
    const IssueList &issues() const { return m_issues; }

private:
    IssueList m_issues;
    Price m_close;
    Timestamp m_from {};
    qint64 m_length = 0;
};

} // namespace tapeline
