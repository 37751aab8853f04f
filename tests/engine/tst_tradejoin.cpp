#include "tradejoin.h"

#include "easterntime.h"
#include "markethub.h"
#include "splitmix64.h"

#include <QtTest>

using namespace tapeline;

namespace {

const QDate today(2026, 3, 10);
const Timestamp opening = easterntime::at(today, 10h);

/// A morning's trades of one instrument, in the order of the feed; several in one millisecond.
std::vector<Trade> randomTrades(quint64 seed, int count, InstrumentId id)
{
    SplitMix64 random(seed);
    std::vector<Trade> trades;
    Timestamp time = opening;
    for (int i = 0; i < count; ++i) {
        time += std::chrono::milliseconds(random.below(3) == 0 ? random.below(900) : 0);
        Trade trade;
        trade.instrument = id;
        trade.time = time;
        trade.sequence = quint64(1'000 + i * 3);
        trade.price
            = Price::fromUnits((10'000 + qint64(random.below(200))) * (Price::unitsPerOne / 100));
        trade.size = Qty::whole(1 + qint64(random.below(500)));
        trades.push_back(trade);
    }
    return trades;
}

void send(MarketHub &hub, const Trade &trade)
{
    EventBatch batch;
    batch.events.push_back(trade);
    hub.apply(batch);
}

} // namespace

class TestTradeJoin : public QObject
{
    Q_OBJECT

private slots:
    void aNumberIsNewOnce()
    {
        SequenceFilter filter;
        QVERIFY(filter.accept(today, 10));
        QVERIFY(!filter.accept(today, 10));
        QVERIFY(filter.accept(today, 12));
        QVERIFY(filter.accept(today, 11)); // changed places on the way
        QVERIFY(!filter.accept(today, 11));
        QVERIFY(filter.accept(today.addDays(1), 10)); // numbers begin again
        QVERIFY(!filter.accept(today.addDays(1), 10));
        QVERIFY(filter.accept(today, 0)); // without a number there is nothing to go by
        QVERIFY(filter.accept(today, 0));
    }

    void whatIsFarBehindIsARepetition()
    {
        SequenceFilter filter;
        for (quint64 number = 1; number <= 3 * SequenceFilter::depth; ++number)
            QVERIFY(filter.accept(today, 2 * number));
        QVERIFY(!filter.accept(today, 2));
        QVERIFY(!filter.accept(today, 3));
        QVERIFY(filter.accept(today, 6 * SequenceFilter::depth - 1));
    }

    /// Many that were missed are filled in behind some that came since.
    void whatIsFilledInPushesNothingOut()
    {
        SequenceFilter filter;
        for (quint64 number = 1; number <= 100; ++number)
            filter.accept(today, number);
        for (const quint64 number : { 401, 403, 404, 405 })
            QVERIFY(filter.accept(today, number));
        for (quint64 number = 101; number <= 400; ++number)
            QVERIFY(filter.accept(today, number));
        QVERIFY(filter.accept(today, 402)); // changed places with 403
        QVERIFY(!filter.accept(today, 402));
        QVERIFY(!filter.accept(today, 404));
        QVERIFY(!filter.accept(today, 250));
        QVERIFY(filter.accept(today, 406));
    }

    void streamedPrintsStayAndMissedOnesAreFilledIn()
    {
        std::vector<Trade> trades = randomTrades(1, 10, InstrumentId(0));
        TradesSeen seen;
        for (int i = 0; i < 3; ++i)
            seen.sequences.accept(today, trades[size_t(i)].sequence);
        std::vector<TapePrint> held;
        for (int i = 6; i < 10; ++i) {
            TapePrint print;
            print.trade = trades[size_t(i)];
            print.side = PrintSide::AtAsk;
            held.push_back(print);
        }
        const auto joined = joinTrades(seen, std::span(trades).first(8), held);
        QCOMPARE(joined.size(), size_t(7));
        for (size_t i = 0; i < joined.size(); ++i) {
            QCOMPARE(joined[i].trade.sequence, trades[i + 3].sequence);
            QCOMPARE(joined[i].origin, i < 3 ? PrintOrigin::Backfill : PrintOrigin::Stream);
            QCOMPARE(joined[i].side, i < 3 ? PrintSide::Unknown : PrintSide::AtAsk);
        }
    }

    void withoutNumbersTheTimesDecide()
    {
        std::vector<Trade> trades = randomTrades(2, 60, InstrumentId(0));
        for (Trade &trade : trades)
            trade.sequence = 0;
        TradesSeen seen;
        seen.newest = trades[20].time;
        std::vector<TapePrint> held;
        for (size_t i = 30; i < trades.size(); ++i) {
            TapePrint print;
            print.trade = trades[i];
            held.push_back(print);
        }
        const auto joined = joinTrades(seen, std::span(trades).first(40), held);
        Qty volume;
        for (const TapePrint &print : joined)
            volume += print.trade.size;
        Qty expected;
        for (const Trade &trade : trades)
            if (trade.time > seen.newest)
                expected += trade.size;
        QCOMPARE(volume, expected);
    }

    /// However often the stream breaks off, whatever comes twice or out of turn: after each break
    /// the tape, the day's volume and the bars are those of all trades once.
    void breaksLeaveNoTrace()
    {
        for (quint64 seed = 1; seed <= 100; ++seed) {
            const MarketCalendar calendar;
            MarketHub whole(calendar);
            MarketHub broken(calendar, MarketHub::Bars::Joined);
            const InstrumentId id = whole.symbols().intern(std::string_view("TEST"));
            QCOMPARE(broken.symbols().intern(std::string_view("TEST")), id);
            const std::vector<Trade> trades = randomTrades(seed, 600, id);
            for (const Trade &trade : trades)
                send(whole, trade);

            broken.state(id).tapeInterest = 1;
            broken.hold(id);
            broken.releaseIntoBars(id, {}, opening, opening);
            SplitMix64 random(seed);
            for (size_t at = 0; at < trades.size();) {
                const size_t until = std::min<size_t>(trades.size(), at + 1 + random.below(80));
                for (; at < until; ++at) {
                    const bool swapped = at + 1 < until && random.below(8) == 0;
                    if (swapped)
                        send(broken, trades[at + 1]);
                    send(broken, trades[at]);
                    if (random.below(10) == 0)
                        send(broken, trades[at]); // twice
                    if (swapped)
                        ++at;
                }
                if (at >= trades.size())
                    break;
                // away; back before the answer ends, and maybe broken off again while it is awaited
                const size_t back = std::min<size_t>(trades.size(), at + random.below(40));
                broken.hold(id);
                const size_t resumed = std::min<size_t>(trades.size(), back + random.below(30));
                for (size_t i = back; i < resumed; ++i)
                    send(broken, trades[i]);
                broken.hold(id);
                const size_t fetchedTo
                    = std::min<size_t>(trades.size(), resumed + random.below(10));
                const size_t fetchedFrom = at - std::min<size_t>(at, random.below(30));
                const size_t answered
                    = std::min<size_t>(trades.size(), fetchedTo + random.below(10));
                for (size_t i = resumed; i < answered; ++i)
                    send(broken, trades[i]);
                broken.release(id, std::span(trades).subspan(fetchedFrom, fetchedTo - fetchedFrom),
                               trades[fetchedFrom].time);
                at = answered;
            }

            const InstrumentState &own = broken.state(id);
            QVERIFY(own.held.empty());
            QCOMPARE(own.unseen.size(), trades.size());
            QSet<quint64> numbers;
            for (const TapePrint &print : own.unseen)
                numbers.insert(print.trade.sequence);
            QCOMPARE(numbers.size(), qsizetype(trades.size()));
            QCOMPARE(own.snapshot.volume, whole.state(id).snapshot.volume);
            QCOMPARE(own.bars.minutes().size(), whole.state(id).bars.minutes().size());
            for (const auto &[start, bar] : whole.state(id).bars.minutes()) {
                const Candle &seen = own.bars.minutes().at(start);
                QCOMPARE(seen.volume, bar.volume);
                QCOMPARE(seen.tradeCount, bar.tradeCount);
                QCOMPARE(seen.high, bar.high);
                QCOMPARE(seen.low, bar.low);
            }
        }
    }

    void aTapeThatBeganEarlierDoesNotRobTheBars()
    {
        const MarketCalendar calendar;
        MarketHub hub(calendar, MarketHub::Bars::Joined);
        const InstrumentId id = hub.symbols().intern(std::string_view("TEST"));
        const std::vector<Trade> trades = randomTrades(3, 50, id);
        for (size_t i = 0; i < 20; ++i)
            send(hub, trades[i]); // watched, without a chart
        hub.hold(id);
        for (size_t i = 20; i < 30; ++i)
            send(hub, trades[i]);
        hub.releaseIntoBars(id, std::span(trades).first(25), opening, opening);
        Qty expected;
        for (size_t i = 0; i < 30; ++i)
            expected += trades[i].size;
        Qty inBars;
        for (const auto &[start, bar] : hub.state(id).bars.minutes())
            inBars += bar.volume;
        QCOMPARE(inBars, expected);
        QCOMPARE(hub.state(id).snapshot.volume, expected);
        QCOMPARE(hub.state(id).recent.size(), size_t(30));
    }

    void whatIsMissingIsMarkedOnce_data()
    {
        QTest::addColumn<int>("fetchedFrom"); // -1: nothing could be had
        QTest::addColumn<int>("fetchedTo");
        QTest::addColumn<bool>("complete");
        QTest::addColumn<int>("marked"); // of the prints; -1: none
        QTest::newRow("nothing could be had") << -1 << -1 << false << 40;
        QTest::newRow("all") << 30 << 70 << true << -1;
        QTest::newRow("too late a part") << 50 << 70 << true << 40;
        QTest::newRow("the beginning") << 30 << 55 << false << 55;
    }

    /// Of a hundred trades, those from 40 to 59 were missed.
    void whatIsMissingIsMarkedOnce()
    {
        QFETCH(const int, fetchedFrom);
        QFETCH(const int, fetchedTo);
        QFETCH(const bool, complete);
        QFETCH(const int, marked);
        const MarketCalendar calendar;
        MarketHub hub(calendar, MarketHub::Bars::Joined);
        const InstrumentId id = hub.symbols().intern(std::string_view("TEST"));
        const std::vector<Trade> trades = randomTrades(4, 100, id);
        for (size_t i = 0; i < 40; ++i)
            send(hub, trades[i]);
        hub.noteGap(AssetClass::Stocks);
        hub.hold(id);
        for (size_t i = 60; i < 80; ++i)
            send(hub, trades[i]);
        std::span<const Trade> fetched;
        std::optional<Timestamp> completeFrom;
        if (fetchedFrom >= 0)
            fetched
                = std::span(trades).subspan(size_t(fetchedFrom), size_t(fetchedTo - fetchedFrom));
        if (complete)
            completeFrom = fetched.front().time;
        hub.release(id, fetched, completeFrom);
        for (size_t i = 80; i < 100; ++i)
            send(hub, trades[i]);
        const auto &recent = hub.state(id).recent;
        for (int i = 0; i < int(recent.size()); ++i)
            QCOMPARE(recent[size_t(i)].afterGap, i == marked);
    }
};

QTEST_GUILESS_MAIN(TestTradeJoin)
#include "tst_tradejoin.moc"
