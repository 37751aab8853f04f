#pragma once

#include "traderecord.h"
#include "tradenotes.h"

#include <QByteArray>
#include <QString>

namespace tapeline {

/// How things of the journal are written in files for other programs: always the same, whatever
/// the language of the window.
namespace exporttext {

/// "2026-03-03T15:04:05.123456789Z", fractions only where there are some; empty for the epoch.
QString utc(Timestamp time);
QString assetClass(AssetClass assetClass); ///< "stocks"
QString direction(TradeDirection direction); ///< "long"
QString side(Side side); ///< "buy"
QString kind(TradeExecution::Kind kind); ///< "fill"
QString kind(NoteEdit::Kind kind); ///< "text"
QString sessionPart(SessionPart part); ///< "regular"
QString recency(Recency recency); ///< "real_time"

/// A field of a CSV file (RFC 4180): quoted where it needs to be.
QByteArray csvField(const QString &text);
/// The same of what a person or a file wrote: what a spreadsheet would take for a formula gets an
/// apostrophe before it.
QByteArray csvWords(const QString &text);

} // namespace exporttext
} // namespace tapeline
