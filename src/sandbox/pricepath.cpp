#include "pricepath.h"

#include "keyeddraws.h"

#include <cmath>

namespace tapeline {

namespace {

constexpr double weekdaysPerYear = 260.9;

double logTrend(const InstrumentTraits &traits, int weekday)
{
    static const int anchorDay = weekdayIndex(QDate(2026, 1, 2));
    return std::log(traits.info.anchorPrice)
        + traits.yearlyGrowth * (weekday - anchorDay) / weekdaysPerYear;
}

} // namespace

PricePath::PricePath(quint64 seed)
    : m_seed(seed)
    , m_market(seed, stableHash("market"))
{
}

double PricePath::trend(const InstrumentTraits &traits, int weekday)
{
    return std::exp(logTrend(traits, weekday));
}

LogDay PricePath::day(const InstrumentTraits &traits, int weekday) const
{
    const DayStep market = m_market.step(weekday);
    const DayStep own = DayPath(m_seed, traits.key).step(weekday);
    const double marketScale = traits.beta * marketVolatility;
    const double ownScale = traits.ownVolatility;
    const double base = logTrend(traits, weekday);
    const double growth = traits.yearlyGrowth / weekdaysPerYear;
    LogDay day;
    day.before = base - growth + marketScale * market.before + ownScale * own.before;
    day.open = base - growth + marketScale * market.open + ownScale * own.open;
    day.close = base + marketScale * market.after + ownScale * own.after;
    day.intradayVariance
        = marketScale * marketScale * market.variance + ownScale * ownScale * own.variance;
    return day;
}

} // namespace tapeline
