#include "dayplan.h"

#include "keyeddraws.h"
#include "refine.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr qint32 smallestPrice = 100; // ticks
constexpr double averageIntradayVariance = 0.7; // of a DayStep

qint32 priceOf(double logDollars)
{
    const double ticks = std::floor(std::exp(logDollars) * 100 + 0.5);
    return std::max(smallestPrice, static_cast<qint32>(std::min(ticks, 2e9)));
}

/// Round lots by price class since 2025-11-03; 100 shares for every stock before.
int roundLot(QDate date, qint32 previousClose)
{
    if (date < QDate(2025, 11, 3) || previousClose <= 250'00)
        return 100;
    if (previousClose <= 1'000'00)
        return 40;
    return previousClose <= 10'000'00 ? 10 : 1;
}

/// Trades split into prints and silent ones, as many as the volume can carry; nothing when it
/// carries none.
Activity activityOf(double trades, qint64 volume, double oddLotShare, int lot)
{
    Activity activity;
    const auto affordable = static_cast<double>(volume) * 0.75 / lot;
    activity.prints = static_cast<qint32>(std::min(trades * (1 - oddLotShare), affordable));
    if (activity.prints == 0)
        return {};
    activity.volume = volume;
    activity.silent = static_cast<qint32>(
        std::min(trades * oddLotShare, double(volume) - double(activity.prints) * lot));
    return activity;
}

/// A path from open to close that strays by about its deviation.
PathBar wander(qint32 open, qint32 close, double deviation, SplitMix64 &draws)
{
    const double scale = deviation * 0.6 * std::max(open, close);
    const auto above = static_cast<qint32>(scale * (draws.uniform() + draws.uniform()));
    const auto below = static_cast<qint32>(scale * (draws.uniform() + draws.uniform()));
    return { open, std::max(open, close) + above,
             std::max(smallestPrice / 2, std::min(open, close) - below), close };
}

qint32 along(qint32 from, qint32 to, double share)
{
    return from + static_cast<qint32>((to - from) * share);
}

} // namespace

const SessionPlan &DayPlan::sessionOfMinute(int minute) const
{
    if (minute < pre.minutes)
        return pre;
    return minute < pre.minutes + regular.minutes ? regular : post;
}

DayPlanner::DayPlanner(quint64 seed)
    : m_seed(seed)
    , m_path(seed)
{
}

void DayPlanner::planPaths(const InstrumentTraits &traits, const CompanyTide &tide, DayPlan &day,
                           SplitMix64 &draws) const
{
    LogDay today = m_path.day(traits, day.weekday);
    today.before += tide.before;
    today.open += tide.open;
    today.close += tide.close;
    const qint32 previousClose = priceOf(today.before);
    const qint32 open = priceOf(today.open);
    const qint32 close = priceOf(today.close);
    const qint32 nextOpen = priceOf(m_path.day(traits, day.weekday + 1).open + tide.nextOpen);
    const double average = traits.info.dailyVolatility * std::sqrt(averageIntradayVariance);
    const double deviation = std::sqrt(today.intradayVariance);

    day.lot = roundLot(day.date, previousClose);
    day.turbulence = deviation / average;
    const double top = bridgeMaximum(today.open, today.close, today.intradayVariance, draws);
    const double bottom = -bridgeMaximum(-today.open, -today.close, today.intradayVariance, draws);
    PathBar &path = day.regular.reference;
    path = { open, std::max({ priceOf(top), open, close }),
             std::min({ priceOf(bottom), open, close }), 0 };
    const auto near = [&](qint32 price) {
        const double distance = (0.6 + 0.02 * deviation * close) * bell(draws);
        return price + static_cast<qint32>(std::floor(distance + 0.5));
    };
    path.close = std::clamp(near(close), path.low, path.high);
    day.closingPrice = close;
    day.regular.deviation = deviation;

    // Before the open most of the night's move is on its way; after the close some of the next
    day.pre.deviation = deviation * 0.22;
    const qint32 preFirst = along(previousClose, open, between(draws, 0.2, 0.9));
    const qint32 preLast = near(open);
    day.pre.reference = wander(preFirst, preLast, day.pre.deviation, draws);
    day.post.deviation = deviation * 0.18;
    const qint32 postFirst = near(close);
    const qint32 postLast = along(close, nextOpen, between(draws, 0, 0.6));
    day.post.reference = wander(postFirst, postLast, day.post.deviation, draws);
}

