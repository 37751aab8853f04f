#pragma once

#include <QtGlobal>

namespace tapeline {

/// What an option gives: to buy (call) or to sell (put).
enum class OptionRight : quint8 { Call, Put };

} // namespace tapeline
