#pragma once

#include <QString>

namespace tapeline {

/// What every answer with rows has besides them.
struct RestPage
{
    QString nextUrl; ///< where the next page is, to be followed as it stands; empty on the last
    bool delayed = false; ///< status DELAYED: the plan's data is late
    qint64 invalid = 0; ///< rows that lack what they need; left out
    qint64 rounded = 0; ///< numbers with more digits than the type holds
};

} // namespace tapeline
