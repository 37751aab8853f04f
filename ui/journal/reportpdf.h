#pragma once

#include "performancereport.h"
#include "result.h"

namespace tapeline {

/// Prints a report to a PDF of A4 pages: tables break between their rows, plots stay whole and are
/// lines, not pixels. Storage when the file cannot be written.
Result<void> writeReportPdf(const PerformanceReport &report, const QString &file);

} // namespace tapeline
