#pragma once

#include "result.h"

#include <QSqlDatabase>
#include <QString>

namespace tapeline {

/// Whole copies of a database that is in use, and files that take their place in one step.
namespace journalcopy {

/// Copies what the connection sees, the write-ahead log included, to a file that is found sound
/// before it gets its name; a file of that name is replaced. What a kill leaves ends with ".part"
/// and is no copy. Storage when the disk refuses.
Result<void> make(const QSqlDatabase &database, const QString &file);

/// The file has another name, on the same disk, and that is on the disk; what had that name is
/// replaced. Storage when the disk refuses.
Result<void> move(const QString &from, const QString &to);

} // namespace journalcopy
} // namespace tapeline
