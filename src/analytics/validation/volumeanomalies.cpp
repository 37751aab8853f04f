#include "volumeanomalies.h"

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t minutesOfDay = 24 * 60;
constexpr float usualTimes = 20; // execution.md V-17

} // namespace

VolumeAnomalies::VolumeAnomalies(bool isIntraday)
    : m_isIntraday(isIntraday)
    , m_minutes(isIntraday ? minutesOfDay : 1)
{
}

void VolumeAnomalies::begin()
{
    m_minutes.assign(m_minutes.size(), {});
}

void VolumeAnomalies::Minute::add(float volume)
{
    volumes[next] = volume;
    next = static_cast<quint8>((next + 1) % remembered);
    count = static_cast<quint8>(std::min<std::size_t>(count + 1U, remembered));
}

/// Of an even number the lower of the middle two: they are volumes that were seen.
float VolumeAnomalies::Minute::median() const
{
    std::array<float, remembered> sorted = volumes;
    const auto middle = sorted.begin() + (count - 1) / 2;
    std::nth_element(sorted.begin(), middle, sorted.begin() + count);
    return *middle;
}

bool VolumeAnomalies::check(const Candle &bar, Duration timeOfDay, IssueList &issues)
{
    const auto minute = static_cast<std::size_t>(timeOfDay / std::chrono::minutes(1));
    Minute &usual = m_minutes[m_isIntraday ? std::min(minute, minutesOfDay - 1) : 0];
    const auto volume = static_cast<float>(bar.volume.toDouble());
    const float median = usual.count >= needed ? usual.median() : 0;
    usual.add(volume);
    if (median <= 0 || volume <= usualTimes * median)
        return false;
    issues.add(QualityRule::Volume, IssueSeverity::Warning, bar.start, [&] {
        return u"The volume is %1; at that time of day %2 is usual."_s.arg(
            bar.volume.toString(), QString::number(double(median), 'g', 8));
    });
    return true;
}

} // namespace tapeline
