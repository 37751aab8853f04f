#pragma once

#include "easterntime.h"
#include "keptvenue.h"
#include "stopwatch.h"

#include <functional>

namespace tapeline {

/// A stretch of the whole simulated market: over 500 symbols, in the order of their times.
struct PaperMarket
{
    static const PaperMarket &instance();

    SymbolTable symbols;
    std::vector<MarketEvent> events;

private:
    PaperMarket();
};

/// A paper account in that market, without simulated latency: a thousand orders rest in fifty of
/// its symbols, as far from the market as traders leave them.
class PaperBench
{
public:
    static constexpr quint32 busySymbols = 50;
    static constexpr std::size_t restingPerSymbol = 20;
    static constexpr std::size_t resting = busySymbols * restingPerSymbol;

    explicit PaperBench(JournalWriter *journal = nullptr);

    PaperVenue &venue() { return m_kept.venue(); }
    KeptVenue &kept() { return m_kept; }
    const Quote &quoteOf(InstrumentId id) const { return m_quotes[id.index()]; }

    /// Until all its orders rest; the index of the next event.
    std::size_t settle();
    void apply(const MarketEvent &event);
    OrderTicket limitOrder(InstrumentId symbol, Side side, Price limit, qint64 qty = 100);

    /// Nanoseconds of orders sent into the market, each until acknowledge() has found it at work;
    /// then it is taken back. Nothing when one was not, or the orders that rest did not stay.
    std::vector<double> timeOrders(int count, const std::function<bool()> &acknowledge,
                                   const std::function<void()> &between = {});

private:
    std::size_t working() { return venue().broker().workingIds().size(); }
    void note(const Quote &quote);
    void rest(const Quote &quote);

    const MarketCalendar m_calendar;
    SymbolTable m_symbols;
    KeptVenue m_kept;
    std::vector<Quote> m_quotes;
    int m_orders = 0;
};

/// Whether an order has been accepted, or ended after that.
bool isAccepted(const std::vector<OrderEvent> &events);

struct Spread
{
    double median = 0;
    double p99 = 0;
};

Spread spreadOf(std::vector<double> values);

} // namespace tapeline
