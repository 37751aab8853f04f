#pragma once

#include "marketevent.h"

#include <QByteArrayView>

#include <vector>

namespace tapeline {

/// The status objects of a stream frame, in order; empty for the mass of frames, which hold none
/// and are told by one quick look. Broken frames hold none: refusing them is the decoder's
/// business.
std::vector<StreamStatus> statusesIn(QByteArrayView frame);

} // namespace tapeline
