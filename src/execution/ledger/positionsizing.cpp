#include "positionsizing.h"

#include "ledgermath.h"

namespace tapeline::positionsizing {

using namespace Qt::Literals::StringLiterals;
using namespace ledgermath;

namespace {

Qty inUnitsOf(const Instrument &instrument, Qty qty)
{
    const qint64 step = instrument.fractions ? 1 : Qty::unitsPerOne;
    return Qty::fromUnits(qty.units() - qty.units() % step);
}

/// The largest quantity whose value at this price is within the amount.
Result<Qty> within(Money amount, Price each, const Instrument &instrument)
{
    if (amount < Money() || each <= Price() || instrument.multiplier < 1)
        return Error { Error::Code::InvalidArgument, u"nothing to size by"_s };
    // 1e-6 of money by 1e-10 of price makes 1e-8 of quantity by 1e12
    const auto contract = multiplyDivide(each.units(), instrument.multiplier, 1);
    const auto units
        = contract ? multiplyDivide(amount.units(), 1'000'000'000'000, *contract) : std::nullopt;
    if (!units)
        return Error { Error::Code::Overflow, u"the quantity does not fit"_s };
    Qty qty = inUnitsOf(instrument, Qty::fromUnits(*units));
    // Rounding to even may have gone up by a unit
    const qint64 step = instrument.fractions ? 1 : Qty::unitsPerOne;
    const Result<Money> value = notional(each, qty, instrument.multiplier);
    if (!value || *value > amount)
        qty -= Qty::fromUnits(std::min(step, qty.units()));
    return qty;
}

} // namespace

Result<Qty> byRisk(Money risk, Price entry, Price stop, const Instrument &instrument)
{
    return within(risk, magnitude(entry - stop), instrument);
}

Result<Qty> byAtr(Money risk, double atr, double multiple, const Instrument &instrument)
{
    return within(risk, Price::fromDouble(atr * multiple), instrument);
}

Result<Qty> byCash(Money cash, Price price, const Instrument &instrument)
{
    return within(cash, price, instrument);
}

Result<Qty> byShares(Qty shares, const Instrument &instrument)
{
    const Qty qty = inUnitsOf(instrument, shares);
    if (qty <= Qty())
        return Error { Error::Code::InvalidArgument, u"less than one unit"_s };
    return qty;
}

} // namespace tapeline::positionsizing
