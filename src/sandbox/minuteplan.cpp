#include "minuteplan.h"

#include "keyeddraws.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

/// Range of a walk over its standard deviation, on average (Parkinson: sqrt(8 / pi)).
constexpr double rangeOfDeviation = 1.6;

enum class Hours { Pre, Regular, Post };

Hours hoursOf(const DayPlan &day, const SessionPlan &session)
{
    if (&session == &day.pre)
        return Hours::Pre;
    return &session == &day.regular ? Hours::Regular : Hours::Post;
}

/// Expected activity at a point of the session, 0 (start) to 1 (end).
double rhythm(Hours hours, double elapsed)
{
    switch (hours) {
    case Hours::Pre:
        return 0.08 + elapsed * elapsed * (0.5 + elapsed * elapsed);
    case Hours::Regular:
        return 0.55 + 2.3 / (1 + 28 * elapsed) + 1.7 / (1 + 36 * (1 - elapsed));
    case Hours::Post:
        return 0.05 + 1.0 / (1 + 14 * elapsed);
    }
    return 0;
}

/// How much more a unit of activity moves prices at that point: most at the start.
double restlessness(Hours hours, double elapsed)
{
    return hours == Hours::Regular ? 0.85 + 0.35 / (1 + 16 * elapsed) : 1.0;
}

/// The open share of a minute on a day with a pause.
double openShare(const DayPlan &day, int firstSecond)
{
    if (!day.halt)
        return 1;
    const int paused = std::min(firstSecond + 60, day.halt->reopening)
        - std::max(firstSecond, day.halt->firstSecond);
    return paused > 0 ? (60 - paused) / 60.0 : 1;
}

/// Mean close of up to five minutes before one of the regular session; fallback when none traded.
double meanBefore(const MinutePlan &plan, int minute, double fallback)
{
    constexpr int window = 5;
    double sum = 0;
    int used = 0;
    for (int back = std::max(0, minute - window); back < minute; ++back) {
        const BarPlan &bar = plan.minutes[std::size_t(plan.day.pre.minutes + back)];
        if (bar.isActive()) {
            sum += bar.path.close;
            ++used;
        }
    }
    return used > 0 ? sum / used : fallback;
}

} // namespace

MinutePlanner::MinutePlanner(quint64 seed)
    : m_seed(seed)
{
}

MinutePlan MinutePlanner::plan(const InstrumentTraits &traits, const DayPlan &day)
{
    MinutePlan plan;
    plan.day = day;
    plan.minutes.resize(std::size_t(day.minuteCount()));
    plan.lastActive.resize(plan.minutes.size());
    int first = 0;
    for (const SessionPlan *session : { &plan.day.pre, &plan.day.regular, &plan.day.post }) {
        const std::span<BarPlan> minutes(plan.minutes.data() + first,
                                         std::size_t(session->minutes));
        if (session->bar.isActive())
            splitSession(traits, plan.day, *session, minutes);
        int newest = -1;
        for (int m = first; m < first + session->minutes; ++m) {
            if (plan.minutes[std::size_t(m)].isActive())
                newest = m;
            plan.lastActive[std::size_t(m)] = static_cast<qint16>(newest);
        }
        first += session->minutes;
    }
    plan.bands = limitBands(traits, plan);
    return plan;
}

/// Bands of 5 % (10 % below 3 dollars and for the last 25 minutes) around the mean price of the
/// last five minutes, replaced when that has moved by 1 %, as the plan of the exchanges has it. A
/// minute that would leave them stretches them: not every run ends in a pause here.
std::vector<BandUpdate> MinutePlanner::limitBands(const InstrumentTraits &traits,
                                                  const MinutePlan &plan) const
{
    constexpr int lastMinutes = 25;
    constexpr double lowPriced = 300; // ticks
    std::vector<BandUpdate> bands;
    const SessionPlan &session = plan.day.regular;
    double reference = session.reference.open;
    for (int m = 0; m < session.minutes; ++m) {
        const int minute = plan.day.pre.minutes + m;
        const bool active = plan.minutes[std::size_t(minute)].isActive();
        const QuotePrices reach = active ? reachOf(traits, plan, minute) : QuotePrices();
        const double mean = meanBefore(plan, m, reference);
        const bool breached = !bands.empty() && active
            && (reach.ask > bands.back().upper || reach.bid < bands.back().lower);
        const bool moved = std::abs(mean - reference) >= 0.01 * reference;
        if (m > 0 && m != session.minutes - lastMinutes && !moved && !breached)
            continue;
        reference = mean;
        const bool wide = reference < lowPriced || m >= session.minutes - lastMinutes;
        const double width = wide ? 0.10 : 0.05;
        BandUpdate band { session.firstSecond + m * 60,
                          static_cast<qint32>(std::ceil(reference * (1 - width))),
                          static_cast<qint32>(std::floor(reference * (1 + width))) };
        if (active) {
            band.lower = std::min(band.lower, reach.bid);
            band.upper = std::max(band.upper, reach.ask);
        }
        bands.push_back(band);
    }
    return bands;
}

