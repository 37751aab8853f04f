#pragma once

#include "capabilities.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tapeline {

/// What the environment says of the service. It overrides what is kept, and is never stored.
namespace serviceenvironment {

struct Key
{
    QString value; ///< trimmed; empty when there is none
    QString variable; ///< which holds it: "MASSIVE_API_KEY" or "POLYGON_API_KEY"
};

/// MASSIVE_API_KEY, then POLYGON_API_KEY.
Key key();

struct Plans
{
    std::optional<PlanSet> value;
    QString variable; ///< which holds them: "MASSIVE_TIER" or "POLYGON_TIER"
    QStringList ignored; ///< variables that hold what is no plan
    /// A sentence for each of them, for a terminal; empty when all is well.
    QString complaint;
};

/// MASSIVE_TIER, then POLYGON_TIER, as planSetFromText() reads them.
Plans plans();

} // namespace serviceenvironment
} // namespace tapeline
