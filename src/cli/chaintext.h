#pragma once

#include "chainreckoning.h"

#include <string>
#include <vector>

namespace tapeline {

/// A chain and its measures as lines of text.
namespace chaintext {

std::string toJson(const ChainContract &contract);
/// The measures of the whole chain: what `chain --json` prints last.
std::string toJson(const ChainData &data, const ChainMeasures &measures);

std::string header();
std::string toRow(const ChainContract &contract);
/// The measures in sentences and columns for people.
std::vector<std::string> toRows(const ChainData &data, const ChainMeasures &measures);

} // namespace chaintext
} // namespace tapeline
