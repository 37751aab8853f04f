#pragma once

#include "dataquality.h"

#include <QStringView>

#include <optional>

namespace tapeline {

/// What is wrong with a symbol by V-01 (stocks), V-02 (options) or V-03 (crypto, forex, indices),
/// as its prefix tells which; nothing when it is well formed. Futures are taken as stocks are.
std::optional<QualityIssue> symbolIssue(QStringView symbol);

} // namespace tapeline
