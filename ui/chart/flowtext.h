#pragma once

#include "flowupdate.h"

#include <QString>

namespace tapeline {

/// The rule by which prints get their side, as people call it.
QString ruleText(ClassifierRule rule);
/// What it does, in a sentence.
QString ruleExplanation(ClassifierRule rule);

} // namespace tapeline
