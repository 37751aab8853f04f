#pragma once

#include "price.h"

namespace tapeline {

/// Prices in rows of one height: row = floor(price / height).
class PriceGrid
{
public:
    /// height: above zero (else one unit).
    explicit constexpr PriceGrid(Price height = Price::fromUnits(Price::unitsPerOne / 100))
        : m_height(height.units() > 0 ? height.units() : 1)
    {
    }

    constexpr Price height() const { return Price::fromUnits(m_height); }
    constexpr qint64 rowOf(Price price) const
    {
        const qint64 row = price.units() / m_height;
        return price.units() % m_height < 0 ? row - 1 : row;
    }
    /// Where a row begins; the row belongs to prices from here to below the next row's.
    constexpr Price bottom(qint64 row) const { return Price::fromUnits(row * m_height); }

    friend constexpr bool operator==(PriceGrid, PriceGrid) = default;

private:
    qint64 m_height;
};

} // namespace tapeline
