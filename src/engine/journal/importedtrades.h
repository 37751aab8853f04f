#pragma once

#include "importedfill.h"
#include "journaldatabase.h"
#include "journalupdate.h"
#include "tradearchive.h"

#include <functional>
#include <span>
#include <vector>

namespace tapeline {

/// Fills of another broker's, in accounts of their own: "import/<name>", as lines of the stream
/// "imported" in the order of their arrival. Trades are formed from all of them by their times.
namespace importedtrades {

const QString accountPrefix = QStringLiteral("import/");

/// One line of JSON, fields in fixed order, decimals as text.
std::string fillText(const ImportedFill &fill);
/// The inverse; Malformed for anything else.
Result<ImportedFill> fillFromText(std::string_view line);

/// In the order of their arrival; Malformed or Storage when a line cannot be read.
Result<std::vector<ImportedFill>> read(const JournalDatabase &journal, const QString &account);

/// Those of the offered that are not known. Known is an execution by its id; one without an id when
/// fills of the same time, symbol, side, size and price occur as often already.
std::vector<ImportedFill> freshOnes(std::span<const ImportedFill> known,
                                    std::span<const ImportedFill> offered);

/// The trades that fills come to, by the account's own rules; legs of one order are one trade.
/// Numbers and sequences are places in the order of arrival, from 1: TradeKey::number is that of
/// the fill that opened it. InvalidArgument or Overflow, naming the fill, when they cannot be
/// booked.
Result<std::vector<FormedTrade>> form(const QString &account, std::span<const ImportedFill> fills);

/// How lines come into the journal: all of them or none.
using Append = std::function<Result<void>(std::span<const JournalLine>)>;

/// Takes fills into the account of this name, all that are new or none; without append nothing is
/// written. InvalidArgument for a name that is none or has a slash, and the errors of form().
Result<ImportOutcome> take(const JournalDatabase &journal, const QString &name,
                           std::span<const ImportedFill> fills, const Append &append);

} // namespace importedtrades
} // namespace tapeline
