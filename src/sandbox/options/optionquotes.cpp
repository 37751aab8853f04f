#include "optionquotes.h"

#include "blackscholes.h"
#include "keyeddraws.h"
#include "optiontree.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr std::size_t cachedMoments = 16'384;
constexpr std::size_t cachedPremiums = 32'768;
constexpr int premiumSeconds = 300;
constexpr qint32 smallPrice = 3'00; // cents: ticks are wider above

constexpr std::array<quint16, 16> venues { 300, 301, 302, 303, 304, 307, 308, 309,
                                           312, 313, 315, 316, 319, 322, 323, 325 };

quint64 numberOf(const SandboxOption &option)
{
    return sandboxoption::pack(option).value_or(0);
}

double yearsBetween(Timestamp from, Timestamp to)
{
    constexpr double secondsOfYear = 365.0 * 86'400;
    constexpr double least = 60; // seconds, on the last day
    return std::max(least, std::chrono::duration<double>(to - from).count()) / secondsOfYear;
}

/// How far in or out of the money, in deviations.
double distance(const OptionInputs &in)
{
    return std::log(in.strike / in.spot) / (in.volatility * std::sqrt(in.years));
}

} // namespace

OptionQuotes::OptionQuotes(quint64 seed, const OptionCalendar &calendar, const TradingDays &days,
                           UnderlyingPrices &prices)
    : m_seed(seed)
    , m_calendar(calendar)
    , m_days(days)
    , m_prices(prices)
    , m_surfaces(seed)
    , m_moments(cachedMoments)
    , m_premiums(cachedPremiums)
{
}

const SurfaceMoment &OptionQuotes::surface(int underlying, const OptionSession &session, int second)
{
    const Timestamp time = session.at(second);
    const quint64 key = (quint64(underlying) << 48) | quint64(toMs(time) / 1'000);
    return m_moments.get(key, [&] {
        return m_surfaces.at(underlying, time, m_prices.at(underlying, session.date, second),
                             m_prices.reference(underlying, m_days.numberOf(session.date)),
                             m_prices.dailyVolatility(underlying));
    });
}

OptionInputs OptionQuotes::inputs(const SandboxOption &option, const OptionSession &session,
                                  int second)
{
    const SurfaceMoment &moment = surface(option.underlying(), session, second);
    OptionInputs in;
    in.right = option.right;
    in.spot = moment.spot;
    in.strike = option.strikePrice();
    in.years = yearsBetween(session.at(second), m_calendar.expiry(option.root, option.expiration));
    in.rate = optionRate;
    in.yield = moment.yield;
    in.volatility = moment.volatility(in.strike, in.years);
    return in;
}

const OptionQuotes::Premium &OptionQuotes::premium(const SandboxOption &option,
                                                   const OptionSession &session, int second)
{
    const int anchor = std::max(second - second % premiumSeconds, session.openSecond);
    const quint64 key = (numberOf(option) << 33) | (quint64(m_days.numberOf(session.date)) << 17)
        | quint64(anchor);
    return m_premiums.get(key, [&] {
        const OptionInputs in = inputs(option, session, anchor);
        const Result<OptionValue> american = optiontree::spotGreeks(in);
        const Result<OptionValue> european = blackscholes::value(in);
        if (!american || !european)
            return Premium();
        return Premium { american->price - european->price, american->delta - european->delta,
                         in.spot };
    });
}

double OptionQuotes::model(const SandboxOption &option, const OptionSession &session, int second)
{
    return model(option, session, second, inputs(option, session, second));
}

double OptionQuotes::model(const SandboxOption &option, const OptionSession &session, int second,
                           const OptionInputs &in)
{
    const double european = blackscholes::price(in).value_or(0);
    if (option.series().european)
        return european;
    const Premium &early = premium(option, session, second);
    const double more = std::max(0.0, early.value + early.slope * (in.spot - early.spot));
    return std::max(european + more, optionmodel::intrinsic(in));
}

qint32 OptionQuotes::refreshSecond(const SandboxOption &option) const
{
    return static_cast<qint32>(mixKeys(m_seed, numberOf(option)) % 60);
}

qint64 OptionQuotes::offset(const SandboxOption &option)
{
    constexpr quint64 first = 5; // milliseconds
    constexpr quint64 span = 115;
    return static_cast<qint64>(first + mixKeys(0, numberOf(option)) % span) * 1'000'000;
}

OptionQuote OptionQuotes::at(const SandboxOption &option, const OptionSession &session, int second)
{
    const OptionRoot &series = option.series();
    const OptionInputs in = inputs(option, session, second);
    const double mid = model(option, session, second, in) * 100; // cents
    const qint64 minute = (second - refreshSecond(option) + 60) / 60;
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::OptionQuote, numberOf(option),
                                  m_days.numberOf(session.date), minute);

    const qint32 tick = mid < smallPrice ? series.smallTick : series.tick;
    const double away = std::min(std::abs(distance(in)), 4.0);
    const double width = series.looseness * between(draws, 0.8, 1.25)
        * (0.25 * std::pow(mid, 0.8) / 10 + 0.5 * tick) * (1 + 0.3 * away)
        * (1 + 0.4 * std::sqrt(in.years));
    OptionQuote quote;
    quote.bid = std::max(0, static_cast<qint32>(std::floor((mid - width / 2) / tick)) * tick);
    quote.ask = static_cast<qint32>(std::ceil((mid + width / 2) / tick)) * tick;
    quote.ask = std::max(quote.ask, quote.bid + tick);
    const auto size = [&] {
        return 1 + static_cast<qint32>((12 + 40 / (1 + away)) * burst(draws, 0.15) * 0.5);
    };
    const auto venue = [&] { return venues[draws.below(venues.size())]; };
    quote.bidVenue = venue();
    quote.askVenue = venue();
    quote.bidSize = size();
    quote.askSize = size();
    if (quote.bid == 0)
        quote.bidSize = 0;
    return quote;
}

bool OptionQuotes::isNewAt(const SandboxOption &option, const OptionSession &session, int second)
{
    if (second == session.openSecond || (second - refreshSecond(option)) % 60 == 0)
        return true;
    const OptionQuote now = at(option, session, second);
    const OptionQuote before = at(option, session, second - 1);
    return now.bid != before.bid || now.ask != before.ask;
}

} // namespace tapeline
