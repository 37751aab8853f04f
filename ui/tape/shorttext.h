#pragma once

#include <QString>

namespace tapeline {

/// A number in a narrow place: exact below 100,000, then "312K", "1.24M", "3.10B".
QString shortNumber(double number);

} // namespace tapeline
