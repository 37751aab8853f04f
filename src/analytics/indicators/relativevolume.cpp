#include "indicatorparts.h"

#include <deque>

namespace tapeline {

namespace {

/// What was traded on one day by when, to the minute: that of bars shorter than one is taken as
/// spread evenly over its minute. Bounded: a point a minute.
class DayVolume
{
public:
    /// In order of time; sinceStart: when the bar begins, since the day did.
    void add(Duration sinceStart, double volume)
    {
        m_volume += volume;
        const Duration minute = std::chrono::floor<std::chrono::minutes>(sinceStart);
        if (m_points.empty() || m_points.back().last < minute)
            m_points.push_back({ sinceStart, m_volume });
        else
            m_points.back() = { sinceStart, m_volume };
    }
    double volume() const { return m_volume; }
    bool isEmpty() const { return m_points.empty(); }

    /// With the bar that begins then. place: where the last one asked for was found, 0 at first;
    /// those asked for later begin no earlier.
    double volumeUpTo(Duration sinceStart, std::size_t &place) const
    {
        while (place < m_points.size() && m_points[place].last <= sinceStart)
            ++place;
        const double before = place > 0 ? m_points[place - 1].volume : 0;
        if (place == m_points.size())
            return before;
        const Point &point = m_points[place];
        const Duration minute = std::chrono::floor<std::chrono::minutes>(point.last);
        if (sinceStart <= minute)
            return before;
        const double part
            = double((sinceStart - minute).count()) / double((point.last - minute).count());
        return before + (point.volume - before) * part;
    }

private:
    struct Point
    {
        Duration last; ///< start of the last bar of a minute
        double volume; ///< of the day, with that bar
    };

    std::vector<Point> m_points;
    double m_volume = 0;
};

/// The volume of the day so far, in parts of the mean of what the last n days had by the same time
/// (execution.md D.5): 2 is twice as much as usual. No value before there are n such days, and
/// where none of them had traded by then. Days whose beginning the bars do not reach do not count.
class RelativeVolume : public Indicator
{
public:
    explicit RelativeVolume(std::span<const double> parameters)
        : m_days(std::size_t(parameters[0]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        if (bar.day != m_day)
            begin(bar);
        const Duration time = bar.start - bar.dayStart;
        m_today.add(time, bar.volume);
        double usual = 0;
        for (Before &before : m_before)
            usual += before.day->volumeUpTo(time, before.place);
        values[0] = partOf(m_today.volume(), usual);
    }

    void preview(const IndicatorBar &bar, std::span<double> values) const override
    {
        if (bar.day != m_day) {
            RelativeVolume(*this).add(bar, values);
            return;
        }
        double usual = 0;
        for (const Before &before : m_before) {
            std::size_t place = before.place;
            usual += before.day->volumeUpTo(bar.start - bar.dayStart, place);
        }
        values[0] = partOf(m_today.volume() + bar.volume, usual);
    }

    std::unique_ptr<Indicator> clone() const override
    {
        return std::make_unique<RelativeVolume>(*this);
    }

private:
    struct Before
    {
        std::shared_ptr<const DayVolume> day; ///< shared with copies of the indicator
        std::size_t place = 0;
    };

    void begin(const IndicatorBar &bar)
    {
        if (m_isWhole && !m_today.isEmpty())
            m_before.push_back({ std::make_shared<const DayVolume>(std::move(m_today)) });
        if (m_before.size() > m_days)
            m_before.pop_front();
        for (Before &before : m_before)
            before.place = 0;
        m_today = {};
        m_day = bar.day;
        m_isWhole = bar.completeFrom <= bar.dayStart;
    }

    /// usual: of all days before together.
    double partOf(double volume, double usual) const
    {
        return m_before.size() == m_days && usual > 0 ? volume * double(m_days) / usual : noValue;
    }

    std::size_t m_days;
    std::deque<Before> m_before;
    DayVolume m_today;
    qint64 m_day = std::numeric_limits<qint64>::min();
    bool m_isWhole = false;
};

} // namespace

IndicatorInfo relativeVolumeInfo()
{
    IndicatorParameter days = lengthParameter(20, "days", TAPELINE_INDICATOR_TEXT("Days"));
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
