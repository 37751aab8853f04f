#include "tapemodel.h"

#include <algorithm>
#include <cmath>

namespace tapeline {

qint32 TapeScale::ticksOf(double price) const
{
    const double ticks = std::floor(price / tick.toDouble() + 0.5);
    return static_cast<qint32>(std::clamp(ticks, 1.0, 2e9));
}

} // namespace tapeline
