#pragma once

#include "gatewaycontext.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <memory>
#include <optional>

namespace tapeline {

/// One HTTP connection: reads a request, answers it, reads the next; hands itself over to a
/// WebSocketSession when asked to. Lives as long as an operation of it is under way.
class HttpSession : public std::enable_shared_from_this<HttpSession>, public GatewayConnection
{
public:
    HttpSession(boost::beast::tcp_stream stream, GatewayContext &context);
    ~HttpSession() override;

    void read();
    void cut() override;

private:
    using Request = boost::beast::http::request<boost::beast::http::string_body>;

    void onRead(boost::beast::error_code error);
    void upgrade(const Request &request);
    HttpReply answer(const Request &request, const std::string &requestId);
    void prepare(HttpReply reply, const std::string &requestId, bool keepAlive);
    /// Later, when answers are to stall.
    void reply(HttpReply reply, const std::string &requestId, bool keepAlive);
    void write();

    boost::beast::tcp_stream m_stream;
    GatewayContext &m_context;
    boost::asio::steady_timer m_stall;
    boost::beast::flat_buffer m_buffer;
    std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> m_parser;
    boost::beast::http::response<boost::beast::http::string_body> m_response;
};

} // namespace tapeline
