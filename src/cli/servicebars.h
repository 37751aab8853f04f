#pragma once

#include "command.h"

namespace tapeline {

/// The other form of `bars`: bars the service has made.
namespace servicebars {

QList<QCommandLineOption> options();
ExitCode run(const QCommandLineParser &arguments, Console &console);

} // namespace servicebars
} // namespace tapeline
