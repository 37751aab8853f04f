#pragma once

#include "measurement.h"

#include <functional>
#include <span>

namespace tapeline {

/// A row of the budget table and how it is taken. Rows of later views are added here by their
/// issues.
struct BenchRow
{
    QString name; ///< what --row takes
    std::function<Measurements()> measure;
    bool onDemand = false; ///< only when it is named
};

/// In the order of the table. Needs a QApplication.
const std::vector<BenchRow> &benchRows();

} // namespace tapeline
