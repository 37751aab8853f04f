#include "drivenmarket.h"
#include "pricestep.h"
#include "tradebardesk.h"
#include "tradebarpage.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString symbol = u"NVDA"_s;

/// Requests for the trades of a chart.
std::vector<RestRequest> asked(const DrivenMarket &market)
{
    std::vector<RestRequest> own;
    for (const RestRequest &request : market.asked)
        if (request.path.contains(u"/trades/"_s)
            && request.query.queryItemValue(u"limit"_s)
                == QString::number(TickDownload::rowsPerPage))
            own.push_back(request);
    return own;
}

/// Answers the oldest of them.
bool answerTrades(DrivenMarket &market, const QByteArrayList &rows)
{
    const std::vector<RestRequest> own = asked(market);
    if (own.empty())
        return false;
    std::erase_if(market.asked, [&](const RestRequest &r) { return r.id == own.front().id; });
    RestReply reply;
    reply.id = own.front().id;
    reply.ok = true;
    reply.httpStatus = 200;
    reply.body = DrivenMarket::page(rows);
    reply.body.reserve(reply.body.size() + 64);
    market.loop.requests().answer(reply);
    market.pull();
    return true;
}

Timestamp timeIn(const RestRequest &request, const QString &bound)
{
    return fromNs(request.query.queryItemValue(u"timestamp."_s + bound).toLongLong());
}

/// Lets the market thread have its turns.
template<typename Until> bool waitFor(DrivenMarket &market, Until until)
{
    return QTest::qWaitFor([&] {
        market.tick();
        return until();
    });
}

/// "close trades" of each bar, oldest first.
QStringList texts(const DrivenMarket &market, quint64 chart)
{
    QStringList result;
    if (const auto own = market.charts.find(chart); own != market.charts.end())
        for (const auto &[start, bar] : own->second)
            result += bar.close.toString() + u' ' + QString::number(bar.tradeCount);
    return result;
}

qint64 trades(const DrivenMarket &market, quint64 chart)
{
    qint64 sum = 0;
    if (const auto own = market.charts.find(chart); own != market.charts.end())
        for (const auto &[start, bar] : own->second)
            sum += bar.tradeCount;
    return sum;
}

/// As it is at ten, with the trades of the day before the stream: at 101, 102, ... a second apart
/// from 9:50 on.
struct OpenedMarket : DrivenMarket
{
    explicit OpenedMarket(const QString &timeframe, int tradesBefore)
    {
        open();
        loop.openChart(1, symbol, *Timeframe::parse(timeframe));
        QByteArrayList rows; // newest first
        for (int i = tradesBefore; i > 0; --i)
            rows += tradeRow(at(9h + 50min) + std::chrono::seconds(i), quint64(i), 100 + i);
        answerTrades(*this, rows);
    }
    /// The stream is joined; nothing was missed.
    void join()
    {
        acknowledge({ u"T"_s, u"A"_s, u"AM"_s });
        failAll(Error::Code::NotFound);
    }
};

/// Until it is so; whatever is asked meanwhile there is nothing of.
template<typename Until> bool waitWithoutMore(DrivenMarket &market, Until until)
{
    return waitFor(market, [&] {
        answerTrades(market, {});
        return until();
    });
}

} // namespace

