#include "optionlistings.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr std::size_t cachedListings = 32'768;

/// Bounds of the strikes on the two steps of a grid, cents.
struct StrikeRange
{
    StrikeRange(const StrikeGrid &strikes, double low, double high)
        : grid(strikes)
        , fineLow(below(low * (1 - grid.fineReach), grid.fine))
        , fineHigh(above(high * (1 + grid.fineReach), grid.fine))
        , coarseLow(below(low * (1 - grid.coarseReach), grid.coarse))
        , coarseHigh(above(high * (1 + grid.coarseReach), grid.coarse))
    {
    }

    static qint32 below(double price, qint32 step)
    {
        return std::max(1, static_cast<qint32>(std::floor(price * 100 / step))) * step;
    }
    static qint32 above(double price, qint32 step)
    {
        return static_cast<qint32>(std::ceil(price * 100 / step)) * step;
    }
    bool contains(qint32 strike) const
    {
        return (strike % grid.fine == 0 && strike >= fineLow && strike <= fineHigh)
            || (strike % grid.coarse == 0 && strike >= coarseLow && strike <= coarseHigh);
    }
    void appendTo(std::vector<qint32> &strikes) const
    {
        for (qint32 strike = coarseLow; strike <= coarseHigh; strike += grid.coarse)
            strikes.push_back(strike);
        for (qint32 strike = fineLow; strike <= fineHigh; strike += grid.fine)
            strikes.push_back(strike);
    }

    const StrikeGrid &grid;
    qint32 fineLow;
    qint32 fineHigh;
    qint32 coarseLow;
    qint32 coarseHigh;
};

} // namespace

OptionListings::OptionListings(const OptionCalendar &calendar, const TradingDays &days,
                               UnderlyingPrices &prices)
    : m_calendar(calendar)
    , m_days(days)
    , m_prices(prices)
    , m_lives(cachedListings)
{
}

std::vector<OptionListings::Stage> OptionListings::stages(int root, QDate expiration) const
{
    const std::optional<ExpirationKind> kind = m_calendar.kindOf(root, expiration);
    if (!kind)
        return {};
    const OptionRoot &series = optionRoots[static_cast<std::size_t>(root)];
    const auto since = [&](ExpirationKind from) {
        return m_days.numberOf(m_calendar.introduced(from, expiration));
    };
    if (*kind <= ExpirationKind::Weekly)
        return { { &series.nearGrid, since(*kind) } };
    return { { &series.farGrid, since(*kind) },
             { &series.nearGrid, since(ExpirationKind::Weekly) } };
}

/// Calls visit(day, seen) for each day of [first, last]; it returns false to stop.
template<typename Visit>
void OptionListings::forEachDay(int underlying, int first, int last, Visit visit) const
{
    Seen seen { HUGE_VAL, 0 };
    for (int day = first; day <= last; ++day) {
        const double close = m_prices.closeBefore(underlying, day);
        seen = { std::min(seen.low, close), std::max(seen.high, close) };
        if (!visit(day, seen))
            return;
    }
}

std::vector<qint32> OptionListings::strikes(int root, QDate expiration, QDate date) const
{
    std::vector<qint32> strikes;
    const int underlying = optionRoots[static_cast<std::size_t>(root)].underlying;
    const int last = m_days.numberOf(m_days.atOrBefore(std::min(date, expiration)));
    const int eraStart = m_prices.shareEra(underlying, last).first;
    for (const Stage &stage : stages(root, expiration)) {
        Seen all { 0, 0 };
        forEachDay(underlying, std::max(stage.first, eraStart), last, [&](int, const Seen &seen) {
            all = seen;
            return true;
        });
        if (all.high > 0)
            StrikeRange(*stage.grid, all.low, all.high).appendTo(strikes);
    }
    std::sort(strikes.begin(), strikes.end());
    strikes.erase(std::unique(strikes.begin(), strikes.end()), strikes.end());
    return strikes;
}

OptionListings::Life OptionListings::findLife(const SandboxOption &option,
                                              std::pair<int, int> era) const
{
    Life found;
    const int last = std::min(m_days.numberOf(option.expiration), era.second - 1);
    for (const Stage &stage : stages(option.root, option.expiration)) {
        const int first = std::max(stage.first, era.first);
        forEachDay(option.underlying(), first, last, [&](int day, const Seen &seen) {
            if (!StrikeRange(*stage.grid, seen.low, seen.high).contains(option.strike))
                return true;
            found = { found.first < 0 ? day : std::min(found.first, day), last };
            return false;
        });
    }
    return found;
}

/// Before a split there are other strikes: the newest shares in which a contract was listed count.
OptionListings::Life OptionListings::findLife(const SandboxOption &option) const
{
    std::pair<int, int> era
        = m_prices.shareEra(option.underlying(), m_days.numberOf(option.expiration));
    Life found = findLife(option, era);
    while (found.first < 0 && era.first > 0) {
        era = m_prices.shareEra(option.underlying(), era.first - 1);
        found = findLife(option, era);
    }
    return found;
}

const OptionListings::Life &OptionListings::life(const SandboxOption &option) const
{
    static constexpr Life none;
    const std::optional<quint32> number = sandboxoption::pack(option);
    return number ? m_lives.get(*number, [&] { return findLife(option); }) : none;
}

std::optional<QDate> OptionListings::listedOn(const SandboxOption &option) const
{
    const int first = life(option).first;
    return first < 0 ? std::optional<QDate>() : m_days.date(first);
}

QDate OptionListings::lastDay(const SandboxOption &option) const
{
    return m_days.date(life(option).last);
}

} // namespace tapeline
