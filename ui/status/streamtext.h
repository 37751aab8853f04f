#pragma once

#include "marketsnapshot.h"
#include "palette.h"

#include <QString>

namespace tapeline {

/// What the stream is doing, in words for people.
struct StreamText
{
    QString text; ///< a few words: "Reconnecting in 12 s"
    QString explanation; ///< a sentence: what it means; and the reason, as it was told
    ColorRole role = ColorRole::MutedText;
};

/// now is the wall clock's, for the time until the next try.
StreamText streamText(const SessionStatus &status, Timestamp now);
/// "840 µs", "12 ms", "15 s"
QString latencyText(qint64 microseconds);
/// "REST 3/5 this min, 2 waiting"
QString restText(const SessionStatus &status);
/// How late prices are on a delayed plan of a product.
int delayMinutes(Product product = Product::Stocks);
/// The wall clock, in milliseconds.
Timestamp wallTime();

} // namespace tapeline
