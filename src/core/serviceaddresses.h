#pragma once

#include "result.h"

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

namespace serviceaddresses {

/// An address as a person writes it in place of an official one: its scheme or the one that is not
/// encrypted, a host, perhaps a path; without slashes at its end, since paths follow. Else
/// InvalidArgument, and the detail says what it "is", without repeating the text: it may hold a
/// password. Whether the key may be sent there is keysafety's to say.
Result<QUrl> read(const QString &text, const QUrl &official);

} // namespace serviceaddresses
} // namespace tapeline
