#pragma once

#include "command.h"
#include "result.h"

#include <QDate>

#include <optional>

namespace tapeline {

/// What `chain` is asked for.
struct ChainRequest
{
    QString symbol; ///< of the underlying; empty with a file
    QString file;
    std::optional<QDate> expiry; ///< only this one
    std::optional<double> rate; ///< a year, continuously compounded
    std::optional<double> yield; ///< a year, of dividends
    std::optional<bool> isAmerican; ///< nothing: as each contract says
    double dayCount = 365; ///< days a year
    bool json = false;
};

namespace chainrequest {

QList<QCommandLineOption> options();
/// InvalidArgument, with a sentence, for wrong usage.
Result<ChainRequest> read(const QCommandLineParser &arguments);

} // namespace chainrequest
} // namespace tapeline
