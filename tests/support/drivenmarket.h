#pragma once

#include "easterntime.h"
#include "marketloop.h"
#include "pulleddesk.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace tapeline {

/// Both times of the wall, moved by hand.
class HandWallClock : public WallClock
{
public:
    explicit HandWallClock(Timestamp utc)
        : m_utc(utc)
    {
    }
    Duration monotonic() const override { return m_monotonic; }
    Timestamp utc() const override { return m_utc; }
    void advance(Duration step)
    {
        m_monotonic += step;
        m_utc += step;
    }
    /// The machine slept: its monotonic clock did not see it.
    void suspend(Duration length) { m_utc += length; }

private:
    Duration m_monotonic = 1h;
    Timestamp m_utc;
};

/// The market thread's work on the test's own thread, between a stream and a service that the test
/// speaks for: nothing happens but what it says. One symbol, on the tenth of March 2026.
struct DrivenMarket : PulledMarket
{
    static QDate today() { return { 2026, 3, 10 }; }
    static Timestamp at(Duration timeOfDay) { return easterntime::at(today(), timeOfDay); }

    explicit DrivenMarket(Duration timeOfDay = 10h, Plan plan = Plan::Advanced)
        : wall(at(timeOfDay))
    {
        QObject::connect(&loop.requests(), &RequestBook::wanted, &loop,
                         [this](const RestRequest &request) { asked.push_back(request); });
        QObject::connect(&loop.requests(), &RequestBook::cancelled, &loop, [this](quint64 id) {
            std::erase_if(asked, [id](const RestRequest &request) { return request.id == id; });
        });
        spec.source = DataSource::Live;
        spec.capabilities = Capabilities(PlanSet::all(plan));
    }

    /// The source is chosen, the service has told its time, the stream is up.
    void open()
    {
        loop.setSource(spec);
        tellTime();
        connectStream();
    }
    void tellTime(Duration skew = {})
    {
        const QString time = QDateTime::fromMSecsSinceEpoch(toMs(wall.utc() + skew), Qt::UTC)
                                 .toString(Qt::ISODateWithMs);
        answer(QStringLiteral("marketstatus/now"), "{\"serverTime\":\"" + time.toLatin1() + "\"}");
    }
    void connectStream()
    {
        loop.onStreamState(AssetClass::Stocks, StreamState::Connecting, {});
        loop.onStreamState(AssetClass::Stocks, StreamState::Authenticating, {});
        sayStatus("connected", "Connected Successfully");
        loop.onStreamState(AssetClass::Stocks, StreamState::Live, {});
        sayStatus("auth_success", "authenticated");
    }
    /// The stream was away until now.
    void breakFor(Duration length)
    {
        loop.onStreamState(AssetClass::Stocks, StreamState::WaitingToRetry, {});
        pass(length);
        loop.onStreamState(AssetClass::Stocks, StreamState::Connecting, {});
        loop.onStreamState(AssetClass::Stocks, StreamState::Authenticating, {});
        sayStatus("connected", "Connected Successfully");
        loop.onStreamState(AssetClass::Stocks, StreamState::Live, {});
        frames.pushGap(length);
        loop.processFrames();
        pull();
    }
    void acknowledge(const QStringList &channels)
    {
        for (const QString &channel : channels)
            sayStatus("success", "subscribed to: " + channel.toLatin1() + ".NVDA");
    }

    // --- the stream

