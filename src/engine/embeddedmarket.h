#pragma once

#include "result.h"
#include "timestamp.h"

#include <QString>
#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

namespace tapeline {

class GatewayServer;

/// The simulated market and the local server that serves it, on a thread of their own ("server").
/// Whoever uses it connects to its addresses like to any service.
class EmbeddedMarket
{
public:
    struct Options
    {
        quint64 seed = 1;
        int extraSymbols = 0; ///< synthetic stocks besides the named ones, 0 to 10,000
        double speed = 1; ///< market seconds per wall second, 1 to 100
        std::optional<Timestamp> start {}; ///< else an open session: SandboxMarket::defaultStart()
        Timestamp notBefore {}; ///< then, when that is later: where somebody left the market
        quint16 port = 0; ///< 0 picks a free one
        bool legacy = false; ///< serves the crypto books that the service has retired
    };

    explicit EmbeddedMarket(const Options &options);
    /// Cuts all connections and ends the thread.
    ~EmbeddedMarket();

    /// Begins to listen; the market's time runs from here. Network when the port is taken. To be
    /// called once.
    Result<void> start();

    QUrl restBase() const;
    QUrl wsBase() const; ///< the market follows as a path: "/stocks"
    QUrl wsDelayedBase() const;
    QString key() const; ///< of a plan that may see everything
    QString token() const; ///< for Tapeline's own routes

    /// 1 to 100; the market's time does not jump.
    void setSpeed(double speed);
    /// The market's time, readable on any thread, also after this object is gone.
    std::function<Timestamp()> clock() const;

    /// For tests that switch faults on. After start().
    GatewayServer &server();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace tapeline
