#include "sandboxservice.h"

#include "heldsandbox.h"

#include <map>

namespace tapeline {

namespace {

QByteArray withSpare(const std::string &text)
{
    QByteArray bytes = QByteArray::fromStdString(text);
    bytes.reserve(bytes.size() + 64);
    return bytes;
}

/// One market's stream.
class Client : public StreamTransport
{
public:
    Client(StreamHub &hub, AssetClass market, const SandboxService::TakeFrame &take)
        : m_hub(hub)
        , m_market(market)
        , m_take(take)
        , m_session(hub.open({ .market = market }, *this))
    {
    }
    ~Client() override { m_hub.close(m_session); }

    void send(std::shared_ptr<const std::string> frame) override
    {
        m_take(m_market, withSpare(*frame));
    }
    void closeForPolicy() override { qFatal("the sandbox closed a stream"); }
    void dropWhenSent() override { qFatal("the sandbox dropped a stream"); }
    void say(const std::string &action, const QStringList &params)
    {
        m_hub.receive(m_session,
                      R"({"action":")" + action + R"(","params":")"
                          + params.join(QLatin1Char(',')).toStdString() + R"("})");
    }

private:
    StreamHub &m_hub;
    AssetClass m_market;
    const SandboxService::TakeFrame &m_take;
    StreamSession &m_session;
};

} // namespace

struct SandboxService::Private
{
    HeldSandbox sandbox;
    TakeFrame take;
    std::map<AssetClass, std::unique_ptr<Client>> clients {};
};

SandboxService::SandboxService(Timestamp time, TakeFrame take)
    : d(new Private { HeldSandbox(time), std::move(take) })
{
}

SandboxService::~SandboxService() = default;

const WallClock &SandboxService::wall() const
{
    return d->sandbox.wall;
}

Timestamp SandboxService::now() const
{
    return d->sandbox.clock->now();
}

void SandboxService::advance(Duration length)
{
    d->sandbox.wall.advance(length);
}

SandboxService::Answer SandboxService::get(QString target)
{
    target.remove(QStringLiteral("http://127.0.0.1:1"));
    const HeldSandbox::Answer answer = d->sandbox.get(target.toStdString());
    return { answer.status, withSpare(answer.body) };
}

void SandboxService::open(AssetClass market)
{
    d->clients.emplace(market, std::make_unique<Client>(d->sandbox.hub, market, d->take));
    say(market, "auth", { QStringLiteral("advanced") });
}

bool SandboxService::isOpen(AssetClass market) const
{
    return d->clients.contains(market);
}

void SandboxService::say(AssetClass market, const char *action, const QStringList &params)
{
    d->clients.at(market)->say(action, params);
}

void SandboxService::pump()
{
    d->sandbox.hub.pump();
}

} // namespace tapeline
