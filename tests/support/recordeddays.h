#pragma once

#include "easterntime.h"
#include "order.h"
#include "shared.h"
#include "splitmix64.h"
#include "tickcsv.h"

#include <array>

namespace tapeline::test {

/// The recorded days of BAC (2013-10-07) and IBM (2013-10-08), one stream in the order of time:
/// of one instant prints come first.
class RecordedDays
{
public:
    Result<void> read()
    {
        for (const char *day : { "BAC_2013-10-07", "IBM_2013-10-08" })
            if (const Result<void> done = readDay(QString::fromLatin1(day)); !done)
                return done;
        return {};
    }

    static Timestamp timeOf(const MarketEvent &event)
    {
        const auto *quote = std::get_if<Quote>(&event);
        return quote ? quote->time : std::get<Trade>(event).time;
    }
    static InstrumentId instrumentOf(const MarketEvent &event)
    {
        const auto *quote = std::get_if<Quote>(&event);
        return quote ? quote->instrument : std::get<Trade>(event).instrument;
    }

    QString nameOf(InstrumentId instrument) const
    {
        const std::string_view name = symbols.name(instrument);
        return QString::fromLatin1(name.data(), qsizetype(name.size()));
    }

    SymbolTable symbols;
    std::vector<MarketEvent> events; ///< quotes and trades only

private:
    Result<void> readDay(const QString &day)
    {
        const QString path = sharedFile(QStringLiteral("data/equity/ticks/%1_%2.csv.gz"));
        Result<TradeCsvReader> trades
            = TradeCsvReader::open(path.arg(day, QStringLiteral("trades")), symbols);
        if (!trades)
            return trades.error();
        Result<QuoteCsvReader> quotes
            = QuoteCsvReader::open(path.arg(day, QStringLiteral("quotes")), symbols);
        if (!quotes)
            return quotes.error();
        merge(*trades, *quotes);
        return trades->status() ? quotes->status() : trades->status();
    }
    void merge(TradeCsvReader &trades, QuoteCsvReader &quotes)
    {
        Trade trade;
        Quote quote;
        bool hasTrade = trades.next(trade);
        bool hasQuote = quotes.next(quote);
        while (hasTrade || hasQuote) {
            if (hasTrade && (!hasQuote || trade.time <= quote.time)) {
                events.emplace_back(trade);
                hasTrade = trades.next(trade);
            } else {
                events.emplace_back(quote);
                hasQuote = quotes.next(quote);
            }
        }
    }
};

/// Seeded orders around the market of their moment: all types, sides, sizes, times in force, some
/// with brackets. One in twenty goes together in a way that no venue takes.
class RandomOrders
{
public:
    explicit RandomOrders(quint64 seed)
        : m_random(seed)
    {
    }

    quint64 below(quint64 bound) { return m_random.below(bound); }
    bool chance(quint64 percent) { return below(100) < percent; }

    /// market: two-sided.
    OrderTicket next(const QString &symbol, const Quote &market)
    {
        OrderTicket ticket;
        ticket.id = QString::number(++m_count);
        ticket.symbol = symbol;
        ticket.side = chance(50) ? Side::Buy : Side::Sell;
        ticket.qty = Qty::whole(qint64(1 + below(chance(50) ? 150 : 3'000)));
        ticket.reduceOnly = chance(3);
        shape(ticket, market);
        const bool careless = chance(5);
        ticket.tif = tifOf(ticket, market.time, careless);
        ticket.until = market.time + std::chrono::seconds(1 + below(600));
        const bool plain = ticket.tif == TimeInForce::Day || ticket.tif == TimeInForce::Gtc;
        const bool extends = careless || (plain && ticket.limit && !ticket.hasStop());
        ticket.extendedHours = extends && chance(15);
        if (!ticket.reduceOnly && chance(12))
            protect(ticket, market);
        return ticket;
    }

private:
    static Price cents(qint64 count)
    {
        return Price::fromUnits(count * (Price::unitsPerOne / 100));
    }

    void shape(OrderTicket &ticket, const Quote &market)
    {
        using enum OrderType;
        constexpr std::array types { Market, Limit,     Limit,        Limit,
                                     Stop,   StopLimit, TrailingStop, TrailingStopLimit };
        const qint64 sign = ticket.side == Side::Buy ? 1 : -1;
        const qint64 best = bestOf(ticket, market);
        const qint64 away = qint64(below(8));
        ticket.type = types[below(types.size())];
        if (ticket.type == Limit || ticket.type == StopLimit)
            ticket.limit
                = cents(best + sign * (qint64(below(7)) - 4 + (ticket.hasStop() ? away : 0)));
        if (ticket.type == Stop || ticket.type == StopLimit)
            ticket.stop = cents(best + sign * (2 + away));
        if (ticket.isTrailing())
            ticket.trail = cents(1 + away);
        if (ticket.type == TrailingStopLimit)
            ticket.limitOffset = cents(qint64(below(3)));
    }
    void protect(OrderTicket &ticket, const Quote &market)
    {
        const qint64 sign = ticket.side == Side::Buy ? 1 : -1;
        ticket.stopLoss = cents(bestOf(ticket, market) - sign * qint64(8 + below(8)));
        ticket.takeProfit = cents(bestOf(ticket, market) + sign * qint64(13 + below(8)));
    }
    static qint64 bestOf(const OrderTicket &ticket, const Quote &market)
    {
        const Price best = ticket.side == Side::Buy ? market.bid : market.ask;
        return best.units() / (Price::unitsPerOne / 100);
    }
    /// Stops do not work for an instant, auctions close their books.
    TimeInForce tifOf(const OrderTicket &ticket, Timestamp at, bool careless)
    {
        using enum TimeInForce;
        constexpr std::array tifs { Day, Day, Gtd, Gtd, Gtd, Gtc, Gtc, Ioc, Fok, Cls, Opg };
        const auto time = at - easterntime::at(easterntime::date(at), {});
        const bool early = time < std::chrono::hours(9) + std::chrono::minutes(28);
        const bool late = time >= std::chrono::hours(15) + std::chrono::minutes(50);
        const std::size_t possible = careless ? 11
            : ticket.hasStop()                ? 7
            : early                           ? 11
            : late                            ? 9
                                              : 10;
        return tifs[below(possible)];
    }

    SplitMix64 m_random;
    int m_count = 0;
};

} // namespace tapeline::test
