#pragma once

#include <QtGlobal>

#include <optional>

namespace tapeline {

/// a * b / divisor in 128 bits with one half-even rounding; nothing when the result leaves qint64.
/// divisor > 0.
std::optional<qint64> multiplyDivide(qint64 a, qint64 b, qint64 divisor);

/// value / divisor, rounded half to even. divisor > 0.
qint64 divideHalfEven(qint64 value, qint64 divisor);

} // namespace tapeline
