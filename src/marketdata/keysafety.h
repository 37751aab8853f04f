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

} // namespace keysafety
} // namespace tapeline
