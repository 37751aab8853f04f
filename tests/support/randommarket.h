#pragma once

#include "brokerdesk.h"
#include "splitmix64.h"

#include <variant>

/// A seeded market of one stock with orders in it: quotes, prints of all kinds, halts, bands, gaps,
/// sessions that end; orders of every type, changed and cancelled.
class RandomMarket
{
public:
    struct Cancel
    {
        QString id;
    };
    struct Feed
    {
        bool up = false;
    };
    using Step = std::variant<tapeline::Quote, tapeline::Trade, tapeline::LuldBands,
                              tapeline::OrderTicket, tapeline::OrderReplace, Cancel, Feed>;
    struct Timed
    {
        tapeline::Timestamp at {};
        Step step;
    };

    explicit RandomMarket(quint64 seed)
        : m_random(seed)
    {
        constexpr int hours[] { 6, 0, 5, -1 };
        // Some begin before the open, some end after the close
        // a statement a draw: compilers differ in which operand they reckon first
        m_now = m_start + std::chrono::hours(hours[below(4)]);
        m_now -= std::chrono::minutes(below(40));
    }

    quint64 below(quint64 bound) { return m_random.below(bound); }
    bool chance(quint64 percent) { return below(100) < percent; }

    std::vector<Timed> market(int steps)
    {
        std::vector<Timed> timed;
        for (int i = 0; i < steps; ++i)
            timed.push_back({ tick(), marketStep() });
        return timed;
    }
    std::vector<Timed> marketWithOrders(int steps)
    {
        std::vector<Timed> timed;
        for (int i = 0; i < steps; ++i)
            timed.push_back({ tick(), chance(25) ? orderStep() : marketStep() });
        return timed;
    }
    /// A simple order that works on its own.
    tapeline::OrderTicket soloOrder()
    {
        tapeline::OrderTicket order = baseOrder(QStringLiteral("solo"));
        constexpr tapeline::OrderType types[] { tapeline::OrderType::Limit,
                                                tapeline::OrderType::Limit,
                                                tapeline::OrderType::Market,
                                                tapeline::OrderType::StopLimit };
        shape(order, types[below(4)]);
        return order;
    }

    static void play(tapeline::PaperBroker &broker, const Timed &timed)
    {
        using namespace tapeline;
        std::visit(
            [&](const auto &step) {
                using Kind = std::decay_t<decltype(step)>;
                if constexpr (std::is_same_v<Kind, Quote>)
                    broker.onQuote(step);
                else if constexpr (std::is_same_v<Kind, Trade>)
                    broker.onTrade(step);
                else if constexpr (std::is_same_v<Kind, LuldBands>)
                    broker.onBands(step);
                else if constexpr (std::is_same_v<Kind, OrderTicket>)
                    broker.submit(step, timed.at);
                else if constexpr (std::is_same_v<Kind, OrderReplace>)
                    broker.replace(step, timed.at);
                else if constexpr (std::is_same_v<Kind, Cancel>)
                    broker.cancel(step.id, timed.at);
                else if (step.up)
                    broker.onFeedUp(timed.at);
                else
                    broker.onFeedDown(timed.at);
            },
            timed.step);
    }

    static constexpr tapeline::InstrumentId instrument { 0 };

private:
    static tapeline::Price cents(qint64 count)
    {
        return tapeline::Price::fromUnits(count * (tapeline::Price::unitsPerOne / 100));
    }
    tapeline::Qty size(quint64 greatest)
    {
        return tapeline::Qty::whole(qint64(1 + below(greatest)));
    }
    tapeline::Timestamp tick()
    {
        const bool pause = chance(3);
        m_now += std::chrono::milliseconds(pause ? below(1'200'000) : below(400));
        return m_now;
    }

