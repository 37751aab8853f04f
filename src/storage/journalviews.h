#pragma once

#include <QStringList>

namespace tapeline {

/// The views in journal.db for people who query it themselves: decimals instead of units, names
/// instead of numbers, times in ISO 8601 and UTC. The program reads none of them.
namespace journalviews {

/// Statements that create them.
QStringList all();

} // namespace journalviews
} // namespace tapeline
