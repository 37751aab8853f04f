#pragma once

#include <QString>
#include <QUrl>

namespace tapeline {

/// Where the service is reached (massive-api.md 1.1); a simulator or a proxy is used by other
/// addresses. The market follows the stream's as a path: "wss://socket.massive.com/stocks".
struct ServiceAddresses
{
    QUrl rest { QStringLiteral("https://api.massive.com") };
    QUrl stream { QStringLiteral("wss://socket.massive.com") };
    QUrl delayedStream { QStringLiteral("wss://delayed.massive.com") };

    friend bool operator==(const ServiceAddresses &, const ServiceAddresses &) = default;
};

} // namespace tapeline
