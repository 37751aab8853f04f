#include "flowday.h"

#include "easterntime.h"
#include "markethours.h"

namespace tapeline {

QDate flowDay(AssetClass assetClass, Timestamp time)
{
    return markethours::tradingDay(assetClass, time);
}

Timestamp flowDayStart(AssetClass assetClass, QDate day)
{
    return markethours::dayStart(assetClass, day);
}

Timestamp flowDayOpen(AssetClass assetClass, QDate day)
{
    return markethours::isRoundTheClock(assetClass) ? flowDayStart(assetClass, day)
                                                    : easterntime::at(day, 9h + 30min);
}

} // namespace tapeline
