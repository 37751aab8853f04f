#pragma once

#include "marketevent.h"

#include <map>
#include <vector>

namespace tapeline {

/// The newest quote of each venue of an instrument that has no best quote of its whole market.
class VenueQuotes
{
public:
    /// A venue whose quote is older than the newest one of all by more than this does not count
    /// until it quotes again: nobody says when a venue stops.
    static constexpr Duration longestSilence = std::chrono::seconds(60);

    /// Whether it changes what rests.
    bool add(const Quote &quote);

    /// Of each venue, also of silent ones, by its number.
    std::vector<Quote> all() const;
    /// Of the venues that count.
    std::vector<Quote> counting() const;
    /// The best bid and the best ask of the venues that count, with what all of them show there and
    /// the one of them that shows the most.
    Quote best() const;

private:
    bool counts(const Quote &quote) const { return m_newest - quote.time <= longestSilence; }

    std::map<quint16, Quote> m_quotes;
    Timestamp m_newest {};
};

} // namespace tapeline
