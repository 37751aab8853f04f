#pragma once

#include "console.h"
#include "journalrequest.h"

namespace tapeline {

/// `tapeline-cli journal stats`.
ExitCode runJournalStats(const JournalRequest &request, Console &console);

} // namespace tapeline
