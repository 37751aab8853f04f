#include "weightedprice.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tapeline {

namespace {

/// The volume-weighted average price since the session of the day began, with bands of k volume-
/// weighted deviations (execution.md F.1). Of regular trading alone it has no value outside it; nor
/// has it one in a session whose beginning the bars do not reach.
class SessionVwap : public CopiedIndicator<SessionVwap>
{
public:
    explicit SessionVwap(std::span<const double> parameters)
        : m_extended(parameters[0] != 0)
        , m_choice(WeighedPrice(int(parameters[1])))
        , m_inner(parameters[2])
        , m_outer(parameters[3])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const bool isWhole = bar.completeFrom <= (m_extended ? bar.dayStart : bar.sessionStart);
        if (!isWhole || (!m_extended && bar.part != SessionPart::Regular)) {
            std::ranges::fill(values, noValue);
            return;
        }
        if (bar.day != m_day) {
            m_day = bar.day;
            m_price = {};
        }
        m_price.add(weighedPriceOf(bar, m_choice), bar.volume);
        putWeightedPrice(m_price, m_inner, m_outer, values);
    }

private:
    bool m_extended;
    WeighedPrice m_choice;
    double m_inner;
    double m_outer;
    WeightedPrice m_price;
    qint64 m_day = std::numeric_limits<qint64>::min();
};

} // namespace

IndicatorInfo sessionVwapInfo()
{
    std::vector<IndicatorParameter> parameters { choiceParameter(
                                                     "session", TAPELINE_INDICATOR_TEXT("Session"),
                                                     { TAPELINE_INDICATOR_TEXT("Regular hours"),
                                                       TAPELINE_INDICATOR_TEXT("Extended hours") }),
                                                 weighedPriceParameter() };
    std::ranges::move(weightedPriceMultipliers(), std::back_inserter(parameters));
    return { .id = "vwap",
             .name = TAPELINE_INDICATOR_TEXT("VWAP of the session"),
             .shortName = "VWAP",
             .group = IndicatorGroup::Averages,
             .parameters = std::move(parameters),
             .outputs = weightedPriceOutputs(),
             .bands = weightedPriceBands(),
             .make = makeOf<SessionVwap> };
}

} // namespace tapeline
