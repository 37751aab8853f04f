#include "drivenmarket.h"
#include "flowdesk.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString symbol = u"NVDA"_s;
const Timeframe minute;

/// Requests for what is put in front of order flow, of trades or quotes.
std::vector<RestRequest> asked(const DrivenMarket &market, const QString &kind)
{
    std::vector<RestRequest> own;
    for (const RestRequest &request : market.asked)
        if (request.path.contains(kind)
            && request.query.queryItemValue(u"limit"_s)
                == QString::number(TickDownload::rowsPerPage))
            own.push_back(request);
    return own;
}

/// Answers the oldest of them.
bool answer(DrivenMarket &market, const QString &kind, const QByteArray &body)
{
    const std::vector<RestRequest> own = asked(market, kind);
    if (own.empty())
        return false;
    std::erase_if(market.asked, [&](const RestRequest &r) { return r.id == own.front().id; });
    RestReply reply;
    reply.id = own.front().id;
    reply.ok = true;
    reply.httpStatus = 200;
    reply.body = body;
    reply.body.reserve(body.size() + 64);
    market.loop.requests().answer(reply);
    market.pull();
    return true;
}

QByteArray quotePage(Timestamp time)
{
    return DrivenMarket::page({ "{\"sip_timestamp\":" + QByteArray::number(toNs(time))
                                + ",\"bid_price\":99,\"bid_size\":1,\"ask_price\":100,"
                                  "\"ask_size\":1,\"sequence_number\":1}" });
}

double shares(const DrivenMarket &market, quint64 flow)
{
    double sum = 0;
    if (const auto own = market.flows.find(flow); own != market.flows.end())
        for (const auto &[start, bar] : own->second)
            sum += bar.footprint.volume().toDouble();
    return sum;
}

/// Order flow by itself, of a recording that brings what the test says.
struct PlainDesk
{
    PlainDesk()
    {
        SourceSpec spec;
        spec.source = DataSource::Replay;
        spec.capabilities = Capabilities(PlanSet::all(Plan::Advanced));
        context.setSource(spec, {});
    }
    /// Not fed yet.
    InstrumentId apply(const QString &name, Timestamp time, int count = 1)
    {
        const InstrumentId instrument = context.hub->symbols().intern(name);
        EventBatch batch;
        for (int i = 0; i < count; ++i) {
            Trade trade;
            trade.instrument = instrument;
            trade.time = time + std::chrono::seconds(i);
            trade.price = Price::whole(100);
            trade.size = Qty::whole(100);
            trade.sequence = ++sequence;
            batch.events.push_back(trade);
        }
        context.hub->apply(batch);
        return instrument;
    }

    HandWallClock wall { DrivenMarket::at(10h) };
    MarketContext context { wall };
    FlowDesk desk { context };
    quint64 sequence = 0;
};

double sharesOf(const std::vector<FlowUpdate> &updates)
{
    double sum = 0;
    for (const FlowUpdate &update : updates)
        for (const FlowBar &bar : update.bars)
            sum += bar.footprint.volume().toDouble();
    return sum;
}

/// Lets the market thread have its turns.
template<typename Until> bool waitFor(DrivenMarket &market, Until until)
{
    return QTest::qWaitFor([&] {
        market.tick();
        return until();
    });
}

Timestamp timeIn(const RestRequest &request, const QString &bound)
{
    return fromNs(request.query.queryItemValue(u"timestamp."_s + bound).toLongLong());
}

} // namespace

class TestFlowDesk : public QObject
{
    Q_OBJECT

private slots:
    /// Before any print: what there is of the day is shown, and what lies between it and the first
    /// print is fetched when there is one.
    void historyDoesNotWaitForAPrint()
    {
        DrivenMarket market(10h);
        market.open();
        market.loop.openFlow(1, symbol, minute, ClassifierRule::Weighted);
        const std::vector<RestRequest> own = asked(market, u"/trades/"_s);
        QCOMPARE(own.size(), 1U);
        QCOMPARE(timeIn(own.front(), u"gte"_s), DrivenMarket::at(0h));
        QCOMPARE(timeIn(own.front(), u"lt"_s), DrivenMarket::at(10h) - 10s);
        const Timestamp nine = DrivenMarket::at(9h + 50min);
        QVERIFY(answer(market, u"/trades/"_s,
                       DrivenMarket::page({ DrivenMarket::tradeRow(nine + 2s, 12),
                                            DrivenMarket::tradeRow(nine + 1s, 11) })));
        QVERIFY(answer(market, u"/quotes/"_s, quotePage(nine)));
        QVERIFY(waitFor(market, [&] { return shares(market, 1) == 200; }));
        QCOMPARE(*market.flowFrom[1], DrivenMarket::at(0h));
        QVERIFY(asked(market, u"/trades/"_s).empty());

        market.acknowledge({ u"T"_s, u"A"_s, u"AM"_s });
        market.failAll(Error::Code::NotFound); // nothing was missed in the bars
        const Timestamp ten = DrivenMarket::at(10h + 1s);
        market.quote(ten, 99, 100);
        market.trade(ten, 20);
        QVERIFY(waitFor(market, [&] { return !asked(market, u"/trades/"_s).empty(); }));
        const RestRequest rest = asked(market, u"/trades/"_s).front();
        QCOMPARE(timeIn(rest, u"gte"_s), DrivenMarket::at(10h) - 10s);
        QCOMPARE(timeIn(rest, u"lt"_s), ten + 1ms);
        QVERIFY(answer(market, u"/trades/"_s,
                       DrivenMarket::page({ DrivenMarket::tradeRow(ten, 20),
                                            DrivenMarket::tradeRow(ten - 1s, 19),
                                            DrivenMarket::tradeRow(ten - 5s, 18) })));
        QVERIFY(answer(market, u"/quotes/"_s, DrivenMarket::page()));
        QVERIFY(waitFor(market, [&] { return shares(market, 1) == 500; })); // each once
        market.trade(ten + 1s, 21);
        QVERIFY(waitFor(market, [&] { return shares(market, 1) == 600; }));
    }

