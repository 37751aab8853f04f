#pragma once

#include "marketevent.h"

#include <vector>

namespace tapeline {

/// How fast the tape runs.
struct TapeRate
{
    double printsPerSecond = 0;
    double sharesPerSecond = 0;
};

/// Prints and volume per second over a sliding window, counted in steps of a fiftieth of it.
/// Allocates nothing after it was made.
class TapeSpeed
{
public:
    explicit TapeSpeed(Duration window = 5s);

    /// A late print counts where it belongs, as far as the window reaches back.
    void add(Timestamp time, Qty size);
    /// At an instant of the market's clock, not before the newest print.
    TapeRate rate(Timestamp now);

private:
    struct Step
    {
        qint64 prints = 0;
        double shares = 0;
    };
    static constexpr qint64 steps = 50;

    void moveTo(qint64 step);
    qint64 stepOf(Timestamp time) const;
    Step &at(qint64 step) { return m_ring[static_cast<std::size_t>(step % steps)]; }

    Duration m_step;
    std::vector<Step> m_ring;
    qint64 m_newest = 0;
};

} // namespace tapeline
