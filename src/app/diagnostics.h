#pragma once

#include "connectionevent.h"
#include "credentialstore.h"
#include "marketsnapshot.h"
#include "serviceaddresses.h"

#include <QSize>
#include <QStringList>

#include <vector>

namespace tapeline {

class SecretMask;

/// What "Copy diagnostics" is made of. Never the key.
struct Diagnostics
{
    struct Screen
    {
        QSize size; ///< in device-independent pixels
        double scale = 1;
    };

    Timestamp at {}; ///< wall clock
    QString version; ///< of the program
    QString qtVersion; ///< in use
    QString system; ///< "Debian GNU/Linux 12 (bookworm), x86_64"
    QString platform; ///< "xcb", "wayland", "windows"
    QString language;
    std::vector<Screen> screens;
    qint64 dataBytes = 0; ///< all files of the data folder
    bool dataBytesAtLeast = false; ///< there are too many to count them all

    ServiceAddresses addresses;
    KeyPlace keyPlace = KeyPlace::None;
    QString keyVariable; ///< where the key is from the environment
    QString plansVariable; ///< where the plans are from it; else empty
    SessionStatus status;

    std::vector<ConnectionEvent> events; ///< oldest first
    QStringList log; ///< oldest first
};

inline constexpr std::size_t diagnosedEvents = 50;
inline constexpr qsizetype diagnosedLogLines = 200;

/// The text for a bug report, in English: facts, one a line, then the newest events and log lines.
/// Without any secret, and without the user's name where paths hold it.
QString diagnosticsText(const Diagnostics &facts, const SecretMask &mask);

/// What this computer, the program and the files in dataDir say of themselves; the rest of the
/// facts is the caller's. On the GUI thread.
Diagnostics collectedDiagnostics(const QString &dataDir);

} // namespace tapeline
