#include "directionalmovement.h"

namespace tapeline {

namespace {

/// Wilder's ADX with +DI and -DI (DirectionalMovement).
class DirectionalIndex : public CopiedIndicator<DirectionalIndex>
{
public:
    explicit DirectionalIndex(std::span<const double> parameters)
        : m_movement(std::size_t(parameters[0]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_movement.add(bar);
        values[0] = m_movement.average();
        values[1] = m_movement.plus();
        values[2] = m_movement.minus();
    }

private:
    DirectionalMovement m_movement;
};

} // namespace

IndicatorInfo directionalIndexInfo()
{
    return { .id = "adx",
             .name = TAPELINE_INDICATOR_TEXT("Average directional index"),
             .shortName = "ADX",
             .group = IndicatorGroup::Trend,
             .onPrices = false,
             .parameters = { lengthParameter(14) },
             .outputs = { { .id = "adx", .name = "ADX", .tint = 1 },
                          { .id = "plus", .name = "+DI", .tint = 3 },
                          { .id = "minus", .name = "-DI", .tint = 4 } },
             .levels = { 25 },
             .range = { { 0, 100 } },
             .make = makeOf<DirectionalIndex> };
}

} // namespace tapeline
