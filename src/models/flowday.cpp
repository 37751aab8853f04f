#include "flowday.h"

#include "easterntime.h"

namespace tapeline {

namespace {

const QDate epoch(1970, 1, 1);

} // namespace

QDate flowDay(AssetClass assetClass, Timestamp time)
{
    if (assetClass != AssetClass::Crypto)
        return easterntime::date(time);
    return epoch.addDays(std::chrono::floor<std::chrono::days>(time).time_since_epoch().count());
}

Timestamp flowDayStart(AssetClass assetClass, QDate day)
{
    if (assetClass != AssetClass::Crypto)
        return easterntime::at(day);
    return Timestamp(std::chrono::days(epoch.daysTo(day)));
}

Timestamp flowDayOpen(AssetClass assetClass, QDate day)
{
    const Timestamp start = flowDayStart(assetClass, day);
    return assetClass == AssetClass::Crypto ? start : easterntime::at(day, 9h + 30min);
}

} // namespace tapeline
