#pragma once

#include "datastatus.h"

namespace tapeline {

/// "live", "simulated", "replay": for reports, and for what is kept of each kind of market.
inline QString dataSourceText(DataSource source)
{
    switch (source) {
    case DataSource::Live:
        return QStringLiteral("live");
    case DataSource::Simulated:
        return QStringLiteral("simulated");
    case DataSource::Replay:
        return QStringLiteral("replay");
    }
    Q_UNREACHABLE();
}

} // namespace tapeline
