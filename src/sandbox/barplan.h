#pragma once

#include <QtGlobal>

namespace tapeline {

/// Open, high, low and close in ticks of one cent.
struct PathBar
{
    qint32 open = 0;
    qint32 high = 0;
    qint32 low = 0;
    qint32 close = 0;

    friend constexpr bool operator==(const PathBar &, const PathBar &) = default;
};

/// How much was traded. Prints set prices and are at least a round lot; silent trades (odd lots,
/// average price) count in volume and trades only.
struct Activity
{
    qint32 prints = 0;
    qint32 silent = 0;
    qint64 volume = 0; ///< shares, at least prints * lot + silent

    friend constexpr bool operator==(const Activity &, const Activity &) = default;
};

/// What a session, a minute or a second will have been. Nothing traded: prints is 0 and so is the
/// rest. A stretch with volume has at least one print, so that each of its bars has prices and
/// volumes add up.
struct BarPlan
{
    PathBar path;
    Activity activity;

    constexpr bool isActive() const { return activity.prints > 0; }
};

} // namespace tapeline
