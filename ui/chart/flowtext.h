#pragma once

#include "flowupdate.h"

#include <QString>

namespace tapeline {

/// The rules that stocks know: all but the venue's flag, which comes with crypto only.
inline constexpr int stockRuleCount = classifierRuleCount - 1;
static_assert(ClassifierRule(stockRuleCount) == ClassifierRule::Venue);

/// The rule by which prints get their side, as people call it.
QString ruleText(ClassifierRule rule);
/// What it does, in a sentence.
QString ruleExplanation(ClassifierRule rule);

} // namespace tapeline
