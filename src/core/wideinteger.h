#pragma once

#include <QtGlobal>

#include <optional>

namespace tapeline {

/// a * b / divisor in 128 bits with one half-even rounding; nothing when the result leaves qint64.
/// divisor > 0.
std::optional<qint64> multiplyDivide(qint64 a, qint64 b, qint64 divisor);

/// a * b * c / divisor, exact in between as well. divisor > 0.
std::optional<qint64> multiplyDivide(qint64 a, qint64 b, qint64 c, qint64 divisor);

/// value / divisor, rounded half to even. divisor > 0.
qint64 divideHalfEven(qint64 value, qint64 divisor);

/// value * unitsPerOne, rounded half to even: the counts behind Price, Qty and Money. What does not fit is
/// held at the end of the range, not-a-number is 0; callers keep to finite values within it.
qint64 unitsFromDouble(double value, qint64 unitsPerOne);

} // namespace tapeline
