#pragma once

#include "accountsettings.h"
#include "instrument.h"
#include "marketcalendar.h"
#include "marketevent.h"

#include <map>

namespace tapeline {

/// What is known of an instrument's price; parts that are not known stay 0.
struct MarketPrices
{
    Quote quote {};
    Price last; ///< last eligible trade
    Timestamp lastTime {};
    Price previousClose;
};

/// Where an account looks prices up when it values itself. It is asked; nothing is pushed.
class PriceSource
{
public:
    virtual ~PriceSource() = default;
    virtual MarketPrices prices(const QString &symbol) const = 0;
};

/// The simplest source: what it was told.
class MarkBook : public PriceSource
{
public:
    MarketPrices prices(const QString &symbol) const override
    {
        const auto found = m_prices.find(symbol);
        return found == m_prices.end() ? MarketPrices() : found->second;
    }
    MarketPrices &operator[](const QString &symbol) { return m_prices[symbol]; }

private:
    std::map<QString, MarketPrices> m_prices;
};

/// The price a position is valued at (execution.md C.3).
struct Mark
{
    Price price;
    bool isKnown = false;
    bool isStale = true; ///< an old quote, or not the price the mode asks for
};

/// Liquidation: longs at the bid, shorts at the ask. Falls back to the quote, the last trade, the
/// previous close. regular: the stock market's session is open, so a quote's age counts.
Mark markOf(const MarketPrices &prices, const Instrument &instrument, Qty qty, ValuationMode mode,
            Timestamp now, bool regular);

/// The price to work with when any will do: mid, last, previous close; 0 when there is none.
Price anyPrice(const MarketPrices &prices);

} // namespace tapeline
