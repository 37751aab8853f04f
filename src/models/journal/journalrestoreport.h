#pragma once

#include "result.h"
#include "timestamp.h"

#include <QObject>

#include <functional>

namespace tapeline {

/// What is in a file that could become the journal.
struct RestorableJournal
{
    qint64 bytes = 0;
    int accounts = 0;
    qint64 events = 0; ///< of all accounts
    qint64 trades = 0; ///< 0 in files of older versions
    qint64 notes = 0; ///< ever written; the same
    Timestamp newest {}; ///< market time of the last event; the epoch without any
};

/// Who puts a backup in the place of the journal. It is copied at once and takes its place at the
/// desk's next start; the journal that was there is kept. Nothing blocks; answers come on the
/// caller's thread, never after the context is gone, with sentences for errors.
class JournalRestorePort
{
public:
    virtual ~JournalRestorePort() = default;

    template<typename Value> using Answer = std::function<void(const Result<Value> &)>;

    /// Where the journal lies.
    virtual QString journal() const = 0;
    /// Whether a backup waits for the next start.
    virtual bool isStaged() const = 0;
    /// What a file holds; an error when it is no journal, damaged, or of a newer version.
    virtual void inspect(const QString &file, QObject *context,
                         const Answer<RestorableJournal> &answer)
        = 0;
    virtual void stage(const QString &file, QObject *context, const Answer<void> &answer) = 0;
    /// What waits is not to take its place after all.
    virtual void cancel(QObject *context, const Answer<void> &answer) = 0;
};

} // namespace tapeline
