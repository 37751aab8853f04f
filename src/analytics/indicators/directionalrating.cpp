#include "delayline.h"
#include "directionalmovement.h"

namespace tapeline {

namespace {

/// Wilder's rating of directional movement: the mean of the average directional index and that of n
/// bars ago (TA-Lib's ADXR takes that of n - 1 bars ago).
class DirectionalRating : public CopiedIndicator<DirectionalRating>
{
public:
    explicit DirectionalRating(std::span<const double> parameters)
        : m_movement(std::size_t(parameters[0]))
        , m_before(std::size_t(parameters[0]))
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_movement.add(bar);
        const double average = m_movement.average();
        values[0] = (average + m_before.add(average)) / 2;
    }

private:
    DirectionalMovement m_movement;
    DelayLine m_before;
};

} // namespace

IndicatorInfo directionalRatingInfo()
{
    return { .id = "adxr",
             .name = TAPELINE_INDICATOR_TEXT("Directional movement rating"),
             .shortName = "ADXR",
             .group = IndicatorGroup::Trend,
             .onPrices = false,
             .parameters = { lengthParameter(14) },
             .outputs = { { .id = "adxr", .name = "ADXR", .tint = 5 } },
             .levels = { 25 },
             .range = { { 0, 100 } },
             .make = makeOf<DirectionalRating> };
}

} // namespace tapeline
