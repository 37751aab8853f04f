#include "papersessions.h"

#include "jsonfields.h"
#include "loopbackguard.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace tapeline {

namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;

namespace {

constexpr std::uint32_t maxHeader = 16 << 10;
constexpr std::uint64_t maxBody = 64 << 10;
constexpr std::size_t maxListenerFrame = 1 << 10; // it says the token, if anything
constexpr std::string_view eventsPath = "/api/v1/paper/events";

std::string_view view(beast::string_view text)
{
    return { text.data(), text.size() };
}

/// What a request that cannot be read deserves; nothing when the connection is simply over.
std::optional<HttpReply> replyTo(beast::error_code error)
{
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return papertext::failure(431, "The request's header is longer than 16 KiB.");
    if (error == http::error::body_limit)
        return papertext::failure(413, "The request's body is longer than 64 KiB.");
    const bool ended = error == http::error::end_of_stream || error == http::error::partial_message;
    if (error.category() == http::make_error_code(http::error::bad_method).category() && !ended)
        return papertext::failure(400, "This is no HTTP request.");
    return std::nullopt;
}

/// Requests that no program on this computer would make.
std::optional<HttpReply> refusal(const http::request<http::string_body> &request)
{
    const auto host = request.find(http::field::host);
    if (host == request.end())
        return papertext::failure(400, "The request names no host.");
    if (!loopbackguard::isLocalHost(view(host->value())))
        return papertext::failure(403, "This server answers to its loopback name only.");
    const auto origin = request.find(http::field::origin);
    if (origin != request.end() && !loopbackguard::isLocalOrigin(view(origin->value())))
        return papertext::failure(403, "Web pages of other sites may not ask this server.");
    return std::nullopt;
}

std::string tokenOf(const http::request<http::string_body> &request)
{
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view header = view(request[http::field::authorization]);
    return std::string(header.starts_with(scheme) ? header.substr(scheme.size())
                                                  : view(request["X-Tapeline-Token"]));
}

bool isForListeners(const http::request<http::string_body> &request)
{
    const std::string_view target = view(request.target());
    return target.substr(0, target.find('?')) == eventsPath;
}

std::shared_ptr<const std::string> greeting()
{
    static const auto line
        = std::make_shared<const std::string>(JsonFields().flag("listening", true).take());
    return line;
}

} // namespace

// --- HTTP
// ----------------------------------------------------------------------------------------------------------

PaperSession::PaperSession(beast::tcp_stream stream, PaperServing &serving)
    : m_stream(std::move(stream))
    , m_serving(serving)
{
    m_serving.connections.insert(this);
}

PaperSession::~PaperSession()
{
    m_serving.connections.erase(this);
}

void PaperSession::read()
{
    m_parser.emplace();
    m_parser->header_limit(maxHeader);
    m_parser->body_limit(maxBody);
    m_stream.expires_after(m_serving.options.idleTimeout);
    http::async_read(
        m_stream, m_buffer, *m_parser,
        [self = shared_from_this()](beast::error_code error, std::size_t) { self->onRead(error); });
}

void PaperSession::onRead(beast::error_code error)
{
    if (error) {
        if (std::optional<HttpReply> answered = replyTo(error))
            write(std::move(*answered), false);
        return;
    }
    const Request request = m_parser->release();
    if (std::optional<HttpReply> refused = refusal(request)) {
        write(std::move(*refused), false);
        return;
    }
    if (!isForListeners(request)) {
        answer(request);
        return;
    }
    const std::string token = tokenOf(request);
    const bool isAdmitted = m_serving.api.isToken(token);
    if (!websocket::is_upgrade(request))
        write(papertext::failure(426, "Events come over a WebSocket."), request.keep_alive());
    else if (!token.empty() && !isAdmitted)
        write(papertext::failure(401, "The token is wrong."), false);
    else
        std::make_shared<PaperListener>(std::move(m_stream), m_serving, isAdmitted)
            ->accept(request);
}

void PaperSession::answer(const Request &request)
{
    m_stream.expires_never(); // the API has its own times
    m_serving.api.answer({ .method = std::string(view(request.method_string())),
                           .target = std::string(view(request.target())),
                           .token = tokenOf(request),
                           .body = request.body() },
                         [self = shared_from_this(), keep = request.keep_alive()](HttpReply reply) {
                             self->write(std::move(reply), keep);
                         });
}

