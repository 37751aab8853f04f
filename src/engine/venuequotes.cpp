#include "venuequotes.h"

#include "restingrows.h"

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

} // namespace

bool VenueQuotes::add(const Quote &quote)
{
    const std::vector<Quote> before = counting();
    m_newest = std::max(m_newest, quote.time);
    m_quotes.insert_or_assign(quote.bidExchange, quote);
    const std::vector<Quote> now = counting();
    const auto same = [](const Quote &a, const Quote &b) {
        return a.bidExchange == b.bidExchange && a.bid == b.bid && a.ask == b.ask
            && a.bidSize == b.bidSize && a.askSize == b.askSize;
    };
    return !std::ranges::equal(before, now, same);
}

std::vector<Quote> VenueQuotes::all() const
{
    std::vector<Quote> quotes;
    for (const auto &[venue, quote] : m_quotes)
        quotes.push_back(quote);
    return quotes;
}

std::vector<Quote> VenueQuotes::counting() const
{
    std::vector<Quote> quotes;
    for (const auto &[venue, quote] : m_quotes)
        if (counts(quote))
            quotes.push_back(quote);
    return quotes;
}

Quote VenueQuotes::best() const
{
    BestSide bid;
    BestSide ask;
    Quote best;
    for (const auto &[venue, quote] : m_quotes) {
        if (!counts(quote))
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
