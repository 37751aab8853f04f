#pragma once

#include "paperapi.h"
#include "paperserver.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/stream.hpp>

#include <deque>
#include <memory>
#include <unordered_set>

namespace tapeline {

/// A connection of either protocol, as the server sees it.
class PaperConnection
{
public:
    virtual ~PaperConnection() = default;
    virtual void cut() = 0;
    /// To those that listen.
    virtual void send(const std::shared_ptr<const std::string> &) { }
};

/// What all connections share; of the server's thread.
struct PaperServing
{
    PaperApi api;
    PaperServer::Options options;
    std::unordered_set<PaperConnection *> connections {};
};

/// One HTTP connection: reads a request, has it answered, reads the next; hands itself over to a
/// PaperListener when asked to. Lives as long as an operation of it, or an answer, is under way.
class PaperSession : public std::enable_shared_from_this<PaperSession>, public PaperConnection
{
public:
    PaperSession(boost::beast::tcp_stream stream, PaperServing &serving);
    ~PaperSession() override;

    void read();
    void cut() override;

private:
    using Request = boost::beast::http::request<boost::beast::http::string_body>;

    void onRead(boost::beast::error_code error);
    void answer(const Request &request);
    void write(HttpReply reply, bool keepAlive);

    boost::beast::tcp_stream m_stream;
    PaperServing &m_serving;
    boost::beast::flat_buffer m_buffer;
    std::optional<boost::beast::http::request_parser<boost::beast::http::string_body>> m_parser;
    boost::beast::http::response<boost::beast::http::string_body> m_response;
};

/// One listener to order events: says the token first, unless its request had it, and is sent a
/// line for every event from then on. One that does not keep up is sent away.
class PaperListener : public std::enable_shared_from_this<PaperListener>, public PaperConnection
{
public:
    PaperListener(boost::beast::tcp_stream stream, PaperServing &serving, bool isAdmitted);
    ~PaperListener() override;

    void accept(const boost::beast::http::request<boost::beast::http::string_body> &request);
    void cut() override;
    void send(const std::shared_ptr<const std::string> &line) override;

private:
    void admit();
    void read();
    void awaitToken();
    void take(std::string_view text);
    void push(const std::shared_ptr<const std::string> &line);
    void write();
    void sendAway(const char *why);

    boost::beast::websocket::stream<boost::beast::tcp_stream> m_stream;
    PaperServing &m_serving;
    boost::asio::steady_timer m_deadline;
    boost::beast::flat_buffer m_buffer;
    std::deque<std::shared_ptr<const std::string>> m_queue; ///< the front is being written
    std::size_t m_waiting = 0; ///< bytes in the queue
    bool m_isAdmitted;
    bool m_isOpen = false;
    bool m_isLeaving = false;
};

} // namespace tapeline
