#include "bollinger.h"

namespace tapeline {

namespace {

class Bollinger : public CopiedIndicator<Bollinger>
{
public:
    explicit Bollinger(std::span<const double> parameters)
        : m_bands(parameters)
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_bands.add(bar);
        values[0] = m_bands.middle();
        values[1] = values[0] + m_bands.reach();
        values[2] = values[0] - m_bands.reach();
    }

private:
    BollingerBands m_bands;
};

} // namespace

IndicatorInfo bollingerInfo()
{
    return { .id = "bollinger",
             .name = TAPELINE_INDICATOR_TEXT("Bollinger bands"),
             .shortName = "BB",
             .group = IndicatorGroup::Bands,
             .parameters = bollingerParameters(),
             .outputs = { { .id = "middle", .name = TAPELINE_INDICATOR_TEXT("Middle"), .tint = 1 },
                          { .id = "upper", .name = TAPELINE_INDICATOR_TEXT("Upper") },
                          { .id = "lower", .name = TAPELINE_INDICATOR_TEXT("Lower") } },
             .bands = { { .upper = 1, .lower = 2 } },
             .make = makeOf<Bollinger> };
}

} // namespace tapeline
