#pragma once

#include "printplan.h"
#include "secondplan.h"
#include "tapeprinter.h"

#include <vector>

namespace tapeline {

/// Turns one second of the plan into prints and quotes in wire order: takes the prints from a
/// PrintPlanner and wraps quotes around them with a SecondWriter. The quote moves when a print
/// leaves it, flickers without trades, and rests where the plan says at the second's end. Nothing
/// is written during a pause.
class TickTape
{
public:
    explicit TickTape(quint64 seed);

    /// Which second of which instrument is asked for; minutes and seconds are those of that day and
    /// minute.
    struct Place
    {
        const InstrumentTraits &traits;
        InstrumentId instrument;
        const MinutePlan &minutes;
        const MinuteSeconds &seconds;
        int minute = 0; ///< from the start of the pre-market
        int second = 0; ///< 0 to 59

        const DayPlan &day() const { return minutes.day; }
        int secondOfDay() const { return day().preOpenSecond() + minute * 60 + second; }
        const SecondPlan &plan() const { return seconds.seconds[std::size_t(second)]; }
    };

    /// Appends the second's events; specials are those of this second (see daySpecials()).
    void write(const Place &place, std::span<const MarketEvent> specials,
               std::vector<MarketEvent> &out);

private:
    void planPrints(const Place &place, SplitMix64 &draws);
    void planQuotes(const Place &place, SplitMix64 &draws);
    void writeEvents(const Place &place, SplitMix64 &draws, TapePrinter &printer);

    quint64 m_seed;
    PrintPlanner m_planner;
    std::vector<qint64> m_quoteTimes; // ascending
};

} // namespace tapeline
