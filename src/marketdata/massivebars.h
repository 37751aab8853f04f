#pragma once

#include "barsource.h"

namespace tapeline {

/// The service's aggregates (massive-api.md 3.1, of futures 5.1).
class MassiveBars : public BarSource
{
public:
    /// Bars are sent again for so long when late trades come in.
    static constexpr Duration revisedFor = 15min;

    QString id() const override;
    QString name() const override;
    /// Since 2003; how far back the plan reaches is the plan's matter.
    TimeRange coverage(const BarQuery &query, Timestamp now) const override;
    /// A request reads 50,000 base bars: a day of seconds, two months of stocks' minutes, one of
    /// pairs that trade around the clock. Where there are more, the answer has a next page.
    std::vector<BarQuery> portions(const BarQuery &query) const override;
    Question question(const BarQuery &portion) const override;
    /// What does not ascend counts as invalid; what the service adds by widening the range to whole
    /// windows is left out. A symbol it does not know comes back as one without bars.
    Result<BarsPage> decode(const BarQuery &portion, QByteArrayView body) const override;
    Timestamp settledUntil(const BarQuery &query, Timestamp asOf) const override;
};

} // namespace tapeline
