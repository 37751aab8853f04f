#pragma once

#include "performancereport.h"

namespace tapeline {

/// A report as one HTML page in UTF-8 with its plots inside: no scripts, nothing that is fetched.
/// All text is escaped, so what was written in notes stays text.
QByteArray reportHtml(const PerformanceReport &report);

} // namespace tapeline
