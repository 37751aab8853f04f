#include "valuation.h"

#include "ledgermath.h"

namespace tapeline {

using namespace ledgermath;

namespace {

ValuedPosition valued(const Position &position, const Instrument &instrument, const Mark &mark,
                      bool *fits)
{
    ValuedPosition result;
    result.instrument = instrument;
    result.instrument.multiplier = position.multiplier;
    result.qty = position.qty;
    result.cost = position.cost;
    result.mark = mark.price;
    result.isStale = mark.isStale;
    const Result<Money> value = notional(mark.price, position.qty, position.multiplier);
    *fits = *fits && value;
    result.value = mark.isKnown ? value.value_or({}) : position.cost;
    return result;
}

void addOption(Valuation &valuation, const ValuedPosition &position, const PriceSource &prices)
{
    const OptionTerms &terms = *position.instrument.option;
    OptionGroup &group = valuation.options[terms.underlying];
    group.underlying = anyPrice(prices.prices(terms.underlying));
    group.options.push_back({ terms, position.qty, position.mark, position.instrument.multiplier });
}

} // namespace

Valuation valueAccount(const LedgerState &state, const InstrumentBook &instruments,
                       const PriceSource &prices, Timestamp now, bool regular)
{
    Valuation result;
    result.equity = state[LedgerAccount::Cash];
    result.fits = add(result.equity, state[LedgerAccount::Pending]);
    for (const auto &[symbol, position] : state.positions) {
        const Instrument &instrument = instruments.of(symbol);
        const Mark mark = markOf(prices.prices(symbol), instrument, position.qty,
                                 state.settings.valuation, now, regular);
        const ValuedPosition held = valued(position, instrument, mark, &result.fits);
        result.isStale = result.isStale || held.isStale;
        result.fits = result.fits && add(result.equity, held.value)
            && add(result.unrealized, held.value) && add(result.unrealized, -held.cost);
        if (instrument.option)
            addOption(result, held, prices);
        result.positions.push_back(held);
    }
    for (auto &[underlying, group] : result.options) {
        if (const Position *shares = state.find(underlying))
            group.shares = shares->qty;
    }
    return result;
}

} // namespace tapeline
