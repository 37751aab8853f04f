#include "gatewayserver.h"

#include "httpsession.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>

#include <QRandomGenerator>

#include <thread>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

namespace {

constexpr auto pumpInterval = std::chrono::milliseconds(10);

QString newToken()
{
    QString token;
    for (int word = 0; word < 2; ++word)
        token += u"%1"_s.arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
    return token;
}

} // namespace

struct GatewayServer::Private
{
    Private(SourceFactory factory, const Options &serverOptions)
        : makeSource(std::move(factory))
        , options(serverOptions)
        , acceptor(io)
        , pumpTimer(io)
    {
    }

    boost::system::error_code listen();
    void run();
    void accept();
    void pump();
    void windUp();
    /// Runs work on the server's thread once there is a context; does nothing when not running.
    void post(std::function<void()> work);

    SourceFactory makeSource;
    Options options;
    asio::io_context io { 1 };
    Tcp::acceptor acceptor;
    asio::steady_timer pumpTimer;
    std::string base;
    std::string token;
    std::thread thread;
    // Of the server's thread
    std::unique_ptr<GatewayContext> context;
};

boost::system::error_code GatewayServer::Private::listen()
{
    boost::system::error_code error;
    const Tcp::endpoint endpoint(asio::ip::address_v4::loopback(), options.port);
    acceptor.open(endpoint.protocol(), error);
#ifndef Q_OS_WIN // there it would let two programs share the port
    if (!error)
        acceptor.set_option(Tcp::acceptor::reuse_address(true), error);
#endif
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(asio::socket_base::max_listen_connections, error);
    return error;
}

void GatewayServer::Private::run()
{
    context = std::make_unique<GatewayContext>(io, makeSource(), options);
    context->router.setBase(base);
    context->token = token;
    // The stream begins here, before anyone can have been told that it is subscribed
    context->hub.pump();
    accept();
    pumpTimer.expires_after(pumpInterval);
    pump();
    io.run();
    windUp();
}

void GatewayServer::Private::windUp()
{
    boost::system::error_code ignored;
    acceptor.close(ignored);
    pumpTimer.cancel();
    context->silence.set(false);
    // The cut connections end with their last operation; their context must be there until then.
    // One that was accepted, or upgraded, just before comes as late as now
    while (!context->connections.empty()) {
        for (GatewayConnection *connection : context->connections)
            connection->cut();
        io.restart();
        io.poll();
    }
    context.reset();
}

void GatewayServer::Private::accept()
{
    acceptor.async_accept([this](boost::system::error_code error, Tcp::socket socket) {
        if (error == asio::error::operation_aborted || !acceptor.is_open())
            return; // one that came in at the last moment is not taken, and nobody waits for more
        const bool refused = std::chrono::steady_clock::now() < context->refuseUntil
            || context->connections.size() >= options.maxConnections;
        if (!error && !refused) {
            socket.set_option(Tcp::no_delay(true), error);
            std::make_shared<HttpSession>(boost::beast::tcp_stream(std::move(socket)), *context)
                ->read();
        }
        accept();
    });
}

void GatewayServer::Private::pump()
{
    pumpTimer.async_wait([this](boost::system::error_code error) {
        if (error)
            return;
        context->hub.pump();
        context->cutIdle();
        // Late by more than a beat: begin anew instead of catching up
        const auto next = pumpTimer.expiry() + pumpInterval;
        pumpTimer.expires_at(std::max(next, std::chrono::steady_clock::now()));
        pump();
    });
}

void GatewayServer::Private::post(std::function<void()> work)
{
    if (thread.joinable())
        asio::post(io, std::move(work));
}

GatewayServer::GatewayServer(SourceFactory makeSource)
    : GatewayServer(std::move(makeSource), Options())
{
}

GatewayServer::GatewayServer(SourceFactory makeSource, const Options &options)
    : d(std::make_unique<Private>(std::move(makeSource), options))
{
}

GatewayServer::~GatewayServer()
{
    stop();
}

Result<GatewayAddresses> GatewayServer::start()
{
    if (const boost::system::error_code error = d->listen())
        return Error { Error::Code::Network,
                       u"cannot listen on 127.0.0.1:%1: %2"_s.arg(d->options.port)
                           .arg(QString::fromStdString(error.message())) };
    const QString authority = u"127.0.0.1:%1"_s.arg(d->acceptor.local_endpoint().port());
    d->base = "http://" + authority.toStdString();
    const QString token = newToken();
    d->token = token.toStdString();
    d->thread = std::thread([this] { d->run(); });
    return GatewayAddresses { .rest = u"http://"_s + authority,
                              .ws = u"ws://"_s + authority,
                              .wsDelayed = u"ws://"_s + authority + u"/delayed"_s,
                              .token = token };
}

void GatewayServer::stop()
{
    if (!d->thread.joinable())
        return;
    d->io.stop();
    d->thread.join();
}

void GatewayServer::setFaults(const Faults &faults)
{
    d->post([this, faults] { d->context->setFaults(faults); });
}

void GatewayServer::dropConnections()
{
    d->post([this] { d->context->dropConnections(); });
}

void GatewayServer::refuseConnections(Duration time)
{
    d->post([this, time] { d->context->refuseConnections(time); });
}

void GatewayServer::breakFrames()
{
    d->post([this] { d->context->breakFrames(); });
}

} // namespace tapeline
