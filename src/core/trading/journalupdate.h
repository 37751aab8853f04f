#pragma once

#include "orderevent.h"
#include "tradenotes.h"

#include <map>
#include <memory>
#include <vector>

namespace tapeline {

/// What is known of a trade beside its record: for the page of one trade.
struct TradeDetail
{
    TradeKey key;
    std::vector<TradeExecution> executions {}; ///< oldest first
    std::vector<OrderEvent> orders {}; ///< of all its orders, oldest first
    std::vector<NoteRevision> revisions {}; ///< oldest first
    std::vector<TradeAttachment> attachments {};
    QByteArray entryPicture {}; ///< PNG of the chart; empty where none was taken
    QByteArray exitPicture {};
};

/// What the window has not seen yet of the journal.
struct JournalUpdate
{
    /// Set: another journal was opened, with all of its trades; what was told before is of another
    /// one. By their keys.
    std::shared_ptr<const std::vector<TradeRecord>> trades {};
    std::shared_ptr<const std::map<TradeKey, TradeNotes>> notes {}; ///< with trades: the same
    std::shared_ptr<const std::map<NoteSubject, DayNotes>> days {}; ///< with trades: the same

    std::vector<TradeRecord> changed {}; ///< new, or different now
    std::vector<TradeKey> gone {}; ///< are part of another trade now
    std::vector<std::pair<TradeKey, TradeNotes>> noted {};
    std::vector<std::pair<NoteSubject, DayNotes>> dayNoted {};
    /// Why the journal cannot be read or written now; empty when it can again.
    std::optional<QString> trouble {};
    /// The trades are still being formed from events: what is shown is not all.
    std::optional<bool> isCatchingUp {};
};

/// A file of fills as it would be, or was, taken in.
struct ImportOutcome
{
    int fresh = 0; ///< fills
    int duplicates = 0; ///< known already, left out
    int trades = 0; ///< that come of the account's fills, closed ones
    int open = 0; ///< that stay open
    Money net; ///< of the closed ones
};

} // namespace tapeline
