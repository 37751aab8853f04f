#include "easterntime.h"
#include "embeddedmarket.h"
#include "gatewayserver.h"
#include "sandboxsource.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace tapeline;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject get(const EmbeddedMarket &market, const QString &target)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(market.restBase().toString() + target));
    request.setRawHeader("Authorization", "Bearer " + market.key().toUtf8());
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    finished.wait(20'000);
    return QJsonDocument::fromJson(reply->readAll()).object();
}

Timestamp morning()
{
    return easterntime::at({ 2026, 8, 13 }, 10h + 30min);
}

std::shared_ptr<const SandboxMarket> sandbox()
{
    return std::make_shared<const SandboxMarket>(SandboxMarket::Options {});
}

/// A source over a market whose time stands.
SandboxSource heldSource(const WallClock &wall, Timestamp time)
{
    return { sandbox(), std::make_shared<const SimulatedClock>(wall, time, 1.0) };
}

double volumeOf(const std::vector<Candle> &bars)
{
    double volume = 0;
    for (const Candle &bar : bars)
        volume += bar.volume.toDouble();
    return volume;
}

} // namespace

/// The sandbox behind the gateway.
class TestEmbeddedMarket : public QObject
{
    Q_OBJECT

private slots:
    void servesAndStops()
    {
        EmbeddedMarket market({ .start = morning() });
        QVERIFY(market.start());
        QCOMPARE(market.key(), u"advanced"_s);
        QCOMPARE(market.token().size(), 32);
        QVERIFY(market.wsBase().toString().startsWith(u"ws://127.0.0.1:"_s));
        const QJsonObject day = get(market, u"/v2/aggs/ticker/AAPL/prev"_s);
        QCOMPARE(day[u"resultsCount"_s].toInteger(), 1);
        const QJsonObject tickers = get(market, u"/v3/reference/tickers"_s);
        QVERIFY(tickers[u"count"_s].toInteger() >= 14);
    }

    void clockRunsAndKeepsItsTimeOverAChangeOfSpeed()
    {
        std::function<Timestamp()> clock;
        {
            EmbeddedMarket market({ .start = morning() });
            QVERIFY(market.start());
            clock = market.clock();
            QVERIFY(clock() >= morning());
            QVERIFY(clock() < morning() + 5s);
            market.setSpeed(100);
            const Timestamp before = clock();
            QTest::qWait(100);
            QVERIFY(clock() - before >= 10s);
            market.setSpeed(1);
            const Timestamp slow = clock();
            QVERIFY(slow >= before);
            QTest::qWait(50);
            QVERIFY(clock() - slow < 5s);
        }
        QVERIFY(clock() > morning()); // outlives its market
    }

    void startsInAnOpenSession()
    {
        EmbeddedMarket market({});
        QVERIFY(market.start());
        QVERIFY(MarketCalendar().isRegular(market.clock()()));
    }

