#pragma once

#include "marketsnapshot.h"

#include <array>
#include <span>
#include <vector>

namespace tapeline {

/// Finds sweeps on a tape (execution.md D.5): at least three prints of one side within 50 ms at
/// two prices or venues, or more. Prints of the other side, or of none, do not end one.
class SweepFinder
{
public:
    static constexpr Duration span = 50ms;
    static constexpr std::size_t leastPrints = 3;

    /// The next print. The serials of the sweep it belongs to, ascending, itself the last; empty
    /// when there is none, or not yet. Valid until the next call.
    std::span<const quint64> take(quint64 serial, const TapePrint &print);
    void clear();

private:
    struct Mark
    {
        Timestamp time;
        Price price;
        quint16 venue = 0;
        bool differs = false; ///< from the one before in price or venue
    };
    struct Run
    {
        std::vector<quint64> serials;
        std::vector<Mark> marks; // of the same prints
        std::size_t differing = 0;
        bool isSweep = false;

        void leaveBehind(Timestamp time);
        void add(quint64 serial, Mark mark);
    };

    std::array<Run, 2> m_runs; // buys, sells
};

} // namespace tapeline
