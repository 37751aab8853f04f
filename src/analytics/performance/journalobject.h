#pragma once

#include "journalexport.h"

#include <QJsonObject>

namespace tapeline {

/// Things of the journal as JSON: decimals as text, times in UTC, what is not known left out.
namespace journalobject {

QJsonObject trade(const ExportedTrade &trade);
QJsonObject day(const ExportedDay &day);

} // namespace journalobject
} // namespace tapeline
