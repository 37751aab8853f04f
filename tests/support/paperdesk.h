#pragma once

#include "easterntime.h"
#include "papervenue.h"
#include "writtenbooks.h"

namespace tapeline::test {

/// A whole paper account at work: Tuesday 2026-03-10 from 10:00 Eastern, a second a step, orders
/// without latency.
class PaperDesk
{
public:
    explicit PaperDesk(const PaperConfig &config = instant(), const AccountSettings &settings = {})
        : venue(config, calendar, symbols)
    {
        if (!venue.open(settings, now))
            qFatal("settings refused");
    }

    static PaperConfig instant()
    {
        PaperConfig config;
        config.orderLatency = config.cancelLatency = {};
        return config;
    }

    void quote(const char *symbol, const char *bid, const char *ask, const char *size = "100000")
    {
        now += 1s;
        Quote quote;
        quote.instrument = symbols.intern(QString::fromLatin1(symbol));
        quote.time = now;
        quote.bid = price(bid);
        quote.ask = price(ask);
        quote.bidSize = quote.askSize = qty(size);
        quote.sequence = ++sequence;
        venue.onQuote(quote);
        collect();
    }

    void trade(const char *symbol, const char *at, TradeConditions conditions = {})
    {
        now += 1s;
        Trade trade;
        trade.instrument = symbols.intern(QString::fromLatin1(symbol));
        trade.time = now;
        trade.price = price(at);
        trade.size = qty("100");
        trade.conditions = conditions;
        trade.sequence = ++sequence;
        venue.onTrade(trade);
        collect();
    }

    static OrderTicket order(const char *id, const char *symbol, const char *signedQty,
                             const char *limit = "")
    {
        const Qty amount = qty(signedQty);
        OrderTicket ticket;
        ticket.id = QString::fromLatin1(id);
        ticket.symbol = QString::fromLatin1(symbol);
        ticket.side = amount > Qty() ? Side::Buy : Side::Sell;
        ticket.qty = amount > Qty() ? amount : -amount;
        if (*limit) {
            ticket.type = OrderType::Limit;
            ticket.limit = price(limit);
        }
        return ticket;
    }
    void submit(const OrderTicket &ticket)
    {
        now += 1s;
        venue.submit(ticket, now);
        venue.advanceTo(now);
        collect();
    }
    void advanceTo(Timestamp at)
    {
        now = at;
        venue.advanceTo(at);
        collect();
    }

    void collect()
    {
        for (OrderEvent &event : venue.takeEvents())
            events.push_back(std::move(event));
        for (LedgerEvent &event : venue.takeBookEvents())
            books.push_back(std::move(event));
    }
    /// Fees of an order's fills, in their order: "1.5 1".
    QString fees(const char *id) const
    {
        QStringList texts;
        for (const OrderEvent &event : events) {
            if (event.id == QString::fromLatin1(id) && event.lastQty > Qty())
                texts << event.fee.toString();
        }
        return texts.join(u' ');
    }
    /// Ids of working orders that an entry brought.
    std::vector<QString> childrenOf(const char *id) const
    {
        std::vector<QString> children;
        for (const QString &working : venue.broker().workingIds()) {
            if (venue.broker().ticket(working)->parent == QString::fromLatin1(id))
                children.push_back(working);
        }
        return children;
    }

    Timestamp now = easterntime::at(QDate(2026, 3, 10), 10h);
    MarketCalendar calendar;
    SymbolTable symbols;
    PaperVenue venue;
    std::vector<OrderEvent> events;
    std::vector<LedgerEvent> books;
    quint64 sequence = 0;
};

} // namespace tapeline::test
