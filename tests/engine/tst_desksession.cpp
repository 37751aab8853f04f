#include "desksession.h"

#include "pulleddesk.h"
#include "shared.h"
#include "tradeeligibility.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

bool samePricesAndVolume(const Candle &a, const Candle &b)
{
    return a.open == b.open && a.high == b.high && a.low == b.low && a.close == b.close
        && a.volume == b.volume;
}

} // namespace

class TestDeskSession : public QObject
{
    Q_OBJECT

private slots:
    void theSimulatedMarketStreams()
    {
        DeskSession session;
        PulledDesk desk(session);
        QVERIFY(session.openSimulated(1, 5));
        session.watch(u"SPY"_s);
        session.openTape(u"SPY"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.stream, StreamState::Live, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.prints[u"SPY"_s].size() > 50, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.snapshots[u"SPY"_s].previousClose > Price(), 10'000);
        QVERIFY(desk.snapshots[u"SPY"_s].bid < desk.snapshots[u"SPY"_s].ask);
        QTRY_VERIFY_WITH_TIMEOUT(desk.directory.size() >= 14, 10'000);
        QCOMPARE(desk.status.source, DataSource::Simulated);
        QCOMPARE(desk.status.part, SessionPart::Regular);
        QTRY_VERIFY(desk.status.messagesPerSecond > 0);
        // every print once, in the order of the tape
        quint64 last = 0;
        for (const TapePrint &print : desk.prints[u"SPY"_s]) {
            QVERIFY(print.trade.sequence > last);
            last = print.trade.sequence;
        }
    }

    void aChartJoinsHistoryAndStream_data()
    {
        QTest::addColumn<QString>("timeframe");
        QTest::addColumn<int>("atLeast");
        QTest::newRow("1s") << u"1s"_s << 600;
        QTest::newRow("1m") << u"1m"_s << 700;
        QTest::newRow("5m") << u"5m"_s << 500;
        QTest::newRow("1D") << u"1D"_s << 500;
    }

    /// A chart that has watched some minutes form shows what one opened afterwards gets from
    /// history.
    void aChartJoinsHistoryAndStream()
    {
        QFETCH(const QString, timeframe);
        QFETCH(const int, atLeast);
        const Timeframe frame = *Timeframe::parse(timeframe);
        DeskSession session;
        PulledDesk desk(session);
        QVERIFY(session.openSimulated(2, 60));
        const quint64 watched = session.openChart(u"NVDA"_s, frame);
        QTRY_VERIFY_WITH_TIMEOUT(int(desk.charts[watched].size()) >= atLeast, 20'000);
        QCOMPARE(desk.history[watched], ChartUpdate::History::Partial);
        const Timestamp opened = desk.status.marketTime;
        QTRY_VERIFY_WITH_TIMEOUT(desk.status.marketTime > opened + 4min, 20'000);

        // from the service, by another session of the same market: same seed, later
        const Timestamp until = frame.isIntraday()
            ? frame.windowStart(desk.status.marketTime - 2min)
            : frame.windowStart(desk.status.marketTime);
        const auto seen = desk.charts[watched];
        const quint64 fresh = session.openChart(u"NVDA"_s, frame);
        QTRY_VERIFY_WITH_TIMEOUT(int(desk.charts[fresh].size()) >= atLeast, 20'000);
        const auto &served = desk.charts[fresh];
        int compared = 0;
        for (const auto &[start, bar] : served) {
            if (start >= until || start < seen.begin()->first)
                continue;
            const auto own = seen.find(start);
            QVERIFY2(own != seen.end(), qPrintable(u"missing bar %1"_s.arg(toMs(start))));
            QVERIFY2(samePricesAndVolume(own->second, bar),
                     qPrintable(u"bar %1: volume %2 against %3"_s.arg(toMs(start))
                                    .arg(own->second.volume.toString(), bar.volume.toString())));
            ++compared;
        }
        QVERIFY(compared >= atLeast - 10);
    }

    /// Order flow that has watched some minutes form is what one opened afterwards makes of the
    /// service's trades and quotes.
    void orderFlowJoinsHistoryAndStream()
    {
        DeskSession session;
        PulledDesk desk(session);
        QVERIFY(session.openSimulated(2, 30));
        const Timeframe minute;
        const quint64 watched = session.openFlow(u"KO"_s, minute, ClassifierRule::Weighted);
        const auto isJoined = [&](quint64 id) {
            const auto from = desk.flowFrom[id];
            return from && *from < desk.status.marketTime - 20min;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isJoined(watched), 30'000);
        const Timestamp opened = desk.status.marketTime;
        QTRY_VERIFY_WITH_TIMEOUT(desk.status.marketTime > opened + 4min, 30'000);
        const Timestamp until = minute.windowStart(desk.status.marketTime - 1min);
        const auto seen = desk.flows[watched];
        const quint64 fresh = session.openFlow(u"KO"_s, minute, ClassifierRule::Weighted);
        QTRY_VERIFY_WITH_TIMEOUT(isJoined(fresh), 30'000);
        const Timestamp from = std::max(*desk.flowFrom[watched], *desk.flowFrom[fresh]);
        int compared = 0;
        for (const auto &[start, bar] : desk.flows[fresh]) {
            if (start < from || start >= until)
                continue;
            const auto own = seen.find(start);
            QVERIFY2(own != seen.end(), qPrintable(u"missing bar %1"_s.arg(toMs(start))));
            QCOMPARE(own->second.footprint.volume(), bar.footprint.volume());
            QCOMPARE(own->second.footprint.delta.toDouble(), bar.footprint.delta.toDouble());
            QCOMPARE(own->second.doubtful, bar.doubtful);
            ++compared;
        }
        QVERIFY(compared >= 20);
    }

    /// The book of a symbol shows what the rest of the window shows, and every print once.
    void anOrderBookFollowsTheMarket()
    {
        DeskSession session;
        PulledDesk desk(session);
        const quint64 early = session.openBook(u"SPY"_s, 1s); // before there is a market
        QVERIFY(session.openSimulated(3, 10));
        session.openTape(u"SPY"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.bookColumns[early].size() > 20, 20'000);
        const quint64 late = session.openBook(u"SPY"_s, 250ms);
        QTRY_VERIFY_WITH_TIMEOUT(desk.bookColumns[late].size() > 20, 20'000);
        for (const quint64 id : { early, late }) {
            const BookUpdate &book = desk.books[id];
            QCOMPARE(book.kind, BookKind::BestQuote);
            QCOMPARE(book.best.bid, desk.snapshots[u"SPY"_s].bid);
            QCOMPARE(book.best.ask, desk.snapshots[u"SPY"_s].ask);
            QCOMPARE(book.best.bidSize, desk.snapshots[u"SPY"_s].bidSize);
            QCOMPARE(desk.bookColumns[id].rbegin()->second.bid, book.best.bid);
            QCOMPARE(book.grid.rowOf(book.best.bid), book.resting.front().row);
        }
        std::vector<BookPrint> ofTape;
        for (const TapePrint &print : desk.prints[u"SPY"_s])
            if (isEligible(print.trade, Eligibility::Clean))
                ofTape.push_back({ print.trade.time, print.trade.price, print.trade.size, 0 });
        const auto same = [](const BookPrint &a, const BookPrint &b) {
            return a.time == b.time && a.price == b.price && a.size == b.size;
        };
        QVERIFY(ofTape.size() > 50);
        QVERIFY(std::ranges::equal(desk.bookPrints[early], ofTape, same));
        // One that opened later has the newest of them
        const std::vector<BookPrint> &newer = desk.bookPrints[late];
        QVERIFY(newer.size() > 50 && newer.size() <= ofTape.size());
        QVERIFY(std::equal(newer.rbegin(), newer.rend(), ofTape.rbegin(), same));
        session.closeBook(early);
        session.closeBook(late);
        const std::size_t columns = desk.bookColumns[late].size();
        QTRY_VERIFY(desk.prints[u"SPY"_s].size() > ofTape.size() + 100);
        QVERIFY(desk.bookColumns[late].size() < columns + 20);
    }

    /// To the end, as data/oracles.json has it.
    void aRecordedBookHasDepth()
    {
        SHARED_OR_SKIP();
        DeskSession session;
        PulledDesk desk(session);
        const quint64 id = session.openBook(u"X:BTCUSDT"_s, 1s);
        QSignalSpy finished(&session, &DeskSession::replayFinished);
        const QString file = u"data/crypto/BTC-USDT_binance-spot_2024-08-08_l2.jsonl.gz"_s;
        session.openReplay(test::sharedFile(file), 1'000);
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 30'000);
        QTRY_COMPARE(desk.books[id].best.bid.toString(), u"61685.99"_s);
        const BookUpdate &book = desk.books[id];
        QCOMPARE(book.kind, BookKind::Depth);
        QVERIFY(!book.isBroken);
        QCOMPARE(book.resting.size(), 400U);
        QVERIFY(desk.bookColumns[id].size() > 300);
        QCOMPARE(book.best.bidSize.toString(), u"1.0087"_s);
        QCOMPARE(book.best.askSize.toString(), u"2.29327"_s);
        QCOMPARE(std::ranges::count(desk.bookPrints[id], 1, &BookPrint::side), 4'103);
        QCOMPARE(std::ranges::count(desk.bookPrints[id], -1, &BookPrint::side), 5'654);
    }

    void earlierHistoryIsLoadedOnRequest()
    {
        DeskSession session;
        PulledDesk desk(session);
        QVERIFY(session.openSimulated(1, 1));
        const quint64 chart = session.openChart(u"AAPL"_s, *Timeframe::parse(u"1D"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.history[chart] == ChartUpdate::History::Partial, 20'000);
        const Timestamp first = desk.charts[chart].begin()->first;
        session.loadEarlier(chart);
        QTRY_VERIFY_WITH_TIMEOUT(desk.charts[chart].begin()->first < first - 24h * 300, 20'000);
        for (int page = 0; page < 40 && desk.history[chart] != ChartUpdate::History::Complete;
             ++page) {
            session.loadEarlier(chart);
            QTest::qWait(100);
        }
        QCOMPARE(desk.history[chart], ChartUpdate::History::Complete);
        QVERIFY(desk.charts[chart].size() > 5'000);
    }

    void aRecordingPassesThroughTheSamePath()
    {
        SHARED_OR_SKIP();
        const QString file = test::sharedFile(u"data/ws/IBM_2013-10-08_0925-1000_TQ.jsonl.gz"_s);
        DeskSession session;
        PulledDesk desk(session);
        session.openTape(u"IBM"_s);
        const quint64 chart = session.openChart(u"IBM"_s, Timeframe());
        QSignalSpy finished(&session, &DeskSession::replayFinished);
        session.openReplay(file, 1'000);
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 30'000);
        QTRY_VERIFY(desk.charts[chart].size() >= 30);
        QCOMPARE(desk.status.source, DataSource::Replay);
        QCOMPARE(desk.history[chart], ChartUpdate::History::Complete); // nothing to load
        QVERIFY(desk.prints[u"IBM"_s].size() > 1'000);
        QVERIFY(desk.snapshots[u"IBM"_s].last > Price::whole(100));
    }

    /// Binance on a Thursday night, where New York's day ends within the recording.
    void recordedDepthReachesTheDesk()
    {
        SHARED_OR_SKIP();
        const QString symbol = u"X:BTCUSDT"_s;
        DeskSession session;
        PulledDesk desk(session);
        session.openTape(symbol);
        const quint64 chart = session.openChart(symbol, Timeframe());
        QSignalSpy finished(&session, &DeskSession::replayFinished);
        session.openReplay(
            test::sharedFile(u"data/crypto/BTC-USDT_binance-spot_2024-08-08_l2.jsonl.gz"_s), 1'000);
        QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 60'000);
        QTRY_COMPARE(qsizetype(desk.prints[symbol].size()), 9'757);
        Qty volume;
        for (const TapePrint &print : desk.prints[symbol]) {
            const bool isBuy = print.trade.conditions.contains(2);
            QCOMPARE(print.side == PrintSide::AtAsk || print.side == PrintSide::AboveAsk, isBuy);
            QVERIFY(print.update == TradeUpdate());
            volume += print.trade.size;
        }
        QTRY_COMPARE(desk.charts[chart].size(), 7);
        Qty inBars;
        for (const auto &[start, bar] : desk.charts[chart])
            inBars += bar.volume;
        QCOMPARE(inBars, volume);
        const InstrumentSnapshot &snapshot = desk.snapshots[symbol];
        QCOMPARE(snapshot.last, desk.prints[symbol].back().trade.price);
        QVERIFY(snapshot.bid < snapshot.ask && snapshot.bidSize > Qty());
        QTRY_VERIFY(desk.status.stream == StreamState::Offline);
    }

    void aMissingRecordingIsSaidPlainly()
    {
        DeskSession session;
        PulledDesk desk(session);
        session.openReplay(u"/nowhere/at-all.jsonl"_s, 1);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.status.detail.isEmpty(), 5'000);
        QVERIFY(desk.status.detail.contains(u"at-all.jsonl"_s));
    }

    void aRecordingWithoutAFrameThatCanBeReadIsSaidPlainly()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"letter.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Dear Sir\nI have not recorded anything.\n");
        file.close();
        DeskSession session;
        PulledDesk desk(session);
        session.openReplay(file.fileName(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.stream, StreamState::Refused, 5'000);
        QCOMPARE(desk.status.detail,
                 u"The recording letter.jsonl holds no frame that can be read."_s);
        QCOMPARE(desk.status.lost, 2U);
    }

    void movingFromReplayToTheSimulatedMarketKeepsInterest()
    {
        DeskSession session;
        PulledDesk desk(session);
        session.openTape(u"SPY"_s);
        QVERIFY(session.openSimulated(1, 20));
        QTRY_VERIFY_WITH_TIMEOUT(!desk.prints[u"SPY"_s].empty(), 20'000);
        QVERIFY(session.openSimulated(3, 20));
        desk.prints.clear();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.prints[u"SPY"_s].empty(), 20'000);
    }
};

QTEST_GUILESS_MAIN(TestDeskSession)
#include "tst_desksession.moc"