namespace {

void planHours(DayPlan &day, const TradingSession &session)
{
    const auto secondOf = [&](Timestamp time) {
        return static_cast<int>(
            std::chrono::floor<std::chrono::seconds>(time - day.midnight).count());
    };
    const auto minutes = [](Duration length) {
        return static_cast<int>(std::chrono::floor<std::chrono::minutes>(length).count());
    };
    day.pre.firstSecond = secondOf(session.preOpen);
    day.pre.minutes = minutes(session.open - session.preOpen);
    day.regular.firstSecond = secondOf(session.open);
    day.regular.minutes = minutes(session.close - session.open);
    day.post.firstSecond = secondOf(session.close);
    day.post.minutes = minutes(session.postClose - session.close);
}

/// Volatile names pause now and then, after a long run in one direction.
void planHalt(const InstrumentTraits &traits, DayPlan &day, SplitMix64 &draws)
{
    const double run = 2.0 * traits.info.dailyVolatility * day.regular.reference.open;
    const int up = day.regular.reference.high - day.regular.reference.open;
    const int down = day.regular.reference.open - day.regular.reference.low;
    const bool drawn = chance(draws, 0.4);
    const int minute = 5 + static_cast<int>(draws.below(quint64(day.regular.minutes) - 40));
    const int second = static_cast<int>(draws.below(60));
    if (!traits.pauses || !drawn || std::max(up, down) < run)
        return;
    constexpr int pauseSeconds = 300;
    HaltPlan halt;
    halt.firstSecond = day.regular.firstSecond + minute * 60 + second;
    halt.reopening = halt.firstSecond + pauseSeconds;
    halt.atHigh = up > down;
    day.halt = halt;
}

/// Shares and trades of every part of the day. Turbulent days are busy days.
void planActivity(const InstrumentTraits &traits, double usual, DayPlan &day, SplitMix64 &draws)
{
    double mood = usual * between(draws, 0.6, 1.0);
    mood *= between(draws, 0.8, 1.7);
    const double length = day.earlyClose ? 0.45 : 1.0;
    const double relative = std::clamp((0.4 + 0.6 * day.turbulence) * mood * length, 0.2, 6.0);
    const double volume = traits.info.averageDailyVolume * relative;
    const double root = std::sqrt(relative);
    const double trades = traits.tradesPerDay * root * std::sqrt(root); // relative ^ 0.75

    const auto shares = [&](double part) { return static_cast<qint64>(volume * part) + 1; };
    day.openingCross = shares(traits.openingShare * between(draws, 0.6, 1.4)) + day.lot;
    day.closingCross = shares(traits.closingShare * between(draws, 0.6, 1.4)) + day.lot;
    const double preShare = traits.extendedShare * between(draws, 0.4, 0.8);
    const double postShare = traits.extendedShare * between(draws, 0.2, 0.6);
    day.pre.bar.activity
        = activityOf(trades * preShare, shares(preShare), traits.oddLotShare, day.lot);
    day.post.bar.activity
        = activityOf(trades * postShare, shares(postShare), traits.oddLotShare, day.lot);

    const double rest = 1 - preShare - postShare - traits.openingShare - traits.closingShare;
    constexpr int fewestTrades = 40;
    const qint64 body = std::max<qint64>(shares(rest), 2LL * fewestTrades * day.lot);
    Activity &regular = day.regular.bar.activity;
    regular = activityOf(std::max<double>(fewestTrades, trades * rest), body, traits.oddLotShare,
                         day.lot);
    ++regular.prints;
    regular.volume += day.openingCross;
    if (day.halt) {
        day.halt->volume = shares(between(draws, 0.002, 0.01)) + day.lot;
        ++regular.prints;
        regular.volume += day.halt->volume;
    }
}

void planLatePrints(const InstrumentTraits &traits, DayPlan &day, SplitMix64 &draws)
{
    constexpr int latestMinutes = 15;
    int second = day.postCloseSecond();
    for (quint64 left = draws.below(4); left > 0; --left) {
        second += 1 + static_cast<int>(draws.below(latestMinutes * 60 / 4));
        const PathBar &path = day.regular.reference;
        const auto price
            = path.low + static_cast<qint32>(draws.below(quint64(path.high - path.low) + 1));
        const double size = traits.info.averageDailyVolume * 2e-4 * burst(draws, 0.2);
        day.late.push_back({ second, price, 1 + static_cast<qint64>(size) });
    }
}

} // namespace

DayPlan DayPlanner::plan(const InstrumentTraits &traits, const TradingSession &session,
                         const CompanyTide &tide) const
{
    DayPlan day;
    day.date = session.date;
    day.weekday = weekdayIndex(session.date);
    day.earlyClose = session.earlyClose;
    constexpr auto preOpenTime
        = std::chrono::hours(4); // no clock changes between midnight and 04:00
    day.midnight = session.preOpen - preOpenTime;
    planHours(day, session);

    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::Day, traits.key, day.weekday);
    planPaths(traits, tide, day, draws);
    planHalt(traits, day, draws);
    planActivity(traits, tide.activity, day, draws);
    planLatePrints(traits, day, draws);
    constexpr qint64 millisecond = 1'000'000;
    day.closingCrossAt
        = (60 + qint64(draws.below(traits.info.tape == 3 ? 900 : 6'000))) * millisecond;
    for (SessionPlan *part : { &day.pre, &day.regular, &day.post }) {
        if (part->bar.isActive())
            part->bar.path = withPrints(part->reference, part->bar.activity.prints);
    }
    return day;
}

} // namespace tapeline
