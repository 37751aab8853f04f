#include "bollinger.h"

namespace tapeline {

namespace {

/// Where the price lies between Bollinger's bands: 0 at the lower, 1 at the upper one. No value
/// where they are one (execution.md F.1).
class BollingerPlace : public CopiedIndicator<BollingerPlace>
{
public:
    explicit BollingerPlace(std::span<const double> parameters)
        : m_bands(parameters)
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_bands.add(bar);
        const double reach = m_bands.reach();
        values[0] = reach > 0 ? 0.5 + (m_bands.price() - m_bands.middle()) / (2 * reach) : noValue;
    }

private:
    BollingerBands m_bands;
};

} // namespace

IndicatorInfo bollingerPlaceInfo()
{
    return { .id = "percentb",
             .name = TAPELINE_INDICATOR_TEXT("Bollinger %B"),
             .shortName = "%B",
             .group = IndicatorGroup::Bands,
             .onPrices = false,
             .parameters = bollingerParameters(),
             .outputs = { { .id = "percentb", .name = "%B" } },
             .levels = { 0, 0.5, 1 },
             .make = makeOf<BollingerPlace> };
}

} // namespace tapeline
