#pragma once

#include "result.h"

#include <QSqlDatabase>
#include <QString>

namespace tapeline {

/// Whole copies of a database that is in use, and files that take their place in one step.
namespace journalcopy {

/// Whether a copy of a journal may have this name: Storage when it is the journal's own, or that of
/// another file that the desk uses beside it.
Result<void> checkName(const QString &file, const QString &journal);

/// Copies what the connection sees, the write-ahead log included, to a file that is found sound
/// before it gets its name; a file of that name is replaced. What a kill leaves ends with ".part"
/// and is no copy. Storage when the disk refuses, at the latest when all of it has to be on it:
/// what had the name is still there then.
Result<void> make(const QSqlDatabase &database, const QString &file);
/// Whether a file is a copy of what the connection sees: a journal of the same version whose lines
/// are as many and end with the same one.
bool isOf(const QString &file, const QSqlDatabase &database);

/// The file has another name, on the same disk, and that is on the disk; what had that name is
/// replaced. Storage when the disk refuses.
Result<void> move(const QString &from, const QString &to);

} // namespace journalcopy
} // namespace tapeline