void PaperSession::write(HttpReply reply, bool keepAlive)
{
    m_response = {};
    m_response.version(11);
    m_response.result(static_cast<unsigned>(reply.status));
    m_response.set(http::field::content_type, reply.contentType);
    m_response.set(http::field::cache_control, "no-store");
    m_response.keep_alive(keepAlive);
    m_response.body() = std::move(reply.body);
    m_response.prepare_payload();
    m_stream.expires_after(m_serving.options.idleTimeout);
    http::async_write(m_stream, m_response,
                      [self = shared_from_this()](beast::error_code error, std::size_t) {
                          if (!error && self->m_response.keep_alive())
                              self->read();
                          else
                              self->cut();
                      });
}

void PaperSession::cut()
{
    beast::error_code ignored;
    m_stream.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_both, ignored);
    m_stream.close();
}

// --- WebSocket
// -----------------------------------------------------------------------------------------------------

PaperListener::PaperListener(beast::tcp_stream stream, PaperServing &serving, bool isAdmitted)
    : m_stream(std::move(stream))
    , m_serving(serving)
    , m_deadline(m_stream.get_executor())
    , m_isAdmitted(isAdmitted)
{
    m_serving.connections.insert(this);
}

PaperListener::~PaperListener()
{
    m_serving.connections.erase(this);
}

void PaperListener::accept(const http::request<http::string_body> &request)
{
    beast::get_lowest_layer(m_stream).expires_never(); // the WebSocket stream has its own times
    websocket::stream_base::timeout times {};
    times.handshake_timeout = m_serving.options.closeTimeout; // of closing as well
    times.idle_timeout = websocket::stream_base::none();
    times.keep_alive_pings = false;
    m_stream.set_option(times);
    m_stream.read_message_max(maxListenerFrame);
    m_stream.text(true);
    m_stream.async_accept(request, [self = shared_from_this()](beast::error_code error) {
        if (error)
            return;
        self->m_isOpen = true;
        if (self->m_isAdmitted)
            self->admit();
        else
            self->awaitToken();
        self->read();
    });
}

void PaperListener::awaitToken()
{
    m_deadline.expires_after(m_serving.options.authTimeout);
    m_deadline.async_wait([weak = weak_from_this()](beast::error_code error) {
        const auto self = weak.lock();
        if (!error && self && !self->m_isAdmitted)
            self->sendAway("the token did not come");
    });
}

void PaperListener::admit()
{
    m_isAdmitted = true;
    m_deadline.cancel();
    push(greeting());
}

void PaperListener::read()
{
    m_stream.async_read(m_buffer,
                        [self = shared_from_this()](beast::error_code error, std::size_t) {
                            if (error) {
                                self->cut(); // releases a write that waits, and with it the session
                                return;
                            }
                            const auto data = self->m_buffer.cdata();
                            self->take({ static_cast<const char *>(data.data()), data.size() });
                            self->m_buffer.consume(self->m_buffer.size());
                            self->read();
                        });
}

/// The token is all there is to say.
void PaperListener::take(std::string_view text)
{
    if (m_isAdmitted || m_isLeaving)
        return;
    if (m_serving.api.isToken(text))
        admit();
    else
        sendAway("the token is wrong");
}

void PaperListener::send(const std::shared_ptr<const std::string> &line)
{
    if (m_isOpen && m_isAdmitted)
        push(line);
}

void PaperListener::push(const std::shared_ptr<const std::string> &line)
{
    if (m_isLeaving)
        return;
    m_waiting += line->size();
    if (m_waiting > m_serving.options.maxWaitingBytes) {
        sendAway("too slow: events were waiting");
        return;
    }
    m_queue.push_back(line);
    if (m_queue.size() == 1)
        write();
}

void PaperListener::write()
{
    m_stream.async_write(boost::asio::buffer(*m_queue.front()),
                         [self = shared_from_this()](beast::error_code error, std::size_t) {
                             if (error) {
                                 self->cut();
                                 return;
                             }
                             self->m_waiting -= self->m_queue.front()->size();
                             self->m_queue.pop_front();
                             if (!self->m_queue.empty() && !self->m_isLeaving)
                                 self->write();
                         });
}

/// The reason goes behind the line that is on its way; who does not take it either is cut.
void PaperListener::sendAway(const char *why)
{
    m_isLeaving = true;
    if (m_queue.size() > 1)
        m_queue.resize(1);
    m_deadline.expires_after(m_serving.options.closeTimeout);
    m_deadline.async_wait([weak = weak_from_this()](beast::error_code error) {
        if (const auto self = weak.lock(); !error && self)
            self->cut();
    });
    m_stream.async_close({ websocket::close_code::policy_error, why },
                         [self = shared_from_this()](beast::error_code) { self->cut(); });
}

void PaperListener::cut()
{
    m_isLeaving = true;
    m_deadline.cancel();
    beast::get_lowest_layer(m_stream).close();
}

} // namespace tapeline
