#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// The worked vectors of execution.md B.3 to B.5.
class PaperFillsTest : public QObject
{
    Q_OBJECT

private slots:
    void b01WaitsForDisplayedSize() // B-01
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 500, "10.02", 300);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 500), 10);
        QCOMPARE(desk.fills(u"a"_s), u"300@10.02"_s);
        QCOMPARE(desk.waits(u"a"_s), u"WAITS_FOR_LIQUIDITY"_s);
        desk.quote(20, "10.00", 500, "10.02", 300);
        QCOMPARE(desk.fills(u"a"_s), QString());
        desk.quote(30, "10.00", 500, "10.02", 350);
        QCOMPARE(desk.fills(u"a"_s), u"50@10.02"_s);
        desk.quote(40, "10.00", 500, "10.02", 200);
        QCOMPARE(desk.fills(u"a"_s), QString());
        desk.quote(50, "10.00", 500, "10.03", 100);
        QCOMPARE(desk.fills(u"a"_s), u"100@10.03"_s);
        desk.quote(60, "10.00", 500, "10.02", 400);
        QCOMPARE(desk.fills(u"a"_s), u"50@10.02"_s);
        QCOMPARE(desk.standing(u"a"_s), u"filled"_s);
        QCOMPARE(desk.gate.cost, Money::whole(5011));
        // 350 of the last quote are left
        desk.submit(desk.ticket(u"b"_s, Side::Buy, 400), 70);
        QCOMPARE(desk.fills(u"b"_s), u"350@10.02"_s);
    }

    void rest_data()
    {
        QTest::addColumn<int>("policy");
        QTest::addColumn<int>("tif");
        QTest::addColumn<QString>("fills");
        QTest::addColumn<QString>("standing");
        const int wait = int(RestPolicy::Wait);
        const int day = int(TimeInForce::Day);
        QTest::newRow("B-02") << int(RestPolicy::Slip) << day << u"300@10.02 200@10.03"_s
                              << u"filled"_s;
        QTest::newRow("B-03") << int(RestPolicy::All) << day << u"500@10.02"_s << u"filled"_s;
        QTest::newRow("B-04") << wait << int(TimeInForce::Ioc) << u"300@10.02"_s
                              << u"canceled IOC"_s;
        QTest::newRow("B-05") << wait << int(TimeInForce::Fok) << QString() << u"canceled FOK"_s;
        QTest::newRow("cancel") << int(RestPolicy::Cancel) << day << u"300@10.02"_s
                                << u"canceled NO_LIQUIDITY"_s;
    }

    void rest()
    {
        QFETCH(const int, policy);
        QFETCH(const int, tif);
        PaperConfig config = BrokerDesk::instant();
        config.rest = RestPolicy(policy);
        BrokerDesk desk(config);
        desk.quote(0, "10.00", 500, "10.02", 300);
        OrderTicket order = desk.ticket(u"a"_s, Side::Buy, 500);
        order.tif = TimeInForce(tif);
        desk.submit(order, 10);
        QTEST(desk.fills(u"a"_s), "fills");
        QTEST(desk.standing(u"a"_s), "standing");
    }

    void queue_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("prints"); // price x size, b: the buyer came
        QTest::addColumn<QString>("fills");
        const int queue = int(FillMode::Queue);
        const int through = int(FillMode::Through);
        const int touch = int(FillMode::Touch);
        QTest::newRow("B-09") << queue << u"100x80 100x30 100x50"_s << u"10@100 40@100"_s;
        QTest::newRow("B-10") << queue << u"99.99x20"_s << u"20@100"_s;
        QTest::newRow("B-12") << queue << u"100x500b"_s << QString();
        QTest::newRow("B-13") << through << u"100x80 100x30 100x50"_s << QString();
        QTest::newRow("through the price fills the strict mode")
            << through << u"99.99x20"_s << u"20@100"_s;
        QTest::newRow("a touch fills the generous mode")
            << touch << u"100x30b 100x80"_s << u"30@100 20@100"_s;
    }

    void queue()
    {
        QFETCH(const int, mode);
        QFETCH(const QString, prints);
        PaperConfig config = BrokerDesk::instant();
        config.mode = FillMode(mode);
        BrokerDesk desk(config);
        // Only crypto's own flag makes a buyer of a print at the bid
        if (prints.contains(u'b'))
            desk.symbol = u"X:BTCUSD"_s;
        desk.quote(0, "100.00", 100, "100.02", 100);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 50, "100.00"), 10);
        qint64 ms = 20;
        for (QString print : prints.split(u' ')) {
            const TradeConditions buyer
                = print.endsWith(u'b') ? TradeConditions { 2 } : TradeConditions {};
            const QStringList parts = print.remove(u'b').split(u'x');
            desk.trade(ms++, parts[0].toLatin1().constData(), parts[1].toLongLong(), buyer);
        }
        QTEST(desk.fills(u"a"_s), "fills");
    }

    void b11OppositeQuoteCrossesTheLimit() // B-11
    {
        BrokerDesk desk;
        desk.quote(0, "100.00", 100, "100.02", 100);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 50, "100.00"), 10);
        QCOMPARE(desk.waits(u"a"_s), u"WAITS_IN_QUEUE"_s);
        QCOMPARE(desk.broker.whyNotYet(u"a"_s).numbers, u"100 ahead at 100.00"_s);
        desk.quote(20, "99.97", 100, "99.99", 25);
        QCOMPARE(desk.fills(u"a"_s), u"25@100"_s);
        QCOMPARE(desk.evidence(u"a"_s).rule, FillRule::QuoteCrossed);
    }

    void b06WalksTheBook()
    {
        BrokerDesk desk;
        desk.symbol = u"X:BTCUSD"_s;
        const std::vector<BookLevel> bids { { BrokerDesk::price("99.90"), BrokerDesk::qty(4) } };
        const std::vector<BookLevel> asks { { BrokerDesk::price("100.00"), BrokerDesk::qty(2) },
                                            { BrokerDesk::price("100.10"), BrokerDesk::qty(3) },
                                            { BrokerDesk::price("100.25"), BrokerDesk::qty(10) } };
        desk.broker.onBook(desk.id(desk.symbol), bids, asks, desk.at(0));
        desk.submit(desk.limit(u"b07"_s, Side::Buy, 7, "100.10"), 10);
        QCOMPARE(desk.fills(u"b07"_s), u"2@100 3@100.1"_s); // B-07
        QCOMPARE(desk.evidence(u"b07"_s).rule, FillRule::WalkBook);
        desk.broker.cancel(u"b07"_s, desk.at(11));
        // B-08: the book is the same, what we took is gone
        desk.submit(desk.ticket(u"b08"_s, Side::Buy, 3), 20);
        QCOMPARE(desk.fills(u"b08"_s), u"3@100.25"_s);
        // B-06: all levels whole again
        desk.broker.onBook(desk.id(desk.symbol), bids, {}, desk.at(30));
        desk.broker.onBook(desk.id(desk.symbol), bids, asks, desk.at(31));
        desk.gate.cost = {};
        desk.submit(desk.ticket(u"b06"_s, Side::Buy, 7), 40);
        QCOMPARE(desk.fills(u"b06"_s), u"2@100 3@100.1 2@100.25"_s);
        QCOMPARE(desk.gate.cost, *Money::parse(u"700.80"));
    }

    void fokReducesAllOrNothing()
    {
        BrokerDesk desk;
        desk.gate.positions[desk.symbol] = Qty::whole(50);
        desk.quote(0, "10.00", 500, "10.02", 500);
        OrderTicket order = desk.ticket(u"a"_s, Side::Sell, 100);
        order.tif = TimeInForce::Fok;
        order.reduceOnly = true;
        desk.submit(order, 1);
        QCOMPARE(desk.standing(u"a"_s), u"canceled FOK"_s);
        QCOMPARE(desk.fills(u"a"_s), QString());
        order.id = u"b"_s;
        order.qty = Qty::whole(50);
        desk.submit(order, 2);
        QCOMPARE(desk.fills(u"b"_s), u"50@10"_s);
    }

    void fokSlipsNoFurtherThanItsLimit_data()
    {
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("fills");
        QTest::newRow("the next tick is beyond it") << u"10.02"_s << QString();
        QTest::newRow("the next tick is within it") << u"10.03"_s << u"300@10.02 200@10.03"_s;
    }

    void fokSlipsNoFurtherThanItsLimit()
    {
        QFETCH(const QString, limit);
        PaperConfig config = BrokerDesk::instant();
        config.rest = RestPolicy::Slip;
        BrokerDesk desk(config);
        desk.quote(0, "10.00", 500, "10.02", 300);
        OrderTicket order = desk.limit(u"a"_s, Side::Buy, 500, limit.toLatin1().constData());
        order.tif = TimeInForce::Fok;
        desk.submit(order, 1);
        QTEST(desk.fills(u"a"_s), "fills");
        QVERIFY(isTerminal(desk.broker.state(u"a"_s)));
    }

    void fokCountsNoLevelsBeyondCollarAndBands_data()
    {
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("band");
        QTest::addColumn<QString>("fills");
        QTest::newRow("within both") << u"101.00"_s << u"102.00"_s << u"2@100 3@101"_s;
        QTest::newRow("beyond the band") << u"101.00"_s << u"100.50"_s << QString();
        QTest::newRow("beyond the collar") << u"102.51"_s << u"110.00"_s << QString();
    }

    void fokCountsNoLevelsBeyondCollarAndBands()
    {
        QFETCH(const QString, second);
        QFETCH(const QString, band);
        BrokerDesk desk;
        const std::vector<BookLevel> asks { { BrokerDesk::price("100.00"), BrokerDesk::qty(2) },
                                            { *Price::parse(second), BrokerDesk::qty(3) } };
        LuldBands bands;
        bands.instrument = desk.id(desk.symbol);
        bands.time = desk.at(0);
        bands.lower = BrokerDesk::price("90.00");
        bands.upper = *Price::parse(band);
        desk.broker.onBands(bands);
        desk.broker.onBook(desk.id(desk.symbol), {}, asks, desk.at(1));
        OrderTicket order = desk.ticket(u"a"_s, Side::Buy, 5);
        order.tif = TimeInForce::Fok;
        desk.submit(order, 2);
        QTEST(desk.fills(u"a"_s), "fills");
        QVERIFY(isTerminal(desk.broker.state(u"a"_s)));
    }

    void restOfALimitQueuesAsABid()
    {
        BrokerDesk desk;
        desk.symbol = u"X:BTCUSD"_s;
        const std::vector<BookLevel> asks { { BrokerDesk::price("100.00"), BrokerDesk::qty(2) },
                                            { BrokerDesk::price("100.10"), BrokerDesk::qty(3) },
                                            { BrokerDesk::price("100.25"), BrokerDesk::qty(10) } };
        desk.broker.onBook(desk.id(desk.symbol), {}, asks, desk.at(0));
        desk.submit(desk.limit(u"a"_s, Side::Buy, 7, "100.10"), 10);
        const std::vector<BookLevel> bids { { BrokerDesk::price("100.10"), BrokerDesk::qty(6) } };
        const std::vector<BookLevel> above { { BrokerDesk::price("100.25"), BrokerDesk::qty(10) } };
        QCOMPARE(desk.fills(u"a"_s), u"2@100 3@100.1"_s);
        desk.broker.onBook(desk.id(desk.symbol), {}, above, desk.at(20));
        desk.trade(30, "100.10", 1, { 1 });
        QCOMPARE(desk.fills(u"a"_s), u"1@100.1"_s); // it was alone, those who join are behind
        desk.broker.onBook(desk.id(desk.symbol), bids, above, desk.at(40));
        desk.trade(50, "100.10", 1, { 1 });
        QCOMPARE(desk.fills(u"a"_s), u"1@100.1"_s);
    }

    /// B.7: a cancel races fills, also those of an order on its way.
    void cancelDoesNotOvertakeItsOrder()
    {
        BrokerDesk desk { PaperConfig() };
        desk.quote(-10, "10.00", 100, "10.02", 60);
        desk.submit(desk.ticket(u"whole"_s, Side::Buy, 50), 0);
        desk.submit(desk.limit(u"part"_s, Side::Buy, 50, "10.02"), 1);
        desk.broker.cancel(u"whole"_s, desk.at(10));
        desk.broker.cancel(u"part"_s, desk.at(10));
        desk.broker.advanceTo(desk.at(50));
        QCOMPARE(desk.fills(u"whole"_s), u"50@10.02"_s);
        desk.broker.advanceTo(desk.at(60));
        QCOMPARE(desk.standing(u"whole"_s), u"filled ORDER_CLOSED"_s);
        QCOMPARE(desk.fills(u"part"_s), u"10@10.02"_s);
        QCOMPARE(desk.standing(u"part"_s), u"canceled USER_CANCEL"_s);
        QCOMPARE(desk.broker.illegalSteps(), 0);
    }

    void b14MatchesAfterTheLatency() // B-14
    {
        BrokerDesk desk { PaperConfig() };
        desk.quote(-10, "10.00", 500, "10.02", 300);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 100), 0);
        QCOMPARE(desk.waits(u"a"_s), u"WAITS_FOR_LATENCY"_s);
        desk.quote(30, "10.00", 500, "10.05", 300);
        QCOMPARE(desk.fills(u"a"_s), QString());
        desk.broker.advanceTo(desk.at(50));
        QCOMPARE(desk.fills(u"a"_s), u"100@10.05"_s);
        QCOMPARE(desk.events.back().at, desk.at(50));
    }

    void b15CancelRacesTheFill() // B-15
    {
        BrokerDesk desk { PaperConfig() };
        desk.quote(-200, "10.00", 0, "10.02", 300);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 100, "10.00"), -100);
        desk.broker.advanceTo(desk.at(-50));
        desk.broker.cancel(u"a"_s, desk.at(0));
        QCOMPARE(desk.standing(u"a"_s), u"pending_cancel"_s);
        desk.trade(40, "10.00", 100);
        QCOMPARE(desk.fills(u"a"_s), u"100@10"_s);
        desk.broker.advanceTo(desk.at(50));
        QCOMPARE(desk.standing(u"a"_s), u"filled ORDER_CLOSED"_s);
        QCOMPARE(desk.events.back().action, OrderAction::RejectCancel);
    }

    void slippage_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<bool>("buy");
        QTest::addColumn<QString>("bid");
        QTest::addColumn<QString>("ask");
        QTest::addColumn<QString>("price");
        QTest::newRow("none") << u"none"_s << true << u"10.00"_s << u"10.02"_s << u"10.02"_s;
        QTest::newRow("B-16") << u"ticks:2"_s << true << u"10.00"_s << u"10.02"_s << u"10.04"_s;
        QTest::newRow("B-17") << u"bps:5"_s << false << u"200.00"_s << u"200.02"_s << u"199.9"_s;
        QTest::newRow("B-18") << u"spread:0.25"_s << true << u"10.00"_s << u"10.04"_s << u"10.05"_s;
        QTest::newRow("away from us")
            << u"bps:1"_s << true << u"10.00"_s << u"10.02"_s << u"10.03"_s;
    }

    void slippage()
    {
        QFETCH(const QString, model);
        QFETCH(const bool, buy);
        QFETCH(const QString, bid);
        QFETCH(const QString, ask);
        PaperConfig config = BrokerDesk::instant();
        config.slippage = *SlippageModel::parse(model);
        BrokerDesk desk(config);
        desk.quote(0, bid.toLatin1().constData(), 100, ask.toLatin1().constData(), 100);
        desk.submit(desk.ticket(u"a"_s, buy ? Side::Buy : Side::Sell, 10), 1);
        QFETCH(const QString, price);
        QCOMPARE(desk.fills(u"a"_s), u"10@"_s + price);
        const Price best = *Price::parse(buy ? ask : bid);
        const Price paid = *Price::parse(price);
        QCOMPARE(desk.evidence(u"a"_s).slippage, buy ? paid - best : best - paid);
    }

    void slippageStopsAtTheLimit()
    {
        PaperConfig config = BrokerDesk::instant();
        config.slippage = *SlippageModel::parse(u"ticks:5");
        BrokerDesk desk(config);
        desk.quote(0, "10.00", 100, "10.02", 100);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 10, "10.04"), 1);
        QCOMPARE(desk.fills(u"a"_s), u"10@10.04"_s);
    }

    void slippageOfSize_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<qint64>("qty");
        QTest::addColumn<QString>("amount");
        QTest::newRow("B-19") << u"volume_share:0.025,0.1"_s << 100LL << u"0.001"_s;
        QTest::newRow("B-19 capped") << u"volume_share:0.025,0.1"_s << 500LL << u"0.00625"_s;
        QTest::newRow("B-20") << u"sqrt_impact:1"_s << 100LL << u"0.2"_s;
    }

    void slippageOfSize()
    {
        QFETCH(const QString, model);
        QFETCH(const qint64, qty);
        SlippageInput input;
        input.price = Price::whole(100);
        input.tick = *Price::parse(u"0.01");
        input.qty = Qty::whole(qty);
        input.volume = input.dayVolume = Qty::whole(10'000);
        input.dayVolatilityPpm = 20'000;
        QFETCH(const QString, amount);
        QCOMPARE(slippageAmount(*SlippageModel::parse(model), input), *Price::parse(amount));
    }

    void commission_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("fills");
        QTest::addColumn<QString>("fees");
        const QString shares = u"per_share:0.005,1.00,1"_s;
        QTest::newRow("B-21 500") << shares << u"500@10.02"_s << u"2.5"_s;
        QTest::newRow("B-21 100") << shares << u"100@10.02"_s << u"1"_s;
        QTest::newRow("B-21 cap wins") << shares << u"10@0.20"_s << u"0.02"_s;
        QTest::newRow("B-21 cap") << shares << u"10000@0.05"_s << u"5"_s;
        QTest::newRow("B-22") << shares << u"300@10.02 200@10.02"_s << u"1.5 1"_s;
        QTest::newRow("B-23") << shares << u"60@10.02 40@10.02"_s << u"1 0"_s;
        QTest::newRow("per order") << u"per_order:4.95"_s << u"60@10 40@10"_s << u"4.95 0"_s;
        QTest::newRow("per contract")
            << u"per_contract:0.65,1.00"_s << u"1@2 1@2 1@2"_s << u"1 0.3 0.65"_s;
        QTest::newRow("bps") << u"bps:10"_s << u"100@10 50@10"_s << u"1 0.5"_s;
        QTest::newRow("zero") << u"zero"_s << u"100@10"_s << u"0"_s;
    }

    void commission()
    {
        QFETCH(const QString, model);
        QFETCH(const QString, fills);
        const CommissionModel commission = *CommissionModel::parse(model);
        RunningCommission running;
        QStringList fees;
        for (const QString &fill : fills.split(u' ')) {
            const QStringList parts = fill.split(u'@');
            const Qty qty = *Qty::parse(parts[0]);
            fees += running.add(commission, qty, *notional(*Price::parse(parts[1]), qty), false)
                        .toString();
        }
        QTEST(fees.join(u' '), "fees");
    }

    void regulatoryFees_data()
    {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QString>("symbol");
        QTest::addColumn<bool>("sell");
        QTest::addColumn<QString>("fee");
        const QString stock = u"IBM"_s;
        const QDate known(2024, 6, 3);
        // 1,000 at 10.00: 27.80 a million and 0.000166 a share
        QTest::newRow("a sale") << known << stock << true << u"0.444"_s;
        QTest::newRow("a purchase") << known << stock << false << u"0"_s;
        QTest::newRow("without section 31") << QDate(2025, 6, 3) << stock << true << u"0.166"_s;
        QTest::newRow("before the table") << QDate(2015, 6, 3) << stock << true << u"0"_s;
        QTest::newRow("after the table") << QDate(2035, 6, 4) << stock << true << u"0"_s;
        QTest::newRow("crypto") << known << u"X:BTCUSD"_s << true << u"0"_s;
    }

    void regulatoryFees()
    {
        QFETCH(const QDate, date);
        QFETCH(const QString, symbol);
        QFETCH(const bool, sell);
        PaperConfig config = BrokerDesk::instant();
        config.regulatoryFees = true;
        BrokerDesk desk(config);
        desk.symbol = symbol;
        desk.start = easterntime::at(date, std::chrono::hours(10));
        desk.quote(0, "10.00", 1'000, "10.00", 1'000);
        desk.submit(desk.ticket(u"a"_s, sell ? Side::Sell : Side::Buy, 1'000), 1);
        QCOMPARE(desk.fills(u"a"_s), u"1000@10"_s);
        QFETCH(const QString, fee);
        QCOMPARE(desk.gate.fees, *Money::parse(fee));
    }

    void jitterIsTheOrdersOwn()
    {
        PaperConfig config;
        config.latencyJitter = 20ms;
        config.seed = 7;
        const auto acceptedAt = [&config](const QStringList &ids, const QString &id) {
            BrokerDesk desk(config);
            for (const QString &other : ids)
                desk.submit(desk.limit(other, Side::Buy, 10, "10.00"), 0);
            desk.broker.advanceTo(desk.at(1'000));
            desk.collect();
            for (const OrderEvent &event : desk.events)
                if (event.id == id && event.action == OrderAction::Accept)
                    return event.at - desk.start;
            return Duration();
        };
        const Duration alone = acceptedAt({ u"a"_s }, u"a"_s);
        QVERIFY(alone > Duration(50ms) && alone <= Duration(70ms));
        QCOMPARE(acceptedAt({ u"x"_s, u"a"_s, u"y"_s }, u"a"_s), alone);
        QVERIFY(acceptedAt({ u"b"_s }, u"b"_s) != alone);
    }

    void packagesNeedEveryLegYoung()
    {
        const QString near = u"O:SPY261218C00100000"_s;
        const QString far = u"O:SPY261218C00105000"_s;
        BrokerDesk desk;
        desk.quoteOf(far, 0, "1.15", 3, "1.25", 10);
        OrderTicket package = desk.ticket(u"a"_s, Side::Buy, 1);
        package.symbol.clear();
        package.type = OrderType::Limit;
        package.limit = BrokerDesk::price("1.95");
        package.legs = { { near, Side::Buy, 1 }, { far, Side::Sell, 1 } };
        desk.submit(package, 1);
        constexpr qint64 quarter = 15 * 60'000;
        desk.quoteOf(near, quarter + 1, "2.90", 10, "3.10", 10);
        QCOMPARE(desk.fills(u"a"_s), QString());
        QCOMPARE(desk.waits(u"a"_s), u"HELD_STALE"_s);
        desk.quoteOf(far, quarter + 2, "1.15", 3, "1.25", 10);
        QCOMPARE(desk.fills(u"a"_s), u"1@3.1 1@1.15"_s);
    }

    void marketPackagesGiveUp()
    {
        const QString near = u"O:SPY261218C00100000"_s;
        const QString far = u"O:SPY261218C00105000"_s;
        BrokerDesk desk;
        desk.quoteOf(near, 0, "2.90", 10, "3.10", 10);
        desk.quoteOf(far, 0, "1.15", 3, "1.25", 10);
        OrderTicket package = desk.ticket(u"a"_s, Side::Buy, 4);
        package.symbol.clear();
        package.legs = { { near, Side::Buy, 1 }, { far, Side::Sell, 1 } };
        desk.submit(package, 1);
        QCOMPARE(desk.fills(u"a"_s), u"3@3.1 3@1.15"_s);
        desk.broker.advanceTo(desk.at(60'001));
        QCOMPARE(desk.standing(u"a"_s), u"canceled NO_LIQUIDITY"_s);
    }

    void b24PackagesFillTogether() // B-24
    {
        const QString near = u"O:SPY261218C00100000"_s;
        const QString far = u"O:SPY261218C00105000"_s;
        BrokerDesk desk;
        desk.quoteOf(near, 0, "2.90", 10, "3.10", 10);
        OrderTicket package = desk.ticket(u"rests"_s, Side::Buy, 4);
        package.symbol.clear();
        package.type = OrderType::Limit;
        package.limit = BrokerDesk::price("1.90");
        package.legs = { { near, Side::Buy, 1 }, { far, Side::Sell, 1 } };
        desk.submit(package, 1);
        QCOMPARE(desk.waits(u"rests"_s), u"HELD_NO_QUOTE"_s);
        desk.quoteOf(far, 2, "1.15", 3, "1.25", 10);
        QCOMPARE(desk.fills(u"rests"_s), QString());
        QCOMPARE(desk.waits(u"rests"_s), u"WAITS_FOR_LIMIT"_s);
        package.id = u"fills"_s;
        package.limit = BrokerDesk::price("1.95");
        desk.submit(package, 3);
        QCOMPARE(desk.fills(u"fills"_s), u"3@3.1 3@1.15"_s); // the far leg shows three
        QCOMPARE(desk.standing(u"fills"_s), u"partially_filled"_s);
        desk.quoteOf(far, 4, "1.15", 5, "1.25", 10);
        QCOMPARE(desk.fills(u"fills"_s), u"1@3.1 1@1.15"_s);
        QCOMPARE(desk.standing(u"fills"_s), u"filled"_s);
        QCOMPARE(desk.gate.positions.value(far), Qty::whole(-4));
        QCOMPARE(desk.broker.illegalSteps(), 0);
    }

    void packageAtTheMiddle()
    {
        PaperConfig config = BrokerDesk::instant();
        config.packageMidPpm = 500'000;
        BrokerDesk desk(config);
        const QString near = u"O:SPY261218C00100000"_s;
        const QString far = u"O:SPY261218C00105000"_s;
        desk.quoteOf(near, 0, "2.90", 10, "3.10", 10);
        desk.quoteOf(far, 1, "1.16", 10, "1.24", 10);
        OrderTicket package = desk.ticket(u"a"_s, Side::Sell, 1); // turns the legs round
        package.symbol.clear();
        package.type = OrderType::Limit;
        package.limit = BrokerDesk::price("-1.90");
        package.legs = { { near, Side::Sell, 1 }, { far, Side::Buy, 1 } };
        desk.submit(package, 2);
        QCOMPARE(desk.fills(u"a"_s), u"1@3.05 1@1.18"_s);
    }

    void b25Auctions_data()
    {
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("fills");
        QTest::addColumn<QString>("standing");
        QTest::newRow("B-25") << u"50.10"_s << u"100@50.08"_s << u"filled"_s;
        QTest::newRow("B-25 not at the limit")
            << u"50.05"_s << QString() << u"expired AUCTION_MISSED"_s;
        QTest::newRow("market on close") << QString() << u"100@50.08"_s << u"filled"_s;
    }

    void b25Auctions()
    {
        QFETCH(const QString, limit);
        BrokerDesk desk;
        desk.tape = 1;
        desk.exchange = 10;
        constexpr qint64 close = 6 * 3'600'000; // from 10:00 to 16:00
        desk.quote(close - 1'000'000, "50.00", 100, "50.02", 100);
        OrderTicket order = desk.ticket(u"a"_s, Side::Buy, 100);
        if (!limit.isEmpty()) {
            order.type = OrderType::Limit;
            order.limit = *Price::parse(limit);
        }
        order.tif = TimeInForce::Cls;
        desk.submit(order, close - 900'000);
        QCOMPARE(desk.waits(u"a"_s), u"HELD_AUCTION"_s);
        desk.trade(close - 100, "50.01", 500);
        desk.trade(close + 900, "50.08", 20'000, { condition::closingPrint });
        QCOMPARE(desk.fills(u"a"_s), QString());
        desk.trade(close + 1'000, "50.08", 20'000, { condition::officialClose });
        QTEST(desk.fills(u"a"_s), "fills");
        QTEST(desk.standing(u"a"_s), "standing");
    }

    /// B.12: the listing exchange's; a statement may give any size.
    void auctionsOfOtherExchangesAreNotTheOne()
    {
        BrokerDesk desk;
        desk.tape = 1;
        constexpr qint64 close = 6 * 3'600'000;
        OrderTicket order = desk.ticket(u"a"_s, Side::Buy, 3'000);
        order.tif = TimeInForce::Cls;
        desk.submit(order, close - 900'000);
        desk.trade(close - 100, "50.01", 500);
        desk.trade(close + 100, "50.02", 330, { condition::closingPrint });
        desk.trade(close + 200, "50.02", 330, { condition::officialClose });
        desk.broker.advanceTo(desk.at(close + 90'000)); // waits for the auction, be it late
        QCOMPARE(desk.waits(u"a"_s), u"HELD_AUCTION"_s);
        desk.exchange = 10;
        desk.trade(close + 90'100, "50.08", 20'000, { condition::closingPrint });
        desk.trade(close + 90'200, "50.08", 100, { condition::officialClose });
        QCOMPARE(desk.fills(u"a"_s), u"2000@50.08"_s); // a tenth of the cross
        QCOMPARE(desk.evidence(u"a"_s).printSize, Qty::whole(20'000));
        QCOMPARE(desk.standing(u"a"_s), u"expired AUCTION_MISSED"_s);
    }

    void termsNameTheListingExchange()
    {
        BrokerDesk desk;
        Instrument fund = *instrumentFromSymbol(desk.symbol);
        fund.primaryExchange = 11;
        desk.broker.setInstrument(fund);
        desk.tape = 2;
        desk.exchange = 12;
        constexpr qint64 close = 6 * 3'600'000;
        OrderTicket order = desk.ticket(u"a"_s, Side::Buy, 100);
        order.tif = TimeInForce::Cls;
        desk.submit(order, close - 900'000);
        desk.trade(close + 100, "50.02", 90'000, { condition::officialClose });
        QCOMPARE(desk.fills(u"a"_s), QString());
        desk.exchange = 11;
        desk.trade(close + 200, "50.08", 20'000, { condition::officialClose });
        QCOMPARE(desk.fills(u"a"_s), u"100@50.08"_s);
    }

    void greatestCrossStandsInForAnUnknownListing()
    {
        BrokerDesk desk;
        constexpr qint64 close = 6 * 3'600'000;
        OrderTicket order = desk.ticket(u"a"_s, Side::Buy, 100);
        order.tif = TimeInForce::Cls;
        desk.submit(order, close - 900'000);
        desk.trade(close + 100, "50.02", 330, { condition::closingPrint });
        desk.trade(close + 200, "50.02", 330, { condition::officialClose });
        desk.trade(close + 300, "50.08", 20'000, { condition::closingTrade });
        desk.trade(close + 400, "50.03", 500, { condition::closingPrint });
        QCOMPARE(desk.fills(u"a"_s), QString());
        desk.broker.advanceTo(desk.at(close + 60'000));
        QCOMPARE(desk.fills(u"a"_s), u"100@50.08"_s);
    }

    void openingsThatDoNotComeAreWaitedFor_data()
    {
        QTest::addColumn<bool>("trades"); // the listing exchange, without an auction
        QTest::addColumn<qint64>("until");
        QTest::newRow("it opened without one") << true << qint64(60'000);
        QTest::newRow("it never opened") << false << qint64(6'500) * 3'600;
    }

    void openingsThatDoNotComeAreWaitedFor()
    {
        QFETCH(const bool, trades);
        QFETCH(const qint64, until);
        BrokerDesk desk;
        desk.tape = 1;
        constexpr qint64 open = -1'800'000;
        OrderTicket order = desk.ticket(u"a"_s, Side::Buy, 10);
        order.tif = TimeInForce::Opg;
        desk.submit(order, open - 900'000);
        desk.trade(open + 100, "50.02", 300);
        desk.trade(open + 200, "50.06", 300);
        desk.exchange = trades ? 10 : 12;
        desk.trade(open + 300, "50.07", 300);
        desk.broker.advanceTo(desk.at(open + until) - Duration(1));
        QCOMPARE(desk.fills(u"a"_s), QString());
        desk.broker.advanceTo(desk.at(open + until));
        QCOMPARE(desk.fills(u"a"_s), u"10@50.02"_s); // the first after the bell
    }

    void auctionFallsBack()
    {
        BrokerDesk desk;
        constexpr qint64 close = 6 * 3'600'000;
        desk.quote(close - 1'000'000, "50.00", 100, "50.02", 100);
        OrderTicket order = desk.ticket(u"a"_s, Side::Buy, 100);
        order.tif = TimeInForce::Cls;
        desk.submit(order, close - 900'000);
        desk.trade(close - 100, "50.01", 500);
        desk.trade(close + 900, "50.08", 700, { condition::closingPrint });
        desk.broker.advanceTo(desk.at(close + 60'000));
        QCOMPARE(desk.fills(u"a"_s), u"70@50.08"_s); // a tenth of the cross
        QCOMPARE(desk.standing(u"a"_s), u"expired AUCTION_MISSED"_s);
    }
};

QTEST_GUILESS_MAIN(PaperFillsTest)
#include "tst_paperfills.moc"
