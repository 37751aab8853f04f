#pragma once

#include "accountview.h"
#include "journaldatabase.h"

#include <vector>

namespace tapeline {

/// What an account was worth since it was opened or reset, oldest first: every point that was kept.
/// A line that cannot be read costs one point. Errors are the file's.
Result<std::vector<EquityPoint>> readEquity(const JournalDatabase &journal, const QString &account);

} // namespace tapeline
