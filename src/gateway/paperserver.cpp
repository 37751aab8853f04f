#include "paperserver.h"

#include "papersessions.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>

#include <thread>

namespace tapeline {

using namespace Qt::Literals::StringLiterals;
namespace asio = boost::asio;
using Tcp = asio::ip::tcp;

namespace {

constexpr auto expiryInterval = std::chrono::milliseconds(100);

PaperApi::Limits limitsOf(const PaperServer::Options &options)
{
    return { .answerTimeout
             = std::chrono::duration_cast<std::chrono::milliseconds>(options.answerTimeout),
             .requestsPerSecond = options.requestsPerSecond };
}

} // namespace

struct PaperServer::Private
{
    Private(PaperSource &paperSource, const QString &token, const Options &options)
        : source(paperSource)
        , serving { .api { paperSource, token.toStdString(), limitsOf(options) },
                    .options = options }
    {
    }

    boost::system::error_code listen();
    void run();
    void accept();
    void expireLater();
    void tell(const std::vector<PaperReport> &reports);
    void windUp();

    PaperSource &source;
    asio::io_context io { 1 };
    Tcp::acceptor acceptor { io };
    asio::steady_timer expiry { io };
    PaperServing serving; ///< of the server's thread once it runs
    std::thread thread;
};

boost::system::error_code PaperServer::Private::listen()
{
    boost::system::error_code error;
    const Tcp::endpoint endpoint(asio::ip::address_v4::loopback(), serving.options.port);
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

void PaperServer::Private::run()
{
    accept();
    expireLater();
    io.run();
    windUp();
}

/// The cut connections end with their last operation; what they share must be there until then.
void PaperServer::Private::windUp()
{
    boost::system::error_code ignored;
    acceptor.close(ignored);
    expiry.cancel();
    while (!serving.connections.empty()) {
        serving.api.expire(PaperApi::Clock::time_point::max()); // replies keep their connections
        const std::vector<PaperConnection *> left(serving.connections.begin(),
                                                  serving.connections.end());
        for (PaperConnection *connection : left)
            connection->cut();
        io.restart();
        io.poll();
    }
}

void PaperServer::Private::accept()
{
    acceptor.async_accept([this](boost::system::error_code error, Tcp::socket socket) {
        if (error == asio::error::operation_aborted || !acceptor.is_open())
            return; // one that came in at the last moment is not taken, and nobody waits for more
        if (!error && serving.connections.size() < serving.options.maxConnections) {
            socket.set_option(Tcp::no_delay(true), error);
            std::make_shared<PaperSession>(boost::beast::tcp_stream(std::move(socket)), serving)
                ->read();
        }
        accept();
    });
}

void PaperServer::Private::expireLater()
{
    expiry.expires_after(expiryInterval);
    expiry.async_wait([this](boost::system::error_code error) {
        if (error)
            return;
        serving.api.expire();
        expireLater();
    });
}

void PaperServer::Private::tell(const std::vector<PaperReport> &reports)
{
    serving.api.onReports(reports);
    const std::vector<PaperConnection *> listeners(serving.connections.begin(),
                                                   serving.connections.end());
    for (const PaperReport &report : reports) {
        const auto line = std::make_shared<const std::string>(papertext::report(report));
        for (PaperConnection *listener : listeners)
            listener->send(line);
    }
}

PaperServer::PaperServer(PaperSource &source, const QString &token, const Options &options)
    : d(std::make_unique<Private>(source, token, options))
{
}

PaperServer::~PaperServer()
{
    if (!d->thread.joinable())
        return;
    d->source.setListener({});
    d->io.stop();
    d->thread.join();
}

Result<quint16> PaperServer::start()
{
    const quint16 wanted = d->serving.options.port;
    if (const boost::system::error_code error = d->listen()) {
        if (error == asio::error::address_in_use)
            return Error { Error::Code::Network,
                           u"Port %1 is used by another program; choose another one."_s.arg(
                               wanted) };
        return Error { Error::Code::Network,
                       u"Port %1 cannot be listened on: %2"_s.arg(wanted).arg(
                           QString::fromStdString(error.message())) };
    }
    const quint16 port = d->acceptor.local_endpoint().port();
    d->source.setListener([this](const std::vector<PaperReport> &reports) {
        asio::post(d->io, [this, reports] { d->tell(reports); });
    });
    d->thread = std::thread([this] { d->run(); });
    return port;
}

} // namespace tapeline