class TestTradeBarDesk : public QObject
{
    Q_OBJECT

private slots:
    /// A day of a coin of which more are traded than a Qty counts.
    void countingBackDoesNotOverflow()
    {
        TradeBarOptions options { .timeframe = Timeframe(BarKind::Volume, 10'000) };
        const Timestamp noon = fromMs(1'786'629'600'000);
        TradeBarPage page(options, noon);
        BarPrint print { noon - 1min, Price::whole(1), Qty::fromUnits(9'000'000'300'000'000'000) };
        page.add(print); // 3,000 beyond full bars
        print.time += 1s;
        page.add(print);
        while (!page.build(100)) { }
        const std::vector<Candle> bars = page.takeBars();
        QVERIFY(!bars.empty());
        QCOMPARE(bars.front().volume, Qty::whole(6'000));
    }

    /// The same bars whenever a chart is opened.
    void aStocksStepDoesNotDependOnItsPrice()
    {
        const Price cent = Price::fromUnits(Price::unitsPerOne / 100);
        QCOMPARE(barStepOf(u"AAPL"_s, Price::fromDouble(0.99)), cent);
        QCOMPARE(barStepOf(u"AAPL"_s, Price::fromDouble(1.01)), cent);
    }

    void tradesBeforeTheStreamAndItsOwnMakeBars()
    {
        OpenedMarket market(u"2T"_s, 3);
        QVERIFY(waitFor(market, [&] { return trades(market, 1) == 3; }));
        QCOMPARE(texts(market, 1), QStringList({ u"102 2"_s, u"103 1"_s }));
        QCOMPARE(market.history[1], ChartUpdate::History::Partial);
        QCOMPARE(market.badges[1].estimated, false);
        market.join();
        const Timestamp ten = DrivenMarket::at(10h + 1s);
        market.trade(ten, 20, 110);
        QVERIFY(waitFor(market, [&] { return !asked(market).empty(); }));
        const RestRequest rest = asked(market).front();
        QCOMPARE(timeIn(rest, u"gte"_s), DrivenMarket::at(10h) - 10s);
        QVERIFY(answerTrades(
            market,
            { DrivenMarket::tradeRow(ten, 20, 110), DrivenMarket::tradeRow(ten - 5s, 19, 109) }));
        QVERIFY(waitFor(market, [&] { return trades(market, 1) == 5; })); // each once
        market.trade(ten + 1s, 21, 111);
        QCOMPARE(texts(market, 1), QStringList({ u"102 2"_s, u"109 2"_s, u"111 2"_s }));
        market.trade(ten + 2s, 22, 112);
        QCOMPARE(texts(market, 1).last(), u"112 1"_s);
        QCOMPARE(market.provisionalFrom[1], market.charts[1].rbegin()->first);
    }

    /// What is no part of minute bars is none of these.
    void whatMinutesLeaveOutIsLeftOut()
    {
        OpenedMarket market(u"2T"_s, 2);
        market.join();
        const Timestamp ten = DrivenMarket::at(10h + 1s);
        market.trade(ten, 20, 110, 100, "15");
        QVERIFY(waitWithoutMore(market, [&] { return trades(market, 1) == 2; }));
        market.trade(ten + 1s, 21, 120, 7, "37"); // an odd lot counts and sets no price
        market.trade(ten + 2s, 22, 111);
        QCOMPARE(texts(market, 1), QStringList({ u"102 2"_s, u"111 2"_s }));
    }

    /// Older bars join the newer ones: none is short but the first of a day.
    void earlierDaysComePageByPage()
    {
        OpenedMarket market(u"3T"_s, 4);
        QVERIFY(waitFor(market, [&] { return trades(market, 1) == 4; }));
        const Timestamp today = DrivenMarket::at(0h);
        market.loop.loadEarlier(1);
        QCOMPARE(asked(market).size(), 1U);
        QCOMPARE(timeIn(asked(market).front(), u"gte"_s), today - 24h);
        QCOMPARE(timeIn(asked(market).front(), u"lt"_s), today);
        market.pull();
        QCOMPARE(market.history[1], ChartUpdate::History::Loading);
        market.loop.loadEarlier(1);
        QCOMPARE(asked(market).size(), 1U);
        const Timestamp noon = today - 12h;
        QVERIFY(answerTrades(
            market,
            { DrivenMarket::tradeRow(noon + 3s, 4, 204), DrivenMarket::tradeRow(noon + 2s, 3, 203),
              DrivenMarket::tradeRow(noon + 1s, 2, 202), DrivenMarket::tradeRow(noon, 1, 201) }));
        QVERIFY(waitFor(market, [&] { return trades(market, 1) == 8; }));
        QCOMPARE(texts(market, 1), QStringList({ u"203 3"_s, u"204 1"_s, u"103 3"_s, u"104 1"_s }));
        QCOMPARE(market.history[1], ChartUpdate::History::Partial);
        // A day without trading is passed over, and one without trades asks for the next
        market.loop.loadEarlier(1);
        QVERIFY(answerTrades(market, {}));
        QVERIFY(waitFor(market, [&] { return !asked(market).empty(); }));
        QCOMPARE(timeIn(asked(market).front(), u"lt"_s), easterntime::at(QDate(2026, 3, 6), 0h));
    }

    void aFailedPageCanBeAskedForAgain()
    {
        OpenedMarket market(u"3T"_s, 4);
        QVERIFY(waitFor(market, [&] { return trades(market, 1) == 4; }));
        market.loop.loadEarlier(1);
        market.failAll();
        QVERIFY(waitFor(market, [&] { return market.history[1] == ChartUpdate::History::Failed; }));
        market.loop.loadEarlier(1);
        QCOMPARE(asked(market).size(), 1U);
    }

    void aFailedBeginningIsTriedAgain()
    {
        DrivenMarket market(10h);
        market.open();
        market.loop.openChart(1, symbol, *Timeframe::parse(u"3T"));
        market.failAll();
        QVERIFY(waitFor(market, [&] { return market.history[1] == ChartUpdate::History::Failed; }));
        QVERIFY(!market.messages[1].isEmpty());
        market.acknowledge({ u"T"_s, u"A"_s, u"AM"_s });
        market.failAll(Error::Code::NotFound);
        market.trade(DrivenMarket::at(10h), 20);
        QCOMPARE(trades(market, 1), 1);
        market.failAll();
        market.tick();
        market.pass(6s);
        QVERIFY(waitFor(market, [&] { return !asked(market).empty(); }));
    }

    void whatWasMissedIsMarked()
    {
        OpenedMarket market(u"3T"_s, 0);
        market.join();
        market.trade(DrivenMarket::at(10h), 20);
        QVERIFY(waitWithoutMore(market, [&] { return trades(market, 1) == 1; }));
        market.breakFor(5s);
        market.acknowledge({ u"T"_s, u"A"_s, u"AM"_s });
        market.failAll(Error::Code::NotFound); // cannot be had
        market.trade(DrivenMarket::at(10h + 6s), 40);
        QCOMPARE(trades(market, 1), 2);
        QCOMPARE(market.gaps[1], std::vector { market.charts[1].begin()->first });
    }

    void kindsOfAPriceGoOnOverNight()
    {
        OpenedMarket market(u"100R"_s, 3); // a dollar: 101, 102, 103
        QVERIFY(waitFor(market, [&] { return market.charts[1].size() == 2; }));
        for (const auto &[start, bar] : market.charts[1])
            QCOMPARE(bar.high - bar.low, Price::whole(1));
        market.loop.loadEarlier(1);
        const Timestamp noon = DrivenMarket::at(0h) - 12h;
        QVERIFY(answerTrades(
            market,
            { DrivenMarket::tradeRow(noon + 1s, 2, 98), DrivenMarket::tradeRow(noon, 1, 95) }));
        QVERIFY(waitFor(market, [&] { return market.charts[1].size() == 5; }));
    }

    // --- plans without trades

    void secondsStandInForTrades()
    {
        DrivenMarket market(10h, Plan::Starter);
        market.open();
        market.loop.openChart(1, symbol, *Timeframe::parse(u"100V"));
        QVERIFY(asked(market).empty());
        market.acknowledge({ u"A"_s, u"AM"_s });
        const QString seconds = u"/range/1/second/"_s;
        const auto answerSeconds = [&](const QByteArrayList &rows) {
            while (market.answer(seconds, DrivenMarket::page(rows))) { }
        };
        const Timestamp then = DrivenMarket::at(9h + 30min);
        QVERIFY(waitFor(market, [&] { return market.isAsked(seconds); }));
        answerSeconds(
            { DrivenMarket::barRow(then, 100, 150), DrivenMarket::barRow(then + 1s, 102, 100) });
        QVERIFY(waitFor(market, [&] { return market.charts[1].size() == 3; }));
        QVERIFY(market.badges[1].estimated);
        Qty volume;
        for (const auto &[start, bar] : market.charts[1])
            volume += bar.volume;
        QCOMPARE(volume, Qty::whole(250));
        // What forms counts once it is over
        const Timestamp view = DrivenMarket::at(9h + 45min); // a quarter of an hour late
        market.bar("A", view + 61s, 103, 80);
        market.bar("A", view + 62s, 104, 80);
        QVERIFY(waitFor(market, [&] {
            answerSeconds({});
            return market.charts[1].size() == 4;
        }));
        QCOMPARE(market.charts[1].rbegin()->second.volume, Qty::whole(30));
    }

    /// An end-of-day plan has minutes of the days that are over.
    void minutesStandInOnAnEndOfDayPlan()
    {
        DrivenMarket market(10h, Plan::Basic);
        market.open();
        market.loop.openChart(1, symbol, *Timeframe::parse(u"100V"));
        const QString minutes = u"/range/1/minute/"_s;
        QVERIFY(waitFor(market, [&] { return market.isAsked(minutes); }));
        const Timestamp yesterday = DrivenMarket::at(10h) - 24h;
        while (market.answer(minutes,
                             DrivenMarket::page({ DrivenMarket::barRow(yesterday, 100, 250) }))) { }
        QVERIFY(waitFor(market, [&] { return market.charts[1].size() == 3; }));
        QVERIFY(market.badges[1].estimated);
        QCOMPARE(market.badges[1].recency, Recency::EndOfDay);
    }

    void whatHasNoCountsSaysSo()
    {
        DrivenMarket market(10h, Plan::Basic);
        market.open();
        market.loop.openChart(1, symbol, *Timeframe::parse(u"100T"));
        const QString minutes = u"/range/1/minute/"_s;
        QVERIFY(waitFor(market, [&] { return market.isAsked(minutes); }));
        const Timestamp yesterday = DrivenMarket::at(10h) - 24h;
        while (market.answer(minutes,
                             DrivenMarket::page({ DrivenMarket::barRow(yesterday, 100, 250) }))) { }
        QVERIFY(waitFor(market, [&] { return market.messages[1].contains(u"trades"_s); }));
        QVERIFY(market.charts[1].empty());
    }

    /// From one kind to another and back, while the stream goes on: each from the beginning.
    void kindsChangeWhileItStreams()
    {
        OpenedMarket market(u"2T"_s, 4);
        QVERIFY(waitFor(market, [&] { return trades(market, 1) == 4; }));
        market.join();
        market.trade(DrivenMarket::at(10h + 1s), 20, 110);
        QVERIFY(waitWithoutMore(market, [&] { return trades(market, 1) == 5; }));
        quint64 sequence = 20;
        quint64 id = 1;
        for (const QString &kind : { u"100V"_s, u"1T"_s, u"3B"_s, u"50R"_s, u"5T"_s }) {
            market.loop.closeChart(id);
            market.loop.openChart(++id, symbol, *Timeframe::parse(kind));
            ++sequence;
            market.trade(DrivenMarket::at(10h) + std::chrono::seconds(sequence), sequence, 120);
            QVERIFY2(waitFor(market, [&] { return market.charts[id].size() > 0; }),
                     qPrintable(kind));
        }
        QVERIFY(waitWithoutMore(market, [&] { return trades(market, id) > 0; }));
    }
};

QTEST_GUILESS_MAIN(TestTradeBarDesk)
#include "tst_tradebardesk.moc"
