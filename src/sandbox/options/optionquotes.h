#pragma once

#include "lrucache.h"
#include "optioncalendar.h"
#include "optionmodel.h"
#include "underlyingprices.h"
#include "volatilitysurface.h"

namespace tapeline {

/// The best bid and offer of a contract during a second, cents.
struct OptionQuote
{
    qint32 bid = 0; ///< 0: nobody bids
    qint32 ask = 0;
    qint32 bidSize = 0; ///< contracts
    qint32 askSize = 0;
    quint16 bidVenue = 0;
    quint16 askVenue = 0;
};

/// What contracts are quoted at. A quote is a function of the second: Black-Scholes on the surface
/// of that second, for American options with the premium of early exercise, which is taken from the
/// tree every few minutes and moved with the price in between; around that a bid and an offer on
/// their ticks, one tick apart or more.
class OptionQuotes
{
public:
    OptionQuotes(quint64 seed, const OptionCalendar &calendar, const TradingDays &days,
                 UnderlyingPrices &prices);

    /// The surface as it was when a second of a session began.
    const SurfaceMoment &surface(int underlying, const OptionSession &session, int second);
    /// What the model gives for a contract, dollars.
    double model(const SandboxOption &option, const OptionSession &session, int second);
    OptionQuote at(const SandboxOption &option, const OptionSession &session, int second);
    /// Whether a quote goes out in a second: its prices are not those of the second before, or its
    /// sizes are new, which they are once a minute.
    bool isNewAt(const SandboxOption &option, const OptionSession &session, int second);
    /// When in its second a contract's quotes go out, nanoseconds: one after the other.
    static qint64 offset(const SandboxOption &option);

    /// Inputs of the models as of a second; the volatility is the surface's.
    OptionInputs inputs(const SandboxOption &option, const OptionSession &session, int second);

private:
    /// What an American option is worth more than a European one, around an instant.
    struct Premium
    {
        double value = 0;
        double slope = 0; ///< by the spot
        double spot = 0;
    };
    double model(const SandboxOption &option, const OptionSession &session, int second,
                 const OptionInputs &in);
    const Premium &premium(const SandboxOption &option, const OptionSession &session, int second);
    qint32 refreshSecond(const SandboxOption &option) const;

    quint64 m_seed;
    const OptionCalendar &m_calendar;
    const TradingDays &m_days;
    UnderlyingPrices &m_prices;
    VolatilitySurface m_surfaces;
    LruCache<SurfaceMoment> m_moments;
    LruCache<Premium> m_premiums;
};

} // namespace tapeline