    /// On a day without trading that is the last one that had some.
    void outsideOfTradingTheLastDayIsShown()
    {
        DrivenMarket market(3h);
        market.open();
        market.loop.openFlow(1, symbol, minute, ClassifierRule::Weighted);
        QCOMPARE(timeIn(asked(market, u"/trades/"_s).front(), u"gte"_s),
                 DrivenMarket::at(0h) - 24h);
    }

    void flowsOfASymbolShareWhatIsFetched()
    {
        DrivenMarket market(10h);
        market.open();
        market.loop.openFlow(1, symbol, minute, ClassifierRule::Weighted);
        market.loop.openFlow(2, symbol, *Timeframe::parse(u"5m"), ClassifierRule::LeeReady);
        market.loop.openFlow(3, symbol, minute, ClassifierRule::Tick); // needs no quotes
        QCOMPARE(asked(market, u"/trades/"_s).size(), 2U);
        const QByteArray page
            = DrivenMarket::page({ DrivenMarket::tradeRow(DrivenMarket::at(9h + 40min), 11) });
        while (answer(market, u"/trades/"_s, page)) { }
        QVERIFY(answer(market, u"/quotes/"_s, quotePage(DrivenMarket::at(9h))));
        QVERIFY(!answer(market, u"/quotes/"_s, page));
        const auto all = [&](quint64 id) { return shares(market, id) == 100; };
        QVERIFY(waitFor(market, [&] { return all(1) && all(2) && all(3); }));
        // One that opens soon after, too
        market.pass(5s);
        market.loop.openFlow(4, symbol, minute, ClassifierRule::Quote);
        QVERIFY(asked(market, u"/trades/"_s).empty());
        QVERIFY(waitFor(market, [&] { return all(4); }));
        // But it is not kept for ever
        for (quint64 id = 1; id <= 4; ++id)
            market.loop.closeFlow(id);
        market.pass(1s);
        market.pass(60s);
        market.loop.openFlow(5, symbol, minute, ClassifierRule::Quote);
        QCOMPARE(asked(market, u"/trades/"_s).size(), 1U);
    }

    void whatNobodyWaitsForIsCancelled()
    {
        DrivenMarket market(10h);
        market.open();
        market.loop.openFlow(1, symbol, minute, ClassifierRule::Weighted);
        market.loop.closeFlow(1);
        market.loop.openFlow(2, symbol, minute, ClassifierRule::Quote); // by another rule
        QCOMPARE(asked(market, u"/trades/"_s).size(), 1U);
        market.loop.closeFlow(2);
        market.tick();
        QVERIFY(asked(market, u"/trades/"_s).empty());
    }

    /// The tape keeps prints from before, but what came meanwhile is not among them.
    void whatNobodyWatchedIsFetched()
    {
        DrivenMarket market(10h);
        market.open();
        market.loop.openTape(symbol);
        market.acknowledge({ u"T"_s, u"A"_s, u"AM"_s });
        market.failAll(Error::Code::NotFound);
        market.quote(DrivenMarket::at(10h), 99, 100);
        market.trade(DrivenMarket::at(10h), 10);
        market.loop.closeTape(symbol);
        market.pass(1h);
        market.loop.openFlow(1, symbol, minute, ClassifierRule::Weighted);
        market.acknowledge({ u"T"_s, u"A"_s, u"AM"_s });
        const RestRequest history = asked(market, u"/trades/"_s).front();
        QCOMPARE(timeIn(history, u"lt"_s), DrivenMarket::at(11h) - 10s);
        QVERIFY(
            answer(market, u"/trades/"_s,
                   DrivenMarket::page({ DrivenMarket::tradeRow(DrivenMarket::at(10h + 30min), 11),
                                        DrivenMarket::tradeRow(DrivenMarket::at(10h), 10) })));
        QVERIFY(answer(market, u"/quotes/"_s, quotePage(DrivenMarket::at(9h))));
        market.failAll(Error::Code::NotFound);
        market.trade(DrivenMarket::at(11h), 12);
        QVERIFY(waitFor(market, [&] { return !asked(market, u"/trades/"_s).empty(); }));
        QVERIFY(answer(market, u"/trades/"_s, DrivenMarket::page()));
        QVERIFY(answer(market, u"/quotes/"_s, DrivenMarket::page()));
        QVERIFY(waitFor(market, [&] { return shares(market, 1) == 300; }));
        for (const auto &[start, bar] : market.flows[1])
            QVERIFY(!bar.afterGap);
        // The tape says that prints are missing in it
        market.loop.openTape(symbol);
        market.pull();
        const std::vector<TapePrint> &tape = market.prints[symbol];
        QCOMPARE(tape.size(), 2U);
        QVERIFY(tape.back().afterGap);
    }

