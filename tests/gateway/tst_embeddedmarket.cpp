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

QJsonObject get(const EmbeddedMarket &market, const QString &target,
                const QString &key = u"advanced"_s)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(market.restBase().toString() + target));
    request.setRawHeader("Authorization", "Bearer " + key.toUtf8());
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
    return { sandbox(), std::make_shared<const SimulatedClock>(wall, time, 1.0),
             SandboxSource::Options {} };
}

/// A trade in one line, the same for both protocols; REST's times are in nanoseconds.
QString tradeLine(const QJsonObject &trade, bool isRest)
{
    const auto field
        = [&](QLatin1String rest, QLatin1String stream) { return trade[isRest ? rest : stream]; };
    const qint64 time = field("sip_timestamp"_L1, "t"_L1).toInteger();
    const QJsonArray conditions = field("conditions"_L1, "c"_L1).toArray();
    return u"%1 %2 %3 %4 %5 %6 %7"_s.arg(isRest ? time / 1'000'000 : time)
        .arg(field("sequence_number"_L1, "q"_L1).toInteger())
        .arg(field("price"_L1, "p"_L1).toDouble(), 0, 'f', 4)
        .arg(field("size"_L1, "s"_L1).toDouble())
        .arg(field("exchange"_L1, "x"_L1).toInt())
        .arg(field("id"_L1, "i"_L1).toString(),
             QString::fromUtf8(QJsonDocument(conditions).toJson(QJsonDocument::Compact)));
}

/// The key "developer" on the delayed host: what it was sent, and when each trade came.
class DelayedListener
{
public:
    DelayedListener(const EmbeddedMarket &market, const QString &pairs)
        : m_clock(market.clock())
    {
        QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
                         [this](const QString &frame) { take(frame); });
        QObject::connect(&m_socket, &QWebSocket::connected, &m_socket, [this, pairs] {
            m_socket.sendTextMessage(uR"({"action":"auth","params":"developer"})"_s);
            m_socket.sendTextMessage(uR"({"action":"subscribe","params":"%1"})"_s.arg(pairs));
        });
        m_socket.open(QUrl(market.wsDelayedBase().toString() + u"/stocks"_s));
    }

    QList<QJsonObject> trades;
    bool isEverEarly = false; ///< something came before it was 15 minutes old

private:
    void take(const QString &frame)
    {
        const qint64 newest = toMs(m_clock() - 15min);
        const QJsonArray objects = QJsonDocument::fromJson(frame.toUtf8()).array();
        for (const QJsonValue &object : objects) {
            const QString event = object[u"ev"_s].toString();
            if (event == "T"_L1)
                trades.append(object.toObject());
            if (event == "T"_L1 || event == "A"_L1)
                isEverEarly |= object[event == "T"_L1 ? u"t"_s : u"e"_s].toInteger() > newest;
        }
    }

    std::function<Timestamp()> m_clock;
    QWebSocket m_socket;
};

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

    /// The stream of a delayed key is the market fifteen simulated minutes ago, and REST shows the
    /// same key the same market.
    void delayedStreamAndRestAgree()
    {
        EmbeddedMarket market({ .speed = 60, .start = morning() });
        QVERIFY(market.start());
        DelayedListener listener(market, u"T.AAPL,T.MSFT,A.AAPL"_s);
        const auto span = [&] {
            return listener.trades.isEmpty() ? 0
                                             : listener.trades.last()[u"t"_s].toInteger()
                    - listener.trades.first()[u"t"_s].toInteger();
        };
        constexpr qint64 threeMinutes = 180'000;
        QTRY_VERIFY_WITH_TIMEOUT(span() > threeMinutes, 30'000);
        QVERIFY(!listener.isEverEarly);

        // Whole milliseconds: the first and the last may have come in part
        const qint64 from = listener.trades.first()[u"t"_s].toInteger() + 1;
        const qint64 to = listener.trades.last()[u"t"_s].toInteger();
        for (const QString &symbol : { u"AAPL"_s, u"MSFT"_s }) {
            QStringList streamed;
            for (const QJsonObject &trade : listener.trades) {
                const qint64 time = trade[u"t"_s].toInteger();
                if (trade[u"sym"_s].toString() == symbol && time >= from && time < to)
                    streamed.append(tradeLine(trade, false));
            }
            const QJsonObject told
                = get(market,
                      u"/v3/trades/%1?timestamp.gte=%2&timestamp.lt=%3&order=asc&"
                      "limit=50000"_s.arg(symbol)
                          .arg(from * 1'000'000)
                          .arg(to * 1'000'000),
                      u"developer"_s);
            QCOMPARE(told[u"status"_s].toString(), u"DELAYED"_s);
            QStringList listed;
            const QJsonArray rows = told[u"results"_s].toArray();
            for (const QJsonValue &row : rows)
                listed.append(tradeLine(row.toObject(), true));
            QVERIFY(listed.size() > 100);
            QCOMPARE(streamed, listed);
        }
    }

    void restOfADelayedKeyShowsNothingNewer()
    {
        EmbeddedMarket market({ .speed = 60, .start = morning() });
        QVERIFY(market.start());
        const auto newest = [&] { return toNs(market.clock()() - 15min); };
        for (int round = 0; round < 5; ++round) {
            const QString today = u"2026-08-13/2026-08-13?limit=50000&sort=desc"_s;
            for (const QString &unit : { u"second"_s, u"minute"_s, u"day"_s }) {
                const QJsonObject bars = get(
                    market, u"/v2/aggs/ticker/AAPL/range/1/%1/"_s.arg(unit) + today, u"starter"_s);
                QVERIFY(bars[u"resultsCount"_s].toInt() > 0);
                QVERIFY(bars[u"results"_s][0][u"t"_s].toInteger() * 1'000'000 <= newest());
            }
            const QJsonObject snapshot
                = get(market, u"/v2/snapshot/locale/us/markets/stocks/tickers/AAPL"_s,
                      u"developer"_s)[u"ticker"_s]
                      .toObject();
            QVERIFY(snapshot[u"updated"_s].toInteger() > toNs(morning() - 16min));
            QVERIFY(snapshot[u"updated"_s].toInteger() <= newest());
            QVERIFY(snapshot[u"lastTrade"_s][u"t"_s].toInteger() <= newest());
            QVERIFY(snapshot[u"min"_s][u"t"_s].toInteger() * 1'000'000 <= newest());
            // The day's volume is that of the trades the key may see
            const qint64 seen = snapshot[u"day"_s][u"v"_s].toInteger();
            const QJsonObject live
                = get(market, u"/v2/snapshot/locale/us/markets/stocks/tickers/AAPL"_s)[u"ticker"_s]
                      .toObject();
            QVERIFY(seen > 0);
            QVERIFY(seen < live[u"day"_s][u"v"_s].toInteger());
            const QJsonObject last = get(market, u"/v2/last/trade/AAPL"_s, u"developer"_s);
            QVERIFY(last[u"results"_s][u"t"_s].toInteger() <= newest());
            QTest::qWait(50);
        }
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
