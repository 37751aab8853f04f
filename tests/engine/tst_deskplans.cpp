#include "desksession.h"

#include "easterntime.h"
#include "embeddedmarket.h"
#include "pulleddesk.h"

#include <QtTest>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double speed = 20;
const QString symbol = u"NVDA"_s;
/// Market time may be this much further than the status that was pulled last says.
constexpr Duration statusAge = 20s;

/// A service that knows the keys "basic", "starter", "developer" and "advanced", in the middle of a
/// session.
struct Service
{
    Service()
        : market({ .seed = 3, .speed = speed })
    {
        started = bool(market.start());
    }

    SourceSpec spec(const QString &key, Plan chosen)
    {
        SourceSpec spec;
        spec.source = DataSource::Live;
        spec.addresses = { market.restBase(), market.wsBase(), market.wsDelayedBase() };
        spec.key = key;
        spec.capabilities = Capabilities(PlanSet::all(chosen));
        spec.speed = speed;
        return spec;
    }
    SourceSpec spec(Plan plan) { return spec(planName(plan).toLower(), plan); }

    EmbeddedMarket market;
    bool started = false;
};

Timestamp lastBar(const PulledDesk &desk, quint64 chart)
{
    const auto bars = desk.charts.find(chart);
    return bars == desk.charts.end() || bars->second.empty() ? Timestamp()
                                                             : bars->second.rbegin()->first;
}

} // namespace

