#pragma once

#include "ordereventtext.h"
#include "paperdesk.h"
#include "splitmix64.h"

#include <array>

namespace tapeline::test {

/// A paper account that a seed trades with: a stock and four options on it, orders of every kind
/// before and after their first prices, with changes and cancels between. The market jumps, or
/// stands still with bid and ask at one price.
class RandomDesk : public PaperDesk
{
public:
    enum class Market { Jumping, Standing };

    RandomDesk(quint64 seed, const AccountSettings &settings, Market market)
        : PaperDesk(configOf(seed), settings)
        , m_draws(mixKeys(seed, 0xDE5C))
        , m_market(market)
    {
    }

    /// One quote, print, order, change or cancel.
    void step()
    {
        now += std::chrono::milliseconds(below(400));
        const quint64 kind = below(10);
        if (kind < 4)
            showQuote();
        else if (kind < 5)
            showPrint();
        else if (kind < 8)
            venue.submit(randomOrder(), now);
        else if (kind < 9)
            changeOrder();
        else
            venue.cancel(earlier(), now);
        venue.advanceTo(now);
        collect();
    }

    QString journal() const
    {
        QStringList lines;
        for (const OrderEvent &event : events)
            lines << QString::fromStdString(orderEventText(event));
        return lines.join(u'\n');
    }

private:
    static constexpr std::array<const char *, 5> names { "A", "O:A260619C00100000",
                                                         "O:A260619C00105000", "O:A260619P00100000",
                                                         "O:A260619P00095000" };
    static PaperConfig configOf(quint64 seed)
    {
        PaperConfig config;
        if (seed % 2 == 0)
            config.orderLatency = config.cancelLatency = {};
        config.refuseWashCross = seed % 3 == 0;
        config.triggerStopsAtOnce = seed % 5 == 0;
        config.seed = seed;
        return config;
    }
    quint64 below(quint64 bound) { return m_draws.below(bound); }
    bool chance(quint64 percent) { return below(100) < percent; }
    QString randomName() { return QString::fromLatin1(names[chance(50) ? 0 : 1 + below(4)]); }
    QString earlier() { return QString::number(below(quint64(m_orders) + 1)); }
    static Price cents(qint64 count)
    {
        return Price::fromUnits(count * (Price::unitsPerOne / 100));
    }

    /// In cents; of an option what it is worth and a little more.
    qint64 valueOf(const QString &name) const
    {
        if (name == u"A")
            return m_stock;
        const OptionTerms terms = *instrumentFromSymbol(name)->option;
        const qint64 strike = terms.strike.units() / (Price::unitsPerOne / 100);
        const bool isCall = terms.right == OptionRight::Call;
        return std::max<qint64>(isCall ? m_stock - strike : strike - m_stock, 0) + 150;
    }
    qint64 near(const QString &name) { return std::max<qint64>(valueOf(name) + jitter(), 1); }
    qint64 jitter() { return m_market == Market::Standing ? 0 : qint64(below(41)) - 20; }

    void showQuote()
    {
        const QString name = randomName();
        if (m_market == Market::Jumping)
            m_stock = std::max<qint64>(
                m_stock + qint64(below(chance(5) ? 4001 : 61)) - (chance(5) ? 2000 : 30), 2000);
        Quote quote;
        quote.instrument = symbols.intern(name.toStdString());
        quote.time = now;
        quote.bid = cents(near(name));
        quote.ask = quote.bid + cents(m_market == Market::Standing ? 0 : qint64(below(6)));
        quote.bidSize = quote.askSize = Qty::whole(1 + qint64(below(300)));
        quote.sequence = ++sequence;
        venue.onQuote(quote);
    }
    void showPrint()
    {
        Trade print;
        const QString name = randomName();
        print.instrument = symbols.intern(name.toStdString());
        print.time = now;
        print.price = cents(near(name));
        print.size = Qty::whole(1 + qint64(below(200)));
        print.sequence = ++sequence;
        print.exchange = 11;
        venue.onTrade(print);
    }

    OrderTicket randomOrder()
    {
        OrderTicket ticket;
        ticket.id = QString::number(++m_orders);
        ticket.side = chance(50) ? Side::Buy : Side::Sell;
        if (chance(20)) {
            shapePackage(ticket);
            return ticket;
        }
        ticket.symbol = randomName();
        const bool isStock = ticket.symbol == u"A";
        ticket.qty = Qty::whole(isStock ? 1 + qint64(below(300)) : 1 + qint64(below(4)));
        ticket.type = OrderType(below(4));
        const qint64 value = near(ticket.symbol);
        if (ticket.type == OrderType::Limit || ticket.type == OrderType::StopLimit)
            ticket.limit = cents(std::max<qint64>(value + jitter(), 1));
        if (ticket.type == OrderType::Stop || ticket.type == OrderType::StopLimit)
            ticket.stop = cents(std::max<qint64>(
                value + (ticket.side == Side::Buy ? 1 : -1) * qint64(below(60)), 1));
        ticket.reduceOnly = chance(20);
        if (chance(15))
            ticket.oco = QStringLiteral("pair%1").arg(below(4));
        if (chance(10))
            ticket.parent = earlier();
        if (chance(15) && !ticket.reduceOnly && ticket.parent.isEmpty()) {
            const qint64 side = ticket.side == Side::Buy ? 1 : -1;
            ticket.stopLoss = cents(std::max<qint64>(value - side * qint64(30 + below(50)), 1));
            ticket.takeProfit = cents(std::max<qint64>(value + side * qint64(30 + below(50)), 1));
        }
        return ticket;
    }
    void shapePackage(OrderTicket &ticket)
    {
        const std::size_t first = 1 + below(4);
        const std::size_t second = 1 + (first + below(3)) % 4;
        const Side side = chance(50) ? Side::Buy : Side::Sell;
        ticket.legs = { { QString::fromLatin1(names[first]), side, 1 + int(below(2)) },
                        { QString::fromLatin1(names[second]), opposite(side), 1 } };
        ticket.qty = Qty::whole(1 + qint64(below(3)));
        if (chance(30))
            return;
        qint64 debit = 0;
        for (const OrderLeg &leg : ticket.legs)
            debit += (leg.side == Side::Buy ? 1 : -1) * leg.ratio * valueOf(leg.symbol);
        ticket.type = OrderType::Limit;
        ticket.limit = cents(debit + jitter());
    }
    void changeOrder()
    {
        OrderReplace change { .id = earlier() };
        const std::optional<OrderTicket> ticket = venue.broker().ticket(change.id);
        if (!ticket)
            return;
        if (chance(60))
            change.qty = Qty::whole(1 + qint64(below(ticket->symbol == u"A" ? 300 : 4)));
        if (ticket->limit && !ticket->isPackage())
            change.limit = cents(near(ticket->symbol));
        venue.replace(change, now);
    }

    SplitMix64 m_draws;
    Market m_market;
    qint64 m_stock = 10'000;
    int m_orders = 0;
};

} // namespace tapeline::test
