#pragma once

#include "command.h"

#include <QStringList>

namespace tapeline {

/// Runs what the arguments ask for; the first of them is the program.
ExitCode runCommandLine(const QStringList &arguments, Console &console);

} // namespace tapeline
