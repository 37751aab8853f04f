#include "weightedprice.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tapeline {

namespace {

/// The volume-weighted average price since the first bar that begins at the anchor or after it,
/// with bands of k volume-weighted deviations (execution.md F.1). No value where the bars do not
/// reach the anchor.
class AnchoredVwap : public CopiedIndicator<AnchoredVwap>
{
public:
    explicit AnchoredVwap(std::span<const double> parameters)
        : m_anchor(
            std::chrono::duration_cast<Duration>(std::chrono::duration<double>(parameters[0])))
        , m_choice(WeighedPrice(int(parameters[1])))
        , m_inner(parameters[2])
        , m_outer(parameters[3])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        if (bar.completeFrom < m_anchor + exactness && bar.start + exactness > m_anchor)
            m_price.add(weighedPriceOf(bar, m_choice), bar.volume);
        putWeightedPrice(m_price, m_inner, m_outer, values);
    }

private:
    /// Seconds since 1970 in a double are true to a quarter of it.
    static constexpr Duration exactness = std::chrono::microseconds(1);

    Timestamp m_anchor;
    WeighedPrice m_choice;
    double m_inner;
    double m_outer;
    WeightedPrice m_price;
};

} // namespace

IndicatorInfo anchoredVwapInfo()
{
    constexpr double year2200 = 7'258'118'400;
    std::vector<IndicatorParameter> parameters { { .id = "anchor",
                                                   .name = TAPELINE_INDICATOR_TEXT("From"),
                                                   .kind = IndicatorParameter::Kind::Instant,
                                                   .most = year2200 },
                                                 weighedPriceParameter() };
    std::ranges::move(weightedPriceMultipliers(), std::back_inserter(parameters));
    return { .id = "avwap",
             .name = TAPELINE_INDICATOR_TEXT("Anchored VWAP"),
             .shortName = "AVWAP",
             .group = IndicatorGroup::Averages,
             .parameters = std::move(parameters),
             .outputs = weightedPriceOutputs(),
             .bands = weightedPriceBands(),
             .make = makeOf<AnchoredVwap> };
}

} // namespace tapeline
