#pragma once

#include "marketevent.h"

#include <map>
#include <optional>
#include <vector>

namespace tapeline {

/// Whether both have the same prices and sizes.
bool showsSame(const Quote &a, const Quote &b);

/// The newest quote of each venue of an instrument that has no best quote of its whole market.
class VenueQuotes
{
public:
    /// A venue whose quote is older than this does not count until it quotes again: nobody says
    /// when a venue stops.
    static constexpr Duration longestSilence = std::chrono::seconds(60);

    /// now: the time of the market. Whether it changes what rests.
    bool add(const Quote &quote, Timestamp now);

    /// By the venues' numbers: of all, of those that count, and of the others.
    std::vector<Quote> all() const;
    std::vector<Quote> counting(Timestamp now) const;
    std::vector<Quote> silent(Timestamp now) const;
    /// The best bid and the best ask of the venues that count, with what all of them show there and
    /// the one of them that shows the most.
    Quote best(Timestamp now) const;
    /// From when on the next venue that counts now does not any more, unless it quotes.
    std::optional<Timestamp> nextSilence(Timestamp now) const;

private:
    std::map<quint16, Quote> m_quotes;
    Timestamp m_newest {};
};

} // namespace tapeline
