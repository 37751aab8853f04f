#include "entitlements.h"

#include "easterntime.h"
#include "markethours.h"
#include "symbology.h"

namespace tapeline {

namespace {

/// The cheapest plan that includes a kind of data; the table of massive-api.md 1.3.
ServedPlan neededPlan(AssetClass assetClass, ServedData data)
{
    const bool currencies = assetClass == AssetClass::Forex || assetClass == AssetClass::Crypto;
    switch (data) {
    case ServedData::Reference:
    case ServedData::Bars:
        return ServedPlan::Basic;
    case ServedData::SecondBars:
    case ServedData::Snapshots:
        return ServedPlan::Starter;
    case ServedData::Trades:
        return currencies ? ServedPlan::Starter : ServedPlan::Developer;
    case ServedData::Quotes:
        if (currencies)
            return ServedPlan::Starter;
        return assetClass == AssetClass::Futures ? ServedPlan::Developer : ServedPlan::Advanced;
    case ServedData::Financials:
        return ServedPlan::Advanced;
    case ServedData::PartnerData:
        return ServedPlan::Basic; // bought apart
    }
    return ServedPlan::Advanced;
}

/// Years of history; nothing when the plan has all there is.
std::optional<int> historyYears(AssetClass assetClass, ServedPlan plan)
{
    if (plan == ServedPlan::Basic)
        return 2;
    if (plan == ServedPlan::Advanced)
        return std::nullopt;
    switch (assetClass) {
    case AssetClass::Stocks:
        return plan == ServedPlan::Starter ? 5 : 10;
    case AssetClass::Options:
        return plan == ServedPlan::Starter ? 2 : 4;
    case AssetClass::Futures:
        return plan == ServedPlan::Starter ? 2 : 5;
    case AssetClass::Indices:
    case AssetClass::Forex:
    case AssetClass::Crypto:
        return std::nullopt;
    }
    return std::nullopt;
}

/// The newest instant whose session of the stock exchanges is over: what a Basic plan may see.
Timestamp endOfCompletedSessions(Timestamp now, const MarketCalendar &calendar)
{
    QDate date = easterntime::date(now);
    const std::optional<TradingSession> today = calendar.session(date);
    if (!today || now < today->postClose)
        date = calendar.previousTradingDay(date);
    return std::min(now, easterntime::at(date.addDays(1)));
}

/// The day or session that is not over yet, and what was before it, by the class's own days.
void closeToday(DataView &view, AssetClass assetClass, Timestamp now,
                const MarketCalendar &calendar)
{
    if (markethours::isRoundTheClock(assetClass)) {
        const bool isOpen
            = markethours::spanAt(calendar, assetClass, now).part != SessionPart::Closed;
        if (isOpen)
            view.asOf = view.closedFrom
                = markethours::dayStart(assetClass, markethours::tradingDay(assetClass, now));
        return;
    }
    view.asOf = endOfCompletedSessions(now, calendar);
    const QDate today = easterntime::date(now);
    const std::optional<TradingSession> session = calendar.session(today);
    if (session && now < session->postClose)
        view.closedFrom = easterntime::at(today);
}

/// The service's indices begin here, whatever the plan.
constexpr int firstIndexYear = 2023;

} // namespace

AssetClass entitlements::classOf(QStringView symbol)
{
    if (symbology::parseFuture(symbol))
        return AssetClass::Futures;
    if (symbol.size() < 2 || symbol[1] != u':')
        return AssetClass::Stocks;
    switch (symbol[0].unicode()) {
    case u'O':
        return AssetClass::Options;
    case u'I':
        return AssetClass::Indices;
    case u'C':
        return AssetClass::Forex;
    case u'X':
        return AssetClass::Crypto;
    default:
        return AssetClass::Stocks;
    }
}

ServedPlan entitlements::planFor(const KeyGrant &grant, AssetClass assetClass)
{
    switch (assetClass) {
    case AssetClass::Stocks:
        return grant.stocks;
    case AssetClass::Options:
        return grant.options;
    case AssetClass::Indices:
        return grant.indices;
    case AssetClass::Forex:
    case AssetClass::Crypto:
        return grant.currencies;
    case AssetClass::Futures:
        return grant.futures;
    }
    return ServedPlan::Basic;
}

bool entitlements::allows(const KeyGrant &grant, AssetClass assetClass, ServedData data)
{
    if (data == ServedData::Reference)
        return true;
    if (data == ServedData::PartnerData)
        return grant.partnerData;
    return !grant.noPlan && planFor(grant, assetClass) >= neededPlan(assetClass, data);
}

bool entitlements::isRealTime(AssetClass assetClass, ServedPlan plan)
{
    const bool currencies = assetClass == AssetClass::Forex || assetClass == AssetClass::Crypto;
    return plan >= (currencies ? ServedPlan::Starter : ServedPlan::Advanced);
}

Duration entitlements::delayOf(AssetClass assetClass)
{
    return assetClass == AssetClass::Futures ? 10min : 15min;
}

DataView entitlements::viewOf(ServedPlan plan, AssetClass assetClass, Timestamp now,
                              const MarketCalendar &calendar)
{
    DataView view { .asOf = now, .oldest = Timestamp::min(), .closedFrom = Timestamp::max() };
    if (plan == ServedPlan::Basic) {
        closeToday(view, assetClass, now, calendar);
    } else if (!isRealTime(assetClass, plan)) {
        view.asOf = now - delayOf(assetClass);
        view.delayed = true;
    }
    if (assetClass == AssetClass::Indices)
        view.oldest = easterntime::at({ firstIndexYear, 1, 1 });
    else if (const std::optional<int> years = historyYears(assetClass, plan))
        view.oldest = easterntime::at(easterntime::date(now).addYears(-*years));
    return view;
}

RangeVerdict entitlements::judge(const DataView &view, Timestamp from, Timestamp to)
{
    if (to > view.closedFrom)
        return RangeVerdict::Today;
    if (from < view.oldest || (view.delayed && from > view.asOf))
        return RangeVerdict::Timeframe;
    return RangeVerdict::Allowed;
}

} // namespace tapeline
