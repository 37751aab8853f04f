#include "httpsession.h"

#include "controlroutes.h"
#include "loopbackguard.h"
#include "websocketsession.h"

#include <boost/beast/http/read.hpp>
#include <boost/beast/http/write.hpp>

#include <array>
#include <random>

namespace tapeline {

namespace beast = boost::beast;
namespace http = beast::http;

namespace {

constexpr std::uint32_t maxHeader = 16 << 10;
constexpr std::uint64_t maxBody = 64 << 10; // no request of ours has one

HttpReply plain(int status, std::string_view text)
{
    return { .status = status, .body = std::string(text), .contentType = "text/plain" };
}

/// 32 hexadecimal digits, as the service's.
std::string newRequestId()
{
    static thread_local std::mt19937_64 engine { std::random_device {}() };
    constexpr std::string_view hex = "0123456789abcdef";
    std::string id;
    for (int word = 0; word < 2; ++word)
        for (quint64 bits = engine(), i = 0; i < 16; ++i, bits >>= 4)
            id += hex[bits & 15];
    return id;
}

std::string_view view(beast::string_view text)
{
    return { text.data(), text.size() };
}

/// What a request that cannot be read deserves; nothing when the connection is simply over.
std::optional<HttpReply> replyTo(beast::error_code error)
{
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return plain(431, "431 request header fields too large");
    if (error == http::error::body_limit)
        return plain(413, "413 content too large");
    const bool ended = error == http::error::end_of_stream || error == http::error::partial_message;
    if (error.category() == http::make_error_code(http::error::bad_method).category() && !ended)
        return plain(400, "400 bad request");
    return std::nullopt;
}

/// Requests that no program on this computer would make.
std::optional<HttpReply> refusal(const http::request<http::string_body> &request)
{
    const auto host = request.find(http::field::host);
    if (host == request.end())
        return plain(400, "400 missing host");
    if (!loopbackguard::isLocalHost(view(host->value())))
        return plain(403, "403 this server answers to its loopback name only");
    const auto origin = request.find(http::field::origin);
    if (origin != request.end() && !loopbackguard::isLocalOrigin(view(origin->value())))
        return plain(403, "403 origin not allowed");
    return std::nullopt;
}

} // namespace

HttpSession::HttpSession(beast::tcp_stream stream, GatewayContext &context)
    : m_stream(std::move(stream))
    , m_context(context)
    , m_stall(m_stream.get_executor())
{
    m_context.connections.insert(this);
}

HttpSession::~HttpSession()
{
    m_context.connections.erase(this);
}

void HttpSession::read()
{
    m_parser.emplace();
    m_parser->header_limit(maxHeader);
    m_parser->body_limit(maxBody);
    m_stream.expires_after(m_context.options.idleTimeout);
    http::async_read(
        m_stream, m_buffer, *m_parser,
        [self = shared_from_this()](beast::error_code error, std::size_t) { self->onRead(error); });
}

void HttpSession::onRead(beast::error_code error)
{
    const std::string requestId = newRequestId();
    if (error) {
        if (std::optional<HttpReply> answered = replyTo(error))
            reply(std::move(*answered), requestId, false);
        return;
    }
    const Request request = m_parser->release();
    if (std::optional<HttpReply> refused = refusal(request)) {
        reply(std::move(*refused), requestId, false);
        return;
    }
    if (beast::websocket::is_upgrade(request)) {
        upgrade(request);
        return;
    }
    if (std::optional<HttpReply> controlled
        = controlroutes::answer(m_context,
                                { .method = view(request.method_string()),
                                  .target = view(request.target()),
                                  .authorization = view(request[http::field::authorization]),
                                  .body = request.body(),
                                  .connection = this })) {
        prepare(std::move(*controlled), requestId, request.keep_alive());
        write();
        return;
    }
    reply(answer(request, requestId), requestId, request.keep_alive());
}

void HttpSession::upgrade(const Request &request)
{
    const std::string_view target = view(request.target());
    const auto endpoint = streamchannels::endpointOf(target.substr(0, target.find('?')));
    if (!endpoint) {
        reply(httpreply::plainNotFound(), newRequestId(), false);
        return;
    }
    std::make_shared<WebSocketSession>(std::move(m_stream), m_context, *endpoint)->accept(request);
}

HttpReply HttpSession::answer(const Request &request, const std::string &requestId)
{
    if (m_context.faults.htmlError)
        return { .status = 502,
                 .body = "<html><head><title>502 Bad Gateway</title></head>"
                         "<body><h1>502 Bad Gateway</h1></body></html>",
                 .contentType = "text/html" };
    if (!m_context.faults.redirectTo.empty())
        return { .status = 302,
                 .contentType = "text/plain",
                 .location = m_context.faults.redirectTo + std::string(view(request.target())) };
    if (m_context.faults.rateBurst)
        return httpreply::tooManyRequests(requestId);
    HttpReply answered = m_context.router.answer(
        { .method = std::string(view(request.method_string())),
          .target = std::string(view(request.target())),
          .authorization = std::string(view(request[http::field::authorization])),
          .requestId = requestId });
    if (m_context.faults.truncatedJson)
        answered.body.resize(answered.body.size() / 2);
    return answered;
}

void HttpSession::prepare(HttpReply reply, const std::string &requestId, bool keepAlive)
{
    m_response = {};
    m_response.version(11);
    m_response.result(static_cast<unsigned>(reply.status));
    m_response.set(http::field::content_type, reply.contentType);
    m_response.set("x-request-id", requestId);
    if (!reply.location.empty())
        m_response.set(http::field::location, reply.location);
    m_response.keep_alive(keepAlive);
    m_response.body() = std::move(reply.body);
    m_response.prepare_payload();
}

void HttpSession::reply(HttpReply reply, const std::string &requestId, bool keepAlive)
{
    prepare(std::move(reply), requestId, keepAlive);
    if (m_context.faults.stall <= 0ns) {
        write();
        return;
    }
    m_stream.expires_never();
    m_stall.expires_after(m_context.faults.stall);
    m_stall.async_wait([self = shared_from_this()](beast::error_code error) {
        if (!error)
            self->write();
    });
}

void HttpSession::write()
{
    m_stream.expires_after(m_context.options.idleTimeout);
    http::async_write(m_stream, m_response,
                      [self = shared_from_this()](beast::error_code error, std::size_t) {
                          if (!error && self->m_response.keep_alive())
                              self->read();
                          else
                              self->cut();
                      });
}

void HttpSession::cut()
{
    beast::error_code ignored;
    m_stall.cancel();
    m_stream.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_both, ignored);
    m_stream.close();
}

} // namespace tapeline
