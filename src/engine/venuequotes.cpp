#include "venuequotes.h"

#include "heldsum.h"

#include <algorithm>

namespace tapeline {

namespace {

/// One side of the best quote, and the largest size that a venue shows at its price.
struct BestSide
{
    Price price;
    Qty size;
    quint16 venue = 0;
    Qty largest;

    void add(Price ofVenue, Qty shown, quint16 number, bool isBetter)
    {
        if (price == Price() || isBetter)
            *this = { ofVenue, shown, number, shown };
        else if (ofVenue == price)
            join(shown, number);
    }
    void join(Qty shown, quint16 number)
    {
        size = heldSum(size, shown);
        if (shown > largest) {
            largest = shown;
            venue = number;
        }
    }
};

bool isSilent(const Quote &quote, Timestamp now)
{
    return now - quote.time > VenueQuotes::longestSilence;
}

} // namespace

bool showsSame(const Quote &a, const Quote &b)
{
    return a.bid == b.bid && a.ask == b.ask && a.bidSize == b.bidSize && a.askSize == b.askSize;
}

bool VenueQuotes::add(const Quote &quote, Timestamp now)
{
    m_newest = std::max(m_newest, quote.time);
    const auto known = m_quotes.find(quote.bidExchange);
    const bool counted = known != m_quotes.end() && !isSilent(known->second, now);
    const bool counts = !isSilent(quote, now);
    const bool same = counted && counts && showsSame(known->second, quote);
    m_quotes.insert_or_assign(quote.bidExchange, quote);
    return (counted || counts) && !same;
}

std::vector<Quote> VenueQuotes::all() const
{
    std::vector<Quote> quotes;
    for (const auto &[venue, quote] : m_quotes)
        quotes.push_back(quote);
    return quotes;
}

std::vector<Quote> VenueQuotes::counting(Timestamp now) const
{
    std::vector<Quote> quotes = all();
    std::erase_if(quotes, [now](const Quote &quote) { return isSilent(quote, now); });
    return quotes;
}

std::vector<Quote> VenueQuotes::silent(Timestamp now) const
{
    std::vector<Quote> quotes = all();
    std::erase_if(quotes, [now](const Quote &quote) { return !isSilent(quote, now); });
    return quotes;
}

std::optional<Timestamp> VenueQuotes::nextSilence(Timestamp now) const
{
    std::optional<Timestamp> next;
    for (const auto &[venue, quote] : m_quotes) {
        const Timestamp silent = quote.time + longestSilence + 1ns;
        if (silent > now && (!next || silent < *next))
            next = silent;
    }
    return next;
}

Quote VenueQuotes::best(Timestamp now) const
{
    BestSide bid;
    BestSide ask;
    Quote best;
    for (const auto &[venue, quote] : m_quotes) {
        if (isSilent(quote, now))
            continue;
        best.instrument = quote.instrument;
        if (quote.hasBid())
            bid.add(quote.bid, quote.bidSize, venue, quote.bid > bid.price);
        if (quote.hasAsk())
            ask.add(quote.ask, quote.askSize, venue, quote.ask < ask.price);
    }
    best.time = m_newest;
    best.bid = bid.price;
    best.bidSize = bid.size;
    best.bidExchange = bid.venue;
    best.ask = ask.price;
    best.askSize = ask.size;
    best.askExchange = ask.venue;
    return best;
}

} // namespace tapeline
