#pragma once

#include "ledgermath.h"

namespace tapeline {

/// The mean of prices weighted by their quantities, rounded to a unit of price at every step; of
/// equal prices exactly these.
class MeanPrice
{
public:
    /// qty > 0.
    void add(Price price, Qty qty)
    {
        const auto toward = multiplyDivide((price - m_mean).units(), qty.units(),
                                           std::max<qint64>(1, (m_qty + qty).units()));
        m_mean += Price::fromUnits(toward.value_or(0));
        m_qty += qty;
    }
    /// Takes back what was added; 0 < qty.
    void remove(Price price, Qty qty)
    {
        const Qty left = m_qty - qty;
        if (left <= Qty())
            return void(*this = {});
        const auto away = multiplyDivide((m_mean - price).units(), qty.units(), left.units());
        m_mean += Price::fromUnits(away.value_or(0));
        m_qty = left;
    }
    /// A split has made `after` units of `before`; both > 0.
    void scale(Qty after, Qty before)
    {
        const auto units = [&](qint64 value, Qty times, Qty by) {
            return multiplyDivide(value, times.units(), by.units()).value_or(value);
        };
        m_mean = Price::fromUnits(units(m_mean.units(), before, after));
        m_qty = Qty::fromUnits(units(m_qty.units(), after, before));
    }

    Qty qty() const { return m_qty; }
    /// Nothing of nothing.
    std::optional<Price> mean() const
    {
        return m_qty.isZero() ? std::nullopt : std::optional(m_mean);
    }

private:
    Price m_mean;
    Qty m_qty;
};

} // namespace tapeline
