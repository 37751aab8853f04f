#include "easterntime.h"
#include "indicatorparts.h"
#include "rollingmean.h"

#include <unordered_map>

namespace tapeline {

namespace {

/// A bar's volume in parts of the mean volume of the bars that began at the same time of day on the
/// last n days that had one: 2 is twice as much as usual at this time. Time of day is New York's,
/// or UTC's where days are those of UTC (crypto). No value before there are n such days, and where
/// all of them had no volume. Bars without a time of their own (of ticks, of ranges) seldom have
/// one.
class RelativeVolume : public Indicator
{
public:
    explicit RelativeVolume(std::span<const double> parameters)
        : m_days(std::size_t(parameters[0]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_ofUtc = isOfUtc(bar);
        m_day = bar.day;
        Slot &slot
            = m_slots.try_emplace(timeOf(bar, m_ofUtc), Slot { RollingMean(m_days) }).first->second;
        values[0] = partOf(bar.volume, slot.mean);
        slot.mean = slot.volumes.add(bar.volume);
    }

    void preview(const IndicatorBar &bar, std::span<double> values) const override
    {
        const auto slot = m_slots.find(timeOf(bar, isOfUtc(bar)));
        values[0] = slot == m_slots.end() ? noValue : partOf(bar.volume, slot->second.mean);
    }

    std::unique_ptr<Indicator> clone() const override
    {
        return std::make_unique<RelativeVolume>(*this);
    }

private:
    struct Slot
    {
        RollingMean volumes;
        double mean = noValue; ///< of the days before
    };

    static double partOf(double volume, double mean) { return mean > 0 ? volume / mean : noValue; }
    /// A day's first bar tells: one of UTC begins while New York has the day before.
    bool isOfUtc(const IndicatorBar &bar) const
    {
        if (bar.day == m_day)
            return m_ofUtc;
        return QDate(1970, 1, 1).addDays(bar.day) != easterntime::date(bar.start);
    }
    /// Seconds since the day began.
    static qint64 timeOf(const IndicatorBar &bar, bool ofUtc)
    {
        const Duration time = ofUtc ? bar.start.time_since_epoch() % std::chrono::days(1)
                                    : easterntime::timeOfDay(bar.start);
        return std::chrono::floor<std::chrono::seconds>(time).count();
    }

    std::size_t m_days;
    std::unordered_map<qint64, Slot> m_slots;
    qint64 m_day = std::numeric_limits<qint64>::min();
    bool m_ofUtc = false;
};

} // namespace

IndicatorInfo relativeVolumeInfo()
{
    IndicatorParameter days = lengthParameter(10, "days", TAPELINE_INDICATOR_TEXT("Days"));
    days.most = 60;
    return { .id = "rvol",
             .name = TAPELINE_INDICATOR_TEXT("Relative volume at this time of day"),
             .shortName = "RVOL",
             .group = IndicatorGroup::Volume,
             .onPrices = false,
             .parameters = { days },
             .outputs = { { .id = "rvol",
                            .name = TAPELINE_INDICATOR_TEXT("Relative volume"),
                            .look = IndicatorOutput::Look::Columns,
                            .tint = 7 } },
             .levels = { 1, 2 },
             .make = makeOf<RelativeVolume> };
}

} // namespace tapeline
