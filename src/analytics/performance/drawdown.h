#pragma once

#include "money.h"
#include "timestamp.h"

#include <optional>

namespace tapeline {

/// The deepest falls of a curve from a peak, and the longest time below one. Money and share may
/// come from different falls.
struct Drawdown
{
    Money deepest; ///< >= 0
    std::optional<double> deepestShare {}; ///< of the peak, 0 to 1; nothing where no peak was > 0
    Duration longest {}; ///< from a peak to the recovery, or to the newest point
    double meanSquareShare = 0; ///< of all points, each as a share of the peak before it

    friend bool operator==(const Drawdown &, const Drawdown &) = default;
};

/// Money that came to an account from outside, or, below zero, went out of it.
struct EquityFlow
{
    Timestamp at {};
    Money amount;
};

/// Follows a curve point by point (execution.md G): max over t of (peak - E) / peak, and in money;
/// the peak includes the start. Money that comes or goes from outside is neither a gain nor a fall:
/// in money it is taken out, and shares are those of the value of a unit, as of a fund's.
class DrawdownWatch
{
public:
    /// flow: what came in less what went out since the point before, at the time of this one; of
    /// the first point it means nothing.
    void add(Timestamp at, Money equity, Money flow = {});

    Drawdown drawdown() const;

private:
    double unitValue(Money equity, Money flow);

    Drawdown m_drawdown;
    Money m_flows; ///< since the first point
    Money m_peak; ///< of equity without them
    double m_units = 1; ///< of the fund
    double m_unitPeak = 0;
    double m_squares = 0;
    qint64 m_points = 0;
    Timestamp m_peakAt {};
    bool m_isBelow = false;
};

} // namespace tapeline
