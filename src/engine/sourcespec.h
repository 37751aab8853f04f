#pragma once

#include "datastatus.h"

#include <QString>
#include <QUrl>

namespace tapeline {

/// Where a session gets its data from.
struct SourceSpec
{
    DataSource source = DataSource::Simulated;
    Recency recency = Recency::RealTime;

    // Live, and simulated once the embedded market listens
    QUrl restBase;
    QUrl streamBase; ///< without the market: "wss://socket.massive.com"
    QString key;
    int requestsPerMinute = 0; ///< 0 is unlimited

    // Replay
    QString replayFile;

    double speed = 1; ///< of the simulated or replayed clock
};

} // namespace tapeline
