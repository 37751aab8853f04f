#include "delayline.h"
#include "exponentialmean.h"
#include "indicatorparts.h"

#include <utility>

namespace tapeline {

namespace {

/// Hutson's TRIX: by how many percent the exponential average of an average of an average of the
/// price moved in a bar (TA-Lib TRIX), and the exponential average of that. No value where that
/// average was 0.
class TripleChange : public CopiedIndicator<TripleChange>
{
public:
    explicit TripleChange(std::span<const double> parameters)
        : m_first(std::size_t(parameters[0]))
        , m_second(std::size_t(parameters[0]))
        , m_third(std::size_t(parameters[0]))
        , m_signal(std::size_t(parameters[1]))
        , m_source(parameters[2])
    {
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        const double average = m_third.add(m_second.add(m_first.add(priceOf(bar, m_source))));
        const double before = std::exchange(m_before, average);
        values[0] = percentOf(average - before, before);
        values[1] = m_signal.add(values[0]);
    }

private:
    ExponentialMean m_first;
    ExponentialMean m_second;
    ExponentialMean m_third;
    ExponentialMean m_signal;
    double m_source;
    double m_before = noValue;
};

} // namespace

IndicatorInfo tripleChangeInfo()
{
    return { .id = "trix",
             .name = TAPELINE_INDICATOR_TEXT("TRIX"),
             .shortName = "TRIX",
             .group = IndicatorGroup::Momentum,
             .onPrices = false,
             .parameters = { lengthParameter(18),
                             lengthParameter(9, "signal", TAPELINE_INDICATOR_TEXT("Signal length")),
                             priceSourceParameter() },
             .outputs
             = { { .id = "trix", .name = "TRIX" },
                 { .id = "signal", .name = TAPELINE_INDICATOR_TEXT("Signal"), .tint = 1 } },
             .levels = { 0 },
             .make = makeOf<TripleChange> };
}

} // namespace tapeline
