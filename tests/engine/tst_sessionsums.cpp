#include "easterntime.h"
#include "flowfeed.h"
#include "flowtape.h"
#include "recordedflow.h"
#include "sessionsums.h"

#include <QtTest>

#include <cmath>
#include <map>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate day { 2013, 10, 8 };

Timestamp at(Duration timeOfDay, QDate date = day)
{
    return easterntime::at(date, timeOfDay);
}

Trade print(Timestamp time, int price, int size, TradeConditions conditions = {})
{
    Trade trade;
    trade.time = time;
    trade.price = Price::whole(price);
    trade.size = Qty::whole(size);
    trade.exchange = 11;
    trade.conditions = conditions;
    return trade;
}

Quote quote(Timestamp time, int bid, int ask)
{
    Quote quote;
    quote.time = time;
    quote.bid = Price::whole(bid);
    quote.ask = Price::whole(ask);
    quote.bidSize = quote.askSize = Qty::whole(100);
    return quote;
}

/// Not the project's own table: statements of the auctions are no trades, the rest is volume.
bool isVolume(const Trade &trade)
{
    return !trade.conditions.contains(15) && !trade.conditions.contains(16);
}

/// What of a recorded day is in a stretch of it, by plain sums.
struct PlainSums
{
    double notional = 0;
    double shares = 0;

    void add(const Trade &trade)
    {
        notional += trade.price.toDouble() * trade.size.toDouble();
        shares += trade.size.toDouble();
    }
    double vwap() const { return notional / shares; }
};

bool isClose(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

} // namespace

