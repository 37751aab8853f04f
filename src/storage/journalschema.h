#pragma once

#include "result.h"

#include <QSqlDatabase>
#include <QStringList>

namespace tapeline {

/// What is in journal.db, version by version. resources/help/journalschema.md says it for people.
namespace journalschema {

/// 1: lines and states. 2: the file says whose it is. 3: trades, executions, notes, the search
/// over them, views for people; lines and notes refuse to be changed.
inline constexpr int currentVersion = 3;

/// What makes a file of that version, or of none (0), one of the current version.
QStringList stepsFrom(int version);
/// The version of a journal of ours; 0 for an empty database. Storage when it is another program's,
/// or of a version that is newer than this program. path: for its sentences.
Result<int> versionOf(const QSqlDatabase &database, const QString &path);
/// What of a file is looked at.
enum class Extent : quint8 {
    All,
    WithoutFiles, ///< without what only grows large: attachments, pictures and the search's words
};

/// Whether SQLite finds the file as it left it: Storage with what it found first. All of what is
/// looked at is read.
Result<void> checkSound(const QSqlDatabase &database, const QString &path,
                        Extent extent = Extent::All);

} // namespace journalschema
} // namespace tapeline
