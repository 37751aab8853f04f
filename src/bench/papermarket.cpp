#include "papermarket.h"

#include "sandboxmarket.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int extraSymbols = 490; // 500 and more with the named ones
constexpr Duration stretch = 60s;
constexpr Price cent = Price::fromUnits(Price::unitsPerOne / 100);
constexpr int eventsBetween = 20;
const Timestamp begins = easterntime::at({ 2026, 3, 10 }, 10h + 30min);

Timestamp timeOf(const MarketEvent &event)
{
    if (const auto *trade = std::get_if<Trade>(&event))
        return trade->time;
    if (const auto *quote = std::get_if<Quote>(&event))
        return quote->time;
    const auto *bands = std::get_if<LuldBands>(&event);
    return bands ? bands->time : begins;
}

PaperConfig withoutLatency()
{
    PaperConfig config;
    config.orderLatency = config.cancelLatency = {};
    config.refuseWashCross = false;
    return config;
}

} // namespace

const PaperMarket &PaperMarket::instance()
{
    static const PaperMarket market;
    return market;
}

PaperMarket::PaperMarket()
{
    const SandboxMarket market({ .seed = 1, .extraSymbols = extraSymbols });
    int index = 0;
    for (const SandboxInstrument &instrument : market.instruments()) {
        symbols.intern(instrument.symbol); // ids are those of the market
        market.events(index++, begins, begins + stretch, events);
    }
    std::ranges::stable_sort(events, {}, timeOf);
}

PaperBench::PaperBench(JournalWriter *journal)
    : m_symbols(PaperMarket::instance().symbols)
    , m_kept(u"Bench"_s, withoutLatency(), m_calendar, m_symbols, journal)
{
    AccountSettings settings;
    settings.startingCash = Money::whole(1'000'000'000);
    // Should it not open, no order will be accepted, and the row fails
    [[maybe_unused]] const Result<void> opened = venue().open(settings, begins);
}

std::size_t PaperBench::settle()
{
    const std::vector<MarketEvent> &events = PaperMarket::instance().events;
    std::size_t next = 0;
    while (next < events.size() && working() < resting)
        for (int i = 0; i < 1'000 && next < events.size(); ++i)
            apply(events[next++]);
    return next;
}

void PaperBench::apply(const MarketEvent &event)
{
    if (const auto *trade = std::get_if<Trade>(&event)) {
        venue().onTrade(*trade);
    } else if (const auto *quote = std::get_if<Quote>(&event)) {
        venue().onQuote(*quote);
        note(*quote);
    } else if (const auto *bands = std::get_if<LuldBands>(&event)) {
        venue().onBands(*bands);
    }
}

/// The first quote of a busy symbol places its orders.
void PaperBench::note(const Quote &quote)
{
    const std::size_t index = quote.instrument.index();
    if (index >= m_quotes.size())
        m_quotes.resize(index + 1);
    const bool first = !m_quotes[index].isTwoSided();
    m_quotes[index] = quote;
    if (first && quote.isTwoSided() && index < busySymbols)
        rest(quote);
}

/// Limits and stops on both sides, two to six per cent away.
void PaperBench::rest(const Quote &quote)
{
    for (int i = 0; i < int(restingPerSymbol); ++i) {
        const bool below = i % 2 == 0;
        const Price base = below ? quote.bid : quote.ask;
        const Price away = Price::fromUnits(base.units() / 1'000 * (20 + 2 * i));
        const Price price = roundDown(below ? base - away : base + away, cent);
        OrderTicket ticket
            = limitOrder(quote.instrument, below ? Side::Buy : Side::Sell, price, 10);
        if (i % 5 == 4) {
            ticket.type = OrderType::Stop;
            ticket.side = opposite(ticket.side);
            ticket.stop = std::exchange(ticket.limit, {});
        }
        venue().submit(ticket, quote.time);
    }
    m_kept.keep();
    m_kept.takeAcknowledged();
}

OrderTicket PaperBench::limitOrder(InstrumentId symbol, Side side, Price limit, qint64 qty)
{
    OrderTicket ticket;
    ticket.id = QString::number(++m_orders);
    ticket.symbol = m_symbols.symbol(symbol);
    ticket.side = side;
    ticket.qty = Qty::whole(qty);
    ticket.type = OrderType::Limit;
    ticket.limit = limit;
    ticket.tif = TimeInForce::Gtc;
    return ticket;
}

std::vector<double> PaperBench::timeOrders(int count, const std::function<bool()> &acknowledge,
                                           const std::function<void()> &between)
{
    const std::vector<MarketEvent> &events = PaperMarket::instance().events;
    std::vector<double> times;
    std::size_t next = settle();
    for (int i = 0; i < count; ++i) {
        for (int j = 0; j < eventsBetween && next < events.size(); ++j)
            apply(events[next++]);
        const InstrumentId symbol(quint32(i) % busySymbols);
        const Timestamp now = venue().broker().now();
        const OrderTicket ticket = limitOrder(symbol, Side::Buy, quoteOf(symbol).bid);
        bool works = false;
        times.push_back(nanoseconds([&] {
            venue().submit(ticket, now);
            works = acknowledge();
        }));
        if (!works)
            return {};
        venue().cancel(ticket.id, now);
        acknowledge();
        if (between)
            between();
    }
    return working() < resting * 9 / 10 ? std::vector<double>() : times;
}

bool isAccepted(const std::vector<OrderEvent> &events)
{
    return std::ranges::any_of(events, [](const OrderEvent &event) {
        return event.state == OrderState::Accepted || event.state == OrderState::Canceled;
    });
}

Spread spreadOf(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::ranges::sort(values);
    return { values[values.size() / 2], values[values.size() * 99 / 100] };
}

} // namespace tapeline
