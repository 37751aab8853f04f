#pragma once

#include "httprouter.h"
#include "sandboxsource.h"
#include "streamhub.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>

namespace tapeline {

/// The simulated market behind the router and the stream's hub, without sockets, at a time that
/// moves only when the test says so.
class HeldSandbox
{
public:
    /// A key with every option data and nothing else but what is free.
    static constexpr const char *optionsOnly = "options";

    class Source : public SandboxSource
    {
    public:
        using SandboxSource::SandboxSource;
        std::optional<KeyGrant> grantOf(const QString &key) const override
        {
            if (key == QLatin1String(optionsOnly))
                return KeyGrant { .options = ServedPlan::Advanced };
            return SandboxSource::grantOf(key);
        }
    };

    explicit HeldSandbox(Timestamp time, quint64 seed = 11)
        : clock(std::make_shared<const SimulatedClock>(wall, time, 1.0))
        , source(std::make_shared<const SandboxMarket>(SandboxMarket::Options { .seed = seed }),
                 clock, SandboxSource::Options { .seed = seed })
        , router(source, routerWall)
        , hub(source, wall, {})
    {
        router.setBase("http://127.0.0.1:1");
    }

    struct Answer
    {
        int status = 0;
        std::string body;
        QJsonObject json;

        QJsonArray rows() const { return json[QLatin1String("results")].toArray(); }
        QJsonObject result() const { return json[QLatin1String("results")].toObject(); }
        QString text(QLatin1String key) const { return json[key].toString(); }
        /// The path of the next page, empty after the last.
        std::string next() const
        {
            const QString address = text(QLatin1String("next_url"));
            return address.mid(address.indexOf(QLatin1String("/v"))).toStdString();
        }
    };

    Answer get(const std::string &target, const std::string &key = "advanced")
    {
        routerWall.advance(61s); // the plans' rates are tested elsewhere
        const HttpReply reply = router.answer({ .method = "GET",
                                                .target = target,
                                                .authorization = "Bearer " + key,
                                                .requestId = "id" });
        return { reply.status, reply.body,
                 QJsonDocument::fromJson(QByteArray::fromStdString(reply.body)).object() };
    }

    /// Follows next_url to the end; all rows in order.
    QJsonArray allPages(const std::string &target, const std::string &key = "advanced")
    {
        QJsonArray rows;
        for (std::string next = target; !next.empty();) {
            const Answer page = get(next, key);
            const QJsonArray part = page.rows();
            for (const QJsonValue &row : part)
                rows.append(row);
            next = page.next();
        }
        return rows;
    }

    ManualWallClock wall; ///< the market's, too
    ManualWallClock routerWall;
    std::shared_ptr<const SimulatedClock> clock;
    Source source;
    HttpRouter router;
    StreamHub hub;
};

/// A client of the hub that keeps every object it was sent.
class HubClient : public StreamTransport
{
public:
    HubClient(StreamHub &hub, StreamEndpoint endpoint)
        : m_hub(hub)
        , m_session(hub.open(endpoint, *this))
    {
    }
    ~HubClient() override { m_hub.close(m_session); }

    void send(std::shared_ptr<const std::string> frame) override
    {
        const QJsonArray array = QJsonDocument::fromJson(QByteArray::fromStdString(*frame)).array();
        for (const QJsonValue &object : array)
            objects.append(object.toObject());
    }
    void closeForPolicy() override { ended = true; }
    void dropWhenSent() override { ended = true; }

    void say(const std::string &action, const std::string &params)
    {
        m_hub.receive(m_session, R"({"action":")" + action + R"(","params":")" + params + R"("})");
    }
    QList<QJsonObject> eventsOf(QLatin1String event) const
    {
        QList<QJsonObject> found;
        for (const QJsonObject &object : objects)
            if (object[QLatin1String("ev")].toString() == event)
                found.append(object);
        return found;
    }
    /// Messages of the status objects of one status.
    QStringList messagesOf(QLatin1String status) const
    {
        QStringList messages;
        for (const QJsonObject &object : objects)
            if (object[QLatin1String("status")].toString() == status)
                messages.append(object[QLatin1String("message")].toString());
        return messages;
    }

    QList<QJsonObject> objects;
    bool ended = false;

private:
    StreamHub &m_hub;
    StreamSession &m_session;
};

} // namespace tapeline