    Step marketStep()
    {
        const quint64 draw = below(100);
        if (draw < 45)
            return quote();
        if (draw < 95)
            return print();
        return draw < 97 ? Step(bands()) : Step(Feed { m_up = !m_up });
    }
    tapeline::Quote quote()
    {
        m_bid += qint64(below(5)) - 2;
        const qint64 spread = chance(4) ? -1 : qint64(below(4));
        m_ask = m_bid + spread;
        return { .instrument = instrument,
                 .time = m_now,
                 .bid = chance(2) ? tapeline::Price() : cents(m_bid),
                 .ask = chance(2) ? tapeline::Price() : cents(m_ask),
                 .bidSize = size(300),
                 .askSize = size(300),
                 .sequence = ++m_sequence };
    }
    tapeline::Trade print()
    {
        constexpr quint16 ids[] { 37, 14, 2, 33, 16, 25, 28, 15, 12 };
        tapeline::Trade trade;
        trade.instrument = instrument;
        trade.time = m_now;
        trade.price = cents(m_bid - 1 + qint64(below(5)));
        trade.size = size(200);
        trade.sequence = ++m_sequence;
        trade.exchange = chance(15) ? 4 : 11;
        if (chance(20))
            trade.conditions.add(ids[below(std::size(ids))]);
        if (chance(2))
            trade.sequence -= 3;
        return trade;
    }
    tapeline::LuldBands bands()
    {
        tapeline::LuldBands limits;
        limits.instrument = instrument;
        limits.time = m_now;
        limits.upper = cents(m_bid + 3);
        limits.lower = cents(m_bid - 3);
        limits.halted = !m_halted && chance(50);
        limits.resumed = m_halted;
        m_halted = limits.halted;
        return limits;
    }

    Step orderStep()
    {
        const quint64 draw = below(10);
        const QString earlier = QString::number(below(quint64(m_orders) + 1));
        if (draw < 2)
            return Cancel { earlier };
        if (draw < 4)
            return replacement(earlier);
        return order();
    }
    tapeline::OrderReplace replacement(const QString &id)
    {
        tapeline::OrderReplace change { .id = id };
        if (chance(50))
            change.qty = size(400);
        if (chance(50))
            change.limit = cents(m_bid + qint64(below(7)) - 3);
        if (chance(10))
            change.stop = cents(m_bid + qint64(below(7)) - 3);
        return change;
    }
    tapeline::OrderTicket baseOrder(const QString &id)
    {
        tapeline::OrderTicket ticket;
        ticket.id = id;
        ticket.symbol = QStringLiteral("IBM");
        ticket.side = chance(50) ? tapeline::Side::Buy : tapeline::Side::Sell;
        ticket.qty = size(400);
        return ticket;
    }
    void shape(tapeline::OrderTicket &ticket, tapeline::OrderType type)
    {
        using enum tapeline::OrderType;
        const qint64 away = qint64(below(5));
        const bool buy = ticket.side == tapeline::Side::Buy;
        ticket.type = type;
        if (type == Limit || type == StopLimit)
            ticket.limit = cents(m_bid + qint64(below(7)) - 3);
        if (type == Stop || type == StopLimit)
            ticket.stop = cents(buy ? m_bid + away : m_bid - away);
        if (type == TrailingStop || type == TrailingStopLimit)
            ticket.trail = cents(1 + qint64(below(4)));
        if (type == TrailingStopLimit)
            ticket.limitOffset = cents(qint64(below(3)));
    }
    tapeline::OrderTicket order()
    {
        using enum tapeline::TimeInForce;
        constexpr tapeline::TimeInForce tifs[] { Day, Day, Gtc, Gtd, Ioc, Fok, Opg, Cls };
        tapeline::OrderTicket ticket = baseOrder(QString::number(++m_orders));
        shape(ticket, tapeline::OrderType(below(6)));
        ticket.tif = tifs[below(std::size(tifs))];
        ticket.until = m_now + std::chrono::milliseconds(below(20'000));
        ticket.extendedHours = chance(10);
        ticket.reduceOnly = chance(10);
        if (chance(20)) {
            const qint64 side = ticket.side == tapeline::Side::Buy ? 1 : -1;
            ticket.stopLoss = cents(m_bid - side * qint64(4 + below(3)));
            ticket.takeProfit = cents(m_bid + side * qint64(5 + below(3)));
        }
        if (chance(10))
            ticket.oco = QStringLiteral("pair%1").arg(below(3));
        if (chance(8))
            ticket.parent = QString::number(below(quint64(m_orders) + 1));
        return ticket;
    }

    tapeline::SplitMix64 m_random;
    tapeline::Timestamp m_start
        = tapeline::easterntime::at(QDate(2026, 3, 10), std::chrono::hours(10));
    tapeline::Timestamp m_now {};
    qint64 m_bid = 10'000;
    qint64 m_ask = 10'002;
    quint64 m_sequence = 10;
    int m_orders = 0;
    bool m_halted = false;
    bool m_up = true;
};
