#pragma once

#include "candle.h"
#include "corporatesource.h"
#include "marketsource.h"

#include <vector>

namespace tapeline {

/// Prices and volumes of the past in shares of a later day, as `adjusted` bars have them
/// (massive-api.md 3.1): prices are rounded to four digits, volumes are exact but where shares were
/// put together.
class ShareAdjustment
{
public:
    ShareAdjustment() = default; ///< changes nothing
    /// To shares of the day of an instant.
    ShareAdjustment(const MarketSource &source, int instrument, Timestamp asOf);

    Candle adjusted(Candle bar) const;
    ServedDay adjusted(ServedDay day) const;
    /// What an old price is multiplied with.
    double factorOn(QDate date) const;

private:
    struct Ratio
    {
        qint64 from = 1;
        qint64 to = 1;
    };
    Ratio ratioOn(QDate date) const;
    static Price scaled(Price price, Ratio ratio);

    std::vector<ServedSplit> m_splits; ///< those that are executed
};

} // namespace tapeline
