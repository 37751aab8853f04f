#pragma once

#include "performancereport.h"

namespace tapeline {

/// A report as one HTML page in UTF-8 with its plots inside: no scripts, nothing that is fetched.
/// All text is escaped, so what was written in notes stays text.
QByteArray reportHtml(const PerformanceReport &report);

/// A table of a report as an element of HTML, for pages that are printed.
QString tableHtml(const ReportBlock &table);

} // namespace tapeline