class TestSessionSums : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        SHARED_OR_SKIP();
        QVERIFY(m_tape.read(u"IBM_2013-10-08"_s));
    }

    /// A recorded day, looked at every half an hour, against sums of the file's rows.
    void aDayIsTheSumOfItsRows()
    {
        SessionSums sums(AssetClass::Stocks, m_calendar);
        sums.beginAt(at(4h));
        PlainSums plain;
        double delta = 0;
        Quote inForce;
        Timestamp look = at(9h + 30min);
        int looks = 0;
        m_tape.play(
            false, false,
            [&](const Quote &newest) {
                if (newest.isTwoSided())
                    inForce = newest;
                sums.addQuote(newest);
            },
            [&](const Trade &trade) {
                for (; trade.time >= look && look < at(16h); look += 30min) {
                    if (plain.shares == 0)
                        continue;
                    ++looks;
                    QVERIFY(isClose(*sums.vwap(look), plain.vwap()));
                    QCOMPARE(sums.volume(look)->toDouble(), plain.shares);
                    QCOMPARE(*sums.delta(look), delta);
                }
                sums.addTrade(trade);
                if (trade.time < at(9h + 30min))
                    return;
                if (trade.time < at(16h) && isVolume(trade))
                    plain.add(trade);
                delta += weighted(trade, inForce);
            });
        QVERIFY(looks > 10);
        // after the close the session's VWAP stays, and its delta goes on
        QVERIFY(isClose(*sums.vwap(at(19h)), plain.vwap()));
        QCOMPARE(*sums.delta(at(19h)), delta);
        QVERIFY(!sums.vwap(at(10h, day.addDays(1))));
    }

    /// The chart's order flow comes to the same.
    void theDeltaIsTheFlows()
    {
        SessionSums sums(AssetClass::Stocks, m_calendar);
        sums.beginAt(at(4h));
        FlowFeed flow(1, Timeframe(1, TimeUnit::Minute), ClassifierRule::Weighted);
        const std::vector<TapePrint> prints = test::tapePrints(m_tape);
        flow.setKnownFrom(at(4h));
        QVERIFY(!flow.sessionDelta(at(10h)));
        std::size_t next = 0;
        for (const Duration look : { Duration(9h + 31min), Duration(12h), Duration(15h + 59min) }) {
            for (; next < prints.size() && prints[next].trade.time < at(look); ++next) {
                Quote shown;
                shown.bid = prints[next].bid;
                shown.ask = prints[next].ask;
                sums.addQuote(shown);
                sums.addTrade(prints[next].trade);
                flow.addPrints({ &prints[next], 1 });
            }
            const std::optional<HalfQty> shown = flow.sessionDelta(at(look));
            QVERIFY(shown);
            QVERIFY(!shown->isZero());
            QCOMPARE(*sums.delta(at(look)), shown->toDouble());
        }
        QVERIFY(!flow.sessionDelta(at(10h, day.addDays(1))));
        flow.noteGap();
        flow.addPrints({ &prints[next], 1 });
        QVERIFY(!flow.sessionDelta(at(15h + 59min)));
    }

    /// Volume and VWAP go on from bars of what was before; a delta does not.
    void barsTellWhatWasBefore()
    {
        SessionSums whole(AssetClass::Stocks, m_calendar);
        SessionSums late(AssetClass::Stocks, m_calendar);
        whole.beginAt(at(4h));
        const Timestamp begun = at(11h) + 17s;
        bool isBegun = false;
        std::map<Timestamp, PlainSums> minutes;
        m_tape.play(
            false, false, [](const Quote &) {},
            [&](const Trade &trade) {
                whole.addTrade(trade);
                if (isVolume(trade))
                    minutes[std::chrono::floor<std::chrono::minutes>(trade.time)].add(trade);
                if (trade.time >= begun && !std::exchange(isBegun, true))
                    late.beginAt(begun);
                if (isBegun)
                    late.addTrade(trade);
            });
        const Timestamp close = at(15h + 59min);
        const TimeRange missing = late.missing(close);
        QCOMPARE(missing.from, at(9h + 30min));
        QCOMPARE(missing.to, at(11h + 1min));
        QVERIFY(!late.vwap(close));
        std::vector<Candle> bars;
        for (const auto &[start, plain] : minutes) {
            Candle bar;
            bar.start = start;
            bar.volume = Qty::whole(qint64(plain.shares));
            bar.vwap = plain.vwap();
            bars.push_back(bar); // of the whole day: what is not wanted is left out
        }
        late.addMissing(bars, missing);
        QVERIFY(late.missing(close).isEmpty());
        QCOMPARE(*late.volume(close), *whole.volume(close));
        QVERIFY(isClose(*late.vwap(close), *whole.vwap(close)));
        QVERIFY(!late.delta(close));
    }

    void theSlopeIsOfTheLastFiveMinutes()
    {
        SessionSums sums(AssetClass::Stocks, m_calendar);
        const Timestamp start = at(10h);
        sums.beginAt(start);
        sums.addQuote(quote(start, 99, 101));
        for (int second = 0; second < 600; second += 10)
            sums.addTrade(print(start + second * 1s, second < 300 ? 101 : 99, 10));
        QVERIFY(!sums.deltaSlope(start + 4min)); // not seen for so long
        QCOMPARE(sums.deltaSlope(start + 600s), std::optional(-300.0 / 5));
        QCOMPARE(sums.deltaSlope(start + 20min), std::optional(0.0));
        QVERIFY(!sums.delta(start + 600s)); // seen from 10:00 on alone
    }

    void aGapTakesWhatItHides()
    {
        SessionSums sums(AssetClass::Stocks, m_calendar);
        sums.beginAt(at(9h));
        sums.addQuote(quote(at(9h + 30min), 99, 101));
        sums.addTrade(print(at(9h + 31min), 101, 100));
        QCOMPARE(sums.vwap(at(10h)), std::optional(101.0));
        QCOMPARE(sums.delta(at(10h)), std::optional(100.0));
        sums.onBreak();
        QVERIFY(!sums.vwap(at(10h)) && !sums.delta(at(10h)) && !sums.deltaSlope(at(12h)));
        QVERIFY(sums.missing(at(12h)).isEmpty()); // nobody knows up to when
        sums.onGap(at(12h) + 1s);
        QVERIFY(!sums.deltaSlope(at(12h + 4min)));
        QCOMPARE(sums.deltaSlope(at(12h + 6min)), std::optional(0.0));
        const TimeRange missing = sums.missing(at(12h + 2min));
        QCOMPARE(missing.to, at(12h + 1min));
        Candle bar;
        bar.start = at(9h + 31min);
        bar.high = bar.close = Price::whole(103);
        bar.low = Price::whole(100);
        bar.volume = Qty::whole(100);
        sums.addMissing({ &bar, 1 }, { missing.from, at(11h) }); // asked before the gap
        QVERIFY(!sums.vwap(at(12h + 2min)));
        sums.addTrade(print(at(12h) + 30s, 500, 100)); // in the bars
        sums.addMissing({ &bar, 1 }, missing);
        QCOMPARE(sums.vwap(at(12h + 2min)), std::optional(102.0)); // (103 + 100 + 103) / 3
        // the day after is known from its beginning again
        const QDate next = day.addDays(1);
        sums.addQuote(quote(at(9h, next), 99, 101));
        sums.addTrade(print(at(9h + 1min, next), 101, 100));
        QVERIFY(!sums.delta(at(9h + 2min, next)) && !sums.vwap(at(9h + 2min, next)));
        sums.addTrade(print(at(9h + 31min, next), 99, 100));
        QCOMPARE(sums.delta(at(10h, next)), std::optional(-100.0));
        QCOMPARE(sums.vwap(at(10h, next)), std::optional(99.0));
    }

    void aBadPrintCountsAtTheMiddle()
    {
        SessionSums sums(AssetClass::Stocks, m_calendar);
        sums.beginAt(at(9h));
        sums.addQuote(quote(at(10h), 99, 101));
        Trade bad = print(at(10h) + 1s, 500, 100);
        bad.exchange = 4;
        sums.addTrade(bad);
        QCOMPARE(sums.vwap(at(10h + 1min)), std::optional(100.0));
    }

    /// By the venue's flags, from midnight UTC.
    void coinsHaveNoOpeningBell()
    {
        SessionSums sums(AssetClass::Crypto, m_calendar);
        const Timestamp midnight = fromMs(1'700'006'400'000); // 2023-11-15 00:00 UTC
        sums.beginAt(midnight - 1h);
        sums.addTrade(print(midnight - 1min, 10, 7, { 2 }));
        sums.addTrade(print(midnight + 1min, 20, 3, { 2 }));
        sums.addTrade(print(midnight + 2min, 30, 1, { 1 }));
        QCOMPARE(sums.delta(midnight + 3min), std::optional(2.0));
        QCOMPARE(sums.vwap(midnight + 3min), std::optional(90.0 / 4));
    }

private:
    /// execution.md D.1, written down once more; prints that are not of the moment's market, and
    /// auctions, say nothing.
    static double weighted(const Trade &trade, const Quote &inForce)
    {
        for (const quint16 unclean :
             { 2, 7, 8, 10, 13, 15, 16, 17, 19, 20, 22, 25, 28, 29, 32, 33 })
            if (trade.conditions.contains(unclean))
                return 0;
        const double size = trade.size.toDouble();
        if (inForce.ask.isZero())
            return 0;
        if (trade.price >= inForce.ask)
            return size;
        if (trade.price <= inForce.bid)
            return -size;
        const bool isUpper = 2 * trade.price.units() >= inForce.bid.units() + inForce.ask.units();
        return isUpper ? size / 2 : -size / 2;
    }

    const MarketCalendar m_calendar;
    test::FlowTape m_tape;
};

QTEST_GUILESS_MAIN(TestSessionSums)
#include "tst_sessionsums.moc"
