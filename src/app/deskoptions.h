#pragma once

#include "result.h"
#include "serviceaddresses.h"
#include "settings.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace tapeline {

/// What the command line of `tapeline` says.
struct DeskOptions
{
    QString dataDir; ///< absolute; the platform's place when not given
    QString symbol;
    QString workspace;
    std::optional<ThemeChoice> theme;
    QString language;
    QString replayFile;
    double speed = 1; ///< of the replay or the simulated market, 1 to 1,000
    int extraSymbols = 0; ///< synthetic stocks of the simulated market, 0 to 10,000
    quint64 seed = 1; ///< of the simulated market
    /// One of the simulated market's own options was given: it is wanted, whatever key there is.
    bool simulated = false;
    ServiceAddresses addresses;

    QString screenshotFile;
    double screenshotAfterSeconds = 5;
    QSize screenshotSize { 1'280, 800 };

    /// Says when the window was first painted, and leaves: what tapeline-bench takes as the start.
    bool measureStart = false;
    bool showHelp = false;
    bool showVersion = false;
};

/// Reads the words behind the program's name. TAPELINE_DATA_DIR stands in for --data-dir. A
/// sentence for the terminal when a word is wrong.
Result<DeskOptions> parseDeskOptions(const QStringList &arguments);
/// What --help prints.
QString deskHelp();

} // namespace tapeline
