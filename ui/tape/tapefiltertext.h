#pragma once

#include "tapefilter.h"

#include <QList>
#include <QString>

namespace tapeline {

/// One part of a filter in words, and what is left when it is taken away.
struct TapeFilterPart
{
    QString text; ///< "From 500 shares"
    TapeFilter without;
};

/// What a filter does, part by part; nothing for one that lets all pass.
QList<TapeFilterPart> filterParts(const TapeFilter &filter);

/// Ids of the venues that stock prints can come from.
const std::set<quint16> &stockVenues();
/// The conditions that have a name: ids of stock sale conditions.
const std::set<quint16> &namedConditions();
/// "Intermarket sweep (ISO)": as the tape has it in brackets.
QString conditionLine(quint16 id);
/// "ARCA – NYSE Arca".
QString venueLine(quint16 id);

/// "12%", with a decimal below one; all and nothing only when it is.
QString shareText(qint64 part, qint64 whole);

} // namespace tapeline
