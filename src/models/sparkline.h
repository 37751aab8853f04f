#pragma once

#include "timestamp.h"

#include <QList>

namespace tapeline {

/// The course of one value through a day, in few points evenly spaced in the market's time. When
/// it is full every other point goes and the step doubles, so a minute and a day both fit. A
/// pause of hours, or a time that goes back, starts anew: that is another day or another market.
class SparkLine
{
public:
    static constexpr qsizetype capacity = 64;

    void add(Timestamp time, double value);
    /// Oldest first; the last one is the newest value.
    const QList<double> &values() const { return m_values; }
    /// Differs when a picture of the line made before would look different.
    int revision() const { return m_revision; }

private:
    static constexpr Duration firstStep = 1s;
    static constexpr Duration longestPause = 4h;

    qint64 bucketOf(Timestamp time) const { return time.time_since_epoch() / m_step; }
    void restart(Timestamp time, double value);
    void coarsen();
    void replaceLast(double value);

    QList<double> m_values;
    Timestamp m_newest {};
    Duration m_step = firstStep;
    qint64 m_firstBucket = 0;
    double m_drawnLast = 0; ///< the newest value when the revision last grew
    int m_revision = 0;
};

} // namespace tapeline
