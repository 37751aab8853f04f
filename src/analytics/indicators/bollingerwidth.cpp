#include "bollinger.h"

namespace tapeline {

namespace {

/// How far apart Bollinger's bands are, in percent of the middle (execution.md F.1). No value where
/// that is 0.
class BollingerWidth : public CopiedIndicator<BollingerWidth>
{
public:
    explicit BollingerWidth(std::span<const double> parameters)
        : m_bands(parameters)
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_bands.add(bar);
        values[0] = percentOf(2 * m_bands.reach(), m_bands.middle());
    }

private:
    BollingerBands m_bands;
};

} // namespace

IndicatorInfo bollingerWidthInfo()
{
    return { .id = "bandwidth",
             .name = TAPELINE_INDICATOR_TEXT("Bollinger bandwidth"),
             .shortName = "BBW",
             .group = IndicatorGroup::Bands,
             .onPrices = false,
             .parameters = bollingerParameters(),
             .outputs = { { .id = "bandwidth",
                            .name = TAPELINE_INDICATOR_TEXT("Bandwidth in percent"),
                            .tint = 1 } },
             .make = makeOf<BollingerWidth> };
}

} // namespace tapeline
