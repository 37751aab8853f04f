#pragma once

#include "feednumbers.h"
#include "snapshotdecoder.h"

#include <optional>

namespace tapeline {

/// Option contracts within REST answers.
namespace optionfields {

/// The contract of a details object or of a row of the contract list. Nothing without expiration
/// and strike.
std::optional<OptionDetails> details(JsonValue row, FeedNumbers &numbers);

/// The parts of a v3 snapshot row that only options have.
std::optional<OptionFigures> figures(JsonValue row, FeedNumbers &numbers);

} // namespace optionfields
} // namespace tapeline
