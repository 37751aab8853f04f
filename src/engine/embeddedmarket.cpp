#include "embeddedmarket.h"

#include "gatewayserver.h"
#include "sandboxsource.h"

#include <algorithm>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;

namespace {

double allowedSpeed(double speed)
{
    return std::clamp(speed, 1.0, 100.0);
}

/// The market's clock together with the wall clock it runs on.
struct OwnedClock
{
    OwnedClock(Timestamp start, double speed)
        : market(wall, start, speed)
    {
    }

    SystemWallClock wall;
    SimulatedClock market;
};

} // namespace

struct EmbeddedMarket::Private
{
    Options options;
    std::shared_ptr<OwnedClock> clock;
    std::unique_ptr<GatewayServer> server;
    GatewayAddresses addresses;
};

EmbeddedMarket::EmbeddedMarket(const Options &options)
    : d(std::make_unique<Private>())
{
    d->options = options;
}

EmbeddedMarket::~EmbeddedMarket() = default;

Result<void> EmbeddedMarket::start()
{
    // Made here, used and destroyed on the server's thread
    auto market = std::make_shared<const SandboxMarket>(SandboxMarket::Options {
        .seed = d->options.seed, .extraSymbols = d->options.extraSymbols });
    const Timestamp begin
        = d->options.start.value_or(market->defaultStart(SystemWallClock().utc()));
    d->clock = std::make_shared<OwnedClock>(begin, allowedSpeed(d->options.speed));

    const std::shared_ptr<const SimulatedClock> clock(d->clock, &d->clock->market);
    d->server = std::make_unique<GatewayServer>(
        [market = std::move(market), clock]() mutable {
            return std::make_unique<SandboxSource>(std::move(market), clock);
        },
        GatewayServer::Options { .port = d->options.port });
    const Result<GatewayAddresses> started = d->server->start();
    if (!started)
        return started.error();
    d->addresses = *started;
    return {};
}

QUrl EmbeddedMarket::restBase() const
{
    return QUrl(d->addresses.rest);
}

QUrl EmbeddedMarket::wsBase() const
{
    return QUrl(d->addresses.ws);
}

QUrl EmbeddedMarket::wsDelayedBase() const
{
    return QUrl(d->addresses.wsDelayed);
}

QString EmbeddedMarket::key() const
{
    return u"advanced"_s;
}

QString EmbeddedMarket::token() const
{
    return d->addresses.token;
}

void EmbeddedMarket::setSpeed(double speed)
{
    d->clock->market.setSpeed(allowedSpeed(speed));
}

std::function<Timestamp()> EmbeddedMarket::clock() const
{
    return [clock = d->clock] { return clock->market.now(); };
}

GatewayServer &EmbeddedMarket::server()
{
    return *d->server;
}

} // namespace tapeline
