#pragma once

#include "daypath.h"
#include "sandboxinstruments.h"

namespace tapeline {

/// The log price of an instrument around one weekday, in dollars, without what its company does to
/// it: no split, no dividend.
struct LogDay
{
    double before = 0; ///< at the previous weekday's close
    double open = 0;
    double close = 0;
    double intradayVariance = 0;
};

/// Log price = anchor + growth + beta * market + own walk, each walk a DayPath, so stocks move
/// together by their betas and every day costs the same.
class PricePath
{
public:
    explicit PricePath(quint64 seed);

    LogDay day(const InstrumentTraits &traits, int weekday) const;
    /// The price the walk moves around, dollars: anchor and growth alone.
    static double trend(const InstrumentTraits &traits, int weekday);

private:
    quint64 m_seed;
    DayPath m_market;
};

} // namespace tapeline
