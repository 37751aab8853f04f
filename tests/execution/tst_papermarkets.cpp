#include "brokerdesk.h"

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

/// Bad, closed and bar-only markets: execution.md B.3, B.5, B.8, B.10.
class PaperMarketsTest : public QObject
{
    Q_OBJECT

    static constexpr qint64 minute = 60'000;

    static Candle bar(const BrokerDesk &desk, qint64 ms, const char *open, const char *high,
                      const char *low, const char *close, qint64 volume = 100'000)
    {
        return { .start = desk.at(ms),
                 .open = BrokerDesk::price(open),
                 .high = BrokerDesk::price(high),
                 .low = BrokerDesk::price(low),
                 .close = BrokerDesk::price(close),
                 .volume = BrokerDesk::qty(volume) };
    }
    static void show(BrokerDesk &desk, const Candle &candle)
    {
        desk.broker.onBar(desk.id(desk.symbol), candle, candle.start + std::chrono::minutes(1));
    }

private slots:
    void noQuoteHolds()
    {
        BrokerDesk desk;
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 10), 0);
        QCOMPARE(desk.standing(u"a"_s), u"accepted HELD_NO_QUOTE"_s);
        desk.trade(1, "10.00", 100);
        QCOMPARE(desk.fills(u"a"_s), QString());
        desk.quote(2, "10.00", 100, "10.02", 100);
        QCOMPARE(desk.fills(u"a"_s), u"10@10.02"_s);
    }

    void oneSidedMarketsFillTheOtherSide()
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "0", 0);
        desk.submit(desk.ticket(u"buy"_s, Side::Buy, 10), 1);
        desk.submit(desk.ticket(u"sell"_s, Side::Sell, 10), 2);
        QCOMPARE(desk.fills(u"buy"_s), QString());
        QCOMPARE(desk.waits(u"buy"_s), u"HELD_NO_QUOTE"_s);
        QCOMPARE(desk.fills(u"sell"_s), u"10@10"_s);
        desk.quote(3, "10.00", 100, "10.02", 0); // size 0 is as good as none
        QCOMPARE(desk.fills(u"buy"_s), QString());
    }

    void staleFeedHoldsUntilAFreshQuote()
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "10.02", 100);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 10, "10.00"), 1);
        desk.submit(desk.stop(u"s"_s, Side::Sell, 10, "9.00"), 1);
        desk.broker.onFeedDown(desk.at(2));
        desk.submit(desk.ticket(u"m"_s, Side::Buy, 10), 3);
        QCOMPARE(desk.standing(u"m"_s), u"accepted HELD_STALE"_s);
        desk.broker.onFeedUp(desk.at(4));
        desk.trade(5, "8.90", 1'000);
        QCOMPARE(desk.fills(u"a"_s), QString());
        QCOMPARE(desk.standing(u"s"_s), u"accepted"_s);
        QCOMPARE(desk.waits(u"a"_s), u"HELD_STALE"_s);
        desk.quote(6, "10.00", 100, "10.03", 100);
        QCOMPARE(desk.fills(u"m"_s), u"10@10.03"_s);
        desk.broker.onGap(desk.id(desk.symbol), desk.at(7));
        desk.trade(8, "9.90", 1'000);
        QCOMPARE(desk.fills(u"a"_s), QString());
    }

    void oldQuotesHoldMarketOrdersOnly()
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "10.02", 100);
        desk.submit(desk.limit(u"rests"_s, Side::Buy, 10, "9.99"), 1);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 10), minute + 1);
        QCOMPARE(desk.fills(u"a"_s), QString());
        QCOMPARE(desk.waits(u"a"_s), u"HELD_STALE"_s);
        QCOMPARE(desk.broker.whyNotYet(u"a"_s).numbers, u"the last quote is 60 s old"_s);
        desk.trade(minute + 2, "9.98", 5); // what rests does not mind
        QCOMPARE(desk.fills(u"rests"_s), u"5@9.99"_s);
        desk.quote(minute + 3, "10.00", 100, "10.02", 100);
        QCOMPARE(desk.fills(u"a"_s), u"10@10.02"_s);
    }

    void crossedQuotesFillAtTheWorseSideAfterASecond()
    {
        BrokerDesk desk;
        desk.quote(0, "10.05", 100, "10.02", 100);
        desk.submit(desk.ticket(u"buy"_s, Side::Buy, 10), 1);
        desk.submit(desk.ticket(u"sell"_s, Side::Sell, 10), 1);
        QCOMPARE(desk.waits(u"buy"_s), u"HELD_CROSSED"_s);
        desk.broker.advanceTo(desk.at(999));
        QCOMPARE(desk.fills(u"buy"_s), QString());
        desk.broker.advanceTo(desk.at(1'000));
        QCOMPARE(desk.fills(u"buy"_s), u"10@10.05"_s);
        QCOMPARE(desk.fills(u"sell"_s), u"10@10.02"_s);
    }

    void lockedQuotesAreNormal()
    {
        BrokerDesk desk;
        desk.quote(0, "10.02", 100, "10.02", 100);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 10), 1);
        QCOMPARE(desk.fills(u"a"_s), u"10@10.02"_s);
    }

    void impossibleQuotesAreLeftOut()
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "10.02", 100);
        desk.trade(1, "10.01", 100);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 10, "9.00"), 2);
        desk.quote(3, "1.00", 100, "1.02", 100); // a fifth off the last trade and more
        desk.quote(4, "16.00", 100, "10.00", 100);
        QCOMPARE(desk.fills(u"a"_s), QString());
        QCOMPARE(desk.broker.ignoredQuotes(), 2);
    }

    void haltsHoldUntilReopened()
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "10.02", 100);
        desk.submit(desk.stop(u"s"_s, Side::Sell, 10, "9.90"), 1);
        LuldBands bands;
        bands.instrument = desk.id(desk.symbol);
        bands.time = desk.at(2);
        bands.halted = true;
        desk.broker.onBands(bands);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 10), 3);
        QCOMPARE(desk.standing(u"a"_s), u"accepted HELD_HALT"_s);
        OrderTicket now = desk.ticket(u"ioc"_s, Side::Buy, 10);
        now.tif = TimeInForce::Ioc;
        desk.submit(now, 4);
        QCOMPARE(desk.standing(u"ioc"_s), u"rejected HALTED"_s);
        desk.trade(5, "9.80", 100);
        desk.quote(6, "9.80", 100, "9.82", 100);
        QCOMPARE(desk.fills(u"a"_s), QString());
        QCOMPARE(desk.standing(u"s"_s), u"accepted"_s);
        bands.halted = false;
        bands.resumed = true;
        bands.time = desk.at(1'000);
        desk.broker.onBands(bands);
        desk.quote(1'100, "9.80", 100, "9.82", 100);
        QCOMPARE(desk.fills(u"a"_s), QString()); // the reopening print comes first
        desk.trade(1'200, "9.95", 5'000, { condition::reopeningPrint });
        desk.quote(1'300, "9.94", 100, "9.96", 100);
        QCOMPARE(desk.fills(u"a"_s), u"10@9.96"_s);
    }

    void bandsBoundEveryFill()
    {
        BrokerDesk desk;
        desk.broker.onBands({ .instrument = desk.id(desk.symbol),
                              .time = desk.at(0),
                              .upper = BrokerDesk::price("10.50"),
                              .lower = BrokerDesk::price("9.50") });
        desk.quote(1, "10.50", 100, "10.52", 100);
        desk.submit(desk.ticket(u"m"_s, Side::Buy, 10), 2);
        desk.submit(desk.limit(u"l"_s, Side::Buy, 10, "10.60"), 2);
        QCOMPARE(desk.waits(u"m"_s), u"WAITS_FOR_BAND"_s);
        QCOMPARE(desk.waits(u"l"_s), u"WAITS_FOR_BAND"_s);
        desk.quote(3, "10.40", 100, "10.50", 15);
        QCOMPARE(desk.fills(u"m"_s), u"10@10.5"_s);
        QCOMPARE(desk.fills(u"l"_s), u"5@10.5"_s);
    }

    void bandsEndWithTheirSession()
    {
        BrokerDesk desk;
        LuldBands bands;
        bands.instrument = desk.id(desk.symbol);
        bands.time = desk.at(0);
        bands.upper = BrokerDesk::price("10.50");
        bands.lower = BrokerDesk::price("9.50");
        desk.broker.onBands(bands);
        constexpr qint64 day = 24 * 60 * minute;
        desk.quote(day, "11.00", 100, "11.02", 100);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 10), day + 1);
        QCOMPARE(desk.fills(u"a"_s), u"10@11.02"_s);
        bands.time = desk.at(day + 2);
        desk.broker.onBands(bands);
        OrderTicket late = desk.limit(u"b"_s, Side::Buy, 10, "11.02");
        late.extendedHours = true;
        constexpr qint64 evening = day + 7 * 60 * minute;
        desk.quote(evening, "11.00", 100, "11.02", 100);
        desk.submit(late, evening + 1);
        QCOMPARE(desk.fills(u"b"_s), u"10@11.02"_s);
    }

    void splitForgetsBandsAndQuotes()
    {
        BrokerDesk desk;
        desk.quote(0, "40.00", 100, "40.02", 100);
        LuldBands bands;
        bands.instrument = desk.id(desk.symbol);
        bands.time = desk.at(0);
        bands.upper = BrokerDesk::price("44.00");
        bands.lower = BrokerDesk::price("36.00");
        desk.broker.onBands(bands);
        desk.broker.onSplit(desk.symbol, 4, 1, desk.at(1));
        desk.submit(desk.limit(u"low"_s, Side::Sell, 10, "10.00"), 2); // far through the old quote
        desk.quote(3, "10.00", 100, "10.02", 100);
        QCOMPARE(desk.fills(u"low"_s), u"10@10"_s); // and below the old band
    }

    void onlyReopeningsEndAHalt_data()
    {
        QTest::addColumn<int>("condition");
        QTest::addColumn<int>("exchange");
        QTest::addColumn<int>("sequence");
        QTest::addColumn<bool>("ends");
        const int reopening = condition::reopeningPrint;
        QTest::newRow("a reopening") << reopening << 10 << 0 << true;
        QTest::newRow("a reopening, out of sequence") << reopening << 10 << -5 << false;
        QTest::newRow("its opening") << int(condition::openingPrint) << 10 << 0 << true;
        QTest::newRow("another's opening") << int(condition::openingPrint) << 12 << 0 << false;
        QTest::newRow("an official close") << int(condition::officialClose) << 10 << 0 << false;
    }

    void onlyReopeningsEndAHalt()
    {
        QFETCH(const int, condition);
        QFETCH(const int, exchange);
        QFETCH(const int, sequence);
        BrokerDesk desk;
        desk.tape = 1;
        desk.exchange = quint16(exchange);
        desk.quote(0, "10.00", 100, "10.02", 100);
        for (int i = 1; i < 6; ++i)
            desk.trade(i, "10.01", 100);
        desk.broker.onHalt(desk.id(desk.symbol), true, desk.at(10));
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 10), 11);
        desk.sequence += quint64(sequence);
        desk.trade(12, "10.05", 5'000, { quint16(condition) });
        desk.quote(13, "10.04", 100, "10.06", 100);
        QFETCH(const bool, ends);
        QCOMPARE(desk.fills(u"a"_s), ends ? u"10@10.06"_s : QString());
    }

    void stopsLookAgainWhenTheMarketGoesOn_data()
    {
        QTest::addColumn<bool>("halt");
        QTest::newRow("after a halt") << true;
        QTest::newRow("after a silent feed") << false;
    }

    void stopsLookAgainWhenTheMarketGoesOn()
    {
        QFETCH(const bool, halt);
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "10.02", 100);
        desk.trade(1, "10.01", 100);
        desk.submit(desk.stop(u"s"_s, Side::Sell, 10, "9.90"), 2);
        if (halt) {
            desk.broker.onHalt(desk.id(desk.symbol), true, desk.at(3));
        } else {
            desk.broker.onFeedDown(desk.at(3));
            desk.broker.onFeedUp(desk.at(4));
        }
        desk.trade(5, "9.80", 5'000, { condition::reopeningPrint });
        QCOMPARE(desk.standing(u"s"_s), u"accepted"_s);
        desk.quote(6, "9.79", 100, "9.81", 100);
        desk.broker.advanceTo(desk.at(6));
        QCOMPARE(desk.fills(u"s"_s), u"10@9.79"_s);
    }

    void collarBoundsMarketOrders()
    {
        BrokerDesk desk;
        desk.quote(0, "9.98", 100, "10.00", 10);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 20), 1);
        QCOMPARE(desk.fills(u"a"_s), u"10@10"_s);
        desk.quote(2, "10.39", 100, "10.41", 100); // 4 % of 10.00
        QCOMPARE(desk.fills(u"a"_s), QString());
        desk.quote(3, "10.38", 100, "10.40", 5);
        QCOMPARE(desk.fills(u"a"_s), u"5@10.4"_s);
        desk.broker.advanceTo(desk.at(minute));
        QCOMPARE(desk.broker.state(u"a"_s), OrderState::PartiallyFilled);
        desk.broker.advanceTo(desk.at(minute + 1));
        QCOMPARE(desk.standing(u"a"_s), u"canceled NO_LIQUIDITY"_s);
    }

    void unchangedQuotesRefresh()
    {
        BrokerDesk desk;
        desk.quote(0, "9.98", 100, "10.00", 10);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 25), 1);
        QCOMPARE(desk.fills(u"a"_s), u"10@10"_s);
        desk.quote(1'000, "9.98", 100, "10.00", 10);
        QCOMPARE(desk.fills(u"a"_s), QString());
        desk.quote(1'001, "9.97", 100, "10.00", 10); // a second after our fill
        QCOMPARE(desk.fills(u"a"_s), u"10@10"_s);
        PaperConfig config = BrokerDesk::instant();
        config.refresh = {};
        BrokerDesk never(config);
        never.quote(0, "9.98", 100, "10.00", 10);
        never.submit(never.ticket(u"a"_s, Side::Buy, 20), 1);
        never.quote(5'000, "9.98", 100, "10.00", 10);
        QCOMPARE(never.fills(u"a"_s), u"10@10"_s);
    }

    void participationScalesWhatIsShown()
    {
        PaperConfig config = BrokerDesk::instant();
        config.participationPpm = 250'000;
        BrokerDesk desk(config);
        desk.quote(0, "9.98", 100, "10.00", 50);
        desk.submit(desk.ticket(u"a"_s, Side::Buy, 25), 1);
        QCOMPARE(desk.fills(u"a"_s), u"12@10"_s);
    }

    void queueRules_data()
    {
        QTest::addColumn<QString>("steps"); // q bid size ask size, t price size, x: off exchange
        QTest::addColumn<QString>("fills");
        const QString far = u"10.10 9"_s;
        QTest::newRow("shrinking ahead of us")
            << u"q 10.00 30 %1;t 10.00 35"_s.arg(far) << u"5@10"_s;
        QTest::newRow("growing behind us") << u"q 10.00 500 %1;t 10.00 105"_s.arg(far) << u"5@10"_s;
        QTest::newRow("the best moved away: nobody ahead, no fill yet")
            << u"q 9.99 30 %1"_s.arg(far) << QString();
        QTest::newRow("the best moved away: the next print is ours")
            << u"q 9.99 30 %1;t 10.00 5"_s.arg(far) << u"5@10"_s;
        QTest::newRow("off the exchange, at the price")
            << u"x 10.00 200;t 10.00 100"_s << QString();
        QTest::newRow("off the exchange, through the price") << u"x 9.90 200"_s << QString();
        QTest::newRow("a better bid in between")
            << u"q 10.01 30 %1;q 10.00 100 %1;t 10.00 104"_s.arg(far) << u"4@10"_s;
    }

    void queueRules()
    {
        QFETCH(const QString, steps);
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "10.10", 9);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 50, "10.00"), 1);
        qint64 ms = 2;
        for (const QString &step : steps.split(u';')) {
            const QStringList parts = step.split(u' ');
            const QByteArray first = parts[1].toLatin1();
            if (parts[0] == u"q") {
                desk.quote(ms++, first.constData(), parts[2].toLongLong(),
                           parts[3].toLatin1().constData(), parts[4].toLongLong());
                continue;
            }
            Trade print;
            print.instrument = desk.id(desk.symbol);
            print.time = desk.at(ms++);
            print.price = *Price::parse(parts[1]);
            print.size = *Qty::parse(parts[2]);
            print.sequence = ++desk.sequence;
            print.exchange = parts[0] == u"x" ? 4 : 11;
            desk.broker.onTrade(print);
        }
        QTEST(desk.fills(u"a"_s), "fills");
    }

    void behindTheBestWaitsForItsTurn()
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "10.02", 100);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 50, "9.99"), 1);
        QCOMPARE(desk.waits(u"a"_s), u"WAITS_FOR_LIMIT"_s);
        desk.trade(2, "9.99", 500);
        QCOMPARE(desk.fills(u"a"_s), QString()); // who was ahead there is not known
        desk.quote(3, "9.99", 70, "10.02", 100);
        QCOMPARE(desk.broker.whyNotYet(u"a"_s).numbers, u"70 ahead at 9.99"_s);
    }

    void ownOrdersShareOnePrint()
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "10.02", 100);
        desk.submit(desk.limit(u"first"_s, Side::Buy, 50, "10.00"), 1);
        desk.submit(desk.limit(u"second"_s, Side::Buy, 50, "10.00"), 2);
        desk.submit(desk.limit(u"better"_s, Side::Buy, 10, "10.01"), 3);
        desk.trade(4, "10.00", 130);
        QCOMPARE(desk.fills(u"better"_s), u"10@10.01"_s);
        QCOMPARE(desk.fills(u"first"_s), u"20@10"_s);
        QCOMPARE(desk.fills(u"second"_s), QString());
        desk.trade(5, "10.00", 40);
        QCOMPARE(desk.fills(u"first"_s), u"30@10"_s);
        QCOMPARE(desk.fills(u"second"_s), u"10@10"_s);
    }

    /// B.3: the rest of an order that takes is for later quotes. A print at or above the ask it
    /// took from is no evidence that the ask had more; once the ask leaves its limit it rests, and
    /// B.5 holds.
    void restOfATakerWaitsForQuotes()
    {
        BrokerDesk desk;
        desk.quote(0, "179.95", 100, "179.97", 100);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 230, "180.00"), 10);
        QCOMPARE(desk.fills(u"a"_s), u"100@179.97"_s);
        desk.trade(20, "179.98", 500);
        desk.trade(21, "179.96", 500);
        QCOMPARE(desk.fills(u"a"_s), QString());
        QCOMPARE(desk.waits(u"a"_s), u"WAITS_FOR_LIQUIDITY"_s);
        desk.quote(30, "179.95", 100, "179.98", 80);
        QCOMPARE(desk.fills(u"a"_s), u"80@179.98"_s);
        desk.quote(40, "179.95", 100, "180.01", 80);
        desk.trade(50, "179.99", 500);
        QCOMPARE(desk.fills(u"a"_s), u"50@180"_s);
        QCOMPARE(desk.evidence(u"a"_s).rule, FillRule::TradedThrough);
    }

    /// B.5 rule 7: it joins when it triggers.
    void triggeredStopLimitsQueueUpBehindOthers()
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "10.12", 100);
        desk.trade(1, "10.05", 10);
        OrderTicket stop = desk.stop(u"stop"_s, Side::Buy, 50, "10.10");
        stop.type = OrderType::StopLimit;
        stop.limit = BrokerDesk::price("10.00");
        desk.submit(stop, 2);
        desk.submit(desk.limit(u"first"_s, Side::Buy, 50, "10.00"), 3);
        desk.trade(4, "10.10", 10);
        QCOMPARE(desk.standing(u"stop"_s), u"triggered"_s);
        desk.submit(desk.limit(u"better"_s, Side::Buy, 10, "10.01"), 5);
        desk.trade(6, "10.00", 130);
        QCOMPARE(desk.fills(u"better"_s), u"10@10.01"_s);
        QCOMPARE(desk.fills(u"first"_s), u"20@10"_s);
        QCOMPARE(desk.fills(u"stop"_s), QString());
    }

    void receiptsTellTheBounds()
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "10.02", 100);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 90, "10.00"), 1);
        desk.trade(2, "10.00", 60);
        desk.trade(3, "10.00", 50);
        const FillEvidence receipt = desk.evidence(u"a"_s);
        QCOMPARE(desk.fills(u"a"_s), u"10@10"_s);
        QCOMPARE(receipt.rule, FillRule::QueueReached);
        QCOMPARE(receipt.queueAhead, Qty::whole(40));
        QCOMPARE(receipt.printTime, desk.at(3));
        QCOMPARE(receipt.printSize, Qty::whole(50));
        QCOMPARE(receipt.quoteTime, desk.at(0));
        QCOMPARE(receipt.strictQty, Qty());
        QCOMPARE(receipt.generousQty, Qty::whole(90));
        desk.trade(4, "9.99", 30);
        QCOMPARE(desk.fills(u"a"_s), u"30@10"_s);
        QCOMPARE(desk.evidence(u"a"_s).strictQty, Qty::whole(30));
    }

    void extendedHoursWorkOutsideTheSession()
    {
        BrokerDesk desk;
        constexpr qint64 evening = 7 * 60 * minute; // 17:00
        desk.quote(evening, "10.00", 100, "10.02", 100);
        OrderTicket order = desk.limit(u"a"_s, Side::Buy, 10, "10.02");
        desk.submit(order, evening + 1);
        QCOMPARE(desk.waits(u"a"_s), u"HELD_SESSION"_s);
        order.id = u"b"_s;
        order.extendedHours = true;
        desk.submit(order, evening + 2);
        QCOMPARE(desk.fills(u"b"_s), u"10@10.02"_s);
    }

    void barsFillAtTheNextOpen()
    {
        BrokerDesk desk;
        desk.submit(desk.ticket(u"m"_s, Side::Buy, 50), minute + 1);
        show(desk, bar(desk, minute, "10.00", "10.20", "9.90", "10.10"));
        QCOMPARE(desk.fills(u"m"_s), QString()); // it had begun before the order came
        show(desk, bar(desk, 2 * minute, "10.12", "10.20", "9.90", "10.10"));
        QCOMPARE(desk.fills(u"m"_s), u"50@10.12"_s);
        QCOMPARE(desk.evidence(u"m"_s).rule, FillRule::Bar);
    }

    void barsFillLimitsStrictly_data()
    {
        QTest::addColumn<QString>("limit");
        QTest::addColumn<QString>("fills");
        QTest::newRow("touched") << u"9.90"_s << QString();
        QTest::newRow("through") << u"9.91"_s << u"50@9.91"_s;
        QTest::newRow("gapped") << u"10.50"_s << u"50@10"_s;
    }

    void barsFillLimitsStrictly()
    {
        QFETCH(const QString, limit);
        BrokerDesk desk;
        desk.submit(desk.limit(u"a"_s, Side::Buy, 50, limit.toLatin1().constData()), 1);
        show(desk, bar(desk, minute, "10.00", "10.20", "9.90", "10.10"));
        QTEST(desk.fills(u"a"_s), "fills");
    }

    void barsTriggerStops_data()
    {
        QTest::addColumn<QString>("open");
        QTest::addColumn<QString>("fills");
        QTest::newRow("at the stop") << u"10.00"_s << u"50@9.95"_s;
        QTest::newRow("at the open after a gap") << u"9.92"_s << u"50@9.92"_s;
    }

    void barsTriggerStops()
    {
        QFETCH(const QString, open);
        BrokerDesk desk;
        desk.submit(desk.stop(u"s"_s, Side::Sell, 50, "9.95"), 1);
        show(desk, bar(desk, minute, open.toLatin1().constData(), "10.20", "9.90", "10.10"));
        QTEST(desk.fills(u"s"_s), "fills");
    }

    void barsTakeAtMostATenth()
    {
        BrokerDesk desk;
        desk.submit(desk.ticket(u"m"_s, Side::Buy, 50), 1);
        show(desk, bar(desk, minute, "10.00", "10.20", "9.90", "10.10", 309));
        QCOMPARE(desk.fills(u"m"_s), u"30@10"_s);
    }

    void barsTakeTheStopOfTwoExits()
    {
        BrokerDesk desk;
        OrderTicket entry = desk.ticket(u"e"_s, Side::Buy, 50);
        entry.stopLoss = BrokerDesk::price("9.50");
        entry.takeProfit = BrokerDesk::price("10.50");
        desk.submit(entry, 1);
        show(desk, bar(desk, minute, "10.00", "10.10", "9.90", "10.00"));
        QCOMPARE(desk.fills(u"e"_s), u"50@10"_s);
        show(desk, bar(desk, 2 * minute, "10.00", "10.60", "9.40", "10.00"));
        QCOMPARE(desk.fills(u"e.stop"_s), u"50@9.5"_s);
        QCOMPARE(desk.standing(u"e.stop"_s),
                 u"filled OCO"_s); // the receipt says why it was this one
        QCOMPARE(desk.standing(u"e.target"_s), u"canceled OCO"_s);
    }

    void whatIsNoInstrumentHasNoMarket()
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 100, "10.02", 100);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 10, "10.00"), 1);
        const InstrumentId none;
        const QString empty;
        Instrument nothing;
        desk.broker.setInstrument(nothing);
        desk.broker.setDayStatistics(empty, Qty::whole(1), 1);
        desk.broker.onHalt(none, true, desk.at(2));
        LuldBands bands;
        bands.time = desk.at(2);
        bands.halted = true;
        desk.broker.onBands(bands);
        desk.broker.onBook(none, {}, {}, desk.at(2));
        desk.broker.onBar(none, bar(desk, 2, "1.00", "1.00", "1.00", "1.00"), desk.at(3));
        desk.broker.onGap(none, desk.at(3));
        desk.broker.onSplit(empty, 2, 1, desk.at(3));
        desk.broker.onDividend(empty, BrokerDesk::price("1.00"), desk.at(3));
        desk.broker.onPositionChanged(empty, desk.at(3));
        desk.quote(4, "9.95", 100, "9.98", 100);
        QCOMPARE(desk.fills(u"a"_s), u"10@10"_s);
    }

    /// The target is not met in the bar of the entry; the stop is, on what is left of its path.
    void stopsMeetTheRestOfTheBarOfTheirEntry_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("high");
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("stop");
        // From 101 to the nearer extreme first; the low is always 94
        QTest::newRow("at the open")
            << QByteArray("market") << QByteArray("110.00") << u"50@101"_s << u"50@95"_s;
        QTest::newRow("limit on the way down")
            << QByteArray("limit") << QByteArray("110.00") << u"50@100"_s << u"50@95"_s;
        QTest::newRow("after the low")
            << QByteArray("stop") << QByteArray("110.00") << u"50@103"_s << QString();
        QTest::newRow("before the low")
            << QByteArray("stop") << QByteArray("106.00") << u"50@103"_s << u"50@95"_s;
    }
    void stopsMeetTheRestOfTheBarOfTheirEntry()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, high);
        BrokerDesk desk;
        OrderTicket entry = desk.ticket(u"e"_s, Side::Buy, 50);
        if (type == "limit")
            entry = desk.limit(u"e"_s, Side::Buy, 50, "100");
        else if (type == "stop")
            entry = desk.stop(u"e"_s, Side::Buy, 50, "103");
        entry.stopLoss = BrokerDesk::price("95");
        entry.takeProfit = BrokerDesk::price("105");
        desk.submit(entry, 1);
        show(desk, bar(desk, minute, "101.00", high.constData(), "94.00", "100.00"));
        QTEST(desk.fills(u"e"_s), "entry");
        QTEST(desk.fills(u"e.stop"_s), "stop");
        QCOMPARE(desk.fills(u"e.target"_s), QString());
        show(desk, bar(desk, 2 * minute, "100.00", "106.00", "96.00", "100.00"));
        const bool left = desk.gate.positions.value(desk.symbol) > Qty();
        QCOMPARE(left, false); // the next bar reached the target, where the stop had not been
        QCOMPARE(desk.broker.workingIds().size(), 0u);
    }

    /// What a quote cannot touch is left alone, and queues as it did.
    void ordersBehindTheBestWaitUntouched()
    {
        BrokerDesk desk;
        desk.quote(0, "100.00", 100, "100.02", 100);
        desk.submit(desk.limit(u"a"_s, Side::Buy, 50, "99.98"), 1);
        desk.quote(2, "100.00", 100, "100.02", 100);
        QCOMPARE(desk.waits(u"a"_s), u"WAITS_FOR_LIMIT"_s);
        desk.quote(3, "99.98", 80, "100.00", 100); // the best has come to it
        QCOMPARE(desk.broker.whyNotYet(u"a"_s).numbers, u"80 ahead at 99.98"_s);
        desk.quote(4, "100.00", 100, "100.02", 100);
        desk.quote(5, "99.98", 30, "100.00", 100);
        QCOMPARE(desk.broker.whyNotYet(u"a"_s).numbers, u"30 ahead at 99.98"_s);
        desk.quote(6, "99.99", 30, "99.98", 100); // crossed for a second, then it is reached
        desk.quote(2'000, "99.95", 30, "99.97", 100);
        QCOMPARE(desk.fills(u"a"_s), u"50@99.98"_s);
    }

    void levelsAreNotMixed()
    {
        BrokerDesk desk;
        desk.quote(0, "10.00", 0, "10.02", 0);
        desk.submit(desk.ticket(u"m"_s, Side::Buy, 50), 1);
        show(desk, bar(desk, minute, "10.00", "10.10", "9.90", "10.00"));
        QCOMPARE(desk.fills(u"m"_s), QString());
    }

    void splitAdjustsWorkingOrders()
    {
        BrokerDesk desk;
        desk.quote(0, "399.00", 100, "400.00", 100);
        OrderTicket sell = desk.limit(u"sell"_s, Side::Sell, 50, "440.00"); // C-13
        sell.tif = TimeInForce::Gtc;
        desk.submit(sell, 1);
        OrderTicket buy = desk.limit(u"buy"_s, Side::Buy, 10, "350.01");
        buy.tif = TimeInForce::Gtc;
        buy.stopLoss = BrokerDesk::price("300.01");
        desk.submit(buy, 1);
        desk.submit(desk.limit(u"day"_s, Side::Buy, 1, "399.00"), 1);
        desk.broker.onSplit(desk.symbol, 4, 1, desk.at(2));
        QCOMPARE(desk.broker.ticket(u"sell"_s)->limit, BrokerDesk::price("110"));
        QCOMPARE(desk.broker.ticket(u"sell"_s)->qty, Qty::whole(200));
        QCOMPARE(desk.broker.ticket(u"buy"_s)->limit, BrokerDesk::price("87.50")); // down
        QCOMPARE(desk.broker.ticket(u"buy.stop"_s)->stop, BrokerDesk::price("75.01")); // up
        QCOMPARE(desk.broker.ticket(u"buy.stop"_s)->qty, Qty::whole(40));
        QCOMPARE(desk.waits(u"sell"_s), u"HELD_STALE"_s); // the old quote is of old shares
        desk.quote(3, "99.00", 100, "100.00", 100);
        QCOMPARE(desk.waits(u"sell"_s), u"WAITS_FOR_LIMIT"_s);
        desk.broker.onSplit(desk.symbol, 1, 4, desk.at(4));
        QCOMPARE(desk.broker.ticket(u"sell"_s)->limit, BrokerDesk::price("440"));
        QCOMPARE(desk.broker.ticket(u"sell"_s)->qty, Qty::whole(50));
        QCOMPARE(desk.broker.illegalSteps(), 0);
    }

    void dividendLowersGoodTillBuysAndStops()
    {
        BrokerDesk desk;
        desk.quote(0, "49.98", 100, "50.00", 100);
        const auto send = [&](OrderTicket order, TimeInForce tif) {
            order.tif = tif;
            desk.submit(order, 1);
        };
        send(desk.limit(u"buy"_s, Side::Buy, 1, "49.00"), TimeInForce::Gtc);
        send(desk.stop(u"stop"_s, Side::Sell, 1, "48.00"), TimeInForce::Gtc);
        send(desk.limit(u"sell"_s, Side::Sell, 1, "51.00"), TimeInForce::Gtc);
        send(desk.limit(u"day"_s, Side::Buy, 1, "49.00"), TimeInForce::Day);
        desk.broker.onDividend(desk.symbol, BrokerDesk::price("0.245"), desk.at(2));
        QCOMPARE(desk.broker.ticket(u"buy"_s)->limit, BrokerDesk::price("48.75"));
        QCOMPARE(desk.broker.ticket(u"stop"_s)->stop, BrokerDesk::price("47.75"));
        QCOMPARE(desk.broker.ticket(u"sell"_s)->limit, BrokerDesk::price("51"));
        QCOMPARE(desk.broker.ticket(u"day"_s)->limit, BrokerDesk::price("49"));
    }
};

QTEST_GUILESS_MAIN(PaperMarketsTest)
#include "tst_papermarkets.moc"
