#pragma once

#include "splitmix64.h"

#include <QDate>
#include <QtGlobal>

namespace tapeline {

/// One weekday of a walk, in standard deviations of an average day.
struct DayStep
{
    double before = 0; ///< level at the previous weekday's close
    double open = 0; ///< level after the night
    double after = 0; ///< level at the close
    double variance = 1; ///< of the part between open and close; 0.7 on average
};

/// A random walk over weekdays that is answered anywhere without walking: levels are drawn at the
/// start of every block of 256 weekdays and each block is halved eight times. A halving splits the
/// block's variance unevenly (a multiplicative cascade) and draws the level in the middle from the
/// Brownian bridge in that uneven time; so days are fat-tailed and turbulent days come together, as
/// in the multifractal model of asset returns (Mandelbrot, Fisher, Calvet 1997). Levels at block
/// starts are drawn around zero, not summed: prices stay around their anchor however far one looks.
///
/// A holiday is a weekday without a session: its step becomes part of the next gap.
class DayPath
{
public:
    DayPath(quint64 seed, quint64 key);

    DayStep step(int weekday) const;

private:
    double knot(int block) const;

    quint64 m_seed;
};

/// Maximum of a Brownian bridge from a to b, by inversion; the minimum is that of the mirrored
/// bridge.
double bridgeMaximum(double a, double b, double variance, SplitMix64 &draws);

/// Weekdays (Monday to Friday) from 2000-01-03 to a date at or after it; a weekend has its Friday's
/// index.
int weekdayIndex(QDate date);

} // namespace tapeline
