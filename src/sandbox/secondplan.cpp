#include "secondplan.h"

#include "keyeddraws.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr double rangeOfDeviation = 1.7;
constexpr double arrivalRarity = 0.02; // the heavier the tail of seconds, the more arrivals cluster

/// The pinned prints of a minute: the opening cross and the reopening after a pause.
std::vector<PinnedPrint> pinnedPrints(const DayPlan &day, int firstSecond)
{
    std::vector<PinnedPrint> pinned;
    if (firstSecond == day.regular.firstSecond)
        pinned.push_back({ 0, day.openingCross });
    if (day.halt && day.halt->reopening / 60 == firstSecond / 60)
        pinned.push_back({ day.halt->reopening % 60, day.halt->volume });
    return pinned;
}

} // namespace

SecondPlanner::SecondPlanner(quint64 seed, const MinutePlanner &minutes)
    : m_seed(seed)
    , m_minutes(minutes)
{
}

MinuteSeconds SecondPlanner::plan(const InstrumentTraits &traits, const MinutePlan &day, int minute)
{
    MinuteSeconds out;
    const BarPlan &bar = day.minutes[std::size_t(minute)];
    out.spread = m_minutes.spread(traits, day.day, minute);
    out.pace = (bar.activity.prints + bar.activity.silent) * 390.0 / traits.tradesPerDay;
    int lastActive = -1;
    if (bar.isActive()) {
        splitMinute(traits, day, minute, out);
        for (int second = 0; second < 60; ++second) {
            if (out.seconds[std::size_t(second)].bar.isActive())
                lastActive = second;
        }
    }

    QuotePrices quote = m_minutes.restingQuote(traits, day, minute - 1);
    for (int second = 0; second < 60; ++second) {
        SecondPlan &plan = out.seconds[std::size_t(second)];
        if (plan.bar.isActive())
            quote.include(plan.bar.path.open, out.spread);
        plan.before = quote;
        if (plan.bar.isActive()) {
            if (second == lastActive)
                quote = m_minutes.restingQuote(traits, day, minute);
            else
                quote.include(plan.bar.path.close, out.spread);
        }
        plan.after = quote;
    }
    return out;
}

void SecondPlanner::splitMinute(const InstrumentTraits &traits, const MinutePlan &day, int minute,
                                MinuteSeconds &out)
{
    constexpr std::size_t count = 60;
    const DayPlan &plan = day.day;
    const BarPlan &bar = day.minutes[std::size_t(minute)];
    const int firstSecond = plan.preOpenSecond() + minute * 60;
    const bool isOpening = firstSecond == plan.regular.firstSecond;
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::Second, traits.key, plan.weekday, minute);

    std::array<double, count> weights;
    std::array<double, count> walk;
    std::array<double, count> reach;
    double level = 0;
    double variance = 0;
    for (std::size_t s = 0; s < count; ++s) {
        double weight = burst(draws, arrivalRarity);
        if (isOpening)
            weight *= 1 + 10 / (1 + double(s));
        weights[s] = plan.isPaused(firstSecond + int(s)) ? 0 : weight;
        const double stepVariance = 3 + std::min(weights[s], 20.0);
        reach[s] = std::sqrt(stepVariance);
        level += reach[s] * bell(draws);
        variance += stepVariance;
        walk[s] = level;
    }

    // Part of a minute's range is the bounce between bid and offer, not a move
    const double range = std::max(0.4, bar.path.high - bar.path.low - 0.7 * out.spread);
    const double scale = range / rangeOfDeviation / std::sqrt(variance);
    for (std::size_t s = 0; s < count; ++s) {
        walk[s] *= scale;
        reach[s] *= scale;
    }
    const std::vector<PinnedPrint> pinned = pinnedPrints(plan, firstSecond);
    SlotSketch sketch;
    sketch.weights = weights;
    sketch.walk = walk;
    sketch.reach = reach;
    sketch.pinned = pinned;
    sketch.lot = plan.lot;
    sketch.bounce = out.spread;
    std::array<BarPlan, count> bars;
    m_refiner.refine(bar, sketch, draws, bars);
    for (std::size_t s = 0; s < count; ++s)
        out.seconds[s].bar = bars[s];
}

} // namespace tapeline
