#pragma once

#include "candle.h"

#include <array>
#include <deque>
#include <optional>
#include <span>

namespace tapeline {

/// The volume of a day so far against that of other days at the same minute (execution.md D.5).
class RelativeVolume
{
public:
    /// Older sessions are forgotten.
    static constexpr std::size_t sessions = 20;

    /// The minute bars of one earlier session, the latest session last.
    void addSession(std::span<const Candle> minutes);
    std::size_t knownSessions() const { return m_sessions.size(); }

    /// The mean volume up to an instant; inside a minute in proportion. Nothing without sessions.
    std::optional<double> usual(Timestamp now) const;
    /// volumeToday / usual(); nothing while nothing is usual yet.
    std::optional<double> ratio(Qty volumeToday, Timestamp now) const;

private:
    static constexpr std::size_t minutesOfDay = 1'440;
    using Cumulated = std::array<double, minutesOfDay + 1>; // volume before a minute, Eastern

    std::deque<Cumulated> m_sessions;
};

} // namespace tapeline
