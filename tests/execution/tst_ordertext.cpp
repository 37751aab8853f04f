#include "ordereventtext.h"
#include "ordertext.h"

#include <QJsonDocument>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

Price price(QStringView text)
{
    return *Price::parse(text);
}

/// Every field set.
OrderTicket fullTicket()
{
    OrderTicket ticket;
    ticket.id = u"k-1 \"ü\""_s;
    ticket.symbol = u"IBM"_s;
    ticket.side = Side::Sell;
    ticket.qty = *Qty::parse(u"0.00000001");
    ticket.type = OrderType::TrailingStopLimit;
    ticket.limit = price(u"-1.05");
    ticket.stop = price(u"9.5");
    ticket.trail = price(u"0.5");
    ticket.trailPpm = 15'000;
    ticket.limitOffset = price(u"0.02");
    ticket.activation = price(u"11");
    ticket.trigger = TriggerSource::DoubleLast;
    ticket.tif = TimeInForce::Gtd;
    ticket.until = fromNs(1'762'180'200'000'000'001);
    ticket.extendedHours = ticket.reduceOnly = ticket.postOnly = ticket.allOrNone = true;
    ticket.takeProfit = price(u"12");
    ticket.stopLoss = price(u"8");
    ticket.stopLossLimit = price(u"7.9");
    ticket.parent = u"p"_s;
    ticket.oco = u"o"_s;
    ticket.strategy = u"s"_s;
    ticket.legs = { { u"O:SPY251219C00650000"_s, Side::Sell, 2 }, { u"SPY"_s, Side::Buy, 1 } };
    return ticket;
}

OrderEvent fullEvent()
{
    OrderEvent event;
    event.sequence = 42;
    event.at = fromNs(1'762'180'200'123'456'789);
    event.id = u"k-1"_s;
    event.action = OrderAction::FillPart;
    event.state = OrderState::PartiallyFilled;
    event.reason = { ReasonCode::Oco, u"both exits in reach"_s };
    event.lastQty = Qty::whole(3);
    event.lastPrice = price(u"100.0000000001");
    event.leg = 0;
    event.cumQty = Qty::whole(5);
    event.leaves = Qty::whole(2);
    event.fee = Money::fromUnits(1);
    event.evidence = { .rule = FillRule::QueueReached,
                       .quoteTime = fromNs(5),
                       .bid = price(u"1"),
                       .ask = price(u"2"),
                       .bidSize = Qty::whole(3),
                       .askSize = Qty::whole(4),
                       .printTime = fromNs(6),
                       .printPrice = price(u"5"),
                       .printSize = Qty::whole(6),
                       .sequence = 7,
                       .queueAhead = Qty::whole(8),
                       .slippage = price(u"0.01"),
                       .strictQty = Qty::whole(1),
                       .generousQty = Qty::whole(9) };
    event.ticket = fullTicket();
    event.matching = MatchingNote { .stage = MatchStage::Taking,
                                    .collar = price(u"102.5"),
                                    .chaseEnds = fromNs(9),
                                    .released = true };
    return event;
}

} // namespace

class OrderTextTest : public QObject
{
    Q_OBJECT

private slots:
    void eventsReadBack()
    {
        OrderEvent plain;
        plain.id = u"x"_s;
        for (const OrderEvent &event : { fullEvent(), plain }) {
            const std::string text = orderEventText(event);
            const Result<OrderEvent> read = orderEventFromText(text);
            QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
            QCOMPARE(*read, event);
            QCOMPARE(orderEventText(*read), text);
        }
    }

    void textIsFixed()
    {
        OrderEvent event;
        event.sequence = 1;
        event.at = fromNs(1'762'180'200'123'456'789);
        event.id = u"a"_s;
        event.action = OrderAction::Cancel;
        event.state = OrderState::Canceled;
        event.reason = { ReasonCode::Ioc };
        event.cumQty = Qty::whole(300);
        QCOMPARE(
            orderEventText(event),
            R"({"seq":1,"at":1762180200123456789,"id":"a","action":"cancel","state":"canceled",)"
            R"("reason":"IOC","cum_qty":"300"})");
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("no state") << QByteArray(R"({"action":"cancel"})");
        QTest::newRow("word") << QByteArray(R"({"action":"cancl","state":"canceled"})");
        QTest::newRow("decimal") << QByteArray(
            R"({"action":"cancel","state":"canceled","cum_qty":"1e3"})");
        QTest::newRow("number for text")
            << QByteArray(R"({"action":"cancel","state":"canceled","cum_qty":3})");
        QTest::newRow("evidence") << QByteArray(
            R"({"action":"cancel","state":"canceled","evidence":{"rule":"luck"}})");
        QTest::newRow("ticket") << QByteArray(
            R"({"action":"submit","state":"submitted","ticket":{"side":"up"}})");
    }

    void nonsenseIsRefused()
    {
        QFETCH(const QByteArray, line);
        QVERIFY(!orderEventFromText(line.toStdString()));
    }

    void hashTellsStreamsApart()
    {
        const auto hash = [](std::initializer_list<std::string_view> lines) {
            EventHash running;
            for (const std::string_view line : lines)
                running.add(line);
            return running.value();
        };
        QCOMPARE(hash({ "a", "b" }), hash({ "a", "b" }));
        QVERIFY(hash({ "a", "b" }) != hash({ "b", "a" }));
        QVERIFY(hash({ "ab" }) != hash({ "a", "b" }));
        QCOMPARE(hash({ "a" }), 0x089BDC07B544E7B2ULL); // FNV-1a of "a\n", computed apart
    }
};

QTEST_APPLESS_MAIN(OrderTextTest)
#include "tst_ordertext.moc"
