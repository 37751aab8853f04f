#pragma once

#include "console.h"
#include "journalrequest.h"

namespace tapeline {

/// `tapeline-cli journal export`.
ExitCode runJournalExport(const JournalRequest &request, Console &console);

} // namespace tapeline
