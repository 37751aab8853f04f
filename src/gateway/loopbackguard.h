#pragma once

#include <string_view>

namespace tapeline {

/// Keeps web pages out: a browser that was led to a loopback address under another name (DNS
/// rebinding) sends that name as Host, and a page of another site sends itself as Origin.
namespace loopbackguard {

/// A Host header that names this computer: localhost, 127.0.0.1 or [::1], with or without a port.
bool isLocalHost(std::string_view host);
/// An Origin header that is absent (programs send none) or a page served from this computer.
bool isLocalOrigin(std::string_view origin);

} // namespace loopbackguard
} // namespace tapeline
