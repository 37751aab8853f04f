#include "cryptotape.h"

#include "aggressorflag.h"
#include "keyeddraws.h"
#include "sandboxcoins.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr Duration strayTime = std::chrono::seconds(20); // how long a venue is apart
constexpr double unflagged = 0.01; // of the trades: their venue does not say who crossed the spread

std::vector<std::unique_ptr<TapeModel>> modelsOf(quint64 seed)
{
    std::vector<std::unique_ptr<TapeModel>> models;
    for (const SandboxCoin &coin : sandboxCoins())
        models.push_back(std::make_unique<WalkModel>(seed, coin.walk));
    return models;
}

/// The first beat that begins in a range from there on.
qint64 firstBeat(Timestamp from)
{
    const qint64 number = CryptoBook::beatOf(from);
    return CryptoBook::startOf(number) < from ? number + 1 : number;
}

} // namespace

CryptoTape::CryptoTape(quint64 seed, InstrumentId firstId)
    : m_seed(seed)
    , m_firstId(firstId)
    , m_tape(seed, modelsOf(seed))
{
    for (int pair = 0; pair < m_tape.count(); ++pair)
        m_books.emplace_back(seed, m_tape.model(pair).key(), m_tape.model(pair).scale(),
                             sandboxCoins()[std::size_t(pair)].levelCoins);
}

InstrumentId CryptoTape::idOf(int pair) const
{
    return InstrumentId(m_firstId.index() + static_cast<quint32>(pair));
}

const CryptoVenue &CryptoTape::venueOf(int pair, const TapePrint &print) const
{
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::CryptoTrades, m_tape.model(pair).key(),
                                  toNs(print.time), print.ofSecond);
    double at = draws.uniform();
    for (const CryptoVenue &venue : CryptoBook::venues()) {
        if (at < venue.share)
            return venue;
        at -= venue.share;
    }
    return CryptoBook::venues().back();
}

/// How far a venue is from the others for a while, ticks.
qint64 CryptoTape::strayOf(int pair, const CryptoVenue &venue, Timestamp time) const
{
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::CryptoSpread, m_tape.model(pair).key(),
                                  venue.id, time.time_since_epoch() / strayTime);
    return static_cast<qint64>(draws.below(quint64(2 * venue.apart + 1))) - venue.apart;
}

CryptoTape::Top CryptoTape::topOf(int pair, const CryptoVenue &venue, const Moment &moment) const
{
    const TapePrint &print = moment.print;
    const CryptoVenue &printedOn = venueOf(pair, print);
    const bool isOwn = printedOn.id == venue.id;
    const Timestamp since = std::chrono::floor<std::chrono::seconds>(print.time);
    SplitMix64 draws = keyedDraws(m_seed, DrawPurpose::CryptoSpread, m_tape.model(pair).key(),
                                  venue.id, -toNs(since));
    const qint64 width = 1 + static_cast<qint64>(draws.below(quint64(2 * venue.spread)));
    const qint64 stray
        = isOwn ? 0 : strayOf(pair, venue, print.time) - strayOf(pair, printedOn, print.time);
    const qint64 touched = std::max<qint64>(print.price + stray, width + 1);
    const CryptoBook &book = bookOf(pair);
    Top top;
    top.bid = book.best(venue, print.isBuy ? touched - width : touched, moment.beat());
    top.ask = book.best(venue, print.isBuy ? touched : touched + width, moment.beat());
    if (isOwn && CryptoBook::beatOf(print.time) == moment.beat()) // what was taken rested there
        (print.isBuy ? top.ask : top.bid).size += m_tape.model(pair).scale().sizeOf(print.volume);
    return top;
}

std::vector<CryptoTape::Moment> CryptoTape::moments(int pair, Timestamp from, Timestamp to) const
{
    std::vector<TapePrint> prints;
    m_tape.prints(pair, from, to, prints);
    std::vector<Moment> moments;
    const std::optional<TapePrint> last = m_tape.lastPrint(pair, from);
    if (!last && prints.empty())
        return moments;
    TapePrint newest = last.value_or(prints.empty() ? TapePrint() : prints.front());
    // The one before: the newest print or the newest beat, whichever came later
    moments.push_back({ std::max(newest.time, CryptoBook::startOf(firstBeat(from) - 1)), newest });
    qint64 beat = firstBeat(from);
    auto next = prints.begin();
    for (;;) {
        const Timestamp beatAt = CryptoBook::startOf(beat);
        const bool hasPrint = next != prints.end() && next->time <= beatAt;
        if (!hasPrint && beatAt >= to)
            break;
        Moment moment { hasPrint ? next->time : beatAt, newest };
        if (hasPrint) {
            moment.print = newest = *next++;
            moment.isPrint = true;
        }
        if (!hasPrint || newest.time == beatAt)
            ++beat;
        moments.push_back(moment);
    }
    return moments;
}

