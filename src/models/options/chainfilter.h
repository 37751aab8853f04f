#pragma once

#include "chaincolumn.h"

#include <QJsonObject>

namespace tapeline {

/// Which strikes of an expiration are shown. A strike is shown when its call or its put passes. A
/// value.
struct ChainFilter
{
    int around = 20; ///< strikes on each side of the money; 0: all
    double leastDelta = 0; ///< of its absolute value, 0 to 1
    double mostDelta = 1;
    double mostAway = 0; ///< from the spot, in percent; 0: any
    double leastVolume = 0; ///< contracts
    double leastInterest = 0; ///< contracts
    double mostSpread = 0; ///< percent of the middle; 0: any

    /// Whether more than the number of strikes is asked for.
    bool isActive() const;
    /// What is not known of a contract does not pass where it is asked for.
    bool passes(const ChainContract &contract, const ChainMoment &moment) const;

    QJsonObject toJson() const;
    /// What cannot be read is as by default.
    static ChainFilter fromJson(const QJsonObject &json);
    friend bool operator==(const ChainFilter &, const ChainFilter &) = default;
};

/// The strikes that a filter leaves, ascending.
std::vector<ChainStrike> filtered(const std::vector<ChainStrike> &strikes,
                                  const ChainFilter &filter, const ChainMoment &moment);

} // namespace tapeline
