#include "pricecomparison.h"

#include "easterntime.h"

#include <cmath>

namespace tapeline {

std::optional<double> PriceComparison::difference(Price a, Price b)
{
    if (a <= Price() || b <= Price())
        return {};
    return std::abs(b.toDouble() - a.toDouble()) / a.toDouble() * 100;
}

bool PriceComparison::areComparable(const Last &a, const Last &b, Timestamp marketNow) const
{
    const auto isFresh
        = [&](const Last &last) { return marketNow - last.time <= m_rules.freshFor; };
    return isFresh(a) && isFresh(b) && std::chrono::abs(a.time - b.time) <= m_rules.apart
        && a.part == b.part && a.part != SessionPart::Closed
        && easterntime::date(a.time) == easterntime::date(b.time);
}

bool PriceComparison::addLast(const QString &symbol, const Last &a, const Last &b,
                              Timestamp marketNow)
{
    const std::optional<double> percent = difference(a.price, b.price);
    if (!percent || !areComparable(a, b, marketNow))
        return false;
    State &state = m_states[symbol];
    if (state.seenA == a.time && state.seenB == b.time)
        return false;
    state.seenA = a.time;
    state.seenB = b.time;
    if (*percent <= m_rules.percent) {
        state.inARow = 0;
        return true;
    }
    const Timestamp since = state.inARow++ == 0 ? std::min(a.time, b.time) : state.last.since;
    state.last = { symbol, a.price, b.price, *percent, since, Discrepancy::Basis::LastPrice };
    return true;
}

bool PriceComparison::addClose(const QString &symbol, Timestamp barStart, Price a, Price b)
{
    const std::optional<double> percent = difference(a, b);
    const auto known = m_states.find(symbol);
    if (!percent || (known != m_states.end() && barStart < known->second.closed))
        return false;
    State &state = m_states[symbol];
    state.closed = barStart;
    if (*percent <= m_rules.percent) {
        state.close.reset();
        return true;
    }
    const Timestamp since = state.close ? state.close->since : barStart;
    state.close = Discrepancy { symbol, a, b, *percent, since, Discrepancy::Basis::Close };
    return true;
}

std::optional<Discrepancy> PriceComparison::of(const State &state) const
{
    if (state.close)
        return state.close;
    if (state.inARow > 0 && state.inARow >= m_rules.inARow)
        return state.last;
    return {};
}

std::optional<Discrepancy> PriceComparison::of(const QString &symbol) const
{
    const auto known = m_states.find(symbol);
    return known == m_states.end() ? std::nullopt : of(known->second);
}

std::vector<Discrepancy> PriceComparison::all() const
{
    std::vector<Discrepancy> found;
    for (const auto &[symbol, state] : m_states)
        if (std::optional<Discrepancy> discrepancy = of(state))
            found.push_back(std::move(*discrepancy));
    return found;
}

} // namespace tapeline
