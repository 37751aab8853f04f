#pragma once

#include "lrucache.h"
#include "optionlistings.h"

namespace tapeline {

/// How much is traded in each contract on each day, and what stays open. Both follow from keys
/// alone: the volume of a day from how near to the money and to expiry a contract is, open interest
/// from the volumes since it was listed.
class OptionActivity
{
public:
    OptionActivity(quint64 seed, const TradingDays &days, UnderlyingPrices &prices,
                   const OptionCalendar &calendar, const OptionListings &listings);

    /// Contracts traded on a day, by its number; 0 outside the contract's life.
    qint64 volume(const SandboxOption &option, int dayNumber) const;
    /// Contracts open as a day begins: 0 on the first, then never changing by more than the volume
    /// of the day before.
    qint64 openInterest(const SandboxOption &option, int dayNumber);

private:
    struct Interest
    {
        int day = 0;
        qint64 contracts = 0;
    };
    qint64 change(const SandboxOption &option, int dayNumber, qint64 open) const;

    quint64 m_seed;
    const TradingDays &m_days;
    UnderlyingPrices &m_prices;
    const OptionCalendar &m_calendar;
    const OptionListings &m_listings;
    LruCache<Interest> m_interests; ///< as of the newest day asked
};

} // namespace tapeline
