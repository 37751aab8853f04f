#include "ticktape.h"

#include "keyeddraws.h"
#include "secondwriter.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr qint64 microsecond = 1'000;
constexpr qint64 millisecond = 1'000'000;

quint64 below(SplitMix64 &draws, qint64 bound)
{
    return draws.below(quint64(bound));
}

} // namespace

TickTape::TickTape(quint64 seed)
    : m_seed(seed)
{
}

void TickTape::write(const Place &place, std::span<const MarketEvent> specials,
                     std::vector<MarketEvent> &out)
{
    const int second = place.secondOfDay();
    SplitMix64 draws
        = keyedDraws(m_seed, DrawPurpose::Tick, place.traits.key, place.day().weekday, second);
    TapePrinter printer(place.traits, place.instrument, place.day().at(second),
                        place.day().isRegular(second), draws, out);
    if (!place.day().isPaused(second)) {
        planPrints(place, draws);
        planQuotes(place, draws);
        writeEvents(place, draws, printer);
    }
    printer.finish(specials, second);
}

void TickTape::planPrints(const Place &place, SplitMix64 &draws)
{
    if (!place.plan().bar.isActive()) {
        m_planner.clear();
        return;
    }
    const DayPlan &day = place.day();
    const bool nasdaq = place.traits.info.tape == 3;
    quint16 auction = 0;
    qint64 volume = 0;
    if (place.secondOfDay() == day.regular.firstSecond) {
        auction = nasdaq ? condition::openingPrint : condition::openingTrade;
        volume = day.openingCross;
    } else if (day.halt && place.secondOfDay() == day.halt->reopening) {
        constexpr quint16 reopeningTrade = 18;
        auction = nasdaq ? condition::reopeningPrint : reopeningTrade;
        volume = day.halt->volume;
    }
    m_planner.plan(place.plan(), place.seconds.spread, day.lot, auction, volume, draws);
}

/// When the quote changes without a trade: now and then always, more often when much is traded.
void TickTape::planQuotes(const Place &place, SplitMix64 &draws)
{
    constexpr double regularSeconds = 23'400;
    const double tradesPerSecond = place.traits.tradesPerDay / regularSeconds;
    const double quiet = place.day().isRegular(place.secondOfDay()) ? 0.5 : 0.04;
    const double rate = quiet + 1.3 * tradesPerSecond * std::min(place.seconds.pace, 4.0)
        + 0.45 * double(m_planner.prints().size());
    const double expected = rate * between(draws, 0.2, 1.6);
    m_quoteTimes.resize(static_cast<std::size_t>(expected + draws.uniform()));
    for (qint64 &time : m_quoteTimes)
        time = static_cast<qint64>(draws.uniform() * 975 * millisecond);
    std::sort(m_quoteTimes.begin(), m_quoteTimes.end());
}

void TickTape::writeEvents(const Place &place, SplitMix64 &draws, TapePrinter &printer)
{
    const SecondPlan &plan = place.plan();
    const std::vector<PlannedPrint> &prints = m_planner.prints();
    SecondWriter writer(place.traits, plan.bar, plan.before, place.seconds.spread, place.day().lot,
                        draws, printer);
    const bool opensMinute = place.second == 0;
    const bool afterAuction = !prints.empty() && prints.front().draft.auction != 0;
    if (opensMinute || afterAuction
        || place.seconds.seconds[std::size_t(place.second) - 1].after != plan.before)
        writer.writeQuote(qint64(below(draws, 2 * millisecond)));

    std::size_t quote = 0;
    const auto flickerUntil = [&](qint64 time) {
        for (; quote < m_quoteTimes.size() && m_quoteTimes[quote] < time; ++quote)
            writer.flicker(m_quoteTimes[quote]);
    };
    std::size_t order = 0;
    qint64 time = 0;
    for (std::size_t i = 0; i < prints.size(); ++i) {
        if (prints[i].continues) {
            time += 2 * microsecond + qint64(below(draws, 30 * microsecond));
        } else {
            if (i > 0)
                writer.settle(time + 20 * microsecond + qint64(below(draws, 900 * microsecond)));
            time = m_planner.orderTimes()[order++];
            flickerUntil(time);
        }
        writer.print(time, prints[i].draft, prints[i].movable);
    }
    constexpr qint64 wholeSecond = 1'000 * millisecond;
    flickerUntil(wholeSecond);
    writer.rest(time + 100 * microsecond + qint64(below(draws, 2 * millisecond)), plan.after);
}

} // namespace tapeline
