#pragma once

#include "sandboxinstruments.h"

#include <QDate>

#include <array>

namespace tapeline {

/// A day's sales of borrowed shares by where they were reported; the parts are whole shares and add
/// up.
struct SandboxShortVolume
{
    struct Venue
    {
        qint64 sold = 0; ///< exempt included
        qint64 exempt = 0; ///< from the rule that borrowed shares are not sold at a falling bid
    };

    qint64 total = 0; ///< shares of the day
    qint64 sold = 0;
    qint64 exempt = 0;
    std::array<Venue, 4> venues; ///< ADF, NYSE, Nasdaq Carteret, Nasdaq Chicago
};

/// What is sold short, keyed by (seed, symbol, date).
namespace shortsales {

/// Part of the shares that may be traded; the rest is held by insiders.
double floatShare(const InstrumentTraits &traits);
/// Part of the float that is sold short on a day: a slow wave of its own for each company.
double interestShare(quint64 seed, const InstrumentTraits &traits, QDate date);
/// volume: what was traded on the day, whole shares.
SandboxShortVolume volume(quint64 seed, const InstrumentTraits &traits, QDate date, qint64 volume);

} // namespace shortsales
} // namespace tapeline
