#pragma once

#include "capabilities.h"
#include "console.h"
#include "result.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QUrl>

namespace tapeline {

/// How a command reaches the service: where, with which key, on which plans.
struct ServiceAccess
{
    QUrl rest;
    QString key;
    PlanSet plans; ///< Basic where the environment says nothing
};

namespace serviceaccess {

/// --rest-base.
QCommandLineOption restOption();

/// For --help: what the environment is read for.
QString notes();

/// From the options and the environment. The console hides the key from here on, and says what of
/// the environment is ignored. InvalidArgument for wrong usage, Unauthorized when there is no key.
Result<ServiceAccess> read(const QCommandLineParser &arguments, Console &console);

/// Says why there is no access, and the code to leave with.
ExitCode refuse(const Error &error, Console &console);

} // namespace serviceaccess
} // namespace tapeline
