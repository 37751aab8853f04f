#pragma once

#include "capabilities.h"
#include "datastatus.h"
#include "timestamp.h"

#include <QString>

#include <optional>

namespace tapeline {

/// One line of a connection's history: what happened, when, and why.
struct ConnectionEvent
{
    enum class Kind : quint8 {
        Opened, ///< a source was chosen; `source`
        Connected, ///< the stream accepted the key
        Silent, ///< no byte for three seconds
        Heard, ///< bytes again after silence
        Lost, ///< the connection broke; tried again after `length`
        Refused, ///< the key, or the plan's right to a stream; not tried again
        KeyRefused, ///< an answer to a request: the key is unknown
        Evicted, ///< another program took the connection; tried again after `length`
        GapFilled, ///< what was missed was fetched; `length` of the gap, `count` trades or bars
        GapRemains, ///< what was missed could not be fetched: marked in the charts
        BarsCorrected, ///< `count` bars did not agree with the service's history and were put right
        PlanLacks, ///< the service refused `kind`; `plan` gives it, where one does
        RequestFailed, ///< a request was given up after its tries
        Unreadable, ///< a frame or an answer that could not be read; `count` of them
        Repeated, ///< trades that came twice and were counted once; `count`
        Waited, ///< data waited in a queue for `length`
        ClockSkewed, ///< this computer's clock differs from the service's by `length`
        PricesDiffer ///< another source disagrees about what `symbol` costs; `detail` by how much
    };

    Timestamp at {}; ///< wall clock
    Kind kind = Kind::Opened;
    DataSource source = DataSource::Simulated;
    DataKind data = DataKind::MinuteBars;
    std::optional<Plan> plan {};
    Duration length {};
    qint64 count = 0;
    QString symbol {}; ///< empty when it concerns all
    QString detail {}; ///< why, in English, for the log and the tool tip; never holds a key
};

/// "gap filled": in English, for logs and diagnostics.
QString connectionEventWord(ConnectionEvent::Kind kind);

} // namespace tapeline
