#include "relativevolume.h"

#include "easterntime.h"

#include <algorithm>
#include <numeric>

namespace tapeline {

void RelativeVolume::addSession(std::span<const Candle> minutes)
{
    if (m_sessions.size() == sessions)
        m_sessions.pop_front();
    Cumulated &volumes = m_sessions.emplace_back();
    for (const Candle &bar : minutes) {
        const auto minute = easterntime::timeOfDay(bar.start) / 1min;
        volumes[std::clamp<std::size_t>(std::size_t(minute), 0, minutesOfDay - 1) + 1]
            += bar.volume.toDouble();
    }
    std::partial_sum(volumes.begin(), volumes.end(), volumes.begin());
}

std::optional<double> RelativeVolume::usual(Timestamp now) const
{
    if (m_sessions.empty())
        return std::nullopt;
    const Duration time = easterntime::timeOfDay(now);
    const std::size_t minute = std::min<std::size_t>(std::size_t(time / 1min), minutesOfDay - 1);
    const double into = std::chrono::duration<double, std::ratio<60>>(time % 1min).count();
    double sum = 0;
    for (const Cumulated &volumes : m_sessions)
        sum += volumes[minute] + into * (volumes[minute + 1] - volumes[minute]);
    return sum / static_cast<double>(m_sessions.size());
}

std::optional<double> RelativeVolume::ratio(Qty volumeToday, Timestamp now) const
{
    const std::optional<double> mean = usual(now);
    if (!mean || *mean <= 0)
        return std::nullopt;
    return volumeToday.toDouble() / *mean;
}

} // namespace tapeline
