#pragma once

#include "optioncalendar.h"
#include "underlyingprices.h"

#include <optional>
#include <vector>

namespace tapeline {

/// Which contracts are listed: strikes around the price on an expiration's first day, and more as
/// the price moves; those that live for months get narrower strikes in their last weeks. Once
/// listed, a contract stays until it expires, or until its stock is split: then there are new ones
/// around the new price (at exchanges the old ones go on under new symbols).
class OptionListings
{
public:
    OptionListings(const OptionCalendar &calendar, const TradingDays &days,
                   UnderlyingPrices &prices);

    /// Strikes of an expiration listed on a date, cents, ascending; none before it was introduced.
    std::vector<qint32> strikes(int root, QDate expiration, QDate date) const;
    /// The first day a contract is listed; nothing when it never will be.
    std::optional<QDate> listedOn(const SandboxOption &option) const;
    /// The last day of a contract that is ever listed.
    QDate lastDay(const SandboxOption &option) const;

private:
    /// A grid that an expiration has from one of its trading days on, by numbers of days.
    struct Stage
    {
        const StrikeGrid *grid;
        int first;
    };
    /// The lowest and highest price that a stage has seen before a day.
    struct Seen
    {
        double low;
        double high;
    };

    std::vector<Stage> stages(int root, QDate expiration) const;
    /// The first and the last day of a contract; first is -1 when it is never listed.
    struct Life
    {
        int first = -1;
        int last = -1;
    };
    const Life &life(const SandboxOption &option) const;
    Life findLife(const SandboxOption &option) const;
    Life findLife(const SandboxOption &option, std::pair<int, int> era) const;
    template<typename Visit>
    void forEachDay(int underlying, int first, int last, Visit visit) const;

    const OptionCalendar &m_calendar;
    const TradingDays &m_days;
    UnderlyingPrices &m_prices;
    mutable LruCache<Life> m_lives;
};

} // namespace tapeline
