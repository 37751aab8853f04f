#pragma once

#include <QString>
#include <QUrl>

namespace tapeline {

/// Where a key may go: over TLS anywhere, in clear text to this machine only.
namespace keysafety {

/// https or wss, or a host that is loopback ("localhost", 127.0.0.0/8, ::1).
bool mayCarryKey(const QUrl &url);

/// Why not, as a plain sentence.
QString refusal(const QUrl &url);

/// The same scheme, host and port, default ports filled in.
bool isSameOrigin(const QUrl &a, const QUrl &b);

/// The same origin, or two names of the service itself: https at api.massive.com and at
/// api.polygon.io, which it had before and still answers to (massive-api.md 1.1). A page behind the
/// one may be told with the other.
bool isSameService(const QUrl &a, const QUrl &b);

} // namespace keysafety
} // namespace tapeline
