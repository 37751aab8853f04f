#include "cryptotape.h"

#include "aggressorflag.h"
#include "keyeddraws.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

namespace {

constexpr int mostTrades = 9; // of a venue in a beat

Timestamp timeOf(const MarketEvent &event)
{
    const auto *trade = std::get_if<Trade>(&event);
    return trade ? trade->time : std::get<Quote>(event).time;
}

/// The first beat that begins in a range from there on.
qint64 firstBeat(Timestamp from)
{
    const qint64 number = CryptoBook::beatOf(from);
    return CryptoBook::startOf(number) < from ? number + 1 : number;
}

/// A part of what rests, in steps of a hundred-thousandth; of a wall not much.
Qty partOf(Qty resting, double share)
{
    constexpr qint64 step = Qty::unitsPerOne / 100'000;
    const Qty wanted = std::min(resting, Qty::whole(1));
    const auto steps = static_cast<qint64>(static_cast<double>(wanted.units() / step) * share);
    return Qty::fromUnits(std::max<qint64>(steps, 1) * step);
}

} // namespace

void CryptoTape::events(Timestamp from, Timestamp to, std::vector<MarketEvent> &out) const
{
    const auto begin = static_cast<std::ptrdiff_t>(out.size());
    for (qint64 beat = CryptoBook::beatOf(from); CryptoBook::startOf(beat) < to; ++beat) {
        for (const CryptoVenue &venue : CryptoBook::venues()) {
            addQuote(venue, beat, out);
            addTrades(venue, beat, out);
        }
    }
    const auto outside
        = [&](const MarketEvent &event) { return timeOf(event) < from || timeOf(event) >= to; };
    out.erase(std::remove_if(out.begin() + begin, out.end(), outside), out.end());
    std::stable_sort(
        out.begin() + begin, out.end(),
        [](const MarketEvent &a, const MarketEvent &b) { return timeOf(a) < timeOf(b); });
}

void CryptoTape::addQuote(const CryptoVenue &venue, qint64 beat,
                          std::vector<MarketEvent> &out) const
{
    if (beat % venue.beats != 0)
        return;
    const CryptoBook::Best best = m_book.best(venue, beat);
    if (best == m_book.best(venue, beat - 1))
        return;
    Quote quote;
    quote.instrument = m_pair;
    quote.time = CryptoBook::startOf(beat);
    quote.bid = best.bid.price;
    quote.bidSize = best.bid.size;
    quote.ask = best.ask.price;
    quote.askSize = best.ask.size;
    quote.bidExchange = quote.askExchange = venue.id;
    out.emplace_back(quote);
}

/// More at some times than at others, for a few seconds each.
int CryptoTape::countTrades(const CryptoVenue &venue, qint64 beat, SplitMix64 &draws) const
{
    constexpr qint64 calm = 60;
    SplitMix64 mood = keyedDraws(m_book.seed(), DrawPurpose::CryptoTrades, venue.id, -beat / calm);
    const double wanted = venue.trades * 0.4 * burst(mood, 0.2);
    const double another = wanted / (1 + wanted);
    int count = 0;
    while (count < mostTrades && chance(draws, another))
        ++count;
    return count;
}

/// Buyers cross the spread before a rise.
double CryptoTape::buyShare(const CryptoVenue &venue, qint64 beat) const
{
    const double ahead = m_book.middle(venue, beat + 5) - m_book.middle(venue, beat);
    return std::clamp(0.5 + ahead / 20, 0.1, 0.9);
}

void CryptoTape::addTrades(const CryptoVenue &venue, qint64 beat,
                           std::vector<MarketEvent> &out) const
{
    SplitMix64 draws = keyedDraws(m_book.seed(), DrawPurpose::CryptoTrades, venue.id, beat);
    const int count = countTrades(venue, beat, draws);
    if (count == 0)
        return;
    const double buys = buyShare(venue, beat);
    CryptoBook::Best left = m_book.best(venue, beat);
    for (int i = 0; i < count; ++i) {
        const bool isBuy = chance(draws, buys);
        const double taken = draws.uniform();
        const bool isFlagged = !chance(draws, 0.01);
        BookLevel &touched = isBuy ? left.ask : left.bid;
        Trade trade;
        trade.instrument = m_pair;
        trade.time = CryptoBook::startOf(beat) + i * CryptoBook::beat / count + 1ms;
        trade.time = std::chrono::floor<std::chrono::milliseconds>(trade.time);
        trade.price = touched.price;
        trade.size = std::min(partOf(touched.size, taken * taken * taken), touched.size);
        trade.exchange = venue.id;
        trade.id = TradeId(std::to_string(beat * 10 + i));
        if (isFlagged)
            trade.conditions.add(isBuy ? condition::buyerIsAggressor
                                       : condition::sellerIsAggressor);
        touched.size -= trade.size;
        if (trade.size > Qty())
            out.emplace_back(trade);
    }
}

void CryptoTape::books(Timestamp from, Timestamp to, std::vector<DepthUpdate> &out) const
{
    const CryptoVenue &venue = CryptoBook::venues().front();
    qint64 beat = firstBeat(from);
    if (CryptoBook::startOf(beat) >= to)
        return;
    DepthUpdate before = m_book.book(venue, beat - 1);
    for (; CryptoBook::startOf(beat) < to; ++beat) {
        DepthUpdate book = m_book.book(venue, beat);
        book.instrument = m_pair;
        if (book.bids != before.bids || book.asks != before.asks)
            out.push_back(book);
        before = std::move(book);
    }
}

/// As the stream told it last.
DepthUpdate CryptoTape::bookAt(Timestamp time) const
{
    const CryptoVenue &venue = CryptoBook::venues().front();
    qint64 beat = CryptoBook::beatOf(time);
    DepthUpdate book = m_book.book(venue, beat);
    for (DepthUpdate before = m_book.book(venue, beat - 1);
         before.bids == book.bids && before.asks == book.asks;
         before = m_book.book(venue, beat - 1)) {
        book = before;
        --beat;
    }
    book.instrument = m_pair;
    return book;
}

} // namespace tapeline
