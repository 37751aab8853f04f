#pragma once

#include "easterntime.h"
#include "paperbroker.h"

#include <QHash>
#include <QtTest>

#include <map>

/// Books that remember positions and refuse nothing but what a test tells them to.
class FakeGate : public tapeline::AccountGate
{
public:
    tapeline::Qty position(const QString &symbol) const override { return positions.value(symbol); }
    std::vector<tapeline::Reason> check(const tapeline::OrderTicket &ticket,
                                        std::span<const tapeline::Instrument>,
                                        std::span<const tapeline::Quote>,
                                        tapeline::Timestamp) override
    {
        return refusals.value(ticket.id);
    }
    void hold(const tapeline::OrderTicket &ticket, tapeline::Qty leaves,
              std::span<const tapeline::Quote>) override
    {
        holds[ticket.id] = leaves;
    }
    void execute(const tapeline::Execution &execution) override
    {
        using namespace tapeline;
        const Qty signedQty = execution.side == Side::Buy ? execution.qty : -execution.qty;
        positions[execution.symbol] += signedQty;
        cost += notional(execution.price, signedQty).value_or(Money());
        fees += execution.fee;
        executions.push_back(execution);
    }

    QHash<QString, tapeline::Qty> positions;
    QHash<QString, std::vector<tapeline::Reason>> refusals;
    std::map<QString, tapeline::Qty> holds;
    std::vector<tapeline::Execution> executions;
    tapeline::Money cost;
    tapeline::Money fees;
};

/// A paper broker with a market to speak to in milliseconds of one regular session: Tuesday
/// 2026-03-10, from 10:00 Eastern on.
class BrokerDesk
{
public:
    explicit BrokerDesk(const tapeline::PaperConfig &config = instant())
        : broker(config, calendar, symbols, gate)
    {
    }

    /// The defaults without latency: the order is there when it is sent.
    static tapeline::PaperConfig instant()
    {
        tapeline::PaperConfig config;
        config.orderLatency = config.cancelLatency = {};
        return config;
    }

    static tapeline::Price price(const char *text)
    {
        return *tapeline::Price::parse(QString::fromLatin1(text));
    }
    static tapeline::Qty qty(qint64 whole) { return tapeline::Qty::whole(whole); }
    tapeline::Timestamp at(qint64 ms) const { return start + std::chrono::milliseconds(ms); }
    tapeline::InstrumentId id(const QString &ofSymbol) { return symbols.intern(ofSymbol); }

    void quote(qint64 ms, const char *bid, qint64 bidSize, const char *ask, qint64 askSize)
    {
        quoteOf(symbol, ms, bid, bidSize, ask, askSize);
    }
    void quoteOf(const QString &ofSymbol, qint64 ms, const char *bid, qint64 bidSize,
                 const char *ask, qint64 askSize)
    {
        broker.onQuote({ .instrument = id(ofSymbol),
                         .time = at(ms),
                         .bid = price(bid),
                         .ask = price(ask),
                         .bidSize = qty(bidSize),
                         .askSize = qty(askSize),
                         .sequence = ++sequence });
    }
    void trade(qint64 ms, const char *tradePrice, qint64 size,
               tapeline::TradeConditions conditions = {})
    {
        tapeline::Trade print;
        print.instrument = id(symbol);
        print.time = at(ms);
        print.price = price(tradePrice);
        print.size = qty(size);
        print.sequence = ++sequence;
        print.exchange = exchange;
        print.tape = tape;
        print.conditions = conditions;
        broker.onTrade(print);
    }

    tapeline::OrderTicket ticket(const QString &orderId, tapeline::Side side, qint64 size) const
    {
        tapeline::OrderTicket order;
        order.id = orderId;
        order.symbol = symbol;
        order.side = side;
        order.qty = qty(size);
        return order;
    }
    tapeline::OrderTicket limit(const QString &orderId, tapeline::Side side, qint64 size,
                                const char *limitPrice) const
    {
        tapeline::OrderTicket order = ticket(orderId, side, size);
        order.type = tapeline::OrderType::Limit;
        order.limit = price(limitPrice);
        return order;
    }
    tapeline::OrderTicket stop(const QString &orderId, tapeline::Side side, qint64 size,
                               const char *stopPrice) const
    {
        tapeline::OrderTicket order = ticket(orderId, side, size);
        order.type = tapeline::OrderType::Stop;
        order.stop = price(stopPrice);
        return order;
    }
    void submit(const tapeline::OrderTicket &order, qint64 ms)
    {
        broker.submit(order, at(ms));
        collect();
    }

    /// Everything that has happened, and the part since the last call of fills().
    void collect()
    {
        for (tapeline::OrderEvent &event : broker.takeEvents())
            events.push_back(std::move(event));
    }
    /// "300@10.02 50@10.02": what one order was filled with since the last call for it.
    QString fills(const QString &orderId)
    {
        collect();
        QStringList texts;
        for (std::size_t &i = m_seen[orderId]; i < events.size(); ++i) {
            const tapeline::OrderEvent &event = events[i];
            if (event.id == orderId && event.lastQty > tapeline::Qty())
                texts += event.lastQty.toString() + QLatin1Char('@') + event.lastPrice.toString();
        }
        return texts.join(QLatin1Char(' '));
    }
    /// "expired END_OF_DAY": where an order stands and why.
    QString standing(const QString &orderId)
    {
        collect();
        for (auto event = events.rbegin(); event != events.rend(); ++event)
            if (event->id == orderId)
                return words(event->state, event->reason.code);
        return {};
    }
    QString waits(const QString &orderId)
    {
        const std::string_view text = reasonText(broker.whyNotYet(orderId).code);
        return QString::fromLatin1(text.data(), qsizetype(text.size()));
    }
    const tapeline::FillEvidence &evidence(const QString &orderId)
    {
        collect();
        for (auto event = events.rbegin(); event != events.rend(); ++event)
            if (event->id == orderId && event->lastQty > tapeline::Qty())
                return event->evidence;
        static const tapeline::FillEvidence none;
        return none;
    }

    static QString words(tapeline::OrderState state, tapeline::ReasonCode code)
    {
        const std::string_view name = stateText(state);
        const std::string_view why = reasonText(code);
        QString text = QString::fromLatin1(name.data(), qsizetype(name.size()));
        if (!why.empty())
            text += QLatin1Char(' ') + QString::fromLatin1(why.data(), qsizetype(why.size()));
        return text;
    }

    QString symbol = QStringLiteral("IBM");
    tapeline::Timestamp start
        = tapeline::easterntime::at(QDate(2026, 3, 10), std::chrono::hours(10));
    tapeline::MarketCalendar calendar;
    tapeline::SymbolTable symbols;
    FakeGate gate;
    tapeline::PaperBroker broker;
    std::vector<tapeline::OrderEvent> events;
    quint64 sequence = 0;
    quint16 exchange = 11; ///< of the prints
    quint8 tape = 0; ///< not given; 1: the New York Stock Exchange, 10, lists it

private:
    std::map<QString, std::size_t> m_seen;
};
