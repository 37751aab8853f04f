#pragma once

#include "result.h"

#include <QJsonObject>
#include <QStringList>

namespace tapeline {

/// Scripts of src/bench/js that node runs: what Tapeline is measured against.
namespace nodepeer {

enum class Needs { Packages, NodeOnly };

/// The last line that the script prints, an object. NotFound without node; Network when the
/// packages cannot be fetched (once, from the npm registry); Rejected when the script fails.
Result<QJsonObject> run(const QString &script, const QStringList &arguments,
                        Needs needs = Needs::Packages);

} // namespace nodepeer
} // namespace tapeline
