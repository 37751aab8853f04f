#pragma once

#include "gatewaycontext.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <deque>
#include <memory>
#include <string>

namespace tapeline {

/// One WebSocket connection: accepts, reads frames for the hub, writes what the hub sends, and cuts
/// a client that does not keep up. Lives as long as an operation of it is under way.
class WebSocketSession : public std::enable_shared_from_this<WebSocketSession>,
                         public GatewayConnection,
                         public StreamTransport
{
public:
    WebSocketSession(boost::beast::tcp_stream stream, GatewayContext &context,
                     StreamEndpoint endpoint);
    ~WebSocketSession() override;

    void accept(const boost::beast::http::request<boost::beast::http::string_body> &request);

    void cut() override;
    void breakFrame() override;
    void cutIfIdleSince(std::chrono::steady_clock::time_point time) override;
    void send(std::shared_ptr<const std::string> frame) override;
    void closeForPolicy() override;
    void dropWhenSent() override;

private:
    enum class Ending : quint8 { None, Close, Drop, Done };

    void read();
    void write();
    void end();

    boost::beast::websocket::stream<SilenceableStream> m_stream;
    GatewayContext &m_context;
    StreamEndpoint m_endpoint;
    StreamSession *m_session = nullptr; ///< the hub's; until closed there
    boost::beast::flat_buffer m_buffer;
    std::deque<std::shared_ptr<const std::string>> m_queue; ///< the front is being written
    std::size_t m_waiting = 0; ///< bytes in the queue
    Ending m_ending = Ending::None;
    std::chrono::steady_clock::time_point m_lastSent = std::chrono::steady_clock::now();
};

} // namespace tapeline
