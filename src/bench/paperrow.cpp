#include "papermarket.h"
#include "rows.h"

#include <algorithm>
#include <array>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int samples = 3'000;

/// Of each quote of a busy symbol the next one; null for the last and for other events.
std::vector<const Quote *> nextQuotes(const std::vector<MarketEvent> &events)
{
    std::vector<const Quote *> next(events.size());
    std::array<const Quote *, PaperBench::busySymbols> newest {};
    for (std::size_t i = events.size(); i-- > 0;) {
        const auto *quote = std::get_if<Quote>(&events[i]);
        if (quote && quote->instrument.index() < PaperBench::busySymbols)
            next[i] = std::exchange(newest[quote->instrument.index()], quote);
    }
    return next;
}

/// An order behind the market that the next quote reaches, when there is such a place.
std::optional<OrderTicket> soonReached(PaperBench &bench, const Quote &now, const Quote &next)
{
    if (!now.isTwoSided() || !next.isTwoSided())
        return {};
    if (next.ask < now.ask && next.ask > now.bid)
        return bench.limitOrder(now.instrument, Side::Buy, next.ask, 10);
    if (next.bid > now.bid && next.bid < now.ask)
        return bench.limitOrder(now.instrument, Side::Sell, next.bid, 10);
    return {};
}

/// A quote that comes, until what it fills is handed over.
std::vector<double> timeFills(PaperBench &bench)
{
    const std::vector<MarketEvent> &events = PaperMarket::instance().events;
    const std::vector<const Quote *> next = nextQuotes(events);
    std::vector<double> times;
    for (std::size_t i = bench.settle(); i < events.size() && times.size() < samples; ++i) {
        std::vector<OrderEvent> told;
        const double time = nanoseconds([&] {
            bench.apply(events[i]);
            bench.kept().keep();
            told = bench.kept().takeAcknowledged();
        });
        const auto *quote = std::get_if<Quote>(&events[i]);
        if (!quote || !next[i])
            continue;
        if (std::ranges::any_of(told, [](const OrderEvent &e) { return e.lastQty > Qty(); }))
            times.push_back(time);
        if (const auto ticket = soonReached(bench, *quote, *next[i])) {
            bench.venue().submit(*ticket, quote->time);
            bench.kept().keep();
            bench.kept().takeAcknowledged();
        }
    }
    const bool enough = times.size() >= samples / 3;
    return enough ? times : std::vector<double>();
}

Measurement engineRow(const QString &name, const Spread &spread, double goal)
{
    Measurement row;
    row.row = name;
    row.variant = u"engine alone"_s;
    row.peer = u"the figure itself"_s;
    row.unit = u"us"_s;
    row.ours = spread.median / 1e3;
    row.bound = { Bound::Kind::Below, goal, 2 * goal };
    row.failed = spread.median <= 0;
    row.note = u"median; p99 %1 us; 500 symbols, 1,000 resting orders"_s.arg(spread.p99 / 1e3, 0,
                                                                             'f', 1);
    return row;
}

} // namespace

Measurements bench::orderToAcknowledgement()
{
    PaperBench bench;
    const std::vector<double> times = bench.timeOrders(samples, [&bench] {
        bench.kept().keep();
        return isAccepted(bench.kept().takeAcknowledged());
    });
    return { engineRow(u"order to acknowledgement"_s, spreadOf(times), 1'000) };
}

Measurements bench::quoteToFill()
{
    PaperBench bench;
    return { engineRow(u"quote to fill"_s, spreadOf(timeFills(bench)), 20) };
}

} // namespace tapeline