    void aFailureLeavesTheStream()
    {
        DrivenMarket market(10h);
        market.open();
        market.loop.openFlow(1, symbol, minute, ClassifierRule::Weighted);
        market.acknowledge({ u"T"_s, u"A"_s, u"AM"_s });
        market.failAll();
        market.quote(DrivenMarket::at(10h), 99, 100);
        market.trade(DrivenMarket::at(10h), 20);
        market.failAll();
        QVERIFY(waitFor(market, [&] { return shares(market, 1) == 100; }));
        QVERIFY(asked(market, u"/trades/"_s).empty());
    }

    /// What came and no flow has seen yet is on the tape too, from which sums begin anew.
    void whatWaitsCountsOnceInSumsThatBeginAnew()
    {
        PlainDesk plain;
        plain.desk.open(1, symbol, minute, ClassifierRule::Tick);
        const InstrumentId instrument = plain.apply(symbol, DrivenMarket::at(10h));
        plain.desk.restartAll();
        plain.desk.feed(instrument);
        QCOMPARE(sharesOf(plain.desk.take()), 100.0);
    }

    /// Where the bars of the chart begin.
    void daysOfCoinsAreUtc()
    {
        PlainDesk plain;
        const QString coin = u"X:BTC-USD"_s;
        plain.desk.open(1, coin, Timeframe(1, TimeUnit::Day), ClassifierRule::Weighted);
        const Timestamp evening = DrivenMarket::at(21h); // the next day in UTC
        plain.desk.feed(plain.apply(coin, evening));
        const std::vector<FlowUpdate> updates = plain.desk.take();
        QCOMPARE(updates.size(), 1U);
        QCOMPARE(updates.front().bars.size(), 1U);
        QCOMPARE(updates.front().bars.front().start,
                 Timestamp(std::chrono::floor<std::chrono::days>(evening)));
        QCOMPARE(updates.front().bars.front().footprint.start, updates.front().bars.front().start);
    }

    /// Many bars are handed out bit by bit, without anything more coming.
    void allPortionsAreHandedOut()
    {
        PlainDesk plain;
        std::map<Timestamp, FlowBar> bars;
        std::size_t most = 0;
        const auto take = [&] {
            for (const FlowUpdate &update : plain.desk.take()) {
                most = std::max(most, update.bars.size());
                for (const FlowBar &bar : update.bars)
                    bars.insert_or_assign(bar.start, bar);
            }
        };
        connect(&plain.desk, &FlowDesk::summed, this, take);
        plain.desk.open(1, symbol, Timeframe(1, TimeUnit::Second), ClassifierRule::Tick);
        plain.desk.feed(plain.apply(symbol, DrivenMarket::at(10h), 9'000));
        take();
        QTRY_COMPARE(bars.size(), 9'000U);
        QCOMPARE(most, 2'000U);
    }

    /// The night is over: the new day begins with its first print.
    void anotherDayBeginsAnew()
    {
        DrivenMarket market(3h + 59min);
        market.open();
        market.loop.openFlow(1, symbol, minute, ClassifierRule::Weighted);
        market.acknowledge({ u"T"_s, u"A"_s, u"AM"_s });
        const Timestamp before = DrivenMarket::at(0h) - 6h;
        QVERIFY(answer(market, u"/trades/"_s,
                       DrivenMarket::page({ DrivenMarket::tradeRow(before, 99) })));
        QVERIFY(answer(market, u"/quotes/"_s, quotePage(before - 1s)));
        QVERIFY(waitFor(market, [&] { return shares(market, 1) == 100; }));
        market.pass(2min);
        const Timestamp four = DrivenMarket::at(4h + 30s);
        market.failAll(Error::Code::NotFound);
        market.quote(four, 99, 100);
        market.trade(four, 2, 100, 300);
        QVERIFY(waitFor(market, [&] { return !asked(market, u"/trades/"_s).empty(); }));
        QCOMPARE(timeIn(asked(market, u"/trades/"_s).front(), u"gte"_s), DrivenMarket::at(0h));
        QVERIFY(answer(market, u"/trades/"_s,
                       DrivenMarket::page({ DrivenMarket::tradeRow(four - 1s, 1) })));
        QVERIFY(answer(market, u"/quotes/"_s, quotePage(four - 2s)));
        QVERIFY(waitFor(market, [&] { return shares(market, 1) == 400; }));
    }
};

QTEST_GUILESS_MAIN(TestFlowDesk)
#include "tst_flowdesk.moc"
