#include "indicatorparts.h"

namespace tapeline {

namespace {

/// The average of Legoux and Kouzis-Loukas: the last n prices weighted with a bell whose top lies
/// at an offset (0 oldest, 1 newest) and whose width is n / sigma. Its weights are no sums of sums,
/// so this one takes n steps a bar.
class ArnaudAverage : public CopiedIndicator<ArnaudAverage>
{
public:
    explicit ArnaudAverage(std::span<const double> parameters)
        : m_source(parameters[3])
    {
        const std::size_t length = std::size_t(parameters[0]);
        const double top = parameters[1] * double(length - 1);
        const double width = double(length) / parameters[2];
        double sum = 0;
        for (std::size_t i = 0; i < length; ++i) {
            const double apart = (double(i) - top) / width;
            m_weights.push_back(std::exp(-apart * apart / 2));
            sum += m_weights.back();
        }
        for (double &weight : m_weights)
            weight /= sum;
        m_prices.resize(length);
    }

    void add(const IndicatorBar &bar, std::span<double> values) override
    {
        m_prices[m_next] = priceOf(bar, m_source);
        m_next = m_next + 1 == m_prices.size() ? 0 : m_next + 1;
        m_count += m_count < m_prices.size() ? 1 : 0;
        values[0] = m_count == m_prices.size() ? average() : noValue;
    }

private:
    /// m_next is the oldest price.
    double average() const
    {
        const std::size_t length = m_prices.size();
        double sum = 0;
        for (std::size_t i = m_next; i < length; ++i)
            sum += m_weights[i - m_next] * m_prices[i];
        for (std::size_t i = 0; i < m_next; ++i)
            sum += m_weights[length - m_next + i] * m_prices[i];
        return sum;
    }

    double m_source;
    std::vector<double> m_weights;
    std::vector<double> m_prices;
    std::size_t m_next = 0;
    std::size_t m_count = 0;
};

} // namespace

IndicatorInfo arnaudAverageInfo()
{
    using Kind = IndicatorParameter::Kind;
    return { .id = "alma",
             .name = TAPELINE_INDICATOR_TEXT("Arnaud Legoux moving average"),
             .shortName = "ALMA",
             .group = IndicatorGroup::Averages,
             .parameters = { lengthParameter(9),
                             { .id = "offset",
                               .name = TAPELINE_INDICATOR_TEXT("Offset"),
                               .kind = Kind::Number,
                               .initial = 0.85,
                               .least = 0,
                               .most = 1 },
                             { .id = "sigma",
                               .name = TAPELINE_INDICATOR_TEXT("Sigma"),
                               .kind = Kind::Number,
                               .initial = 6,
                               .least = 0.1,
                               .most = 100 },
                             priceSourceParameter() },
             .outputs = { { .id = "alma", .name = TAPELINE_INDICATOR_TEXT("Average"), .tint = 2 } },
             .make = makeOf<ArnaudAverage> };
}

} // namespace tapeline
