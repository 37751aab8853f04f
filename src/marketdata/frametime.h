#pragma once

#include "timestamp.h"

#include <QByteArrayView>

#include <optional>

namespace tapeline {

/// When the first event of a recorded frame happened: its t, or the start s of a bar that has none.
/// Found by a scan for the names, without taking the frame apart; nothing for frames without
/// either, such as status frames.
std::optional<Timestamp> frameTime(QByteArrayView frame);

} // namespace tapeline
