#pragma once

#include <QStringView>

namespace tapeline {

/// How well a text answers what was typed: its letters in order, whatever the case. Higher is
/// better; runs of letters, starts of words and the start of the text count more. -1 when a letter
/// is missing; 0 for an empty pattern, which fits everything.
int fuzzyScore(QStringView pattern, QStringView text);

} // namespace tapeline
