#include "embeddedmarket.h"

#include "easterntime.h"
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

/// Somebody who comes back meets an open session, too.
constexpr Duration leastSession = 5min;

Timestamp startOf(const SandboxMarket &market, const EmbeddedMarket::Options &options)
{
    if (options.start)
        return *options.start;
    const Timestamp usual = market.defaultStart(SystemWallClock().utc());
    const Timestamp left = options.notBefore;
    if (left < usual)
        return usual;
    const bool open = market.calendar().partAt(left) == SessionPart::Regular
        && market.calendar().partAt(left + leastSession) == SessionPart::Regular;
    if (open)
        return left;
    const Timestamp sameDay = market.defaultStart(left);
    const QDate next = market.calendar().nextTradingDay(easterntime::date(left));
    return sameDay > left ? sameDay : market.defaultStart(easterntime::at(next, 12h));
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
    d->clock = std::make_shared<OwnedClock>(startOf(*market, d->options),
                                            allowedSpeed(d->options.speed));

    const std::shared_ptr<const SimulatedClock> clock(d->clock, &d->clock->market);
    d->server = std::make_unique<GatewayServer>(
        [market = std::move(market), clock,
         options = SandboxSource::Options { .seed = d->options.seed,
                                            .legacy = d->options.legacy }]() mutable {
            return std::make_unique<SandboxSource>(std::move(market), clock, options);
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
