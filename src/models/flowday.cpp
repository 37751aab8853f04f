#include "flowday.h"

#include "easterntime.h"
#include "utcdate.h"

namespace tapeline {

namespace {

bool isUtc(AssetClass assetClass)
{
    return assetClass == AssetClass::Crypto || assetClass == AssetClass::Forex;
}

} // namespace

QDate flowDay(AssetClass assetClass, Timestamp time)
{
    return isUtc(assetClass) ? utcDate(time) : easterntime::date(time);
}

Timestamp flowDayStart(AssetClass assetClass, QDate day)
{
    if (!isUtc(assetClass))
        return easterntime::at(day);
    return Timestamp(std::chrono::days(day.toJulianDay() - julianDayOf1970));
}

Timestamp flowDayOpen(AssetClass assetClass, QDate day)
{
    return isUtc(assetClass) ? flowDayStart(assetClass, day) : easterntime::at(day, 9h + 30min);
}

} // namespace tapeline
