#pragma once

#include "result.h"
#include "timestamp.h"

#include <QString>

namespace tapeline {

/// What is in a file that could become the journal.
struct JournalContent
{
    int version = 0; ///< of the file; an older one is brought up to date when it is opened
    qint64 bytes = 0;
    int accounts = 0;
    qint64 events = 0; ///< lines of all accounts
    qint64 trades = 0; ///< formed so far; none in a file older than version 3
    qint64 notes = 0; ///< ever written; the same
    Timestamp newest {}; ///< market time of the line that came last; the epoch without any

    friend bool operator==(const JournalContent &, const JournalContent &) = default;
};

/// Another file in the place of journal.db. It is copied beside it at once ("journal.db.restore")
/// and takes its place before the journal is opened the next time: a journal that is in use is
/// never pulled away. The one that was there is kept ("journal.db.replaced-20261122-143000"). A
/// kill at any instant leaves the old journal or the new one, and the other beside it.
///
/// Errors are Storage with a sentence; nothing was changed then.
namespace journalrestore {

/// NotFound without a file; Storage when it is none of ours, is damaged, or is newer than this
/// program. Changes nothing.
Result<JournalContent> inspect(const QString &file);

/// Copies a sound journal to where it waits; one that waits already is replaced.
Result<void> stage(const QString &file, const QString &journal);
/// Whether one waits.
bool isStaged(const QString &journal);
/// It is not to take its place after all.
Result<void> cancel(const QString &journal);

/// What waits becomes the journal; returns where the one before is kept, empty when none waits or
/// there was none before. For the start of the desk, which nobody else uses the journal of, and for
/// the command line while no desk runs. Refused while another program writes to it or reads it: it
/// waits on.
Result<QString> takePlace(const QString &journal);
/// Before the journal is opened, by who has its lock: the end of a restore that was killed when the
/// old journal was away already; and a write-ahead log that is not the journal's, because that was
/// deleted or a copy put in its place, is kept beside it ("journal.db.replaced-...-wal").
Result<void> finish(const QString &journal);

} // namespace journalrestore
} // namespace tapeline