    void streamsTheMarket()
    {
        EmbeddedMarket market({ .speed = 20, .start = morning() });
        QVERIFY(market.start());
        QWebSocket socket;
        QMap<QString, int> seen;
        QObject::connect(
            &socket, &QWebSocket::textMessageReceived, &socket, [&](const QString &frame) {
                const QJsonArray objects = QJsonDocument::fromJson(frame.toUtf8()).array();
                for (const QJsonValue &object : objects)
                    ++seen[object[u"ev"_s].toString()];
            });
        QObject::connect(&socket, &QWebSocket::connected, &socket, [&] {
            socket.sendTextMessage(uR"({"action":"auth","params":"advanced"})"_s);
            socket.sendTextMessage(
                uR"({"action":"subscribe","params":"T.*,Q.AAPL,A.*,AM.AAPL"})"_s);
        });
        socket.open(QUrl(market.wsBase().toString() + u"/stocks"_s));
        QTRY_VERIFY_WITH_TIMEOUT(seen[u"T"_s] > 200 && seen[u"Q"_s] > 50 && seen[u"A"_s] > 50
                                     && seen[u"AM"_s] > 1,
                                 30'000);
    }

    void nothingIsSeenBeforeItHappens()
    {
        const ManualWallClock wall;
        const Timestamp now = morning() + 17s + 400ms;
        const SandboxSource source = heldSource(wall, now);
        const int aapl = source.indexOf(u"AAPL");
        const Timestamp dayStart = easterntime::at({ 2026, 8, 13 });
        for (const TimeUnit unit : { TimeUnit::Second, TimeUnit::Minute, TimeUnit::Day }) {
            const auto bars = source.bars(aapl, unit, dayStart, dayStart + 24h, now);
            QVERIFY(!bars.empty());
            QVERIFY(bars.back().start < now);
        }
        QVERIFY(source.lastTrade(aapl, now)->time < now);
        QVERIFY(source.lastQuote(aapl, now)->time < now);
        // What stands of the unfinished minute is what was printed in it
        const auto minutes = source.bars(aapl, TimeUnit::Minute, morning(), now, now);
        std::vector<MarketEvent> events;
        source.events(aapl, morning(), now, events);
        double printed = 0;
        for (const MarketEvent &event : events)
            if (const Trade *trade = std::get_if<Trade>(&event))
                printed += trade->size.toDouble();
        QCOMPARE(volumeOf(minutes), printed);
    }

    void levelsAgreeAtAnyInstant_data()
    {
        QTest::addColumn<Duration>("time");
        QTest::newRow("pre-market") << Duration(8h + 12min + 33s);
        QTest::newRow("just open") << Duration(9h + 30min + 1s + 500ms);
        QTest::newRow("noon") << Duration(12h);
        QTest::newRow("after the close") << Duration(16h + 20min);
    }
    void levelsAgreeAtAnyInstant()
    {
        QFETCH(const Duration, time);
        const ManualWallClock wall;
        const Timestamp now = easterntime::at({ 2026, 8, 13 }, time);
        const SandboxSource source = heldSource(wall, now);
        const Timestamp dayStart = easterntime::at({ 2026, 8, 13 });
        for (int instrument = 0; instrument < 3; ++instrument) {
            const auto seconds = source.bars(instrument, TimeUnit::Second, dayStart, now, now);
            const auto minutes = source.bars(instrument, TimeUnit::Minute, dayStart, now, now);
            QCOMPARE(volumeOf(seconds), volumeOf(minutes));
            std::vector<MarketEvent> events;
            source.events(instrument, dayStart, now, events);
            double crosses = 0;
            for (const MarketEvent &event : events) {
                const Trade *trade = std::get_if<Trade>(&event);
                if (trade && trade->conditions.contains(condition::closingPrint))
                    crosses += trade->size.toDouble();
                else if (trade && trade->conditions.contains(condition::closingTrade))
                    crosses += trade->size.toDouble();
            }
            const auto day = source.day(instrument, { 2026, 8, 13 }, now);
            QVERIFY(day);
            QCOMPARE(day->candle.volume.toDouble(), volumeOf(minutes) + crosses);
            QCOMPARE(crosses > 0, time > Duration(16h));
        }
    }

    void aFinishedDayStaysAsItWas()
    {
        const ManualWallClock wall;
        const Timestamp evening = easterntime::at({ 2026, 8, 13 }, 23h + 59min + 59s);
        const SandboxSource source = heldSource(wall, evening);
        for (int instrument = 0; instrument < 5; ++instrument) {
            const auto standing = source.day(instrument, { 2026, 8, 13 }, evening);
            const auto finished
                = source.day(instrument, { 2026, 8, 13 }, easterntime::at({ 2026, 8, 14 }));
            QVERIFY(standing && finished);
            QCOMPARE(standing->candle.volume, finished->candle.volume);
            QCOMPARE(standing->candle.open, finished->candle.open);
            QCOMPARE(standing->candle.high, finished->candle.high);
            QCOMPARE(standing->candle.low, finished->candle.low);
            QCOMPARE(standing->candle.close, finished->candle.close);
            QCOMPARE(standing->candle.tradeCount, finished->candle.tradeCount);
        }
    }

    void sameSeedSameBytes()
    {
        const ManualWallClock wall;
        const SandboxSource first = heldSource(wall, morning());
        const SandboxSource second = heldSource(wall, morning());
        std::vector<MarketEvent> a;
        std::vector<MarketEvent> b;
        first.events(0, morning() - 1min, morning(), a);
        second.events(0, morning() - 1min, morning(), b);
        QVERIFY(!a.empty());
        QVERIFY(a == b);
    }

    void takenPortIsAnError()
    {
        EmbeddedMarket first({});
        QVERIFY(first.start());
        EmbeddedMarket second({ .port = static_cast<quint16>(first.restBase().port()) });
        const Result<void> started = second.start();
        QVERIFY(!started);
        QCOMPARE(started.error().code, Error::Code::Network);
    }
};

QTEST_GUILESS_MAIN(TestEmbeddedMarket)
#include "tst_embeddedmarket.moc"
