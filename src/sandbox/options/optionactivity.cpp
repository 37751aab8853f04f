#include "optionactivity.h"

#include "keyeddraws.h"
#include "volatilitysurface.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr std::size_t cachedInterests = 32'768;

/// How much of the activity goes to an expiration so many days ahead: most to the next one.
double nearness(double days)
{
    return std::pow(1 + days / 1.5, -1.1);
}

/// And to a strike so many deviations away; what is in the money is seldom traded.
double attraction(double deviations, OptionRight right)
{
    const double bulk = std::exp(-0.6 * deviations * deviations);
    const double tail = 0.02 * std::exp(-std::abs(deviations) / 1.5);
    const bool isInTheMoney = (right == OptionRight::Call) == (deviations < 0);
    return (bulk + tail) * (isInTheMoney ? std::exp(-1.5 * std::abs(deviations)) : 1);
}

/// Round strikes are liked.
double roundness(qint32 cents)
{
    if (cents % 50'00 == 0)
        return 2;
    if (cents % 10'00 == 0)
        return 1.5;
    return cents % 5'00 == 0 ? 1.1 : 0.8;
}

} // namespace

OptionActivity::OptionActivity(quint64 seed, const TradingDays &days, UnderlyingPrices &prices,
                               const OptionCalendar &calendar, const OptionListings &listings)
    : m_seed(seed)
    , m_days(days)
    , m_prices(prices)
    , m_calendar(calendar)
    , m_listings(listings)
    , m_interests(cachedInterests)
{
}

qint64 OptionActivity::volume(const SandboxOption &option, int dayNumber) const
{
    constexpr double daysOfYear = 365;
    const QDate date = m_days.date(dayNumber);
    if (date > m_calendar.lastTradingDay(option.root, option.expiration))
        return 0;
    const auto ahead = static_cast<double>(date.daysTo(option.expiration));
    const double deviation
        = VolatilitySurface::usualVolatility(m_prices.dailyVolatility(option.underlying()))
        * std::sqrt((ahead + 0.5) / daysOfYear);
    const double spot = m_prices.typical(option.underlying(), dayNumber);
    const double away = std::log(option.strikePrice() / spot) / deviation;
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::OptionDay,
                                  sandboxoption::pack(option).value_or(0), dayNumber);
    constexpr double rarity = 0.2;
    constexpr double meanBurst = 1.79; // ln(1.2 / 0.2)
    const double expected = option.series().activity * nearness(ahead)
        * attraction(away, option.right) * roundness(option.strike) * burst(draws, rarity)
        / meanBurst;
    return static_cast<qint64>(expected + draws.uniform() * std::min(1.0, expected * 4));
}

/// Positions are built while expiry is far and closed as it comes near.
qint64 OptionActivity::change(const SandboxOption &option, int dayNumber, qint64 open) const
{
    const qint64 traded = volume(option, dayNumber);
    if (traded == 0)
        return 0;
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::OptionDay,
                                  sandboxoption::pack(option).value_or(0), dayNumber, 1);
    const bool isNear = m_days.date(dayNumber).daysTo(option.expiration) < 4;
    const double share = isNear ? between(draws, -0.5, 0.35) : between(draws, -0.3, 0.6);
    return std::max(-open, static_cast<qint64>(static_cast<double>(traded) * share));
}

qint64 OptionActivity::openInterest(const SandboxOption &option, int dayNumber)
{
    const std::optional<QDate> listed = m_listings.listedOn(option);
    if (!listed || m_days.numberOf(*listed) >= dayNumber)
        return 0;
    const auto sum = [&](Interest from) {
        for (; from.day < dayNumber; ++from.day)
            from.contracts += change(option, from.day, from.contracts);
        return from;
    };
    const Interest begin { m_days.numberOf(*listed), 0 };
    const quint64 key = sandboxoption::pack(option).value_or(0);
    const Interest &known = m_interests.get(key, [&] { return sum(begin); });
    if (known.day == dayNumber)
        return known.contracts;
    const Interest wanted = sum(known.day < dayNumber ? known : begin);
    if (known.day < dayNumber)
        m_interests.put(key, wanted);
    return wanted.contracts;
}

} // namespace tapeline
