#include "indicatorparts.h"

#include <algorithm>

namespace tapeline {

namespace {

/// The classic pivot points of the trading day before: P = (H + L + C) / 3 and three levels either
/// side. Of regular trading, or of extended hours too; a day without any leaves the levels as they
/// were. No value on the first day, and after one whose beginning the bars do not reach.
class PivotPoints : public CopiedIndicator<PivotPoints>
{
public:
    explicit PivotPoints(std::span<const double> parameters)
        : m_extended(parameters[0] != 0)
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        if (m_hasBar && bar.day != m_day.day) {
            m_before = m_day;
            m_hasDay = m_day.completeFrom <= (m_extended ? m_day.dayStart : m_day.sessionStart);
            m_hasBar = false;
        }
        if (m_extended || bar.part == SessionPart::Regular)
            widen(bar);
        put(values);
    }

private:
    void widen(const IndicatorBar &bar)
    {
        if (!m_hasBar)
            m_day = bar;
        m_hasBar = true;
        m_day.high = std::max(m_day.high, bar.high);
        m_day.low = std::min(m_day.low, bar.low);
        m_day.close = bar.close;
    }
    void put(std::span<double> values) const
    {
        if (!m_hasDay) {
            std::ranges::fill(values, noValue);
            return;
        }
        const double pivot = priceOf(m_before, PriceSource::Typical);
        const double range = m_before.high - m_before.low;
        values[0] = pivot;
        values[1] = 2 * pivot - m_before.low;
        values[2] = pivot + range;
        values[3] = m_before.high + 2 * (pivot - m_before.low);
        values[4] = 2 * pivot - m_before.high;
        values[5] = pivot - range;
        values[6] = m_before.low - 2 * (m_before.high - pivot);
    }

    bool m_extended;
    IndicatorBar m_day; ///< the day so far
    IndicatorBar m_before; ///< the day before
    bool m_hasBar = false;
    bool m_hasDay = false;
};

} // namespace

IndicatorInfo pivotPointsInfo()
{
    const auto level = [](const char *id, const char *name, int tint) {
        return IndicatorOutput { id, name, IndicatorOutput::Look::Steps, tint };
    };
    return { .id = "pivots",
             .name = TAPELINE_INDICATOR_TEXT("Pivot points"),
             .shortName = "Pivots",
             .group = IndicatorGroup::Trend,
             .parameters = { choiceParameter("session", TAPELINE_INDICATOR_TEXT("Session"),
                                             { TAPELINE_INDICATOR_TEXT("Regular hours"),
                                               TAPELINE_INDICATOR_TEXT("Extended hours") }) },
             .outputs = { level("p", "P", 1), level("r1", "R1", 4), level("r2", "R2", 4),
                          level("r3", "R3", 4), level("s1", "S1", 3), level("s2", "S2", 3),
                          level("s3", "S3", 3) },
             .make = makeOf<PivotPoints> };
}

} // namespace tapeline
