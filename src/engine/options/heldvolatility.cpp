#include "heldvolatility.h"

#include "chaininputs.h"
#include "optionexpiry.h"
#include "strategy.h"
#include "symbology.h"
#include "underlyingspot.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr Duration betweenReckonings = 1s;
constexpr double million = 1e6;
/// The spread of a quote that tells a price: a quarter of its middle, or ten cents.
constexpr double widestSpread = 0.25;
constexpr double leastWide = 0.1;

} // namespace

HeldVolatility::HeldVolatility(const MarketContext &context, ChainInputs &inputs)
    : m_context(context)
    , m_inputs(inputs)
{
}

void HeldVolatility::follow(const QStringList &symbols)
{
    std::map<QString, Contract> wanted;
    for (const QString &symbol : symbols) {
        const Result<Instrument> instrument = instrumentFromSymbol(symbol);
        if (!instrument || !instrument->option)
            continue;
        const auto known = m_contracts.find(symbol);
        wanted.emplace(symbol,
                       known == m_contracts.end() ? contractOf(*instrument) : known->second);
        m_inputs.want(instrument->option->underlying);
    }
    m_contracts = std::move(wanted);
}

HeldVolatility::Contract HeldVolatility::contractOf(const Instrument &instrument) const
{
    const OptionTerms &terms = *instrument.option;
    const Result<symbology::OptionContract> written = symbology::parseOption(instrument.symbol);
    Contract contract;
    contract.instrument = instrument;
    contract.id = m_context.hub->symbols().intern(instrument.symbol);
    contract.underlying = m_context.hub->symbols().intern(terms.underlying);
    contract.ends = optionexpiry::moment(written ? written->root : terms.underlying, terms.expiry,
                                         m_context.calendar);
    return contract;
}

/// 0 where the quote implies none: too wide a quote, or a price of the underlying that is older or
/// newer than the quotes of options, would fire a stop that nothing has reached.
qint64 HeldVolatility::reckon(const Contract &contract, const Quote &quote)
{
    const UnderlyingSpot known = underlyingSpot(m_context, contract.underlying);
    const double middle = (quote.bid.toDouble() + quote.ask.toDouble()) / 2;
    const double spread = (quote.ask - quote.bid).toDouble();
    if (!known.isAsOldAsOptions || spread > std::max(widestSpread * middle, leastWide))
        return 0;
    const double spot = known.price;
    const OptionTerms &terms = *contract.instrument.option;
    const double years = strategies::yearsBetween(quote.time, contract.ends);
    const ChainQuote asked { .right = terms.right,
                             .isAmerican = terms.american,
                             .strike = terms.strike.toDouble(),
                             .years = years,
                             .rate = m_inputs.rates().at(years),
                             .yield = m_inputs.yearOfDividends(terms.underlying).value_or(0) / spot,
                             .price = middle };
    const ContractReckoning reckoned = m_pricer.reckon(asked, spot);
    const bool isFound = reckoned.status == VolatilityStatus::Ok && reckoned.greeks;
    return isFound ? std::llround(reckoned.greeks->volatility * million) : 0;
}

std::vector<HeldVolatility::Change> HeldVolatility::known() const
{
    std::vector<Change> all;
    for (const auto &[symbol, contract] : m_contracts)
        if (contract.ppm > 0)
            all.push_back({ symbol, contract.ppm });
    return all;
}

std::vector<HeldVolatility::Change> HeldVolatility::take(Timestamp at)
{
    std::vector<Change> changes;
    for (auto &[symbol, contract] : m_contracts) {
        const InstrumentState &state = m_context.hub->state(contract.id);
        const bool isNew = state.hasQuote && state.quote.time > contract.quoteTime
            && at - contract.reckonedAt >= betweenReckonings;
        if (!isNew || !state.quote.isTwoSided() || state.quote.bid > state.quote.ask)
            continue;
        contract.quoteTime = state.quote.time;
        contract.reckonedAt = at;
        const qint64 ppm = reckon(contract, state.quote);
        if (ppm > 0 && std::exchange(contract.ppm, ppm) != ppm)
            changes.push_back({ symbol, ppm });
    }
    return changes;
}

} // namespace tapeline
