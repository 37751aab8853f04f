#pragma once

#include <QString>
#include <QtGlobal>

namespace tapeline {

/// Where the data on screen comes from.
enum class DataSource : quint8 { Live, Simulated, Replay };

/// How old the data is by the plan it was bought with.
enum class Recency : quint8 { Unknown, RealTime, Delayed, EndOfDay };

/// What a stream is doing.
enum class StreamState : quint8 {
    Offline,       ///< not wanted, or the plan has no stream
    Connecting,
    Authenticating,
    Live,
    Stale,         ///< no byte, pongs included, for 3 s
    WaitingToRetry,
    Refused,       ///< key refused or plan lacks it: no retry until the key changes
    Evicted        ///< another program took the connection: waits, says so
};

/// What every view that shows prices must say.
struct DataBadge
{
    DataSource source = DataSource::Simulated;
    Recency recency = Recency::Unknown;
    bool stale = false;
    bool estimated = false;

    friend bool operator==(const DataBadge &, const DataBadge &) = default;
};

} // namespace tapeline
