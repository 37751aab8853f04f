#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Every refusal of execution.md A.7, by its code and with its numbers.
class PaperReasonsTest : public QObject
{
    Q_OBJECT

    using Change = void (*)(OrderTicket &);

    struct Refusal
    {
        const char *name;
        ReasonCode code;
        const char *numbers;
        Change change; ///< of a buy limit order of 10 IBM at 100.00
    };

    static Price price(const char *text) { return BrokerDesk::price(text); }

    static void market(OrderTicket &ticket)
    {
        ticket.type = OrderType::Market;
        ticket.limit.reset();
    }
    static void stop(OrderTicket &ticket, const char *level)
    {
        ticket.type = OrderType::Stop;
        ticket.limit.reset();
        ticket.stop = price(level);
    }
    static void legs(OrderTicket &ticket, std::vector<OrderLeg> written)
    {
        ticket.symbol.clear();
        ticket.legs = std::move(written);
    }

    /// Calls of SPY, a dollar apart.
    static void manyLegs(OrderTicket &ticket, int count)
    {
        std::vector<OrderLeg> written;
        for (int i = 0; i < count; ++i)
            written.push_back({ u"O:SPY261218C00%1000"_s.arg(100 + i) });
        legs(ticket, std::move(written));
    }

    static std::vector<Refusal> syntax()
    {
        using enum ReasonCode;
        using T = OrderTicket;
        return {
            { "all or none", UnsupportedType, "all or none", [](T &t) { t.allOrNone = true; } },
            { "auction of crypto", UnsupportedTif, "auctions are for stocks",
              [](T &t) {
                  t.symbol = u"X:BTCUSD"_s;
                  t.tif = TimeInForce::Opg;
              } },
            { "market, extended hours", BadCombination,
              "extended hours take limit orders for the day or until cancelled",
              [](T &t) {
                  market(t);
                  t.extendedHours = true;
              } },
            { "post only, a stock", BadCombination,
              "post only is for resting limit orders on crypto", [](T &t) { t.postOnly = true; } },
            { "stop, at once", BadCombination, "a stop works for longer than an instant",
              [](T &t) {
                  stop(t, "101");
                  t.tif = TimeInForce::Ioc;
              } },
            { "stop on a package", BadCombination, "a package is a market or limit order",
              [](T &t) {
                  stop(t, "101");
                  legs(t, { { u"O:SPY261218C00100000"_s }, { u"O:SPY261218C00105000"_s } });
              } },
            { "one leg", BadCombination, "2 to 8 legs, not 1",
              [](T &t) { legs(t, { { u"O:SPY261218C00100000"_s } }); } },
            { "nine legs", BadCombination, "2 to 8 legs, not 9", [](T &t) { manyLegs(t, 9); } },
            { "a hundred legs", BadCombination, "2 to 8 legs, not 100",
              [](T &t) { manyLegs(t, 100); } },
            { "package in a group", BadCombination,
              "a package waits for no other order and shares no quantity",
              [](T &t) {
                  manyLegs(t, 2);
                  t.oco = u"pair"_s;
              } },
            { "one leg twice", BadCombination, "SPY twice",
              [](T &t) {
                  legs(t, { { u"SPY"_s }, { u"SPY"_s } });
              } },
            { "ratio", BadCombination, "ratio 0",
              [](T &t) {
                  legs(t, { { u"SPY"_s, Side::Buy, 0 }, { u"IBM"_s } });
              } },
            { "shares of another stock", BadCombination, "IBM is no option",
              [](T &t) {
                  legs(t, { { u"O:SPY261218C00100000"_s }, { u"IBM"_s } });
              } },
            { "shares first", BadCombination, "SPY is no option",
              [](T &t) {
                  legs(t, { { u"SPY"_s }, { u"O:SPY261218C00100000"_s } });
              } },
            { "two underlyings", BadCombination, "options on SPY and IBM",
              [](T &t) {
                  legs(t, { { u"O:SPY261218C00100000"_s }, { u"O:IBM261218C00100000"_s } });
              } },
            { "two prices", BadCombination, "the type does not use a stop price",
              [](T &t) { t.stop = price("99"); } },
            { "market with a limit", BadCombination, "the type does not use a limit price",
              [](T &t) { t.type = OrderType::Market; } },
            { "until the past", BadCombination, "its end lies in the past",
              [](T &t) { t.tif = TimeInForce::Gtd; } },
            { "exit with exits", BadCombination, "an exit has no exits of its own",
              [](T &t) {
                  t.reduceOnly = true;
                  t.stopLoss = price("99");
              } },
            { "nothing", QtyZero, "0", [](T &t) { t.qty = {}; } },
            { "less than nothing", QtyZero, "-10", [](T &t) { t.qty = Qty::whole(-10); } },
            { "part of a contract", QtyNotLot, "0.5 is no whole number",
              [](T &t) {
                  t.symbol = u"O:SPY261218C00100000"_s;
                  t.qty = *Qty::parse(u"0.5");
              } },
            { "seven decimals", QtyNotLot, "0.0000001 has more than six decimals",
              [](T &t) { t.qty = *Qty::parse(u"0.0000001"); } },
            { "too much", QtyTooLarge, "1,000,000,001",
              [](T &t) { t.qty = Qty::whole(1'000'000'001); } },
            { "does not fit", QtyTooLarge, "999,999,999",
              [](T &t) {
                  t.qty = Qty::whole(999'999'999);
                  t.limit = price("900000");
              } },
            { "fraction, until cancelled", FractionNotAllowed,
              "0.5; fractions take market and limit orders for the day",
              [](T &t) {
                  t.qty = *Qty::parse(u"0.5");
                  t.tif = TimeInForce::Gtc;
              } },
            { "no limit", PriceMissing, "needs limit", [](T &t) { t.limit.reset(); } },
            { "no stop", PriceMissing, "needs stop",
              [](T &t) {
                  stop(t, "101");
                  t.stop.reset();
              } },
            { "no trail", PriceMissing, "needs trail",
              [](T &t) {
                  market(t);
                  t.type = OrderType::TrailingStop;
              } },
            { "no offset", PriceMissing, "needs limit_offset",
              [](T &t) {
                  market(t);
                  t.type = OrderType::TrailingStopLimit;
                  t.trail = price("0.5");
              } },
            { "limit 0", PriceNonpositive, "0.00", [](T &t) { t.limit = Price(); } },
            { "a limit without end", PriceOutOfBand, "900,000,000.00",
              [](T &t) {
                  t.qty = Qty::whole(1);
                  t.limit = price("900000000");
              } },
            { "a trail without end", PriceOutOfBand, "900,000,000.00",
              [](T &t) {
                  market(t);
                  t.type = OrderType::TrailingStop;
                  t.trail = price("900000000");
              } },
            { "an offset without end", PriceOutOfBand, "900,000,000.00",
              [](T &t) {
                  market(t);
                  t.type = OrderType::TrailingStopLimit;
                  t.trail = price("1");
                  t.limitOffset = price("900000000");
              } },
            { "trail of 100 %", PriceNonpositive, "trail of 1000000 ppm",
              [](T &t) {
                  market(t);
                  t.type = OrderType::TrailingStop;
                  t.trailPpm = 1'000'000;
              } },
        };
    }

    static std::vector<Refusal> venue()
    {
        using enum ReasonCode;
        using T = OrderTicket;
        return {
            { "no symbol", UnknownSymbol, "123", [](T &t) { t.symbol = u"123"_s; } },
            { "no symbol at all", UnknownSymbol, "", [](T &t) { t.symbol.clear(); } },
            { "a symbol without end", UnknownSymbol, "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF",
              [](T &t) { t.symbol = u"ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF"_s; } },
            { "a leg without a symbol", UnknownSymbol, "",
              [](T &t) {
                  legs(t, { { u"O:SPY261218C00100000"_s }, {} });
              } },
            { "an index", NotTradable, "I:SPX", [](T &t) { t.symbol = u"I:SPX"_s; } },
            { "ended", ExpiredContract, "O:SPY251219C00100000 ended on 2025-12-19",
              [](T &t) { t.symbol = u"O:SPY251219C00100000"_s; } },
            { "off the tick", PriceNotTick, "100.001 is no multiple of 0.01",
              [](T &t) { t.limit = price("100.001"); } },
            { "half through the market", PriceOutOfBand, "150.04 against 100.02",
              [](T &t) { t.limit = price("150.04"); } },
            { "stop behind the market", StopThroughMarket, "99.99 against 100.00",
              [](T &t) { stop(t, "99.99"); } },
            { "a sell trail above the price", PriceNonpositive, "0.00",
              [](T &t) {
                  market(t);
                  t.type = OrderType::TrailingStop;
                  t.side = Side::Sell;
                  t.trail = price("100");
              } },
            { "a sell limit below zero", PriceNonpositive, "-1.00",
              [](T &t) {
                  market(t);
                  t.type = OrderType::TrailingStopLimit;
                  t.side = Side::Sell;
                  t.trail = price("60");
                  t.limitOffset = price("41");
              } },
            { "exits the wrong way", BracketGeometry, "stop 101.00, entry 100.00, target 99.00",
              [](T &t) {
                  t.stopLoss = price("101");
                  t.takeProfit = price("99");
              } },
            { "exits without a tick between", BracketGeometry,
              "stop 100.00, entry 100.00, target 101.00",
              [](T &t) {
                  t.stopLoss = price("100");
                  t.takeProfit = price("101");
              } },
            { "child of nobody", OrderNotFound, "nobody", [](T &t) { t.parent = u"nobody"_s; } },
            { "nothing to reduce", ReduceOnlyViolation, "position 0",
              [](T &t) { t.reduceOnly = true; } },
            { "own order on the other side", WashCross, "own order own at 100.05",
              [](T &t) { t.limit = price("100.05"); } },
        };
    }

    static std::vector<Refusal> all()
    {
        std::vector<Refusal> refusals = syntax();
        for (const Refusal &refusal : venue())
            refusals.push_back(refusal);
        return refusals;
    }

private slots:
    void refuses_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Refusal &refusal : all())
            QTest::newRow(refusal.name) << index++;
    }

    void refuses()
    {
        QFETCH(const int, index);
        const Refusal refusal = all()[std::size_t(index)];
        BrokerDesk desk;
        desk.quote(0, "99.98", 100, "100.02", 100);
        desk.trade(1, "100.00", 100);
        desk.submit(desk.limit(u"own"_s, Side::Sell, 10, "100.05"), 2);
        OrderTicket ticket = desk.limit(u"a"_s, Side::Buy, 10, "100.00");
        refusal.change(ticket);
        desk.submit(ticket, 3);
        QCOMPARE(desk.standing(u"a"_s), BrokerDesk::words(OrderState::Rejected, refusal.code));
        QCOMPARE(desk.events.back().reason.numbers, QString::fromLatin1(refusal.numbers));
        QCOMPARE(desk.gate.holds[u"a"_s], Qty());
        desk.quote(4, "100.05", 100, "100.07", 100); // the market is as it was
        QCOMPARE(desk.fills(u"own"_s), u"10@100.05"_s);
    }

    void oneIdIsUsedOnce()
    {
        BrokerDesk desk;
        desk.quote(0, "99.98", 100, "100.02", 100);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 10, "99.00"), 1);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 10, "99.00"), 2);
        QCOMPARE(desk.standing(u"a"_s), u"accepted DUPLICATE_ID"_s);
        QCOMPARE(desk.broker.state(u"a"_s), OrderState::Accepted); // the first lives on
        desk.submit(desk.limit(QString(), Side::Buy, 10, "99.00"), 3);
        QCOMPARE(desk.standing(QString()), u"rejected DUPLICATE_ID"_s);
    }

    void strangersAreNotFound()
    {
        BrokerDesk desk;
        desk.broker.cancel(u"x"_s, desk.at(0));
        QCOMPARE(desk.standing(u"x"_s), u"new ORDER_NOT_FOUND"_s);
        desk.broker.replace({ .id = u"x"_s }, desk.at(0));
        QCOMPARE(desk.standing(u"x"_s), u"new ORDER_NOT_FOUND"_s);
    }

    void sessionAndDataDecideOverImmediateOrders()
    {
        BrokerDesk desk;
        OrderTicket order = desk.ticket(u"early"_s, Side::Buy, 10);
        order.tif = TimeInForce::Ioc;
        desk.submit(order, -2 * 3'600'000);
        QCOMPARE(desk.standing(u"early"_s), u"rejected SESSION_CLOSED"_s);
        order.id = u"unquoted"_s;
        desk.submit(order, 0);
        QCOMPARE(desk.standing(u"unquoted"_s), u"rejected NO_MARKET_DATA"_s);
        desk.quote(1, "99.98", 100, "100.02", 100);
        order.id = u"old"_s;
        desk.submit(order, 60'002);
        QCOMPARE(desk.standing(u"old"_s), u"rejected STALE_MARKET_DATA"_s);
        PaperConfig strict = BrokerDesk::instant();
        strict.holdMarketOrders = false;
        BrokerDesk closed(strict);
        closed.submit(closed.ticket(u"a"_s, Side::Buy, 10), -2 * 3'600'000);
        QCOMPARE(closed.standing(u"a"_s), u"rejected SESSION_CLOSED"_s);
    }

    void wideSpreadsNeedAWord()
    {
        BrokerDesk desk;
        desk.quote(0, "9.00", 100, "9.96", 100);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 10), 1);
        QCOMPARE(desk.standing(u"a"_s), u"rejected SPREAD_TOO_WIDE"_s);
        desk.quote(2, "9.00", 100, "9.90", 100);
        desk.submit(desk.ticket(u"b"_s, Side::Buy, 10), 3);
        QCOMPARE(desk.fills(u"b"_s), u"10@9.9"_s);
        PaperConfig bold = BrokerDesk::instant();
        bold.allowWideSpreads = true;
        BrokerDesk wide(bold);
        wide.quote(0, "9.00", 100, "9.96", 100);
        wide.submit(wide.ticket(u"a"_s, Side::Buy, 10), 1);
        QCOMPARE(wide.fills(u"a"_s), u"10@9.96"_s);
    }

    void wideSpreadsDoNotMatterBeforeTheOpen()
    {
        BrokerDesk desk;
        constexpr qint64 evening = 7 * 3'600'000;
        desk.quote(evening, "90.00", 100, "110.00", 100);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 10), evening + 1);
        QCOMPARE(desk.standing(u"a"_s), u"accepted HELD_SESSION"_s);
    }

    /// One that was held meets its first spread later.
    void wideSpreadsAreAskedAboutAtTheOpen()
    {
        constexpr qint64 open = -30 * 60'000; // 09:30
        for (const char *ask : { "110.00", "100.10" }) {
            BrokerDesk desk;
            desk.submit(desk.ticket(u"a"_s, Side::Buy, 10), open - 1);
            desk.quote(open + 6'000, qstrcmp(ask, "110.00") == 0 ? "90.00" : "100.00", 100, ask,
                       100);
            const bool wide = qstrcmp(ask, "110.00") == 0;
            QCOMPARE(desk.fills(u"a"_s), wide ? QString() : u"10@100.1"_s);
            QCOMPARE(desk.standing(u"a"_s), wide ? u"canceled SPREAD_TOO_WIDE"_s : u"filled"_s);
        }
    }

    void exitsNeedTheirNames_data()
    {
        QTest::addColumn<bool>("entryFirst");
        QTest::newRow("taken before") << false;
        QTest::newRow("taken on its way") << true;
    }

    void exitsNeedTheirNames()
    {
        QFETCH(const bool, entryFirst);
        BrokerDesk desk { PaperConfig() };
        desk.quote(0, "99.98", 100, "100.02", 100);
        OrderTicket entry = desk.limit(u"a"_s, Side::Buy, 10, "99.00");
        entry.stopLoss = price("98.00");
        const OrderTicket taken = desk.limit(u"a.stop"_s, Side::Buy, 10, "97.00");
        desk.submit(entryFirst ? entry : taken, 1);
        desk.submit(entryFirst ? taken : entry, 2);
        const QString refused = entryFirst ? u"a.stop"_s : u"a"_s;
        QCOMPARE(desk.standing(refused), u"rejected DUPLICATE_ID"_s);
        QCOMPARE(desk.events.back().reason.numbers, u"a.stop"_s);
        desk.broker.advanceTo(desk.at(100));
        QCOMPARE(desk.broker.workingIds().size(), entryFirst ? 2u : 1u);
    }

    void delayedDataCanBeRefused()
    {
        PaperConfig config = BrokerDesk::instant();
        config.refuseDelayedData = true;
        BrokerDesk desk(config);
        desk.quote(0, "9.99", 100, "10.00", 100);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 10), 1);
        QCOMPARE(desk.standing(u"a"_s), u"rejected DELAYED_DATA"_s);
    }

    void postOnlyNeverTakes()
    {
        BrokerDesk desk;
        desk.symbol = u"X:BTCUSD"_s;
        desk.quote(0, "99.98", 100, "100.00", 100);
        OrderTicket order = desk.limit(u"a"_s, Side::Buy, 10, "100.00");
        order.postOnly = true;
        desk.submit(order, 1);
        QCOMPARE(desk.standing(u"a"_s), u"rejected POST_ONLY_WOULD_TAKE"_s);
        order.id = u"b"_s;
        order.limit = price("99.99");
        desk.submit(order, 2);
        QCOMPARE(desk.standing(u"b"_s), u"accepted"_s);
    }

    void stopsBehindTheMarketCanTriggerAtOnce()
    {
        PaperConfig config = BrokerDesk::instant();
        config.triggerStopsAtOnce = true;
        BrokerDesk desk(config);
        desk.quote(0, "99.98", 100, "100.02", 100);
        desk.trade(1, "100.00", 100);
        desk.submit(desk.stop(u"s"_s, Side::Buy, 10, "99.00"), 2);
        QCOMPARE(desk.fills(u"s"_s), u"10@100.02"_s);
    }

    void accountRefusesWithAllItsReasons()
    {
        BrokerDesk desk;
        desk.gate.refusals[u"poor"_s]
            = { { ReasonCode::InsufficientBuyingPower, u"needs 10,020.00, available 9,500.00"_s },
                { ReasonCode::RiskPerTrade, u"2,200.00 > 2,000.00"_s } };
        desk.gate.refusals[u"risky"_s] = { { ReasonCode::RiskRate, u"61 > 60"_s } };
        desk.submit(desk.limit(u"poor"_s, Side::Buy, 10, "100.00"), 1);
        QCOMPARE(desk.standing(u"poor"_s), u"rejected INSUFFICIENT_BUYING_POWER"_s);
        QCOMPARE(desk.events.back().reason.numbers,
                 u"needs 10,020.00, available 9,500.00; RISK_PER_TRADE 2,200.00 > 2,000.00"_s);
        desk.submit(desk.limit(u"risky"_s, Side::Buy, 10, "100.00"), 2);
        QCOMPARE(desk.standing(u"risky"_s), u"denied RISK_RATE"_s); // by us, it was never sent
        QCOMPARE(std::ranges::count(desk.events, u"risky"_s, &OrderEvent::id), 1);
        QVERIFY(desk.events.back().ticket);
    }

    void firstCheckInTheOrderWins()
    {
        BrokerDesk desk;
        desk.gate.refusals[u"a"_s] = { { ReasonCode::InsufficientBuyingPower, {} } };
        OrderTicket order = desk.limit(u"a"_s, Side::Buy, 10, "100.001"); // off the tick
        order.tif = TimeInForce::Fok; // closed
        desk.submit(order, -2 * 3'600'000);
        QCOMPARE(desk.standing(u"a"_s), u"rejected SESSION_CLOSED"_s);
    }
};

QTEST_GUILESS_MAIN(PaperReasonsTest)
#include "tst_paperreasons.moc"