/// Odd lots take either side of the quote, which lies up to its width beyond the minute's path, and
/// at first where the minute before left it.
QuotePrices MinutePlanner::reachOf(const InstrumentTraits &traits, const MinutePlan &plan,
                                   int minute) const
{
    const PathBar &path = plan.minutes[std::size_t(minute)].path;
    const qint32 width = spread(traits, plan.day, minute);
    const QuotePrices before = restingQuote(traits, plan, minute - 1);
    return { std::min({ path.low - width, before.ask - width, before.bid }),
             std::max({ path.high + width, before.bid + width, before.ask }) };
}

void MinutePlanner::splitSession(const InstrumentTraits &traits, const DayPlan &day,
                                 const SessionPlan &session, std::span<BarPlan> minutes)
{
    const Hours hours = hoursOf(day, session);
    const auto count = minutes.size();
    SplitMix64 draws
        = keyedDraws(m_seed, DrawPurpose::Minute, traits.key, day.weekday, session.firstSecond);
    SplitMix64 market
        = keyedDraws(m_seed, DrawPurpose::MinuteMarket, day.weekday, session.firstSecond);
    const double marketPart = traits.beta * marketVolatility / traits.info.dailyVolatility;
    const double ownPart = std::sqrt(std::max(0.0, 1 - marketPart * marketPart));

    // Activity, and the raw walk of the price through all minutes, traded or not
    m_weights.resize(count);
    m_walk.resize(count);
    m_reach.resize(count);
    double level = 0;
    double variance = 0;
    double spell = 1;
    for (std::size_t m = 0; m < count; ++m) {
        if (m % 8 == 0)
            spell = between(draws, 0.7, 1.3);
        const double elapsed = double(m) / double(count);
        const double calm = rhythm(hours, elapsed) * spell;
        const double open
            = hours == Hours::Regular ? openShare(day, session.firstSecond + int(m) * 60) : 1;
        m_weights[m] = calm * burst(draws, 0.3) * open;
        const double stepVariance = (calm + m_weights[m]) * restlessness(hours, elapsed);
        const double deviation = std::sqrt(stepVariance);
        level += deviation * (marketPart * bell(market) + ownPart * bell(draws));
        variance += stepVariance;
        m_walk[m] = level;
        m_reach[m] = deviation;
    }

    const PathBar &path = session.bar.path;
    const double scale = (path.high - path.low) / rangeOfDeviation / std::sqrt(variance);
    for (std::size_t m = 0; m < count; ++m) {
        m_walk[m] *= scale;
        m_reach[m] *= scale;
    }
    SlotSketch sketch;
    std::vector<PinnedPrint> pinned;
    if (hours == Hours::Regular) {
        pinned.push_back({ 0, day.openingCross });
        if (day.halt) {
            const HaltPlan &halt = *day.halt;
            pinned.push_back({ (halt.reopening - session.firstSecond) / 60, halt.volume });
            const int lastMinute = (halt.firstSecond - session.firstSecond) / 60;
            (halt.atHigh ? sketch.highBySlot : sketch.lowBySlot) = lastMinute;
        }
    }
    sketch.weights = m_weights;
    sketch.walk = m_walk;
    sketch.reach = m_reach;
    sketch.pinned = pinned;
    sketch.lot = day.lot;
    sketch.bounce = spread(traits, day, day.pre.minutes + day.regular.minutes / 2);
    m_refiner.refine(session.bar, sketch, draws, minutes);
}

qint32 MinutePlanner::spread(const InstrumentTraits &traits, const DayPlan &day, int minute) const
{
    const SessionPlan &session = day.sessionOfMinute(minute);
    double width = traits.relativeSpread * session.reference.open * (0.6 + 0.4 * day.turbulence);
    if (&session == &day.regular) {
        const double elapsed = double(minute - day.pre.minutes) / session.minutes;
        width *= 0.85 + 1.2 / (1 + 45 * elapsed);
    } else {
        width *= 2.5;
    }
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::Spread, traits.key, day.weekday, minute);
    width *= between(draws, 0.8, 1.2);
    return std::max(1, static_cast<qint32>(width + 0.5 * draws.uniform()));
}

QuotePrices MinutePlanner::restingQuote(const InstrumentTraits &traits, const MinutePlan &plan,
                                        int minute) const
{
    const SessionPlan &session = plan.day.sessionOfMinute(std::max(0, minute));
    const int newest = minute < 0 ? -1 : plan.lastActive[std::size_t(minute)];
    const qint32 price
        = newest < 0 ? session.reference.open : plan.minutes[std::size_t(newest)].path.close;
    const qint32 width = spread(traits, plan.day, std::max(newest, 0));
    SplitMix64 draws
        = keyedDraws(m_seed, DrawPurpose::Spread, traits.key, plan.day.weekday, newest, price);
    return chance(draws, 0.5) ? QuotePrices { price - width, price }
                              : QuotePrices { price, price + width };
}

} // namespace tapeline
