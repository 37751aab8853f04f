#include "shortsales.h"

#include "daypath.h"
#include "keyeddraws.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

SplitMix64 habitsOf(const InstrumentTraits &traits)
{
    return SplitMix64(mixKeys(traits.key, quint64(DrawPurpose::ShortSales)));
}

qint64 part(qint64 whole, double share)
{
    return std::clamp<qint64>(std::llround(static_cast<double>(whole) * share), 0, whole);
}

} // namespace

double shortsales::floatShare(const InstrumentTraits &traits)
{
    SplitMix64 draws = habitsOf(traits);
    return std::round(between(draws, 0.72, 0.995) * 1'000) / 1'000;
}

double shortsales::interestShare(quint64 seed, const InstrumentTraits &traits, QDate date)
{
    SplitMix64 draws = habitsOf(traits);
    draws.next();
    const double usual = 0.006 + 0.05 * std::pow(draws.uniform(), 3);
    const DayPath wave(seed, mixKeys(traits.key, quint64(DrawPurpose::ShortSales)));
    return usual * std::exp(0.05 * wave.step(weekdayIndex(date)).after);
}

SandboxShortVolume shortsales::volume(quint64 seed, const InstrumentTraits &traits, QDate date,
                                      qint64 volume)
{
    SplitMix64 draws
        = keyedDraws(seed, DrawPurpose::ShortSales, traits.key, quint64(weekdayIndex(date)));
    SandboxShortVolume day;
    day.total = volume;
    const qint64 sold = part(volume, between(draws, 0.32, 0.62));
    qint64 left = sold;
    // Most of it is reported in Carteret, next to nothing to the ADF
    const std::array shares { between(draws, 0, 0.001), between(draws, 0.15, 0.3), 1.0, 0.0 };
    const double chicago = between(draws, 0.0005, 0.006);
    for (std::size_t i = 0; i < day.venues.size(); ++i) {
        SandboxShortVolume::Venue &venue = day.venues[i];
        venue.sold = i == 2 ? left - part(left, chicago) : i == 3 ? left : part(left, shares[i]);
        venue.exempt = part(venue.sold, between(draws, 0.001, 0.012));
        left -= venue.sold;
        day.sold += venue.sold;
        day.exempt += venue.exempt;
    }
    return day;
}

} // namespace tapeline
