#include "quotepressure.h"

#include "heldsum.h"

#include <limits>
#include <utility>

namespace tapeline {

namespace {

constexpr qint64 most = std::numeric_limits<qint64>::max();

/// A quote whose missing sides are worse than any price.
Quote completed(Quote quote)
{
    if (!quote.hasBid()) {
        quote.bid = Price();
        quote.bidSize = Qty();
    }
    if (!quote.hasAsk()) {
        quote.ask = Price::fromUnits(most);
        quote.askSize = Qty();
    }
    return quote;
}

} // namespace

std::optional<double> bookImbalance(const Quote &quote)
{
    if (!quote.isTwoSided())
        return std::nullopt;
    const double bid = quote.bidSize.toDouble();
    const double ask = quote.askSize.toDouble();
    return (bid - ask) / (bid + ask);
}

std::optional<double> microprice(const Quote &quote)
{
    if (!quote.isTwoSided())
        return std::nullopt;
    const double bid = quote.bidSize.toDouble();
    const double ask = quote.askSize.toDouble();
    return (quote.ask.toDouble() * bid + quote.bid.toDouble() * ask) / (bid + ask);
}

Qty OrderFlowImbalance::add(const Quote &quote)
{
    const Quote now = completed(quote);
    const Quote before = std::exchange(m_last, now).value_or(now);
    Qty change;
    if (now.bid >= before.bid)
        change = heldSum(change, now.bidSize);
    if (now.bid <= before.bid)
        change = heldSum(change, -before.bidSize);
    if (now.ask <= before.ask)
        change = heldSum(change, -now.askSize);
    if (now.ask >= before.ask)
        change = heldSum(change, before.askSize);
    m_sum = heldSum(m_sum, change);
    return change;
}

} // namespace tapeline
