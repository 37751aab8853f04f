#include "indicatorparts.h"
#include "rollingextremes.h"

namespace tapeline {

namespace {

/// The highest high and the lowest low of the last n bars, and the middle between; or of the n bars
/// before this one, so that a bar can leave the channel (Donchian's rule of four weeks).
class Donchian : public CopiedIndicator<Donchian>
{
public:
    explicit Donchian(std::span<const double> parameters)
        : m_range(std::size_t(parameters[0]))
        , m_before(parameters[1] != 0)
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        if (!m_before)
            m_range.add(bar);
        values[0] = m_range.middle();
        values[1] = m_range.highest();
        values[2] = m_range.lowest();
        if (m_before)
            m_range.add(bar);
    }

private:
    RollingExtremes m_range;
    bool m_before;
};

} // namespace

IndicatorInfo donchianInfo()
{
    return { .id = "donchian",
             .name = TAPELINE_INDICATOR_TEXT("Donchian channel"),
             .shortName = "DC",
             .group = IndicatorGroup::Bands,
             .parameters
             = { lengthParameter(20),
                 flagParameter("before", TAPELINE_INDICATOR_TEXT("Only of the bars before")) },
             .outputs = { { .id = "middle", .name = TAPELINE_INDICATOR_TEXT("Middle"), .tint = 1 },
                          { .id = "upper", .name = TAPELINE_INDICATOR_TEXT("Upper") },
                          { .id = "lower", .name = TAPELINE_INDICATOR_TEXT("Lower") } },
             .bands = { { .upper = 1, .lower = 2 } },
             .make = makeOf<Donchian> };
}

} // namespace tapeline
