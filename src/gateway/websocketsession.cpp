#include "websocketsession.h"

#include <boost/asio/write.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace tapeline {

namespace beast = boost::beast;
namespace websocket = beast::websocket;

namespace {

constexpr std::size_t maxClientFrame = 4 << 20; // a subscription to every channel of a full market
constexpr auto handshakeTimeout = std::chrono::seconds(30);

} // namespace

WebSocketSession::WebSocketSession(beast::tcp_stream stream, GatewayContext &context,
                                   StreamEndpoint endpoint)
    : m_stream(std::move(stream), context.silence)
    , m_context(context)
    , m_endpoint(endpoint)
{
    m_context.connections.insert(this);
}

WebSocketSession::~WebSocketSession()
{
    m_context.connections.erase(this);
    if (m_session)
        m_context.hub.close(*m_session);
}

void WebSocketSession::accept(const beast::http::request<beast::http::string_body> &request)
{
    beast::get_lowest_layer(m_stream).expires_never(); // the WebSocket stream has its own times
    m_stream.set_option(
        websocket::stream_base::timeout { .handshake_timeout = handshakeTimeout,
                                          .idle_timeout = websocket::stream_base::none(),
                                          .keep_alive_pings = false });
    m_stream.read_message_max(maxClientFrame);
    m_stream.auto_fragment(false); // one event batch is one frame
    m_stream.text(true);
    m_stream.async_accept(request, [self = shared_from_this()](beast::error_code error) {
        if (error)
            return;
        self->m_session = &self->m_context.hub.open(self->m_endpoint, *self);
        self->read();
    });
}

void WebSocketSession::read()
{
    m_stream.async_read(
        m_buffer, [self = shared_from_this()](beast::error_code error, std::size_t) {
            if (error) {
                self->cut(); // releases a write that waits, and with it the session
                return;
            }
            if (self->m_stream.got_text()) {
                const auto data = self->m_buffer.cdata();
                self->m_context.hub.receive(
                    *self->m_session, { static_cast<const char *>(data.data()), data.size() });
            }
            self->m_buffer.consume(self->m_buffer.size());
            self->read();
        });
}

void WebSocketSession::send(std::shared_ptr<const std::string> frame)
{
    if (m_ending != Ending::None)
        return;
    m_lastSent = std::chrono::steady_clock::now();
    m_waiting += frame->size();
    if (m_waiting > m_context.options.maxWaitingBytes) {
        cut(); // as the service does: no status, no close frame
        return;
    }
    m_queue.push_back(std::move(frame));
    if (m_queue.size() == 1)
        write();
}

void WebSocketSession::write()
{
    m_stream.async_write(boost::asio::buffer(*m_queue.front()),
                         [self = shared_from_this()](beast::error_code error, std::size_t) {
                             if (error) {
                                 self->cut();
                                 return;
                             }
                             self->m_waiting -= self->m_queue.front()->size();
                             self->m_queue.pop_front();
                             if (!self->m_queue.empty())
                                 self->write();
                             else
                                 self->end();
                         });
}

void WebSocketSession::closeForPolicy()
{
    m_ending = Ending::Close;
    if (m_queue.empty())
        end();
}

void WebSocketSession::dropWhenSent()
{
    m_ending = Ending::Drop;
    if (m_queue.empty())
        end();
}

void WebSocketSession::end()
{
    if (m_ending == Ending::Drop) {
        cut();
    } else if (m_ending == Ending::Close) {
        m_ending = Ending::Done;
        m_stream.async_close(websocket::close_code::policy_error,
                             [self = shared_from_this()](beast::error_code) { self->cut(); });
    }
}

void WebSocketSession::cut()
{
    m_ending = Ending::Done;
    beast::get_lowest_layer(m_stream).close();
}

void WebSocketSession::cutIfIdleSince(std::chrono::steady_clock::time_point time)
{
    if (m_lastSent < time && m_ending == Ending::None)
        cut();
}

void WebSocketSession::breakFrame()
{
    // A final text frame of 126 bytes or more, of which ten come
    static constexpr char beginning[] = "\x81\x7e\x04\x00[{\"ev\":\"T\"";
    beast::error_code ignored;
    beast::get_lowest_layer(m_stream).socket().send(
        boost::asio::buffer(beginning, sizeof(beginning) - 1), 0, ignored);
    cut();
}

} // namespace tapeline
