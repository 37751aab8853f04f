#pragma once

#include "candle.h"
#include "result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <span>
#include <vector>

namespace tapeline {

/// Bars as few bytes, without loss: what goes in comes out, to the last bit, whatever it is.
///
/// A byte with the version, then one Zstandard frame that knows its length and ends in a checksum.
/// In it a head and eight columns as planes of bytes, all lowest bytes first: start (steps), open
/// (from the close before), close (from the open), high and low (beyond the body), volume, vwap
/// (from the mean of the prices, as a decimal when all of them are one exactly, else its bits),
/// trades; then a bit a bar where some have no prices. Times, prices and volumes are counts of
/// their greatest common step.
namespace barblob {

/// Of one blob; a month of minutes has 44,640.
inline constexpr std::size_t maximumBars = 1 << 20;

/// Fails with InvalidArgument on more than maximumBars.
Result<QByteArray> encode(std::span<const Candle> bars);

/// Appends what encode() was given. Fails with Malformed on anything that encode() did not make,
/// and leaves the bars as they were then.
Result<void> decode(QByteArrayView blob, std::vector<Candle> &bars);

} // namespace barblob
} // namespace tapeline
