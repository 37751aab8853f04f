#include "chainreckoning.h"

#include "chainpricing.h"
#include "chainstrikes.h"
#include "easterntime.h"
#include "impliedforward.h"
#include "marketcalendar.h"
#include "optionexpiry.h"

#include <cmath>

namespace tapeline {

namespace {

/// What the figures of one expiration rest on.
struct Inputs
{
    double days = 0;
    double years = 0;
    double rate = 0;
    double yield = 0;
};

class Reckoning
{
public:
    Reckoning(ChainData &data, const ChainRequest &request, const RateCurve &rates)
        : m_data(data)
        , m_request(request)
        , m_rates(rates)
    {
    }

    ChainMeasures run();

private:
    bool isAmerican(const ChainContract &contract) const
    {
        return m_request.isAmerican.value_or(contract.terms.american);
    }
    double daysUntil(const ChainExpiry &expiry) const;
    Inputs inputsOf(const ChainExpiry &expiry, std::span<const ChainStrike> strikes) const;
    double impliedYield(const Inputs &inputs, std::span<const ChainStrike> strikes) const;
    void price();
    ExpiryMeasures measure(const ChainExpiry &expiry, std::span<const ChainStrike> strikes) const;

    ChainData &m_data;
    const ChainRequest &m_request;
    const RateCurve &m_rates;
    const MarketCalendar m_calendar;
    std::map<ChainExpiry, Inputs> m_inputs;
};

double Reckoning::daysUntil(const ChainExpiry &expiry) const
{
    if (m_data.inWholeDays)
        return double(easterntime::date(m_data.asOf).daysTo(expiry.day));
    constexpr double secondsPerDay = 86'400;
    const Timestamp ends = optionexpiry::moment(expiry.root, expiry.day, m_calendar);
    const double left = std::chrono::duration<double>(ends - m_data.asOf).count();
    // A minute at least before the end (execution.md E.1)
    return left > 0 ? std::max(left, 60.0) / secondsPerDay : 0;
}

/// What parity near the money implies; 0 where quotes tell nothing.
double Reckoning::impliedYield(const Inputs &inputs, std::span<const ChainStrike> strikes) const
{
    const ChainContract &any = *(strikes.front().call ? strikes.front().call : strikes.front().put);
    const auto forward
        = impliedforward::estimate({ m_data.spot, inputs.years, inputs.rate, isAmerican(any) },
                                   impliedforward::pairs(strikes));
    return forward ? forward->yield : 0;
}

Inputs Reckoning::inputsOf(const ChainExpiry &expiry, std::span<const ChainStrike> strikes) const
{
    Inputs inputs;
    inputs.days = daysUntil(expiry);
    inputs.years = inputs.days / m_request.dayCount;
    inputs.rate = m_request.rate.value_or(m_rates.at(inputs.years));
    const bool isImplied = !m_request.yield && !m_data.inWholeDays;
    inputs.yield = isImplied ? impliedYield(inputs, strikes) : m_request.yield.value_or(0);
    return inputs;
}

void Reckoning::price()
{
    std::vector<ChainQuote> quotes;
    for (const ChainContract &contract : m_data.contracts) {
        const Inputs &inputs = m_inputs[{ contract.terms.expiry, contract.root }];
        quotes.push_back({ .right = contract.terms.right,
                           .isAmerican = isAmerican(contract),
                           .strike = contract.terms.strike.toDouble(),
                           .years = inputs.years,
                           .rate = inputs.rate,
                           .yield = inputs.yield,
                           .price = contract.mid() });
    }
    std::vector<ContractReckoning> results(quotes.size());
    chainpricing::reckon(quotes, m_data.spot, results);
    for (std::size_t i = 0; i < results.size(); ++i) {
        m_data.contracts[i].own = results[i].greeks;
        m_data.contracts[i].status = results[i].status;
    }
}

ExpiryMeasures Reckoning::measure(const ChainExpiry &expiry,
                                  std::span<const ChainStrike> strikes) const
{
    const Inputs &inputs = m_inputs.at(expiry);
    ExpiryMeasures measures;
    measures.expiry = expiry;
    measures.days = inputs.days;
    measures.forward = m_data.spot * std::exp((inputs.rate - inputs.yield) * inputs.years);
    if (const ChainStrike *nearest = chainmeasures::nearestStrike(strikes, m_data.spot))
        measures.atTheMoneyStrike = nearest->strike.toDouble();
    if (inputs.years > 0)
        measures.volatility
            = chainmeasures::volatilityAt(strikes, measures.forward, GreeksSource::Own);
    measures.move = expectedmove::measure(strikes, m_data.spot, measures.forward,
                                          measures.volatility.value_or(0), inputs.days);
    const std::vector<StrikeProfile> profile
        = chainmeasures::profile(strikes, m_data.spot, GreeksSource::Own);
    measures.totals = chainmeasures::totals(profile);
    // The oracles of recorded chains take the lower of two strikes that cost the same
    measures.maxPain = chainmeasures::maxPain(
        profile, m_data.spot, m_data.inWholeDays ? PainTie::Lower : PainTie::NearestSpot);
    return measures;
}

ChainMeasures Reckoning::run()
{
    const auto expiries = chainstrikes::byExpiry(m_data.contracts);
    for (const auto &[expiry, strikes] : expiries)
        m_inputs[expiry] = inputsOf(expiry, strikes);
    price();
    ChainMeasures measures;
    for (const auto &[expiry, strikes] : expiries) {
        measures.expiries.push_back(measure(expiry, strikes));
        measures.totals += measures.expiries.back().totals;
    }
    return measures;
}

} // namespace

ChainMeasures chainreckoning::reckon(ChainData &data, const ChainRequest &request,
                                     const RateCurve &rates)
{
    return Reckoning(data, request, rates).run();
}

} // namespace tapeline