    void frame(const QByteArray &json)
    {
        QByteArray bytes = json;
        bytes.reserve(bytes.size() + 64);
        frames.push(bytes, 0);
        loop.processFrames();
        pull();
    }
    void sayStatus(const QByteArray &word, const QByteArray &message)
    {
        frame("[{\"ev\":\"status\",\"status\":\"" + word + "\",\"message\":\"" + message + "\"}]");
    }
    void trade(Timestamp time, quint64 sequence, int price = 100, int size = 100,
               const QByteArray &conditions = "")
    {
        frame("[{\"ev\":\"T\",\"sym\":\"NVDA\",\"x\":4,\"z\":3,\"p\":" + QByteArray::number(price)
              + ",\"s\":" + QByteArray::number(size) + ",\"c\":[" + conditions + "],\"t\":"
              + QByteArray::number(toMs(time)) + ",\"q\":" + QByteArray::number(sequence) + "}]");
    }
    void quote(Timestamp time, int bid, int ask, int size = 500)
    {
        const QByteArray shown = QByteArray::number(size);
        frame("[{\"ev\":\"Q\",\"sym\":\"NVDA\",\"bx\":4,\"bp\":" + QByteArray::number(bid)
              + ",\"bs\":" + shown + ",\"ax\":7,\"ap\":" + QByteArray::number(ask)
              + ",\"as\":" + shown + ",\"c\":0,\"t\":" + QByteArray::number(toMs(time))
              + ",\"q\":" + QByteArray::number(toMs(time) % 1'000'000'000) + ",\"z\":3}]");
    }
    /// channel: "A" or "AM".
    void bar(const QByteArray &channel, Timestamp start, int price = 100, int volume = 100)
    {
        const Duration length = channel == "A" ? Duration(1s) : Duration(1min);
        const QByteArray p = QByteArray::number(price);
        frame("[{\"ev\":\"" + channel + "\",\"sym\":\"NVDA\",\"v\":" + QByteArray::number(volume)
              + ",\"o\":" + p + ",\"h\":" + p + ",\"l\":" + p + ",\"c\":" + p
              + ",\"s\":" + QByteArray::number(toMs(start))
              + ",\"e\":" + QByteArray::number(toMs(start + length)) + "}]");
    }

    // --- the service

    bool isAsked(const QString &part) const { return find(part) != asked.end(); }
    QUrlQuery queryOf(const QString &part) const
    {
        return isAsked(part) ? find(part)->query : QUrlQuery();
    }
    /// The oldest request that waits and whose path has this in it; false when there is none.
    bool answer(const QString &part, const QByteArray &body)
    {
        RestReply reply;
        reply.ok = true;
        reply.httpStatus = 200;
        reply.body = body;
        reply.body.reserve(body.size() + 64);
        return answer(part, std::move(reply));
    }
    bool fail(const QString &part, Error::Code error = Error::Code::Network)
    {
        RestReply reply;
        reply.error = error;
        reply.detail = QStringLiteral("it does not work");
        return answer(part, std::move(reply));
    }
    void failAll(Error::Code error = Error::Code::Network)
    {
        while (!asked.empty())
            fail({}, error);
    }
    static QByteArray tradeRow(Timestamp time, quint64 sequence, int price = 100, int size = 100,
                               const QByteArray &conditions = "")
    {
        return "{\"sip_timestamp\":" + QByteArray::number(toNs(time)) + ",\"sequence_number\":"
            + QByteArray::number(sequence) + ",\"price\":" + QByteArray::number(price)
            + ",\"size\":" + QByteArray::number(size) + ",\"conditions\":[" + conditions + "]}";
    }
    static QByteArray barRow(Timestamp start, int price = 100, int volume = 100)
    {
        const QByteArray p = QByteArray::number(price);
        return "{\"t\":" + QByteArray::number(toMs(start)) + ",\"o\":" + p + ",\"h\":" + p
            + ",\"l\":" + p + ",\"c\":" + p + ",\"v\":" + QByteArray::number(volume) + "}";
    }
    static QByteArray page(const QByteArrayList &rows = {})
    {
        return "{\"status\":\"OK\",\"results\":[" + rows.join(',') + "]}";
    }

    // --- time

    void pass(Duration length)
    {
        wall.advance(length);
        tick();
    }
    void tick()
    {
        loop.tick();
        pull();
    }
    void pull() { absorb(published.take()); }

    std::vector<RestRequest> asked; ///< before the loop, which cancels what waits when it goes
    HandWallClock wall;
    FrameQueue frames { [] {} };
    PublishedState published { [] {} };
    PaperOutbox outbox { [] {} };
    MarketLoop loop { frames, published, wall, &outbox };
    SourceSpec spec;

private:
    std::vector<RestRequest>::const_iterator find(const QString &part) const
    {
        return std::find_if(asked.begin(), asked.end(), [&part](const RestRequest &request) {
            return request.path.contains(part);
        });
    }
    bool answer(const QString &part, RestReply reply)
    {
        const auto request = find(part);
        if (request == asked.end())
            return false;
        reply.id = request->id;
        asked.erase(request);
        loop.requests().answer(reply);
        pull();
        return true;
    }
};

} // namespace tapeline
