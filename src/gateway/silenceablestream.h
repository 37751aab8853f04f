#pragma once

#include <boost/asio/compose.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/websocket/teardown.hpp>

#include <utility>

namespace tapeline {

/// Whether sockets say nothing at the moment, and a timer that ends when they may again.
class Silence
{
public:
    explicit Silence(boost::asio::io_context &context)
        : m_end(context)
    {
        m_end.expires_at(boost::asio::steady_timer::time_point::max());
    }

    bool isOn() const { return m_on; }
    void set(bool on)
    {
        m_on = on;
        if (!on)
            m_end.cancel();
    }
    /// Completes when the silence may be over; ask isOn() again.
    boost::asio::steady_timer &end() { return m_end; }

private:
    boost::asio::steady_timer m_end;
    bool m_on = false;
};

/// A TCP stream whose writes wait while there is silence. It lies below the WebSocket protocol, so
/// that pongs are held back too.
class SilenceableStream
{
public:
    using next_layer_type = boost::beast::tcp_stream;
    using executor_type = next_layer_type::executor_type;

    SilenceableStream(next_layer_type stream, Silence &silence)
        : m_stream(std::move(stream))
        , m_silence(silence)
    {
    }

    next_layer_type &next_layer() { return m_stream; }
    const next_layer_type &next_layer() const { return m_stream; }
    executor_type get_executor() { return m_stream.get_executor(); }

    template<typename Buffers, typename Token>
    auto async_read_some(const Buffers &buffers, Token &&token)
    {
        return m_stream.async_read_some(buffers, std::forward<Token>(token));
    }

    template<typename Buffers, typename Token>
    auto async_write_some(const Buffers &buffers, Token &&token)
    {
        auto step
            = [this, buffers, writing = false](auto &self, boost::beast::error_code error = {},
                                               std::size_t written = 0) mutable {
                  if (writing)
                      return self.complete(error, written);
                  if (m_silence.isOn())
                      return m_silence.end().async_wait(std::move(self));
                  writing = true;
                  const Buffers kept = buffers; // this closure moves away with self
                  m_stream.async_write_some(kept, std::move(self));
              };
        return boost::asio::async_compose<Token, void(boost::beast::error_code, std::size_t)>(
            std::move(step), token, m_stream);
    }

private:
    next_layer_type m_stream;
    Silence &m_silence;
};

inline void teardown(boost::beast::role_type role, SilenceableStream &stream,
                     boost::beast::error_code &error)
{
    teardown(role, stream.next_layer(), error);
}

template<typename Handler>
void async_teardown(boost::beast::role_type role, SilenceableStream &stream, Handler &&handler)
{
    async_teardown(role, stream.next_layer(), std::forward<Handler>(handler));
}

} // namespace tapeline