/// The same desk on every plan, over real sockets.
class TestDeskPlans : public QObject
{
    Q_OBJECT

private slots:
    void whatBasicWaitsForIsTold()
    {
        Service service;
        QVERIFY(service.started);
        DeskSession session;
        const PulledDesk desk(session);
        RequestQueue queue;
        connect(&session, &DeskSession::queueChanged, &session,
                [&queue](const RequestQueue &now) { queue = now; });
        session.openService(service.spec(Plan::Basic));
        const QStringList symbols { u"AAPL"_s, u"MSFT"_s, u"NVDA"_s, u"TSLA"_s, u"AMD"_s };
        for (const QString &each : symbols)
            session.openChart(each, Timeframe(1, TimeUnit::Minute));
        const auto waitingBars = [&] {
            return std::ranges::find_if(queue.requests, [&](const QueuedRequest &request) {
                return request.state == QueuedRequest::State::WaitsForBudget
                    && request.purpose == RestPurpose::ChartBars;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(waitingBars() != queue.requests.end(), 10'000);
        const QueuedRequest bars = *waitingBars();
        QVERIFY(symbols.contains(bars.symbol));
        QVERIFY(bars.path.startsWith(u"/v2/aggs/ticker/%1/range/1/minute/"_s.arg(bars.symbol)));
        QVERIFY(bars.due > bars.since);
        QCOMPARE(queue.source, u"massive"_s);
        QCOMPARE(queue.limit, 5);
        QCOMPARE(queue.used, 5);
        QVERIFY(queue.usage.requests >= 5);
        QVERIFY(!queue.requests.empty());
        session.openReplay(u"no such file"_s);
        QVERIFY(queue.requests.empty());
    }

    /// Refused requests are none of a plan's: nobody waits a minute to hear it again.
    void aRefusedKeyIsSaidAtOnceAgain()
    {
        Service service;
        QVERIFY(service.started);
        DeskSession session;
        const PulledDesk desk(session);
        session.watch(u"AAPL"_s);
        session.openChart(symbol, Timeframe(1, TimeUnit::Minute));
        const auto refusals = [&desk] {
            return std::ranges::count(desk.events, ConnectionEvent::Kind::KeyRefused,
                                      &ConnectionEvent::kind);
        };
        for (int opening = 1; opening <= 3; ++opening) {
            session.openService(service.spec(u"nobody"_s, Plan::Basic));
            QTRY_COMPARE_WITH_TIMEOUT(refusals(), opening, 10'000);
            QTest::qWait(200); // all that is asked is refused
        }
    }

    void basicIsAnEndOfDayDesk()
    {
        Service service;
        QVERIFY(service.started);
        DeskSession session;
        PulledDesk desk(session);
        session.openService(service.spec(Plan::Basic));
        session.watch(u"AAPL"_s);
        session.watch(symbol);
        const quint64 minutes = session.openChart(symbol, *Timeframe::parse(u"1m"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.charts[minutes].size() > 500, 20'000);

        // It ends with the last session that is over
        const MarketCalendar calendar;
        const Timestamp end = calendar.completedUntil(desk.status.marketTime);
        QVERIFY(desk.status.marketTime > end);
        QVERIFY(lastBar(desk, minutes) < end);
        QVERIFY(lastBar(desk, minutes) > end - 24h);
        QCOMPARE(desk.status.recency, Recency::EndOfDay);
        QCOMPARE(desk.status.stream, StreamState::Offline);
        QCOMPARE(desk.status.restLimit, 5);

        // A watchlist without snapshots: the last two days, whatever its length
        QTRY_VERIFY_WITH_TIMEOUT(desk.snapshots[u"AAPL"_s].last > Price(), 10'000);
        QVERIFY(desk.snapshots[u"AAPL"_s].previousClose > Price());
        QVERIFY(desk.snapshots[symbol].volume > Qty());
        QVERIFY(desk.snapshots[symbol].badge.recency == Recency::EndOfDay);
        QVERIFY2(desk.status.restUsed <= 5, qPrintable(QString::number(desk.status.restUsed)));
        QVERIFY(!desk.happened(ConnectionEvent::Kind::RequestFailed));
    }

    void basicSaysWhatItHasNot()
    {
        Service service;
        QVERIFY(service.started);
        DeskSession session;
        PulledDesk desk(session);
        session.openService(service.spec(Plan::Basic));
        const quint64 seconds = session.openChart(symbol, *Timeframe::parse(u"1s"));
        QTRY_VERIFY_WITH_TIMEOUT(!desk.messages[seconds].isEmpty(), 20'000);
        QCOMPARE(desk.history[seconds], ChartUpdate::History::Complete);
        QVERIFY(desk.messages[seconds].contains(u"plan"_s));
        QVERIFY(!desk.status.capabilities.has(Product::Stocks, DataKind::SecondBars));
    }

    void starterLivesOnSecondBars()
    {
        Service service;
        QVERIFY(service.started);
        DeskSession session;
        PulledDesk desk(session);
        session.openService(service.spec(Plan::Starter));
        session.openTape(symbol);
        const quint64 minutes = session.openChart(symbol, *Timeframe::parse(u"1m"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.stream, StreamState::Live, 10'000);
        QCOMPARE(desk.status.recency, Recency::Delayed);
        QTRY_VERIFY_WITH_TIMEOUT(desk.prints[symbol].size() > 20, 20'000);
        for (const TapePrint &print : desk.prints[symbol])
            QCOMPARE(print.origin, PrintOrigin::SecondBar);
        const InstrumentSnapshot &snapshot = desk.snapshots[symbol];
        QCOMPARE(snapshot.last, desk.prints[symbol].back().trade.price);
        QCOMPARE(snapshot.bid, Price());
        QVERIFY(snapshot.volume > Qty());
        // Fifteen minutes late, chart and tape alike
        QTRY_VERIFY_WITH_TIMEOUT(lastBar(desk, minutes) > Timestamp(), 10'000);
        const Timestamp view = desk.status.marketTime - 15min;
        QVERIFY(desk.prints[symbol].back().trade.time <= view + statusAge);
        QVERIFY(lastBar(desk, minutes) <= view + statusAge);
        QTRY_VERIFY_WITH_TIMEOUT(lastBar(desk, minutes) >= desk.status.marketTime - 17min, 10'000);
        sameAsHistory(session, desk, minutes);
    }

    void developerHasTradesAndNoQuotes()
    {
        Service service;
        QVERIFY(service.started);
        DeskSession session;
        PulledDesk desk(session);
        session.openService(service.spec(Plan::Developer));
        session.openTape(symbol);
        const quint64 minutes = session.openChart(symbol, *Timeframe::parse(u"1m"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.prints[symbol].size() > 200, 20'000);
        QVERIFY(std::any_of(desk.prints[symbol].begin(), desk.prints[symbol].end(),
                            [](const TapePrint &print) {
                                return print.origin == PrintOrigin::Stream && print.direction != 0;
                            }));
        QCOMPARE(desk.snapshots[symbol].bid, Price());
        QCOMPARE(desk.status.recency, Recency::Delayed);
        QTRY_VERIFY_WITH_TIMEOUT(lastBar(desk, minutes) > Timestamp(), 10'000);
        sameAsHistory(session, desk, minutes);
    }

    void advancedHasAll()
    {
        Service service;
        QVERIFY(service.started);
        DeskSession session;
        PulledDesk desk(session);
        session.openService(service.spec(Plan::Advanced));
        session.openTape(symbol);
        QTRY_VERIFY_WITH_TIMEOUT(desk.prints[symbol].size() > 200, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.snapshots[symbol].bid > Price(), 10'000);
        QCOMPARE(desk.status.recency, Recency::RealTime);
        QVERIFY(desk.prints[symbol].back().side != PrintSide::Unknown);
        QVERIFY(desk.prints[symbol].back().trade.time > desk.status.marketTime - 1min);
    }

    void aPlanThatIsTooHighIsFoundOut_data()
    {
        QTest::addColumn<Plan>("chosen");
        QTest::addColumn<Plan>("real");
        QTest::newRow("Advanced, Developer in truth") << Plan::Advanced << Plan::Developer;
        QTest::newRow("Advanced, Starter in truth") << Plan::Advanced << Plan::Starter;
        QTest::newRow("Developer, Starter in truth") << Plan::Developer << Plan::Starter;
        QTest::newRow("Advanced, Basic in truth") << Plan::Advanced << Plan::Basic;
    }

    /// Chosen above what the key has: said plainly, and everything works as it does on the real
    /// plan.
    void aPlanThatIsTooHighIsFoundOut()
    {
        QFETCH(const Plan, chosen);
        QFETCH(const Plan, real);
        Service service;
        QVERIFY(service.started);
        DeskSession session;
        PulledDesk desk(session);
        session.openService(service.spec(planName(real).toLower(), chosen));
        session.openTape(symbol);
        const quint64 days = session.openChart(symbol, *Timeframe::parse(u"1D"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.happened(ConnectionEvent::Kind::PlanLacks), 10'000);
        const Capabilities truth(PlanSet::all(real));
        for (const DataKind kind :
             { DataKind::StreamBars, DataKind::StreamTrades, DataKind::StreamQuotes })
            QTRY_COMPARE_WITH_TIMEOUT(desk.status.capabilities.has(Product::Stocks, kind),
                                      truth.has(Product::Stocks, kind), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.recency, truth.recency(Product::Stocks), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(desk.snapshots[symbol].badge.recency, desk.status.recency,
                                  10'000);
        if (real == Plan::Basic)
            return; // its five requests of this minute are spent
        QTRY_VERIFY_WITH_TIMEOUT(desk.charts[days].size() > 200, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.prints[symbol].size() > 10, 20'000);
        const std::size_t before = desk.prints[symbol].size();
        QTRY_VERIFY_WITH_TIMEOUT(desk.prints[symbol].size() > before + 10, 20'000);
        QVERIFY(desk.snapshots[symbol].lastTime >= desk.prints[symbol][before].trade.time);
        QVERIFY(desk.prints[symbol].back().trade.time
                <= desk.status.marketTime - 15min + statusAge);
        QCOMPARE(desk.prints[symbol].back().origin,
                 real == Plan::Starter ? PrintOrigin::SecondBar : PrintOrigin::Stream);
    }

    void anUnknownKeyIsRefusedAndNotTriedAgain()
    {
        Service service;
        QVERIFY(service.started);
        DeskSession session;
        PulledDesk desk(session);
        session.openService(service.spec(u"nobody"_s, Plan::Advanced));
        const quint64 days = session.openChart(symbol, *Timeframe::parse(u"1D"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.stream, StreamState::Refused, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.messages[days].contains(u"Unknown API Key"_s), 10'000);
        QVERIFY(desk.happened(ConnectionEvent::Kind::Refused));
        QTest::qWait(1'500);
        QCOMPARE(desk.status.stream, StreamState::Refused);

        // A better key takes effect without a restart
        session.openService(service.spec(Plan::Advanced));
        QTRY_COMPARE_WITH_TIMEOUT(desk.status.stream, StreamState::Live, 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(desk.charts[days].size() > 200, 20'000);
    }

private:
    /// After some minutes the chart is what a chart that opens now gets.
    void sameAsHistory(DeskSession &session, PulledDesk &desk, quint64 watched)
    {
        const Timestamp from = lastBar(desk, watched);
        QTRY_VERIFY_WITH_TIMEOUT(lastBar(desk, watched) >= from + 3min, 30'000);
        const quint64 fresh = session.openChart(symbol, *Timeframe::parse(u"1m"));
        QTRY_VERIFY_WITH_TIMEOUT(desk.charts[fresh].size() > 300, 20'000);
        int compared = 0;
        for (Timestamp start = from; start < from + 3min; start += 1min) {
            const Candle &seen = desk.charts[watched].at(start);
            const Candle &served = desk.charts[fresh].at(start);
            QCOMPARE(seen.volume, served.volume);
            QCOMPARE(seen.high, served.high);
            QCOMPARE(seen.low, served.low);
            QCOMPARE(seen.close, served.close);
            ++compared;
        }
        QCOMPARE(compared, 3);
    }
};

QTEST_GUILESS_MAIN(TestDeskPlans)
#include "tst_deskplans.moc"