Quote CryptoTape::quoteOf(int pair, const CryptoVenue &venue, const Top &top, Timestamp time) const
{
    Quote quote;
    quote.instrument = idOf(pair);
    quote.time = time;
    quote.bid = top.bid.price;
    quote.bidSize = top.bid.size;
    quote.ask = top.ask.price;
    quote.askSize = top.ask.size;
    quote.bidExchange = quote.askExchange = venue.id;
    return quote;
}

Trade CryptoTape::tradeOf(int pair, const TapePrint &print) const
{
    const TapeScale scale = m_tape.model(pair).scale();
    SplitMix64 draws
        = keyedDraws(m_seed, DrawPurpose::TapeQuote, m_tape.model(pair).key(), toNs(print.time));
    Trade trade;
    trade.instrument = idOf(pair);
    trade.time = print.time;
    trade.price = scale.priceOf(print.price);
    trade.size = scale.sizeOf(print.volume);
    trade.exchange = venueOf(pair, print).id;
    trade.id = TradeId(std::to_string(toMs(print.time)));
    if (!chance(draws, unflagged))
        trade.conditions.add(print.isBuy ? condition::buyerIsAggressor
                                         : condition::sellerIsAggressor);
    return trade;
}

void CryptoTape::events(int pair, Timestamp from, Timestamp to, std::vector<MarketEvent> &out) const
{
    const std::vector<Moment> all = moments(pair, from, to);
    for (std::size_t i = 1; i < all.size(); ++i) {
        for (const CryptoVenue &venue : CryptoBook::venues()) {
            const Top top = topOf(pair, venue, all[i]);
            if (top != topOf(pair, venue, all[i - 1]))
                out.emplace_back(quoteOf(pair, venue, top, all[i].time));
        }
        if (all[i].isPrint)
            out.emplace_back(tradeOf(pair, all[i].print));
    }
}

DepthUpdate CryptoTape::bookOf(int pair, const Moment &moment) const
{
    const CryptoVenue &venue = CryptoBook::venues().front();
    const Top top = topOf(pair, venue, moment);
    DepthUpdate book;
    book.isSnapshot = true;
    book.instrument = idOf(pair);
    book.time = moment.time;
    book.exchange = venue.id;
    book.bids = bookOf(pair).side(venue, top.bid, moment.beat(), -1);
    book.asks = bookOf(pair).side(venue, top.ask, moment.beat(), 1);
    return book;
}

void CryptoTape::books(int pair, Timestamp from, Timestamp to, std::vector<DepthUpdate> &out) const
{
    const std::vector<Moment> all = moments(pair, from, to);
    if (all.size() < 2)
        return;
    DepthUpdate before = bookOf(pair, all.front());
    for (std::size_t i = 1; i < all.size(); ++i) {
        DepthUpdate book = bookOf(pair, all[i]);
        if (book.bids != before.bids || book.asks != before.asks)
            out.push_back(book);
        before = std::move(book);
    }
}

/// As the stream told it last.
DepthUpdate CryptoTape::bookAt(int pair, Timestamp time) const
{
    std::vector<DepthUpdate> told;
    for (Duration back = 200ms; told.empty() && back < 1min; back *= 4)
        books(pair, time - back, time + 1ns, told);
    return told.empty() ? DepthUpdate() : told.back();
}

std::optional<Trade> CryptoTape::lastTrade(int pair, Timestamp before) const
{
    const std::optional<TapePrint> print = m_tape.lastPrint(pair, before);
    return print ? std::optional(tradeOf(pair, *print)) : std::nullopt;
}

std::optional<Quote> CryptoTape::lastQuote(int pair, Timestamp before) const
{
    std::vector<MarketEvent> told;
    for (Duration back = 200ms; back < 5min; back *= 4) {
        told.clear();
        events(pair, before - back, before, told);
        for (auto event = told.rbegin(); event != told.rend(); ++event)
            if (const Quote *quote = std::get_if<Quote>(&*event))
                return *quote;
    }
    return std::nullopt;
}

} // namespace tapeline
