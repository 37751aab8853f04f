#include "secondwriter.h"

#include "keyeddraws.h"

#include <algorithm>

namespace tapeline {

namespace {

constexpr double sidePersistence = 0.82; // an odd lot takes the side of the print before
// Of off-exchange odd lots, and of off-exchange prints whose price may move
constexpr double midpointShare = 0.40;

/// A quote's width beyond where it starts and what is printed: MinutePlanner::reachOf() relies on
/// it.
QuotePrices limitsOf(const BarPlan &bar, QuotePrices quote, qint32 spread)
{
    QuotePrices limits { std::min(quote.bid, quote.ask - spread),
                         std::max(quote.ask, quote.bid + spread) };
    if (bar.isActive()) {
        limits.bid = std::min(limits.bid, bar.path.low - spread);
        limits.ask = std::max(limits.ask, bar.path.high + spread);
    }
    return limits;
}

} // namespace

SecondWriter::SecondWriter(const InstrumentTraits &traits, const BarPlan &bar, QuotePrices quote,
                           qint32 spread, int lot, SplitMix64 &draws, TapePrinter &printer)
    : m_depth(traits.depthLots)
    , m_bar(bar)
    , m_quote(quote)
    , m_spread(spread)
    , m_limits(limitsOf(bar, quote, spread))
    , m_lot(lot)
    , m_draws(draws)
    , m_printer(printer)
{
    m_bidSize = restingSize();
    m_askSize = restingSize();
}

void SecondWriter::writeQuote(qint64 offset)
{
    m_printer.quote(offset, m_quote, m_bidSize, m_askSize);
}

void SecondWriter::flicker(qint64 offset)
{
    const bool bidSide = chance(m_draws, 0.5);
    const qint32 room = m_quote.ask - m_quote.bid - 1;
    if (room + 1 < m_spread && chance(m_draws, 0.5)) {
        bidSide ? widenBid() : widenAsk();
    } else if (room > 0 && chance(m_draws, 0.2)) {
        const qint32 step = 1 + static_cast<qint32>(m_draws.below(quint64(room + 1) / 2));
        if (bidSide)
            m_quote.bid += step;
        else
            m_quote.ask -= step;
    }
    (bidSide ? m_bidSize : m_askSize) = restingSize();
    writeQuote(offset);
}

void SecondWriter::print(qint64 offset, PrintDraft draft, bool movable)
{
    if (draft.oddLot || draft.averagePrice) {
        priceSilent(draft);
    } else {
        if (movable)
            attract(draft);
        makeRoom(offset, draft);
    }
    m_printer.print(offset, draft);
    m_lastSide = draft.price >= m_quote.ask ? 1 : draft.price <= m_quote.bid ? -1 : 0;
}

void SecondWriter::settle(qint64 offset)
{
    const bool narrow = m_quote.ask - m_quote.bid < m_spread && m_narrowed;
    m_narrowed = false;
    if (narrow && m_lastSide > 0)
        widenAsk();
    else if (narrow && m_lastSide < 0)
        widenBid();
    else if (!chance(m_draws, 0.75))
        return;
    if (m_lastSide > 0)
        m_askSize = narrow ? restingSize() : smaller(m_askSize);
    else
        m_bidSize = narrow ? restingSize() : smaller(m_bidSize);
    writeQuote(offset);
}

void SecondWriter::rest(qint64 offset, QuotePrices quote)
{
    if (m_quote == quote)
        return;
    m_quote = quote;
    writeQuote(offset);
}

void SecondWriter::widenBid()
{
    m_quote.bid = std::max(m_quote.ask - m_spread, m_limits.bid);
}

void SecondWriter::widenAsk()
{
    m_quote.ask = std::min(m_quote.bid + m_spread, m_limits.ask);
}

qint64 SecondWriter::restingSize()
{
    const double lots = m_depth * 0.6 * burst(m_draws, 0.3);
    return m_lot * std::max<qint64>(1, static_cast<qint64>(lots + 0.5));
}

qint64 SecondWriter::smaller(qint64 size)
{
    return m_lot * std::max<qint64>(1, size / m_lot - 1 - qint64(m_draws.below(3)));
}

/// Odd lots trade at a side of the quote or, off exchange, often in the middle; average price
/// prints report what was done before.
void SecondWriter::priceSilent(PrintDraft &draft)
{
    if (draft.averagePrice) {
        draft.price = (m_bar.path.open + m_bar.path.close) / 2;
    } else if (draft.offExchange && chance(m_draws, midpointShare)) {
        setMidpoint(draft);
    } else {
        const bool buys = m_lastSide == 0 ? chance(m_draws, 0.5)
                                          : (m_lastSide > 0) == chance(m_draws, sidePersistence);
        draft.price = buys ? m_quote.ask : m_quote.bid;
    }
}

void SecondWriter::setMidpoint(PrintDraft &draft) const
{
    const qint32 sum = m_quote.bid + m_quote.ask;
    draft.price = sum >> 1;
    draft.halfTick = (sum & 1) != 0;
}

/// Prints that may: off exchange to the midpoint, others to the nearer side of the quote,
/// within the bar.
void SecondWriter::attract(PrintDraft &draft)
{
    if (draft.offExchange && chance(m_draws, midpointShare)) {
        const qint32 sum = m_quote.bid + m_quote.ask;
        if (sum > 2 * m_bar.path.low && sum < 2 * m_bar.path.high) {
            setMidpoint(draft);
            return;
        }
    }
    if (draft.price <= m_quote.bid || draft.price >= m_quote.ask)
        return;
    const bool nearAsk = draft.price - m_quote.bid > m_quote.ask - draft.price;
    const qint32 side = nearAsk ? m_quote.ask : m_quote.bid;
    if (side >= m_bar.path.low && side <= m_bar.path.high)
        draft.price = side;
}

/// The quote moves so that the print lies on it; inside it, someone often improves a side
/// first.
void SecondWriter::makeRoom(qint64 offset, const PrintDraft &draft)
{
    const QuotePrices before = m_quote;
    m_quote.include(draft.price, m_spread);
    const bool inside = draft.price > m_quote.bid && draft.price < m_quote.ask;
    if (inside && !draft.offExchange && !draft.halfTick && chance(m_draws, 0.75)) {
        if (2 * draft.price >= m_quote.bid + m_quote.ask)
            m_quote.ask = draft.price;
        else
            m_quote.bid = draft.price;
        m_narrowed = true;
    }
    if (m_quote == before)
        return;
    (draft.price >= m_quote.ask ? m_askSize : m_bidSize) = restingSize();
    writeQuote(offset);
}

} // namespace tapeline
